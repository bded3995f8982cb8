"""The dates that a page shows beside its title, read as its readers read them.

A date counts if its line says little else: a label, the byline, a section. The label says whether it
is the day of publication or of a change. A figure such as 02/03/2026 counts only if another date of the
page shows which is the month.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sayso.lexicon.pages import page_marks
from sayso.lexicon.stamps import stamp_words
from sayso.model.particulars import DateKind, StatedDate
from sayso.model.text import PLAUSIBLE_YEARS
from sayso.read.pages.date_labels import kind_of_marks, label_of
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import Line
from sayso.read.written_dates import WrittenDate, written_dates

FIELD = "visible text"
MAX_LINE_CHARACTERS = 240
MAX_OTHER_WORDS = 3  # beside a date in a line that is not marked as one
MAX_OTHER_MARKED = 10
MAX_BYLINE_WORDS = 8
MAX_LABEL_LINE = 40
BYLINE = re.compile(r"^(?:\w+\s)?(?:by|von|par|por|di)\b", re.IGNORECASE)
FIRST = re.compile(r"\W*(?:first|originally)\b", re.IGNORECASE)
PART = re.compile(r"[|·•;,]|\s[-–—]\s")
WORDS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A visible date with the kind that its label or its element says; None if neither does.

    `line` is the number of its line on the page.
    """

    kind: DateKind | None
    written: WrittenDate
    words: str
    line: int = 0


def visible_stamps(lines: Sequence[Line], opening: Opening, known: Collection[str]) -> list[Stamp]:
    """The dates in the head of the article, and labelled ones below its text.

    `known` are names that a line may have beside its date: of people, the outlet, the section.
    """
    names = {_plain(word) for one in known for word in WORDS.findall(one)}
    head = [stamp for number in opening.head for stamp in _in_line(lines, number, opening, names)]
    if head:
        return _labelled_first(_changed_since(head, lines))
    below = [number for number in opening.whole if number >= opening.head.stop]
    if opening.title is None or len(opening.text) < 1:
        return []
    return [
        stamp
        for number in below
        if number < len(lines) and not lines[number].is_prose
        for stamp in _in_line(lines, number, opening, names)
        if stamp.kind is not None
    ]


def _changed_since(stamps: list[Stamp], lines: Sequence[Line]) -> list[Stamp]:
    """The stamps; one without a label beside "First published on …" is the later one, of a change."""
    first = [
        one
        for one in stamps
        if one.kind is DateKind.PUBLISHED and FIRST.match(lines[one.line].spaced)
    ]
    return [
        replace(one, kind=DateKind.MODIFIED)
        if one.kind is None
        and any(
            abs(one.line - other.line) == 1 and one.written.days[0] >= other.written.days[0]
            for other in first
        )
        else one
        for one in stamps
    ]


def _labelled_first(stamps: list[Stamp]) -> list[Stamp]:
    """The stamps; without those that have no label, if one says that it is of publication."""
    if any(one.kind is DateKind.PUBLISHED for one in stamps):
        return [one for one in stamps if one.kind]
    return stamps


def _in_line(
    lines: Sequence[Line], number: int, opening: Opening, names: set[str]
) -> Iterator[Stamp]:
    if number >= len(lines) or number == opening.title:
        return
    line = lines[number]
    if len(line.text) > MAX_LINE_CHARACTERS or line.is_prose or not opening.holds(line.boxes):
        return
    if line.linked > 0.9 and not line.marks & page_marks("stamp"):
        return
    found = [one for one in written_dates(line.spaced) if one.days[0].year in PLAUSIBLE_YEARS]
    before = lines[number - 1].text if number else ""
    for stamp in stamps_in(line.spaced, found, line.marks, names, before):
        yield replace(stamp, line=number)


