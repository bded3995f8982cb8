"""When the events of a report were: by words for a time, by another event, or by the tense.

An event takes the time that its own clause tells. An event of an ordinary kind without one takes the
time of the verb that it depends on. A verb in a tense of news takes the day of the report, or the day
of the news that the report opens with. All others have no time: what was before the report's day, what
is yet to come, and what is not of an ordinary kind.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sayso.extract.events.clause_breaks import ClauseBreaks
from sayso.extract.events.tense import Tense, tense_of
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.events import event_words
from sayso.lexicon.families import event_families
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import When
from sayso.model.text import Span
from sayso.text.words import Word

OPENING_SENTENCES = 4  # sentences at the start, where a report tells its news
MAX_NEWS_AGE = timedelta(days=7)
MAX_WORDS_TIME_TO_NOUN = 3  # words between a time and a noun behind it
MAX_WORDS_NOUN_TO_TIME = 14  # words between a noun and a time behind it
NEWS_TENSES = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT})
DEPENDENT = frozenset({Tense.PARTICIPLE, Tense.NOUN})
BEGIN = "begin"  # the kind of "began to sell"


@dataclass(slots=True)
class EventSentence:
    """A sentence with triggers: its words, the triggers with their tenses, the times that it tells.

    `trigger_times` holds the time of each trigger once `date_events` has run.
    """

    tokens: Sequence[Word]
    triggers: Sequence[Trigger]
    times: Sequence[When]
    tenses: list[Tense] = field(init=False)
    trigger_times: list[When | None] = field(init=False)
    breaks: ClauseBreaks = field(init=False)
    last_time_end: int = field(init=False)
    _verb_ends: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.tenses = [tense_of(self.tokens, trigger) for trigger in self.triggers]
        self.trigger_times = [None] * len(self.triggers)
        self.breaks = ClauseBreaks(self.tokens)
        self.last_time_end = max((when.span.end for when in self.times), default=0)
        self._verb_ends = [trigger.last for trigger in self.triggers if trigger.is_verb]

    def end_of_verb_before(self, stop: int) -> int:
        """The word behind the last verb that ends at a word or before it; 0 if there is none."""
        count = bisect_right(self._verb_ends, stop)
        return self._verb_ends[count - 1] if count else 0


@dataclass(frozen=True, slots=True)
class _ToldTime:
    """A time that a sentence tells, and the words and verbs beside it."""

    when: When
    first: int  # the word that it begins at
    behind: int | None  # the next word after it
    in_word: bool  # it ends inside a word: "this year's"
    verb: Trigger | None  # the last verb before it in its clause
    near_verb: Trigger | None  # the same, if no comma stands between


def date_events(event_sentences: Sequence[EventSentence], day: date | None) -> None:
    """Set the time of each event in a report that was published on a day."""
    for sentence in event_sentences:
        told = list(_told_times(sentence))
        sentence.trigger_times = [
            _told_time(sentence, at, told) for at in range(len(sentence.triggers))
        ]
    if day is None:
        for sentence in event_sentences:
            _date_dependents(sentence)
        return
    news = _day_of_news(event_sentences, day) or day
    for number, sentence in enumerate(event_sentences):
        _date_by_tense(sentence, day, news, number == 0)
        _date_dependents(sentence)


def _told_times(sentence: EventSentence) -> Iterator[_ToldTime]:
    """The times of a sentence with what stands beside them."""
    starts = [word.start for word in sentence.tokens]
    for when in sentence.times:
        first = bisect_right(starts, when.span.start) - 1
        stop = max(first, bisect_left(starts, when.span.end))
        behind = stop if stop < len(starts) else None
        in_word = behind is not None and sentence.tokens[stop - 1].end > when.span.end
        verb = _verb_before(sentence, first)
        near_verb = _verb_before(sentence, first, without_comma=True)
        yield _ToldTime(when, first, behind, in_word, verb, near_verb)


def _verb_before(sentence: EventSentence, time: int, without_comma: bool = False) -> Trigger | None:
    """The last verb before a time in the same clause."""
    searched = time
    for trigger in reversed(sentence.triggers):
        if not trigger.is_verb or trigger.first >= time:
            continue
        if without_comma:
            if any(word.lower == "," for word in sentence.tokens[trigger.first : searched]):
                return None
            searched = trigger.first
        if not sentence.breaks.separates(time, trigger.first):
            return trigger
    return None


def _told_time(sentence: EventSentence, at: int, told: Sequence[_ToldTime]) -> When | None:
    """The time that a trigger's own clause tells.

    None if the trigger is part of a time: "two days after the battle".
    """
    trigger = sentence.triggers[at]
    start = sentence.tokens[trigger.first].start
    if any(when.span.start <= start < when.span.end for when in sentence.times):
        return None
    weighty = trigger.kind not in event_words().ordinary
    near = [time for time in told if _is_time_of(sentence, at, time, weighty)]

    def nearness(time: _ToldTime) -> tuple[bool, int, int]:
        exact = time.when.first == time.when.last or weighty
        return not exact, abs(time.first - trigger.first), time.first

    return min(near, key=nearness).when if near else None


def _is_time_of(sentence: EventSentence, at: int, time: _ToldTime, weighty: bool) -> bool:
    """Whether a time may be that of a trigger; a weighty event takes any time of its clause."""
    first = sentence.triggers[at].first
    if weighty:
        return not sentence.breaks.clause_between(time.first, first)
    if sentence.breaks.separates(time.first, first):
        return False
    if sentence.triggers[at].is_verb:
        return not time.in_word and _belongs_to_verb(sentence.triggers[at], time)
    return _belongs_to_noun(sentence, at, time)


def _belongs_to_noun(sentence: EventSentence, at: int, time: _ToldTime) -> bool:
    """Whether a time stands right beside a noun."""
    trigger = sentence.triggers[at]
    if time.first < trigger.first:
        return time.behind is not None and trigger.first - time.behind <= MAX_WORDS_TIME_TO_NOUN
    if time.first - trigger.last > MAX_WORDS_NOUN_TO_TIME:
        return False
    return not _has_other_trigger(sentence, trigger.last, time.first)


def _belongs_to_verb(verb: Trigger, time: _ToldTime) -> bool:
    """Whether a time goes with a verb: the last verb before it, else those behind it."""
    if time.first < verb.first:
        return time.near_verb is None
    return time.verb is not None and time.verb.first == verb.first


def _has_other_trigger(sentence: EventSentence, low: int, high: int) -> bool:
    """Whether a trigger that is no participle stands between two words."""
    pairs = zip(sentence.triggers, sentence.tenses, strict=True)
    return any(
        low <= trigger.first < high and tense is not Tense.PARTICIPLE for trigger, tense in pairs
    )


def _day_of_news(event_sentences: Sequence[EventSentence], day: date) -> date | None:
    """The day of the first event told as past at the head of a report.

    None if the report opens with harm to people: others speak of that on later days.
    """
    known = event_families()
    opening = event_sentences[:OPENING_SENTENCES]
    kinds = {trigger.kind for sentence in opening for trigger in sentence.triggers}
    if not known.harmful.isdisjoint(map(known.family, kinds)):
        return None
    for sentence in opening:
        for tense, when in zip(sentence.tenses, sentence.trigger_times, strict=True):
            if when is None or tense not in (Tense.PAST, Tense.PERFECT) or when.first != when.last:
                continue
            if day - MAX_NEWS_AGE <= when.first <= day:
                return when.first
    return None


def _date_by_tense(sentence: EventSentence, day: date, news: date, headline: bool) -> None:
    """Give verbs in a tense of news the day of the report or of its news.

    A verb that "and" joins to another takes the time of that one.
    """
    for at, (trigger, tense) in enumerate(zip(sentence.triggers, sentence.tenses, strict=True)):
        if sentence.trigger_times[at] is not None or trigger.kind not in event_words().ordinary:
            continue
        joined = _joined_verb(sentence, at)
        if joined is not None:
            sentence.trigger_times[at] = sentence.trigger_times[joined]
        elif tense in NEWS_TENSES:
            when = news if headline or tense is Tense.PAST else day
            sentence.trigger_times[at] = When(_span(sentence.tokens, trigger), when, when)


def _joined_verb(sentence: EventSentence, at: int) -> int | None:
    """The verb before that "and" joins to this one, if the two share a subject."""
    known, tokens = tense_words(), sentence.tokens
    joint = sentence.triggers[at].first - 1
    while joint > 0 and (
        tokens[joint].lower in known.between or tokens[joint].lower.endswith("ly")
    ):
        joint -= 1
    if not sentence.triggers[at].is_verb or joint < 0 or tokens[joint].lower not in known.joints:
        return None
    return next(
        (
            before
            for before in range(at - 1, -1, -1)
            if sentence.tenses[before] not in DEPENDENT
            and not sentence.breaks.separates(sentence.triggers[before].first, joint)
        ),
        None,
    )


def _date_dependents(sentence: EventSentence) -> None:
    """Give participles and nouns the time of the verb before them, else of the verb behind."""
    verbs = [at for at, tense in enumerate(sentence.tenses) if tense not in DEPENDENT]
    for at, trigger in enumerate(sentence.triggers):
        if sentence.trigger_times[at] is not None or not _depends_on_verb(sentence, at):
            continue
        before, after = bisect_left(verbs, at), bisect_right(verbs, at)
        for verb in (*verbs[max(0, before - 1) : before], *verbs[after : after + 1]):
            if not sentence.breaks.separates(sentence.triggers[verb].first, trigger.first):
                sentence.trigger_times[at] = sentence.trigger_times[verb]
                break


def _depends_on_verb(sentence: EventSentence, at: int) -> bool:
    """Whether a trigger is part of what the verb beside it tells."""
    trigger, tense = sentence.triggers[at], sentence.tenses[at]
    if trigger.kind not in event_words().ordinary:
        return False
    if tense is Tense.INFINITIVE:
        before = sentence.triggers[at - 1] if at else None
        return before is not None and before.kind == BEGIN and before.last == trigger.first - 1
    if tense is Tense.PARTICIPLE:
        return trigger.form is Form.ING
    near = sentence.tokens[max(0, trigger.first - MAX_WORDS_TIME_TO_NOUN) : trigger.first]
    return tense is Tense.NOUN and tense_words().timed.isdisjoint(word.lower for word in near)


def _span(tokens: Sequence[Word], trigger: Trigger) -> Span:
    return Span(tokens[trigger.first].start, tokens[trigger.last - 1].end)
