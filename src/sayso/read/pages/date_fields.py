"""The dates that a page's fields, its marked elements, its visible lines and its address give."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sayso.model.particulars import DateKind, StatedDate
from sayso.read.limits import MAX_URL_CHARACTERS
from sayso.read.pages.date_labels import kind_of_marks, label_of
from sayso.read.pages.dated import Decided, decided_dates, stated
from sayso.read.pages.linked import Linked
from sayso.read.pages.marked_up import TitleArticle
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import Line, Marked, Shown
from sayso.read.pages.stamps import settled, visible_stamps
from sayso.read.pages.stated import Metas, fields_named, one_line
from sayso.read.written_dates import written_dates

MAX_FIELD_CHARACTERS = 80
CLOCK = re.compile(r"\s*\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?\s*", re.IGNORECASE)
MACHINE = ("datetime", "content", "title", "data-datetime", "data-timestamp")
DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)([/-]?)(\d\d?)\2(\d\d?)(?=[/_.-]|$)")
MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d\d?)(?=/)", re.IGNORECASE)


def dates_of(
    metas: Metas,
    linked: Linked,
    shown: Shown,
    opening: Opening,
    url: str | None,
    names: Iterable[str],
    crawled: date | None,
) -> Decided:
    """The dates of all fields and lines, and what they come to."""
    published, modified = DateKind.PUBLISHED, DateKind.MODIFIED
    stamps = visible_stamps(shown.lines, opening, list(names))
    marked = list(_marked_dates(shown, opening))
    first = [
        *(
            one
            for words in linked.published
            for one in _of_field(published, "datePublished", words)
        ),
        *_of_metas(published, metas, "published"),
        *(one for sure, one in marked if sure and one.kind is published),
    ]
    changed = [
        *_of_field(modified, "dateModified", linked.modified),
        *_of_metas(modified, metas, "modified"),
        *(one for _, one in marked if one.kind is modified),
    ]
    weak = list(_of_metas(published, metas, "dated"))
    visible = [one for sure, one in marked if not sure and one.kind is published]
    labelled = any(one.kind is published for one in stamps)
    address = _day_in_address(url)
    given = (*first, *changed, *weak, *visible, *([address] if address else ()))
    days = {date.fromisoformat(one.value[:10]) for one in given if one.value}
    seen = list(settled(stamps, days))
    changed += [one for one in seen if one.kind is modified]
    visible += [one for one in seen if one.kind is published]
    return decided_dates(first, weak, visible, address, changed, crawled, labelled=labelled)


def _of_field(kind: DateKind, field: str, words: str | None) -> Iterator[StatedDate]:
    if words:
        yield stated(kind, words, field)


def _of_metas(kind: DateKind, metas: Metas, names: str) -> Iterator[StatedDate]:
    for name, words in fields_named(metas, names):
        yield stated(kind, words, f"meta {name}")


def _marked_dates(shown: Shown, opening: Opening) -> Iterator[tuple[bool, StatedDate]]:
    """The dates that machines read off elements of the article, and whether their names say which.

    A <time> whose names do not say it is of the kind that the words before it say.
    """
    article = TitleArticle(shown.lines, opening)
    near = [
        one
        for one in shown.marked
        if one.line in opening.whole and opening.holds(one.boxes) and article.has(one.element)
    ]
    clocks = sum(CLOCK.fullmatch(one.text) is not None for one in near)
    for one in near:
        if clocks > 1 and CLOCK.fullmatch(one.text):
            continue  # the entries of a running report
        words = next((value for name in MACHINE if (value := one.element.get(name))), "")
        kind = kind_of_marks(one.words)
        found = stated(kind or DateKind.PUBLISHED, words, _field_of(one))
        if found.value is None:
            continue
        if kind is not None:
            yield True, found
        elif one.element.tag == "time" and one.line in opening.head:
            line = shown.lines[one.line] if one.line < len(shown.lines) else None
            if line is None or not line.is_prose:
                yield False, replace(found, kind=_kind_of_words(one, line))


def _kind_of_words(one: Marked, line: Line | None) -> DateKind:
    """What the words before a <time> say, or those in it before its date.

    A date without a label is that of publication.
    """
    before = (
        line.spaced.partition(one.text)[0] if line and one.text and one.text in line.spaced else ""
    )
    dates = written_dates(one.text)
    inside = one.text[: dates[0].start] if dates else one.text
    return label_of(f"{before} {inside}") or DateKind.PUBLISHED


def _field_of(one: Marked) -> str:
    for name in ("itemprop", "property", "class"):
        value = one.element.get(name)
        if value:
            return f"{one.element.tag!s} {one_line(value)}"[:MAX_FIELD_CHARACTERS]
    return str(one.element.tag)


def _day_in_address(url: str | None) -> StatedDate | None:
    """The day in a page's address: /2026/03/02/."""
    path = (url or "")[:MAX_URL_CHARACTERS].partition("://")[2]
    found = DAY_IN_ADDRESS.search(path) or MONTH_IN_ADDRESS.search(path)
    if not found:
        return None
    words = found[0].strip("/")
    numbers = found.groups()
    given = (
        f"{numbers[0]}-{numbers[2]:0>2}-{numbers[3]:0>2}"
        if len(numbers) == 4
        else f"{numbers[2]} {numbers[1]} {numbers[0]}"
    )
    one = stated(DateKind.PUBLISHED, given, "URL")
    return replace(one, words=words) if one.value else None
