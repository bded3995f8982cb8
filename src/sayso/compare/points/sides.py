"""On which side of a point a claim stands.

The rules come one after the other, and each may change what those before it found: stance, negation and
contradiction (`stated_polarities`); then numbers, opposite words, allies and back references
(`decide_polarities`).
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.compare.points.contradiction import (
    Polarities,
    alike_but_for_opposites,
    open_unmatched_denials,
)
from sayso.compare.points.grouping import ClaimGroup
from sayso.compare.points.numeric_sides import PointNumbers, sides_by_numbers
from sayso.compare.points.pile_size import CLAIMS_OF_A_PAIR
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import opposite_terms, term_stem, terms_in
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.points import point_words
from sayso.model.comparison import Evidence
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Stance

MIN_TERMS_OF_REPEAT = 2  # that two claims share if one repeats the other
MAX_WORDS_TO_ACCUSED = 10  # of a charge, where the accused may be named
REFUSING = frozenset({Stance.DENIES, Stance.DOUBTS})


def split_unmatched_denials(
    claims: Sequence[PreparedClaim], group: ClaimGroup
) -> Iterator[tuple[ClaimGroup, Polarities]]:
    """The group without denials of what no claim in it says, and such denials by themselves.

    Each group comes with its `stated_polarities`.
    """
    before = _polarities_by_words(claims, group.content)
    stated = open_unmatched_denials(claims, group.content, before)
    meant = set(group.referents.values())
    unmatched = [
        place
        for place in group.content
        if claims[place].speaker_polarity < 0 and before[place] and not stated[place]
        if place not in meant
    ]
    if not unmatched:
        yield group, stated
        return
    rest = tuple(place for place in group.members if place not in unmatched)
    groups = [ClaimGroup(rest, group.referents)]
    groups += (ClaimGroup(tuple(places), {}) for places in _sharing_terms(claims, unmatched))
    for part in groups:
        yield part, stated_polarities(claims, part.content)


def stated_polarities(claims: Sequence[PreparedClaim], content: Sequence[int]) -> Polarities:
    """The side of each claim by stance and negation; 0 for a denial of what no other claim says."""
    return open_unmatched_denials(claims, content, _polarities_by_words(claims, content))


def decide_polarities(
    claims: Sequence[PreparedClaim], group: ClaimGroup, stated: Polarities, numbers: PointNumbers
) -> Polarities:
    """1, -1 or 0 (neither) for every claim of a group: claims with the same sign stand on one side.

    `stated` are the `stated_polarities` of the group, `numbers` those that its claims give.
    """
    content = group.content
    polarities = {**stated, **sides_by_numbers(numbers)}
    polarities = _with_opposites(claims, content, polarities)
    answers = dict(_polarities_of_answers(claims, group, polarities))
    denying = [place for place, polarity in answers.items() if polarity < 0]
    polarities = _with_allies(claims, content, polarities, denying)
    return polarities | dict(_polarities_of_answers(claims, group, polarities))


def against_interest(
    claims: Sequence[PreparedClaim], polarities: Polarities
) -> list[tuple[int, RuleName]]:
    """The claims against their speakers' interest, and why.

    An admission is one; so is what a speaker says outright while an ally denies or doubts it.
    """
    found = []
    for place, polarity in polarities.items():
        claim = claims[place]
        if not polarity or claim.outlet_voice or claim.back_reference is not None:
            continue
        if claim.claim.stance is Stance.CONCEDES:
            found.append((place, RuleName.ADMITTED))
        elif claim.claim.stance is Stance.ASSERTS and any(
            _refuses_as_ally(claims[other], claim)
            for other, side in polarities.items()
            if side == -polarity
        ):
            found.append((place, RuleName.AGAINST_OWN_SIDE))
    return found


def concession_evidence(claim: PreparedClaim, rule: RuleName) -> Evidence:
    """A claim against its speaker's interest, by the rule that says so."""
    why = because(rule, f"“{claim.compared_text}”")
    return Evidence.of("concession against interest", 1.0, why)


