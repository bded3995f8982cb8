"""The entries of a live blog, with the dates that they have themselves.

The page's linked data lists them with their headlines or words, and their dates; an entry is where
these words begin a paragraph. Without such a list, entries begin at the times of day that a running
report has at the heads of its lines; their day is known only if the report's own dates and the order
of the times leave one day.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from itertools import pairwise

from sayso.model.text import Entry, Span
from sayso.read.dates import published_as
from sayso.read.heads import HeadData
from sayso.read.pages.linked import Update
from sayso.read.pages.opening import words_in
from sayso.text.entries import entries
from sayso.text.paragraphs import paragraphs

KEY_WORDS = 8  # of an entry's body, to know it by
TIME = re.compile(
    r"^\W{0,4}\d{1,2}[:.h]?\d{0,2}\s?(?:[ap]\.?m\.?\b)?\W{0,4}(?:(?:GMT|UTC|[A-Z]{2,4})\b\W{0,4})?"
)


def entries_of(text: str, head: HeadData, updates: Sequence[Update]) -> tuple[Entry, ...]:
    """The entries of a live blog in its finished text, in text order; none if it is not one.

    What stands before the first entry belongs to none.
    """
    starts = _starts_of_updates(text, updates)
    if starts:
        return tuple(_between(text, starts))
    if updates:
        return ()
    found = entries(text)
    times = [one.time for one in found]
    day = _only_day(head, times) if found else None
    return tuple(Entry(one.span, day.isoformat() if day else None) for one in found)


def _starts_of_updates(text: str, updates: Sequence[Update]) -> list[tuple[int, str | None]]:
    """Where the listed entries begin, with their dates. An entry that fits two places has none."""
    by_words: dict[tuple[str, ...], list[int]] = {}
    for start, end in paragraphs(text) if updates else ():
        for words in _keys_of(text[start:end]):
            by_words.setdefault(words, []).append(start)
    found: dict[int, str | None] = {}
    for update in updates:
        for given in (update.title, update.body):
            places = by_words.get(tuple(words_in(given or "")[:KEY_WORDS]), []) if given else []
            if len(places) == 1:
                published = published_as(update.published) if update.published else None
                found.setdefault(places[0], published)
                break
    return sorted(_above_body(text, found).items())


def _keys_of(paragraph: str) -> set[tuple[str, ...]]:
    """The first words of a paragraph, with the time of day at its head and without it."""
    return {
        tuple(words_in(one[:300])[:KEY_WORDS])
        for one in (paragraph, TIME.sub("", paragraph, count=1))
        if one.strip()
    }


def _above_body(text: str, found: dict[int, str | None]) -> dict[int, str | None]:
    """The starts, each moved up to the line with the time of day that stands right above it."""
    blocks = list(paragraphs(text))
    moved: dict[int, str | None] = {}
    before = {after[0]: block for block, after in pairwise(blocks)}
    for start, published in found.items():
        above = before.get(start)
        alone = above and not TIME.sub("", text[above[0] : above[1]], count=1).strip()
        moved[above[0] if above and alone else start] = published
    return moved


def _between(text: str, starts: Sequence[tuple[int, str | None]]) -> Iterator[Entry]:
    ends = [start for start, _ in starts[1:]] + [len(text)]
    for (start, published), end in zip(starts, ends, strict=True):
        length = len(text[start:end].rstrip())
        if length:
            yield Entry(Span(start, start + length), published)


def _only_day(head: HeadData, times: Sequence[time]) -> date | None:
    """The day of all entries: that of the report, if no midnight can lie between them."""
    if head.published is None or head.modified is None:
        return None
    published, modified = head.published[:10], head.modified[:10]
    rising = all(one <= other for one, other in pairwise(times))
    falling = all(one >= other for one, other in pairwise(times))
    if published != modified or not (rising or falling):
        return None
    first = datetime.fromisoformat(head.published)
    if first.tzinfo is not None and "T" in head.published and min(times) < first.time():
        return None
    return date.fromisoformat(published)
