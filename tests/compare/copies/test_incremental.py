"""Adding reports one at a time gives what comparing them all at once gives."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.copies.copies import find_copies
from sayso.compare.copies.incremental import add_report
from sayso.compare.copies.index import CopyIndex, index_of, merge_indexes
from sayso.compare.copies.postings import PartOnDisk
from sayso.compare.copies.sketches import SketchStore, documents_by_number, make_sketches, number_of
from sayso.model.comparison import Copy
from sayso.model.text import Document


def invented(words: int, seed: int) -> str:
    chance = random.Random(seed)  # noqa: S311
    return " ".join(
        f"{chance.choice(('ka', 'lo', 'mir', 'ten'))}{seed}x{at}" for at in range(words)
    )


NOTICE, HABIT, STORY = invented(20, 1), invented(18, 2), invented(60, 3)


def pile(seed: int, count: int = 70) -> list[Document]:
    """Reports with a notice, a habit of an outlet's, a story that many carry, passages and copies."""
    chance = random.Random(seed)  # noqa: S311
    found: list[Document] = []
    for at in range(count):
        parts = [invented(chance.randint(20, 60), 1000 * seed + at)]
        if chance.random() < 0.5:
            parts.append(NOTICE)
        if chance.random() < 0.4:
            parts.append(STORY)
        if at and chance.random() < 0.4:
            parts.append(" ".join(chance.choice(found).text.split()[: chance.randint(12, 40)]))
        outlet = chance.choice(("Tarn Herald", "Selm Gazette", None))
        if outlet == "Tarn Herald":
            parts.append(HABIT)
        chance.shuffle(parts)
        day = f"2031-05-{1 + at % 9:02}" if at % 5 else None
        found.append(Document(str(at), " ".join(parts), outlet=outlet, published=day))
    return found


def grown(
    documents: list[Document], order: list[int]
) -> tuple[dict[tuple[str, str], Copy], list[int]]:
    index, copies, work = CopyIndex(), dict[tuple[str, str], Copy](), list[int]()
    store = SketchStore(documents_by_number(documents), max_sketches=30)
    for at in order:
        index, change = add_report(index, number_of(documents[at]), store)
        for pair in change.without:
            copies.pop(pair, None)
        copies |= {(one.left, one.right): one for one in change.copies}
        work.append(change.pairs)
    return copies, work


@settings(max_examples=8, deadline=None)
@given(st.integers(1, 10**6), st.randoms(use_true_random=False))
def test_one_at_a_time_is_all_at_once(seed: int, chance: random.Random) -> None:
    documents = pile(seed, 60)  # the notice is in about 30 of them, the story in about 24
    order = list(range(len(documents)))
    chance.shuffle(order)
    copies, _ = grown(documents, order)
    assert copies == {(one.left, one.right): one for one in find_copies(documents)}


@pytest.mark.parametrize("seed", range(3))
def test_one_more_to_what_lies_on_the_disk_is_all_at_once(tmp_path: Path, seed: int) -> None:
    documents = pile(seed)
    store = SketchStore(documents_by_number(documents), max_sketches=5, folder=tmp_path)
    before = documents[:-5]
    index = index_of(
        (store.sketch_of(number) for number in documents_by_number(before)), tmp_path, max_rows=200
    )
    assert any(isinstance(part, PartOnDisk) for part in index.marks.parts)
    copies = {(one.left, one.right): one for one in find_copies(before)}
    for document in documents[-5:]:
        index, change = add_report(index, number_of(document), store)
        for pair in change.without:
            copies.pop(pair, None)
        copies |= {(one.left, one.right): one for one in change.copies}
    assert copies == {(one.left, one.right): one for one in find_copies(documents)}


def test_a_report_that_is_there_changes_nothing() -> None:
    documents = pile(4, 10)
    store = SketchStore(documents_by_number(documents))
    index = index_of(store.all_sketches())
    again, change = add_report(index, number_of(documents[3]), store)
    assert again is index
    assert change.pairs == 0


def test_the_work_grows_with_the_report_and_not_with_the_pile() -> None:
    text = invented(80, 77)
    for count in (50, 400):
        documents = [Document(str(at), invented(60, 100 + at)) for at in range(count)]
        documents += [Document("source", text), Document("copy", f"{text} and more")]
        _, work = grown(documents, list(range(len(documents))))
        assert work[-1] == 1
        assert sum(work) == 1


def test_indexes_of_parts_are_one_when_put_together() -> None:
    documents = pile(9)
    whole = index_of(make_sketches(documents))
    parts = merge_indexes(index_of(make_sketches(documents[at::3])) for at in range(3))
    assert parts.uninformative.common.tolist() == whole.uninformative.common.tolist()
    assert parts.uninformative.habit.tolist() == whole.uninformative.habit.tolist()
    (left,), (right,) = (list(one.marks.stretches()) for one in (whole, parts))
    assert left.mark.tolist() == right.mark.tolist()
    assert left.holder.tolist() == right.holder.tolist()


def test_what_an_outlet_prints_every_day_is_no_passage_between_its_reports() -> None:
    def told(outlet: str) -> list[Document]:
        return [
            Document(
                str(at),
                f"{invented(50, at + 20)} {HABIT}",
                outlet=outlet,
                published=f"2031-05-0{at}",
            )
            for at in range(1, 7)
        ]

    assert find_copies(told("Tarn Herald")) == ()
    others = [
        *told("Tarn Herald"),
        Document("x", f"{invented(50, 90)} {HABIT}", outlet="Selm Gazette"),
    ]
    assert len(find_copies(others)) == 6
    assert len(find_copies(told("Tarn Herald")[:3])) == 3


def test_versions_of_one_day_are_copies_however_many() -> None:
    versions = [
        Document(
            str(at), f"{STORY} {invented(9, at + 40)}", outlet="Tarn Herald", published="2031-05-01"
        )
        for at in range(8)
    ]
    assert len(find_copies(versions)) == 28
