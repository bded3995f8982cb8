"""Have the network read the claims of a pile: window by window, then likely ones in pairs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import numpy as np

from sayso.compare.clustering import IndexPair
from sayso.compare.points.pair_choice import (
    MIN_DISPUTED,
    candidate_pairs,
    likely_claims,
    pairs_worth_reading,
)
from sayso.compare.points.pair_features import PairFeatures
from sayso.compare.points.places import placed_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.stored_weights import Weights, stored_weights
from sayso.compare.points.verdicts import ClaimsAlone, ClaimVerdict, PairVerdict, Verdicts
from sayso.encoder.decode import Floats
from sayso.encoder.dispute_scores import ReadingScores, read_disputes
from sayso.encoder.disputes import ClaimPair, MarkedText, Passage, mark_texts, windows_of
from sayso.encoder.vectors import text_vectors
from sayso.model.facts import Facts

UNRELATED, OPPOSITE = 0, 2  # places in what the network says of a pair


class _Home(NamedTuple):
    """Where a claim stands: the number of its text, and its number there."""

    text: int
    claim: int


# Says of readings of marked texts what `read_disputes` says.
Network = Callable[[Sequence[MarkedText], Sequence[Passage | ClaimPair]], Iterator[ReadingScores]]


class ChosenPairs(NamedTuple):
    """The pairs of claims that are worth reading, and what is known before they are read.

    `likely` has the claims of each report that a pair can have.
    """

    texts: Sequence[MarkedText]
    homes: Sequence[_Home]
    alone: ClaimsAlone
    likely: Sequence[Sequence[int]]
    features: PairFeatures
    pairs: Sequence[IndexPair]


class ReadClaims(NamedTuple):
    """What the network says of claims, and the features of their pairs."""

    verdicts: Verdicts
    features: PairFeatures


def read_claims(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    story_of: Mapping[str, str],
    asked: Mapping[IndexPair, float],
    network: Network = read_disputes,
) -> ReadClaims:
    """Read every report window by window, then the likely claims in pairs.

    The claims of a report stand together in the list, in text order. `asked` has how likely a claim
    denies another by the rules, from 0 to 1.
    """
    return read_pairs(choose_pairs(claims, facts, story_of, asked, network), network)


def choose_pairs(
    claims: Sequence[PreparedClaim],
    facts: Mapping[str, Facts],
    story_of: Mapping[str, str],
    asked: Mapping[IndexPair, float],
    network: Network = read_disputes,
    fitted: Weights | None = None,
) -> ChosenPairs:
    """Read every report window by window, and choose the pairs to read as `read_claims` does.

    `fitted` has other weights than the stored ones.
    """
    places_of: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        places_of.setdefault(claim.document, []).append(place)
    reports = list(places_of.values())
    texts = mark_texts(
        [
            (
                facts[document].document.text,
                placed_claims(facts[document], [claims[place] for place in places]),
            )
            for document, places in places_of.items()
        ]
    )
    homes = [
        _Home(number, row) for number, places in enumerate(reports) for row in range(len(places))
    ]
    alone = read_alone(texts, reports, network)
    likely = likely_claims(reports, alone.claims)
    features = PairFeatures(claims, story_of, alone, asked, _meaning(claims, likely))
    candidates = candidate_pairs(claims, story_of, likely, asked)
    pairs = pairs_worth_reading(candidates, features, fitted or stored_weights())
    return ChosenPairs(texts, homes, alone, likely, features, pairs)


def read_pairs(chosen: ChosenPairs, network: Network = read_disputes) -> ReadClaims:
    """Have the network read the chosen pairs."""
    readings: list[ClaimPair] = [
        (chosen.homes[low], chosen.homes[high]) for low, high in chosen.pairs
    ]
    verdicts = [
        PairVerdict(*reading.pairs[0, 1].tolist()) for reading in network(chosen.texts, readings)
    ]
    pairs = dict(zip(chosen.pairs, verdicts, strict=True))
    return ReadClaims(Verdicts(chosen.alone, pairs), chosen.features)


def read_alone(
    texts: Sequence[MarkedText], places: Sequence[Sequence[int]], network: Network = read_disputes
) -> ClaimsAlone:
    """What the windows say of each claim, and of two that stand in one: the mean over the windows."""
    windows = [window for number, text in enumerate(texts) for window in windows_of(number, text)]
    said: dict[int, list[Floats]] = {}
    beside: dict[IndexPair, tuple[float, int]] = {}
    for reading in network(texts, windows):
        own = [places[one.text][one.claim] for one in reading.claims]
        for place, values in zip(own, reading.stands, strict=True):
            said.setdefault(place, []).append(values)
        likely = [row for row in range(len(own)) if float(reading.stands[row][0]) >= MIN_DISPUTED]
        odds = reading.pairs[..., OPPOSITE] - reading.pairs[..., UNRELATED]
        for number, row in enumerate(likely):
            for other in likely[number + 1 :]:
                pair = own[row], own[other]
                total, count = beside.get(pair, (0.0, 0))
                beside[pair] = total + float(odds[row, other]), count + 1
    return ClaimsAlone(
        {
            place: ClaimVerdict(*np.mean(values, axis=0).tolist())
            for place, values in sorted(said.items())
        },
        {pair: total / count for pair, (total, count) in beside.items()},
    )


def _meaning(claims: Sequence[PreparedClaim], likely: Sequence[Sequence[int]]) -> dict[int, Floats]:
    """The vectors of likely claims."""
    places = [place for some in likely for place in some]
    vectors = text_vectors([claims[place].compared_text for place in places])
    return dict(zip(places, vectors, strict=True))
