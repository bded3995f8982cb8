"""Reports by number, and words of reports with their places."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePath

from sayso.dossier.private_names import PrivateNames
from sayso.dossier.written import percentage, written_moment
from sayso.model.comparison import Comparison, Quote
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences

MAX_CONTEXT_CHARACTERS = 150  # of its sentence, shown on either side of a word
MAX_HEADING_CHARACTERS = 100  # of a report without a title, shown in place of one
PASSAGE_END_CHARACTERS = 90  # shown at either end of a long passage


@dataclass(frozen=True, slots=True)
class Report:
    """A document and its number on the page. `label` is its outlet's name, else the file's."""

    number: int
    document: Document
    label: str
    date: str | None

    @property
    def label_kind(self) -> str:
        """What the label names: an outlet or a file."""
        return "outlet" if self.document.outlet else "file"

    @property
    def withheld_share(self) -> str | None:
        """The share of the article that its web page withholds, if it says so."""
        share = self.document.remaining
        return None if share is None else percentage(share)

    @property
    def heading(self) -> str:
        """The title; without one, the first line or its opening words."""
        if self.document.title:
            return self.document.title
        opening = self.document.text[: 20 * MAX_HEADING_CHARACTERS].strip()
        line = opening.partition("\n")[0].strip()
        if len(line) <= MAX_HEADING_CHARACTERS:
            return line
        return _to_last_space(line[:MAX_HEADING_CHARACTERS], True) + " …"

    @property
    def file_name(self) -> str:
        """The file's name without its folders, which are private."""
        name = self.document.name
        return name if "://" in name else PurePath(name).name or name

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"r{self.number}"


class Reports(dict[str, Report]):
    """The reports by their documents' ids."""

    @cached_property
    def private_names(self) -> PrivateNames:
        """The paths of their files, which no reader needs."""
        return PrivateNames({report.document.name: report.file_name for report in self.values()})


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a report, in several pieces if they are not in one place.

    `anchor` is the place on the page to go to. `before` and `after` are the words around them, where
    a reader needs these; `cut` says which of the two do not reach the end of the sentence.
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
        """Their places, for the script that highlights them."""
        return " ".join(f"{span.start}-{span.end}" for span in self.spans)

    def holds_quote(self, quote: Quote) -> bool:
        """Whether the quoted words are among these."""
        here = self.report.document.id == quote.document
        return here and any(span.holds(quote.span) for span in self.spans)


def numbered_reports(comparison: Comparison) -> Reports:
    """The reports by their documents' ids, numbered in the order given."""
    documents = dict.fromkeys(facts.document for facts in comparison.facts)
    return Reports(
        (
            document.id,
            Report(number, document, _outlet_or_file(document), written_moment(document.published)),
        )
        for number, document in enumerate(documents, 1)
    )


def words_at(report: Report, spans: Iterable[Span], anchor: str | None = None) -> Words:
    """The words at these places of a report."""
    places = tuple(spans)
    pieces = tuple(report.document[span] for span in places)
    return Words(report, pieces, places, anchor or report.anchor)


def quoted_words(reports: Reports, quote: Quote) -> Words:
    """The words that a comparison quotes."""
    return words_at(reports[quote.document], [quote.span])


def in_context(report: Report, span: Span, anchor: str) -> Words:
    """The words at a place with their sentence around them. A long sentence is cut at spaces."""
    text = report.document.text
    opened, closed = _sentence_bounds(text, span)
    start = max(opened, span.start - MAX_CONTEXT_CHARACTERS)
    end = min(closed, span.end + MAX_CONTEXT_CHARACTERS)
    before = _from_first_space(text[start : span.start], start > opened)
    after = _to_last_space(text[span.end : end], end < closed)
    cut = " ".join(["before"] * (start > opened) + ["after"] * (end < closed))
    return Words(report, (text[span.start : span.end],), (span,), anchor, before, after, cut)


def passage_ends(report: Report, span: Span) -> Words:
    """A passage; only its first and last words if it is long."""
    text = report.document[span]
    pieces: tuple[str, ...] = (text,)
    if len(text) > 2 * PASSAGE_END_CHARACTERS + 40:
        first, last = text[:PASSAGE_END_CHARACTERS], text[-PASSAGE_END_CHARACTERS:]
        pieces = _to_last_space(first, True), _from_first_space(last, True)
    return Words(report, pieces, (span,), report.anchor)


def _outlet_or_file(document: Document) -> str:
    return document.outlet or PurePath(document.name).name or document.name


def _sentence_bounds(text: str, span: Span) -> tuple[int, int]:
    """The start of the sentence in which a span begins, and the end of the one in which it ends."""
    places = _sentence_places(text)
    first, last = (
        max(0, bisect_right(places, at, key=lambda place: place[0]) - 1)
        for at in (span.start, span.end - 1)
    )
    return min(places[first][0], span.start), max(places[last][1], span.end)


@lru_cache(maxsize=4)
def _sentence_places(text: str) -> Sequence[tuple[int, int]]:
    return sentences(text) or [(0, len(text))]


def _from_first_space(text: str, cut: bool) -> str:
    return text.partition(" ")[2] if cut and " " in text else text


def _to_last_space(text: str, cut: bool) -> str:
    return text.rpartition(" ")[0] if cut and " " in text else text
