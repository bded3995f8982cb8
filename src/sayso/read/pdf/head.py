"""Title, byline and date: what the file says of itself, and what stands at the head of the report."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sayso.lexicon.pdf import pdf_words
from sayso.model.particulars import DateKind
from sayso.read.bylines import NOBODY, Byline, agency_named, byline_in
from sayso.read.heads import HeadData
from sayso.read.limits import MAX_TITLE_CHARACTERS
from sayso.read.pdf.datelines import LineDate, dates_in, file_date
from sayso.read.pdf.words import Paragraph

LARGER = 1.15  # times the article's letters: a title
MAX_HEAD = 12  # paragraphs before the article begins
BODY_WORDS = 20  # a paragraph as long begins the article
MAX_LINE_WORDS = 14  # of a line with a byline or a date
MAX_REST = 6  # words in such a line besides
MASTHEAD_WORDS = 3  # letters as large as the title's may be those of the outlet's name
SHARED = 0.8  # of the words of a title that the page shows
FILE_NAME = re.compile(r"\S+\.[a-z0-9]{2,5}$|^[\w-]*\d[\w-]*$", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_][^\d@/\\|<>]*\s+[^\W\d_][^\d@/\\|<>]*")
WORD = re.compile(r"\w+")


@dataclass(slots=True)
class FoundHead:
    """A head, and the ids of the paragraphs that are no more than that."""

    data: HeadData
    taken: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """A paragraph before the article, with those that go on with it."""

    text: str
    size: float
    ids: frozenset[int]


def head_of(
    paragraphs: Sequence[Sequence[Paragraph]], body: float, said: Mapping[str, str]
) -> FoundHead:
    """The head of a report whose paragraphs are in one piece or in several.

    `said` is what the file says of itself, by field.
    """
    taken: set[int] = set()
    lines = _head_lines(paragraphs, body)
    title = _title(lines, body, said.get("Title"), taken)
    found: list[LineDate] = []
    byline = NOBODY
    for one in lines:
        if one.ids & taken or len(one.text.split()) > MAX_LINE_WORDS:
            continue
        more, dates = _byline_and_dates(one.text)
        if more or dates:
            taken.update(one.ids)
            if more:
                byline = Byline(byline.people or more.people, byline.joined(more).agencies)
            found += dates
    if len(taken) == sum(map(len, paragraphs)):
        taken.clear()  # a report that is all head is no report
    stated = [one.stated for one in found]
    stated += filter(
        None, (file_date(name, said.get(name)) for name in ("CreationDate", "ModDate"))
    )
    data = HeadData(
        title=title,
        byline=byline.words or _author(said.get("Author")),
        agency=", ".join(byline.agencies) or None,
        published=_only(found, DateKind.PUBLISHED),
        modified=_only(found, DateKind.MODIFIED),
        dates=tuple(stated),
    )
    return FoundHead(data, taken)


def _head_lines(paragraphs: Sequence[Sequence[Paragraph]], body: float) -> list[_Line]:
    """The paragraphs before the article begins."""
    lines: list[_Line] = []
    for parts in paragraphs[:MAX_HEAD]:
        text, size = " ".join(one.text for one in parts), parts[0].size
        if parts[0].table or (size < LARGER * body and len(text.split()) >= BODY_WORDS):
            break
        lines.append(_Line(text, size, frozenset(map(id, parts))))
    return lines


def _title(lines: Sequence[_Line], body: float, said: str | None, taken: set[int]) -> str | None:
    """The title, and the ids of the paragraphs that show it."""
    said = _usable_title(said)
    for one in lines:
        if said and _is_shown(one.text, said):
            taken.update(one.ids)
    if said and taken:
        shown = [one.text for one in lines if one.ids & taken]
        return shown[0] if len(shown) == 1 and _is_part(shown[0], said) else said
    large = [one for one in lines if one.size >= LARGER * body]
    if not large:
        return said
    chosen = max(large, key=lambda one: one.size)
    others = [one for one in large if one is not chosen]
    if len(chosen.text.split()) <= MASTHEAD_WORDS and others:
        next_one = max(others, key=lambda one: one.size)
        if len(next_one.text.split()) > MASTHEAD_WORDS:
            chosen = next_one
    if len(chosen.text) > MAX_TITLE_CHARACTERS:
        return said
    taken.update(chosen.ids)
    return chosen.text


def _usable_title(said: str | None) -> str | None:
    """What the file gives as its title, unless a program put it there."""
    if not said or len(said) > MAX_TITLE_CHARACTERS or FILE_NAME.search(said):
        return None
    lower = said.lower()
    if any(lower == one or lower.startswith(f"{one} ") for one in pdf_words("no_titles")):
        return None
    return said


def _words(text: str) -> list[str]:
    return [one.lower() for one in WORD.findall(text)]


def _is_shown(line: str, title: str) -> bool:
    """Whether a line of the page is the title, or most of it."""
    shown, said = _words(line), _words(title)
    common = len(set(shown) & set(said))
    return len(shown) > 1 and common >= SHARED * len(set(shown)) and common >= 0.5 * len(set(said))


def _is_part(line: str, title: str) -> bool:
    """Whether a title is the line with the name of its outlet behind it."""
    return set(_words(line)) <= set(_words(title))


def _byline_and_dates(line: str) -> tuple[Byline | None, list[LineDate]]:
    """The byline and the dates in a line that holds little else."""
    dates = list(dates_in(line))
    rest = line
    for one in reversed(dates):
        rest = rest[: one.start] + "|" + rest[one.end :]
    parts = [part.strip(" ,;:–—-·•") for part in re.split(r"[|•·]", rest)]
    byline = next(filter(None, map(_byline, parts)), None)
    others = [part for part in parts if part and _byline(part) is None]
    if sum(len(part.split()) for part in others) > MAX_REST:
        return None, []
    return byline, dates


def _byline(part: str) -> Byline | None:
    """Who wrote the report, if a part of a line says nothing else."""
    for word in pdf_words("by"):
        found = re.match(rf"{re.escape(word)}:?\s+", part, re.IGNORECASE)
        names = part[found.end() :] if found else ""
        if names[:1].isupper() and (NAME.fullmatch(names) or agency_named(names)):
            return byline_in(names)
    return None


def _author(said: str | None) -> str | None:
    """The file's author, if it is somebody's name."""
    if not said or not NAME.fullmatch(said):
        return None
    words = set(_words(said))
    return None if words & set(pdf_words("no_authors")) else said


def _only(found: Sequence[LineDate], kind: DateKind) -> str | None:
    """The one date of a kind; None where there is none, or two."""
    days = {one.published for one in found if one.stated.kind is kind}
    return days.pop() if len(days) == 1 else None
