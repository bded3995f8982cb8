"""How likely two claims are opposed, or agree."""

from collections.abc import Mapping, Sequence
from math import exp, log

import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.figures.quantity import Quantity
from sayso.compare.points import relations
from sayso.compare.points.denials import Answer
from sayso.compare.points.pair_features import Features
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.relations import (
    MAX_AHEAD,
    MIN_RELATED,
    Relation,
    find_relations,
    relation_features,
)
from sayso.compare.points.stored_weights import Weights, chance_of
from sayso.compare.points.verdict_reader import ReadClaims
from sayso.compare.points.verdicts import ClaimsAlone, ClaimVerdict, PairVerdict, Verdicts
from sayso.model.speech import Stance
from sayso.model.text import Span
from tests.compare.points.known import known_features, weights
from tests.compare.points.prepared import prepared_claim, reports_of

BURNED = prepared_claim("the army had burned the mill", "the guild", Stance.ACCUSES)
DENIED = prepared_claim("the army had burned the mill", "the army", Stance.DENIES, sentence=2)
NOUN = prepared_claim("the burned mill of Selm", "the mayor", sentence=3)
KILLED, HURT = frozenset({"killed"}), frozenset({"injured"})
OPPOSED = PairVerdict(unrelated=-2.0, same=-3.0, opposite=-0.2)
AGREED = PairVerdict(unrelated=-2.0, same=-0.2, opposite=MIN_RELATED - 1)
UNLIKELY = PairVerdict(unrelated=-0.01, same=MIN_RELATED - 0.1, opposite=MIN_RELATED - 0.1)


def said(
    claims: Sequence[PreparedClaim],
    pairs: Mapping[IndexPair, PairVerdict],
    of_claims: Mapping[int, ClaimVerdict] | None = None,
) -> ReadClaims:
    """What the network says of claims and pairs."""
    verdicts = Verdicts(ClaimsAlone(of_claims or {}, {}), pairs)
    return ReadClaims(verdicts, known_features(claims, of_claims))


def answer(denial: int, *objects: int) -> Answer:
    """A denial of some claims."""
    return Answer(denial, objects, None)


def all_features(
    claims: Sequence[PreparedClaim],
    pairs: Mapping[IndexPair, PairVerdict],
    answers: Sequence[Answer] = (),
) -> dict[IndexPair, Features]:
    """The features of all pairs that may be related."""
    return relation_features(claims, said(claims, pairs), answers)


def features(*answers: Answer) -> Features:
    """The features of BURNED and DENIED, which the network calls opposed."""
    return all_features([BURNED, DENIED, NOUN], {(0, 1): OPPOSED}, answers)[0, 1]


def test_features_tell_what_the_network_says_of_claims_and_pair() -> None:
    claims = [BURNED, DENIED]
    of_claims = {0: ClaimVerdict(1.0, 0.0, 0.0), 1: ClaimVerdict(3.0, 0.0, 0.0)}
    (found,) = relation_features(claims, said(claims, {(0, 1): OPPOSED}, of_claims), ()).values()
    assert found["opposite"] == pytest.approx(1.8)
    assert found["not_same"] == pytest.approx(2.8)
    assert found["disputed"] == 2.0


def test_the_likeliest_object_of_a_denial_counts_most() -> None:
    assert features()["answered"] == 0
    assert features(answer(1, 0))["answered"] == 1
    assert features(answer(1, 2, 0))["answered"] == 0.5
    assert features(answer(1, 2, 0), answer(0, 1))["answered"] == 1


def test_the_words_of_a_noun_are_no_feature() -> None:
    assert features(answer(1, 0)._replace(words=Span(0, 3))) == features(answer(1, 0))


def test_a_pair_that_was_not_read_has_the_same_features() -> None:
    (unread,) = all_features([BURNED, DENIED], {}, [answer(1, 0)]).values()
    assert list(unread) == list(features())
    assert unread["opposite"] < 0


def chances(odds: float) -> PairVerdict:
    """A verdict with these odds of opposition."""
    return PairVerdict(log(1 - chance_of(odds)), MIN_RELATED - 1, log(chance_of(odds)))


