"""Contents that call something untrue."""

import pytest

from sayso.extract.stance.contractions import expand_contractions
from sayso.extract.stance.untrue_claims import names_it_untrue, says_it_is_untrue
from sayso.text.words import words


def spelt(text: str) -> list[str]:
    return expand_contractions(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "the reports were false",
        "“That is simply not true.”",
        "Utter nonsense!",
        "that the claims are completely untrue",
        "it never happened",
    ],
)
def test_it_is_called_untrue(text: str) -> None:
    assert says_it_is_untrue(spelt(text))


@pytest.mark.parametrize(
    "text",
    [
        "the men had false passports",
        "claims that are false must be withdrawn",
        "that it would be wrong to leave",
        "the dam was old",
        "the attack never happened",  # no claim, but an event
        "",
    ],
)
def test_it_is_not(text: str) -> None:
    assert not says_it_is_untrue(spelt(text))


def test_a_claim_and_what_it_is_called() -> None:
    assert names_it_untrue(spelt("the report a lie"))
    assert names_it_untrue(spelt("it nonsense"))
    assert not names_it_untrue(spelt("the mayor a hero"))
