"""Which rule decides on a figure of a toll, and the status that it gives."""

from typing import Any

from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.history import toll_history
from sayso.compare.tolls.policies.base import FigureStatus
from sayso.compare.tolls.status import RULES, with_status
from sayso.model.happening import Harm, Precision
from sayso.model.speech import Stance
from sayso.model.text import Span
from sayso.text.revisions import Revision, RevisionKind
from tests.compare.told import Told, counted

AT_LEAST, AT_MOST, RANGE = Precision.AT_LEAST, Precision.AT_MOST, Precision.RANGE
CORRECTION = Revision(RevisionKind.CORRECTED, Span(0, 1), "35")
FORMER = Revision(RevisionKind.FORMER, Span(0, 1))
MORNING, NIGHT = "2031-05-04T08:00Z", "2031-05-04T22:00Z"


def rules(*counts: CountedFigure) -> list[str]:
    """The names of the rules that decide on the figures; empty where a figure simply counts."""
    known = {figure.figure.id: figure.rule for figure in with_status(counts, toll_history(counts))}
    return [known[count.figure.id] for count in counts]


def status_of(*counts: CountedFigure) -> FigureStatus:
    """The status of the first figure."""
    known = {
        figure.figure.id: figure.status for figure in with_status(counts, toll_history(counts))
    }
    return known[counts[0].figure.id]


def figure(
    words: str,
    who: str = "people",
    outlet: str = "Gazette",
    day: str | None = None,
    **given: Any,
) -> CountedFigure:
    """A figure that a report of its own gives; its words end in the number."""
    told = Told(f"{outlet} has it: {words} {who} are dead.", outlet, day)
    voice = {key: given.pop(key) for key in ("speaker", "side", "stance", "origin") if key in given}
    return counted(told, told.figure(words, who=who, **given), **voice)


def test_a_figure_that_nothing_is_said_against_counts() -> None:
    count = figure("some 12")
    assert rules(count) == [""]
    assert status_of(count) is FigureStatus.COUNTS


def test_every_rule_has_a_test_here() -> None:
    tested = {
        name
        for test in globals()
        if test.startswith("test_")
        for name in RULES
        if name.replace(" ", "_") in test
    }
    assert tested == set(RULES)


def test_corrected() -> None:
    told = Told("The council lowered the toll to 18 from 35, 18 people dead.", "Echo", NIGHT)
    corrected = counted(told, told.figure("18", who="people"), revised=CORRECTION)
    older, other = figure("some 35", day=MORNING), figure("say 35", outlet="Post", day=MORNING)
    assert rules(older, other, corrected) == ["corrected", "corrected", ""]
    assert rules(older, other, figure("now 18", outlet="Echo", day=NIGHT)) == ["", "", ""]


def test_hypothetical() -> None:
    assert rules(figure("up to 900", hypothetical=True)) == ["hypothetical"]


def test_not_asserted() -> None:
    for stance in Stance:
        silent = stance in (Stance.DENIES, Stance.DOUBTS, Stance.ASKS, Stance.INTENDS)
        count = figure("some 12", speaker="The army", stance=stance)
        assert rules(count) == (["not asserted"] if silent else [""])


def test_told_as_earlier() -> None:
    told = Told("35 people are dead, up from 20 people.", "Gazette", MORNING)
    now = counted(told, told.figure("35", who="people"))
    before = counted(told, told.figure("from 20", who="people"), revised=FORMER)
    assert rules(now, before) == ["", "told as earlier"]
    assert rules(before) == [""]  # there is no other


def test_part_of_whole() -> None:
    told = Told("35 people died, 4 of them children.", "Gazette")
    whole = told.figure("35", who="people")
    part = told.figure("4", who="children", part_of=whole)
    assert rules(counted(told, whole), counted(told, part)) == ["", "part of whole"]
    alone = counted(told, part)
    assert rules(alone) == [""]


def test_some_of_the_dead_are_part_of_whole_without_a_link() -> None:
    told = Told("38 people died. The names of 33 of the dead are known.", "Gazette")
    all_dead, some = told.figure("38", who="people"), told.figure("names of 33", who="dead")
    assert rules(counted(told, all_dead), counted(told, some)) == ["", "part of whole"]
    told = Told("There are names of 33 of the dead. It killed 12 people.", "Gazette")
    some, fewer = told.figure("names of 33", who="dead"), told.figure("killed 12", who="people")
    assert rules(counted(told, some), counted(told, fewer))[0] == ""


def test_adds_to_others() -> None:
    told = Told("Guards found 2 more dead.", "Review")
    more = counted(told, told.figure("found 2", who="dead"))
    assert rules(more, figure("some 12")) == ["adds to others", ""]
    assert rules(more) == [""]
    hurt = counted(told, told.figure("found 2", who="dead", harm=Harm.INJURED))
    assert rules(hurt, figure("some 12", harm=Harm.INJURED)) == ["", ""]


def test_among_all() -> None:
    nurses = figure("all 3", who="nurses")
    assert rules(nurses, figure("some 12")) == ["among all", ""]
    assert rules(nurses, figure("some 2")) == ["", ""]
    assert rules(nurses, figure("some 12", who="porters")) == ["", ""]


