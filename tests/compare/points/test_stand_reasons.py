"""Why a claim stands where it does in a dispute."""

from collections.abc import Sequence

import pytest

from sayso.compare.points.denials import Answer
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.stand_reasons import StandReasons
from sayso.compare.points.verdicts import PairVerdict
from sayso.model.reasons import Reason, RuleName, because
from sayso.model.speech import Stance
from sayso.model.text import Span
from tests.compare.points.prepared import SENTENCE, outlet_claim, prepared_claim, reports_of

SAME, SURELY_SAME = PairVerdict(-3.0, -0.5, -4.0), PairVerdict(-3.0, -0.1, -4.0)
OPPOSED = PairVerdict(-3.0, -4.0, -0.1)

BURNED = prepared_claim("the army burned the mill", "the guild")
CHARGE = prepared_claim("the army of burning the mill", "the guild", Stance.ACCUSES)
DENIED = prepared_claim("the army had burned the mill", "the army", Stance.DENIES, sentence=2)


def reason(
    place: int,
    claims: Sequence[PreparedClaim],
    sides: tuple[tuple[int, ...], tuple[int, ...]],
    *answers: Answer,
    pairs: dict[tuple[int, int], PairVerdict] | None = None,
) -> Reason:
    """Why the claim at a place is in a dispute with these sides."""
    facts = reports_of(claims, outlet="Radio Ondrel")
    reasons = StandReasons(claims, facts, answers, pairs or {})
    return reasons.of_claim(place, Dispute(sides, 0.9, {}))


def answer(denial: int, *objects: int, words: Span | None = None) -> Answer:
    """A denial of these claims, by a noun if its words are given."""
    return Answer(denial, objects, words)


def test_a_denial_names_the_speaker_that_it_denies() -> None:
    found = reason(1, [BURNED, DENIED], ((0,), (1,)), answer(1, 0))
    assert found == because(RuleName.DENIES_WHAT, "the guild")


@pytest.mark.parametrize(
    ("sentence", "document", "back"),
    [(1, "a", "0"), (2, "a", "1"), (14, "a", "13"), (0, "a", "-1"), (2, "b", ""), (1, "b", "")],
)
def test_a_noun_that_points_back_comes_with_how_many_sentences_back_its_meaning_is(
    sentence: int, document: str, back: str
) -> None:
    start, text = sentence * SENTENCE + 50, "these  accusations"
    denial = prepared_claim(" " * 50 + text, "the army", Stance.DENIES, document, sentence)
    span = Span(start, start + len(text))
    found = reason(1, [CHARGE, denial], ((0,), (1,)), answer(1, 0, words=span))
    assert found == because(RuleName.DENIES_BY_NOUN, "these accusations", "the guild", back)


def test_a_denial_of_what_is_not_in_the_dispute_only_says_otherwise() -> None:
    other = prepared_claim("the ferry sank", "the mayor", sentence=3)
    claims = [BURNED, DENIED, other]
    found = reason(1, claims, ((0,), (1,)), answer(1, 2))
    assert found == because(RuleName.SAYS_OTHERWISE, "the guild")


def test_the_charge_that_others_answer_is_called_so() -> None:
    found = reason(0, [CHARGE, DENIED], ((0,), (1,)), answer(1, 0))
    assert found == because(RuleName.CHARGES)
    assert reason(0, [CHARGE, DENIED], ((0,), (1,))).rule == RuleName.SAYS_OTHERWISE
    plain = reason(0, [BURNED, DENIED], ((0,), (1,)), answer(1, 0))
    assert plain == because(RuleName.SAYS_OTHERWISE, "the army")


def test_who_joined_a_side_says_the_same_as_the_closest_of_it() -> None:
    second = prepared_claim("soldiers burned it", "the mayor", sentence=3)
    third = prepared_claim("fire was set by soldiers", "a miller", sentence=4)
    claims = [BURNED, DENIED, second, third]
    pairs = {(0, 3): SAME, (2, 3): SURELY_SAME, (0, 2): SAME, (1, 3): OPPOSED}
    sides = ((0, 2, 3), (1,))
    assert reason(3, claims, sides, pairs=pairs) == because(RuleName.SAYS_THE_SAME, "the mayor")
    assert reason(2, claims, sides, pairs=pairs).values == ("a miller",)
    # The first claim of a side began the dispute: it is there because it is opposed.
    assert reason(0, claims, sides, pairs=pairs) == because(RuleName.SAYS_OTHERWISE, "the army")


def test_nobody_says_the_same_as_oneself() -> None:
    again = prepared_claim("it was the army", "the guild", sentence=3)
    pairs = {(0, 2): SURELY_SAME, (1, 2): OPPOSED}
    found = reason(2, [BURNED, DENIED, again], ((0, 2), (1,)), pairs=pairs)
    assert found == because(RuleName.SAYS_OTHERWISE, "the army")


def test_an_account_differs_from_the_one_that_it_is_most_opposed_to() -> None:
    mayor = prepared_claim("rain put out every fire", "the mayor", sentence=3)
    claims = [BURNED, DENIED, mayor]
    pairs = {(0, 1): PairVerdict(-1.0, -4.0, -0.5), (0, 2): OPPOSED}
    found = reason(0, claims, ((0,), (1, 2)), pairs=pairs)
    assert found == because(RuleName.SAYS_OTHERWISE, "the mayor")


def test_an_outlet_that_contradicts_a_speaker_is_named() -> None:
    claims = [BURNED, outlet_claim("The mill stands unharmed", sentence=2)]
    found = reason(1, claims, ((0,), (1,)))
    assert found == because(RuleName.OUTLET_CORRECTS, "Radio Ondrel", "the guild")
    other = outlet_claim("The mill was burned", document="b")
    two_outlets = reason(1, [other, claims[1]], ((0,), (1,)))
    assert two_outlets == because(RuleName.SAYS_OTHERWISE, "Radio Ondrel")


def test_another_speaker_agrees_before_the_same_one_in_another_report() -> None:
    claims = [
        BURNED,
        prepared_claim("it was the army", "the guild", document="b"),
        DENIED,
        prepared_claim("the mill was burned", "the mayor", sentence=3),
        prepared_claim("the army did it", "the mayor", sentence=4),
    ]
    reasons = StandReasons(claims, reports_of(claims), (), {})
    assert reasons.who_agrees(0, (0, 1, 3, 2)) == "the mayor"
    assert reasons.who_agrees(1, (2, 0, 1)) == "the army"
    assert reasons.who_agrees(3, (4, 3, 1)) == "the guild"
    assert reasons.who_agrees(0, (0, 1)) == "the guild"


def test_a_name_stands_in_one_line() -> None:
    claim = prepared_claim("the mill burned", "x", speaker_name="the millers’\n  guild")
    reasons = StandReasons([claim], reports_of([claim]), (), {})
    assert reasons.name_of(0) == "the millers’ guild"
    nameless = outlet_claim("The mill burned")
    assert StandReasons([nameless], reports_of([nameless]), (), {}).name_of(0) == ""
