"""How a toll changes from one saying to the next."""

import pytest

from sayso.compare.sources.origins import find_origins
from sayso.model.comparison import Change, Step, Toll
from sayso.model.happening import Harm, Precision
from sayso.model.speech import ActorType, Stance
from tests.compare.told import Told, cards_of, on, one_story, tolls_in

FIRST, UPDATE, CORRECTION = Change.FIRST, Change.UPDATE, Change.CORRECTION
AGREES, OLDER, RIVAL = Change.AGREES, Change.OLDER, Change.RIVAL


def toll_of(*told: Told) -> Toll:
    pile, stories = one_story(*told)
    found = tolls_in(pile, find_origins(cards_of(pile), (), stories))
    (toll,) = (one for one in found if one.policy == "ucdp")
    assert all(one.course == toll.course for one in found)
    return toll


def changes(*told: Told) -> list[Change | None]:
    return [step.change for step in toll_of(*told).course]


def said(number: str, outlet: str, published: str | None, speaker: str | None = None) -> Told:
    """A report in which an outlet, or a speaker of its, counts the dead."""
    said = f"{speaker} said {number} people died." if speaker else f"{number} people died."
    told = Told(f"{outlet} has it: {said}", outlet, published)
    claim = told.says(speaker, f"{number} people died") if speaker else None
    at_least = number.startswith("at least")
    low = int(number.split()[-1])
    kind = Precision.AT_LEAST if at_least else Precision.EXACT
    told.figure(number, low, None if at_least else low, kind, who="people", claim=claim)
    return told


MORNING, NIGHT = "2031-05-04T08:00Z", "2031-05-04T22:00Z"


def test_a_toll_that_grows_from_morning_to_night_is_an_update() -> None:
    toll = toll_of(said("20", "Gazette", MORNING), said("35", "Review", NIGHT))
    first, second = toll.course
    assert (first.change, first.former) == (FIRST, None)
    assert second.change is UPDATE
    assert second.former
    assert second.former.figure == first.figure
    assert second.said_from == second.said_to == on(4)
    assert "said later and higher than: 20 people (Gazette" in second.why


@pytest.mark.parametrize(
    ("reports", "found"),
    [
        # The order of the reports on the command line is not that of saying.
        ([("35", "Review", NIGHT), ("20", "Gazette", MORNING)], [FIRST, UPDATE]),
        ([("at least 20", "Gazette", MORNING), ("35", "Review", NIGHT)], [FIRST, UPDATE]),
        # On one day, and nobody knows which came later.
        ([("20", "Gazette", "2031-05-04"), ("35", "Review", "2031-05-04")], [FIRST, RIVAL]),
        ([("20", "Gazette", MORNING), ("35", "Review", "2031-05-04T08:20Z")], [FIRST, RIVAL]),
        ([("20", "Gazette", None), ("35", "Review", None)], [None, None]),
        # Both can be right.
        (
            [("at least 20", "Gazette", "2031-05-04"), ("35", "Review", "2031-05-04")],
            [FIRST, AGREES],
        ),
        ([("20", "Gazette", MORNING), ("20", "Review", NIGHT)], [FIRST, AGREES]),
        # An older figure comes again.
        (
            [("20", "Gazette", MORNING), ("35", "Review", NIGHT), ("20", "Echo", "2031-05-06")],
            [FIRST, UPDATE, OLDER],
        ),
        # Lower, later, by somebody else.
        ([("35", "Gazette", MORNING), ("20", "Review", NIGHT)], [FIRST, RIVAL]),
        # Lower, later, by the same outlet or speaker.
        ([("35", "Gazette", MORNING), ("20", "Gazette", NIGHT)], [FIRST, CORRECTION]),
        (
            [("35", "Gazette", MORNING, "Ilva Brant"), ("20", "Review", NIGHT, "Ilva Brant")],
            [FIRST, CORRECTION],
        ),
    ],
)
def test_what_a_figure_is_to_those_before_it(
    reports: list[tuple[str, ...]], found: list[Change | None]
) -> None:
    assert changes(*(said(*one) for one in reports)) == found


