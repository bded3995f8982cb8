"""Which of two reports that share words had them first."""

from dataclasses import replace

import pytest

from sayso.compare.copies.direction import origin_by_time, with_origin
from sayso.model.comparison import Citation, Copy, CopyKind, Quote
from sayso.model.text import Document, Head, Span
from tests.compare.told import cards_of

STORY = "The market burned in the night, the governor said on Sunday."


def report(outlet: str, text: str = STORY, published: str | None = None) -> Document:
    return Document(f"{outlet}.txt", f"{text} {outlet}.", outlet=outlet, published=published)


def copied(left: Document, right: Document) -> Copy:
    ids = sorted((left.id, right.id))
    return Copy(ids[0], ids[1], CopyKind.COPY, None, 0.9, ())


def cites(citing: Document, cited: Document) -> Citation:
    return Citation(citing.id, Quote(citing.id, Span(0, 3)), None, cited.id)


def origin(left: Document, right: Document, *citations: Citation) -> str | None:
    documents = {one.id: one for one in (left, right)}
    found = with_origin([copied(left, right)], cards_of((left, right)), citations)
    (copy,) = [one for one in found if one.kind is CopyKind.COPY]
    if copy.origin is None:
        return None
    return documents[copy.origin].outlet


def test_without_a_sign_nobody_was_first() -> None:
    assert origin(report("Gazette"), report("Herald")) is None


def test_the_earlier_day() -> None:
    late, early = (
        report("Gazette", published="2031-05-02"),
        report("Herald", published="2031-05-01"),
    )
    assert origin(late, early) == origin(early, late) == "Herald"


def test_the_report_that_is_cited() -> None:
    one, other = report("Gazette"), report("Herald")
    assert origin(one, other, cites(one, other)) == "Herald"
    assert origin(one, other, cites(one, other), cites(other, one)) is None


def test_the_agency_that_is_credited() -> None:
    carried = report("Gazette", f"SELLAN (Reuters) – {STORY}")
    assert origin(carried, report("Reuters")) == "Reuters"


def test_signs_that_disagree_leave_it_unknown() -> None:
    early, late = (
        report("Gazette", published="2031-05-01"),
        report("Herald", published="2031-05-02"),
    )
    assert origin(early, late, cites(early, late)) is None
    assert origin(early, late, cites(late, early)) == "Gazette"


@pytest.mark.parametrize(
    ("left", "right", "first"),
    [
        ("2031-05-01", "2031-05-02", "left"),
        ("2031-05-02", "2031-05-01", "right"),
        ("2031-05-01", "2031-05-01", None),
        ("2031-05-01T10:00Z", "2031-05-01T11:00Z", "left"),
        ("2031-05-01T10:00+03:00", "2031-05-01T08:00Z", "left"),
        ("2031-05-01T23:30-05:00", "2031-05-02T01:00Z", "right"),
        ("2031-05-01T10:00Z", "2031-05-01", None),
        ("2031-05-01T10:00Z", "2031-05-02", "left"),
        ("2031-05-01", None, None),
        (None, None, None),
        ("no date", "2031-05-01", None),
    ],
)
def test_times_and_days(left: str | None, right: str | None, first: str | None) -> None:
    one, other = report("Gazette", published=left), report("Herald", published=right)
    expected = {"left": one.id, "right": other.id, None: None}[first]
    here, there = cards_of((one, other)).values()
    assert origin_by_time(here, there) == expected
    assert origin_by_time(there, here) == expected


def test_a_citation_is_a_link_of_its_own() -> None:
    one, other = report("Gazette"), report("Herald", "Nobody came.")
    documents = cards_of((one, other))
    (link,) = with_origin([], documents, [cites(one, other), cites(one, other)])
    assert link.kind is CopyKind.CITATION
    assert link.origin == other.id
    assert {link.left, link.right} == documents.keys()
    assert with_origin([], documents, [cites(one, other), cites(other, one)]) == ()


def test_of_a_text_with_several_heads_every_outlet_and_the_earliest_day_count() -> None:
    carried = report("Gazette", f"SELLAN (Reuters) – {STORY}")
    agency = Document("h", STORY, outlet="Herald", also=(Head("r", outlet="Reuters"),))
    assert origin(carried, agency) == "Herald"
    late = replace(
        report("Post", published="2031-05-03"), also=(Head("x", published="2031-05-01"),)
    )
    assert origin(late, report("Gazette", published="2031-05-02")) == "Post"
