"""Whether two names are of one place."""

import pytest

from sayso.compare.events.place_match import place_name, same_places


def one_place(*names: str) -> bool:
    """Whether all of them fall together."""
    known = [place_name(name) for name in names]
    found = same_places(known)
    return len({found.get(name, -1) for name in known}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("Tin Zaouatine", "Tinzaouaten", "the town of Tin Zaouatine"),
        ("Yalmet", "Jalmet", "Yalmit"),
        ("Sedge Ferry", "the market at Sedge Ferry"),
        ("Orné", "Orne"),
    ],
)
def test_spellings_of_one_name(names: tuple[str, ...]) -> None:
    assert one_place(*names)


@pytest.mark.parametrize(
    "names",
    [
        ("Yalmet", "Pellmere"),
        ("Camp 4", "Camp 14"),
        ("East Pellmere", "West Pellmere"),
        ("Orn", "Ore"),
        ("Fort Drumlow", "Yalmet"),
    ],
)
def test_two_places(names: tuple[str, ...]) -> None:
    assert not one_place(*names)


@pytest.mark.parametrize("name", ["northern Mali", "Mali", "the north", "the bridge", "Orn region"])
def test_no_one_spot(name: str) -> None:
    assert place_name(name).wide


def test_many_names_take_time_in_proportion() -> None:
    names = [place_name(f"Orn{'abcdefghij'[at % 10]}{at}") for at in range(3000)]
    assert len(set(same_places(names).values())) > 2000
