"""When the events of a report were: by words for a time, by another event, or by the tense.

An event takes the time that its own clause tells (told_times.py). An event of an ordinary kind without
one takes the time of the verb that it depends on (dependents.py), or, as a noun that comes back, that of
the event told before (same_events.py). A verb in a tense of news takes the day of the report, or the day
of the news that the report opens with; "has done" does so only at the head of a report, or of who says
something. All others have no time: what was before the report's day, what is yet to come, and what is not
of an ordinary kind.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sayso.extract.events.dependents import (
    REPORTING,
    carried_infinitive,
    date_dependents,
    joined_verb,
    verb_of_when_clause,
)
from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.same_events import KnownEvents
from sayso.extract.events.tense import Tense
from sayso.extract.events.told_times import told_time, told_times
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.events import event_words
from sayso.lexicon.families import event_families
from sayso.model.happening import When
from sayso.model.text import Span
from sayso.text.words import Word

OPENING_SENTENCES = 4  # sentences at the start, where a report tells its news
MAX_NEWS_AGE = timedelta(days=7)
RELATIONS = (joined_verb, verb_of_when_clause, carried_infinitive)  # verbs that share a time
NEWS_TENSES = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT})


def date_events(event_sentences: Sequence[EventSentence], day: date | None) -> None:
    """Set the time of each event in a report that was published on a day."""
    for sentence in event_sentences:
        told = list(told_times(sentence))
        sentence.trigger_times = [
            told_time(sentence, at, told) for at in range(len(sentence.triggers))
        ]
    news = day and (_day_of_news(event_sentences, day) or day)
    known = KnownEvents()
    for number, sentence in enumerate(event_sentences):
        known.add_told(sentence)
        if day and news:
            _date_by_tense(sentence, day, news, number)
        known.date_returning(sentence)
        date_dependents(sentence)
        known.add_inferred(sentence)


def _day_of_news(event_sentences: Sequence[EventSentence], day: date) -> date | None:
    """The day of the first event told as past at the head of a report.

    None if the report opens with harm to people: others speak of that on later days.
    """
    known = event_families()
    opening = event_sentences[:OPENING_SENTENCES]
    kinds = {trigger.kind for sentence in opening for trigger in sentence.triggers}
    if not known.harmful.isdisjoint(map(known.family, kinds)):
        return None
    fresh = (when for sentence in opening for when in _news_times(sentence))
    return next((when.first for when in fresh if _is_fresh(when, day)), None)


def _news_times(sentence: EventSentence) -> Iterator[When]:
    """The time before the first verb of a sentence, then those of what it tells as past."""
    verbs = (trigger for trigger in sentence.triggers if trigger.is_verb)
    verb = next(verbs, sentence.triggers[0])
    start = sentence.tokens[verb.first].start
    for told in sentence.times:
        if told.span.end <= start and not sentence.breaks.opens_clause_before(told.span.start):
            yield told
    for tense, when in zip(sentence.tenses, sentence.trigger_times, strict=True):
        if when is not None and tense in (Tense.PAST, Tense.PERFECT):
            yield when


def _is_fresh(when: When, day: date) -> bool:
    """Whether a time is one day, that of the report or a few days earlier."""
    return when.first == when.last and day - MAX_NEWS_AGE <= when.first <= day


def _date_by_tense(sentence: EventSentence, day: date, news: date, number: int) -> None:
    """Give verbs in a tense of news the day of the report or of its news.

    A verb that shares its time with another takes the time of that one.
    """
    for at, (trigger, tense) in enumerate(zip(sentence.triggers, sentence.tenses, strict=True)):
        if sentence.trigger_times[at] is not None or trigger.kind not in event_words().ordinary:
            continue
        related = (relation(sentence, at) for relation in RELATIONS)
        joined = next((verb for verb in related if verb is not None), None)
        if joined is not None:
            sentence.trigger_times[at] = sentence.trigger_times[joined]
        elif tense in NEWS_TENSES:
            reporting = trigger.kind in REPORTING
            meant = _day_by_tense(tense, number, day, news, reporting)
            if meant is not None:
                sentence.trigger_times[at] = When(_span(sentence.tokens, trigger), meant, meant)


def _day_by_tense(tense: Tense, number: int, day: date, news: date, reporting: bool) -> date | None:
    """The day of the report or of its news; none for "has done", except where the news is told."""
    if number == 0 or tense is Tense.PAST:
        return news
    if tense is Tense.PERFECT and number < OPENING_SENTENCES:
        return news
    if tense is Tense.PERFECT and not reporting:
        return None
    return day


def _span(tokens: Sequence[Word], trigger: Trigger) -> Span:
    return Span(tokens[trigger.first].start, tokens[trigger.last - 1].end)