def stamps_in(
    text: str,
    found: Sequence[WrittenDate],
    marks: Collection[str],
    names: Collection[str],
    before: str = "",
) -> list[Stamp]:
    """The dates of a line with the kinds that its words and marks give them.

    `before` is the line above: "Published" may stand on a line of its own. None if the line says
    other things too.
    """
    if not found:
        return []
    stamps: list[Stamp] = []
    others: list[str] = []
    end = 0
    for one in found:
        words = text[end : one.start]
        beside = _other_words(words, names)
        if beside is None:
            return []
        others += beside
        kind = label_of(words)
        if kind is None and end == 0 and not words.strip(" ,:|•·"):
            kind = _label_alone(before, names)
        stamps.append(Stamp(kind, one, text[one.start : one.end].strip()))
        end = one.end
    behind = _other_words(text[end:], names)
    if behind is None or not _says_little_else([*others, *behind], stamps, marks):
        return []
    if len(stamps) == 1 and stamps[0].kind is None:
        return [replace(stamps[0], kind=kind_of_marks(marks))]
    return stamps


def _says_little_else(
    others: Sequence[str], stamps: Sequence[Stamp], marks: Collection[str]
) -> bool:
    """Whether a line with these other words is about its date: in one that has neither label nor
    mark, they may only be names."""
    if set(marks) & page_marks("stamp"):
        return len(others) <= MAX_OTHER_MARKED
    labelled = any(one.kind for one in stamps)
    return len(others) <= MAX_OTHER_WORDS and (labelled or all(one[0].isupper() for one in others))


def _label_alone(line: str, names: Collection[str]) -> DateKind | None:
    """What a line says that holds a label and nothing else."""
    return label_of(line) if len(line) < MAX_LABEL_LINE and not _other_words(line, names) else None


def _other_words(words: str, names: Collection[str]) -> list[str] | None:
    """The words beside a date that are neither labels, names of the report's, nor a byline.

    None where they say that the date is of something else: "Election day:", "Accessed on".
    """
    lexicon = stamp_words()
    given = words.strip()
    rest = [one for one in WORDS.findall(given) if _plain(one) not in names]
    if any(_plain(one) in lexicon.other for one in rest):
        return None
    others = [one for one in rest if _plain(one) not in lexicon.fill]
    last = set(WORDS.findall(PART.split(given)[-1])) if given.endswith(":") else set()
    if last.intersection(others):
        return None
    for part in PART.split(given):
        inside = WORDS.findall(part)
        if BYLINE.match(part.strip()) and len(inside) <= MAX_BYLINE_WORDS:
            others = [one for one in others if one not in inside]
    return others


def _plain(word: str) -> str:
    return word.lower().strip(".")


def settled(stamps: Sequence[Stamp], others: Collection[date]) -> Iterator[StatedDate]:
    """The stamps as stated dates. One with two days has a value only if another date decides.

    Such a date decides if it is one of the two days, or if it is written the same way and can be
    read in one way only.
    """
    day_first = any(_is_day_first(one) for one in stamps)
    month_first = any(_is_month_first(one) for one in stamps)
    for one in stamps:
        day = one.written.day
        if day is None:
            shown = [day for day in one.written.days if day in others]
            if len(shown) == 1:
                day = shown[0]
            elif day_first != month_first:
                day = one.written.days[0 if day_first else 1]
        value = one.written.value(day) if day else None
        yield StatedDate(one.kind or DateKind.PUBLISHED, value, one.words, FIELD)


def _figures(one: Stamp) -> tuple[int, int] | None:
    found = re.search(r"(?<!\d)(\d\d?)\s?[/.-]\s?(\d\d?)\s?[/.-]\s?\d{4}", one.words)
    return (int(found[1]), int(found[2])) if found else None


def _is_day_first(one: Stamp) -> bool:
    figures = _figures(one)
    return figures is not None and figures[0] > 12


def _is_month_first(one: Stamp) -> bool:
    figures = _figures(one)
    return figures is not None and figures[1] > 12
