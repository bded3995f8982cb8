"""Which lines at the beginning of a text are its head: title, byline, date.

For formats whose paragraphs have styles, such as "title" and "heading 1".
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.lexicon.office import office_words
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.dates import published_as
from sayso.read.heads import HeadData
from sayso.read.tidy import on_one_line

LINES_LOOKED_AT = 8  # at the beginning
MAX_LINE_CHARACTERS = 120  # of a line of the head; a title may be longer
MAX_TITLE_CHARACTERS = 300
BYLINE = re.compile(r"[Bb][Yy]:?\s+(?=[^\W\d_a-z])")
NAME = re.compile(
    r"(?:[^\W\d_a-z][\w.’'-]*)(?:\s(?:[^\W\d_a-z][\w.’'-]*|de|la|van|von|der|al|bin))+"
)
AND = re.compile(r"\s+(?:and|&)\s+")
TIME_BEHIND = re.compile(r"[,;]?\s+(?:at\s+)?(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?P<rest>.*)$")
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
    dates = tuple(_visible_dates(said))
    data = HeadData(
        title=on_one_line(said.get("title", "")) or None,
        subtitle=on_one_line(said.get("subtitle", "")) or None,
        byline=_byline(said["byline"], stated) if "byline" in said else None,
        published=_moment(said.get("published")),
        modified=_moment(said.get("modified")),
        dates=dates,
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


def _byline(text: str, stated: Mapping[str, str]) -> str | None:
    """The names that a line gives as the authors'."""
    by = BYLINE.match(text)
    if by is None:
        return text if _is_same(text, stated.get("creator")) else None
    *before, last = AND.split(text[by.end() :])
    names = [*(name for part in before for name in part.split(",")), last.partition(",")[0]]
    found: list[str] = []
    for name in names:
        if not NAME.fullmatch(name.strip()):
            break
        found.append(name.strip())
    return ", ".join(found) or None


def _kind_of_date(text: str) -> str | None:
    read = _read_date(text)
    return read[0].value if read else None


def _read_date(text: str) -> tuple[DateKind, str] | None:
    """The day, or the moment, that a whole line gives, and what it is of."""
    kind, rest = DateKind.PUBLISHED, text.strip()
    for one, openings in office_words().dates.items():
        opening = next((o for o in openings if rest.lower().startswith(o)), None)
        if opening:
            kind, rest = DateKind(one), rest[len(opening) :].lstrip(" :")
            break
    day = published_as(rest) or published_as(TIME_BEHIND.sub("", rest))
    return (kind, day) if day else None


def _moment(text: str | None) -> str | None:
    read = _read_date(text) if text else None
    return read[1] if read else None


def _visible_dates(said: dict[str, str]) -> Sequence[StatedDate]:
    texts = [said[kind.value] for kind in DateKind if kind.value in said]
    read = [(text, _read_date(text)) for text in texts]
    return [
        StatedDate(one[0], _with_time(one[1], text), text, "visible text")
        for text, one in read
        if one
    ]


def _with_time(day: str, text: str) -> str:
    """The day with the time that the line gives, if that can be read in one way."""
    time = TIME_BEHIND.search(text)
    if "T" in day or time is None or time["rest"].strip() or int(time["hour"]) > 23:
        return day
    return f"{day}T{int(time['hour']):02}:{time['minute']}"


def _is_same(text: str, other: str | None) -> bool:
    """Whether two lines have the same words."""
    words = WORDS.findall(text.casefold())
    return bool(words) and words == WORDS.findall((other or "").casefold())
