"""Reports by number, and words that know where they stand in them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sayso.dossier import wording
from sayso.model.comparison import Comparison, Quote
from sayso.model.text import Document, Span

AROUND = 70  # characters shown on either side of a word that says little by itself
OPENING = 80  # characters of a report without a title that stand for one
ENDS = 90  # characters shown at either end of a passage


@dataclass(frozen=True, slots=True)
class Report:
    """A document, its number on the page, and what to call it."""

    number: int
    document: Document
    label: str
    date: str | None

    @property
    def heading(self) -> str:
        """The title; where the source gives none, the opening words."""
        if self.document.title:
            return self.document.title
        opening = " ".join(self.document.text[: 3 * OPENING].split())
        return opening if len(opening) <= OPENING else _to_a_word(opening[:OPENING], True) + " …"

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

    `ranges` says where they stand, for lighting them up; `anchor` is the place on the page to go
    to; `before` and `after` are the report's words around them, where they are needed.
    """

    report: Report
    pieces: tuple[str, ...]
    ranges: str
    anchor: str
    before: str = ""
    after: str = ""


def reports(comparison: Comparison) -> dict[str, Report]:
    """The reports by their documents' ids, numbered in the order given."""
    documents = dict.fromkeys(facts.document for facts in comparison.facts)
    return {
        document.id: Report(
            number, document, _label(document), wording.published(document.published)
        )
        for number, document in enumerate(documents, 1)
    }


def words(report: Report, spans: Iterable[Span], anchor: str | None = None) -> Words:
    """The words at these places of a report."""
    given = tuple(spans)
    pieces = tuple(report.document[span] for span in given)
    return Words(report, pieces, _ranges(given), anchor or report.anchor)


def quote(known: Reports, one: Quote) -> Words:
    """The words that a comparison quotes."""
    return words(known[one.document], [one.span])


def in_context(report: Report, span: Span, anchor: str) -> Words:
    """A word with what stands around it, cut at spaces."""
    text = report.document.text
    start = max(0, span.start - AROUND)
    end = min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    before = before.rpartition("\n")[2] if "\n" in before else _from_a_word(before, start > 0)
    after = after.partition("\n")[0] if "\n" in after else _to_a_word(after, end < len(text))
    return Words(report, (text[span.start : span.end],), _ranges([span]), anchor, before, after)


def ends(report: Report, span: Span) -> Words:
    """A long passage by its first and last words."""
    text = report.document[span]
    whole = len(text) <= 2 * ENDS + 40
    pieces = (text,) if whole else (_to_a_word(text[:ENDS], True), _from_a_word(text[-ENDS:], True))
    return Words(report, pieces, _ranges([span]), report.anchor)


def _label(document: Document) -> str:
    """The outlet's name, or the name of the file where the outlet is not known."""
    return document.outlet or PurePath(document.name).name or document.name


def _ranges(spans: Iterable[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _from_a_word(text: str, cut: bool) -> str:
    return text.partition(" ")[2] if cut and " " in text else text


def _to_a_word(text: str, cut: bool) -> str:
    return text.rpartition(" ")[0] if cut and " " in text else text
