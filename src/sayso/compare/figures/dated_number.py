"""A number with all that shows how it stands to other numbers for the same thing."""

from collections.abc import Hashable
from dataclasses import dataclass

from sayso.compare.figures.quantity import Bounds
from sayso.compare.figures.said_when import TIME_TO_HEAR, SayingTime, is_said_earlier
from sayso.text.revisions import Revision, RevisionKind


@dataclass(frozen=True, slots=True)
class DatedNumber:
    """A number that somebody gave at some time, read from a figure.

    `ref` is the index of that figure with whoever made the number. `value` is the number
    itself, `bounds` are the least and the most that it allows. `said` is None if the time is
    unknown. `speaker` is the same for one speaker in all reports, `report` the report's id; `side`
    is the speaker's side in a fight, `of_enemy` whether the speaker counts the enemy's losses.
    `may_decrease` is whether the number may fall later, as that of the missing does. `label` names the
    number for a reader, `words` are its own.
    """

    ref: int
    value: int | None
    bounds: Bounds
    said: SayingTime | None
    speaker: Hashable
    report: str
    side: str | None
    of_enemy: bool
    may_decrease: bool
    revision: Revision | None
    label: str
    words: str

    @property
    def is_former(self) -> bool:
        """Whether the report presents it as an earlier figure: "up from 20"."""
        return self.revision is not None and self.revision.kind is RevisionKind.FORMER

    @property
    def amount(self) -> int:
        """The value; 0 if there is none."""
        return self.value or 0


def outgrows(number: DatedNumber, former: DatedNumber) -> bool:
    """Whether a number only says what has become of a former one: later, and not of another side."""
    has_grown = number.amount > former.amount
    has_shrunk = number.may_decrease and number.amount < former.amount
    return (
        (has_grown or has_shrunk)
        and is_said_later(number, former)
        and not are_opposed(number, former)
    )


def are_opposed(number: DatedNumber, other: DatedNumber) -> bool:
    """Whether two sides of a fight count, or only one of the two counts its enemy's losses."""
    sides = {number.side, other.side}
    return (None not in sides and len(sides) == 2) or number.of_enemy != other.of_enemy


def is_said_later(number: DatedNumber, before: DatedNumber) -> bool:
    """Whether it was said after the other, and not by another speaker at about the same time."""
    if before.said is None or number.said is None:
        return False
    if before.speaker == number.speaker:
        return is_said_earlier(before.said, number.said)
    return is_said_earlier(before.said, number.said, TIME_TO_HEAR)


def saying_order(number: DatedNumber) -> tuple[bool, float, bool, int]:
    """A sort key: by the time of saying; at one time the former ones first, then the lower."""
    stamp = number.said.sort_time.timestamp() if number.said else 0.0
    return number.said is None, stamp, not number.is_former, number.amount
