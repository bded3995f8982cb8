"""The entries of a live blog."""

from sayso.model.text import Document
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.pages.head import PageHead, with_page_head
from sayso.read.pages.linked import Update
from sayso.read.pages.running import entries_of

TEXT = """The siege in short.

17:24 Army opens corridor

The army said that the road was open.

16:58

Twelve killed

Twelve people were killed, the mayor said.

16:02 Shell hits market

It was the army, the mayor said."""
ONE_DAY = HeadData(published="2026-03-02T06:00+01:00", modified="2026-03-02T18:00+01:00")


def shown(text: str, head: HeadData, *updates: Update) -> list[tuple[str, str | None]]:
    found = entries_of(text, head, updates)
    return [(text[one.span.start : one.span.end].split("\n")[0], one.published) for one in found]


def test_listed_entries_have_their_own_dates() -> None:
    updates = (
        Update("Army opens corridor", None, "2026-03-02T17:24:00+01:00"),
        Update(None, "Twelve people were killed, the mayor said.", "2026-03-02T16:58:00"),
        Update("Twelve killed", None, "2026-03-02T16:58:00"),
        Update("Not on the page", None, "2026-03-02T11:00:00Z"),
    )
    assert shown(TEXT, NOTHING_KNOWN, *updates[:1], *updates[2:]) == [
        ("17:24 Army opens corridor", "2026-03-02T17:24:00+01:00"),
        ("16:58", "2026-03-02"),
    ]


def test_an_entry_that_fits_two_places_is_none() -> None:
    text = "Army opens corridor\n\nOne.\n\nArmy opens corridor\n\nTwo."
    assert shown(text, NOTHING_KNOWN, Update("Army opens corridor", None, "2026-03-02")) == []


def test_visible_times_have_the_only_day_that_they_can_have() -> None:
    assert [day for _, day in shown(TEXT, ONE_DAY)] == ["2026-03-02"] * 3


def test_over_midnight_no_day_is_guessed() -> None:
    later = HeadData(published="2026-03-02", modified="2026-03-03")
    assert {day for _, day in shown(TEXT, later)} == {None}
    assert {day for _, day in shown(TEXT, HeadData(published="2026-03-02"))} == {None}
    mixed = TEXT.replace("16:02", "23:50")
    assert shown(mixed, ONE_DAY) == []
    early = TEXT.replace("16:02", "03:02")
    assert {day for _, day in shown(early, ONE_DAY)} == {None}


def test_a_report_without_entries_has_none() -> None:
    assert shown("The army fired at 17:24, the mayor said.", ONE_DAY) == []


def test_a_document_gets_its_head_its_entries_and_its_corrections() -> None:
    text = f"{TEXT}\n\nCorrection: it was the mayor's deputy."
    found = with_page_head(Document("a", text), PageHead(ONE_DAY))
    assert found.published == ONE_DAY.published
    assert len(found.entries) == 3
    assert [found[span] for span in found.corrections] == ["Correction: it was the mayor's deputy."]
