"""Two invented reports about a bridge, with marked points."""

from collections.abc import Mapping

from sayso.model.facts import Facts
from sayso.model.speech import Stance
from tests.compare.told import Told
from training.disputes.labelled import LabelledPile, MarkedPoint

# The claims of the pile, by number: four of the first report, then one of the second.
SHUT, DENIED, DEAR, OPEN_AGAIN = range(4)
CONTENTS = ("the bridge was shut", "it was shut", "bread had become dear", "the ferry ran again")


def reports() -> list[Facts]:
    """A report with four claims, and one with a fifth."""
    told = Told(
        "The mayor said the bridge was shut. The guild denied it was shut. A baker said bread had become "
        "dear. A sailor said the ferry ran again."
    )
    stances = (Stance.ASSERTS, Stance.DENIES, Stance.ASSERTS, Stance.ASSERTS)
    speakers = ("The mayor", "The guild", "A baker", "A sailor")
    for speaker, content, stance in zip(speakers, CONTENTS, stances, strict=True):
        told.says(speaker, content, stance=stance)
    other = Told("The council said no car could cross the bridge.", name="other.txt")
    other.says("The council", "no car could cross the bridge")
    return [told.facts(), other.facts()]


def bridge_pile(*points: tuple[str, str, Mapping[int, str]]) -> LabelledPile:
    """A pile with points; each has its state, its weight, and the sides of claims by number.

    Number 4 is the claim of the second report.
    """
    facts = reports()
    claims = [(0, claim.content[0]) for claim in facts[0].claims]
    claims += [(1, claim.content[0]) for claim in facts[1].claims]
    marked = [
        MarkedPoint(
            state,
            weight,
            tuple(
                (claims[number][0], claims[number][1].start, claims[number][1].end, side)
                for number, side in sides.items()
            ),
        )
        for state, weight, sides in points
    ]
    return LabelledPile("pile", facts, marked)
