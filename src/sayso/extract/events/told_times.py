"""Which of the times that a sentence tells is that of each event."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.tense import Tense
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.events import event_words
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import When
from sayso.text.words import Word

STATEMENT = "statement"  # a kind
SINCE = "since"
MAX_WORDS_TIME_TO_NOUN = 3  # words between a time and a noun behind it
MAX_WORDS_TO_COMPARED = 6  # words before a time where "than" or "the first" may stand
MAX_WORDS_NOUN_TO_TIME = 14  # words between a noun and a time behind it


@dataclass(frozen=True, slots=True)
class ToldTime:
    """A time that a sentence tells, and the words and verbs beside it."""

    when: When
    first: int  # the word that it begins at
    behind: int | None  # the next word after it
    in_word: bool  # it ends inside a word: "this year's"
    of_noun: bool  # a noun that tells an event has it: "the events of today"
    verb: Trigger | None  # the last verb before it in its clause
    near_verb: Trigger | None  # the same, if no comma stands between
    own_verb: Trigger | None  # "has tried to sell it since May", "in May, when he sold it"


def told_times(sentence: EventSentence) -> Iterator[ToldTime]:
    """The times of a sentence with what stands beside them."""
    starts = [word.start for word in sentence.tokens]
    nouns = {trigger.last + 1 for trigger in sentence.triggers if _has_of(sentence, trigger)}
    for when in sentence.times:
        first = bisect_right(starts, when.span.start) - 1
        stop = max(first, bisect_left(starts, when.span.end))
        behind = stop if stop < len(starts) else None
        in_word = behind is not None and sentence.tokens[stop - 1].end > when.span.end
        verb = _verb_before(sentence, first)
        near_verb = _verb_before(sentence, first, without_comma=True)
        own = _verb_behind_when(sentence, stop)
        if own is None and _is_compared(sentence.tokens, first):
            continue
        own = own or _perfect_before_since(sentence, first)
        yield ToldTime(when, first, behind, in_word, first in nouns, verb, near_verb, own)


def _has_of(sentence: EventSentence, trigger: Trigger) -> bool:
    """Whether "of" follows a noun."""
    behind = sentence.tokens[trigger.last : trigger.last + 1]
    return not trigger.is_verb and any(word.lower == "of" for word in behind)


def _is_compared(tokens: Sequence[Word], first: int) -> bool:
    """Whether a time is that of something else: "than in 2008", "the first loss since 2008"."""
    known = tense_words()
    before = [word.lower for word in tokens[max(0, first - MAX_WORDS_TO_COMPARED) : first]]
    while before and before[-1] in known.before_compared:
        before.pop()
    if before and before[-1] in known.comparing:
        return before[-2:-1] not in (["less"], ["more"])
    return before[-1:] == [SINCE] and any(map(_is_superlative, before))


def _is_superlative(lower: str) -> bool:
    return lower in tense_words().superlatives or (lower.endswith("est") and len(lower) > 5)


def _perfect_before_since(sentence: EventSentence, time: int) -> Trigger | None:
    """The last verb in the perfect before a time that "since" leads to."""
    if not time or sentence.tokens[time - 1].lower != SINCE:
        return None
    pairs = zip(sentence.triggers, sentence.tenses, strict=True)
    last = None
    for trigger, tense in pairs:
        if tense is Tense.PERFECT and trigger.first < time:
            last = trigger
    return last if last and not sentence.breaks.separates(time, last.first) else None


def _verb_behind_when(sentence: EventSentence, behind: int) -> Trigger | None:
    """The verb of "when", if that follows a time: "in 2008, when he sold it"."""
    tokens = sentence.tokens
    behind += behind < len(tokens) and tokens[behind].lower == ","
    if behind >= len(tokens) or tokens[behind].lower not in tense_words().at_that_time:
        return None
    return next((one for one in sentence.triggers if one.is_verb and one.first > behind), None)


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


def told_time(sentence: EventSentence, at: int, told: Sequence[ToldTime]) -> When | None:
    """The time that a trigger's own clause tells.

    None if the trigger is part of a time: "two days after the battle".
    """
    trigger = sentence.triggers[at]
    start = sentence.tokens[trigger.first].start
    if any(when.span.start <= start < when.span.end for when in sentence.times):
        return None
    weighty = trigger.kind not in event_words().ordinary
    near = [time for time in told if _is_time_of(sentence, at, time, weighty)]

    def nearness(time: ToldTime) -> tuple[bool, int, int]:
        exact = time.when.first == time.when.last or weighty
        return not exact, abs(time.first - trigger.first), time.first

    return min(near, key=nearness).when if near else None


def _is_time_of(sentence: EventSentence, at: int, time: ToldTime, weighty: bool) -> bool:
    """Whether a time may be that of a trigger; a weighty event takes any time of its clause."""
    first = sentence.triggers[at].first
    if weighty:
        return not sentence.breaks.clause_between(time.first, first)
    if sentence.triggers[at] is time.own_verb:
        return True
    if sentence.breaks.separates(time.first, first):
        return False
    if sentence.triggers[at].is_verb:
        apart = time.in_word or time.of_noun or _is_told_now(sentence, at, time)
        return not apart and _belongs_to_verb(sentence.triggers[at], time)
    return _belongs_to_noun(sentence, at, time)


def _is_told_now(sentence: EventSentence, at: int, time: ToldTime) -> bool:
    """Whether a verb only tells of a time: "For the last quarter of 2009, it says it made …"."""
    says = sentence.triggers[at].kind == STATEMENT and sentence.tenses[at] is Tense.PRESENT
    return says and time.when.first != time.when.last


def _belongs_to_noun(sentence: EventSentence, at: int, time: ToldTime) -> bool:
    """Whether a time stands right beside a noun."""
    trigger = sentence.triggers[at]
    if time.first < trigger.first:
        return time.behind is not None and trigger.first - time.behind <= MAX_WORDS_TIME_TO_NOUN
    if time.first - trigger.last > MAX_WORDS_NOUN_TO_TIME:
        return False
    return not _has_other_trigger(sentence, trigger.last, time.first)


def _belongs_to_verb(verb: Trigger, time: ToldTime) -> bool:
    """Whether a time goes with a verb: the last verb before it, else those behind it."""
    if time.first < verb.first:
        return time.near_verb is None
    return time.verb is verb


def _has_other_trigger(sentence: EventSentence, low: int, high: int) -> bool:
    """Whether a trigger that is no participle stands between two words."""
    pairs = zip(sentence.triggers, sentence.tenses, strict=True)
    return any(
        low <= trigger.first < high and tense is not Tense.PARTICIPLE for trigger, tense in pairs
    )
