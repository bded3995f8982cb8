"""What a person gives the desk to read: a text with its head, or an address; each is checked."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException

from sayso.read.dates import published_as
from sayso.read.files import is_web_address
from sayso.read.heads import HeadData

MOST_IN_HEAD = 500  # characters
MOST_IN_ADDRESS = 4_000
FIELDS = ("text", "title", "outlet", "published", "url")


def text_given(given: Mapping[str, Any]) -> tuple[str, HeadData]:
    """A text and what is known of it. Raises HTTPException with a sentence for the person."""
    for name in given:
        if name not in FIELDS:
            raise wrong(f"There is no field {name!r:.60} here. Known are: {', '.join(FIELDS)}.")
    text = _words(given, "text", None)
    if not text.strip():
        raise wrong("There is no text. Paste the words of the report.")
    published = _words(given, "published")
    day = published_as(published) if published else None
    if published and day is None:
        raise wrong(f"“{published:.60}” is no date that can be read. Write 2026-03-02.")
    url = _words(given, "url")
    head = HeadData(
        title=_words(given, "title") or None,
        outlet=_words(given, "outlet") or None,
        published=day,
        url=_address(url) if url else None,
    )
    return text, head


def address_given(given: Mapping[str, Any]) -> str:
    """An address of the web. Raises HTTPException with a sentence for the person."""
    return _address(_words(given, "url", MOST_IN_ADDRESS))


def wrong(sentence: str) -> HTTPException:
    """The answer that something cannot be used."""
    return HTTPException(422, sentence)


def _address(given: str) -> str:
    if not is_web_address(given) or len(given.split()) != 1 or not given.isprintable():
        raise wrong("Only addresses that begin with http:// or https:// are fetched.")
    return given


def _words(given: Mapping[str, Any], name: str, most: int | None = MOST_IN_HEAD) -> str:
    """A field; its blanks at both ends are dropped, unless any length will do."""
    words = given.get(name) or ""
    if not isinstance(words, str):
        raise wrong(f"{name} is text.")
    try:
        words.encode()
    except UnicodeEncodeError:
        raise wrong(
            f"{name} has characters that are no text. Type it again without them."
        ) from None
    if most is None:
        return words
    if len(words) > most:
        raise wrong(f"{name} has more than {most:,} characters.")
    return words.strip()
