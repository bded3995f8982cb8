"""The dates of a report as days."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from sayso.model.happening import When
from sayso.model.text import PLAUSIBLE_YEARS, Span
from sayso.text.calendar_date import CalendarDate
from sayso.text.dates import DateExpression, date_expressions
from sayso.text.intervals import resolve_dates

HEAD_LINES = 6  # lines at the start, where a report may date itself
HEAD_CHARACTERS = 2000
LINE = re.compile(r"\S.*(?<!\s)")
POSTED = re.compile(r"(?i)\W*(?:(?:first )?(?:posted|published|updated|issued|dated?)\b)?[\W]*")


def find_times(text: str, published: date | None) -> list[When]:
    """The words of an article that tell a time, with the days they mean, if those are known."""
    expressions = date_expressions(text)
    day = published or _own_date(text, expressions)
    return [
        When(Span(time.expression.start, time.expression.end), time.first, time.last)
        for time in resolve_dates(text, expressions, day)
    ]


def report_day(text: str, times: Sequence[When], published: date | None) -> date | None:
    """The day of a report: of its publication, or one in a line of its own at its head."""
    if published is not None:
        return published
    lines = date_lines(text, times)
    return next((when.first for when in lines if when.first == when.last), None)


def date_lines(text: str, times: Sequence[When]) -> list[When]:
    """The times that a line at the head of a report gives and that has no other words."""
    heads = _head_lines(text)
    return [
        when
        for when in takewhile(lambda when: when.span.start < HEAD_CHARACTERS, times)
        if _is_date_line(text, heads, when.span)
    ]


def _own_date(text: str, expressions: Sequence[DateExpression]) -> date | None:
    """The day that a line at the head of the report gives and that has no other words."""
    heads = _head_lines(text)
    for expression in expressions:
        said = expression.said
        if not isinstance(said, CalendarDate) or not (said.year and said.month and said.day):
            continue
        if _is_date_line(text, heads, Span(expression.start, expression.end)):
            return _calendar_day(said.year, said.month, said.day)
    return None


def _head_lines(text: str) -> Sequence[tuple[int, int]]:
    """Where the first lines that are not empty start and end."""
    lines = [match.span() for match in LINE.finditer(text[:HEAD_CHARACTERS])]
    return lines[:HEAD_LINES]


def _is_date_line(text: str, heads: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether a line at the head of a report says only this day."""
    leads = ((POSTED.match(text, start, span.start), end) for start, end in heads)
    return any(
        lead and lead.end() == span.start and 0 <= end - span.end <= 1 for lead, end in leads
    )


def _calendar_day(year: int, month: int, day: int) -> date | None:
    """The day, if there is such a day in a plausible year."""
    try:
        return date(year, month, day) if year in PLAUSIBLE_YEARS else None
    except ValueError:
        return None
