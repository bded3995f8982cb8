"""Which claims of a story are worth comparing, how alike they are, and why."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log

import numpy as np

from sayso.compare.features.holding import answered, contradicts_inner, pointed_at
from sayso.compare.features.wording import shared_words
from sayso.compare.partition import Pair
from sayso.compare.propositions import Proposition, terms_of
from sayso.encoder.vectors import vectors
from sayso.model.comparison import Evidence
from sayso.model.facts import Facts
from sayso.text.words import words

MANY = 60  # claims; a word in more of them leads to no pair
MEANING = 0.5  # weight of the likeness in meaning beside that in words
CLOSE = 0.4  # cosine; claims less alike in meaning are about different things
# A denial is of something that somebody has said: it takes less to see that it answers this.
ANSWER, ANSWER_CLOSE, ANSWER_TERMS = 0.15, 0.55, 3
SHOWN = 4  # shared words named in a reason


@dataclass(frozen=True, slots=True)
class Join:
    """Two claims that may speak to one thing; `sure` where one is made about the other."""

    score: float
    why: Evidence
    sure: bool = False


def joins(found: Sequence[Proposition], facts: Mapping[str, Facts]) -> dict[Pair, Join]:
    """The pairs of claims that may speak to one thing, by their places in the list."""
    out = _by_likeness(found)
    out |= _by_holding(found, facts)
    return out


def _by_holding(found: Sequence[Proposition], facts: Mapping[str, Facts]) -> dict[Pair, Join]:
    """Claims made about claims: a denial of what somebody is said to claim, "these accusations"."""
    place = {one.key: number for number, one in enumerate(found)}
    by_document: dict[str, list[Proposition]] = {}
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
                detail = "one speaker denies the very words that the other is said to have used"
                pair = _pair(place[outer.key], place[one.key])
                out[pair] = Join(1.0, Evidence("claim within a denial", 1.0, detail), sure=True)
        for number, one in enumerate(own):
            other = pointed_at(one, own[max(0, number - 12) : number])
            if other is not None:
                detail = f"“{one.reading}” points back at what was said just before"
                pair = _pair(place[one.key], place[other.key])
                out[pair] = Join(1.0, Evidence("pointing back", 1.0, detail), sure=True)
    return out


def _by_likeness(found: Sequence[Proposition]) -> dict[Pair, Join]:
    """Claims that share telling words and mean much the same."""
    spread = Counter(term for one in found for term in one.terms)
    rarity = {term: log((len(found) + 4) / (times + 0.5)) for term, times in spread.items()}
    pairs = _candidates(found, spread)
    if not pairs:
        return {}
    wanted = sorted({place for pair in pairs for place in pair})
    rows = {place: row for row, place in enumerate(wanted)}
    meaning = vectors([found[place].reading for place in wanted])
    out = {}
    for left, right in pairs:
        wording, shared = shared_words(found[left], found[right], rarity)
        cosine = float(np.dot(meaning[rows[left]], meaning[rows[right]]))
        if cosine < CLOSE:
            continue
        score = MEANING * cosine + (1 - MEANING) * wording
        near = cosine >= ANSWER_CLOSE and len(shared) >= ANSWER_TERMS
        answers = near and answered(found[left], found[right])
        score += ANSWER * answers
        detail = f"both speak of {', '.join(_whole(found[left], found[right], shared))}; "
        detail += f"alike in meaning ({cosine:.2f} of 1)"
        detail += "; one denies what the other says" if answers else ""
        share = round(min(1.0, max(0.0, score)), 4)
        out[(left, right)] = Join(share, Evidence("same words and meaning", share, detail))
    return out


def _candidates(found: Sequence[Proposition], spread: Counter[str]) -> list[Pair]:
    """The pairs that share two terms of which few claims have one."""
    holders: dict[str, list[int]] = {}
    for place, one in enumerate(found):
        for term in one.terms:
            if spread[term] > 1:
                holders.setdefault(term, []).append(place)
    rare: set[Pair] = set()
    shared: Counter[Pair] = Counter()
    for term, places in holders.items():
        if spread[term] <= MANY:
            pairs = list(combinations(places, 2))
            shared.update(pairs)
            rare.update(pairs)
    return sorted(pair for pair in rare if shared[pair] > 1 and _comparable(found, pair))


def _comparable(found: Sequence[Proposition], pair: Pair) -> bool:
    """Not one claim inside the other: those are joined only where one denies the other."""
    left, right = found[pair[0]], found[pair[1]]
    if left.document != right.document:
        return True
    short, long = sorted((left.claim.chain, right.claim.chain), key=len)
    if short and long[: len(short)] == short and short != long:
        return False
    return not left.span.touches(right.span)


def _whole(left: Proposition, right: Proposition, shared: Sequence[str]) -> list[str]:
    """The shared terms as words of the claims, the rarest first."""
    found: dict[str, str] = {}
    for one in (left, right):
        for word in words(one.reading):
            for term in terms_of([word]):
                found.setdefault(term, one.reading[word.start : word.end])
    return [found.get(term, term) for term in shared[:SHOWN]]


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)
