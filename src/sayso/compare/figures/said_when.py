"""When something was said, and as what: as news, as an earlier figure, as a correction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from sayso.model.happening import Figure, Precision
from sayso.model.speech import Attribution
from sayso.model.text import Document, Span
from sayso.text.dates import date_expressions
from sayso.text.entries import entry_at
from sayso.text.intervals import resolve
from sayso.text.revisions import Revision, corrected_elsewhere, revision

REACH = 60  # characters between who says something, or how, and the day on which they said it
LONGEST = 400  # characters of a sentence that are looked at, on either side
LOOSE = frozenset({Precision.VAGUE, Precision.IMPLIED})
AT_ONCE = timedelta(hours=1)  # two speakers within it may not have heard of one another


@dataclass(frozen=True, slots=True)
class Said:
    """The days within which something was said, and the moment where the report gives its own.

    `words` are those that tell the day, or the time of day at the head of a running report's entry;
    None where it is that of the report. `clock` is that time with the report's id, which tells its
    entries apart where no zone makes a moment of it.
    """

    first: date
    last: date
    moment: datetime | None = None
    words: Span | None = None
    clock: tuple[str, time] | None = None

    @property
    def stamp(self) -> datetime:
        """The moment, or the earliest that is known of it; UTC where no zone is known."""
        at = self.clock[1] if self.clock else time()
        return self.moment or datetime.combine(self.first, at, UTC)


def said(
    document: Document,
    attributions: Mapping[str, Attribution],
    chain: Sequence[str],
    sentence: Span,
) -> Said | None:
    """When the last speaker of a chain said what stands in the sentence; None if nobody knows.

    A day told beside the innermost cue counts first, then one beside a cue further out; a day after
    that of the report is when something is to happen, and none. In a running report it is the time
    of the entry, on the day of the report.
    """
    published, now = document.day, _now(document, sentence)
    for name in reversed(chain):
        found = _told(document, attributions[name], sentence, published)
        if found is not None:
            today = now and (found.first, found.last) == (now.first, now.last)
            return replace(now, words=now.words or found.words) if now and today else found
    return now


def revised(document: Document, figure: Figure) -> Revision | None:
    """As what a figure is told, where it stands or where its number comes again."""
    own = revision(document.text, figure.span)
    if own is not None or figure.low is None or figure.kind in LOOSE:
        return own
    return corrected_elsewhere(document.text, figure.low)


def earlier(one: Said, other: Said, by: timedelta = timedelta(0)) -> bool:
    """Whether the one was surely said before the other, and by more than so long."""
    if one.moment is not None and other.moment is not None:
        return other.moment - one.moment > by
    if one.clock and other.clock and one.clock[0] == other.clock[0]:
        return other.stamp - one.stamp > by
    return one.last < other.first


def _now(document: Document, sentence: Span) -> Said | None:
    """When a report speaks: its publication, or the time of day of the entry that the words are in."""
    published, at = document.day, document.moment
    if published is None:
        return None
    entry = entry_at(document.text, sentence.start)
    if entry is None:
        return Said(published, published, at)
    zone = UTC if entry.universal else at.tzinfo if at else None
    told = datetime.combine(published, entry.time, zone) if zone else None
    return Said(published, published, told, entry.stamp, (document.id, entry.time))


def _told(
    document: Document, attribution: Attribution, sentence: Span, published: date | None
) -> Said | None:
    """The day that stands beside the source or the cue, outside what was said."""
    beside = [one for one in (attribution.source, attribution.cue) if one is not None]
    beside = [one for one in beside if sentence.holds(one)]
    if not beside:
        return None
    start = max(sentence.start, min(one.start for one in beside) - LONGEST)
    end = min(sentence.end, max(one.end for one in beside) + LONGEST)
    for words, first, last in _dates(document.text[start:end], published):
        own = Span(words.start + start, words.end + start)
        apart = min(max(own.start - one.end, one.start - own.end) for one in beside)
        inside = any(span.touches(own) for span in attribution.content)
        ahead = published is not None and first > published
        if apart <= REACH and not inside and not ahead:
            return Said(first, last, None, own)
    return None


def _dates(text: str, published: date | None) -> Iterator[tuple[Span, date, date]]:
    for one in resolve(text, date_expressions(text), published):
        yield Span(one.expression.start, one.expression.end), one.first, one.last
