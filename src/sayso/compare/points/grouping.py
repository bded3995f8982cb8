"""Claims grouped by what they speak to; a claim that only points back joins the claim that it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.clustering import IndexPair, average_linkage, component_labels, grouped_by_label
from sayso.compare.points.pair_scores import PairScores
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.comparison import Evidence
from sayso.model.reasons import RuleName, because
from sayso.model.speech import Stance

MIN_MEAN_PROBABILITY = 0.4  # of the pairs between two groups that speak to one point
MIN_PAIR_PROBABILITY = 0.25  # of the pair by which a claim that is left alone joins a group
MAX_SENTENCES_BACK = 4  # that "these accusations" reaches back over


@dataclass(frozen=True, slots=True)
class ClaimGroup:
    """Claims of one point, by their places in a list.

    `referents` has, for each claim that points back, the claim that it means.
    """

    members: tuple[int, ...]
    referents: Mapping[int, int]

    @property
    def content(self) -> list[int]:
        """The claims that say something themselves."""
        return [place for place in self.members if place not in self.referents]


def group_claims(claims: Sequence[PreparedClaim], scores: PairScores) -> list[ClaimGroup]:
    """Every claim in one group: with those most alike, or with the one that it points back to."""
    groups = list(_groups_alike(claims, scores))
    group_of = {place: number for number, members in enumerate(groups) for place in members}
    referents = dict(_referents(claims, group_of))
    found = []
    for members in groups:
        if len(members) == 1 and members[0] in referents:
            continue
        inside = set(members)
        answers = {place: meant for place, meant in referents.items() if meant in inside}
        found.append(ClaimGroup(tuple(sorted({*members, *answers})), answers))
    return found


def back_reference_evidence(claim: PreparedClaim) -> Evidence:
    """Why a claim that says nothing itself is in a group."""
    back = because(RuleName.POINTS_BACK, f"“{claim.compared_text}”")
    return Evidence.of("pointing back", 1.0, back)


def _groups_alike(claims: Sequence[PreparedClaim], scores: PairScores) -> Iterator[list[int]]:
    """Claims that speak to one thing: those made about each other, then those most alike."""
    sure = [pair for pair, score in scores.items() if score.sure]
    bound = grouped_by_label(component_labels(len(claims), sure))
    part_of = {place: number for number, part in enumerate(bound) for place in part}
    best: dict[IndexPair, float] = {}
    for (left, right), score in scores.items():
        low, high = sorted((part_of[left], part_of[right]))
        if low != high:
            best[low, high] = max(best.get((low, high), 0.0), score.probability)
    groups = average_linkage(len(bound), best, MIN_MEAN_PROBABILITY)
    for group in _with_single_parts_joined(groups, best):
        yield sorted(place for part in group for place in bound[part])


def _with_single_parts_joined(
    groups: Sequence[Sequence[int]], scores: Mapping[IndexPair, float]
) -> list[list[int]]:
    """The groups, where each part left alone joins the group with the part most like it."""
    home = {part: number for number, group in enumerate(groups) for part in group}
    best: dict[int, tuple[float, int]] = {}
    for pair, score in scores.items():
        for single, other in (pair, pair[::-1]):
            joins = len(groups[home[single]]) == 1 < len(groups[home[other]])
            if joins and score >= MIN_PAIR_PROBABILITY:
                choice = score, -home[other]
                best[single] = max(best.get(single, choice), choice)
    joined = [list(group) for group in groups]
    for single, (_, minus_number) in best.items():
        joined[home[single]].remove(single)
        joined[-minus_number].append(single)
    return [group for group in joined if group]


def _referents(
    claims: Sequence[PreparedClaim], group_of: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """For each claim that points back, the claim that it means, where that is plain."""
    by_document: dict[str, list[int]] = {}
    by_speaker_term: dict[str, list[int]] = {}
    for place, claim in enumerate(claims):
        by_document.setdefault(claim.document, []).append(place)
        for term in claim.speaker_terms if claim.back_reference is None else ():
            by_speaker_term.setdefault(term, []).append(place)
    for place, claim in enumerate(claims):
        if claim.back_reference is None:
            continue
        before = [
            other
            for other in by_document[claim.document]
            if other != place and _may_be_referent(claims[other], claim)
        ]
        meant = _referent_of(claims, claim, before, group_of)
        owners = claim.back_reference.owners
        if meant is None and owners:
            elsewhere = [
                other for term in sorted(owners) for other in by_speaker_term.get(term, ())
            ]
            meant = _referent_of_owner(claims, claim, elsewhere, group_of)
        if meant is not None:
            yield place, meant


def _may_be_referent(other: PreparedClaim, claim: PreparedClaim) -> bool:
    """Whether another claim stands before a claim, says something, and has another speaker."""
    return (
        other.back_reference is None
        and other.title_span.end <= claim.title_span.start
        and not other.outlet_voice
        and other.claim.stance is not Stance.INTENDS
        and (other.voice != claim.voice or claim.speaker_polarity == 0)
    )


def _referent_of(
    claims: Sequence[PreparedClaim],
    claim: PreparedClaim,
    before: Sequence[int],
    group_of: Mapping[int, int],
) -> int | None:
    """The nearest claim before that fits; where several are as near, only if they are of one group."""
    reference = claim.back_reference
    if reference is not None and reference.owners:
        return _referent_of_owner(claims, claim, before, group_of)
    first_sentence = claim.sentence_number - MAX_SENTENCES_BACK
    near = [place for place in before if claims[place].sentence_number >= first_sentence]
    if reference is not None and reference.accusing:
        charges = [place for place in near if claims[place].claim.stance is Stance.ACCUSES]
        near = charges or near
    if claim.speaker_polarity:
        near = [place for place in near if claims[place].speaker_polarity] or near
    return _nearest_referent(claims, near, claim, group_of)


def _referent_of_owner(
    claims: Sequence[PreparedClaim],
    claim: PreparedClaim,
    places: Sequence[int],
    group_of: Mapping[int, int],
) -> int | None:
    """The nearest claim by the speaker that a claim names as owner: "the opposition's allegation"."""
    owners = claim.back_reference.owners if claim.back_reference is not None else frozenset()
    theirs = [
        place
        for place in places
        if owners & claims[place].speaker_terms and claims[place].speaker_polarity
    ]
    return _nearest_referent(claims, theirs, claim, group_of)


def _nearest_referent(
    claims: Sequence[PreparedClaim],
    places: Sequence[int],
    claim: PreparedClaim,
    group_of: Mapping[int, int],
) -> int | None:
    """The last of the places in the claim's report, else in any; None where two groups are as near."""
    if not places:
        return None
    here = [place for place in places if claims[place].document == claim.document]
    last = max((claims[place].sentence_number for place in here), default=None)
    nearest = [place for place in here if claims[place].sentence_number == last] or list(places)
    if len({group_of[place] for place in nearest}) > 1:
        naming = [place for place in nearest if claims[place].terms & claim.speaker_terms]
        if len({group_of[place] for place in naming}) != 1:
            return None
        nearest = naming
    return nearest[-1]
