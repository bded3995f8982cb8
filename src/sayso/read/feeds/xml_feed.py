"""Feeds in XML, by feedparser.

It opens a file or an address if it is given one, even as bytes, so it gets a stream and nothing else.
Its own cleaning of HTML is off: the text of an entry is what the feed says, and is never shown as
markup. Dates are read from the feed's own words, since it drops their offsets.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import feedparser  # type: ignore[import-untyped]

from sayso.errors import UnreadableInput
from sayso.read.decode import byte_order_mark
from sayso.read.feeds.entries import RECORDINGS, Entry, byline_of, dates_of, title_of
from sayso.read.heads import HeadData
from sayso.read.tidy import web_address, whole_characters

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
DECLARATION = re.compile(r"\s*<\?xml[^>]{0,500}\?>")
FIRST_ELEMENT = re.compile(rb"<\w")
ENTITY = re.compile(rb"<!ENTITY[^<>]{0,5000}>", re.IGNORECASE)


def entries_of_xml(data: bytes, name: str) -> Iterator[Entry]:
    """The entries of a feed. Raises UnreadableInput if there is no feed in it."""
    feed = _parsed_feed(_without_entities(data), name)
    if not feed.entries and not feed.feed:
        raise UnreadableInput(name, "there is no feed in it", "Save it again.")
    outlet = title_of(_plain(feed.feed, "title"), _is_html(feed.feed, "title_detail"))
    # A date of Dublin Core in RSS is that of publication, unless the feed has a word for changes.
    dated = (
        str(feed.version).startswith("rss")
        and b"<dc:date" in data
        and b":modified" not in data
        and b":updated" not in data
    )
    field = "pubDate" if b"<pubDate" in data else "published"
    for entry in feed.entries:
        yield _entry_of(entry, outlet, field, dated)


def _without_entities(data: bytes) -> bytes:
    """The feed without the entities that it declares: they can make a small feed grow very large."""
    first = FIRST_ELEMENT.search(data)
    head = data[: first.start()] if first else data
    return ENTITY.sub(b"", head) + data[len(head) :]


def _parsed_feed(data: bytes, name: str) -> Any:
    """What feedparser makes of a feed. It fails on some that declare an encoding that none is."""
    for one in (data, _in_utf8(data)):
        try:
            return feedparser.parse(BytesIO(one), sanitize_html=False, resolve_relative_uris=False)
        except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
            continue
    raise UnreadableInput(name, "the feed is broken XML", "Save it again.")


def _in_utf8(data: bytes) -> bytes:
    """The feed without its declaration and its zero bytes, in UTF-8."""
    mark, encoding = byte_order_mark(data)
    text = data[len(mark) :].decode(encoding, "replace").replace("\0", "")
    return DECLARATION.sub("", text, count=1).encode()


def _entry_of(entry: Any, outlet: str | None, field: str, dated: bool) -> Entry:
    body, is_plain, is_whole = _body_of(entry)
    published = (_plain(entry, "published"), field)
    modified = (_plain(entry, "updated"), "updated")
    if dated and not published[0]:
        published, modified = (modified[0], "dc:date"), ("", "")
    day, changed, dates = dates_of(published, modified)
    return Entry(
        id=_plain(entry, "id"),
        body=body,
        is_plain=is_plain,
        is_whole=is_whole,
        has_recording=_has_recording(entry),
        head=HeadData(
            title=title_of(_plain(entry, "title"), _is_html(entry, "title_detail")),
            outlet=_outlet_of(entry) or outlet,
            byline=byline_of(_authors_of(entry)),
            section=_section_of(entry),
            url=web_address(_plain(entry, "feedburner_origlink") or _plain(entry, "link")),
            published=day,
            modified=changed,
            dates=dates,
        ),
    )


def _body_of(entry: Any) -> tuple[str, bool, bool]:
    """The text of an entry, whether it is plain text, and whether the feed calls it the content."""
    contents = [one for one in _listed(entry, "content") if _is_text(one) and _plain(one, "value")]
    if contents:
        longest = max(contents, key=lambda one: len(_plain(one, "value")))
        return _plain(longest, "value"), _type(longest) not in HTML_TYPES, True
    detail = dict.get(entry, "summary_detail") or {}
    plain = _type(detail) not in HTML_TYPES
    return _plain(entry, "summary"), plain, False


def _is_text(content: Any) -> bool:
    return _type(content) in {*HTML_TYPES, "text/plain", ""}


def _type(value: Any) -> str:
    return _plain(value, "type").partition(";")[0].strip().lower()


def _is_html(value: Any, key: str) -> bool:
    return _type(dict.get(value, key) or {}) in HTML_TYPES


def _plain(value: Any, key: str) -> str:
    """A value of feedparser's dictionaries, which would give another one where there is none."""
    found = dict.get(value, key)
    return whole_characters(found) if isinstance(found, str) else ""


def _listed(value: Any, key: str) -> list[Any]:
    found = dict.get(value, key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _authors_of(entry: Any) -> list[str]:
    """The names of the authors: the element for names where there is one, else that for addresses."""
    whole = _plain(entry, "author")
    names = []
    for one in _listed(entry, "authors"):
        name = _plain(one, "name")
        # feedparser cuts "ana@x.example (Ana Teller)" in the wrong place.
        cut = _plain(one, "email") and not whole.startswith(name)
        names.append(whole if cut else name)
    return [one for one in names if one and "@" not in one] or [one for one in names if one]


def _outlet_of(entry: Any) -> str | None:
    """The outlet from which a feed of feeds has the entry."""
    source = dict.get(entry, "source")
    return title_of(_plain(source, "title"), is_html=True) if isinstance(source, dict) else None


def _section_of(entry: Any) -> str | None:
    tags = _listed(entry, "tags")
    return title_of(_plain(tags[0], "label") or _plain(tags[0], "term"), True) if tags else None


def _has_recording(entry: Any) -> bool:
    types = [_type(one) for one in _listed(entry, "links") if _plain(one, "rel") == "enclosure"]
    types += [_type(one) for one in _listed(entry, "media_content")]
    return bool(_plain(entry, "yt_videoid")) or any(one.startswith(RECORDINGS) for one in types)
