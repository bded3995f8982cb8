"""Which claims deny what another says."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.compare.figures.quantity import Quantity
from sayso.compare.points.contradiction import FEW, alike_but_for, faces, facing
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import opposites, terms_in
from sayso.model.speech import Claim, Stance
from sayso.model.text import Span


def says(
    reading: str,
    voice: str = "one",
    stance: Stance = Stance.ASSERTS,
    turned: bool = False,
    document: str = "a",
    sentence: int = 1,
) -> PreparedClaim:
    """A claim as it is compared."""
    span = Span(0, len(reading))
    claim = Claim((span,), ("chain",), stance, (), None)
    return PreparedClaim(
        document=document,
        claim=claim,
        sign=-1 if stance in (Stance.DENIES, Stance.DOUBTS) else 1,
        negated=turned,
        voice=voice,
        terms=terms_in(reading),
        span=span,
        reading=reading,
        sentence=sentence,
        order=sentence,
        pointing=None,
        speaker=frozenset(),
        amounts=(),
        said=None,
        party=None,
        opens_with_pronoun=False,
        tallies=False,
    )


@pytest.mark.parametrize(
    ("negated", "other", "found"),
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
def test_a_negation_is_of_its_clause(negated: str, other: str, found: bool) -> None:
    one = says(negated, turned=True)
    assert faces(one, says(other, voice="two", document="b")) is found


def test_a_denial_needs_less_in_common_than_a_negation() -> None:
    charge = says("the navy of firing on a grain ship", "two", Stance.ACCUSES, document="b")
    denial = says("any vessel had fired a shot", stance=Stance.DENIES)
    assert faces(denial, charge)
    assert not faces(denial, says("barley has become dearer", "two", document="b"))


def test_the_answer_to_a_charge_may_share_no_word_with_it() -> None:
    charge = says("the mill of poisoning the brook", "two", Stance.ACCUSES)
    assert faces(says("nobody had fallen ill", turned=True, sentence=2), charge)
    assert not faces(says("nobody had fallen ill", turned=True, sentence=9), charge)


def test_nobody_faces_their_own_words() -> None:
    assert not faces(says("it did not leak", turned=True), says("it did leak"))


def test_what_faces_nothing_is_left_open() -> None:
    own = [
        says("the mill leaked", "two"),
        says("the mill did not leak", turned=True),
        says("the tea was not hot", "three", turned=True),
    ]
    many = [*own, *(says("the tea was cold", "four") for _ in range(FEW))]
    assert facing(many, [0, 1, 2], {0: 1, 1: -1, 2: -1}) == {0: 1, 1: -1, 2: 0}
    assert facing(many, [1, 2], {1: -1, 2: -1}) == {1: -1, 2: -1}
    assert facing(own, [0, 1, 2], {0: 1, 1: -1, 2: -1}) == {0: 1, 1: -1, 2: -1}


def test_a_denial_of_something_else_does_not_deny_how_many_died() -> None:
    dead = Quantity(12, None, False, frozenset({"killed"}), harm=True)
    own = [
        replace(says("at least 12 people were killed", "two"), amounts=(dead,)),
        says("the gates had been left open", stance=Stance.DENIES),
        says("people were killed by the flood", "three", stance=Stance.DENIES),
    ]
    assert facing(own, [0, 1, 2], {0: 1, 1: -1, 2: -1}) == {0: 1, 1: 0, 2: -1}


@pytest.mark.parametrize(
    ("one", "other", "found"),
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
def test_opposite_words_need_more_in_common(one: str, other: str, found: bool) -> None:
    pair: Sequence[PreparedClaim] = [says(one), says(other, "two")]
    opposed = frozenset[str]().union(*(opposites().get(term, ()) for term in pair[0].terms))
    assert alike_but_for(pair[0], pair[1], opposed) is found
