"""An entry of a feed, whatever its format, and the report in it."""

import hashlib
import html
import re
from dataclasses import dataclass

from sayso.model.particulars import DateKind, LeftOutKind, StatedDate
from sayso.model.text import Document
from sayso.read.closing_lines import is_furniture
from sayso.read.heads import NOTHING_KNOWN, HeadData, with_head
from sayso.read.html_text import text_of_html
from sayso.read.notes import OnNote
from sayso.read.places import Piece, Place, SourceMap
from sayso.read.reader import Reading
from sayso.read.senders import is_person, sender_of
from sayso.read.slices import SlicedText
from sayso.read.stated_dates import stated_date
from sayso.read.tidy import on_one_line

TAG = re.compile(r"</?[A-Za-z][^<>]{0,500}>")
ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,31});")
BY = re.compile(r"^by\s+", re.IGNORECASE)
BRACKETED = re.compile(r"\S+@\S+ \((.+)\)")  # as RSS has it: "ana@x.example (Ana Teller)"
BETWEEN_NAMES = re.compile(r",\s+|\s+(?:and|&)\s+|;\s*")
RECORDINGS = ("audio/", "video/")  # how their media types begin
LINE = re.compile(r"[^\n]+")
LONGEST_GAP = 400  # between two lines of a paragraph, in characters
MAX_NAME_CHARACTERS = 300
MAX_VALUE_CHARACTERS = 20_000  # of a title or a name that is looked at


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed gives of one report. `body` is its text: HTML, or plain text if `is_plain`.

    `is_whole` says that the feed calls the body the content, not a description. `has_recording`
    says that a sound recording or a film comes with it.
    """

    id: str
    body: str = ""
    is_plain: bool = False
    is_whole: bool = False
    has_recording: bool = False
    head: HeadData = NOTHING_KNOWN


def reading_of_entry(entry: Entry, name: str, digest: str, on_note: OnNote) -> Reading | None:
    """The report in an entry; None if it has no text. Raises UnreadableInput.

    `digest` is that of the feed, since an entry has no bytes of its own.
    """
    text, source = _text_of_body(entry, name, on_note)
    sliced = _text_without_furniture(text, source)
    if not sliced.length:
        return None
    document = Document(
        name=name,
        text=sliced.text,
        raw_sha256=digest,
        left_out=tuple(sliced.left_out),
        words_left_out=sliced.words_left_out,
    )
    return Reading(with_head(document, entry.head), sliced.source)


def _text_without_furniture(text: str, source: SourceMap) -> SlicedText:
    """The lines of an entry but those that only lead elsewhere: "Read more"."""
    sliced = SlicedText()
    behind = 0
    for line in LINE.finditer(text):
        words = line.group().strip()
        if is_furniture(words):
            sliced.leave_out(words, LeftOutKind.RELATED)
        elif words:
            start = text.index(words[0], line.start())
            together = start - behind < LONGEST_GAP and text.count("\n", behind, start) == 1
            sliced.add(text, source, start, start + len(words), "\n" if together else "\n\n")
            behind = start + len(words)
    return sliced


def _text_of_body(entry: Entry, name: str, on_note: OnNote) -> tuple[str, SourceMap]:
    body = entry.body.replace("\0", "\ufffd")
    if entry.is_plain or not (TAG.search(body) or ENTITY.search(body)):
        whole = Piece(0, len(body), Place(0, entry.id))
        return body, SourceMap((whole,) if body else ())
    return text_of_html(body, entry.id, name, on_note)


def title_of(value: str | None, is_html: bool) -> str | None:
    """A title on one line, without tags."""
    value = (value or "")[:MAX_VALUE_CHARACTERS]
    if is_html:
        value = html.unescape(TAG.sub("", value))
    return on_one_line(html.unescape(value)) or None


def byline_of(names: list[str]) -> str | None:
    """The persons among the names, with a comma between them; addresses are cut."""
    persons = [_person_in(one) for one in names]
    return ", ".join(dict.fromkeys(one for one in persons if one)) or None


def _person_in(name: str) -> str | None:
    name = on_one_line(name[:MAX_VALUE_CHARACTERS])
    bracketed = BRACKETED.fullmatch(name)
    name = bracketed[1] if bracketed else name
    name = BY.sub("", name)
    several = BETWEEN_NAMES.split(name)
    if len(several) > 1 and all(map(is_person, several)):
        return ", ".join(several)
    return sender_of(name).person


def dates_of(
    published: tuple[str, str] | None, modified: tuple[str, str] | None
) -> tuple[str | None, str | None, tuple[StatedDate, ...]]:
    """The dates of publication and change from (words, field), and both as they are stated."""
    day, changed = None, None
    stated: list[StatedDate] = []
    if published and published[0].strip():
        day, one = stated_date(DateKind.PUBLISHED, *published)
        stated.append(one)
    if modified and modified[0].strip():
        changed, one = stated_date(DateKind.MODIFIED, *modified)
        stated.append(one)
    return day, changed, tuple(stated)


def name_of(entry_id: str) -> str:
    """An entry's id as a name: on one line, and not too long."""
    tidy = on_one_line(entry_id)
    if len(tidy) <= MAX_NAME_CHARACTERS:
        return tidy
    digest = hashlib.sha256(tidy.encode("utf-8", "replace")).hexdigest()
    return f"{tidy[:MAX_NAME_CHARACTERS]}…{digest[:8]}"