def are_allies(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether two speakers are one, or share the name of a body: "Petrasol", "Petrasol's director"."""
    if left.outlet_voice or right.outlet_voice:
        return False
    return left.voice == right.voice or bool(_names_of_bodies(left) & _names_of_bodies(right))


def is_accused_in(claim: PreparedClaim, charge: PreparedClaim) -> bool:
    """Whether a charge names the speaker of a claim: "accused *the mill* of poisoning the brook"."""
    words_of_charge = charge.compared_text.lower().split()[:MAX_WORDS_TO_ACCUSED]
    charged_of = point_words().charged_of
    end = next((at for at, word in enumerate(words_of_charge) if word in charged_of), 0)
    return bool(_names_of_bodies(claim) & terms_in(" ".join(words_of_charge[:end])))


def _polarities_by_words(claims: Sequence[PreparedClaim], content: Sequence[int]) -> dict[int, int]:
    return {place: _polarity_by_words(claims, place, content) for place in content}


def _polarity_by_words(claims: Sequence[PreparedClaim], place: int, content: Sequence[int]) -> int:
    """The side of a claim by stance and negation.

    A negation counts only where another claim has none. Of two claims without a shared word, a mere
    "not" makes no contradiction.
    """
    claim = claims[place]
    polarity = claim.speaker_polarity
    if not claim.negated or polarity == 0:
        return polarity
    others = [claims[other] for other in content if not claims[other].negated]
    if len(content) == CLAIMS_OF_A_PAIR and polarity > 0:
        others = [other for other in others if other.terms & claim.terms]
    if not others:
        return polarity
    if polarity > 0 and claim.outlet_voice:
        return 0  # an outlet's own words deny nothing in passing
    return claim.polarity


def _sharing_terms(claims: Sequence[PreparedClaim], places: Sequence[int]) -> list[list[int]]:
    """Places put together whose claims share a term with the first of their group."""
    groups: list[list[int]] = []
    for place in places:
        terms = claims[place].terms
        group = next((group for group in groups if terms & claims[group[0]].terms), None)
        if group is None:
            groups.append([place])
        else:
            group.append(place)
    return groups


def _with_opposites(
    claims: Sequence[PreparedClaim], content: Sequence[int], polarities: Polarities
) -> dict[int, int]:
    """The sides, where a claim with the opposite of an earlier one's word goes against it.

    "Open" and "locked" are opposites. A charge turns the earlier claims round instead of itself.
    """
    found = dict(polarities)
    plain = [place for place in content if found[place] > 0 and not claims[place].negated]
    for at, place in enumerate(plain):
        claim = claims[place]
        opposed = frozenset().union(*(opposite_terms().get(term, ()) for term in claim.terms))
        if opposed & claim.terms:
            continue  # it speaks of both
        earlier = [
            other
            for other in plain[:at]
            if opposed & claims[other].terms
            and claims[other].voice != claim.voice
            and alike_but_for_opposites(claim, claims[other], opposed)
        ]
        if earlier and claim.claim.stance is Stance.ACCUSES:
            found |= dict.fromkeys(earlier, -found[place])
        elif earlier:
            found[place] = -found[earlier[0]]
    return found


def _with_allies(
    claims: Sequence[PreparedClaim],
    content: Sequence[int],
    polarities: Polarities,
    denying_answers: Sequence[int],
) -> dict[int, int]:
    """The sides, where a speaker whose ally denies, or who is accused, goes against the others.

    A speaker who concedes does not, nor one who repeats what the others say. `denying_answers` are
    the claims that deny by pointing back.
    """
    found = dict(polarities)
    denying = [place for place in content if found[place] < 0] + [*denying_answers]
    affirming = [place for place in content if found[place] > 0]
    for place in affirming:
        claim = claims[place]
        if not _only_asserts(claim):
            continue
        others = [claims[other] for other in affirming if claims[other].voice != claim.voice]
        repeats = any(len(other.terms & claim.terms) >= MIN_TERMS_OF_REPEAT for other in others)
        if repeats or not others:
            continue
        if any(are_allies(claim, claims[other]) for other in denying) or any(
            is_accused_in(claim, other) and other.claim.stance is Stance.ACCUSES for other in others
        ):
            found[place] = -1
    return found


def _only_asserts(claim: PreparedClaim) -> bool:
    """Whether a speaker plainly asserts something, without a negation and not through another."""
    plain = claim.speaker_polarity > 0 and claim.claim.stance is Stance.ASSERTS
    return plain and not claim.negated and len(claim.claim.chain) == 1


def _polarities_of_answers(
    claims: Sequence[PreparedClaim], group: ClaimGroup, polarities: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """The sides of the claims that point back, by the sides of the claims that they mean."""
    for place, meant in group.referents.items():
        yield place, _polarity_of_answer(claims[place], claims[meant], polarities[meant])


def _polarity_of_answer(claim: PreparedClaim, meant: PreparedClaim, side: int) -> int:
    """The side of a claim that points back to one that stands on `side`.

    A denial of a charge behind another denial denies the same, unless it calls "that" untrue.
    "Accusations to the contrary" are not what was said.
    """
    reference = claim.back_reference
    if reference is None or claim.speaker_polarity >= 0:
        return claim.speaker_polarity * (side or 1)
    if meant.speaker_polarity >= 0:
        return side if reference.accusing and side < 0 else -(side or 1)
    calls_untrue = reference.untrue or claim.compared_text.lower() in point_words().back
    turns = calls_untrue and not reference.accusing and not are_allies(claim, meant)
    return -side if turns else side


def _refuses_as_ally(other: PreparedClaim, claim: PreparedClaim) -> bool:
    """Whether another speaker of the same camp denies or doubts."""
    refuses = other.claim.stance in REFUSING and other.voice != claim.voice
    return refuses and are_allies(claim, other)


def _names_of_bodies(claim: PreparedClaim) -> frozenset[str]:
    """The terms for who speaks, without those of any body: a spokesman, a minister."""
    return claim.speaker_terms - _terms_for_people()


@cache
def _terms_for_people() -> frozenset[str]:
    return frozenset(term_stem(form) for form, noun in speaker_nouns().items() if noun.human)
