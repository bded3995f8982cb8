"""Which claims deny what another says."""

from dataclasses import replace

import pytest

from sayso.compare.figures.quantity import Quantity
from sayso.compare.points.contradiction import (
    alike_but_for_opposites,
    contradicts,
    open_unmatched_denials,
)
from sayso.compare.points.pile_size import MAX_CLAIMS_OF_ONE_QUESTION
from sayso.compare.terms import opposite_terms
from sayso.model.speech import Stance
from tests.compare.points.prepared import prepared_claim


@pytest.mark.parametrize(
    ("negated", "other", "expected"),
    [
        ("the deputies were not in danger", "the deputies had been in danger", True),
        ("there was no leak at the plant", "gas had leaked from a pipe", True),
        ("the gate had not been locked", "every gate was open", True),
        # About one matter, and no denial of it.
        ("the deputies were not in danger", "his hands were out of the window", False),
        (
            "the harbour does not need new cranes",
            "the railway bought new engines",
            False,
        ),
        ("nothing had changed", "there will be no real change", False),
        ("I never dreamed it, and the vote was fair", "the vote was rigged in six towns", False),
    ],
)
def test_a_negation_is_of_its_clause(negated: str, other: str, expected: bool) -> None:
    claim = prepared_claim(negated, negated=True)
    assert contradicts(claim, prepared_claim(other, "two", document="b")) is expected


def test_a_denial_needs_less_in_common_than_a_negation() -> None:
    charge = prepared_claim(
        "the navy of firing on a grain ship", "two", Stance.ACCUSES, document="b"
    )
    denial = prepared_claim("any vessel had fired a shot", stance=Stance.DENIES)
    assert contradicts(denial, charge)
    assert not contradicts(denial, prepared_claim("barley has become dearer", "two", document="b"))


def test_the_answer_to_a_charge_may_share_no_word_with_it() -> None:
    charge = prepared_claim("the mill of poisoning the brook", "two", Stance.ACCUSES)
    assert contradicts(prepared_claim("nobody had fallen ill", negated=True, sentence=2), charge)
    assert not contradicts(
        prepared_claim("nobody had fallen ill", negated=True, sentence=9), charge
    )


def test_speakers_do_not_contradict_themselves() -> None:
    claim = prepared_claim("it did not leak", negated=True)
    assert not contradicts(claim, prepared_claim("it did leak"))


def test_a_negation_of_what_no_claim_says_is_left_open() -> None:
    claims = [
        prepared_claim("the mill leaked", "two"),
        prepared_claim("the mill did not leak", negated=True),
        prepared_claim("the tea was not hot", "three", negated=True),
    ]
    others = [prepared_claim("the tea was cold", "four")] * MAX_CLAIMS_OF_ONE_QUESTION
    many = [*claims, *others]
    sides = {0: 1, 1: -1, 2: -1}
    assert open_unmatched_denials(many, [0, 1, 2], sides) == {0: 1, 1: -1, 2: 0}
    assert open_unmatched_denials(many, [1, 2], {1: -1, 2: -1}) == {1: -1, 2: -1}
    assert open_unmatched_denials(claims, [0, 1, 2], sides) == sides


def test_a_denial_of_something_else_does_not_deny_how_many_died() -> None:
    dead = Quantity(12, None, False, frozenset({"killed"}), is_harm=True)
    claims = [
        replace(prepared_claim("at least 12 people were killed", "two"), quantities=(dead,)),
        prepared_claim("the gates had been left open", stance=Stance.DENIES),
        prepared_claim("people were killed by the flood", "three", stance=Stance.DENIES),
    ]
    sides = {0: 1, 1: -1, 2: -1}
    assert open_unmatched_denials(claims, [0, 1, 2], sides) == {0: 1, 1: 0, 2: -1}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("the men at the quay were armed", "the men at the quay were unarmed", True),
        ("the cook was armed", "they carried bread and were unarmed that day", True),
        (
            "an unarmed woman was shot by a detective as she fled a year before",
            "the armed boys had turned on the two officers behind the church",
            False,
        ),
    ],
)
def test_opposite_words_need_more_in_common(left: str, right: str, expected: bool) -> None:
    claim, other = prepared_claim(left), prepared_claim(right, "two")
    opposed = frozenset[str]().union(*(opposite_terms().get(term, ()) for term in claim.terms))
    assert alike_but_for_opposites(claim, other, opposed) is expected
