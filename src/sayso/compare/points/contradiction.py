"""Whether a claim that holds a denial or a negation denies what another one says.

Claims of one point are about one matter; that is not yet to say the opposite. "The officers were not
in danger" faces "the officers were in danger", and not "his hands were up".
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from sayso.compare.points.negation import HEAD
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import opposites, terms_of
from sayso.lexicon.points import point_words
from sayso.model.speech import Stance
from sayso.text.words import words

FEW = 30  # claims of the reports that are compared
FOCUS = 3  # terms behind a negation, of which one must come back in what it denies
MOST = 0.5  # of the terms of the shorter, with which it need not be one of these
SOME = 0.25  # the same, for what a speaker denies or rejects outright
ENDS = frozenset('.,;:!?"“”')
UNDER = 3  # words behind a negation that it is of
ALIKE = 0.4  # of the terms of the shorter, with which two claims can be opposite by a word
THIN = 4  # terms; of a claim with no more the opposite word is what it says
CLOSE = 2  # sentences between a charge and its answer

Sides = Mapping[int, int]


def facing(own: Sequence[PreparedClaim], content: Sequence[int], sides: Sides) -> dict[int, int]:
    """The sides, with 0 for each claim that goes against the others and denies what none of them says.

    Among FEW claims what is denied is mostly what the others say, but for how many came to harm.
    """
    found = dict(sides)
    said = [own[place] for place in content if sides[place] > 0]
    against = [place for place in content if sides[place] < 0]
    if not said or not against:
        return found
    affirmed = [_affirmed(other) for other in said] if len(own) > FEW else []
    for place in against:
        if affirmed:
            answered = _is_answered(own[place], said, affirmed)
        else:
            answered = _may_be_answered(own[place], said)
        found[place] = sides[place] if answered else 0
    return found


def _is_answered(
    one: PreparedClaim, said: Sequence[PreparedClaim], affirmed: Sequence[frozenset[str]]
) -> bool:
    denied = _denied(one)
    pairs = zip(said, affirmed, strict=True)
    return any(_faces(one, denied, other, terms) for other, terms in pairs)


def _may_be_answered(one: PreparedClaim, said: Sequence[PreparedClaim]) -> bool:
    """Whether a denial is not one of something else than the harm to so many people."""
    if one.sign > 0 or one.amounts or any(one.terms & other.terms for other in said):
        return True
    counted = [other for other in said if any(amount.harm for amount in other.amounts)]
    return 2 * len(counted) < len(said)


def faces(one: PreparedClaim, other: PreparedClaim) -> bool:
    """Whether the one denies what the other says; nobody faces their own words."""
    return _faces(one, _denied(one), other, _affirmed(other))


def _faces(
    one: PreparedClaim, denied: Sequence[str], other: PreparedClaim, said: frozenset[str]
) -> bool:
    if one.voice == other.voice:
        return False
    charged = other.claim.stance is Stance.ACCUSES
    beside = one.document == other.document and abs(one.sentence - other.sentence) <= CLOSE
    if one.sign < 0:
        shared = one.terms & said
        share = len(shared) / max(1, min(len(one.terms), len(other.terms)))
        more = len(shared) > 1 or charged or (beside and not other.own)
        told = len(one.terms) > 1 and (share >= MOST or (share >= SOME and more))
        return bool(shared) and (told or charged)
    share = len(said.intersection(denied)) / max(1, len(denied))
    led = not said.isdisjoint(denied[:FOCUS])
    return share >= MOST or (share >= SOME and led) or (beside and charged)


def alike_but_for(one: PreparedClaim, other: PreparedClaim, opposed: frozenset[str]) -> bool:
    """Whether two claims have much in common beside the words that are the opposite of each other."""
    shared = one.terms & other.terms
    least = min(len(one.terms), len(other.terms))
    return least <= THIN or (bool(shared - opposed) and len(shared) + 1 >= ALIKE * least)


def _denied(one: PreparedClaim) -> list[str]:
    """The terms of the clause that the negation at the head of a content is in, those behind it first."""
    found = words(one.reading)
    for at, word in enumerate(found[:HEAD]):
        if word.lower in point_words().turning:
            behind = [*takewhile(lambda each: each.lower not in ENDS, found[at + 1 :])]
            terms = [term for each in (*behind, *found[:at]) for term in terms_of([each])]
            return list(dict.fromkeys(terms))
    return sorted(one.terms)


def _affirmed(other: PreparedClaim) -> frozenset[str]:
    """The terms of a claim with their opposites, those right behind a negation left out."""
    found = words(other.reading)
    negated = [
        word
        for at, one in enumerate(found)
        if one.lower in point_words().turning and not other.negated
        for word in found[at + 1 : at + 1 + UNDER]
    ]
    terms = other.terms - terms_of(negated)
    return terms.union(*(opposites().get(term, ()) for term in terms))
