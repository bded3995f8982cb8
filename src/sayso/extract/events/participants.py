"""Who took part in an event: who did it, and to whom."""

from collections.abc import Iterator, Sequence

from sayso.extract.events.event_times import Scene
from sayso.extract.events.triggers import Told
from sayso.lexicon.harms import harm_words
from sayso.lexicon.inflect import Form
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Participant
from sayso.model.text import Span
from sayso.text.words import Word

LONGEST = 14  # words of a participant
HELPER = 4  # words before a verb in which its "was" stands
PHRASE_ENDS = frozenset(',.;:!?()"“”–—')
STOPS = frozenset({"and", "to", "as"})
FINITE = frozenset({Form.PAST, Form.DID, Form.THIRD})


def participants(scene: Scene, told: Told) -> Iterator[Participant]:
    """Who did it: behind "by" with a passive, before an active verb; and to whom."""
    if not told.verb:
        return
    tokens, be = scene.tokens, harm_words().be
    back = range(told.first - 1, max(-1, told.first - HELPER), -1)
    helper = next((at for at in back if tokens[at].lower in be), None)
    if helper is not None and told.form is not Form.ING:
        yield from _one("target", _phrase_before(scene, helper))
        if told.last < len(tokens) and tokens[told.last].lower == "by":
            yield from _one("agent", _phrase_behind(tokens, told.last + 1))
        return
    if told.form in FINITE:
        subject = _phrase_before(scene, told.first)
        yield from _one("target" if told.happens else "agent", subject)
    if not told.happens:
        yield from _one("target", _phrase_behind(tokens, told.last))


def _one(role: str, span: Span | None) -> Iterator[Participant]:
    if span is not None:
        yield Participant(role, span, None)


def _phrase_before(scene: Scene, stop: int) -> Span | None:
    """The words from the last mark, verb or time up to here, helpers of the verb left out; none where
    they begin with a preposition."""
    tokens, known = scene.tokens, tense_words()
    helpers = harm_words().passive
    while stop > 0 and (tokens[stop - 1].lower in helpers or tokens[stop - 1].lower.endswith("ly")):
        stop -= 1
    least = max((one.last for one in scene.told if one.verb and one.last <= stop), default=0)
    timed = max((when.span.end for when in scene.times), default=0)
    first = stop
    while first > least and stop - first < LONGEST:
        lower = tokens[first - 1].lower
        if lower in PHRASE_ENDS or lower in known.clauses or lower in STOPS - {"and"}:
            break
        if tokens[first - 1].start < timed <= tokens[stop - 1].start:
            break
        first -= 1
    if first == stop or tokens[first].lower in harm_words().preposition | {"and"}:
        return None
    return Span(tokens[first].start, tokens[stop - 1].end)


def _phrase_behind(tokens: Sequence[Word], first: int) -> Span | None:
    """The words up to the next mark, preposition or verb's helper."""
    lexicon, clauses = harm_words(), tense_words().clauses
    stop = first
    while stop < len(tokens) and stop - first < LONGEST:
        lower = tokens[stop].lower
        if lower in PHRASE_ENDS or (lower in lexicon.preposition and lower != "of"):
            break
        if lower in lexicon.be or lower in STOPS or lower in clauses:
            break
        stop += 1
    return Span(tokens[first].start, tokens[stop - 1].end) if stop > first else None
