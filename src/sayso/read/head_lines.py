"""Which lines at the beginning of a text are its head: title, byline, date.

For formats whose paragraphs have styles, such as "title" and "heading 1".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.office import office_words
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.bylines import Byline, agency_named, byline_in
from sayso.read.heads import HeadData
from sayso.read.stated_dates import VISIBLE, whole_date
from sayso.read.tidy import on_one_line

LINES_LOOKED_AT = 8  # at the beginning
MAX_LINE_CHARACTERS = 120  # of a line of the head; a title may be longer
MAX_TITLE_CHARACTERS = 300
BYLINE = re.compile(r"[Bb][Yy]:?\s+(?=[^\W\d_a-z])")
NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*)(?:\s(?:[^\W\d_a-z][\w.’'-]*|de|la|van|von|der|al|bin))+"
)
AND = re.compile(r"\s+(?:and|&)\s+")
LOCAL = re.compile(r"\s*\(?local time\)?$", re.IGNORECASE)
WORDS = re.compile(r"\w+")


@dataclass(slots=True)
class HeadLines:
    """What the lines at the beginning say, and the numbers of those that are the head."""

    data: HeadData
    numbers: set[int]


def head_lines(lines: Sequence[tuple[str, str]], stated: Mapping[str, str]) -> HeadLines:
    """The head that the first lines give, each with the name of its style.

    `stated` is the title and the creator that the file states; they count where a line agrees.
    """
    numbers: dict[str, int] = {}
    for number, (style, text) in enumerate(lines[:LINES_LOOKED_AT]):
        kind = _kind_of(number, style, text, stated)
        if kind:
            numbers.setdefault(kind, number)
    said = {kind: lines[number][1] for kind, number in numbers.items()}
    dates = {kind.value: _date_in(said[kind.value]) for kind in DateKind if kind.value in said}
    byline = _byline(said["byline"], stated) if "byline" in said else None
    data = HeadData(
        title=on_one_line(said.get("title", "")) or None,
        subtitle=on_one_line(said.get("subtitle", "")) or None,
        byline=byline.words if byline else None,
        agency=", ".join(byline.agencies) or None if byline else None,
        **{kind: day for kind, (day, _) in dates.items()},
        dates=tuple(stated for _, stated in dates.values()),
    )
    return HeadLines(data, set(numbers.values()))


def _kind_of(number: int, style: str, text: str, stated: Mapping[str, str]) -> str | None:
    """Which part of the head a line is."""
    styles = office_words().styles
    if len(text) <= MAX_TITLE_CHARACTERS:
        is_first = number == 0 and style in styles["first"]
        if style in styles["title"] or is_first or _is_same(text, stated.get("title")):
            return "title"
        if style in styles["subtitle"]:
            return "subtitle"
    if len(text) > MAX_LINE_CHARACTERS or "\n" in text:
        return None
    if _byline(text, stated):
        return "byline"
    return _kind_of_date(text)


def _byline(text: str, stated: Mapping[str, str]) -> Byline | None:
    """Who wrote the report, if a line says nothing else."""
    by = BYLINE.match(text)
    if by is None:
        return Byline((text,)) if _is_same(text, stated.get("creator")) else None
    first = AND.split(text[by.end() :].partition(",")[0])[0]
    return byline_in(text) if NAME.fullmatch(first) or agency_named(first) else None


def _kind_of_date(text: str) -> str | None:
    stated = _date_in(text)[1]
    return stated.kind.value if stated.value else None


def _date_in(text: str) -> tuple[str | None, StatedDate]:
    """The day, or the moment, that a whole line gives, and the date as it is stated."""
    kind, rest = DateKind.PUBLISHED, text.strip()
    for one, openings in office_words().dates.items():
        opening = next((o for o in openings if rest.lower().startswith(o)), None)
        if opening:
            kind, rest = DateKind(one), rest[len(opening) :].lstrip(" :")
            break
    day, stated = whole_date(kind, LOCAL.sub("", rest), VISIBLE)
    return day, replace(stated, words=text)


def _is_same(text: str, other: str | None) -> bool:
    """Whether two lines have the same words."""
    words = WORDS.findall(text.casefold())
    return bool(words) and words == WORDS.findall((other or "").casefold())
