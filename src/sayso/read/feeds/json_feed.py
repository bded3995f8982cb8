"""JSON Feed (https://www.jsonfeed.org/version/1.1/)."""

import json
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableInput
from sayso.read.decode import byte_order_mark
from sayso.read.feeds.entries import RECORDINGS, Entry, byline_of, dates_of, title_of
from sayso.read.heads import HeadData
from sayso.read.tidy import web_address, whole_characters


def entries_of_json(data: bytes, name: str) -> Iterator[Entry]:
    """The entries of a feed. Raises UnreadableInput if it is not JSON."""
    mark, encoding = byte_order_mark(data)
    try:
        feed = json.loads(data[len(mark) :].decode(encoding))
    except (ValueError, RecursionError) as error:
        raise UnreadableInput(name, "the feed is broken JSON", "Save it again.") from error
    items = feed.get("items")
    outlet = title_of(_text(feed, "title"), is_html=False)
    for item in items if isinstance(items, list) else ():
        if isinstance(item, dict):
            yield _entry_of(item, outlet, _authors_of(feed))


def _entry_of(item: dict[str, Any], outlet: str | None, authors: list[str]) -> Entry:
    markup, plain = _text(item, "content_html"), _text(item, "content_text")
    published, modified, dates = dates_of(
        (_text(item, "date_published"), "date_published"),
        (_text(item, "date_modified"), "date_modified"),
    )
    tags = item.get("tags")
    first_tag = tags[0] if isinstance(tags, list) and tags else None
    return Entry(
        id=_text(item, "id"),
        body=markup or plain or _text(item, "summary"),
        is_plain=not markup,
        is_whole=bool(markup or plain),
        has_recording=_has_recording(item),
        head=HeadData(
            title=title_of(_text(item, "title"), is_html=False),
            outlet=outlet,
            byline=byline_of(_authors_of(item) or authors),
            section=title_of(first_tag, is_html=False) if isinstance(first_tag, str) else None,
            url=web_address(_text(item, "external_url") or _text(item, "url")),
            published=published,
            modified=modified,
            dates=dates,
        ),
    )


def _text(item: dict[str, Any], key: str) -> str:
    value = item.get(key)
    if isinstance(value, int) and key == "id":
        return str(value)
    return whole_characters(value) if isinstance(value, str) else ""


def _authors_of(item: dict[str, Any]) -> list[str]:
    given = item.get("authors")
    listed = given if isinstance(given, list) else [item.get("author")]
    return [name for one in listed if isinstance(one, dict) and (name := _text(one, "name"))]


def _has_recording(item: dict[str, Any]) -> bool:
    given = item.get("attachments")
    listed = given if isinstance(given, list) else []
    types = [_text(one, "mime_type") for one in listed if isinstance(one, dict)]
    return any(one.startswith(RECORDINGS) for one in types)