SPOKEN = [
    prepared_claim(f"thing {at} is dear", f"s{at}", document=f"report{at}") for at in range(4)
]


def ahead(odds: Mapping[IndexPair, float]) -> dict[IndexPair, float]:
    """By how much each pair of claims of four reports is ahead of the others."""
    found = all_features(SPOKEN, {pair: chances(value) for pair, value in odds.items()})
    return {pair: round(of_pair["ahead"], 6) for pair, of_pair in found.items()}


@pytest.mark.parametrize(
    ("odds", "expected"),
    [
        ({(0, 1): 3.0}, {(0, 1): 0}),  # there is no other
        ({(0, 1): 3.0, (2, 3): 1.0}, {(0, 1): 0, (2, 3): 0}),  # of other claims
        ({(0, 1): 3.0, (1, 2): 2.0}, {(0, 1): 0.5, (1, 2): -0.5}),  # one claim has two pairs
        (
            {(0, 1): 3.0, (0, 2): 2.0, (1, 2): 0.0},
            {(0, 1): (1 + 3) / 2, (0, 2): (-1 + 2) / 2, (1, 2): (-3 - 2) / 2},
        ),
        # Of three pairs of one claim the best other counts.
        ({(0, 1): 3.0, (0, 2): 2.0, (0, 3): -1.0}, {(0, 1): 0.5, (0, 2): -0.5, (0, 3): -2.0}),
        ({(0, 1): 2.0, (0, 2): 2.0}, {(0, 1): 0, (0, 2): 0}),
    ],
)
def test_a_pair_is_ahead_of_the_best_other_pairs_of_its_claims(
    odds: dict[IndexPair, float], expected: dict[IndexPair, float]
) -> None:
    assert ahead(odds) == pytest.approx(expected)


def test_a_pair_is_ahead_by_so_much_at_most() -> None:
    assert ahead({(0, 1): 5.0, (0, 2): -5.0}) == {(0, 1): MAX_AHEAD / 2, (0, 2): -MAX_AHEAD / 2}


def test_only_candidates_are_rivals() -> None:
    found = all_features(SPOKEN, {(0, 1): OPPOSED, (0, 2): UNLIKELY})
    assert found[0, 1]["ahead"] == 0
    answered = all_features(SPOKEN, {(0, 1): OPPOSED}, [answer(0, 2)])
    assert answered[0, 1]["ahead"] > 0 > answered[0, 2]["ahead"]


def test_a_pair_is_a_candidate_if_the_network_or_a_rule_relates_it() -> None:
    claims = [BURNED, DENIED]
    unrelated: list[dict[IndexPair, PairVerdict]] = [{}, {(0, 1): UNLIKELY}]
    for pairs in unrelated:
        assert not all_features(claims, pairs)
        assert set(all_features(claims, pairs, [answer(1, 0)])) == {(0, 1)}
    for verdict in (OPPOSED, AGREED):
        assert set(all_features(claims, {(0, 1): verdict})) == {(0, 1)}


def test_claims_that_share_words_of_one_report_are_no_candidates() -> None:
    inner = prepared_claim("the mill burned", "the guild")
    outer = prepared_claim("the guild says that the mill burned", "the mayor")
    elsewhere = prepared_claim("the mill burned", "the mayor", document="b")
    assert inner.claim.content[0].touches(elsewhere.claim.content[0])
    for other, candidates in ((outer, set()), (elsewhere, {(0, 1)})):
        found = all_features([inner, other], {(0, 1): OPPOSED}, [answer(1, 0)])
        assert set(found) == candidates


def related(
    claims: Sequence[PreparedClaim],
    *pairs: IndexPair,
    opposed: Mapping[str, float] | None = None,
    agreed: Mapping[str, float] | None = None,
    answers: Sequence[Answer] = (),
) -> dict[IndexPair, Relation]:
    """The relations of pairs that the network calls opposed, by these weights."""
    fitted = {"opposed": weights(**opposed or {}), "agreed": weights(**agreed or {})}
    read = said(claims, dict.fromkeys(pairs, OPPOSED))
    return find_relations(claims, reports_of(claims), read, answers, fitted)


