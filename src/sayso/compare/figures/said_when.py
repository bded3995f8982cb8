"""When something was said, and whether a figure is presented as an earlier one or a correction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sayso.model.happening import Figure, Precision
from sayso.model.speech import Attribution
from sayso.model.text import Document, Span
from sayso.text.dates import DateExpression, date_expressions
from sayso.text.entries import entry_at
from sayso.text.intervals import resolve_dates
from sayso.text.prepared import read_once
from sayso.text.revisions import Revision, correction_elsewhere, read_revision

MAX_CHARACTERS_TO_DAY = 60  # between the source or the cue and the day on which they said it
MAX_SENTENCE_CHARACTERS = 400  # on either side of the source and the cue
INEXACT_KINDS = frozenset({Precision.VAGUE, Precision.IMPLIED})
TIME_TO_HEAR = timedelta(hours=1)  # before that, a speaker may not have heard of another's number


@dataclass(frozen=True, slots=True)
class SayingTime:
    """The first and the last day on which something may have been said, and the moment if known.

    `shown_by` holds the words for the day, or for the time of day at the head of an entry of a
    running report; None if the day is that of the report. `entry_time` is that time of day with the
    report's id: it orders the entries of one report even where no time zone is known.
    """

    first: date
    last: date
    moment: datetime | None = None
    shown_by: Span | None = None
    entry_time: tuple[str, time] | None = None

    @property
    def sort_time(self) -> datetime:
        """The moment, or the earliest that it may have been; in UTC if no zone is known."""
        time_of_day = self.entry_time[1] if self.entry_time else time()
        return self.moment or datetime.combine(self.first, time_of_day, UTC)


def saying_time(
    document: Document,
    attributions: Mapping[str, Attribution],
    chain: Sequence[str],
    sentence: Span,
) -> SayingTime | None:
    """When the last speaker of a chain said what stands in the sentence; None if it is unknown.

    A day beside the innermost cue counts first, then one beside a cue further out. Otherwise it is
    the time of the report, or of the entry of a running report. A day after that of the report is
    the day of something planned, and does not count.
    """
    published, of_report = document.day, _report_time(document, sentence)
    for name in reversed(chain):
        found = _time_beside_source(document, attributions[name], sentence, published)
        if found is not None:
            if of_report and (found.first, found.last) == (of_report.first, of_report.last):
                return replace(of_report, shown_by=of_report.shown_by or found.shown_by)
            return found
    return of_report


def figure_revision(document: Document, figure: Figure) -> Revision | None:
    """What presents a figure as an earlier one or a correction, here or where its number recurs."""
    revision = read_revision(document.text, figure.span)
    if revision is not None or figure.low is None or figure.kind in INEXACT_KINDS:
        return revision
    return correction_elsewhere(document.text, figure.low)


def is_said_earlier(first: SayingTime, second: SayingTime, by: timedelta = timedelta(0)) -> bool:
    """Whether the first was certainly said before the second, by more than the time `by`."""
    if first.moment is not None and second.moment is not None:
        return second.moment - first.moment > by
    if first.entry_time and second.entry_time and first.entry_time[0] == second.entry_time[0]:
        return second.sort_time - first.sort_time > by
    return first.last < second.first


def _report_time(document: Document, sentence: Span) -> SayingTime | None:
    """When the report was published, or the entry of it that holds the sentence was written."""
    published, moment = document.day, document.moment
    if published is None:
        return None
    entry = entry_at(document.text, sentence.start)
    if entry is None:
        return SayingTime(published, published, moment)
    zone = UTC if entry.universal else moment.tzinfo if moment else None
    written = datetime.combine(published, entry.time, zone) if zone else None
    return SayingTime(published, published, written, entry.stamp, (document.id, entry.time))


def _time_beside_source(
    document: Document, attribution: Attribution, sentence: Span, published: date | None
) -> SayingTime | None:
    """The day that stands in the sentence beside the source or the cue, outside the content."""
    beside = [
        span
        for span in (attribution.source, attribution.cue)
        if span is not None and sentence.holds(span)
    ]
    if not beside:
        return None
    start = max(sentence.start, min(span.start for span in beside) - MAX_SENTENCE_CHARACTERS)
    end = min(sentence.end, max(span.end for span in beside) + MAX_SENTENCE_CHARACTERS)
    for place, first, last in days_between(document.text, start, end, published):
        gap = min(max(place.start - span.end, span.start - place.end) for span in beside)
        is_in_content = any(span.touches(place) for span in attribution.content)
        is_future = published is not None and first > published
        if gap <= MAX_CHARACTERS_TO_DAY and not is_in_content and not is_future:
            return SayingTime(first, last, None, place)
    return None


@read_once
def days_between(
    text: str, start: int, end: int, published: date | None
) -> list[tuple[Span, date, date]]:
    """The dates in text[start:end], each with the first and the last day that it may mean.

    Only these characters are read, since a date takes its year or month from those before it.
    """
    in_part = [
        DateExpression(found.start - start, found.end - start, found.said)
        for found in date_expressions(text, start, end)
    ]
    if not in_part:
        return []
    return [
        (
            Span(start + found.expression.start, start + found.expression.end),
            found.first,
            found.last,
        )
        for found in resolve_dates(text[start:end], in_part, published)
    ]
