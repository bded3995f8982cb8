"""How likely two claims are opposed, or agree."""

from collections.abc import Mapping, Sequence
from math import exp

import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.figures.quantity import Quantity
from sayso.compare.points import relations
from sayso.compare.points.denials import Answer
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.relations import (
    MIN_RELATED,
    Relation,
    chance_of,
    find_relations,
    log_odds,
    relation_features,
)
from sayso.compare.points.verdicts import ClaimVerdict, PairVerdict, Verdicts
from sayso.model.speech import Stance
from sayso.model.text import Span
from tests.compare.points.prepared import outlet_claim, prepared_claim, reports_of

BURNED = prepared_claim("the army had burned the mill", "the guild", Stance.ACCUSES)
DENIED = prepared_claim("the army had burned the mill", "the army", Stance.DENIES, sentence=2)
NOUN = prepared_claim("the burned mill of Selm", "the mayor", sentence=3)
ARMY = frozenset({"armi"})
KILLED, HURT = frozenset({"killed"}), frozenset({"injured"})
OPPOSED = PairVerdict(unrelated=-2.0, same=-3.0, opposite=-0.2)
AGREED = PairVerdict(unrelated=-2.0, same=-0.2, opposite=MIN_RELATED - 1)
UNLIKELY = PairVerdict(unrelated=-0.01, same=MIN_RELATED - 0.1, opposite=MIN_RELATED - 0.1)


def said(
    pairs: Mapping[IndexPair, PairVerdict], of_claims: Mapping[int, ClaimVerdict] | None = None
) -> Verdicts:
    """What the network says of claims and pairs."""
    return Verdicts(of_claims or {}, pairs)


def answer(denial: int, *objects: int) -> Answer:
    """A denial of some claims."""
    return Answer(denial, objects, None)


def features(
    left: PreparedClaim,
    right: PreparedClaim,
    of_claims: Mapping[int, ClaimVerdict] | None = None,
    answers: Sequence[Answer] = (),
) -> dict[str, float]:
    """The features of two claims that the network calls opposed."""
    verdicts = said({(0, 1): OPPOSED}, of_claims)
    return relation_features([left, right, NOUN], verdicts, answers)[0, 1]


def test_features_tell_what_the_network_says() -> None:
    of_claims = {0: ClaimVerdict(1.0, -1.0, -2.0), 1: ClaimVerdict(3.0, 2.0, 2.5)}
    found = features(BURNED, DENIED, of_claims)
    assert found["opposite"] == pytest.approx(1.8)
    assert found["not_same"] == pytest.approx(2.8)
    assert found["disputed"] == 2.0
    assert found["least_disputed"] == 1.0
    assert found["core"] == 0.5
    assert found["one_answers"] == 4.5


def test_features_tell_who_speaks_where_and_how() -> None:
    found = features(BURNED, DENIED)
    expected = {
        "same_speaker": 0,
        "one_denies": 1,
        "both_deny": 0,
        "one_report": 1,
        "near": pytest.approx(exp(-1 / 6)),
        "nearer": pytest.approx(exp(-1 / 1.5)),
        "names_speaker": 0,
        "outlet": 0,
        "answered": 0,
        "shared": 0.75,
    }
    assert {name: found[name] for name in expected} == expected
    both = features(DENIED, prepared_claim("it rained", "two", Stance.DOUBTS, "b"))
    assert both["both_deny"] == 1
    assert both["one_denies"] == both["one_report"] == both["shared"] == 0
    assert both["near"] < 0.01
    assert features(BURNED, outlet_claim("it rained", sentence=9))["outlet"] == 1
    assert features(BURNED, prepared_claim("it rained", "two", sentence=9))["near"] < found["near"]
    assert (
        features(BURNED, prepared_claim("it rained", "the guild", sentence=2))["same_speaker"] == 1
    )


def test_features_tell_whether_one_claim_names_the_speaker_of_the_other() -> None:
    guild = prepared_claim("the guild lied", "the army", sentence=2, speaker_terms=ARMY)
    named = prepared_claim("the army burned it", "the guild", speaker_terms=frozenset({"guild"}))
    assert features(named, guild)["names_speaker"] == 2
    assert features(BURNED, guild)["names_speaker"] == 1
    assert features(BURNED, DENIED)["names_speaker"] == 0


