"""The text of a mail's body, and where its lines stand."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from lxml.etree import iterwalk

from sayso.errors import UnreadableInput
from sayso.read.html_text import html_bytes, text_of_html
from sayso.read.mail.charsets import text_of_bytes
from sayso.read.mail.lines import Line, lines_of
from sayso.read.mail.parts import Part
from sayso.read.notes import Note, OnNote
from sayso.read.pages.markup import tree_of
from sayso.read.places import Piece, Place, SourceMap
from sayso.read.reader import Setting

MAX_BREAKS = 600_000  # the ends of 300,000 lines; a mailing of a whole day has some thousand


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a part, the places of its characters, its lines."""

    text: str
    source: SourceMap
    lines: list[Line]


def body_of(part: Part, name: str, setting: Setting) -> Body:
    """The body in a part that is text or HTML. What is wrong with its bytes is a note.

    Raises UnreadableInput if it has very many lines, or is HTML that cannot be parsed.
    """
    data, wrong = part.data()
    text, unsure = text_of_bytes(data, part.fields.parameter("charset") or "")
    for what in filter(None, (wrong, unsure)):
        setting.on_note(Note(name, what))
    text = text.replace("\0", "\ufffd")
    if text.count("\n") + text.count("\r") > MAX_BREAKS:
        raise UnreadableInput(name, f"it has more than {MAX_BREAKS // 2:,} lines", "Split it.")
    if len(text) > setting.limits.report_bytes:
        what = f"it has more than {setting.limits.report_bytes:,} characters"
        raise UnreadableInput(name, what, "Split it.")
    if part.media == "text/html":
        return _body_of_html(text, part.number, name, setting.on_note)
    flowed = (part.fields.parameter("format") or "").lower() == "flowed"
    whole = Piece(0, len(text), Place(0, part.number, source=0))
    return Body(text, SourceMap((whole,) if text else ()), lines_of(text, flowed))


def _body_of_html(markup: str, number: str, name: str, on_note: OnNote) -> Body:
    text, source = text_of_html(markup, number, name, on_note)
    lines = lines_of(text)
    if text and "<blockquote" in markup.lower():
        depth_at = _depths_of_quoting(html_bytes(markup), name)
        lines = [_deeper(one, source, depth_at) for one in lines]
    return Body(text, source, lines)


def _deeper(line: Line, source: SourceMap, depth_at: Callable[[Place], int]) -> Line:
    place = source.place_of(line.start)
    return replace(line, depth=line.depth + depth_at(place)) if place else line


def _depths_of_quoting(data: bytes, name: str) -> Callable[[Place], int]:
    """How many quoted mails a place of the page stands in: a block that only quotes words is none."""
    inside: list[int] = []
    behind: list[int] = []
    depth = 0
    for event, element in iterwalk(tree_of(data, name, lambda _: None), events=("start", "end")):
        marks = element.get("type", "") == "cite" or "quote" in element.get("class", "")
        quotes = element.tag == "blockquote" and marks
        if event == "start":
            behind.append(depth)
            depth += quotes
            inside.append(depth)
        else:
            depth -= quotes

    def depth_at(place: Place) -> int:
        known = behind if place.tail else inside
        return known[place.element] if place.element is not None else 0

    return depth_at
