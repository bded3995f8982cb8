"""The things that claims speak to: who is for, who is against, and how many voices that makes."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sayso.compare.clustering import Pair
from sayso.compare.figures.revisions import Lines
from sayso.compare.points.grouping import Group, Joins, grouped, pointing_back
from sayso.compare.points.numeric_sides import Given, changes, lines_of
from sayso.compare.points.pair_scores import Join, joins, reason
from sayso.compare.points.prepared_claim import PreparedClaim, prepare_claims
from sayso.compare.points.sides import against_interest, conceded, parted, sides_of
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.comparison import (
    Evidence,
    Origin,
    Point,
    Quote,
    SharedActor,
    Side,
    Stand,
    State,
    Story,
)
from sayso.model.facts import Facts
from sayso.model.speech import Stance

FEW = 20  # reports; a pile of so few is of one question
REASONS = 6  # shown for a point
TITLE_WORDS = range(4, 28)
ANSWERING = frozenset({Stance.DENIES, Stance.ACCUSES})  # what a desk names first
TELLING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONCEDES, Stance.ACCUSES})
SIDES = {1: Side.FOR, -1: Side.AGAINST, 0: Side.OPEN}

# For a claim's place the joins that it is in.
Beside = dict[int, list[tuple[Pair, Join]]]


def find_points(
    pile: Sequence[Facts],
    stories: Sequence[Story],
    origins: Sequence[Origin],
    actors: Sequence[SharedActor],
) -> tuple[Point, ...]:
    """The points of every story, the disputed first.

    A claim speaks to one point at most. One that nobody else speaks to is a point only if it
    denies, doubts, concedes or accuses.
    """
    facts = {one.document.id: one for one in pile}
    voices = speaker_keys(pile, actors)
    origin = {one: group.id for group in origins for one in group.documents}
    found: list[tuple[tuple[bool, int], Point]] = []
    for reports in _circles(stories):
        own = [one for name in reports for one in prepare_claims(facts[name], voices)]
        known = joins(own, facts)
        beside = _beside(known)
        for group in (part for whole in grouped(own, known) for part in parted(own, whole)):
            members = [own[place] for place in group.members]
            if _telling(members, origin):
                point = _point(own, group, beside, origin)
                answered = any(one.claim.stance in ANSWERING for one in members)
                found.append(((not answered, -len(members)), point))
    return tuple(
        point
        for _, point in sorted(found, key=lambda one: (_ORDER[one[1].state], *one[0], one[1].id))
    )


def _circles(stories: Sequence[Story]) -> list[tuple[str, ...]]:
    """The reports whose claims are compared: a story's, or all of a pile small enough to have been
    gathered for one question."""
    if sum(len(story.documents) for story in stories) <= FEW:
        return [tuple(sorted(one for story in stories for one in story.documents))]
    return [story.documents for story in stories]


_ORDER = {State.CONTESTED: 0, State.CONCEDED: 1, State.CORROBORATED: 2, State.SINGLE: 3}


def _telling(members: Sequence[PreparedClaim], origin: Mapping[str, str]) -> bool:
    """Whether several speak here, or one takes a stand that others may want to answer.

    An outlet that only carries another's text is not a second voice.
    """
    if len({(origin[one.document], one.claim.chain and one.voice) for one in members}) > 1:
        return True
    return any(one.claim.stance in TELLING and one.pointing is None for one in members)


def _beside(known: Joins) -> Beside:
    found: Beside = {}
    for pair, join in known.items():
        for place in pair:
            found.setdefault(place, []).append((pair, join))
    return found


def _point(
    own: Sequence[PreparedClaim], group: Group, beside: Beside, origin: Mapping[str, str]
) -> Point:
    lines = lines_of(own, group.content)
    sides = sides_of(own, group, lines)
    title = _title(own, group, sides, beside)
    turn = -1 if sides[title] < 0 < own[title].sign else 1
    sided = [(own[place], SIDES[sides[place] * turn]) for place in group.members]
    why = [*_standing(own, group, sides, lines), *_joined(own, group, beside)]
    return Point(
        title=Quote(own[title].document, own[title].span),
        claims=tuple(Stand(one.document, one.claim.id, side) for one, side in sided),
        state=_state(sided, origin),
        origins_for=_voices(sided, Side.FOR, origin),
        origins_against=_voices(sided, Side.AGAINST, origin),
        why=tuple(dict.fromkeys(why)),
    )


def _title(
    own: Sequence[PreparedClaim], group: Group, sides: Mapping[int, int], beside: Beside
) -> int:
    """The claim whose words name the point: said for it, whole, by somebody, of readable length, like
    the others."""

    def rank(place: int) -> tuple[bool, bool, bool, bool, bool, float, int]:
        one = own[place]
        like = sum(join.score for _, join in beside.get(place, ()))
        short = len(one.reading.split()) in TITLE_WORDS
        plain = sides[place] > 0 and not one.negated
        return (
            one.pointing is None,
            plain,
            not one.opens_with_pronoun,
            not one.own,
            short,
            like,
            -place,
        )

    return max(group.members, key=rank)


def _state(sided: Sequence[tuple[PreparedClaim, Side]], origin: Mapping[str, str]) -> State:
    """Contested where voices stand on both sides, unless all who denied have come to concede."""
    held = {side: {one.voice for one, own in sided if own is side} for side in Side}
    conceding = {
        one.voice for one, side in sided if side is Side.FOR and one.claim.stance is Stance.CONCEDES
    }
    conceding |= _come_round(sided)
    if held[Side.FOR] and held[Side.AGAINST] and not held[Side.AGAINST] <= conceding:
        return State.CONTESTED
    if conceding:
        return State.CONCEDED
    most = max(_voices(sided, side, origin) for side in (Side.FOR, Side.AGAINST))
    return State.CORROBORATED if most > 1 else State.SINGLE


def _come_round(sided: Sequence[tuple[PreparedClaim, Side]]) -> set[str]:
    """The voices that first spoke against it and, in a later report, for it."""
    last: dict[tuple[str, Side], date] = {}
    for one, side in sided:
        if one.said is not None and not one.own:
            key = (one.voice, side)
            last[key] = max(last.get(key, one.said.first), one.said.first)
    return {
        voice
        for (voice, side), day in last.items()
        if side is Side.FOR and last.get((voice, Side.AGAINST), day) < day
    }


def _voices(
    sided: Sequence[tuple[PreparedClaim, Side]], side: Side, origin: Mapping[str, str]
) -> int:
    """How many independent voices a side has: origins, and never more than there are speakers."""
    own = [one for one, held in sided if held is side]
    return min(len({origin[one.document] for one in own}), len({one.voice for one in own}))


def _standing(
    own: Sequence[PreparedClaim], group: Group, sides: Mapping[int, int], lines: Lines[Given]
) -> Iterator[Evidence]:
    """What points back, each concession, and what only changed."""
    yield from (pointing_back(own[place]) for place in group.answers)
    yield from (conceded(own[place], how) for place, how in against_interest(own, sides))
    yield from changes(lines)


def _joined(own: Sequence[PreparedClaim], group: Group, beside: Beside) -> Iterator[Evidence]:
    """The surest reasons why these claims are together."""
    members = set(group.members)
    held = [
        join
        for place in group.members
        for pair, join in beside.get(place, ())
        if pair[0] == place and pair[1] in members
    ]
    held.sort(key=_weakness)
    shown = held[:REASONS]
    shown += [join for join in held[REASONS:] if _weakness(join) == _weakness(shown[-1])]
    reasons = [(*_weakness(join), reason(own, join)) for join in shown]
    reasons.sort(key=lambda one: (*one[:2], one[2].detail))
    yield from (why for *_, why in reasons[:REASONS])


def _weakness(join: Join) -> tuple[bool, float]:
    return not join.sure, -join.score
