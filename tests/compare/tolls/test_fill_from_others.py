"""What the other figures of a story show about one."""

from sayso.compare.tolls.event_of_figure import FigureScope
from sayso.compare.tolls.fill_from_others import ScopedFigure, fill_from_others
from sayso.model.happening import Harm, Precision
from tests.compare.told import Told, counted

MAIN = FigureScope(("main",), None, None, may_move=True)
FORT = FigureScope(("event", "fort"), "fort", None, may_move=True)
DATED_FORT = FigureScope(("event", "fort"), "fort", None, may_move=False)


def figure(
    words: str,
    who: str,
    outlet: str = "Gazette",
    scope: FigureScope = MAIN,
    speaker: str | None = None,
    harm: Harm = Harm.KILLED,
) -> ScopedFigure:
    """A figure that a report of its own gives; its words end in the number."""
    told = Told(f"{outlet} has it: {words} {who}.", outlet)
    return ScopedFigure(counted(told, told.figure(words, who=who, harm=harm), speaker), scope)


def kinds(*figures: ScopedFigure) -> list[str]:
    return [filled.count.victim.kind for filled in fill_from_others(figures)]


def events(*figures: ScopedFigure) -> list[str]:
    return [filled.scope.key[-1] for filled in fill_from_others(figures)]


def test_seven_wounded_are_the_seven_soldiers_of_two_origins() -> None:
    wounded = figure("to 7", "wounded")
    first, second = figure("say 7", "soldiers", "Post"), figure("it hurt 7", "troops", "Echo")
    assert kinds(wounded, first, second)[0] == "soldiers"
    assert kinds(wounded, first)[0] == "civilians"  # one origin is not enough
    assert kinds(wounded, first, first)[0] == "civilians"
    assert kinds(figure("to 8", "wounded"), first, second)[0] == "civilians"
    assert kinds(figure("to 7", "people"), first, second)[0] == "civilians"  # it names them


def test_seven_wounded_are_nobody_known_where_two_kinds_are_seven() -> None:
    wounded = figure("to 7", "wounded")
    soldiers = figure("say 7", "soldiers", "Post"), figure("it hurt 7", "troops", "Echo")
    rebels = figure("say 7", "rebels", "Review")
    assert kinds(wounded, *soldiers, rebels)[0] == "civilians"


def test_seven_wounded_are_not_the_seven_soldiers_killed_or_of_another_event() -> None:
    wounded = figure("to 7", "wounded", harm=Harm.INJURED)
    killed = figure("say 7", "soldiers", "Post"), figure("it hurt 7", "troops", "Echo")
    assert kinds(wounded, *killed)[0] == "civilians"
    elsewhere = figure("to 7", "wounded", scope=FORT)
    assert kinds(elsewhere, *killed)[0] == "civilians"


def in_one_report(*others: tuple[str, int, int, str]) -> list[ScopedFigure]:
    """27 people, and other figures of the same report."""
    told = Told(
        "A blast killed 27 people. It was said that 20-27 militants and 4 nurses fell.", "Post"
    )
    figures = [told.figure("killed 27", who="people")]
    figures += [
        told.figure(words, low, high, Precision.RANGE if low < high else Precision.EXACT, who=who)
        for words, low, high, who in others
    ]
    return [ScopedFigure(counted(told, one), MAIN) for one in figures]


def test_people_are_the_militants_that_the_report_counts_up_to_as_many() -> None:
    assert kinds(*in_one_report(("20-27", 20, 27, "militants"))) == ["rebels", "rebels"]
    assert kinds(*in_one_report(("20-27", 20, 26, "militants"))) == ["civilians", "rebels"]


def test_people_stay_people_where_the_report_counts_two_kinds() -> None:
    figures = in_one_report(("20-27", 20, 27, "militants"), ("4", 4, 4, "nurses"))
    assert kinds(*figures)[0] == "civilians"
    assert kinds(*in_one_report(("20-27", 20, 27, "nurses")))[0] == "civilians"  # of no side


def test_a_word_such_as_dozens_is_no_other_kind() -> None:
    told = Told("A blast killed 27 people, 20-27 militants, dozens of nurses.", "Post")
    figures = [
        told.figure("killed 27", who="people"),
        told.figure("20-27", 20, 27, Precision.RANGE, who="militants"),
        told.figure("dozens", kind=Precision.VAGUE, who="nurses"),
    ]
    assert kinds(*(ScopedFigure(counted(told, one), MAIN) for one in figures))[0] == "rebels"


def test_people_are_not_the_militants_of_another_report() -> None:
    assert (
        kinds(figure("killed 27", "people"), figure("say 27", "militants", "Post"))[0]
        == "civilians"
    )


def test_one_number_by_one_voice_is_of_the_event_that_most_figures_are_of() -> None:
    at_fort = figure("say 50", "soldiers", "Post", FORT, "The front")
    here = figure("said 50", "soldiers", "Echo", MAIN, "The front")
    more = figure("in all 48", "soldiers", "Review")
    assert events(at_fort, here, more) == ["main", "main", "main"]
    fort = figure("at least 48", "soldiers", "Review", FORT)
    also = figure("or 49", "soldiers", "Letter", FORT)
    assert events(at_fort, here, fort, also) == ["fort"] * 4


def test_a_figure_whose_days_differ_does_not_move() -> None:
    at_fort = figure("say 50", "soldiers", "Post", DATED_FORT, "The front")
    here = figure("said 50", "soldiers", "Echo", MAIN, "The front")
    assert events(at_fort, here) == ["fort", "main"]


def test_two_voices_or_two_numbers_do_not_join_events() -> None:
    at_fort = figure("say 50", "soldiers", "Post", FORT, "The front")
    assert events(at_fort, figure("said 50", "soldiers", "Echo", MAIN, "The army")) == [
        "fort",
        "main",
    ]
    assert events(at_fort, figure("said 49", "soldiers", "Echo", MAIN, "The front")) == [
        "fort",
        "main",
    ]


def test_a_report_that_gives_the_number_for_both_events_keeps_them_apart() -> None:
    told = Told("At the fort 50 soldiers fell, and here 50 soldiers fell.", "Post")
    both = [
        ScopedFigure(counted(told, told.figure(words, who="soldiers"), "The front"), scope)
        for words, scope in (("fort 50", FORT), ("here 50", MAIN))
    ]
    assert events(*both) == ["fort", "main"]
    here = figure("said 50", "soldiers", "Echo", MAIN, "The front")
    assert events(*both, here) == ["fort", "main", "main"]


def test_events_join_for_the_same_victims_and_harm_alone() -> None:
    at_fort = figure("say 50", "soldiers", "Post", FORT, "The front")
    here = figure("said 50", "soldiers", "Echo", MAIN, "The front")
    rebels = figure("and 9", "rebels", "Review", FORT)
    assert events(at_fort, here, rebels)[2] == "fort"
