"""Reports by number, and words of reports with their places."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePath

from sayso.dossier.private_names import PrivateNames
from sayso.dossier.written import percentage, written_moment
from sayso.model.comparison import Comparison, Quote
from sayso.model.text import Document, Head, Span
from sayso.model.unseen import UNSEEN
from sayso.text.sentences import sentences

MAX_CONTEXT_CHARACTERS = 150  # of its sentence, shown on either side of a word
MAX_HEADING_CHARACTERS = 100  # of a report without a title, shown in place of one
PASSAGE_END_CHARACTERS = 90  # shown at either end of a long passage


@dataclass(frozen=True, slots=True)
class Report:
    """A report and its number on the page. `label` is its outlet's name, else the file's.

    Reports with exactly the same text share a document. Each has a head of its own, and all but the
    first have the number of the first in `same_as`.
    """

    number: int
    document: Document
    head: Head
    label: str
    date: str | None
    same_as: int | None = None

    @property
    def label_kind(self) -> str:
        """What the label names: an outlet or a file."""
        return "outlet" if shows_something(self.head.outlet) else "file"

    @property
    def withheld_share(self) -> str | None:
        """The share of the article that its web page withholds, if it says so."""
        share = self.document.remaining
        return None if share is None else percentage(share)

    @property
    def read_part(self) -> str | None:
        """Up to which character the report was read, if it was not read whole."""
        read_to = self.document.read_to
        return None if read_to is None else f"{read_to:,} of {len(self.document):,}"

    @property
    def has_title(self) -> bool:
        """Whether the report has a title that can be seen."""
        return shows_something(self.head.title)

    @property
    def heading(self) -> str:
        """The title; without one that can be seen, the first line or its opening words."""
        if self.head.title and self.has_title:
            return self.head.title
        opening = self.document.text[: 20 * MAX_HEADING_CHARACTERS].strip()
        line = opening.partition("\n")[0].strip()
        if len(line) <= MAX_HEADING_CHARACTERS:
            return line
        return _to_last_space(line[:MAX_HEADING_CHARACTERS], True) + " …"

    @property
    def file_name(self) -> str:
        """The file's name without its folders, which are private."""
        name = self.head.name
        return name if "://" in name else PurePath(name).name or name

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"r{self.number}"


class Reports(dict[str, Report]):
    """The reports by their documents' ids; of several with the same text, the first."""

    @cached_property
    def heads(self) -> dict[str, tuple[Report, ...]]:
        """All reports by their documents' ids; nearly always one."""
        return {document: tuple(_reports_of(first)) for document, first in self.items()}

    @property
    def listed(self) -> list[Report]:
        """All reports by number."""
        return [report for same in self.heads.values() for report in same]

    @cached_property
    def private_names(self) -> PrivateNames:
        """The paths of their files, which no reader needs."""
        return PrivateNames({report.head.name: report.file_name for report in self.listed})


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
    numbered, number = Reports(), 1
    for document in dict.fromkeys(facts.document for facts in comparison.facts):
        numbered[document.id] = _report(number, document, document.head)
        number += len(document.heads)
    return numbered


def shows_something(text: str | None) -> bool:
    """Whether anything of the text can be seen: more than spaces and invisible characters."""
    return bool(text and UNSEEN.sub("", text).strip())


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


def _report(number: int, document: Document, head: Head, same_as: int | None = None) -> Report:
    label = head.outlet if head.outlet and shows_something(head.outlet) else None
    named = label or PurePath(head.name).name or head.name
    return Report(number, document, head, named, written_moment(head.published), same_as)


def _reports_of(first: Report) -> Iterable[Report]:
    """A report, and after it those with exactly its text."""
    yield first
    for further, head in enumerate(first.document.also, 1):
        yield _report(first.number + further, first.document, head, first.number)


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
