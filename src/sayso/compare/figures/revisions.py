"""What a number is to those of the same thing that were said before it.

The numbers are gone through in the order in which they were said. Those that speakers keep up or
agree on make a line; a number grows, corrects or repeats a line, or opens one against it.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from sayso.compare.figures.number import Number
from sayso.compare.figures.said_when import AT_ONCE, earlier
from sayso.model.comparison import Change
from sayso.text.revisions import RevisionKind

One = TypeVar("One", bound=Number)


@dataclass(frozen=True, slots=True)
class Finding(Generic[One]):
    """What a number is, to which other, and why. `change` is None where the order is not known."""

    change: Change | None
    former: One | None
    why: str


@dataclass(eq=False)
class Line(Generic[One]):
    """A number that is kept up: the one that stands, those that it has overtaken, and by whom."""

    current: One
    past: list[One] = field(default_factory=list)
    speakers: set[Hashable] = field(default_factory=set)

    def take(self, one: One) -> None:
        """Let a number stand in the place of the last."""
        self.past.append(self.current)
        self.current = one
        self.speakers.add(one.speaker)


class Lines(Generic[One]):
    """The numbers that stand, while those of one thing are gone through; `of` gives each its line."""

    def __init__(self, numbers: Sequence[One]) -> None:
        self.lines: list[Line[One]] = []
        self.of: dict[int, Line[One]] = {}
        self._one_report = len({one.report for one in numbers}) == 1
        self._former: dict[tuple[str, Hashable], One] = {}
        self.found: list[tuple[One, Finding[One]]] = []
        for one in sorted(numbers, key=_when):
            self.found.append((one, self._place(one)))

    def _place(self, one: One) -> Finding[One]:
        """What a number is to those before it, which are kept in mind for the next."""
        if one.revised is not None and one.revised.told is RevisionKind.FORMER:
            self._former[one.report, one.speaker] = one
            return Finding(Change.OLDER, self._same(one), "told as an earlier figure")
        for rule in (self._corrected, self._kept_up, self._agreeing, self._grown):
            found = rule(one)
            if found is not None:
                return found
        return self._apart(one)

    def _corrected(self, one: One) -> Finding[One] | None:
        """The report says that the number takes the place of another."""
        former = self._former.get((one.report, one.speaker))
        line = self._line_of(former) if former else self._meant(one)
        if former is None and line is not None and one.revised is not None:
            former = line.current
        if former is None or former.value == one.value:
            return None
        line = line or self._open(former)
        self._take(line, one)
        if one.revised is not None or _less(one, former):
            return Finding(Change.CORRECTION, former, f"takes the place of {former.label}")
        return Finding(Change.UPDATE, former, f"up from {former.words}, as the report says")

    def _kept_up(self, one: One) -> Finding[One] | None:
        """The same speaker said how many before."""
        line = next((line for line in self.lines if one.speaker in line.speakers), None)
        if line is None or line.current.value == one.value:
            return None
        before = line.current
        if one.value in {past.value for past in line.past}:
            self.of[id(one)] = line
            return Finding(Change.OLDER, before, f"repeats what {before.label} has overtaken")
        if not contrary(one, before) and (_less(one, before) or not _after(before, one)):
            self.of[id(one)] = line
            return Finding(Change.AGREES, before, f"can be right together with {before.label}")
        if _less(one, before) and not _after(before, one):
            return Finding(None, before, f"not known to be said before or after {before.label}")
        self._take(line, one)
        if _less(one, before) and not one.falls:
            why = f"the same speaker now counts fewer than {before.words}"
            return Finding(Change.CORRECTION, before, why)
        now = "fewer" if _less(one, before) else "more"
        return Finding(
            Change.UPDATE, before, f"the same speaker now counts {now} than {before.words}"
        )

    def _agreeing(self, one: One) -> Finding[One] | None:
        """It says what another said, or no more than that."""
        for line in self.lines:
            if line.current.value == one.value:
                self._join(line, one)
                return Finding(Change.AGREES, line.current, f"the same as {line.current.label}")
        for line in self.lines:
            past = next((past for past in line.past if past.value == one.value), None)
            if past is not None:
                self.of[id(one)] = line
                why = f"repeats {past.label}, overtaken by {line.current.label}"
                return Finding(Change.OLDER, past, why)
        for line in self.lines:
            before = line.current
            both = not contrary(one, before) and not opposed(one, before)
            if both and not (_more(one, before) and _after(before, one)):
                self._join(line, one)
                if _more(one, before):
                    line.current = one
                why = f"can be right together with {before.label}"
                return Finding(Change.AGREES, before, why)
        return None

    def _grown(self, one: One) -> Finding[One] | None:
        """It is later and higher than one that nobody on another side gives."""
        under = [line for line in self.lines if overtakes(one, line.current)]
        line = max(under, key=lambda line: line.current.value or 0, default=None)
        if line is None:
            return None
        before = line.current
        self._take(line, one)
        how = "higher" if _more(one, before) else "lower"
        return Finding(Change.UPDATE, before, f"said later, and {how} than {before.label}")

    def _apart(self, one: One) -> Finding[One]:
        """Nothing leads from the numbers before to this one."""
        known = one.said is not None or self._one_report
        before = next((line.current for line in self.lines if contrary(one, line.current)), None)
        first = not self.lines
        self._open(one)
        if first:
            return Finding(
                Change.FIRST if known else None, None, "no count before it is in these reports"
            )
        if before is None:
            return Finding(None, None, "neither agrees with those before nor differs from them")
        if one.report != before.report and not (one.said and before.said):
            return Finding(None, before, f"not known to be said before or after {before.label}")
        return Finding(Change.RIVAL, before, f"differs from {before.label}, {_how(before, one)}")

    def _open(self, one: One) -> Line[One]:
        line = Line(one, speakers={one.speaker})
        self.lines.append(line)
        self.of[id(one)] = line
        return line

    def _join(self, line: Line[One], one: One) -> None:
        line.speakers.add(one.speaker)
        self.of[id(one)] = line

    def _take(self, line: Line[One], one: One) -> None:
        line.take(one)
        self.of[id(one)] = line

    def _same(self, one: One) -> One | None:
        """A number said before that is the same."""
        every = (other for line in self.lines for other in (line.current, *line.past))
        return next((other for other in every if other.value == one.value), None)

    def _line_of(self, one: One) -> Line[One] | None:
        """The line that a number stands or stood in, or its speaker's."""
        for line in self.lines:
            if one.value in {other.value for other in (line.current, *line.past)}:
                return line
        return next((line for line in self.lines if one.speaker in line.speakers), None)

    def _meant(self, one: One) -> Line[One] | None:
        """The line that a correction is of: the one that it names, its speaker's, or the only one."""
        named = one.revised.before if one.revised else None
        if named is not None:
            fitting = [line for line in self.lines if str(line.current.value) == named]
        else:
            fitting = [line for line in self.lines if one.speaker in line.speakers]
            fitting = fitting or [line for line in self.lines if not opposed(one, line.current)]
        return fitting[0] if len(fitting) == 1 else None


