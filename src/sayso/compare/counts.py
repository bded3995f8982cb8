"""A figure of people harmed, with all that bears on how it counts."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from sayso.compare.victims import Victim
from sayso.compare.voices import Voice
from sayso.lexicon.victims import victims
from sayso.model.comparison import FigureMention
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Precision
from sayso.model.text import Document, Span
from sayso.text.words import words

NEAR = 40  # characters between a number and whom it counts, to be shown together
LONGEST = 90  # characters of a figure or a name that are shown

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its report, its voice and whom it counts; `note` says what it is of."""

    facts: Facts
    figure: Figure
    origin: str
    voice: Voice
    victim: Victim
    note: str = ""

    @property
    def document(self) -> Document:
        """The report that it stands in."""
        return self.facts.document

    @property
    def mention(self) -> FigureMention:
        """How a comparison names it."""
        return FigureMention(self.document.id, self.figure.id)

    @property
    def value(self) -> int | None:
        """The number by which it is compared with others: the least that it says."""
        return self.figure.high if self.figure.low is None else self.figure.low

    @property
    def numbers(self) -> tuple[int | None, int | None, str]:
        """What it says, in numbers."""
        return self.figure.low, self.figure.high, self.figure.kind

    @property
    def order(self) -> tuple[str, str, Span, str]:
        """By publication, the undated last; then by report and place."""
        return self.document.published or "~", self.document.id, self.figure.span, self.figure.id

    @property
    def numbered(self) -> bool:
        """Whether it counts with a number: not "dozens", nor one death told by itself."""
        loose = (Precision.VAGUE, Precision.IMPLIED)
        return self.value is not None and self.figure.kind not in loose

    @property
    def party(self) -> tuple[str, ...]:
        """The side of the fight that the voice is on, if it is known to be on one; or the voice."""
        return ("side", self.voice.side) if self.voice.side else self.voice.key

    @property
    def silent(self) -> bool:
        """Whether its words tell the harm and nobody who was harmed: "seven wounded"."""
        who = self.figure.who
        last = words(self.document[who][-LONGEST:])[-1:] if who else []
        return not self.victim.said and all(one.lower in victims().silent for one in last)

    @property
    def partitive(self) -> bool:
        """Whether it is so many of those told of before: "33 of the dead", "12 of them"."""
        end = self.figure.span.end
        behind = words(self.document.text, end, min(end + 20, len(self.document.text)))[:3]
        lowers = [one.lower for one in behind]
        pointing = " ".join(lowers[:2]) in victims().of_them
        return pointing or (
            lowers[:2] == ["of", "the"] and bool(lowers[2:]) and lowers[2] in victims().silent
        )

    @property
    def words(self) -> str:
        """The figure with whom it counts, on one line."""
        shown, who = self.figure.span, self.figure.who
        if who and 0 <= who.start - shown.end <= NEAR:
            shown = Span(shown.start, who.end)
        return _line(self.document[shown])

    @property
    def label(self) -> str:
        """The figure, its report and its voice, on one line."""
        report = self.document.outlet or PurePath(self.document.name).name or self.document.name
        voice = _line(self.voice.name) if self.voice.name else "its own voice"
        return f"{self.words} ({_line(report)}, {voice})"


def alike(things: Iterable[Thing], key: Callable[[Thing], Key]) -> list[list[Thing]]:
    """The things that have one key, together, in order of the first."""
    found: dict[Key, list[Thing]] = {}
    for one in things:
        found.setdefault(key(one), []).append(one)
    return list(found.values())


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1]}…"
