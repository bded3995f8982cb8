"""Which figures may count the same victims."""

from sayso.compare.figures.victim_groups import group_victims
from sayso.compare.figures.victims import parse_victim


def grouped(*phrases: str) -> int:
    """Into how many groups these victims fall."""
    return len(set(group_victims(map(parse_victim, phrases)).values()))


def test_nouns_for_one_kind_are_one_group() -> None:
    assert grouped("mercenaries", "paramilitaries", "Grey Column mercenaries") == 1
    assert grouped("mercenaries", "Malian soldiers", "people") == 3


def test_fighters_are_the_one_kind_of_fighter_there_is() -> None:
    assert grouped("fighters", "mercenaries", "people") == 2
    assert grouped("fighters", "mercenaries", "rebels") == 3


def test_two_countries_are_two_groups_and_whose_is_not_said_is_a_third() -> None:
    assert grouped("Malian soldiers", "soldiers") == 1
    assert grouped("Malian soldiers", "Nigerien soldiers") == 2
    assert grouped("Malian soldiers", "Nigerien soldiers", "soldiers") == 3


def test_people_are_the_whole_of_those_of_no_side() -> None:
    assert grouped("people", "children", "nurses", "Ana Roll", "a suspect") == 1
    assert grouped("people", "soldiers", "gunmen", "children") == 3
    assert grouped("children", "nurses") == 2
    assert grouped("civilians", "nurses") == 2


def test_people_of_two_countries_are_the_whole_of_none() -> None:
    assert grouped("Malian people", "Nigerien people", "nurses") == 3
    assert grouped("Malian people", "Nigerien people", "Malian nurses") == 2
