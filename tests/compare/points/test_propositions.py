"""Which claims say a whole proposition."""

import pytest

from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.propositions import says_proposition
from sayso.model.speech import Stance
from tests.compare.points.prepared import outlet_claim, prepared_claim, reports_of


def is_whole(text: str, **changes: object) -> bool:
    """Whether a claim with these words says a proposition."""
    return says_one(prepared_claim(text, **changes))  # type: ignore[arg-type]


def says_one(claim: PreparedClaim) -> bool:
    """Whether a claim says a proposition."""
    return says_proposition(claim, reports_of([claim])["a"].document.text)


@pytest.mark.parametrize(
    "text",
    [
        "the mill has burned for two days",
        "the mill was shut",
        "that the mill burned",
        "supplying the rebels with drones",
        "“the mill had burned”",
        "the mill’s owner didn’t know",
    ],
)
def test_a_clause_says_one(text: str) -> None:
    assert is_whole(text)


@pytest.mark.xfail(reason="only auxiliaries and some verbs are known to be finite", strict=True)
def test_a_verb_in_the_past_makes_a_clause() -> None:
    assert is_whole("the mill burned for two days")


@pytest.mark.parametrize(
    "text",
    [
        "the new harbour of Selm",  # a noun phrase
        "about the price of bread",  # a topic
        "it burned",  # hardly a word
        "“ ”",
    ],
)
def test_a_noun_phrase_or_a_fragment_says_none(text: str) -> None:
    assert not is_whole(text)


@pytest.mark.parametrize("stance", [Stance.ASSERTS, Stance.DENIES, Stance.CONCEDES])
def test_an_accusation_has_its_verb_behind_its_object(stance: Stance) -> None:
    text = "the army of shelling the ferry market"
    assert is_whole(text, stance=Stance.ACCUSES)
    assert not is_whole(text, stance=stance)
    assert not is_whole("the army of theft and murder", stance=Stance.ACCUSES)


def test_what_an_outlet_says_in_its_own_voice_is_a_sentence() -> None:
    text = "the mill burned for two days"
    assert says_one(outlet_claim(text))
    assert not is_whole(text)  # its verb is not known to be finite
    assert not says_one(outlet_claim("It burned."))


@pytest.mark.parametrize("condition", ["if", "unless"])
def test_what_depends_on_a_condition_says_none(condition: str) -> None:
    text = f"{condition} the mill was set on fire, the owner should be paid"
    assert not is_whole(text)
    assert not says_one(outlet_claim(text))
    assert is_whole("the owner should be paid, if the mill was set on fire")


def test_what_only_points_back_says_none() -> None:
    reference = BackReference(owners=frozenset(), untrue=True)
    assert not is_whole("the story was a pack of lies", back_reference=reference)
