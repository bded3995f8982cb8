"""The copies of a pile that grows: what was found before is kept, and only new pairs are looked at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from sayso.compare.copies.copies import find_copies
from sayso.compare.prepared import PreparedReports
from sayso.model.comparison import Comparison, Copy
from sayso.model.ids import DocumentId
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class KnownCopies:
    """The copies of a pile, without their directions, in the texts' own form and in order of the ids.

    `reports` has for each report compared so far what its sketch is known by.
    """

    copies: tuple[Copy, ...] = ()
    reports: Mapping[DocumentId, str] = field(default_factory=dict)


def copies_among(reports: PreparedReports) -> tuple[Copy, ...]:
    """The copies among reports that are ready for comparing, in their texts as they stand."""
    found = find_copies(report.document for report in reports.plain)
    return reports.in_texts(Comparison((), copies=found)).copies


def sketch_bytes(document: Document) -> bytes:
    """What is kept of a report to find its words in others: numbers, and no text."""
    raise NotImplementedError


def copies_of_all(
    sketches: Mapping[DocumentId, bytes],
    known: KnownCopies,
    text_of: Callable[[DocumentId], Document],
) -> KnownCopies:
    """The copies among all reports whose sketches are given: as `find_copies` of all their texts.

    Where `known` is of some of these reports and nothing but new reports was added, only pairs are
    looked at that a new report is in or changes; otherwise all. Texts, as they stand, are asked for only
    for pairs that share words. Raises BrokenWire for a sketch that cannot be one.
    """
    raise NotImplementedError


def copies_to_bytes(known: KnownCopies) -> bytes:
    """The copies as bytes, without words of the texts."""
    raise NotImplementedError


def copies_from_bytes(data: bytes) -> KnownCopies:
    """The copies that bytes describe. Raises BrokenWire where they are not of that form."""
    raise NotImplementedError
