"""Claims grouped by what they speak to; a claim that only points back joins the claim that it means."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.clustering import IndexPair, average_linkage, component_labels, grouped_by_label
from sayso.compare.points.pair_scores import PairScores
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.referents import find_referents
from sayso.model.comparison import Evidence
from sayso.model.reasons import RuleName, because

MIN_MEAN_PROBABILITY = 0.4  # of the pairs between two groups that speak to one point
MIN_PAIR_PROBABILITY = 0.25  # of the pair by which a claim that is left alone joins a group


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
    referents = dict(find_referents(claims, group_of))
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
