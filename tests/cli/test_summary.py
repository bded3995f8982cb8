"""The few lines after a run: true to the comparison, and short."""

from dataclasses import replace

from sayso.cli.summary import MAX_LINE_CHARACTERS, summary_lines
from sayso.model.comparison import (
    Comparison,
    Likelihood,
    Origin,
    Point,
    Quote,
    Side,
    Stand,
    State,
)
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Head, Span

LONG = "The lock keeper of Upper Tarn said that the gate had been opened from outside. " * 3


def compared(
    text: str, state: State, remaining: float | None = None, read_to: int | None = None
) -> Comparison:
    """One report with one claim that is all of it, and one point of that."""
    document = Document("report.txt", text, remaining=remaining, read_to=read_to)
    whole = Span(0, len(text))
    claim = Claim((whole,), (), Stance.ASSERTS, (), None)
    point = Point(Quote(document.id, whole), (Stand(document.id, claim.id, Side.FOR),), state, 2, 1)
    return Comparison(
        (Facts(document, claims=(claim,)),), origins=(Origin((document.id,)),), points=(point,)
    )


def test_ones_are_not_plurals() -> None:
    first, second = list(summary_lines(compared("It is so.", State.SINGLE)))
    assert first == "1 report (1 independent origin), 1 claim, 0 speakers"
    assert second == "1 point, 0 contested"


def test_reports_are_counted_with_all_heads_and_texts_once() -> None:
    pile = Facts(Document("a", "Rain.", also=(Head("b"), Head("c")))), Facts(Document("d", "Snow."))
    first, _ = summary_lines(Comparison(pile, origins=(Origin((pile[0].document.id,)),)))
    assert first == "4 reports (2 texts, 1 independent origin), 0 claims, 0 speakers"


def test_a_disputed_point_stands_with_its_sides_on_one_short_line() -> None:
    lines = list(summary_lines(compared(LONG, State.CONTESTED)))
    (line,) = [line for line in lines if "disputed" in line]
    assert line.endswith("…” (2 origins for, 1 against)")
    assert "lock keeper" in line
    assert len(line) < MAX_LINE_CHARACTERS + 60


def test_the_surest_disputes_are_shown_and_the_less_sure_are_counted() -> None:
    comparison = compared("One. Two. Three. Four.", State.CONTESTED)
    (point,), words = comparison.points, ("One.", "Two.", "Three.", "Four.")
    starts = [comparison.facts[0].document.text.index(word) for word in words]
    steps = (Likelihood.PERHAPS, Likelihood.LIKELY, None, Likelihood.CLEAR)
    points = tuple(
        replace(
            point,
            title=Quote(point.title.document, Span(start, start + len(word))),
            likelihood=step,
        )
        for start, word, step in zip(starts, words, steps, strict=True)
    )
    _, counted, *lines = summary_lines(replace(comparison, points=points))
    assert counted == "4 points, 3 contested and 1 that may be"
    assert [line.split("“")[1].split("”")[0] for line in lines] == ["Four.", "Two.", "Three."]


def test_what_a_terminal_would_act_on_is_left_out() -> None:
    (line,) = [
        line
        for line in summary_lines(compared("a\x1b[2J\u202eb\nc", State.CONTESTED))
        if "disputed" in line
    ]
    assert "“a [2J b c”" in line


def test_an_incomplete_report_is_named_with_its_share() -> None:
    lines = list(summary_lines(compared("It is so.", State.SINGLE, remaining=0.2479)))
    assert lines[-1] == "  incomplete: report.txt withholds 24.79% of its text"


def test_a_report_that_was_read_in_part_is_named_with_how_far() -> None:
    lines = list(summary_lines(compared(LONG * 5, State.SINGLE, read_to=1000)))
    assert lines[-1] == f"  read in part: report.txt, up to character 1,000 of {len(LONG) * 5:,}"
