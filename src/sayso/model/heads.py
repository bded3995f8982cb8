"""One text in several reports: which head is the main one, and which heads are of one report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import PurePath

from sayso.model.facts import Facts
from sayso.model.text import HEAD_FIELDS, Document, Head

FIRST_MOMENT = datetime(1, 1, 1, tzinfo=UTC)
NOON = time(12, tzinfo=UTC)

HeadOrder = tuple[bool, timedelta, bool, tuple[tuple[bool, str], ...]]
ReportKey = tuple[str | None, ...]


def head_order(head: Head) -> HeadOrder:
    """A sort key: by publication, the undated last; then those with an outlet; then by name.

    A day without a time counts as its noon in UTC, so that it is before every moment of a later day,
    whatever the offset of that moment.
    """
    published = _time_of_publication(head)
    known = tuple((value is not None, value or "") for value in _values_of(head))
    return published is None, published or timedelta(), not head.outlet, known


def earliest(heads: Sequence[Head]) -> Head:
    """The head with the earliest publication."""
    return heads[0] if len(heads) == 1 else min(heads, key=head_order)


def report_keys(head: Head) -> tuple[ReportKey, ReportKey]:
    """Two keys; heads of one text are of one report if one of the keys is the same.

    The first has the whole name. The second has the name without folders, and the hash of the bytes;
    the whole name if this hash is unknown.
    """
    known = head.title, head.outlet, head.byline, head.url, head.published
    name = _name_without_folders(head.name) if head.raw_sha256 else head.name
    return (head.name, *known), (name, head.raw_sha256, *known)


def names_apart(left: Head, right: Head) -> tuple[str, str]:
    """The names of two heads. If they are the same, each has beside it what differs, if that is known.

    >>> names_apart(Head("a", published="2031-05-04"), Head("a", published="2031-05-05"))
    ('a (2031-05-04)', 'a (2031-05-05)')
    """
    if left.name != right.name:
        return left.name, right.name
    for what in ("outlet", "published", "title", "url"):
        known = getattr(left, what), getattr(right, what)
        if known[0] != known[1]:
            labels = (f"{left.name} ({value})" if value else left.name for value in known)
            return next(labels), next(labels)
    return left.name, right.name


def one_document_a_text(documents: Iterable[Document]) -> list[Document]:
    """A document for each text, with the heads of all reports that have this text.

    The texts are in the order of their first document. The order changes nothing else.
    """
    by_text: dict[str, list[Document]] = {}
    for document in documents:
        by_text.setdefault(document.id, []).append(document)
    return [_with_all_heads(same) for same in by_text.values()]


def one_facts_a_text(facts: Iterable[Facts]) -> tuple[Facts, ...]:
    """The facts of each text once, with the heads of all reports that have this text.

    They are the facts that were read under the main head, because its date tells when "yesterday"
    was. The texts are in the order of their first facts. The order changes nothing else.
    """
    by_text: dict[str, list[Facts]] = {}
    for one in facts:
        by_text.setdefault(one.document.id, []).append(one)
    return tuple(map(_with_heads_of_all, by_text.values()))


def _with_heads_of_all(same: Sequence[Facts]) -> Facts:
    document = _with_all_heads([one.document for one in same])
    main = [one for one in same if replace(one.document, also=()) == replace(document, also=())]
    chosen = main[0] if len(main) == 1 else min(main, key=repr)
    return chosen if chosen.document == document else replace(chosen, document=document)


def _with_all_heads(same: Sequence[Document]) -> Document:
    """Of documents with one text the first in order, with the heads of the others."""
    if len(same) == 1 and not same[0].also:
        return same[0]
    main = min(same, key=_document_order)
    heads = (head for document in same for head in document.heads)
    return replace(main, also=tuple(_other_reports(main.head, heads)))


def _other_reports(main: Head, heads: Iterable[Head]) -> Iterator[Head]:
    """The heads in order, one of each report, without those of the main head's report."""
    seen = {*report_keys(main)}
    for head in sorted(heads, key=head_order):
        keys = report_keys(head)
        if seen.isdisjoint(keys):
            seen.update(keys)
            yield head


def _document_order(document: Document) -> tuple[HeadOrder, int, str]:
    """A sort key: by head; of equal heads, what was read furthest comes first."""
    read_to = len(document) if document.read_to is None else document.read_to
    rest = document.language, document.remaining, document.furniture, document.read_to
    return head_order(document.head), -read_to, repr(rest)


def _time_of_publication(head: Head) -> timedelta | None:
    """The time since the first moment of the calendar; a difference, because it has no bounds."""
    moment = head.moment
    if moment is None and head.day is not None:
        moment = datetime.combine(head.day, NOON)
    return None if moment is None else moment - FIRST_MOMENT


def _values_of(head: Head) -> Iterator[str | None]:
    return (getattr(head, what) for what in HEAD_FIELDS)


def _name_without_folders(name: str) -> str:
    """The file's own name; a URL stays whole."""
    return name if "://" in name else PurePath(name).name or name
