"""Weights of relations, and the share of disputes that are right: fitted without a network."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pytest

from sayso.compare.clustering import IndexPair
from sayso.compare.points.denials import answered_pairs, asked_pairs
from sayso.compare.points.disputes import Dispute
from sayso.compare.points.pair_choice import MIN_WORTH
from sayso.compare.points.verdict_reader import ReadClaims
from sayso.compare.points.verdicts import ClaimsAlone, PairVerdict, Verdicts
from sayso.encoder.dispute_scores import ReadingScores
from sayso.encoder.disputes import ClaimPair, MarkedText, Passage, pair_inputs, passage_inputs
from tests.bridge_pile import DEAR, DENIED, OPEN_AGAIN, SHUT, bridge_pile
from tests.compare.points.known import known_features, weights
from training.disputes.calibrate import (
    RIDGE,
    fit,
    fit_logistic,
    fit_relations,
    fit_worth,
    is_right,
    mean_precision,
    rows_of,
)
from training.disputes.labelled import OPPOSITE, SAME, UNKNOWN, UNMARKED, UNRELATED
from training.disputes.reading import PileToRead, ReadPile, candidates_of, read_pile


def sample(count: int = 400) -> tuple[np.ndarray, np.ndarray]:
    """A constant, a feature that tells, and one that does not, with what they tell."""
    draw = np.random.default_rng(7)
    features = np.column_stack([np.ones(count), draw.normal(size=(count, 2))])
    chance = 1 / (1 + np.exp(1.0 - 2.0 * features[:, 1]))
    return features, (draw.random(count) < chance).astype(float)


def test_a_feature_that_tells_gets_its_weight() -> None:
    constant, telling, idle = fit_logistic(*sample())
    assert constant == pytest.approx(-1.0, abs=0.4)
    assert telling == pytest.approx(2.0, abs=0.4)
    assert abs(idle) < 0.3


def test_the_weights_are_those_of_the_least_penalised_loss() -> None:
    features, wanted = sample()
    weights = fit_logistic(features, wanted)

    def loss(some: np.ndarray) -> float:
        scores = features @ some
        penalty = RIDGE * (some[1:] ** 2).sum() + 1e-3 * some[0] ** 2
        return float((np.logaddexp(0, scores) - wanted * scores).sum() + penalty / 2)

    for place in range(features.shape[1]):
        for step in (-0.01, 0.01):
            moved = weights.copy()
            moved[place] += step
            assert loss(moved) > loss(weights)


def test_a_feature_that_divides_all_gets_a_finite_weight() -> None:
    features = np.array([[1.0, -1.0]] * 20 + [[1.0, 1.0]] * 20)
    weights = fit_logistic(features, (features[:, 1] > 0).astype(float))
    assert np.isfinite(weights).all()
    assert 0 < weights[1] < 10


def test_of_labels_that_nothing_tells_the_constant_gives_the_share() -> None:
    wanted = np.array([1.0, 0, 0, 0] * 25)
    features = np.column_stack([np.ones(100), np.tile([1.0, 1, 1, 1], 25)[:, None] * 0])
    assert 1 / (1 + np.exp(-fit_logistic(features, wanted)[0])) == pytest.approx(0.25, abs=0.001)


@pytest.mark.parametrize(
    ("wanted", "scores", "precision"),
    [
        ([1, 1, 0, 0], [4, 3, 2, 1], 1.0),
        ([0, 0, 1, 1], [4, 3, 2, 1], (1 / 3 + 2 / 4) / 2),
        ([1, 0, 1], [3, 2, 1], (1 + 2 / 3) / 2),
    ],
)
def test_precision_is_that_at_each_wanted_pair(
    wanted: list[float], scores: list[float], precision: float
) -> None:
    found = mean_precision(np.array(wanted, dtype=float), np.array(scores, dtype=float))
    assert found == pytest.approx(precision)


AGREEING = {SHUT: "a", DENIED: "b", 4: "a"}


def judged(
    left: tuple[int, ...],
    right: tuple[int, ...],
    state: str = "contested",
    marked: Mapping[int, str] = AGREEING,
) -> bool:
    """Whether a dispute with these sides is the marked one, of SHUT against DENIED."""
    pile = PileToRead(bridge_pile((state, "core", marked)))
    nothing = ReadClaims(Verdicts(ClaimsAlone({}, {}), {}), known_features(pile.claims))
    sides = places(pile, *left), places(pile, *right)
    return is_right(ReadPile(pile, nothing, ()), Dispute(sides, 0.5, {}))


def places(pile: PileToRead, *numbers: int) -> tuple[int, ...]:
    """Where the claims stand in the list of a pile, by their numbers through its two reports."""
    return tuple(
        pile.where.index((0, number) if number <= OPEN_AGAIN else (1, number - OPEN_AGAIN - 1))
        for number in numbers
    )


def placed(pile: PileToRead, left: int, right: int) -> IndexPair:
    """The pair of two claims, the lower place first."""
    low, high = sorted(places(pile, left, right))
    return low, high


def test_a_dispute_is_right_if_marked_sides_stand_against_each_other_in_it() -> None:
    assert judged((SHUT,), (DENIED,))
    assert judged((DENIED,), (4,))  # which side is which does not matter
    assert judged((SHUT,), (DENIED,), state="conceded")
    assert not judged((SHUT,), (DENIED,), state="update")
    assert not judged((SHUT,), (4,))  # they agree
    assert not judged((SHUT,), (DEAR,))
    assert not judged((SHUT, DENIED), (DEAR,))  # both on one side


def test_a_dispute_is_right_if_half_of_its_claims_or_more_are_marked() -> None:
    two = {SHUT: "a", DENIED: "b"}
    assert judged((SHUT, DEAR), (DENIED, OPEN_AGAIN), marked=two)
    assert not judged((SHUT, DEAR, 4), (DENIED, OPEN_AGAIN), marked=two)
    assert judged((SHUT, DEAR, 4), (DENIED, OPEN_AGAIN))


def test_pairs_that_teach_nothing_are_left_out() -> None:
    rows = rows_of(
        [
            (OPPOSITE, {"constant": 1.0, "near": 0.5}),
            (UNKNOWN, {"constant": 1.0, "near": 7.0}),
            (UNMARKED, {"constant": 1.0, "near": 0.25}),
        ]
    )
    assert list(rows.names) == ["constant", "near"]
    assert rows.features.tolist() == [[1.0, 0.5], [1.0, 0.25]]
    assert rows.labels.tolist() == [OPPOSITE, UNMARKED]


def test_each_feature_gets_the_weight_by_which_it_tells_such_pairs() -> None:
    pairs = [(OPPOSITE, 1.0), (SAME, -1.0), (UNRELATED, -1.0), (UNMARKED, -1.0)] * 10
    rows = rows_of((label, {"constant": 1.0, "near": near}) for label, near in pairs)
    assert fit(rows, OPPOSITE, "opposed")["near"] > 0.5
    assert fit(rows, SAME, "agreed")["near"] < -0.5


def certain(
    texts: Sequence[MarkedText], readings: Sequence[Passage | ClaimPair]
) -> Iterator[ReadingScores]:
    """A network that calls all claims likely in a dispute, and all pairs opposed."""
    for one in readings:
        found, _ = (
            passage_inputs(texts, one) if isinstance(one, Passage) else pair_inputs(texts, one)
        )
        pairs = np.broadcast_to([-3.0, -2.0, -0.2], (len(found), len(found), 3))
        yield ReadingScores(found, np.full((len(found), 3), 2.0), pairs)


def marked_pile(marked: Mapping[int, str] = AGREEING) -> PileToRead:
    """A pile with a dispute of these sides."""
    return PileToRead(bridge_pile(("contested", "core", marked)))


def test_a_pile_is_read_as_a_list_of_its_claims() -> None:
    pile = marked_pile()
    documents = [claim.document for claim in pile.claims]
    assert documents == sorted(documents, key=lambda one: (pile.story_of[one], one))
    assert sorted(pile.where) == [(0, SHUT), (0, DENIED), (0, DEAR), (0, OPEN_AGAIN), (1, 0)]
    assert [claim.document for claim in pile.claims] == [
        pile.pile.facts[report].document.id for report, _ in pile.where
    ]
    assert pile.label(placed(pile, SHUT, DENIED)) == OPPOSITE
    assert pile.label(placed(pile, DENIED, 4)) == OPPOSITE
    assert pile.label(placed(pile, SHUT, 4)) == SAME
    assert pile.label(placed(pile, DEAR, 4)) == UNRELATED


def test_pairs_are_chosen_and_read_by_the_weights_that_are_given() -> None:
    pile = marked_pile()
    everything = pile.choose({"worth_reading": weights()}, certain)
    could = {pair for pairs in candidates_of(pile, everything) for some in pairs for pair in some}
    assert set(everything.pairs) == could >= set(asked_pairs(pile.denials))
    few = {"worth_reading": weights(constant=MIN_WORTH - 1, asked=2.0)}
    read = read_pile(pile, everything, few, certain)
    assert set(read.read.verdicts.pairs) == {
        pair for pair, asked in asked_pairs(pile.denials).items() if asked >= 0.5
    }
    denied = placed(pile, SHUT, DENIED)
    assert read.read.verdicts.pairs[denied] == PairVerdict(-3.0, -2.0, -0.2)
    assert answered_pairs(read.answers)[denied] == 1


def test_what_is_fitted_has_a_weight_for_every_feature() -> None:
    pile = marked_pile({SHUT: "a", DENIED: "b", OPEN_AGAIN: "a"})
    everything = {"worth_reading": weights()}
    chosen = pile.choose(everything, certain)
    worth = fit_worth([pile], [chosen])
    related = fit_relations([read_pile(pile, chosen, everything, certain)])
    before = chosen.features.before_reading(placed(pile, SHUT, DENIED))
    after = chosen.features.after_reading((SHUT, DENIED), PairVerdict(0, 0, 0), 0, 0)
    assert list(worth) == list(before)
    assert list(related["opposed"]) == list(related["agreed"]) == list(after)
    assert worth["asked"] > 0
    assert related["opposed"]["answered"] > 0 > related["agreed"]["answered"]
