"""What happened when."""

from sayso.compare.events.timeline import find_timeline
from sayso.model.comparison import Entry
from tests.compare.told import Told, events_in, on, one_story


def timeline(*told: Told) -> tuple[Entry, ...]:
    pile, _ = one_story(*told)
    return find_timeline(events_in(pile), pile)


def test_dated_happenings_stand_in_order_and_undated_ones_do_not() -> None:
    one = Told("The truce ended at Orn. Shells fell on Pellmere. A bridge at Aske was bombed.")
    one.event("fell", "shelling", "Pellmere", on(9))
    one.event("truce", "ceasefire", "Orn", on(2))
    one.event("bombed", "bombing", "Aske")
    entries = timeline(one)
    assert [entry.first for entry in entries] == [on(2), on(9)]
    assert {entry.documents for entry in entries} == {(one.facts().document.id,)}


def test_what_did_not_happen_has_no_place_unless_somebody_says_that_it_did() -> None:
    one, two = Told("No shell fell on Pellmere."), Told("Shells fell on Pellmere.")
    one.event("fell", "shelling", "Pellmere", on(9), negated=True)
    assert timeline(one) == ()
    two.event("fell", "shelling", "Pellmere", on(9))
    (entry,) = timeline(one, two)
    assert len(entry.documents) == 2


def test_a_happening_without_a_place_is_not_told_twice_on_one_day() -> None:
    one = Told("Shells struck Sedge Ferry. Far away a grocer was stabbed. Shells struck Pellmere.")
    one.event("struck", "shelling", "Sedge Ferry", on(4))
    one.event("stabbed", "attack", None, on(4))
    one.event("struck", "shelling", "Pellmere", on(4), nth=1)
    assert len(timeline(one)) == 2


def test_another_report_of_that_day_keeps_its_entry() -> None:
    one, two = Told("Shells struck Sedge Ferry."), Told("A grocer was stabbed.")
    one.event("struck", "shelling", "Sedge Ferry", on(4))
    two.event("stabbed", "attack", None, on(4))
    assert len(timeline(one, two)) == 2


def test_what_is_ordinary_has_no_place() -> None:
    one = Told("Shells fell on Pellmere, said the mayor.")
    one.event("fell", "shelling", "Pellmere", on(9))
    one.event("said", "statement", None, on(9))
    assert len(timeline(one)) == 1


def test_an_entry_says_when_it_happened_and_when_it_was_told() -> None:
    one = Told("Shells fell on Pellmere.", published="2031-05-10")
    two = Told("Shells fell on Pellmere!", published="2031-05-12T08:00Z")
    three = Told("On Pellmere shells fell.")
    for told in (one, two, three):
        told.event("fell", "shelling", "Pellmere", on(9))
    (entry,) = timeline(one, two, three)
    assert (entry.first, entry.said_from, entry.said_to) == (on(9), on(10), on(12))
    (undated,) = timeline(three)
    assert (undated.said_from, undated.said_to) == (None, None)
