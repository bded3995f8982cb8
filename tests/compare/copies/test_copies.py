"""Which reports repeat one another, word for word."""

import random
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.comparison import compare
from sayso.compare.copies.copies import find_copies
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Copy, CopyKind
from sayso.model.text import Document, Span
from tests.costs import check_linear

WIRE = """\
PORT SELLAN (Skerrin) – At least 20 people were killed and dozens wounded when explosions tore through a market beside the ferry landing at Yalmet in the early hours of Sunday, the governor said.

Three blasts hit the landing at about 2.40 a.m., when several hundred traders were waiting for the first ferry to the Sunday fair at Tarnoss, two of them told this agency by telephone.

The road to Yalmet has been closed since dawn and the telephone network in the town was down for most of the morning, so that neither account could be checked independently.
"""
OTHER = """\
The choir of Lower Ombry has sung in the old chapel for forty years. On Saturday it moves to a school hall with better heating, its conductor says, and worse light. Nobody minds the light.
"""


def test_a_copy_with_a_paragraph_cut_is_a_copy() -> None:
    cut = Document("cut", "\n\n".join(WIRE.split("\n\n")[:2]))
    (copy,) = find_copies([Document("wire", WIRE), cut, Document("other", OTHER)])
    assert copy.kind is CopyKind.COPY
    assert copy.share > 0.95


def test_a_passage_is_found_with_its_words_in_both() -> None:
    wire = Document("wire", WIRE)
    host = Document("host", OTHER + WIRE.split("\n\n")[1])
    (copy,) = find_copies([wire, host])
    by_id = {one.id: one for one in (wire, host)}
    for passage in copy.passages:
        left = by_id[passage.left.document][passage.left.span]
        assert left == by_id[passage.right.document][passage.right.span]
    assert any(
        "several hundred traders" in by_id[one.left.document][one.left.span]
        for one in copy.passages
    )


def test_reports_of_their_own_are_no_copies() -> None:
    assert find_copies([Document("wire", WIRE), Document("other", OTHER)]) == ()


def test_the_earlier_report_is_the_origin_and_the_two_are_one_voice() -> None:
    early = Document("early", WIRE, outlet="Sellan Gazette", published="2023-03-12")
    late = Document("late", WIRE + "More follows.", outlet="Northbank Post", published="2023-03-13")
    comparison = compare(extract_together([late, early]))
    (copy,) = comparison.copies
    assert copy.origin == early.id
    (origin,) = comparison.origins
    assert set(origin.documents) == {early.id, late.id}
    assert origin.why


def test_nothing_at_all() -> None:
    assert find_copies([]) == ()
    assert find_copies([Document("a", ""), Document("b", " ")]) == ()


def kinds(*texts: str) -> list[CopyKind]:
    return [
        one.kind for one in find_copies([Document(str(at), text) for at, text in enumerate(texts)])
    ]


def pile_of(count: int, seed: int, words: int = 60) -> list[str]:
    """Texts of invented words that have nothing in common."""
    chance = random.Random(seed)  # noqa: S311
    syllables = ["ka", "lo", "mir", "ten", "sa", "vo", "ru", "dil", "pe", "og"]
    return [
        " ".join("".join(chance.choices(syllables, k=3)) + str(at) for _ in range(words))
        for at in range(count)
    ]


def changed(text: str, every: int, word: str = "otherwise") -> str:
    """The text with every so manieth word another."""
    return " ".join(word if at % every == every - 1 else one for at, one in enumerate(text.split()))


def test_case_and_marks_count_for_nothing() -> None:
    (copy,) = find_copies([Document("a", WIRE), Document("b", WIRE.upper().replace(",", " –"))])
    assert copy.kind is CopyKind.COPY
    assert copy.share == 1


@pytest.mark.parametrize("every", [20, 10, 8])
def test_a_copy_with_words_changed_here_and_there_is_a_copy(every: int) -> None:
    assert kinds(WIRE, changed(WIRE, every)) == [CopyKind.COPY]


def test_a_text_of_which_every_fourth_word_is_another_is_no_copy() -> None:
    assert kinds(WIRE, changed(WIRE, 4)) == []


