"""Who took part in an event: who did it, and who suffered it."""

from collections.abc import Iterator, Sequence

from sayso.extract.events.event_sentence import EventSentence
from sayso.extract.events.triggers import Trigger
from sayso.lexicon.harms import harm_words
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Participant
from sayso.model.text import Span
from sayso.text.words import Word

MAX_PARTICIPANT_WORDS = 14
MAX_WORDS_TO_HELPER = 4  # words before a verb where its "was" may stand
PHRASE_ENDS = frozenset(',.;:!?()"“”–—')
FINITE = frozenset({Form.PAST, Form.DID, Form.THIRD})


def participants(sentence: EventSentence, trigger: Trigger) -> Iterator[Participant]:
    """Who did it and who suffered it.

    With a passive verb, who did it stands behind "by"; with an active verb, before it.
    """
    if not trigger.is_verb:
        return
    tokens, be = sentence.tokens, harm_words().be
    back = range(trigger.first - 1, max(-1, trigger.first - MAX_WORDS_TO_HELPER), -1)
    helper = next((at for at in back if tokens[at].lower in be), None)
    if helper is not None and trigger.form is not Form.ING:
        yield from _participant("target", _phrase_before(sentence, helper))
        if trigger.last < len(tokens) and tokens[trigger.last].lower == "by":
            yield from _participant("agent", _phrase_behind(tokens, trigger.last + 1))
        return
    if trigger.form in FINITE:
        subject = _phrase_before(sentence, trigger.first)
        yield from _participant("target" if trigger.suffered else "agent", subject)
    if not trigger.suffered:
        yield from _participant("target", _phrase_behind(tokens, trigger.last))


def _participant(role: str, span: Span | None) -> Iterator[Participant]:
    if span is not None:
        yield Participant(role, span, None)


def _phrase_before(sentence: EventSentence, stop: int) -> Span | None:
    """The words from the last mark, verb or time up to here, helpers of the verb left out.

    None if they begin with a preposition.
    """
    tokens, known = sentence.tokens, tense_words()
    helpers = harm_words().passive
    while stop > 0 and (tokens[stop - 1].lower in helpers or tokens[stop - 1].lower.endswith("ly")):
        stop -= 1
    first, least = stop, sentence.end_of_verb_before(stop)
    while first > least and stop - first < MAX_PARTICIPANT_WORDS:
        word = tokens[first - 1]
        if word.lower in PHRASE_ENDS or word.lower in known.clauses:
            break
        if word.lower in known.ending_subject:
            break
        if word.start < sentence.last_time_end <= tokens[stop - 1].start:
            break
        first -= 1
    if first == stop or tokens[first].lower in harm_words().preposition:
        return None
    return Span(tokens[first].start, tokens[stop - 1].end) if tokens[first].lower != "and" else None


def _phrase_behind(tokens: Sequence[Word], first: int) -> Span | None:
    """The words up to the next mark, preposition or verb's helper."""
    lexicon, known = harm_words(), tense_words()
    stop = first
    while stop < len(tokens) and stop - first < MAX_PARTICIPANT_WORDS:
        lower = tokens[stop].lower
        if lower in PHRASE_ENDS or (lower in lexicon.preposition and lower != "of"):
            break
        if lower in lexicon.be or lower in known.ending_object or lower in known.clauses:
            break
        stop += 1
    return Span(tokens[first].start, tokens[stop - 1].end) if stop > first else None
