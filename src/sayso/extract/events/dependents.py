"""Events of one sentence that share a time: verbs that are joined, and what depends on a verb."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from sayso.extract.events.clause_breaks import QUOTES
from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.tense import Tense
from sayso.lexicon.events import event_words
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words

MAX_WORDS_LEAD_TO_NOUN = 3  # words between a noun and an "until" or "after" before it
DEPENDENT = frozenset({Tense.PARTICIPLE, Tense.NOUN})
FINITE = frozenset({Tense.PAST, Tense.PRESENT, Tense.PERFECT})
MAIN = FINITE | {Tense.FUTURE}
REPORTING = frozenset({"statement", "announcement"})  # kinds
BEGIN, DEAL, INTENTION = "begin", "deal", "intention"  # kinds
MADE_BY_DEALS = frozenset({"trade", "supply", "finance", DEAL})


def joined_verb(sentence: EventSentence, at: int) -> int | None:
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
            and not (tokens[joint].lower == "," and _is_relative(sentence, before))
        ),
        None,
    )


def _is_relative(sentence: EventSentence, at: int) -> bool:
    """Whether a verb stands right behind "who" or "which"."""
    known, before = tense_words(), sentence.triggers[at].first - 1
    between = known.helpers.keys() | known.between
    while before > 0 and sentence.tokens[before].lower in between:
        before -= 1
    return before >= 0 and sentence.tokens[before].lower in known.relative


def verb_of_when_clause(sentence: EventSentence, at: int) -> int | None:
    """The dated verb of the clause with "when" that a main verb stands behind or before."""
    if sentence.tenses[at] not in MAIN or sentence.triggers[at].kind in REPORTING:
        return None
    if sentence.tokens[0].lower in tense_words().at_that_time:
        finite = [verb for verb in range(at) if sentence.tenses[verb] in FINITE]
        found = finite[0] if len(finite) == 1 else None
    else:
        behind = range(at + 1, len(sentence.triggers))
        found = next((verb for verb in behind if sentence.tenses[verb] in MAIN), None)
        found = found if found and _only_when_between(sentence, at, found) else None
    return found if found is not None and sentence.trigger_times[found] else None


def _only_when_between(sentence: EventSentence, at: int, verb: int) -> bool:
    """Whether "when" and no other word between two verbs opens a clause."""
    first, stop = sentence.triggers[at].last, sentence.triggers[verb].first
    breaks = [
        word for word in range(first, stop) if sentence.breaks.clause_between(word - 1, word + 1)
    ]
    lower = [sentence.tokens[word].lower for word in breaks]
    return len(lower) == 1 and lower[0] in tense_words().at_that_time


def carried_infinitive(sentence: EventSentence, at: int) -> int | None:
    """The dated infinitive of "began to sell boats on Monday", for its "began"."""
    behind = at + 1
    if behind == len(sentence.triggers) or sentence.tenses[behind] is not Tense.INFINITIVE:
        return None
    told = sentence.trigger_times[behind] is not None and _is_carried_out(sentence, behind)
    return behind if told else None


def date_dependents(sentence: EventSentence) -> None:
    """Give participles and nouns the time of the verb before them, else of the verb behind."""
    verbs = [at for at, tense in enumerate(sentence.tenses) if tense not in DEPENDENT]
    finite = [at for at in verbs if sentence.tenses[at] in FINITE]
    for at in range(len(sentence.triggers)):
        if sentence.trigger_times[at] is not None or not _depends_on_verb(sentence, at):
            continue
        if sentence.tenses[at] is Tense.INFINITIVE:
            sentence.trigger_times[at] = sentence.trigger_times[at - 1]
            continue
        times = (sentence.trigger_times[verb] for verb in _leading_verbs(sentence, at, verbs))
        sentence.trigger_times[at] = next(times, None)
        if sentence.trigger_times[at] is None and finite and _is_aside(sentence, at):
            sentence.trigger_times[at] = sentence.trigger_times[finite[0]]


def _leading_verbs(sentence: EventSentence, at: int, verbs: Sequence[int]) -> Iterator[int]:
    """The verb before a trigger and the one behind it, those of other clauses left out."""
    before, after = bisect_left(verbs, at), bisect_right(verbs, at)
    here = sentence.triggers[at].first
    for verb in (*verbs[max(0, before - 1) : before], *verbs[after : after + 1]):
        apart = sentence.breaks.separates(sentence.triggers[verb].first, here)
        if not (apart or _is_planned(sentence, at, verb)):
            yield verb


def _is_planned(sentence: EventSentence, at: int, verb: int) -> bool:
    """Whether a verb says only that a noun's event is planned: "a sale is expected"."""
    trigger, when = sentence.triggers[verb], sentence.trigger_times[verb]
    if trigger.kind != INTENTION or sentence.tenses[verb] is not Tense.PRESENT:
        return False
    told = when is not None and when.span.start != sentence.tokens[trigger.first].start
    return sentence.tenses[at] is Tense.NOUN and not told


def _is_aside(sentence: EventSentence, at: int) -> bool:
    """Whether a participle goes with the main verb: "Speaking to reporters, he", ", saying that"."""
    first = sentence.triggers[at].first
    before = sentence.tokens[max(0, first - 2) : first]
    words = [word.lower for word in before if word.lower not in QUOTES]
    return words[-1:] in ([], [","]) and sentence.tenses[at] is Tense.PARTICIPLE


def _depends_on_verb(sentence: EventSentence, at: int) -> bool:
    """Whether a trigger is part of what the verb beside it tells."""
    trigger, tense = sentence.triggers[at], sentence.tenses[at]
    if trigger.kind not in event_words().ordinary:
        return False
    if tense is Tense.INFINITIVE:
        return _is_carried_out(sentence, at)
    if tense is Tense.PARTICIPLE:
        return trigger.form is Form.ING
    near = sentence.tokens[max(0, trigger.first - MAX_WORDS_LEAD_TO_NOUN) : trigger.first]
    return tense is Tense.NOUN and tense_words().timed.isdisjoint(word.lower for word in near)


def _is_carried_out(sentence: EventSentence, at: int) -> bool:
    """Whether what stands before an infinitive makes it come to pass: "began to", "managed to".

    A sale is made where it is agreed: "a contract to sell"; a bridge is not.
    """
    before = sentence.triggers[at - 1] if at else None
    if before is None or sentence.triggers[at].first - before.last > 1:
        return False
    settled = before.kind == DEAL and sentence.triggers[at].kind in MADE_BY_DEALS
    carrying = sentence.tokens[before.first].lower in tense_words().carrying
    return settled or carrying or before.kind == BEGIN
