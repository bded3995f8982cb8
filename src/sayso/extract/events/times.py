"""The dates of a report as days."""

import re
from collections.abc import Sequence
from datetime import date

from sayso.model.happening import When
from sayso.model.text import Span
from sayso.text.dates import DateExpression, date_expressions
from sayso.text.days import Calendar
from sayso.text.intervals import resolve
from sayso.text.paragraphs import paragraphs

HEAD = 6  # paragraphs in which a report may date itself
POSTED = re.compile(r"(?i)\W*(?:(?:first )?(?:posted|published|updated|issued|dated?)\b)?[\W]*")


def find_times(text: str, published: date | None) -> list[When]:
    """The words of an article that tell a time, with the days they mean, where that is known."""
    expressions = date_expressions(text)
    day = published or _own_date(text, expressions)
    return [
        When(Span(one.expression.start, one.expression.end), one.first, one.last)
        for one in resolve(text, expressions, day)
    ]


def report_day(text: str, times: Sequence[When], published: date | None) -> date | None:
    """The day of a report: of its publication, or one in a line of its own at its head."""
    if published is not None:
        return published
    heads = _heads(text)
    own = (one.first for one in times if one.first == one.last and _is_line(text, heads, one.span))
    return next(own, None)


def _own_date(text: str, expressions: Sequence[DateExpression]) -> date | None:
    """The day that a line at the head of the report gives and that has no other words."""
    heads = _heads(text)
    for one in expressions:
        said = one.said
        if not isinstance(said, Calendar) or not (said.year and said.month and said.day):
            continue
        if _is_line(text, heads, Span(one.start, one.end)):
            return _day(said)
    return None


def _heads(text: str) -> Sequence[tuple[int, int]]:
    return paragraphs(text[:2000])[:HEAD]


def _is_line(text: str, heads: Sequence[tuple[int, int]], span: Span) -> bool:
    """Whether a line at the head of a report says nothing but this day."""
    leads = ((POSTED.match(text, start), end) for start, end in heads)
    return any(lead and lead.end() == span.start and end - span.end <= 1 for lead, end in leads)


def _day(said: Calendar) -> date | None:
    try:
        return date(said.year or 0, said.month or 0, said.day or 0)
    except ValueError:
        return None
