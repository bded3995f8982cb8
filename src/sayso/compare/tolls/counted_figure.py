"""A figure of people harmed, with all that bears on how it counts."""

from dataclasses import dataclass
from pathlib import PurePath

from sayso.compare.figures.dated_number import DatedNumber
from sayso.compare.figures.quantity import bounds_of
from sayso.compare.figures.said_when import SayingTime
from sayso.compare.figures.victims import Victim, side_of_victims
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.tolls.voices import FigureVoice
from sayso.lexicon.victims import victim_words
from sayso.model.comparison import FigureMention
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.reasons import Reason
from sayso.model.text import Document, Span
from sayso.text.revisions import Revision, RevisionKind
from sayso.text.words import words

MAX_CHARACTERS_TO_VICTIMS = 40  # from a number to the words for those it counts, shown with it
MAX_CHARACTERS_BACK = 40  # from a number back to "another"
MAX_CHARACTERS_BEHIND = 20  # from a number to words such as "of them"
MAX_CHARACTERS_SHOWN = 90  # of a figure or a name


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure with its report, its voice and the people it counts.

    `note` says what it is of, where that is not plain. `said` is when it was said; `revised` is set
    if the report calls it an earlier figure or a correction.
    """

    facts: Facts
    figure: Figure
    origin: str
    voice: FigureVoice
    victim: Victim
    note: Reason | None = None
    said: SayingTime | None = None
    revised: Revision | None = None

    @property
    def document(self) -> Document:
        """The report that it is in."""
        return self.facts.document

    @property
    def mention(self) -> FigureMention:
        """Its name in a comparison."""
        return FigureMention(self.document.id, self.figure.id)

    @property
    def value(self) -> int | None:
        """The number by which it is compared with others: its lower bound, if it has one."""
        return self.figure.high if self.figure.low is None else self.figure.low

    @property
    def bounds_and_kind(self) -> tuple[int | None, int | None, str]:
        """Its numbers as the words give them: equal for two figures that say the same."""
        return self.figure.low, self.figure.high, self.figure.kind

    @property
    def report(self) -> str:
        """The id of the report that it is in."""
        return self.document.id

    def as_dated_number(self, ref: int) -> DatedNumber:
        """The figure as it is compared with others of its toll; `ref` is its index there."""
        is_approximate = self.figure.kind is Precision.ABOUT
        return DatedNumber(
            ref=ref,
            value=self.value,
            bounds=bounds_of(self.figure.low, self.figure.high, is_approximate),
            said=self.said,
            speaker=self.voice.key,
            report=self.report,
            side=self.voice.side,
            of_enemy=is_enemy(self.voice.side, side_of_victims(self.victim.kind)),
            may_decrease=self.figure.harm is Harm.MISSING,
            revision=self.revised,
            label=self.label,
            words=self.words,
        )

    @property
    def is_former(self) -> bool:
        """Whether the report calls it an earlier figure: "up from 20"."""
        return self.revised is not None and self.revised.kind is RevisionKind.FORMER

    @property
    def publication_order(self) -> tuple[str, str, Span, str]:
        """A sort key: by publication, the undated last; then by report and place."""
        return self.document.published or "~", self.document.id, self.figure.span, self.figure.id

    @property
    def size_order(self) -> tuple[bool, int, str, FigureMention]:
        """A sort key: by number; of equal numbers the later report's is the greater."""
        return self.has_number, self.value or 0, self.document.published or "", self.mention

    @property
    def has_number(self) -> bool:
        """Whether it counts with a number: not "dozens", nor one death reported by itself."""
        without = (Precision.VAGUE, Precision.IMPLIED)
        return self.value is not None and self.figure.kind not in without

    @property
    def side_or_voice(self) -> tuple[str, ...]:
        """The side of the fight that the voice is on, if that is known; else the voice."""
        return ("side", self.voice.side) if self.voice.side else self.voice.key

    @property
    def names_nobody(self) -> bool:
        """Whether its words name the harm alone, and not who was harmed: "seven wounded"."""
        who = self.figure.who
        last = words(self.document[who][-MAX_CHARACTERS_SHOWN:])[-1:] if who else []
        harm_words = victim_words().names_nobody
        return not self.victim.kind_named and all(word.lower in harm_words for word in last)

    @property
    def is_partitive(self) -> bool:
        """Whether it counts some of those already mentioned: "33 of the dead", "12 of them"."""
        lowers = self._words_behind
        of_the_dead = (
            lowers[:2] == ["of", "the"]
            and bool(lowers[2:])
            and lowers[2] in victim_words().names_nobody
        )
        return of_the_dead or " ".join(lowers[:2]) in victim_words().of_them

    @property
    def adds_to_others(self) -> bool:
        """Whether it adds to others already mentioned: "two more", "seven others", "another 3"."""
        text, number = self.document.text, self.figure.span
        last = words(text, max(0, number.start - MAX_CHARACTERS_BACK), number.end)[-2:]
        another = any(word.lower == "another" for word in last)
        return another or not victim_words().further.isdisjoint(self._words_behind[:1])

    @property
    def _words_behind(self) -> list[str]:
        """The three words behind the figure, in lower case."""
        text, start = self.document.text, self.figure.span.end
        end = min(start + MAX_CHARACTERS_BEHIND, len(text))
        return [word.lower for word in words(text, start, end)[:3]]

    @property
    def words(self) -> str:
        """The number with the words for those it counts, on one line."""
        shown, who = self.figure.span, self.figure.who
        if who and 0 <= who.start - shown.end <= MAX_CHARACTERS_TO_VICTIMS:
            shown = Span(shown.start, who.end)
        return _on_one_line(self.document[shown])

    @property
    def label(self) -> str:
        """The figure, its report and its voice, on one line."""
        report = self.document.outlet or PurePath(self.document.name).name or self.document.name
        voice = _on_one_line(self.voice.name) if self.voice.name else "its own voice"
        return f"{self.words} ({_on_one_line(report)}, {voice})"


def _on_one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= MAX_CHARACTERS_SHOWN else f"{line[: MAX_CHARACTERS_SHOWN - 1]}…"
