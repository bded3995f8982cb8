"""Which event a figure is of."""

from sayso.compare.tolls.event_of_figure import FigureScope, StoryEvents
from sayso.model.comparison import SharedEvent
from sayso.model.happening import Figure
from sayso.model.reasons import RuleName, because
from tests.compare.told import Told, on, shared_event

MAIN = ("main",)


def scope_of(
    told: Told, figure: Figure, *events: SharedEvent, others: tuple[Told, ...] = ()
) -> FigureScope:
    facts = told.facts()
    pile = [facts, *(other.facts() for other in others)]
    return StoryEvents(pile, events).scope_of(facts, figure)


def attack_in_orn(outlet: str = "Review") -> tuple[Told, SharedEvent]:
    """A report of an attack in Orn on 4 May, which kills."""
    told = Told("Shells killed 3 people in Orn.", outlet)
    event = told.event("killed", "killing", "Orn", on(4))
    told.figure("killed 3", 3, 3, event=event)
    return told, shared_event((told, event))


def test_a_figure_of_no_event_is_of_the_main_one_and_may_move() -> None:
    other, main = attack_in_orn()
    told = Told("In all 20 people died.", "Gazette")
    scope = scope_of(told, told.figure("In all 20"), main, others=(other,))
    assert scope == FigureScope(MAIN, main.id, None, may_move=True)


def test_without_an_event_the_main_one_has_no_name() -> None:
    told = Told("In all 20 people died.", "Gazette")
    assert scope_of(told, told.figure("In all 20")) == FigureScope(MAIN, None, None, may_move=True)


def test_the_main_event_is_the_one_that_most_reports_mention() -> None:
    other, _ = attack_in_orn()
    told = Told("A raid in Kesk killed 2 and shells in Orn killed 3 people.", "Gazette")
    raid = told.event("raid", "raid", "Kesk", on(9))
    shells = told.event("shells", "shelling", "Orn", on(4))
    told.figure("killed 2", event=raid)
    told.figure("killed 3", event=shells)
    told.figure("killed 3", event=raid)
    main = shared_event((told, shells), (other, other.marked["events"][0]))
    events = StoryEvents([told.facts(), other.facts()], [shared_event((told, raid)), main])
    assert events.main == main


def test_what_harms_nobody_is_no_main_event() -> None:
    told = Told("The mayor said it. Shells killed 3 people.", "Gazette")
    said = told.event("said", "statement")
    killed = told.event("killed", "killing")
    told.figure("killed 3", event=killed)
    again = Told("The mayor said it again.", "Review")
    repeated = again.event("said", "statement")
    events = [shared_event((told, said), (again, repeated)), shared_event((told, killed))]
    assert StoryEvents([told.facts(), again.facts()], events).main == events[1]


def test_a_figure_of_an_event_on_other_days_stays_with_it() -> None:
    other, main = attack_in_orn()
    told = Told("A raid killed 20 people.", "Gazette")
    raid = told.event("raid", "raid", None, on(9))
    figure = told.figure("killed 20", event=raid)
    event = shared_event((told, raid))
    third = Told("Orn was shelled.", "Post")
    shelled = third.event("shelled", "shelling", "Orn", on(4))
    main = shared_event((other, other.marked["events"][0]), (third, shelled))
    scope = scope_of(told, figure, event, main, others=(other, third))
    assert scope == FigureScope(("event", event.id), event.id, None, may_move=False)


def test_a_figure_of_an_event_elsewhere_may_move_while_no_day_speaks_against_it() -> None:
    other, _ = attack_in_orn()
    told = Told("A raid in Kesk killed 20 people.", "Gazette")
    raid = told.event("raid", "raid", "Kesk", on(4))
    figure = told.figure("killed 20", event=raid)
    event = shared_event((told, raid))
    third = Told("Orn was shelled.", "Post")
    shelled = third.event("shelled", "shelling", "Orn", on(4))
    main = shared_event((other, other.marked["events"][0]), (third, shelled))
    scope = scope_of(told, figure, event, main, others=(other, third))
    assert scope == FigureScope(("event", event.id), event.id, None, may_move=True)


