"""The article of a page that shows none, as the page's own data have it.

Some pages are drawn by a script from data that lie in them: the `articleBody` of their JSON-LD, or the
paragraphs in a script's JSON. The place of a character is its offset in the decoded string; `part` is
"json-ld", or "json" with the JSON pointer of the string.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any

from lxml.html import HtmlElement

from sayso.read.pages.blocks import BLOCKS, Block, is_prose
from sayso.read.pages.wording import is_in, word_runs, words_of
from sayso.read.places import Piece, Place, SourceMap

GAP = "\n\n"
WHITE = " \t\n\r\f"
MIN_WORDS = 50  # of an article
MIN_WORDS_OF_STRING = 6  # of a string that may be a paragraph
MIN_SHARE_OF_TITLE = 0.6  # of the words of the page's title, in a headline of the data
MAX_NODES = 20_000
MAX_CHARACTERS = 5_000_000  # of a script
MAX_BODY = 1_000_000  # characters of an article
# Names of the values that hold paragraphs; what is named otherwise is a summary, a caption, a label.
PARAGRAPHS = frozenset(
    [
        "articlebody",
        "body",
        "bodyhtml",
        "bodytext",
        "content",
        "contenthtml",
        "copy",
        "html",
        "markup",
        "paragraph",
        "paragraphs",
        "rendered",
        "richtext",
        "text",
        "textcontent",
        "value",
    ]
)
HEADLINES = frozenset({"headline", "title", "name", "seotitle"})
SKIPPED = frozenset({"script", "style", "figure", "figcaption", "aside", "iframe", "noscript"})
TOKEN = re.compile(
    r"<(/?)([a-z][a-z0-9-]*)[^<>]*>|(&(?:#[0-9]{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});)|([ \t\n\r\f]{2,}|[\t\n\r\f])",
    re.IGNORECASE,
)
TAG = re.compile(r"<(?:p|div|br|h[1-6]|li)\b[^<>]*>", re.IGNORECASE)
SHORT = re.compile(r"[^a-z]")
# "window.__DATA__ = {…"
ASSIGNED = re.compile(r"\s*(?:window|self|var|let|const)\b[\w.$\[\]'\" ]{1,80}=\s*(?=[{\[])")
DECODER = json.JSONDecoder(strict=False)
ARTICLE_TYPE = re.compile(
    r'"@type"\s*:\s*(?:\[[^\]]{0,200}?)?"(?:\w{0,40}Article|LiveBlogPosting|BlogPosting|SocialMediaPosting)"'
)
PAID = re.compile(r'"isAccessibleForFree"\s*:\s*"?false', re.IGNORECASE)
LIST_TYPE = re.compile(r'"@type"\s*:\s*"(?:CollectionPage|ItemList|SearchResultsPage)"')


@dataclass(slots=True)
class _Strings:
    """What was found in one script: the strings by where they stand, and headlines."""

    groups: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    headlines: list[str] = field(default_factory=list)


def states_article(root: HtmlElement) -> bool:
    """Whether the page's own data say that it is an article, and not that it is a list of them."""
    scripts = [one.text or "" for one in root.iter("script") if "ld+json" in one.get("type", "")]
    if any(map(LIST_TYPE.search, scripts)):
        return False
    return any(map(ARTICLE_TYPE.search, scripts)) or bool(
        root.xpath("boolean(//meta[@property='article:published_time'])")
    )


def embedded_article(root: HtmlElement, title: str | None) -> tuple[str, SourceMap] | None:
    """The text of the article in the page's data, and the places of its characters; None if none is.

    The longest is taken whose headline is like the page's title.
    """
    best: list[tuple[str, str]] = []
    for script in root.iter("script"):
        for found in _strings_of(script, title):
            if _words_in(found) > _words_in(best):
                best = found
    if _words_in(best) < MIN_WORDS:
        return None
    return _joined(best)


def goes_on(text: str, shown: Sequence[Block]) -> bool:
    """Whether a text has all the running text that a page shows, and more than twice as many words."""
    runs = frozenset(word_runs(words_of(text)))
    prose = [block for block in shown if is_prose(block)]
    return sum(block.words for block in prose) * 2 < len(text.split()) and all(
        is_in(words_of(block.text), runs) for block in prose
    )


def is_paid(root: HtmlElement) -> bool:
    """Whether the page's own data say that its article is for those who pay."""
    return any(PAID.search(one.text or "") for one in root.iter("script"))


