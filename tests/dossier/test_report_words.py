"""Reports by number, and words that know where they stand."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sayso.dossier.reasons import without_folders
from sayso.dossier.report_words import (
    MAX_CONTEXT_CHARACTERS,
    MAX_HEADING_CHARACTERS,
    Report,
    Reports,
    in_context,
    numbered_reports,
    passage_ends,
    quoted_words,
    words_at,
)
from sayso.model.comparison import Comparison, Quote
from sayso.model.facts import Facts
from sayso.model.text import Document, Span
from tests.dossier.compared import sample


def report(text: str, **about: Any) -> Report:
    (made,) = numbered_reports(
        Comparison((Facts(Document(about.pop("name", "n.txt"), text, **about)),))
    ).values()
    return made


def test_reports_are_numbered_in_the_order_given() -> None:
    comparison = sample()
    made = list(numbered_reports(comparison).values())
    assert [one.number for one in made] == [1, 2, 3, 4, 5]
    assert [one.anchor for one in made] == ["r1", "r2", "r3", "r4", "r5"]
    assert [one.document for one in made] == [facts.document for facts in comparison.facts]


def test_a_report_is_called_by_its_outlet_or_else_by_its_file() -> None:
    known, unknown = report("A.", outlet="Lorvane Herald"), report("A.", name="/home/me/a.txt")
    assert (known.label, known.label_kind) == ("Lorvane Herald", "outlet")
    assert (unknown.label, unknown.label_kind, unknown.file_name) == ("a.txt", "file", "a.txt")
    assert report("A.", name="https://a.example/b").file_name == "https://a.example/b"


def test_a_heading_is_the_title_or_the_first_line() -> None:
    assert report("A.\nB.", title="C").heading == "C"
    assert report("\n\n A line \nB.").heading == "A line"
    long = report("word " * 100).heading
    assert long.endswith(" …")
    assert len(long) <= MAX_HEADING_CHARACTERS + 2


def test_what_is_withheld_is_said_as_a_share() -> None:
    assert report("A.").withheld_share is None
    (made,) = numbered_reports(Comparison((Facts(Document("n", "A.", remaining=0.2479)),))).values()
    assert made.withheld_share == "24.79 %"


def test_words_in_pieces_are_the_reports_own() -> None:
    one = report("He said it, twice, and left.")
    made = words_at(one, [Span(0, 10), Span(19, 27)], "r1c1")
    assert made.pieces == ("He said it", "and left")
    assert made.ranges == "0-10 19-27"
    assert made.holds_quote(Quote(one.document.id, Span(3, 7)))
    assert not made.holds_quote(Quote(one.document.id, Span(8, 20)))
    assert not made.holds_quote(Quote("other", Span(3, 7)))


def test_a_word_is_shown_in_its_sentence() -> None:
    one = report("It rained. At least 23 people were killed on Sunday. Nobody knew.")
    start = one.document.text.index("killed")
    made = in_context(one, Span(start, start + 6), "r1f1")
    assert (made.before, made.pieces, made.after, made.cut) == (
        "At least 23 people were ",
        ("killed",),
        " on Sunday.",
        "",
    )


def test_a_long_sentence_is_cut_at_words_and_says_so() -> None:
    text = "tale " * 60 + "killed " + "more " * 60
    made = in_context(report(text), Span(300, 306), "r1f1")
    assert made.cut == "before after"
    assert len(made.before) <= MAX_CONTEXT_CHARACTERS
    assert set(made.before.split()) == {"tale"}
    assert set(made.after.split()) == {"more"}


@given(st.text(min_size=1, max_size=400), st.data())
def test_a_word_and_what_is_around_it_stand_together_in_the_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))
    made = in_context(report(text), span, "r1f1")
    whole = made.before + made.pieces[0] + made.after
    assert text[span.start - len(made.before) :].startswith(whole)
    assert made.pieces == (text[span.start : span.end],)


def test_a_passage_is_shown_by_its_ends_and_lights_up_whole() -> None:
    one = report(" ".join(str(number) for number in range(200)))
    made = passage_ends(one, Span(0, len(one.document)))
    assert len(made.pieces) == 2
    assert made.pieces[0].startswith("0 1 2")
    assert made.pieces[1].endswith("198 199")
    assert made.ranges == f"0-{len(one.document)}"


def test_a_short_passage_is_shown_whole() -> None:
    one = report("a b c")
    assert passage_ends(one, Span(0, 5)).pieces == ("a b c",)


def test_words_that_a_comparison_quotes() -> None:
    comparison = sample()
    known = numbered_reports(comparison)
    title = comparison.points[2].title
    assert quoted_words(known, title).pieces == ("firing on the town",)
    assert quoted_words(known, title).anchor == known[title.document].anchor


def test_a_reason_names_files_without_their_folders() -> None:
    known = Reports({"a": report("A.", name="/home/me/a.txt"), "b": report("B.", name="b")})
    assert without_folders(known, "84% of /home/me/a.txt stands in b") == "84% of a.txt stands in b"
