"""Forenames, titles and nations."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import people as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_a_forename_may_show_a_sex() -> None:
    known = of.forenames()
    assert known["andriy"] == "m"
    assert set(known.values()) == {"m", "f", None}
    assert all(name == name.lower() for name in known)


def test_a_form_of_address_may_show_a_sex_and_an_office_is_short_for_a_noun() -> None:
    known = of.titles()
    assert known.address["mrs"] == "f"
    assert all(known.office.values())
    assert known.before


def test_a_country_by_its_people_but_not_by_its_capital() -> None:
    known = of.nations()
    assert known.country("albanian") == known.country("albania") == "albania"
    assert known.country("tirana") is None
    assert known.capitals["tirana"] == "albania"


@pytest.mark.parametrize(
    ("name", "read", "changed", "complaint"),
    [
        ("forenames", of.forenames, {"male": "adam"}, "male"),
        ("forenames", of.forenames, {"either": [3]}, "either"),
        ("titles", of.titles, {"office": None}, "office"),
        ("titles", of.titles, {"office": {"gen": ["general"]}}, "office"),
        ("titles", of.titles, {"before": {}}, r"before\.words"),
        ("titles", of.titles, {"address": {"male": []}}, r"address\.female"),
        ("nations", of.nations, {"Ludrovia": ["Ludrovian"]}, "Ludrovia may have"),
        ("nations", of.nations, {"Ludrovia": {"king": ["Osk"]}}, "Ludrovia may have"),
        ("nations", of.nations, {"Ludrovia": {"people": "Ludrovian"}}, r"Ludrovia\.people"),
    ],
)
def test_a_table_that_makes_no_sense(
    says: Say, name: str, read: Callable[[], Any], changed: dict[str, Any], complaint: str
) -> None:
    says(name, changed)
    with pytest.raises(BrokenLexicon, match=rf"^{name}\.toml: .*{complaint}"):
        read()
