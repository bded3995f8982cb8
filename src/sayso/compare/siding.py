"""On which side of a point a claim stands."""

from collections.abc import Mapping, Sequence

from sayso.compare.amounts import Amount, comparable, disagree
from sayso.compare.camps import accused_by, one_camp
from sayso.compare.grouping import Group
from sayso.compare.propositions import Proposition
from sayso.compare.terms import opposites
from sayso.model.comparison import Evidence
from sayso.model.speech import Stance

SHARED = 2  # terms that show that one claim says the other over again

Sides = dict[int, int]


def sides_of(own: Sequence[Proposition], group: Group) -> Sides:
    """1, -1 or 0 (neither) for every claim of a group: two with one sign go the same way.

    First by what the speakers do and by the words that turn a content round; then by numbers that
    cannot both be right; then, of those who merely say something, by whom they speak for.
    """
    content = [place for place in group.members if place not in group.answers]
    sides = {place: _stated(own, place, content) for place in content}
    _by_numbers(own, content, sides)
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


def _by_numbers(own: Sequence[Proposition], content: Sequence[int], sides: Sides) -> None:
    """Numbers of one thing that cannot both be right stand against each other.

    The number that comes first in the reports is what the others agree with or not. One that only
    grew from one day to the next is no contradiction.
    """
    counted = [place for place in content if own[place].amounts and own[place].sign > 0]
    counted.sort(key=lambda place: (own[place].published or "~", place))
    if len(counted) < 2:
        return
    first = next((amount for amount in own[counted[0]].amounts), None)
    if first is None:
        return
    poles = [first]
    for place in counted[1:]:
        for amount in own[place].amounts:
            if not _facing(amount, first) or not disagree(amount, first):
                continue
            if _grown(own[counted[0]], own[place], first, amount):
                continue
            poles.append(amount)
    if len(poles) < 2:
        return
    other = max(poles[1:], key=lambda pole: _apart(pole, first))
    for place in counted:
        own_amount = next((a for a in own[place].amounts if _facing(a, first)), None)
        if own_amount is not None:
            nearer = _apart(own_amount, first) <= _apart(own_amount, other)
            sides[place] = 1 if nearer else -1


GROWTH = 1.5  # times; what a number of the dead rises by as they are found


def _facing(one: Amount, other: Amount) -> bool:
    """Whether two numbers of one point are of the same things, or one says not of what it is."""
    return comparable(one, other) or not (one.of and other.of)


def _grown(earlier: Proposition, later: Proposition, before: Amount, after: Amount) -> bool:
    """Whether the number of a later day is merely a little higher."""
    days = (earlier.published or "")[:10], (later.published or "")[:10]
    if not all(days) or days[0] >= days[1]:
        return False
    return 1 < _size(after) / max(1.0, _size(before)) <= GROWTH


def _size(amount: Amount) -> float:
    """The number itself."""
    return float((amount.high if amount.low is None else amount.low) or 0)


def _apart(one: Amount, other: Amount) -> float:
    """How many times the one number is the other; 1 where both can be right."""
    if not disagree(one, other):
        return 1.0
    small, large = sorted((max(_size(one), 0.5), max(_size(other), 0.5)))
    return large / small


def _by_opposites(own: Sequence[Proposition], content: Sequence[int], sides: Sides) -> None:
    """What holds the opposite of a word of the others goes against them: "open", "locked"."""
    plain = [place for place in content if sides[place] > 0 and not own[place].turned]
    for at, place in enumerate(plain):
        facing = frozenset().union(*(opposites().get(term, ()) for term in own[place].terms))
        before = [other for other in plain[:at] if facing & own[other].terms]
        before = [other for other in before if own[other].voice != own[place].voice]
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

    An admission does; so does what a speaker says whose own camp stands on the other side.
    """
    out = []
    for place, side in sides.items():
        one = own[place]
        if not side or one.own or one.pointing is not None:
            continue
        facing = [own[other] for other, held in sides.items() if held == -side]
        allied = [other for other in facing if one.voice != other.voice and one_camp(one, other)]
        if one.claim.stance is Stance.CONCEDES:
            out.append((place, "is admitted"))
        elif allied:
            out.append((place, "is said by one whose own camp says otherwise"))
    return out


def conceded(one: Proposition, how: str) -> Evidence:
    """A concession against interest, in words: it is what a desk looks for."""
    return Evidence("concession against interest", 1.0, f"“{one.reading}” {how}")
