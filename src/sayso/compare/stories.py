"""Which reports are of one happening and its aftermath.

Reports are alike by the words that few others of the pile have; those published far apart are not.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from math import log, sqrt

from sayso.compare.direction import day
from sayso.compare.partition import Pair, average_linked
from sayso.encoder.pieces import tokenizer
from sayso.lexicon.points import point_words
from sayso.model.comparison import Story
from sayso.model.text import Document
from sayso.text.words import words

ALIKE = 0.15  # mean cosine within a story
FEW, ALIKE_IN_FEW = 20, 0.07  # in a pile of so few reports, likely gathered for one happening
DAYS = 30  # between the reports of one story
MANY = 200  # reports; a word in more of them leads to no pair
SHARED = 3  # rarer words that a pair must have in common to be looked at
TITLE = 2  # how often a title counts
PRIOR = 10  # reports that a small pile is thought to lie among, so that no word weighs nothing

Weights = Mapping[str, float]


def find_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Every report in one story, alone if it is like no other.

    Average linkage over the cosines of term weights (the log of a word's rarity times the root of
    its count).
    """
    ordered = sorted(documents, key=lambda document: document.id)
    counts = [_counts(document) for document in ordered]
    spread = Counter(word for count in counts for word in count)
    weighed = [_weighed(count, spread, len(ordered)) for count in counts]
    days = [day(document.published) for document in ordered]
    scores = {
        pair: score
        for pair in _pairs(counts, spread)
        if _near(days[pair[0]], days[pair[1]])
        for score in [_cosine(weighed[pair[0]], weighed[pair[1]])]
        if score > 0
    }
    least = ALIKE_IN_FEW if len(ordered) < FEW else ALIKE
    groups = average_linked(len(ordered), scores, least)
    return tuple(Story(tuple(ordered[place].id for place in group)) for group in groups)


def _counts(document: Document) -> Counter[str]:
    """The words of a report that may tell what it is about, its title's counted TITLE times."""
    common = point_words().common
    found = [word.lower for word in words(document.text)]
    found += [word.lower for word in words(document.title or "")] * TITLE
    return Counter(
        bare
        for word in found
        for bare in [word.removesuffix("'s").removesuffix("’s")]
        if len(bare) > 2 and bare not in common and not bare.isdigit()
    )


def _weighed(count: Counter[str], spread: Counter[str], reports: int) -> Weights:
    weights = {
        word: sqrt(times) * log((reports + PRIOR) / (spread[word] + 0.5)) * _unusual(word)
        for word, times in count.items()
    }
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


@cache
def _unusual(word: str) -> float:
    """How seldom English has the word, about 0.2 to 1.4, so that a small pile can be weighed too.

    The encoder's vocabulary is ordered by frequency; a word that it lacks is rare.
    """
    rank = tokenizer().token_to_id(word)
    return (1.2 if rank is None else log(max(2, rank - 1900)) / log(28000)) ** 2


def _pairs(counts: Sequence[Counter[str]], spread: Counter[str]) -> list[Pair]:
    """The pairs that share SHARED words which MANY reports or fewer have."""
    holders: dict[str, list[int]] = {}
    for place, count in enumerate(counts):
        for word in count:
            if 1 < spread[word] <= MANY:
                holders.setdefault(word, []).append(place)
    shared: Counter[Pair] = Counter()
    for places in holders.values():
        shared.update((one, other) for at, other in enumerate(places) for one in places[:at])
    return sorted(pair for pair, times in shared.items() if times >= SHARED)


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs((one - other).days) <= DAYS


def _cosine(one: Weights, other: Weights) -> float:
    small, large = (one, other) if len(one) < len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
