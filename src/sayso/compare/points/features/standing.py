"""How two claims stand to each other: typed slots of who, how many and which way."""

from sayso.compare.figures.quantity import comparable, disagree, one_toll
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.speech import Stance

OPEN = frozenset({Stance.DECLINES, Stance.ASKS})


def opposed(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where two speakers stand on opposite sides, by what they do and by "not" and "never"."""
    one_voice = left.voice == right.voice and not left.own
    return float(left.side * right.side < 0 and not one_voice)


def refused(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is a denial or a doubt: it is of something that was said."""
    return float(min(left.sign, right.sign) < 0)


def undecided(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one asks, or will not say."""
    return float(left.claim.stance in OPEN or right.claim.stance in OPEN)


def undecided_beside(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one asks, or will not say, beside the other."""
    close = left.document == right.document and abs(left.sentence - right.sentence) <= 1
    return float(close and undecided(left, right))


def intended(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is what somebody means to do, which has not happened."""
    return float(Stance.INTENDS in (left.claim.stance, right.claim.stance))


def named(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one speaks of the other's speaker."""
    return float(bool(left.speaker & right.terms or right.speaker & left.terms))


def charged_beside(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where one is a charge, and another speaker's words stand beside it: its answer, mostly."""
    close = left.document == right.document and abs(left.sentence - right.sentence) <= 1
    charged = Stance.ACCUSES in (left.claim.stance, right.claim.stance)
    return float(close and charged and left.voice != right.voice and not (left.own or right.own))


def harmed(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both say to how many people, of one kind, one thing was done."""
    return float(any(one_toll(one, other) for one in left.amounts for other in right.amounts))


def other_tolls(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether both say how many people were harmed, and not the same people or not in one way."""
    tolls = [[amount for amount in one.amounts if amount.harm] for one in (left, right)]
    return all(tolls) and all(
        one.of != other.of or (one.whom and other.whom and one.whom != other.whom)
        for one in tolls[0]
        for other in tolls[1]
    )


def counted(left: PreparedClaim, right: PreparedClaim) -> float:
    """1 where both give a number of the same things, or of people to whom the same was done."""
    return float(any(comparable(one, other) for one in left.amounts for other in right.amounts))


def numbers_differ(left: PreparedClaim, right: PreparedClaim) -> bool:
    """Whether they count the same things and no number is within the bounds of both."""
    pairs = [
        (one, other) for one in left.amounts for other in right.amounts if comparable(one, other)
    ]
    tolls = [pair for pair in pairs if one_toll(*pair)] or pairs
    return bool(tolls) and any(disagree(one, other) for one, other in tolls)
