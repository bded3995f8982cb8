"""What a report says happened: triggers with who, where and when, sentence by sentence."""

from collections.abc import Iterator, Sequence

from sayso.extract.body import body
from sayso.extract.dating import Scene, date_scenes
from sayso.extract.locating import Atlas
from sayso.extract.placing import Named, named_places, place_of
from sayso.extract.times import report_day
from sayso.extract.triggers import Told, find_triggers
from sayso.lexicon.harms import harm_words
from sayso.lexicon.tenses import tense_words
from sayso.model.happening import Event, Participant, When
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

BEFORE = 4  # words in which a negation stands before its trigger
LONGEST = 14  # words of a participant
PHRASE_ENDS = frozenset(',.;:!?()"“”–—')


def find_events(document: Document, times: Sequence[When]) -> tuple[Event, ...]:
    """The events of a report, in text order; each with the place of its own sentence and its time."""
    text = body(document)
    scenes = []
    for start, end in sentences(text):
        tokens = words(text, start, end)
        triggers = find_triggers(text, tokens)
        if triggers:
            own = [when for when in times if start <= when.span.start < end]
            scenes.append(Scene(tokens, triggers, own))
    date_scenes(scenes, report_day(document, text, times))
    atlas = Atlas(text)
    found: dict[str, Event] = {}
    for scene in scenes:
        places = named_places(text, scene.tokens)
        for told, when in zip(scene.told, scene.whens, strict=True):
            event = _event(atlas, scene.tokens, told, when, places)
            found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=lambda event: event.trigger))


def _event(
    atlas: Atlas, tokens: Sequence[Word], told: Told, when: When | None, places: Sequence[Named]
) -> Event:
    trigger = Span(tokens[told.first].start, tokens[told.last - 1].end)
    before = tokens[max(0, told.first - BEFORE) : told.first]
    return Event(
        trigger=trigger,
        kind=told.kind,
        participants=tuple(_participants(tokens, told)),
        place=place_of(atlas.text, tokens, places, told.first, atlas),
        when=when,
        negated=any(word.lower in tense_words().negations for word in before),
    )


def _participants(tokens: Sequence[Word], told: Told) -> Iterator[Participant]:
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
