"""Known copies as bytes, and back. The bytes may come from anywhere, so each value is looked at."""

from typing import Any

from sayso.compare.copies.known import KnownCopies
from sayso.model.codec import broken_at, checked_json, shown_data
from sayso.model.comparison import Copy, CopyKind, Passage, Quote
from sayso.model.ids import DocumentId
from sayso.model.packed import pack, unpack
from sayso.model.text import Span

# Counted up when other copies are found in the same texts, or they are written otherwise.
COPIES_VERSION = 1


def copies_to_bytes(known: KnownCopies) -> bytes:
    """The copies as bytes, without words of the texts."""
    ids = sorted(known.reports)
    place_of = {id_: place for place, id_ in enumerate(ids)}
    return pack(
        {
            "copies": COPIES_VERSION,
            "reports": [[id_, known.reports[id_]] for id_ in ids],
            "pairs": [
                [
                    *(place_of[copy.left], place_of[copy.right], str(copy.kind), copy.share),
                    [_places(passage) for passage in copy.passages],
                ]
                for copy in known.copies
            ],
        }
    )


def copies_from_bytes(data: bytes) -> KnownCopies:
    """The copies that bytes describe.

    Raises BrokenWire where they are not of that form, or of another version of sayso: then `KnownCopies()`
    stands for them, and all pairs are looked at again.
    """
    known = unpack(data, "copies")
    if known.get("copies") != COPIES_VERSION:
        found = shown_data(known.get("copies"))
        raise broken_at("copies", f"version {COPIES_VERSION} is wanted, not {found}")
    try:
        reports = dict(map(_report, checked_json(list, known["reports"], "copies.reports")))
        ids = list(reports)
        pairs = checked_json(list, known["pairs"], "copies.pairs")
        return KnownCopies(tuple(_copy(one, ids) for one in pairs), reports)
    except (KeyError, ValueError, TypeError, IndexError) as error:
        raise broken_at("copies", f"these are no copies: {type(error).__name__}") from error


def _places(passage: Passage) -> list[int]:
    left, right = passage.left.span, passage.right.span
    return [left.start, left.end, right.start, right.end]


def _report(data: Any) -> tuple[DocumentId, str]:
    id_, digest = (checked_json(str, one, "copies.reports") for one in data)
    return id_, digest


def _copy(data: Any, ids: list[DocumentId]) -> Copy:
    left, right, kind, share, passages = checked_json(list, data, "copies.pairs")
    here, there = (ids[checked_json(int, at, "copies.pairs")] for at in (left, right))
    return Copy(
        here,
        there,
        CopyKind(checked_json(str, kind, "copies.pairs")),
        None,
        checked_json(float, share, "copies.pairs"),
        tuple(
            _passage(here, there, one) for one in checked_json(list, passages, "copies.passages")
        ),
    )


def _passage(here: DocumentId, there: DocumentId, data: Any) -> Passage:
    start, end, other_start, other_end = (
        checked_json(int, at, "copies.passages") for at in checked_json(list, data, "passages")
    )
    return Passage(Quote(here, Span(start, end)), Quote(there, Span(other_start, other_end)))