def test_nobody_harmed() -> None:
    nobody = figure("0", who="nurses")
    assert rules(nobody, figure("some 12")) == ["nobody harmed", ""]
    assert rules(nobody) == [""]


def test_less_than_same_voice() -> None:
    told = Told("It killed 12 people, first 9 people.", "Gazette")
    more, fewer = told.figure("killed 12", who="people"), told.figure("first 9", who="people")
    assert rules(counted(told, more), counted(told, fewer)) == ["", "less than same voice"]
    other = counted(told, fewer, speaker="The army")
    assert rules(counted(told, more), other) == ["", ""]


def test_a_range_about_a_number_leaves_the_number_as_less_than_same_voice() -> None:
    told = Told("It killed 9 people; some 8-10 people.", "Gazette")
    nine, span = (
        told.figure("killed 9", who="people"),
        told.figure("8-10", 8, 10, RANGE, who="people"),
    )
    assert rules(counted(told, nine), counted(told, span)) == ["less than same voice", ""]


def test_up_to_a_number_does_not_make_another_less_than_same_voice() -> None:
    told = Told("It killed 18 people; up to 22 people.", "Gazette")
    exact = told.figure("killed 18", who="people")
    most = told.figure("up to 22", None, 22, AT_MOST, who="people")
    assert rules(counted(told, exact), counted(told, most)) == ["", ""]


def test_before_same_voice() -> None:
    first = figure("some 40", day="2031-05-04", speaker="Jonna Wick")
    second = figure("now 31", outlet="Review", day="2031-05-05", speaker="Jonna Wick")
    assert rules(first, second) == ["before same voice", ""]
    same_day = figure("now 31", outlet="Review", day="2031-05-04", speaker="Jonna Wick")
    assert rules(first, same_day) == ["", ""]
    undated = figure("now 31", outlet="Review", speaker="Jonna Wick")
    assert rules(first, undated) == ["", ""]


def test_same_origin() -> None:
    first = figure("some 12", origin="agency")
    again = figure("some 12", outlet="Post", origin="agency", speaker="The mayor")
    assert rules(first, again) == ["", "same origin"]
    assert rules(first, figure("some 12", outlet="Post", speaker="The mayor")) == ["", ""]
    assert rules(first, figure("some 13", outlet="Post", origin="agency", speaker="The mayor")) == [
        "",
        "",
    ]


def test_two_voices_of_one_report_are_not_the_same_origin() -> None:
    told = Told("12 people died, said the mayor; 12 people, said the army.", "Gazette")
    mayor = counted(told, told.figure("12", who="people"), speaker="the mayor")
    army = counted(told, told.figure("mayor; 12", who="people"), speaker="the army")
    assert rules(mayor, army) == ["", ""]


def test_same_side() -> None:
    army = figure("some 12", speaker="The army", side="state")
    ministry = figure("some 12", outlet="Post", speaker="The ministry", side="state")
    rebels = figure("some 12", outlet="Echo", speaker="The rebels", side="rebel")
    assert sorted(rules(army, ministry, rebels)) == ["", "", "same side"]


def test_enemy_claim() -> None:
    rebels = figure("some 84", who="soldiers", speaker="The rebels", side="rebel")
    assert rules(rebels, figure("some 20", who="soldiers", outlet="Post")) == ["enemy claim", ""]
    assert status_of(rebels) is FigureStatus.ENEMY_CLAIM
    army = figure("some 84", who="soldiers", speaker="The army", side="state")
    assert rules(army) == [""]
    assert rules(figure("some 84", who="people", speaker="The rebels", side="rebel")) == [""]


def test_vague_word() -> None:
    dozens = figure("dozens", kind=Precision.VAGUE)
    assert rules(dozens, figure("some 31", outlet="Post")) == ["vague word", ""]
    assert rules(dozens) == [""]


def test_single_death() -> None:
    told = Told("A man was killed.", "Gazette")
    one = counted(told, told.figure("A", 1, 1, Precision.IMPLIED, who="man"))
    assert rules(one, figure("some 31", who="men", outlet="Post")) == ["single death", ""]
    assert rules(one) == [""]


def test_superseded() -> None:
    first, later = figure("some 20", day=MORNING), figure("now 38", outlet="Post", day=NIGHT)
    assert rules(first, later) == ["superseded", ""]
    assert status_of(first, later) is FigureStatus.SUPERSEDED
    at_once = figure("now 38", outlet="Post", day=MORNING)
    assert rules(first, at_once) == ["", ""]
    fewer = figure("now 18", outlet="Post", day=NIGHT)
    assert rules(first, fewer) == ["", ""]


def test_lower_bound() -> None:
    told = Told("It killed 9 people; 4-9 people died.", "Gazette")
    nine, span = (
        told.figure("killed 9", who="people"),
        told.figure("4-9", 4, 9, RANGE, who="people"),
    )
    assert rules(counted(told, nine), counted(told, span)) == ["", "lower bound"]
    assert status_of(counted(told, span), counted(told, nine)) is FigureStatus.LOWER_BOUND


def test_unknown_status() -> None:
    people = figure("some 40")
    civilians = figure("say 33", who="civilians", outlet="Post")
    assert rules(people, civilians) == ["unknown status", ""]
    assert status_of(people, civilians) is FigureStatus.UNKNOWN_STATUS
    assert rules(people, figure("say 33", outlet="Post")) == ["", ""]