def test_the_likeliest_object_of_a_denial_counts_most() -> None:
    assert features(BURNED, DENIED, answers=[answer(1, 0)])["answered"] == 1
    assert features(BURNED, DENIED, answers=[answer(1, 2, 0)])["answered"] == 0.5
    assert features(BURNED, DENIED, answers=[answer(1, 2, 0), answer(0, 1)])["answered"] == 1


def test_the_words_of_a_noun_are_no_feature() -> None:
    with_words = answer(1, 0)._replace(words=Span(0, 3))
    assert features(BURNED, DENIED, answers=[with_words]) == features(
        BURNED, DENIED, answers=[answer(1, 0)]
    )


def test_every_weight_has_its_feature_whatever_is_known() -> None:
    names = set(features(BURNED, DENIED))
    (unread,) = relation_features([BURNED, DENIED], said({}), [answer(1, 0)]).values()
    assert set(unread) == names


def test_a_pair_is_a_candidate_if_the_network_or_a_rule_relates_it() -> None:
    claims = [BURNED, DENIED]
    for pairs in ({}, {(0, 1): UNLIKELY}):
        assert not relation_features(claims, said(pairs), ())
        assert set(relation_features(claims, said(pairs), [answer(1, 0)])) == {(0, 1)}
    for verdict in (OPPOSED, AGREED):
        assert set(relation_features(claims, said({(0, 1): verdict}), ())) == {(0, 1)}


def test_claims_that_share_words_of_one_report_are_no_candidates() -> None:
    inner = prepared_claim("the mill burned", "the guild")
    outer = prepared_claim("the guild says that the mill burned", "the mayor")
    elsewhere = prepared_claim("the mill burned", "the mayor", document="b")
    assert inner.claim.content[0].touches(elsewhere.claim.content[0])
    for other, candidates in ((outer, set()), (elsewhere, {(0, 1)})):
        found = relation_features([inner, other], said({(0, 1): OPPOSED}), [answer(1, 0)])
        assert set(found) == candidates


def related(
    claims: Sequence[PreparedClaim],
    *pairs: IndexPair,
    opposed: Mapping[str, float] | None = None,
    agreed: Mapping[str, float] | None = None,
    answers: Sequence[Answer] = (),
) -> dict[IndexPair, Relation]:
    """The relations of pairs that the network calls opposed, by these weights."""
    nothing = dict.fromkeys(features(BURNED, DENIED), 0.0)
    stored = {"opposed": nothing | dict(opposed or {}), "agreed": nothing | dict(agreed or {})}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(relations, "stored_weights", lambda: stored)
        verdicts = said(dict.fromkeys(pairs, OPPOSED))
        return find_relations(claims, reports_of(claims), verdicts, answers)


def test_the_chances_are_those_of_the_weighed_features() -> None:
    found = related(
        [BURNED, DENIED],
        (0, 1),
        opposed={"constant": -1.0, "one_denies": 3.0},
        agreed={"constant": -4.0, "one_report": 1.0},
    )
    assert set(found) == {(0, 1)}
    assert found[0, 1].opposed == pytest.approx(1 / (1 + exp(-2.0)))
    assert found[0, 1].agreed == pytest.approx(1 / (1 + exp(3.0)))


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


@pytest.mark.parametrize("score", [-1e6, -40.0, 0.0, 40.0, 1e6])
def test_a_chance_is_one_whatever_the_score(score: float) -> None:
    assert 0 < chance_of(score) < 1
    assert chance_of(score) + chance_of(-score) == pytest.approx(1)


@pytest.mark.parametrize("score", [-9.0, -0.5, 0.0, 2.0, 9.0])
def test_a_chance_has_its_log_odds(score: float) -> None:
    assert log_odds(chance_of(score)) == pytest.approx(score)


def test_the_log_odds_of_what_is_sure_are_finite() -> None:
    assert log_odds(0.0) == pytest.approx(-log_odds(1.0))
    assert 10 < log_odds(1.0) < 30
