"""Why something was decided: the rule by its name, and the words that a sentence about it needs.

A `Reason` holds no sentence. Whoever shows it to a reader makes one, by the name of the rule.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class RuleName(StrEnum):
    """The rules that give a reason, by their names on the wire; comments describe their values."""

    # What a counting policy does with a figure.
    USED = "used"
    USED_FOR_HIGHEST = "used for the highest alone"
    NOT_IN_BEST = "left out of best"
    LEFT_OUT = "left out"
    # How the policy reads it: its numbers.
    READ_AS = "read as"
    TAKEN_AS = "taken as"
    NO_MORE_THAN = "no more than"
    NO_NUMBER = "gives no number"
    MORE_CAUTIOUS = "another figure is more cautious"
    DEAD_ALONE = "the policy counts the dead alone"
    # What the figure is beside the others of its toll: the other figure.
    CORRECTED_TO = "corrected to"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    NOT_ASSERTED = "not asserted"
    TOLD_AS_EARLIER = "told as an earlier figure"
    PART_OF = "part of"
    ADDED_TO_OTHERS = "adds to others"
    AMONG = "among"
    COUNTS_NONE = "nobody harmed"
    SPEAKER_COUNTS = "the same voice counts"
    SPEAKER_LATER = "the same voice later counts"
    SAME_VOICE = "one voice with"
    ENEMY_CLAIM = "enemy claim"
    OTHERS_GIVE_NUMBER = "others give a number"
    ONE_DEATH = "single death"
    MAY_NOT_BE_CIVILIANS = "unknown status"
    LATER_REPORT = "a later report counts"
    REPEATS_EARLIER = "repeats an earlier figure"
    # What else the figure is of: the report's words.
    BACKGROUND = "background"
    EARLIER_TIME = "of an earlier time"
    # What a number is to those said before it: the other number.
    FIRST_COUNT = "first count"
    TAKES_PLACE_OF = "takes the place of"
    UP_FROM = "the report says, up from"
    REPEATS_SUPERSEDED = "repeats a figure superseded by"
    MAY_BOTH_BE_RIGHT = "may be right together with"
    ORDER_NOT_KNOWN = "not known to be before or after"
    SPEAKER_NOW_FEWER = "the same speaker now counts fewer than"
    SPEAKER_NOW_MORE = "the same speaker now counts more than"
    SAME_AS = "the same as"
    LATER_AND_HIGHER = "said later and higher than"
    LATER_AND_LOWER = "said later and lower than"
    NEITHER = "neither agrees nor differs"
    TOO_MANY_NUMBERS = "too many numbers to compare"
    DIFFERS_OTHER_SIDE = "another side differs from"
    DIFFERS_LATER = "differs from an earlier figure not taken back"
    DIFFERS_AT_ONCE = "differs at about the same time from"
    REPORT_SAYS = "the report says"  # its words
    # Why a claim is in a point: names are as shown, and "" where the name is not known.
    DENIES_WHAT = "denies what was said"  # the speaker of the other claim
    # The noun phrase, who said it, how many sentences before; "" where it is in another report.
    DENIES_BY_NOUN = "denies by a noun"
    SAYS_OTHERWISE = "says otherwise"  # the other speaker
    SAYS_THE_SAME = "says the same"  # the other speaker
    OUTLET_CORRECTS = "outlet corrects"  # the outlet, the speaker
    CHARGES = "makes the charge"
    OTHER_COUNT = "another count"  # the other number with its words
    SAME_COUNT = "the same count"  # the other number with its words
    CONCEDES_AGAINST = "concedes what was denied"  # who denied it; "" for the speaker's own side
    DENIED_ALONE = "denied alone"  # whose denial it is
    DECIDED = "decided"  # what somebody did with the point or the claim
    # Why reports are one voice.
    SAME_TEXT = "same text"  # two outlets or reports, the second published first
    SAME_WORDS = "same words"  # the share, the report, the one that it repeats
    SAME_PUBLISHER = "same publisher"  # the two reports, their publisher
    SAME_HOUSE = "same house"  # a publisher, its report, another one, its report, the house


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: the name of a `RuleName` (or, from a later version, another) and its values."""

    rule: str
    values: tuple[str, ...]

    @property
    def line(self) -> str:
        """The reason as a line of the wire.

        >>> because(RuleName.PART_OF, "35 people").line
        'part of: 35 people'
        """
        return f"{self.rule}: {', '.join(self.values)}" if self.values else self.rule


def because(rule: RuleName, *values: str) -> Reason:
    """The reason that a rule gives, with its values."""
    return Reason(str(rule), values)


def reasons_line(reasons: Iterable[Reason]) -> str:
    """Several reasons as one line of the wire."""
    return "; ".join(one.line for one in reasons)
