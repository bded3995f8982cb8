"""Feeds: RSS, Atom and RDF by feedparser, JSON Feed by our own reader.

Each entry with a text is a report, by the name FILE:ID. Its text is the content that the feed gives,
else the description, which may be less than the report; a note says how many have only that.
Entries without a text are one problem for the feed, which says how many there are. In the map,
`part` is the entry's id, and `offset` counts in its decoded content.

The dates are the feed's own words: of a time without an offset only the day is the report's. The
outlet is the feed's title, or the source that an entry names; a change is never a publication.
"""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace

from sayso.errors import UnreadableInput
from sayso.read.decode import byte_order_mark
from sayso.read.feeds.entries import Entry, name_of, reading_of_entry
from sayso.read.feeds.json_feed import entries_of_json
from sayso.read.feeds.xml_feed import entries_of_xml
from sayso.read.formats import looks_like_json_feed
from sayso.read.reader import BYTES_LOOKED_AT, Format, Material, Reading, Setting

OPENING = re.compile(
    r"\s*(?:<\?[^>]{0,500}\?>\s*|<!--.{0,1500}?-->\s*|<!DOCTYPE\s[^>\[]{0,500}(?:\[[^\]]{0,2000}\]\s*)?>\s*){0,20}"
    r"<(?:\w{1,20}:)?(?:rss|feed|RDF|channel)\b",
    re.DOTALL,
)
ENDING = re.compile(r"</(?:\w{1,20}:)?(?:rss|feed|RDF|channel)\s*>", re.IGNORECASE)
BYTES_AT_END = 2_000  # behind the end of a feed stand remarks of the server at most
SAVE_PAGES = "Save the pages that it links to, and give those files."


def begins_like_feed(begin: bytes) -> bool:
    """Whether the first bytes open a feed."""
    if looks_like_json_feed(begin):
        return True
    mark, encoding = byte_order_mark(begin)
    return OPENING.match(begin[len(mark) :].decode(encoding, "replace")) is not None


def read_feed(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a feed."""
    data = material.all_bytes(setting.limits.report_bytes)
    if looks_like_json_feed(data):
        entries = entries_of_json(data, material.name)
    elif begins_like_feed(data[:BYTES_LOOKED_AT]):
        entries = entries_of_xml(data, material.name)
        if not _ends_like_feed(data):
            what = "it ends in the middle of the feed; what stands before that was read"
            setting.on_problem(UnreadableInput(material.name, what, "Save it again."))
    else:
        what = "it is XML, but no feed that sayso knows"
        raise UnreadableInput(material.name, what, "Save the reports in it as .html or .txt.")
    tally = _Tally()
    digest = hashlib.sha256(data).hexdigest()
    for entry in _with_own_ids(entries):
        name = f"{material.name}:{entry.id}"
        try:
            reading = reading_of_entry(entry, name, digest, setting.on_note)
        except UnreadableInput as problem:
            setting.on_problem(problem)
            continue
        tally.count(entry, reading is not None)
        if reading is not None:
            yield reading
    tally.tell(material, setting)


def _ends_like_feed(data: bytes) -> bool:
    """Whether the end of a feed in XML is there: a parser takes one that is cut for a shorter one."""
    _, encoding = byte_order_mark(data)
    return ENDING.search(data[-BYTES_AT_END:].decode(encoding, "ignore")) is not None


def _with_own_ids(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries, each with an id of its own: what it calls itself, else its number."""
    seen: set[str] = set()
    for number, entry in enumerate(entries, 1):
        called = name_of(entry.id) or str(number)
        if called in seen:
            called = f"{called} ({number})"
        seen.add(called)
        yield replace(entry, id=called)


class _Tally:
    """How many entries have what."""

    def __init__(self) -> None:
        self.entries = self.texts = self.described = self.recordings = 0

    def count(self, entry: Entry, has_text: bool) -> None:
        self.entries += 1
        self.texts += has_text
        self.described += has_text and not entry.is_whole
        self.recordings += entry.has_recording

    def tell(self, material: Material, setting: Setting) -> None:
        """Say what a reader must know of the feed: what is missing, and what may be short."""
        if not self.entries:
            raise UnreadableInput(material.name, "the feed has no entries", SAVE_PAGES)
        if self.recordings:
            what = f"{self.recordings} of its {self.entries} entries are sound recordings or films, which are not read"
            setting.note(material, what)
        if self.described:
            what = f"{self.described} of its {self.entries} entries have only a description, which may be less than the report"
            setting.note(material, what)
        missing = self.entries - self.texts
        if missing:
            what = f"{missing} of its {self.entries} entries have no text, only a title and a link"
            setting.on_problem(UnreadableInput(material.name, what, SAVE_PAGES))


FORMAT = Format(
    "feed",
    read_feed,
    suffixes=frozenset({".rss", ".atom", ".rdf", ".xml"}),
    media=frozenset(
        {
            "application/rss+xml",
            "application/atom+xml",
            "application/rdf+xml",
            "application/feed+json",
            "application/xml",
            "text/xml",
        }
    ),
    begins=begins_like_feed,
    apart=True,
)
