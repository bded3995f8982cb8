"""Whose side a speaker is on, as far as the words for them show it."""

from functools import cache

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import stem, terms_in
from sayso.lexicon.actors import nouns
from sayso.lexicon.points import point_words

ACCUSED = 10  # words of a charge in which the accused are named


def one_camp(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two speakers are one, or are called by one body: "Petrasol", "Petrasol's director"."""
    if left.own or right.own:
        return False
    return left.voice == right.voice or bool(_bodies(left) & _bodies(right))


def accused_by(one: PreparedClaim, other: PreparedClaim) -> bool:
    """Whether a charge is against the one who makes a claim: "accused *the mill* of poisoning"."""
    lower = other.reading.lower().split()[:ACCUSED]
    behind = next((at for at, word in enumerate(lower) if word in point_words().charged_of), 0)
    return bool(_bodies(one) & terms_in(" ".join(lower[:behind])))


def _bodies(one: PreparedClaim) -> frozenset[str]:
    """The terms for who speaks, without what any body may have: a spokesman, a minister."""
    return one.speaker - _people()


@cache
def _people() -> frozenset[str]:
    return frozenset(stem(form) for form, noun in nouns().items() if noun.human)
