"""The people that a figure counts."""

import pytest

from sayso.compare.figures.victims import parse_victim


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Malian soldiers", "soldiers"),
        ("troops", "soldiers"),
        ("50 dead servicemen", "soldiers"),
        ("some paramilitaries", "mercenaries"),
        ("rebel fighters", "rebels"),
        ("members of the militia", "rebels"),
        ("police officers", "police"),
        ("four of them children", "children"),
        ("bodies", "civilians"),
        ("people in the market", "civilians"),
        ("", "civilians"),
        ("journalists", "journalist"),
        ("soldiers and mercenaries", "mercenaries and soldiers"),
    ],
)
def test_the_noun_tells_the_kind(phrase: str, kind: str) -> None:
    assert parse_victim(phrase).kind == kind


def test_countries_and_names_are_kept() -> None:
    assert (
        parse_victim("soldiers from Mali").nations
        == parse_victim("Malian soldiers").nations
        == ("mali",)
    )
    assert parse_victim("Grey Shrike mercenaries").names == ("grey", "shrike")
    assert parse_victim("Russia-backed mercenaries").nations == ()
