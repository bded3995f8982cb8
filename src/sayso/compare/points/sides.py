"""On which side of a point a claim stands."""

from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.figures.revisions import Lines
from sayso.compare.points.camps import accused_by, one_camp
from sayso.compare.points.contradiction import alike_but_for, facing
from sayso.compare.points.grouping import Group
from sayso.compare.points.numeric_sides import Given, sides_by_numbers
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import opposites
from sayso.lexicon.points import point_words
from sayso.model.comparison import Evidence
from sayso.model.speech import Stance

SHARED = 2  # terms that show that one claim says the other over again
PAIR = 2  # claims that must share a word for a "not" to tell

REFUSING = frozenset({Stance.DENIES, Stance.DOUBTS})

Sides = dict[int, int]


def sides_of(own: Sequence[PreparedClaim], group: Group, lines: Lines[Given]) -> Sides:
    """1, -1 or 0 (neither) for every claim of a group: two with one sign go the same way.

    First by what the speakers do and by the words that turn a content round; then by numbers that
    cannot both be right (`lines` has those of the claims); then, of those who merely say something,
    by whom they speak for.
    """
    content = group.content
    sides = {place: _stated(own, place, content) for place in content}
    sides = facing(own, content, sides)
    sides |= sides_by_numbers(lines)
    _by_opposites(own, content, sides)
    answers = dict(_answered(own, group, sides))
    _by_camp(own, content, sides, [place for place in answers if answers[place] < 0])
    return sides | dict(_answered(own, group, sides))


def _answered(
    own: Sequence[PreparedClaim], group: Group, sides: Sides
) -> Iterator[tuple[int, int]]:
    """The sides of the claims that point back, by those of the claims that they mean."""
    for place, meant in group.answers.items():
        yield place, _answering(own[place], own[meant], sides[meant])


def _answering(one: PreparedClaim, meant: PreparedClaim, side: int) -> int:
    """The side of a claim that points back to one with a side.

    Who denies a charge behind another denial denies the same, unless they call "that" untrue; and
    "accusations to the contrary" are not what was said.
    """
    if one.sign >= 0 or one.pointing is None or (meant.sign >= 0 and not one.pointing.accusing):
        return one.sign * (side or 1)
    if meant.sign >= 0:
        return side if side < 0 else -(side or 1)
    plain = one.pointing.untrue or one.reading.lower() in point_words().back
    answers = plain and not one.pointing.accusing and not one_camp(one, meant)
    return -side if answers else side


def parted(own: Sequence[PreparedClaim], group: Group) -> Iterator[Group]:
    """The group without the denials of what nobody in it says, and these by themselves."""
    stated = {place: _stated(own, place, group.content) for place in group.content}
    faced = facing(own, group.content, stated)
    alone = [
        place
        for place in group.content
        if own[place].sign < 0 and stated[place] and not faced[place]
        if place not in group.answers.values()
    ]
    yield Group(tuple(place for place in group.members if place not in alone), group.answers)
    apart: list[list[int]] = []
    for place in alone:
        like = (some for some in apart if own[place].terms & own[some[0]].terms)
        some = next(like, None)
        if some is None:
            apart.append([place])
        else:
            some.append(place)
    yield from (Group(tuple(some), {}) for some in apart)


def _stated(own: Sequence[PreparedClaim], place: int, content: Sequence[int]) -> int:
    """The side by stance and negation.

    Of two claims without a word in common a mere "not" makes no contradiction.
    """
    one = own[place]
    if not one.negated or one.sign == 0:
        return one.sign
    others = [other for other in content if own[other].negated != one.negated]
    if len(content) == PAIR and one.sign > 0:
        others = [other for other in others if own[other].terms & one.terms]
    if not others or one.sign < 0:
        return one.side if others else one.sign
    if one.own:
        return 0  # an outlet's own words deny nothing by the way
    return one.side


def _by_opposites(own: Sequence[PreparedClaim], content: Sequence[int], sides: Sides) -> None:
    """What holds the opposite of a word of the others goes against them: "open", "locked"."""
    plain = [place for place in content if sides[place] > 0 and not own[place].negated]
    for at, place in enumerate(plain):
        facing = frozenset().union(*(opposites().get(term, ()) for term in own[place].terms))
        if facing & own[place].terms:
            continue  # it speaks of both
        before = [other for other in plain[:at] if facing & own[other].terms]
        before = [other for other in before if own[other].voice != own[place].voice]
        before = [other for other in before if alike_but_for(own[place], own[other], facing)]
        if before and own[place].claim.stance is Stance.ACCUSES:
            sides |= dict.fromkeys(before, -sides[place])
        elif before:
            sides[place] = -sides[before[0]]


def _by_camp(
    own: Sequence[PreparedClaim], content: Sequence[int], sides: Sides, answers: Sequence[int]
) -> None:
    """Who denies elsewhere, or is accused, and now says something else, says it against the charge.

    Not one who concedes, nor one who says over again what the others say. `answers` are the claims
    that deny by pointing back.
    """
    denying = [place for place in content if sides[place] < 0] + [*answers]
    charging = [place for place in content if sides[place] > 0]
    for place in list(charging):
        one = own[place]
        plain = one.sign > 0 and one.claim.stance is Stance.ASSERTS and not one.negated
        if not plain or one.own or len(one.claim.chain) > 1:
            continue
        others = [own[other] for other in charging if own[other].voice != one.voice]
        again = any(len(other.terms & one.terms) >= SHARED for other in others)
        if again or not others:
            continue
        if any(one_camp(one, own[other]) for other in denying) or any(
            accused_by(one, other) and other.claim.stance is Stance.ACCUSES for other in others
        ):
            sides[place] = -1


def against_interest(
    own: Sequence[PreparedClaim], sides: Mapping[int, int]
) -> list[tuple[int, str]]:
    """The claims that go against their speakers' interest, and why one may think so.

    An admission does; so does what a speaker says outright that others of the same camp deny.
    """
    out = []
    for place, side in sides.items():
        one = own[place]
        if not side or one.own or one.pointing is not None:
            continue
        facing = [own[other] for other, held in sides.items() if held == -side]
        allied = [
            other
            for other in facing
            if one.voice != other.voice and one_camp(one, other) and other.claim.stance in REFUSING
        ]
        if one.claim.stance is Stance.CONCEDES:
            out.append((place, "is admitted"))
        elif allied and one.claim.stance is Stance.ASSERTS:
            out.append((place, "is said by one whose own camp says otherwise"))
    return out


def conceded(one: PreparedClaim, how: str) -> Evidence:
    """A concession against interest, in words: it is what a desk looks for."""
    return Evidence("concession against interest", 1.0, f"“{one.reading}” {how}")