def test_a_passage_in_two_long_reports() -> None:
    (one, other), passage = pile_of(2, 1, 300), pile_of(1, 9, 15)[0]
    assert kinds(one + " " + passage, passage + " " + other) == [CopyKind.PASSAGE]
    assert kinds(one + " " + passage[: len(passage) // 2], passage + " " + other) == []


def test_a_passage_with_a_word_changed_in_it() -> None:
    (one, other), passage = pile_of(2, 2, 300), pile_of(1, 8, 32)[0]
    assert kinds(f"{one} {passage}", f"{changed(passage, 16)} {other}") == [CopyKind.PASSAGE]
    assert kinds(f"{one} {passage}", f"{changed(passage, 10)} {other}") == [CopyKind.PASSAGE]
    assert kinds(f"{one} {passage}", f"{changed(passage, 5)} {other}") == []


def test_a_notice_that_many_reports_carry_is_no_passage() -> None:
    notice = "All rights are with the house and no part of this may be printed without a letter from it first"
    carried = [f"{text} {notice}." for text in pile_of(30, 3, 80)]
    assert kinds(*carried) == []
    assert kinds(*carried[:2]) == [CopyKind.PASSAGE]


def test_a_story_that_many_carry_is_found_in_all_of_them() -> None:
    carried = [f"{WIRE} {own}" for own in pile_of(60, 4, 8)]
    documents = [Document(str(at), text) for at, text in enumerate(carried)]
    found = find_copies(documents)
    assert {one for copy in found for one in (copy.left, copy.right)} == {
        one.id for one in documents
    }
    assert {copy.kind for copy in found} == {CopyKind.COPY}


def test_furniture_is_nobodys_words() -> None:
    line = "You have 31 percent of this article left to read and the rest of it is for subscribers alone."
    texts = [f"{own} {line}" for own in pile_of(2, 5, 100)]
    documents = [Document(str(at), text) for at, text in enumerate(texts)]
    assert len(find_copies(documents)) == 1
    marked = [replace(one, furniture=(Span(len(one) - len(line), len(one)),)) for one in documents]
    assert find_copies(marked) == ()


def test_nothing_is_concluded_from_two_pairs_about_a_third() -> None:
    one, other = pile_of(2, 6, 120)
    found = find_copies([Document("a", one), Document("b", other), Document("c", f"{one} {other}")])
    assert len(found) == 2


def test_the_order_of_the_documents_changes_nothing() -> None:
    texts = [WIRE, changed(WIRE, 10), OTHER + WIRE.split("\n\n")[1], OTHER]
    documents = [Document(str(at), text) for at, text in enumerate(texts)]
    first = find_copies(documents)
    assert first
    assert all(find_copies(order) == first for order in permutations(documents))


def test_a_text_that_repeats_itself_is_found_on_whichever_side_it_comes() -> None:
    line = "No strikes were seen that day and nobody was hurt in the town or on the river. "
    for more in ("Nothing else.", "Nothing else at all.", "That was all of it."):
        (copy,) = find_copies([Document("a", line * 12), Document("b", line * 12 + more)])
        assert copy.kind is CopyKind.COPY
        assert copy.share == 1


def check_sound(documents: list[Document], found: tuple[Copy, ...]) -> None:
    by_id = {one.id: one for one in documents}
    assert len({(one.left, one.right) for one in found}) == len(found)
    for copy in found:
        assert copy.left < copy.right
        assert copy.passages
        for passage in copy.passages:
            left = by_id[copy.left][passage.left.span]
            right = by_id[copy.right][passage.right.span]
            assert bare(left) == bare(right) != []


def bare(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text.lower()).split()


sentences = st.sampled_from(
    [*WIRE.split(". "), *OTHER.split(". "), "No more", "Ein Straßen-Café", "🚢", ""]
)


@given(st.lists(st.lists(sentences, max_size=5).map(". ".join), max_size=4, unique=True))
def test_what_is_said_to_be_shared_stands_in_both(texts: list[str]) -> None:
    documents = [Document(str(at), text) for at, text in enumerate(texts)]
    check_sound(documents, find_copies(documents))


@given(st.lists(st.text(max_size=80), max_size=3, unique=True), st.text(max_size=80))
def test_any_texts_at_all(texts: list[str], shared: str) -> None:
    documents = [Document(str(at), f"{shared} {text}") for at, text in enumerate(texts)]
    check_sound(documents, find_copies(documents))


def test_many_texts_that_share_nothing_lead_to_no_pairs() -> None:
    assert kinds(*pile_of(400, 7)) == []


def test_copies_among_many_are_all_found() -> None:
    texts = pile_of(200, 8, 80)
    copies = [changed(text, 12) for text in texts[:50]]
    documents = [Document(str(at), text) for at, text in enumerate(texts + copies)]
    found = {frozenset((copy.left, copy.right)) for copy in find_copies(documents)}
    assert found == {frozenset((documents[at].id, documents[200 + at].id)) for at in range(50)}


def test_words_without_end_take_work_in_proportion() -> None:
    def work(text: str) -> None:
        find_copies([Document("a", text), Document("b", f"{text} z"), Document("c", f"q {text}")])

    check_linear(work, ["a ", "the mayor of the town ", "é", "“"])


def test_one_text_under_two_names_is_no_copy_of_itself() -> None:
    assert find_copies([Document(name, WIRE) for name in "ab"]) == ()
