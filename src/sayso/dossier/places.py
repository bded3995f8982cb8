"""Reports by number, and words that know where they stand in them."""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import PurePath

from sayso.dossier import wording
from sayso.model.comparison import Comparison, Evidence, Quote
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences

AROUND = 150  # characters of its sentence shown on either side of a word that says little by itself
OPENING = 100  # characters of a report without a title that stand for one
ENDS = 90  # characters shown at either end of a passage


@dataclass(frozen=True, slots=True)
class Report:
    """A document, its number on the page, and what to call it: `label` is its outlet's name, or that
    of the file where the outlet is not known.
    """

    number: int
    document: Document
    label: str
    date: str | None

    @property
    def kind(self) -> str:
        """What the label names: an outlet or a file."""
        return "outlet" if self.document.outlet else "file"

    @property
    def withheld(self) -> str | None:
        """The share of the article that the page says it withholds."""
        part = self.document.remaining
        return None if part is None else wording.share(part)

    @property
    def heading(self) -> str:
        """The title; where the source gives none, the first line or its opening words."""
        if self.document.title:
            return self.document.title
        first = self.document.text[: 20 * OPENING].strip().partition("\n")[0].strip()
        return first if len(first) <= OPENING else _to_a_word(first[:OPENING], True) + " …"

    @property
    def file(self) -> str:
        """The file's name without its folders, which are nobody's business but the reader's."""
        name = self.document.name
        return name if "://" in name else PurePath(name).name or name

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"r{self.number}"


Reports = Mapping[str, Report]


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a report, in pieces where they are not in one place.

    `anchor` is the place on the page to go to; `before` and `after` are the report's words around
    them, where they are needed, and `cut` says which of the two are not the whole sentence.
    """

    report: Report
    pieces: tuple[str, ...]
    spans: tuple[Span, ...]
    anchor: str
    before: str = ""
    after: str = ""
    cut: str = ""

    @property
    def ranges(self) -> str:
        """Where they stand, for lighting them up."""
        return " ".join(f"{span.start}-{span.end}" for span in self.spans)

    def hold(self, one: Quote) -> bool:
        """Whether the quoted words are among these."""
        here = self.report.document.id == one.document
        return here and any(span.holds(one.span) for span in self.spans)


def reports(comparison: Comparison) -> dict[str, Report]:
    """The reports by their documents' ids, numbered in the order given."""
    documents = dict.fromkeys(facts.document for facts in comparison.facts)
    return {
        document.id: Report(
            number, document, _label(document), wording.published(document.published)
        )
        for number, document in enumerate(documents, 1)
    }


def tidy(known: Reports, reason: str) -> str:
    """A reason that the comparison gives, without the folders of the files that it names."""
    for one in known.values():
        if one.file != one.document.name:
            reason = reason.replace(one.document.name, one.file)
    return reason


def reasons(known: Reports, why: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The reasons that the comparison gives, ready to show."""
    return tuple(replace(one, detail=tidy(known, one.detail)) for one in why)


def words(report: Report, spans: Iterable[Span], anchor: str | None = None) -> Words:
    """The words at these places of a report."""
    given = tuple(spans)
    pieces = tuple(report.document[span] for span in given)
    return Words(report, pieces, given, anchor or report.anchor)


def quote(known: Reports, one: Quote) -> Words:
    """The words that a comparison quotes."""
    return words(known[one.document], [one.span])


def in_context(report: Report, span: Span, anchor: str) -> Words:
    """A word with what stands around it in its sentence, a long one cut at spaces."""
    text = report.document.text
    opened, closed = _sentence(text, span)
    start, end = max(opened, span.start - AROUND), min(closed, span.end + AROUND)
    before = _from_a_word(text[start : span.start], start > opened)
    after = _to_a_word(text[span.end : end], end < closed)
    cut = " ".join(["before"] * (start > opened) + ["after"] * (end < closed))
    return Words(report, (text[span.start : span.end],), (span,), anchor, before, after, cut)


def ends(report: Report, span: Span) -> Words:
    """A long passage by its first and last words."""
    text = report.document[span]
    whole = len(text) <= 2 * ENDS + 40
    pieces = (text,) if whole else (_to_a_word(text[:ENDS], True), _from_a_word(text[-ENDS:], True))
    return Words(report, pieces, (span,), report.anchor)


def _label(document: Document) -> str:
    """The outlet's name, or the name of the file where the outlet is not known."""
    return document.outlet or PurePath(document.name).name or document.name


def _sentence(text: str, span: Span) -> tuple[int, int]:
    """From the start of the sentence in which a word begins to the end of that in which it ends."""
    found = _sentences(text)
    first, last = (
        max(0, bisect_right(found, at, key=lambda one: one[0]) - 1)
        for at in (span.start, span.end - 1)
    )
    return min(found[first][0], span.start), max(found[last][1], span.end)


@lru_cache(maxsize=4)
def _sentences(text: str) -> Sequence[tuple[int, int]]:
    return sentences(text) or [(0, len(text))]


def _from_a_word(text: str, cut: bool) -> str:
    return text.partition(" ")[2] if cut and " " in text else text


def _to_a_word(text: str, cut: bool) -> str:
    return text.rpartition(" ")[0] if cut and " " in text else text
