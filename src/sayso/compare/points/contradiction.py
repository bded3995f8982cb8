"""Whether a claim that holds a denial or a negation denies what another claim says.

Two claims of one point are about one matter, which does not make them contradict each other. "The
officers were not in danger" contradicts "the officers were in danger", and not "his hands were up".
"""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from sayso.compare.points.negation import MAX_WORDS_TO_NEGATION
from sayso.compare.points.pile_size import MAX_CLAIMS_OF_ONE_QUESTION
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import opposite_terms, terms_of
from sayso.lexicon.points import point_words
from sayso.model.speech import Stance
from sayso.text.words import words

FOCUS_TERMS = 3  # behind a negation; what it denies must have one of them
SHARE_ALONE = 0.5  # of the shorter claim's terms; so much in common needs no other sign
SHARE_WITH_SIGN = (
    0.25  # of the shorter claim's terms, with a term in focus, a second term or a charge
)
CLAUSE_MARKS = frozenset('.,;:!?"“”')
WORDS_UNDER_NEGATION = 3  # behind a negation, which negates them
SHARE_BESIDE_OPPOSITES = (
    0.4  # of the shorter claim's terms; with fewer shared, opposites do not contradict
)
MAX_TERMS_OF_SHORT_CLAIM = 4  # such a claim says little but the opposite word
MAX_SENTENCES_TO_ANSWER = 2  # between a charge and its answer

# For each claim, by its place in a list, the side on which it stands: 1, -1 or 0.
Polarities = Mapping[int, int]


def open_unmatched_denials(
    claims: Sequence[PreparedClaim], content: Sequence[int], polarities: Polarities
) -> dict[int, int]:
    """The sides, with 0 for every claim against the others that denies what none of them says.

    In a small pile a denial mostly answers the others, except for how many came to harm.
    """
    found = dict(polarities)
    said = [claims[place] for place in content if polarities[place] > 0]
    against = [place for place in content if polarities[place] < 0]
    if not said or not against:
        return found
    if len(claims) <= MAX_CLAIMS_OF_ONE_QUESTION:
        unmatched = (place for place in against if not _may_answer(claims[place], said))
    else:
        affirmed = [_affirmed_terms(other) for other in said]
        unmatched = (
            place for place in against if not _contradicts_any(claims[place], said, affirmed)
        )
    return found | dict.fromkeys(unmatched, 0)


def contradicts(claim: PreparedClaim, other: PreparedClaim) -> bool:
    """Whether a claim denies what another speaker's claim says."""
    return _contradicts(claim, _denied_terms(claim), other, _affirmed_terms(other))


def alike_but_for_opposites(
    claim: PreparedClaim, other: PreparedClaim, opposed: frozenset[str]
) -> bool:
    """Whether two claims have much in common besides the words that are opposites of each other."""
    shared = claim.terms & other.terms
    shorter = min(len(claim.terms), len(other.terms))
    if shorter <= MAX_TERMS_OF_SHORT_CLAIM:
        return True
    return bool(shared - opposed) and len(shared) + 1 >= SHARE_BESIDE_OPPOSITES * shorter


def _may_answer(claim: PreparedClaim, said: Sequence[PreparedClaim]) -> bool:
    """Whether a claim may deny one of the others: it shares a word or has a number, or few others
    count harm."""
    if claim.speaker_polarity > 0 or claim.quantities:
        return True
    if any(claim.terms & other.terms for other in said):
        return True
    counting = [other for other in said if any(quantity.is_harm for quantity in other.quantities)]
    return 2 * len(counting) < len(said)


def _contradicts_any(
    claim: PreparedClaim, said: Sequence[PreparedClaim], affirmed: Sequence[frozenset[str]]
) -> bool:
    """Whether a claim denies one of the others; `affirmed` has the affirmed terms of each."""
    denied = _denied_terms(claim)
    pairs = zip(said, affirmed, strict=True)
    return any(_contradicts(claim, denied, other, terms) for other, terms in pairs)


def _contradicts(
    claim: PreparedClaim, denied: Sequence[str], other: PreparedClaim, affirmed: frozenset[str]
) -> bool:
    if claim.voice == other.voice:
        return False
    charged = other.claim.stance is Stance.ACCUSES
    apart = abs(claim.sentence_number - other.sentence_number)
    close = claim.document == other.document and apart <= MAX_SENTENCES_TO_ANSWER
    if claim.speaker_polarity < 0:
        shared = claim.terms & affirmed
        if not shared or charged:
            return bool(shared)
        share = len(shared) / min(len(claim.terms), len(other.terms))
        has_sign = len(shared) > 1 or (close and not other.outlet_voice)
        enough = share >= SHARE_ALONE or (share >= SHARE_WITH_SIGN and has_sign)
        return len(claim.terms) > 1 and enough
    share = len(affirmed.intersection(denied)) / max(1, len(denied))
    in_focus = not affirmed.isdisjoint(denied[:FOCUS_TERMS])
    enough = share >= SHARE_ALONE or (share >= SHARE_WITH_SIGN and in_focus)
    return enough or (close and charged)


def _denied_terms(claim: PreparedClaim) -> list[str]:
    """The terms of the clause with the negation at the head of a content, those behind it first."""
    content = words(claim.compared_text)
    for at, word in enumerate(content[:MAX_WORDS_TO_NEGATION]):
        if word.lower in point_words().turning:
            behind = takewhile(lambda each: each.lower not in CLAUSE_MARKS, content[at + 1 :])
            terms = [term for each in (*behind, *content[:at]) for term in terms_of([each])]
            return list(dict.fromkeys(terms))
    return sorted(claim.terms)


def _affirmed_terms(claim: PreparedClaim) -> frozenset[str]:
    """The terms of a claim and their opposites, without those right behind a negation."""
    terms = claim.terms
    if not claim.negated:
        content = words(claim.compared_text)
        under_negation = [
            word
            for at, negation in enumerate(content)
            if negation.lower in point_words().turning
            for word in content[at + 1 : at + 1 + WORDS_UNDER_NEGATION]
        ]
        terms -= terms_of(under_negation)
    return terms.union(*(opposite_terms().get(term, ()) for term in terms))
