"""Claims put together that speak to one thing, and those that only point back put to theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.clustering import Pair, average_linked, leaders, parts
from sayso.compare.points.pair_scores import Join
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.comparison import Evidence
from sayso.model.speech import Stance

ALIKE = 0.4  # mean likelihood of the claims that speak to one point
BESIDE = 0.25  # likelihood of the pair by which a claim that is left alone joins a group
BACK = 4  # sentences that "these accusations" reaches back over

Joins = Mapping[Pair, Join]


@dataclass(frozen=True, slots=True)
class Group:
    """Claims of one point, by their places in a list; `answers` has for those that point back the
    claim that each means."""

    members: tuple[int, ...]
    answers: Mapping[int, int]

    @property
    def content(self) -> list[int]:
        """Those of the claims that say something themselves."""
        return [place for place in self.members if place not in self.answers]


def grouped(own: Sequence[PreparedClaim], known: Joins) -> list[Group]:
    """Every claim in one group: with those most alike, or with the one that it points back to."""
    alike = list(_alike(own, known))
    group_of = {one: number for number, members in enumerate(alike) for one in members}
    answers = dict(_answers(own, group_of))
    out = []
    for members in alike:
        if len(members) == 1 and members[0] in answers:
            continue
        inside = set(members)
        answering = {one: meant for one, meant in answers.items() if meant in inside}
        out.append(Group(tuple(sorted({*members, *answering})), answering))
    return out


def pointing_back(one: PreparedClaim) -> Evidence:
    """Why a claim that says nothing itself is here."""
    detail = f"“{one.reading}” points back at what was said before"
    return Evidence("pointing back", 1.0, detail)


def _alike(own: Sequence[PreparedClaim], known: Joins) -> Iterator[list[int]]:
    """Claims that speak to one thing: those made about each other, then those most alike."""
    sure = leaders(len(own), [pair for pair, join in known.items() if join.sure])
    bound = parts(sure)
    place = {one: number for number, part in enumerate(bound) for one in part}
    scores: dict[Pair, float] = {}
    for (left, right), join in known.items():
        low, high = sorted((place[left], place[right]))
        if low != high:
            scores[(low, high)] = max(scores.get((low, high), 0.0), join.score)
    groups = _gathered(average_linked(len(bound), scores, ALIKE), scores)
    for group in groups:
        yield sorted(one for part in group for one in bound[part])


def _gathered(groups: Sequence[Sequence[int]], scores: Mapping[Pair, float]) -> list[list[int]]:
    """The groups, and with each those left alone that are likest one of it."""
    home = {one: number for number, group in enumerate(groups) for one in group}
    best: dict[int, tuple[float, int]] = {}
    for pair, score in scores.items():
        for alone, other in (pair, pair[::-1]):
            joins = len(groups[home[alone]]) == 1 < len(groups[home[other]])
            if joins and score >= BESIDE:
                best[alone] = max(best.get(alone, (score, -home[other])), (score, -home[other]))
    found = [list(group) for group in groups]
    for alone, (_, near) in best.items():
        found[home[alone]].remove(alone)
        found[-near].append(alone)
    return [group for group in found if group]


def _answers(
    own: Sequence[PreparedClaim], group_of: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """For each claim that points back, the one that it means, if that is plain."""
    by_document: dict[str, list[int]] = {}
    for place, one in enumerate(own):
        by_document.setdefault(one.document, []).append(place)
    owned: dict[str, list[int]] = {}
    for place, one in enumerate(own):
        for term in one.speaker if one.pointing is None else ():
            owned.setdefault(term, []).append(place)
    for place, one in enumerate(own):
        if one.pointing is None:
            continue
        before = [
            other
            for other in by_document[one.document]
            if other != place and _may_be_meant(own[other], one)
        ]
        meant = _meant(own, one, before, group_of)
        if meant is None and one.pointing.owners:
            elsewhere = [other for term in one.pointing.owners for other in owned.get(term, ())]
            meant = _of_owner(own, one, elsewhere, group_of)
        if meant is not None:
            yield place, meant


def _may_be_meant(other: PreparedClaim, one: PreparedClaim) -> bool:
    """Whether a claim stands before another, says something, and is not the same speaker's."""
    return (
        other.pointing is None
        and other.span.end <= one.span.start
        and not other.own
        and other.claim.stance is not Stance.INTENDS
        and (other.voice != one.voice or one.sign == 0)
    )


def _meant(
    own: Sequence[PreparedClaim],
    one: PreparedClaim,
    before: Sequence[int],
    group_of: Mapping[int, int],
) -> int | None:
    """The nearest claim before that fits; several nearest ones only if they are of one group."""
    pointing = one.pointing
    if pointing is not None and pointing.owners:
        return _of_owner(own, one, before, group_of)
    near = [place for place in before if own[place].sentence >= one.sentence - BACK]
    if pointing is not None and pointing.accusing:
        charges = [place for place in near if own[place].claim.stance is Stance.ACCUSES]
        near = charges or near
    if one.sign:
        near = [place for place in near if own[place].sign] or near
    return _nearest(own, near, one, group_of)


def _of_owner(
    own: Sequence[PreparedClaim],
    one: PreparedClaim,
    among: Sequence[int],
    group_of: Mapping[int, int],
) -> int | None:
    """What the one whose claim it is said to be has said."""
    owners = one.pointing.owners if one.pointing is not None else frozenset()
    theirs = [place for place in among if owners & own[place].speaker and own[place].sign]
    return _nearest(own, theirs, one, group_of)


def _nearest(
    own: Sequence[PreparedClaim],
    among: Sequence[int],
    one: PreparedClaim,
    group_of: Mapping[int, int],
) -> int | None:
    """The last of them before a claim, or of another report; None where two groups are as near."""
    if not among:
        return None
    here = [place for place in among if own[place].document == one.document]
    last = max((own[place].sentence for place in here), default=None)
    nearest = [place for place in here if own[place].sentence == last] or list(among)
    if len({group_of[place] for place in nearest}) > 1:
        naming = [place for place in nearest if own[place].terms & one.speaker]
        if len({group_of[place] for place in naming}) != 1:
            return None
        nearest = naming
    return nearest[-1]