def test_two_spellings_of_a_place_are_one_place() -> None:
    other, _ = attack_in_orn()
    told = Told("A raid at Tin Zaouatine killed 20 people.", "Gazette")
    raid = told.event("raid", "raid", "Tin Zaouatine", on(4))
    figure = told.figure("killed 20", event=raid)
    third = Told("Tinzaouaten was shelled, and 20 died.", "Post")
    shelled = third.event("shelled", "shelling", "Tinzaouaten", on(4))
    fourth = Told("Again Tinzaouaten was shelled.", "Echo")
    again = fourth.event("shelled", "shelling", "Tinzaouaten", on(4))
    main = shared_event((third, shelled), (fourth, again))
    scope = scope_of(told, figure, shared_event((told, raid)), main, others=(other, third, fourth))
    assert scope.key == MAIN


def test_a_longer_time_has_a_scope_of_its_own() -> None:
    other, main = attack_in_orn()
    told = Told("More than 700 people have been killed since January.", "Gazette")
    scope = scope_of(told, told.figure("More than 700"), main, others=(other,))
    note = because(RuleName.BACKGROUND, "since January")
    assert scope == FigureScope(("longer", "since", "january"), None, note)


def test_a_sum_of_several_events_is_of_none_wherever_its_number_is_repeated() -> None:
    told = Told("5 dead in Orn. Near a mill 5 people died in separate attacks.", "Gazette")
    first = told.figure("5 dead", 5, 5)
    told.figure("mill 5")
    assert scope_of(told, first).key == ("longer", "in", "separate", "attacks")


def test_a_single_death_is_no_repetition_of_a_sum() -> None:
    told = Told("1 dead in Orn. Near a mill 1 person died in separate attacks.", "Gazette")
    first = told.figure("1 dead", 1, 1)
    told.figure("mill 1")
    assert scope_of(told, first).key == MAIN


def test_a_sentence_with_an_earlier_date_is_of_an_earlier_time() -> None:
    other, main = attack_in_orn()
    told = Told("Fourteen people died there on 22 March 2031.", "Gazette", "2031-05-05")
    scope = scope_of(told, told.figure("Fourteen", 14, 14), main, others=(other,))
    assert scope.key[0] == "earlier"
    assert scope.note == because(RuleName.EARLIER_TIME)
    assert not scope.may_move


def test_a_later_date_beside_an_earlier_one_leaves_the_figure_with_the_main_event() -> None:
    other, main = attack_in_orn()
    told = Told("Fourteen died there on 22 March and on 4 May 2031.", "Gazette", "2031-05-05")
    scope = scope_of(told, told.figure("Fourteen", 14, 14), main, others=(other,))
    assert scope.key == MAIN


def test_an_earlier_date_in_the_sentence_before_says_nothing() -> None:
    other, main = attack_in_orn()
    told = Told("It was opened on 22 March 2031. In all 14 died.", "Gazette", "2031-05-05")
    scope = scope_of(told, told.figure("In all 14"), main, others=(other,))
    assert scope.key == MAIN


def test_an_event_in_the_sentence_that_is_dated_otherwise_outweighs_the_date() -> None:
    other, _ = attack_in_orn()
    told = Told("On 22 March 2031 it said the attack killed 14 people.", "Gazette", "2031-05-05")
    attack = told.event("attack", "killing", None, on(4))
    figure = told.figure("killed 14", event=attack)
    main = shared_event((told, attack), (other, other.marked["events"][0]))
    assert scope_of(told, figure, main, others=(other,)).key == MAIN
    before = Told(told.text, "Gazette", "2031-05-05")
    figure = before.figure("killed 14")
    _, main = attack_in_orn()
    assert scope_of(before, figure, main, others=(other,)).key[0] == "earlier"


def test_the_sentence_of_a_span_is_the_one_that_it_begins_in() -> None:
    told = Told("It rained. Shells fell on Orn. It is far.", "Gazette")
    facts = told.facts()
    sentence = StoryEvents([facts], ()).sentence_of(facts, told.at("fell"))
    assert facts.document[sentence].strip() == "Shells fell on Orn."
