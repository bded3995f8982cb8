"""The names of outlets."""

from collections.abc import Iterator
from typing import Any

import pytest

from sayso.errors import BrokenLexicon
from sayso.lexicon import load
from sayso.lexicon import outlets as of
from tests.lexicon.tables import Say, saying


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Iterator[Say]:
    """Let a table say something else."""
    yield from saying(monkeypatch, of)


def test_every_form_of_a_name_leads_to_the_name() -> None:
    known = of.known_outlets()
    assert known.forms["AFP"] == known.forms["Agence France-Presse"] == "Agence France-Presse"
    assert known.forms["The New York Times"] == "New York Times"
    assert set(known.forms.values()) <= known.forms.keys()
    assert known.agencies < set(known.forms.values())


def test_a_house_is_known_by_its_members() -> None:
    known = of.known_outlets()
    assert known.family["France 24"] == known.family["Radio France Internationale"]


def test_no_form_stands_for_two_outlets() -> None:
    forms = [
        form
        for section in ("agencies", "outlets")
        for name, others in load.table("outlets")[section].items()
        for form in (name, *others)
    ]
    assert sorted(forms) == sorted(set(forms))


@pytest.mark.parametrize(
    ("changed", "complaint"),
    [
        ({"agencies": None}, "agencies"),
        ({"outlets": ["Le Monde"]}, "outlets"),
        ({"outlets": {"Le Monde": "Monde"}}, r"outlets\.Le Monde"),
        ({"agencies": {"Skerrin": [3]}}, r"agencies\.Skerrin"),
        ({"usual": {"words": ["Moon"], "after": []}}, "'Moon' is no name"),
        ({"usual": {"words": []}}, r"usual\.after"),
        ({"shapes": {"first": []}}, r"shapes\.inside"),
        ({"credits": {}}, r"credits\.helped"),
        ({"families": {"House": "Le Monde"}}, r"families\.House"),
    ],
)
def test_a_table_that_makes_no_sense(says: Say, changed: dict[str, Any], complaint: str) -> None:
    says("outlets", changed)
    with pytest.raises(BrokenLexicon, match=rf"^outlets\.toml: .*{complaint}"):
        of.known_outlets()


def test_an_outlet_is_of_one_house() -> None:
    table = load.table("outlets")["families"]
    members = [member for house in table for member in table[house]]
    assert len(table) > 60
    assert len(members) == len(set(members))
