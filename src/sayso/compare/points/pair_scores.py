"""How likely two claims speak to one thing, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from sayso.compare.clustering import Pair
from sayso.compare.points.blocking import blocks
from sayso.compare.points.features.holding import contradicts_inner
from sayso.compare.points.features.standing import numbers_differ, other_tolls
from sayso.compare.points.features.weighing import measured, weighed
from sayso.compare.points.features.wording import shared_words
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import terms_of
from sayso.encoder.vectors import vectors
from sayso.model.comparison import Evidence
from sayso.model.facts import Facts
from sayso.text.words import words

SHOWN = 4  # shared words named in a reason
CLOSE = 0.2  # cosine; two tolls less alike are of different happenings
OTHERS = 0.3  # what is left of a likelihood where the numbers are of other people
TYPED = 0.8  # of two numbers of one harm to the same people
LEAST = 0.02  # pairs less likely than this are not kept


@dataclass(frozen=True, slots=True)
class Join:
    """Two claims that may speak to one thing; `sure` where one is made about the other.

    `meaning` is the cosine of what they say, `shared` the terms that both have, rarest first.
    """

    pair: Pair
    score: float
    meaning: float = 0.0
    shared: Sequence[str] = ()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Laid:
    """Two claims side by side, by their places in a list: what each feature says of them."""

    pair: Pair
    features: Mapping[str, float]
    shared: Sequence[str]


def joins(found: Sequence[PreparedClaim], facts: Mapping[str, Facts]) -> dict[Pair, Join]:
    """The pairs of claims that may speak to one thing, by their places in the list."""
    out = {}
    for laid in laid_side_by_side(found):
        score = weighed(laid.features)
        tallies = any(found[place].tallies for place in laid.pair)
        if laid.features["harmed"] and (tallies or laid.features["meaning"] >= CLOSE):
            score = max(score, TYPED)  # typed slots first: who, how many and what was done to them
        elif other_tolls(found[laid.pair[0]], found[laid.pair[1]]):
            score *= OTHERS
        if score >= LEAST:
            out[laid.pair] = Join(laid.pair, score, laid.features["meaning"], laid.shared)
    out |= _by_holding(found, facts)
    return out


def laid_side_by_side(found: Sequence[PreparedClaim]) -> Iterator[Laid]:
    """The pairs that are worth comparing, with their features."""
    pairs, spread = blocks(found)
    rarity = {term: log((len(found) + 4) / (times + 0.5)) for term, times in spread.items()}
    wanted = sorted({place for pair in pairs for place in pair})
    rows = {place: row for row, place in enumerate(wanted)}
    meaning = vectors([found[place].reading for place in wanted])
    for pair in pairs:
        left, right = found[pair[0]], found[pair[1]]
        weight, shared = shared_words(left, right, rarity)
        cosine = float(np.dot(meaning[rows[pair[0]]], meaning[rows[pair[1]]]))
        yield Laid(pair, measured(left, right, cosine, weight), shared)


def _by_holding(found: Sequence[PreparedClaim], facts: Mapping[str, Facts]) -> dict[Pair, Join]:
    """Claims made about claims: a denial of what somebody is said to claim."""
    place = {one.key: number for number, one in enumerate(found)}
    by_document: dict[str, list[PreparedClaim]] = {}
    for one in found:
        by_document.setdefault(one.document, []).append(one)
    out: dict[Pair, Join] = {}
    for document, own in by_document.items():
        attributions = {one.id: one for one in facts[document].attributions}
        by_chain = {one.claim.chain: one for one in own}
        for one in own:
            chain = one.claim.chain
            outers = (by_chain.get(chain[:size]) for size in range(len(chain) - 1, 0, -1))
            outer = next((other for other in outers if other is not None), None)
            if outer is not None and contradicts_inner(outer, one, attributions):
                low, high = sorted((place[outer.key], place[one.key]))
                out[low, high] = Join((low, high), 1.0, sure=True)
    return out


def reason(found: Sequence[PreparedClaim], join: Join) -> Evidence:
    """Why two of the claims may speak to one thing, in words."""
    if join.sure:
        detail = "one speaker denies the very words that the other is said to have used"
        return Evidence("claim within a denial", join.score, detail)
    left, right = (found[place] for place in join.pair)
    had = measured(left, right, join.meaning, 0.0)
    reasons = []
    if join.shared:
        reasons.append(f"both speak of {', '.join(_whole(left, right, join.shared))}")
    if had["counted"]:
        differ = numbers_differ(left, right)
        reasons.append(f"both count the same, and the numbers {'differ' if differ else 'agree'}")
    reasons.append(f"alike in meaning ({had['meaning']:.2f} of 1)")
    if had["opposed"]:
        reasons.append("one denies what the other says")
    if had["named"]:
        reasons.append("one speaks of the other’s speaker")
    if had["beside"]:
        reasons.append("they stand side by side in one report")
    return Evidence("same words and meaning", round(join.score, 4), "; ".join(reasons))


def _whole(left: PreparedClaim, right: PreparedClaim, shared: Sequence[str]) -> list[str]:
    """The shared terms as words of the claims, the rarest first."""
    found: dict[str, str] = {}
    for one in (left, right):
        for word in words(one.reading):
            for term in terms_of([word]):
                found.setdefault(term, one.reading[word.start : word.end])
    return [found.get(term, term) for term in shared[:SHOWN]]