def contrary(one: Number, other: Number) -> bool:
    """Whether no number is within the bounds of both."""
    (low, high), (least, most) = one.bounds, other.bounds
    return high < least or most < low


def overtakes(one: Number, other: Number) -> bool:
    """Whether the one was said later, nobody's on another side, and only says what came of it."""
    grown = (one.grows and _more(one, other)) or (one.falls and _less(one, other))
    return grown and _after(other, one) and not opposed(one, other)


def opposed(one: Number, other: Number) -> bool:
    """Whether two sides of a fight count, or one of the two alone counts its enemy's losses."""
    sides = {one.side, other.side}
    return (None not in sides and len(sides) == 2) or one.of_enemy != other.of_enemy


def _when(one: Number) -> tuple[bool, float, bool, int]:
    """By the time of saying; of one time those told as earlier first, and then the lower."""
    former = one.revised is not None and one.revised.told is RevisionKind.FORMER
    stamp = one.said.stamp.timestamp() if one.said else 0.0
    return one.said is None, stamp, not former, one.value or 0


def _more(one: Number, other: Number) -> bool:
    return (one.value or 0) > (other.value or 0)


def _less(one: Number, other: Number) -> bool:
    return (one.value or 0) < (other.value or 0)


def _after(before: Number, one: Number) -> bool:
    """Whether the one was said after the other, and not by another speaker at about the same time."""
    if before.said is None or one.said is None:
        return False
    if before.speaker == one.speaker:
        return earlier(before.said, one.said)
    return earlier(before.said, one.said, AT_ONCE)


def _how(before: Number, one: Number) -> str:
    """Why the one does not simply follow the other."""
    if opposed(one, before):
        return "which speaks for another side"
    if _after(before, one):
        return "which was said before, and is not taken back"
    return "said at about the same time"
