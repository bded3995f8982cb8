"""Events as the reports tell them."""

from dataclasses import replace

from sayso.dossier.events import report_events
from sayso.dossier.page import dossier_page
from sayso.model.happening import Event
from sayso.model.text import Span
from tests.dossier.compared import sample


def test_dated_events_stand_in_their_order_and_the_others_apart() -> None:
    made = dossier_page(sample())
    assert [one.days for one in made.timeline] == ["4 May 2031"]
    assert [(one.days, one.kind) for one in made.undated] == [(None, "agreement, ceasefire")]


def test_the_telling_that_stands_for_all_has_a_date_of_its_own() -> None:
    (shelling,) = dossier_page(sample()).timeline
    assert shelling.main_mention.when
    assert len(shelling.other_mentions) == len(shelling.mentions) - 1
    assert shelling.main_mention not in shelling.other_mentions
    assert [report.number for report in shelling.reports] == [1, 2, 3, 4, 5]
    assert shelling.place
    assert shelling.place.pieces == ("Sedge Ferry",)


def test_a_telling_says_whether_it_is_told_as_not_having_happened() -> None:
    note = dossier_page(sample()).reports[4]
    assert [telling.negated for _, telling in note.read.events].count(True) == 1


def test_what_is_ordinary_is_not_shown() -> None:
    made = sample()
    facts = made.facts[0]
    told = Event(Span(0, 3), "statement", (), None, None, False)
    report = dossier_page(made).reports[0].read.report
    shown = report_events(replace(facts, events=(*facts.events, told)), report)
    assert [event for event, _ in shown] == sorted(facts.events, key=lambda one: one.trigger)
