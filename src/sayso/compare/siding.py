"""On which side of a point a claim stands."""

from collections.abc import Mapping, Sequence

from sayso.compare.camps import accused_by, one_camp
from sayso.compare.facing import alike_but_for, facing
from sayso.compare.grouping import Group
from sayso.compare.numbering import sides_by_numbers
from sayso.compare.propositions import Proposition
from sayso.compare.terms import opposites
from sayso.model.comparison import Evidence
from sayso.model.speech import Stance

SHARED = 2  # terms that show that one claim says the other over again

REFUSING = frozenset({Stance.DENIES, Stance.DOUBTS})

Sides = dict[int, int]


def sides_of(own: Sequence[Proposition], group: Group) -> Sides:
    """1, -1 or 0 (neither) for every claim of a group: two with one sign go the same way.

    First by what the speakers do and by the words that turn a content round; then by numbers that
    cannot both be right; then, of those who merely say something, by whom they speak for.
    """
    content = [place for place in group.members if place not in group.answers]
    sides = {place: _stated(own, place, content) for place in content}
    sides = facing(own, content, sides)
    sides |= sides_by_numbers(own, content)
    _by_opposites(own, content, sides)
    _by_camp(own, content, sides)
    for place, meant in group.answers.items():
        sides[place] = own[place].sign * (sides[meant] or 1)
    return sides


def _stated(own: Sequence[Proposition], place: int, content: Sequence[int]) -> int:
    """The side by stance and negation."""
    one = own[place]
    if not one.turned or one.sign == 0:
        return one.sign
    others = [other for other in content if own[other].turned != one.turned]
    if not others or one.sign < 0:
        return one.side if others else one.sign
    if one.own:
        return 0  # an outlet's own words deny nothing by the way
    return one.side


def _by_opposites(own: Sequence[Proposition], content: Sequence[int], sides: Sides) -> None:
    """What holds the opposite of a word of the others goes against them: "open", "locked"."""
    plain = [place for place in content if sides[place] > 0 and not own[place].turned]
    for at, place in enumerate(plain):
        facing = frozenset().union(*(opposites().get(term, ()) for term in own[place].terms))
        if facing & own[place].terms:
            continue  # it speaks of both
        before = [other for other in plain[:at] if facing & own[other].terms]
        before = [other for other in before if own[other].voice != own[place].voice]
        before = [other for other in before if alike_but_for(own[place], own[other], facing)]
        if before:
            sides[place] = -sides[before[0]]


def _by_camp(own: Sequence[Proposition], content: Sequence[int], sides: Sides) -> None:
    """Who denies elsewhere, or is accused, and now says something else, says it against the charge.

    Not one who concedes, nor one who says over again what the others say.
    """
    denying = [place for place in content if sides[place] < 0]
    charging = [place for place in content if sides[place] > 0]
    for place in list(charging):
        one = own[place]
        plain = one.sign > 0 and one.claim.stance is Stance.ASSERTS and not one.turned
        if not plain or one.own:
            continue
        others = [own[other] for other in charging if own[other].voice != one.voice]
        again = any(len(other.terms & one.terms) >= SHARED for other in others)
        if again or not others:
            continue
        if any(one_camp(one, own[other]) for other in denying) or any(
            accused_by(one, other) and other.claim.stance is Stance.ACCUSES for other in others
        ):
            sides[place] = -1


def against_interest(own: Sequence[Proposition], sides: Mapping[int, int]) -> list[tuple[int, str]]:
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


def conceded(one: Proposition, how: str) -> Evidence:
    """A concession against interest, in words: it is what a desk looks for."""
    return Evidence("concession against interest", 1.0, f"“{one.reading}” {how}")
