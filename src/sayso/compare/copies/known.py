"""The copies of a pile that grows: what was found before is kept, and only new pairs are looked at."""

from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

from sayso.compare.copies.candidates import candidate_pairs, linked_pairs_together
from sayso.compare.copies.copies import copies_among, find_copies
from sayso.compare.copies.incremental import add_report
from sayso.compare.copies.index import index_of
from sayso.compare.copies.sketches import (
    Sketch,
    SketchStore,
    make_sketch,
    number_of_id,
    sketch_from_bytes,
    sketch_to_bytes,
)
from sayso.compare.prepared import PreparedReports, plain_document, prepare_reports
from sayso.errors import BrokenWire
from sayso.model.comparison import Comparison, Copy
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.text import Document

KNOWN_TO_NEW = 8  # reports; with fewer known ones for each new one, all are compared anew
MAX_TEXTS_IN_MEMORY = 2_000
DIGEST_BYTES = 16

TextOf = Callable[[DocumentId], Document]
Pair = tuple[DocumentId, DocumentId]


@dataclass(frozen=True, slots=True)
class KnownCopies:
    """The copies of a pile, without their directions, in the texts' own form and in order of the ids.

    `reports` has for each report compared so far what its sketch is known by.
    """

    copies: tuple[Copy, ...] = ()
    reports: Mapping[DocumentId, str] = field(default_factory=dict)


def copies_in_texts(reports: PreparedReports) -> tuple[Copy, ...]:
    """The copies among reports that are ready for comparing, in their texts as they stand."""
    found = find_copies(report.document for report in reports.plain)
    return reports.in_texts(Comparison((), copies=found)).copies


def sketch_bytes(document: Document) -> bytes:
    """What is kept of a report to find its words in others: numbers, and no text."""
    return sketch_to_bytes(make_sketch(plain_document(document)))


def copies_of_all(
    sketches: Mapping[DocumentId, bytes], known: KnownCopies, text_of: TextOf
) -> KnownCopies:
    """The copies among all reports whose sketches are given: as `find_copies` of all their texts.

    Where `known` is of some of these reports and few reports are new, only pairs are looked at that a
    new report is in or changes; otherwise all. Texts, as they stand, are asked for only for pairs that
    share words. Raises BrokenWire for a sketch that cannot be one.
    """
    reports = {id_: _digest(sketches[id_]) for id_ in sorted(sketches)}
    new = [id_ for id_ in reports if id_ not in known.reports]
    pile = _StoredReports(sketches, text_of)
    unchanged = all(reports.get(id_) == digest for id_, digest in known.reports.items())
    if unchanged and len(new) * KNOWN_TO_NEW <= len(known.reports):
        found = _with_new_reports(known, new, pile)
    else:
        found = _all_copies(pile)
    return KnownCopies(tuple(found[pair] for pair in sorted(found)), reports)


def _digest(data: bytes) -> str:
    return blake2b(data, digest_size=DIGEST_BYTES).hexdigest()


def _all_copies(pile: "_StoredReports") -> dict[Pair, Copy]:
    index = index_of(pile.store.all_sketches())
    pairs = linked_pairs_together(candidate_pairs(index.marks))
    found = map(pile.in_own_text, copies_among(pairs, index, pile.store))
    return {(copy.left, copy.right): copy for copy in found}


def _with_new_reports(
    known: KnownCopies, new: list[DocumentId], pile: "_StoredReports"
) -> dict[Pair, Copy]:
    """The known copies as the new reports change them, and those with new reports."""
    found = {(copy.left, copy.right): copy for copy in known.copies}
    if not new:
        return found
    index = index_of(pile.store.sketch_of(number_of_id(id_)) for id_ in sorted(known.reports))
    for id_ in new:
        index, change = add_report(index, number_of_id(id_), pile.store)
        for pair in change.without:
            found.pop(pair, None)
        for copy in change.copies:
            found[copy.left, copy.right] = pile.in_own_text(copy)
    return found


class _StoredReports:
    """Reports whose sketches are stored; their texts are asked for when they are needed."""

    def __init__(self, sketches: Mapping[DocumentId, bytes], text_of: TextOf) -> None:
        self._texts = _PlainTexts({number_of_id(id_): id_ for id_ in sorted(sketches)}, text_of)
        self.store = _StoredSketches(self._texts, sketches)

    def in_own_text(self, copy: Copy) -> Copy:
        """A copy with its passages in the texts as they stand."""
        reports = self._texts.reports_of((copy.left, copy.right))
        lengths = {one.document.id: len(one.document) for one in reports.plain}
        for quote in (side for one in copy.passages for side in (one.left, one.right)):
            if quote.span.end > lengths[quote.document]:
                raise BrokenWire(f"sketch: it is not of the report {quote.document:.12}…")
        (own,) = reports.in_texts(Comparison((), copies=(copy,))).copies
        return own


class _StoredSketches(SketchStore):
    """Sketches that are read from bytes."""

    def __init__(self, texts: "_PlainTexts", sketches: Mapping[DocumentId, bytes]) -> None:
        super().__init__(texts)
        self._sketches, self._id_of = sketches, texts.id_of

    def all_sketches(self) -> Iterator[Sketch]:
        """The sketches of all reports, in the order of their ids."""
        return (self.sketch_of(number) for number in self._id_of)

    def id_of(self, number: int) -> DocumentId:
        """The id of a report."""
        return self._id_of[number]

    def read_sketch(self, number: int) -> Sketch:
        """The sketch of a report."""
        return sketch_from_bytes(number, self._sketches[self._id_of[number]])


class _PlainTexts(Mapping[int, Document]):
    """Reports by number, in the plain form of their texts; those used last are kept in memory."""

    def __init__(self, id_of: Mapping[int, DocumentId], text_of: TextOf) -> None:
        self.id_of, self._text_of = id_of, text_of
        self._in_memory: OrderedDict[DocumentId, PreparedReports] = OrderedDict()

    def __getitem__(self, number: int) -> Document:
        (report,) = self.reports_of((self.id_of[number],)).plain
        return report.document

    def __iter__(self) -> Iterator[int]:
        return iter(self.id_of)

    def __len__(self) -> int:
        return len(self.id_of)

    def reports_of(self, ids: tuple[DocumentId, ...]) -> PreparedReports:
        """Some reports, ready for comparing."""
        return PreparedReports({id_: self._report(id_).reports[id_] for id_ in ids})

    def _report(self, id_: DocumentId) -> PreparedReports:
        report = self._in_memory.pop(id_, None) or prepare_reports([Facts(self._text_of(id_))])
        while len(self._in_memory) >= MAX_TEXTS_IN_MEMORY:
            self._in_memory.popitem(last=False)
        self._in_memory[id_] = report
        return report
