"""What a dialog offers is what the model knows."""

import re
from importlib.resources import files

import pytest

from sayso.case.deciding import CORRECTABLE, DIGITS, LETTERS
from sayso.lexicon.events import event_kinds
from sayso.model.decisions import Target
from sayso.model.happening import Harm, Precision
from sayso.model.points import Side
from sayso.model.speech import ActorType, Stance

STATIC = files("sayso.desk").joinpath("static")
CHOICES = STATIC.joinpath("choices.js").read_text("utf-8")
KNOWN = {
    "STANCES": list(Stance),
    "HARMS": ["", *Harm],
    "NUMBERS": list(Precision),
    "SPEAKERS": list(ActorType),
    "SIDES": list(Side),
    "RELIABILITY": list(LETTERS),
    "CREDIBILITY": list(DIGITS),
    "EVENTS": list(event_kinds()),
}


@pytest.mark.parametrize("name", KNOWN)
def test_a_list_has_all_values(name: str) -> None:
    listed = CHOICES.split(f"export const {name} = ")[1].split("];")[0]
    first = r'"([^"]*)"' if name == "EVENTS" else r'\["([^"]*)",'
    assert re.findall(first, listed) == KNOWN[name]


def test_every_field_of_a_form_can_be_corrected() -> None:
    forms = STATIC.joinpath("forms.js").read_text("utf-8")
    for kind in (Target.CLAIM, Target.FIGURE, Target.EVENT, Target.SPEAKER, Target.REPORT):
        body = forms.split(f"async function {kind}(")[1].split("\nasync function")[0]
        offered = set(re.findall(r'name: "(\w+)"', body))
        assert offered <= set(CORRECTABLE[kind])
        assert offered
