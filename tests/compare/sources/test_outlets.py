"""Names of outlets in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.sources.outlets import house_of_outlet, known_house, outlet_key, outlets_in
from sayso.lexicon.outlets import known_outlets
from tests.costs import check_linear


def named(text: str) -> list[str]:
    return [one.name for one in outlets_in(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Le Monde reported it.", ["Le Monde"]),
        ("AFP and Reuters had it.", ["Agence France-Presse", "Reuters"]),
        ("the Associated Press (AP)", ["Associated Press"]),
        ("he told the Sellan Gazette", ["Sellan Gazette"]),
        ("the Sellan Gazette’s editor", ["Sellan Gazette"]),
        ("the Sellan Gazette's editor", ["Sellan Gazette"]),
        ("‘Sellan Gazette’", ["Sellan Gazette"]),
        ("the Gazette of Sellan", []),
        ("Radio Ondrel said", ["Radio Ondrel"]),
        ("the newspaper Plumbline", ["Plumbline"]),
        ("The Plumbline newspaper", ["Plumbline"]),
        ("the state news agency Tavra", ["Tavra"]),
        ("Crosswater News and Ostmere Review", ["Crosswater News", "Ostmere Review"]),
        ("Crosswater News and the Ostmere Review", ["Crosswater News", "Ostmere Review"]),
        ("Northbank Post, Ostmere Review", ["Northbank Post", "Ostmere Review"]),
        ("the Business and Finance Times", ["Business and Finance Times"]),
        ("he told Bloomberg", ["Bloomberg News"]),
        ("Mr Bloomberg left", []),
        ("The Guardian", ["The Guardian"]),
        ("the Guardian Council met", []),
        ("the French newspaper", []),
        ("the Press Bureau", []),
        ("by post or in the news", []),
        ("Post office", []),
        ("", []),
    ],
)
def test_a_name_of_an_outlet_and_no_name(text: str, names: list[str]) -> None:
    assert named(text) == names


def test_a_part_of_the_text_alone() -> None:
    text = "AFP said so. Reuters did not."
    (one,) = outlets_in(text, 12)
    assert text[one.span.start : one.span.end] == "Reuters"


@pytest.mark.parametrize(
    "names",
    [
        ("The Kyiv Post", "Kyiv Post", "kyivpost.com", "https://www.kyivpost.com/world/1"),
        ("AFP", "Agence France-Presse", " AFP "),
        ("The Sellan Gazette", "Sellan Gazette", "SELLAN GAZETTE", "sellan-gazette.example"),
        ("BBC", "BBC News", "bbc.co.uk"),
    ],
)
def test_one_outlet_has_one_key_however_it_is_written(names: tuple[str, ...]) -> None:
    assert len({outlet_key(name) for name in names}) == 1


def test_different_outlets_have_different_keys() -> None:
    keys = {outlet_key(name) for name in known_outlets().forms.values()}
    assert len(keys) == len(set(known_outlets().forms.values()))
    assert outlet_key("The") == "the"


def test_a_house_has_several_outlets() -> None:
    assert house_of_outlet("France 24") == house_of_outlet("RFI") == "France Médias Monde"
    assert house_of_outlet("AFP") != house_of_outlet("France 24")
    assert house_of_outlet("Sellan Gazette") == outlet_key("Sellan Gazette")


@pytest.mark.parametrize(
    ("names", "owner"),
    [
        (("Liverpool Echo", "mirror.co.uk", "https://www.walesonline.co.uk/news/1"), "Reach plc"),
        (("USA Today", "freep.com", "eu.usatoday.com"), "Gannett"),
        (("El Mundo", "Corriere della Sera"), "RCS MediaGroup"),
        (("Xinhua", "CGTN", "globaltimes.cn"), "China's state media"),
        (("RT", "sputnikglobe.com"), "Rossiya Segodnya"),
    ],
)
def test_a_house_is_known_by_names_and_by_sites(names: tuple[str, ...], owner: str) -> None:
    assert {house_of_outlet(name) for name in names} == {owner}


@pytest.mark.parametrize(
    "name", ["star.example", "mirror.example", "Tarn Mirror", "co.uk", "x", ""]
)
def test_who_is_in_no_house_is_one(name: str) -> None:
    assert known_house(name) is None


WORDS = (
    "The",
    "the",
    "Sellan",
    "Gazette",
    "News",
    "AP",
    "newspaper",
    "and",
    "of",
    "’s",
    "AFP",
    ",",
    ".",
)


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=40))
def test_names_stand_in_the_text_one_after_another(text: str) -> None:
    reached = 0
    for one in outlets_in(text):
        assert reached <= one.span.start < one.span.end <= len(text)
        words = text[one.span.start : one.span.end]
        assert one.name == known_outlets().forms.get(words, words)
        reached = one.span.end


def test_names_without_end_take_work_in_proportion() -> None:
    units = [
        "The Daily ",
        "Daily",
        "al-",
        "The of ",
        "AP ",
        "the newspaper ",
        "a.",
        "x/",
        "O'",
        "News and ",
    ]
    check_linear(outlets_in, units)
    check_linear(house_of_outlet, ["a", "a-", "www.", "a.b", "/", "the", "a."])
    check_linear(outlet_key, ["a", "a-", "www.", "a.b", "/", "the"])
