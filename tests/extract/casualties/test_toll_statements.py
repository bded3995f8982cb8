"""Numbers that stand alone, of a noun of harm; and those that only stand beside one."""

import pytest

from sayso.extract.casualties.figures import find_figures
from sayso.model.happening import Harm


def counted(text: str) -> list[tuple[int | None, int | None, Harm | None, bool]]:
    figures = find_figures(text, ())
    return [(one.low, one.high, one.harm, one.hypothetical) for one in figures if one.harm]


@pytest.mark.parametrize(
    ("text", "low", "high", "harm"),
    [
        ("The mayor put the toll at 20.", 20, 20, Harm.KILLED),
        ("The number of wounded has passed 200.", 200, None, Harm.INJURED),
        ("The toll from the blast reached 60.", 60, 60, Harm.KILLED),
        ("The dead numbered 17 men.", 17, 17, Harm.KILLED),
        ("Estimates of the dead vary from 10 to 25.", 10, 25, Harm.KILLED),
    ],
)
def test_a_number_is_of_the_toll(text: str, low: int, high: int | None, harm: Harm) -> None:
    assert counted(text) == [(low, high, harm, False)]


def test_what_a_toll_may_come_to_is_no_fact() -> None:
    assert counted("The toll may pass 100.") == [(100, None, Harm.KILLED, True)]


@pytest.mark.parametrize(
    "text",
    [
        "An ambulance with the dead reached 20 villagers.",
        "The bus with the injured passed 12 people.",
        "A truck carrying the wounded met 4 people.",
        "The injured passed 12 checkpoints on the way.",
        "The company raised the toll to 5 crowns.",
        "After the deaths, membership rose to 35.",
    ],
)
def test_who_is_met_beside_the_harmed_is_not_harmed(text: str) -> None:
    assert counted(text) == []
