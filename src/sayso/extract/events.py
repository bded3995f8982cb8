"""What a report says happened: triggers with who, where and when, sentence by sentence."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.body import body
from sayso.extract.harming import harmings
from sayso.extract.placing import find_place, parted
from sayso.lexicon.happenings import Trigger, happenings
from sayso.lexicon.harms import Frame, harm_words
from sayso.model.happening import Event, Participant, When
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

NEGATIONS = frozenset(
    {"no", "not", "never", "without", "neither", "nor", "didn't", "didn’t", "wasn't", "wasn’t"}
)
BEFORE = 4  # words in which a negation stands before its trigger
LONGEST = 14  # words of a participant
PHRASE_ENDS = frozenset(',.;:!?()"“”–—')


@dataclass(frozen=True, slots=True)
class _Told:
    """A trigger at words [first, last) of a sentence."""

    first: int
    last: int
    kind: str
    verb: bool


def find_events(document: Document, times: Sequence[When]) -> tuple[Event, ...]:
    """The events of a report, in text order; each with the place and time of its own sentence.

    An event whose sentence tells neither has neither: nothing is carried over.
    """
    text = body(document)
    found: dict[str, Event] = {}
    for start, end in sentences(text):
        tokens = words(text, start, end)
        told = _told(text, tokens)
        if not told:
            continue
        dated = [when for when in times if start <= when.span.start < end]
        for one in told:
            event = _event(text, tokens, one, dated)
            found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.trigger))


def _told(text: str, tokens: Sequence[Word]) -> list[_Told]:
    """The triggers of a sentence, words of harm among them, in order and without overlap."""
    kinds = happenings().harms
    harm = {
        one.first: _Told(one.first, one.last, kinds[one.harm], one.frame is not Frame.NOUNS)
        for one in harmings(tokens)
    }
    found = []
    at = 0
    while at < len(tokens):
        here = harm.get(at) or _triggered(text, tokens, at)
        if here is not None:
            found.append(here)
        at = here.last if here is not None else at + 1
    return found


def _triggered(text: str, tokens: Sequence[Word], at: int) -> _Told | None:
    for trigger in happenings().triggers.get(tokens[at].lower, ()):
        doing = not trigger.verb and at > 0 and tokens[at - 1].lower in harm_words().people
        if _stands(trigger, tokens, at) and not doing and not _is_name(text, tokens, at):
            return _Told(at, at + len(trigger.phrase), trigger.kind, trigger.verb)
    return None


def _stands(trigger: Trigger, tokens: Sequence[Word], at: int) -> bool:
    given = tuple(word.lower for word in tokens[at : at + len(trigger.phrase)])
    return given == trigger.phrase


def _is_name(text: str, tokens: Sequence[Word], at: int) -> bool:
    """Whether a capital letter, or a hyphen, makes the word part of a name or of another word."""
    capital = text[tokens[at].start].isupper() and at > 0 and tokens[at - 1].lower not in "\"“‘'"
    after = at + 1 < len(tokens) and tokens[at + 1]
    hyphened = after and after.lower in "-‐‑" and after.start == tokens[at].end
    before = at > 0 and tokens[at - 1].lower in "-‐‑" and tokens[at - 1].end == tokens[at].start
    return bool(capital or hyphened or before)


def _event(text: str, tokens: Sequence[Word], told: _Told, dated: Sequence[When]) -> Event:
    trigger = Span(tokens[told.first].start, tokens[told.last - 1].end)
    before = tokens[max(0, told.first - BEFORE) : told.first]
    return Event(
        trigger=trigger,
        kind=told.kind,
        participants=tuple(_participants(tokens, told)),
        place=find_place(text, tokens, told.first),
        when=_nearest(tokens, told, dated),
        negated=any(word.lower in NEGATIONS for word in before),
    )


def _nearest(tokens: Sequence[Word], told: _Told, dated: Sequence[When]) -> When | None:
    """The time told nearest to the trigger in its own clause; none where a time is counted from
    it ("two days after the battle")."""
    here = tokens[told.first].start
    if any(when.span.start <= here < when.span.end for when in dated):
        return None
    starts = [word.start for word in tokens]
    places = [(bisect_right(starts, when.span.start) - 1, when) for when in dated]
    near = [
        (abs(at - told.first), at, when)
        for at, when in places
        if not parted(tokens, at, told.first)
    ]
    return min(near, key=lambda one: one[:2])[2] if near else None


def _participants(tokens: Sequence[Word], told: _Told) -> Iterator[Participant]:
    """Who did it, behind "by"; and to whom, before a passive or behind an active verb."""
    if not told.verb:
        return
    be = harm_words().be
    helper = next(
        (at for at in range(told.first - 1, max(-1, told.first - 4), -1) if tokens[at].lower in be),
        None,
    )
    if helper is not None:
        subject = _phrase_before(tokens, helper)
        if subject is not None:
            yield Participant("target", subject, None)
        if told.last < len(tokens) and tokens[told.last].lower == "by":
            agent = _phrase_behind(tokens, told.last + 1)
            if agent is not None:
                yield Participant("agent", agent, None)
        return
    target = _phrase_behind(tokens, told.last)
    if target is not None:
        yield Participant("target", target, None)


def _phrase_before(tokens: Sequence[Word], stop: int) -> Span | None:
    """The words from the last mark up to here, helpers of the verb left out."""
    passive = harm_words().passive
    while stop > 0 and (tokens[stop - 1].lower in passive or tokens[stop - 1].lower.endswith("ly")):
        stop -= 1
    first = stop
    while first > 0 and stop - first < LONGEST and tokens[first - 1].lower not in PHRASE_ENDS:
        first -= 1
    return Span(tokens[first].start, tokens[stop - 1].end) if first < stop else None


def _phrase_behind(tokens: Sequence[Word], first: int) -> Span | None:
    """The words up to the next mark, preposition or verb's helper."""
    lexicon = harm_words()
    stop = first
    while stop < len(tokens) and stop - first < LONGEST:
        lower = tokens[stop].lower
        if lower in PHRASE_ENDS or (lower in lexicon.preposition and lower != "of"):
            break
        if lower in lexicon.be or lower in (
            "and",
            "who",
            "which",
            "that",
            "when",
            "while",
            "to",
            "as",
        ):
            break
        stop += 1
    return Span(tokens[first].start, tokens[stop - 1].end) if stop > first else None
