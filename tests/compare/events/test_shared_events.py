"""Which events are one happening."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.model.facts import Facts
from tests.compare.told import Told, events_in, on, one_story, triggers
from tests.strategies import facts

GAZETTE = "Fighters ambushed an army convoy near Tin Orrat on Saturday."
HERALD = "A battle at Tinorrat in the desert cost the army a convoy, the Herald has learnt."
COURIER = "In early May the army was attacked in the north, and lost a convoy to the fighters."


def joined(*told: Told) -> list[set[str]]:
    """The triggers of each happening."""
    pile, _ = one_story(*told)
    return [triggers(event, pile) for event in events_in(pile)]


def test_an_ambush_and_a_battle_on_one_day_at_one_place_spelt_two_ways_are_one() -> None:
    one, two = Told(GAZETTE), Told(HERALD)
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    two.event("battle", "battle", "Tinorrat", on(3))
    pile, _ = one_story(one, two)
    (event,) = events_in(pile)
    assert triggers(event, pile) == {"ambushed", "battle"}
    assert (event.first, event.last) == (on(3), on(3))


@pytest.mark.parametrize(
    ("place", "day"),
    [("Tin Orrat", on(9)), ("Sedge Ferry", on(3)), ("Sedge Ferry", on(9))],
)
def test_another_day_or_another_place_is_another_happening(place: str, day: date) -> None:
    one, two = Told(GAZETTE), Told(f"A battle at {place} cost the army a convoy.")
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    two.event("battle", "battle", place, day)
    assert len(joined(one, two)) == 2


def test_kinds_of_two_families_are_two_happenings() -> None:
    one, two = Told(GAZETTE), Told("A ceasefire was signed at Tin Orrat.")
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    two.event("ceasefire", "ceasefire", "Tin Orrat", on(3))
    assert len(joined(one, two)) == 2


def test_a_vague_date_and_a_country_join_the_one_happening_that_fits() -> None:
    one, two = Told(GAZETTE), Told(COURIER)
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    two.event("attacked", "attack", "the north", (on(1), on(10)))
    pile, _ = one_story(one, two)
    (event,) = events_in(pile)
    assert (event.first, event.last) == (on(3), on(3))
    assert event.kind == "ambush"  # it says more than "attack"
    assert event.place is not None
    assert pile[0].document[event.place.span] == "Tin Orrat"


def test_a_place_alone_joins_the_happening_there_or_the_one_in_its_words() -> None:
    one, two = Told(GAZETTE), Told(HERALD)
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    two.event("battle", "battle", "Tinorrat")
    assert len(joined(one, two)) == 1
    later, bare = Told("A clash near Tin Orrat on 20 May."), Told("That fight near Tin Orrat.")
    later.event("clash", "clash", "Tin Orrat", on(20))
    assert {"ambushed", "battle"} in joined(one, two, later)
    bare.event("fight", "battle", "Tin Orrat")
    assert {"fight"} in joined(one, later, bare)


def test_what_is_told_beside_a_happening_and_has_no_day_or_place_is_of_it() -> None:
    one = Told("Fighters ambushed a convoy near Tin Orrat on Saturday, killing ten. It was a rout.")
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    one.event("killing", "killing")
    assert joined(one) == [{"ambushed", "killing"}]


def test_what_fits_two_happenings_stands_alone() -> None:
    one, two, three = (
        Told("Shells struck Sedge Ferry on Sunday."),
        Told("Shells struck Pellmere on Sunday."),
        Told("Shells were fired on Sunday."),
    )
    one.event("struck", "shelling", "Sedge Ferry", on(4))
    two.event("struck", "shelling", "Pellmere", on(4))
    three.event("fired", "shelling", None, on(4))
    assert len(joined(one, two, three)) == 3


def test_a_day_alone_needs_words_in_common() -> None:
    one = Told(GAZETTE)
    one.event("ambushed", "ambush", "Tin Orrat", on(3))
    alike, unlike = Told("The army convoy was hit."), Told("A grocer was stabbed downtown.")
    alike.event("hit", "attack", None, on(3))
    unlike.event("stabbed", "attack", None, on(3))
    assert len(joined(one, alike)) == 1
    assert len(joined(one, unlike)) == 2


def test_a_kind_without_a_family_needs_a_form_of_one_word() -> None:
    one, two = Told("Police arrested the miller Hesk."), Told("The arrest of Hesk was expected.")
    three = Told("Hesk was seized by police.")
    one.event("arrested", "arrest")
    two.event("arrest", "arrest")
    three.event("seized", "arrest")
    assert {"arrested", "arrest"} in joined(one, two, three)
    assert {"seized"} in joined(one, two, three)


def test_one_word_of_two_places_or_two_days_is_two_happenings() -> None:
    one, two = Told("A man was arrested in Orn."), Told("A man was arrested in Pellmere.")
    one.event("arrested", "arrest", "Orn", on(3))
    two.event("arrested", "arrest", "Pellmere", on(3))
    assert len(joined(one, two)) == 2
    three = Told("A man was arrested in Orn again.")
    three.event("arrested", "arrest", "Orn", on(20))
    assert len(joined(one, three)) == 2


def test_one_word_for_several_events_goes_with_the_most_similar() -> None:
    one, two = Told("The miller Hesk was arrested."), Told("The baker Tolle was arrested.")
    three, four = Told("They arrested the baker Tolle."), Told("They arrested somebody.")
    one.event("arrested", "arrest", None, on(3))
    two.event("arrested", "arrest", None, on(9))
    three.event("arrested", "arrest")
    four.event("arrested", "arrest")
    pile, _ = one_story(one, two, three, four)
    found = events_in(pile)
    sizes = sorted(len(event.mentions) for event in found)
    assert sizes == [1, 1, 2]


def test_a_night_is_two_days() -> None:
    one, two = Told("On Saturday night shells fell on Orn."), Told("Orn was shelled on Sunday.")
    one.event("Saturday", "shelling", "Orn", on(3))
    two.event("shelled", "shelling", "Orn", on(4))
    assert len(joined(one, two)) == 1
    by_day = Told("On Saturday at noon shells fell on Orn.")
    by_day.event("Saturday", "shelling", "Orn", on(3))
    assert len(joined(by_day, two)) == 2


def test_a_longer_time_is_no_happening_of_a_day() -> None:
    one = Told("Shells struck Sedge Ferry on Sunday. Shelling has killed hundreds since January.")
    one.event("struck", "shelling", "Sedge Ferry", on(4))
    one.event("Shelling", "shelling")
    assert len(joined(one)) == 2


piles = st.lists(facts(1), min_size=1, max_size=3, unique_by=lambda one: one.document.id)


@given(piles, st.data())
def test_every_event_is_in_one_happening_whatever_the_order(pile: list[Facts], data: Any) -> None:
    found = events_in(pile)
    told = sorted((one.document, one.event) for event in found for one in event.mentions)
    assert told == sorted((one.document.id, own.id) for one in pile for own in one.events)
    again = data.draw(st.permutations(pile))
    assert events_in(again) == found