def test_the_chances_are_those_of_the_weighed_features() -> None:
    found = related(
        [BURNED, DENIED],
        (0, 1),
        opposed={"constant": -1.0, "one_denies": 3.0},
        agreed={"constant": -4.0, "both_deny": 5.0, "near": exp(1 / 6)},
    )
    assert set(found) == {(0, 1)}
    assert found[0, 1].opposed == pytest.approx(1 / (1 + exp(-2.0)))
    assert found[0, 1].agreed == pytest.approx(1 / (1 + exp(3.0)))


def test_the_weights_are_the_stored_ones_if_there_are_no_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stored: Weights = {"opposed": weights(constant=2.0), "agreed": weights()}
    monkeypatch.setattr(relations, "stored_weights", lambda: stored)
    claims = [BURNED, DENIED]
    found = find_relations(claims, reports_of(claims), said(claims, {(0, 1): OPPOSED}), ())
    assert found[0, 1].opposed == pytest.approx(chance_of(2.0))


def test_a_claim_that_a_rule_alone_ties_to_another_has_its_relation() -> None:
    """The network did not read the two together."""
    found = related([BURNED, DENIED], opposed={"answered": 2.0}, answers=[answer(1, 0)])
    assert found[0, 1].opposed == pytest.approx(chance_of(2.0))


def test_the_pairs_come_in_order() -> None:
    claims = [BURNED, NOUN, DENIED]
    found = related(claims, (1, 2), (0, 2), (0, 1), opposed={"one_denies": 1.0})
    assert list(found) == [(0, 1), (0, 2), (1, 2)]


def test_one_of_two_claims_says_a_whole_proposition_or_none_does() -> None:
    fragment = prepared_claim("the old mill", "the army", Stance.DENIES, sentence=4)
    assert not related([NOUN, fragment], (0, 1))[0, 1].whole
    assert related([DENIED, fragment], (0, 1))[0, 1].whole
    assert related([fragment, DENIED], (0, 1))[0, 1].whole


def exactly(number: int, unit: frozenset[str] = KILLED) -> Quantity:
    """A number of people."""
    return Quantity(number, number, False, unit)


def counting(*numbers: Quantity, stance: Stance = Stance.ASSERTS, sentence: int) -> PreparedClaim:
    """A claim that gives these numbers."""
    return prepared_claim(
        "the fire was said to have hurt people",
        f"speaker {sentence}",
        stance,
        sentence=sentence,
        quantities=numbers,
    )


def may_be_opposed(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two claims that the network calls opposed are given a chance of it."""
    relation = related([left, right], (0, 1), opposed={"opposite": 1.0})[0, 1]
    assert relation.agreed == 0.5  # that is left alone
    return relation.opposed > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (exactly(12), exactly(12)),
        (exactly(12), Quantity(10, None, False, KILLED)),
        (exactly(50), Quantity(48, 48, True, KILLED)),
    ],
)
def test_counts_of_the_same_things_that_can_both_be_right_are_not_opposed(
    one: Quantity, other: Quantity
) -> None:
    assert not may_be_opposed(counting(one, sentence=1), counting(other, sentence=2))
    # Who denies a number is opposed to who gives it; two who deny it are not.
    denied = counting(other, stance=Stance.DENIES, sentence=2)
    assert may_be_opposed(counting(one, sentence=1), denied)
    both = counting(one, stance=Stance.DENIES, sentence=1)
    assert not may_be_opposed(both, denied)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ([exactly(12)], [exactly(30)]),  # they exclude each other
        ([exactly(12), exactly(40, HURT)], [exactly(12), exactly(60, HURT)]),  # one of them does
        ([exactly(12)], [exactly(12, HURT)]),  # of other things
        ([exactly(12, frozenset())], [exactly(12, frozenset())]),  # of what, is not said
        ([], [exactly(12)]),
        ([], []),
    ],
)
def test_other_claims_with_numbers_or_without_may_be_opposed(
    one: list[Quantity], other: list[Quantity]
) -> None:
    assert may_be_opposed(counting(*one, sentence=1), counting(*other, sentence=2))
