"""Turns of interviews and transcripts: whose words they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mentions import Mention
from sayso.extract.floor.bare_turns import bare_turns
from sayso.extract.floor.labels import Role, Turn, labelled_turns
from sayso.extract.floor.voices import Voices
from sayso.lexicon.floor import floor_words
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_INTRODUCTION_CHARACTERS = 2000
MAX_INITIALS = 3


@dataclass(frozen=True, slots=True)
class GivenTurn:
    """A turn with the words that name its speaker: None for whoever asks without a name."""

    label: Span
    text: Span
    source: Span | None
    asks: bool


def given_turns(voices: Voices) -> Iterator[GivenTurn]:
    """The turns of a text with their speakers; none if the text is no interview for sure."""
    turns = labelled_turns(voices.text) or bare_turns(voices.text)
    if not turns:
        return
    introduction = _mentions_before(voices, turns[0].label.start)
    answering = _interviewee(voices, introduction)
    for turn in turns:
        if turn.role is Role.ASKS:
            yield GivenTurn(turn.label, turn.text, None, True)
        elif turn.role is Role.ANSWERS:
            yield GivenTurn(turn.label, turn.text, answering, False)
        else:
            yield _named_turn(voices, turn, introduction)


def _mentions_before(voices: Voices, end: int) -> Sequence[Mention]:
    """The mentions in what stands before the first turn."""
    end = min(end, MAX_INTRODUCTION_CHARACTERS)
    return voices.index.mentions_within(Span(0, end)) if end else ()


def _named_turn(voices: Voices, turn: Turn, introduction: Sequence[Mention]) -> GivenTurn:
    name = voices.text[turn.name.start : turn.name.end]
    asks = voices.text[turn.text.start : turn.text.end].rstrip(" *_”\"’'").endswith("?")
    if not (name.isupper() and len(name) <= MAX_INITIALS):
        return GivenTurn(turn.label, turn.text, turn.name, asks)
    people = [
        mention.shown
        for mention in introduction
        if mention.named and _initials(mention.words) == name.lower()
        and mention.type in (ActorType.PERSON, None)
    ]
    likely = [span for span in people if voices.named(span).speaker.type is ActorType.PERSON]
    source = (likely or people or [None])[0]
    return GivenTurn(turn.label, turn.text, source, source is None or asks)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _interviewee(voices: Voices, introduction: Sequence[Mention]) -> Span | None:
    """The words that name the one person whom an introduction is about; None if there may be two."""
    named: dict[SpeakerCluster, Span] = {}
    for mention in introduction:
        speaker = voices.index.speaker_of(mention)
        if not mention.named or mention.placed or speaker.type not in (ActorType.PERSON, None):
            continue
        if len(mention.words) > 1 or speaker.type is ActorType.PERSON:
            named.setdefault(speaker, mention.shown)
    people = {one: span for one, span in named.items() if one.type is ActorType.PERSON} or named
    if len(people) > 1:
        led = {one: span for one, span in people.items() if _is_introduced(voices, span)}
        people = led or people
    return next(iter(people.values()), None) if people else None


def _is_introduced(voices: Voices, span: Span) -> bool:
    """Whether a word such as "met" leads up to a name in its sentence."""
    before = voices.text[max(0, span.start - 60) : span.start].lower().split()
    return not floor_words().introducing.isdisjoint(before)