def test_the_day_beside_the_cue_counts_and_not_that_of_the_report() -> None:
    late = Told("Ilva Brant said on Sunday 20 people died.", "Echo", "2031-05-09")
    claim = late.says("Ilva Brant", "20 people died")
    late.figure("20", who="people", claim=claim)
    toll = toll_of(said("35", "Review", "2031-05-06"), late)
    assert [(step.change, step.said_from) for step in toll.course] == [
        (FIRST, on(4)),
        (UPDATE, on(6)),
    ]
    assert toll.course[0].dated
    assert late.text[toll.course[0].dated.span.start :].startswith("Sunday")
    assert toll.best == 35


def test_a_correction_in_so_many_words_replaces_what_everybody_said() -> None:
    corrected = Told(
        "The council lowered the toll to 18 from 35, 18 people dead.", "Echo", "2031-05-06"
    )
    corrected.figure("18", who="people")
    toll = toll_of(said("35", "Gazette", MORNING), said("35", "Review", NIGHT), corrected)
    assert [step.change for step in toll.course] == [FIRST, AGREES, CORRECTION]
    assert "“lowered”" in toll.course[-1].why
    assert (toll.low, toll.best, toll.high) == (18, 18, 18)
    assert sum("corrected to: 18" in line for line in toll.why) == 2


def test_a_figure_that_the_report_calls_earlier_is_older() -> None:
    told = Told("The toll rose to 35 dead from 20 dead.", "Echo", "2031-05-06")
    told.figure("35", who="dead")
    told.figure("20", who="dead")
    toll = toll_of(told)
    assert [step.change for step in toll.course] == [OLDER, UPDATE]
    assert (toll.low, toll.best, toll.high) == (35, 35, 35)


def test_two_sides_of_a_fight_are_rivals_whenever_they_speak() -> None:
    one = Told("The army said 20 soldiers died.", "Gazette", "2031-05-04")
    two = Told("The rebels said 84 soldiers died.", "Review", "2031-05-06")
    army = one.says("The army", "20 soldiers died", ActorType.ORGANISATION)
    rebels = two.says("The rebels", "84 soldiers died", ActorType.GROUP)
    one.figure("20", who="soldiers", claim=army)
    two.figure("84", who="soldiers", claim=rebels)
    assert changes(one, two) == [FIRST, RIVAL]


def test_the_missing_become_fewer_as_they_are_found() -> None:
    one = Told("40 people are missing.", "Gazette", "2031-05-04")
    two = Told("12 people are missing.", "Review", "2031-05-05")
    one.figure("40", harm=Harm.MISSING, who="people")
    two.figure("12", harm=Harm.MISSING, who="people")
    assert changes(one, two) == [FIRST, UPDATE]


def test_parts_denials_and_words_for_many_are_no_steps() -> None:
    told = Told(
        "12 people died, 5 of them children; dozens, they say. She denied 30 died.", "Gazette"
    )
    whole = told.figure("12", who="people")
    told.figure("5", who="children", part_of=whole)
    told.figure("dozens", kind=Precision.VAGUE, who="people")
    denied = told.says("She", "30 died", stance=Stance.DENIES)
    told.figure("30", claim=denied)
    steps: tuple[Step, ...] = toll_of(told).course
    assert [step.figure for step in steps] == [whole.id]


def test_the_entries_of_a_running_report_are_steps_in_the_order_of_their_times() -> None:
    told = Told(
        "18:40\nThe toll is 31, down from 35.\n12:20\nSome 35 people died.\n9:45\n6 people died.",
        "Live",
        "2031-05-04",
    )
    told.figure("31")
    told.figure("Some 35", who="people")
    told.figure("6", who="people")
    toll = toll_of(told)
    assert [step.change for step in toll.course] == [FIRST, UPDATE, CORRECTION]
    shown = [
        told.text[step.dated.span.start : step.dated.span.end] for step in toll.course if step.dated
    ]
    assert shown == ["9:45", "12:20", "18:40"]
    assert (toll.low, toll.best, toll.high) == (31, 31, 31)