def _strings_of(script: HtmlElement, title: str | None) -> Iterator[list[tuple[str, str]]]:
    """The groups of strings that may be the article, each string with its part."""
    text = script.text or ""
    kind = script.get("type", "")
    assigned = None if "json" in kind else ASSIGNED.match(text)
    if not ("json" in kind or assigned) or len(text) > MAX_CHARACTERS:
        return
    try:
        data, _ = DECODER.raw_decode(
            text.lstrip() if assigned is None else text, assigned.end() if assigned else 0
        )
    except (ValueError, RecursionError):
        return
    strings = _Strings()
    _walk(data, strings)
    if title and strings.headlines and not any(_is_like(one, title) for one in strings.headlines):
        return
    linked = "ld+json" in kind
    for group in strings.groups.values():
        if linked:
            yield from ([("json-ld", one)] for part, one in group if part.endswith("/articleBody"))
        else:
            yield [(f"json{part}", one) for part, one in group]


def _walk(data: Any, strings: _Strings) -> None:
    """Collects the strings of JSON data in the order in which they stand there."""
    waiting: list[tuple[str, str, str, Any]] = [("", "", "", data)]  # pointer, group, name, value
    for _ in range(MAX_NODES):
        if not waiting:
            break
        part, group, name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [
                (f"{part}/{key}", group or "", key, one) for key, one in reversed(value.items())
            ]
        elif isinstance(value, list):
            waiting += [
                (f"{part}/{at}", group or part, name, one)
                for at, one in reversed(list(enumerate(value)))
            ]
        elif isinstance(value, str) and not any("\ud800" <= one <= "\udfff" for one in value):
            plain = SHORT.sub("", name.lower())
            if plain in HEADLINES:
                strings.headlines.append(value)
            elif plain in PARAGRAPHS and len(value.split()) >= MIN_WORDS_OF_STRING:
                held = strings.groups.setdefault(group or part, [])
                if not held or value not in held[-1][1]:
                    held.append((part, value[:MAX_BODY]))


def _is_like(headline: str, title: str) -> bool:
    one, other = set(words_of(headline)), set(words_of(title))
    return len(one & other) >= MIN_SHARE_OF_TITLE * max(1, len(one))


def _words_in(strings: list[tuple[str, str]]) -> int:
    return sum(len(one.split()) for _, one in strings)


def _joined(strings: list[tuple[str, str]]) -> tuple[str, SourceMap]:
    """The paragraphs of the strings with a blank line between them, and their places."""
    paragraphs: list[_Paragraph] = []
    for part, string in strings:
        paragraphs += _paragraphs_of(string, part)
    pieces: list[Piece] = []
    start = 0
    for one in paragraphs:
        pieces += [piece.moved(start) for piece in one.pieces]
        start += one.length + len(GAP)
    return GAP.join("".join(one.parts) for one in paragraphs), SourceMap(tuple(pieces))


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that is being written."""

    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    length: int = 0
    space: bool = False

    def add(self, text: str, place: Place, original: str | None = None) -> None:
        """Adds some characters, behind a space if there was white space before them."""
        if text.startswith(" "):
            self.space, text, place = True, text[1:], replace(place, offset=place.offset + 1)
        ends_in_space = text.endswith(" ")
        text = text[:-1] if ends_in_space else text
        if not text:
            self.space = self.space or ends_in_space
            return
        if self.space and self.parts:
            self.parts.append(" ")
            self.length += 1
        self.space = False
        self.pieces.append(Piece(self.length, len(text), place, original))
        self.parts.append(text)
        self.length += len(text)
        self.space = ends_in_space


def _paragraphs_of(string: str, part: str) -> Iterator[_Paragraph]:
    """The paragraphs of a string: of its tags if it has any, else of its line breaks."""
    tagged = TAG.search(string) is not None
    open_one, silent, at = _Paragraph(), "", 0
    for found in TOKEN.finditer(string):
        if not silent:
            open_one.add(string[at : found.start()], Place(at, part))
        at = found.end()
        ends = False
        if (tag := (found[2] or "").lower()) and silent:
            silent = "" if found[1] and tag == silent else silent
        elif tag:
            silent = tag if tag in SKIPPED and not found[1] else ""
            ends = tag in BLOCKS or tag == "br"
        elif silent:
            continue
        elif found[3]:
            shown = unescape(found[3])
            if shown in WHITE:
                open_one.space = True
            else:
                open_one.add(shown, Place(found.start(), part), found[3])
        else:
            ends = not tagged and "\n" in found[0]
            open_one.space = True
        if ends and open_one.parts:
            yield open_one
            open_one = _Paragraph()
    if not silent:
        open_one.add(string[at:], Place(at, part))
    if open_one.parts:
        yield open_one
