"""A figure of people harmed, with all that bears on how it counts."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from pathlib import PurePath
from typing import TypeVar

from sayso.compare.figures.quantity import Quantity
from sayso.compare.figures.said_when import Said
from sayso.compare.figures.victims import Victim, side_of_victims
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.tolls.voices import Voice
from sayso.lexicon.victims import victims
from sayso.model.comparison import FigureMention
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.text import Document, Span
from sayso.text.revisions import Revision, RevisionKind
from sayso.text.words import words

NEAR = 40  # characters between a number and whom it counts, to be shown together
LONGEST = 90  # characters of a figure or a name that are shown

Key = TypeVar("Key", bound=Hashable)
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure with its report, its voice and whom it counts; `note` says what it is of.

    `said` is when it was said, `revised` whether it is told as an earlier figure or a correction.
    """

    facts: Facts
    figure: Figure
    origin: str
    voice: Voice
    victim: Victim
    note: str = ""
    said: Said | None = None
    revised: Revision | None = None

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
    def bounds(self) -> tuple[float, float]:
        """What it may be at least and at most; "about 50" is right where 48 is."""
        figure = self.figure
        about = figure.kind is Precision.ABOUT
        return Quantity(figure.low, figure.high, about, frozenset()).bounds

    @property
    def speaker(self) -> tuple[str, ...]:
        """Who gives it, the same in all reports."""
        return self.voice.key

    @property
    def report(self) -> str:
        """The id of the report that it stands in."""
        return self.document.id

    @property
    def side(self) -> str | None:
        """The side of the fight that the voice is on, if that is known."""
        return self.voice.side

    @property
    def of_enemy(self) -> bool:
        """Whether a party to the fight counts its enemy's losses."""
        return is_enemy(self.voice.side, side_of_victims(self.victim.kind))

    @property
    def grows(self) -> bool:
        """Whether more of those counted may come to be known: of any harm."""
        return True

    @property
    def falls(self) -> bool:
        """Whether those counted may become fewer: the missing, as they are found."""
        return self.figure.harm is Harm.MISSING

    @property
    def former(self) -> bool:
        """Whether the report tells it as a figure given before: "up from 20"."""
        return self.revised is not None and self.revised.told is RevisionKind.FORMER

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
        """Whether it is so many of those told of: "33 of the dead", "12 of them"."""
        lowers = self._behind
        pointing = " ".join(lowers[:2]) in victims().of_them
        return pointing or (
            lowers[:2] == ["of", "the"] and bool(lowers[2:]) and lowers[2] in victims().silent
        )

    @property
    def further(self) -> bool:
        """Whether it comes to others told of before: "two more", "seven others", "another 3"."""
        text, end = self.document.text, self.figure.span.end
        before = words(text, max(0, self.figure.span.start - NEAR), end)[-2:]
        another = any(one.lower == "another" for one in before)
        return another or not victims().further.isdisjoint(self._behind[:1])

    @property
    def _behind(self) -> list[str]:
        """The three words behind the figure."""
        text, end = self.document.text, self.figure.span.end
        return [one.lower for one in words(text, end, min(end + 20, len(text)))[:3]]

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
