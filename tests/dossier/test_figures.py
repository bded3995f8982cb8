"""Figures side by side, with their qualifiers."""

from dataclasses import replace

from sayso.dossier.figures import TollShown
from sayso.dossier.page import Page, dossier_page
from sayso.dossier.shown_figures import FigureShown
from sayso.model.comparison import Comparison, FigureMention, Toll
from sayso.model.happening import Harm, Precision
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Stance
from sayso.model.text import Document
from tests.dossier.compared import sample
from tests.dossier.draft import Draft


def counted(*given: tuple[str, int | None, int | None, Precision], text: str) -> TollShown:
    """The toll of a report's figures as it is shown."""
    draft = Draft(Document("n.txt", text))
    for words, low, high, kind in given:
        draft.figure(words, low, high, kind, Harm.KILLED, None)
    return toll_of(draft)


def toll_of(draft: Draft) -> TollShown:
    facts = draft.facts()
    mentions = tuple(FigureMention(facts.document.id, one.id) for one in facts.figures)
    toll = Toll(None, Harm.KILLED, None, mentions, "ucdp", None, None, None, ())
    (made,) = dossier_page(Comparison((facts,), tolls=(toll,))).tolls
    return made


def words(figures: tuple[FigureShown, ...]) -> list[str]:
    return [one.words.pieces[0] for one in figures]


def test_figures_stand_by_size_each_with_its_qualifier() -> None:
    made = counted(
        ("dozens", None, None, Precision.VAGUE),
        ("at least 20", 20, None, Precision.AT_LEAST),
        ("some 50", 50, 50, Precision.ABOUT),
        ("exactly 20", 20, 20, Precision.EXACT),
        ("at most 20", None, 20, Precision.AT_MOST),
        ("20 to 30", 20, 30, Precision.RANGE),
        text="dozens, at least 20, some 50, exactly 20, at most 20, 20 to 30",
    )
    assert [one.first.words.pieces[0] for one in made.values] == [
        "at most 20",
        "exactly 20",
        "at least 20",
        "20 to 30",
        "some 50",
        "dozens",
    ]
    shapes = [one.mark.shape if one.mark else None for one in made.values]
    assert shapes == ["down", "dot", "up", "bar", "soft", None]


def test_the_same_number_given_twice_has_one_mark_and_both_givers() -> None:
    (toll, _) = dossier_page(sample()).tolls
    some = [one for one in toll.values if one.first.precision == "approximate"]
    assert [words(one.figures) for one in some] == [["some 40", "some 40"]]
    assert [one.report.number for one in some[0].figures] == [2, 3]


def test_the_same_number_with_another_qualifier_is_not_merged() -> None:
    made = counted(
        ("at least 84", 84, None, Precision.AT_LEAST),
        ("some 84", 84, 84, Precision.ABOUT),
        text="at least 84, some 84",
    )
    assert len(made.values) == 2


def test_a_part_is_no_figure_beside_its_whole() -> None:
    draft = Draft(Document("n.txt", "12 dead, five of them children"))
    whole = draft.figure("12", 12, 12, Precision.EXACT, Harm.KILLED, "dead")
    draft.figure("five", 5, 5, Precision.EXACT, Harm.KILLED, "children")
    draft.figures[1] = replace(draft.figures[1], part_of=whole.id)
    made = toll_of(draft)
    assert [words(one.figures) for one in made.values] == [["12"]]
    assert [words(one.figures) for one in made.parts] == [["five"]]
    assert made.parts[0].first.whole == "12"
    assert len(made.figures) == 2
    assert not made.is_single


def test_the_ends_are_figures_that_were_told_as_fact() -> None:
    made = counted(
        ("20", 20, 20, Precision.EXACT),
        ("90", 90, 90, Precision.EXACT),
        ("dozens", None, None, Precision.VAGUE),
        text="20, 90, dozens",
    )
    assert made.ends
    assert words(made.ends) == ["20", "90"]
    none = counted(("dozens", None, None, Precision.VAGUE), text="dozens")
    assert (none.ends, none.is_single) == (None, True)


def test_a_threatened_number_is_not_an_end() -> None:
    draft = Draft(Document("n.txt", "20 died; he threatened to kill 500"))
    draft.figure("20", 20, 20, Precision.EXACT, Harm.KILLED, None)
    threatened = draft.figure("500", 500, 500, Precision.EXACT, Harm.KILLED, None)
    draft.figures[1] = replace(threatened, hypothetical=True)
    made = toll_of(draft)
    assert made.ends
    assert words(made.ends) == ["20", "20"]


def test_the_policies_of_one_toll_stand_under_it_on_its_axis() -> None:
    killed, injured = dossier_page(sample()).tolls
    assert [one.name for one in killed.policies] == ["UCDP", "ACLED", "Airwars"]
    assert [one.name for one in injured.policies] == ["UCDP"]
    assert killed.axis.top >= 40
    ucdp, acled, airwars = killed.policies
    assert airwars.best is None
    assert ucdp.bar
    assert ucdp.best
    assert ucdp.bar.x1 < ucdp.best < ucdp.bar.x2
    assert acled.bar
    assert acled.bar.shape == "up"
    assert tuple(line.text for line in ucdp.why) == sample().tolls[0].why


def test_a_figure_is_shown_with_what_the_policy_does_with_it_and_why() -> None:
    comparison = sample()
    toll = comparison.tolls[3]
    left_out = because(RuleName.LEFT_OUT), because(RuleName.PART_OF, "38 people")
    told = replace(comparison, tolls=(replace(toll, reasons=(left_out,)),))
    (shown,) = dossier_page(told).tolls
    (line,) = shown.policies[0].why
    assert line.figure == shown.figures[0]
    assert line.text == "not counted: part of 38 people"


def test_every_figure_of_a_toll_is_shown_once() -> None:
    comparison = sample()
    for toll, shown in zip((comparison.tolls[0], comparison.tolls[3]), made().tolls, strict=True):
        assert len(toll.figures) == len(shown.figures)


def test_figures_of_no_toll_are_not_lost() -> None:
    comparison, shown = sample(), made()
    every = sum(len(facts.figures) for facts in comparison.facts)
    assert len(shown.figures) + sum(len(toll.figures) for toll in shown.tolls) == every
    assert "12" in words(shown.figures)


def test_a_figure_comes_with_who_gives_it() -> None:
    draft = Draft(Document("n.txt", "The nurse said that 14 had died. 3 more were there."))
    said = draft.says("The nurse", "said", "that 14 had died")
    claim = draft.claim([said], Stance.ASSERTS)
    draft.figure("14", 14, 14, Precision.EXACT, Harm.KILLED, None, claim)
    draft.figure("3", 3, 3, Precision.EXACT, Harm.KILLED, None)
    first, second = toll_of(draft).values[::-1]
    assert first.first.claim
    assert first.first.claim.chain[-1].name == "The nurse"
    assert second.first.claim is None


def made() -> Page:
    return dossier_page(sample())
