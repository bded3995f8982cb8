"""A number with all that shows how it stands to other numbers for the same thing."""

from collections.abc import Hashable
from dataclasses import dataclass

from sayso.compare.figures.quantity import Bounds
from sayso.compare.figures.said_when import SayingTime
from sayso.text.revisions import Revision, RevisionKind


@dataclass(frozen=True, slots=True)
class DatedNumber:
    """A number that somebody gave at some time, read from a figure or from a claim.

    `ref` is the index of that figure or claim with whoever made the number. `value` is the number
    itself, `bounds` are the least and the most that it allows. `said` is None if the time is
    unknown. `speaker` is the same for one speaker in all reports, `report` the report's id; `side`
    is the speaker's side in a fight, `of_enemy` whether the speaker counts the enemy's losses.
    `may_increase` and `may_decrease` are whether more or fewer may come to be known. `label` names
    the number for a reader, `words` are its own.
    """

    ref: int
    value: int | None
    bounds: Bounds
    said: SayingTime | None
    speaker: Hashable
    report: str
    side: str | None
    of_enemy: bool
    may_increase: bool
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
