"""Turns of interviews and transcripts: whose words they are."""

import re
from collections.abc import Iterator, Sequence

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.interviews import find_interviewee
from sayso.extract.casting.mentions import Mention
from sayso.extract.floor.bare_turns import bare_turns
from sayso.extract.floor.depositions import with_speakers
from sayso.extract.floor.given import GivenTurn
from sayso.extract.floor.labels import Role, Turn, lettered, named, turns_of
from sayso.extract.floor.subjects import subject_of
from sayso.extract.floor.voices import Voices
from sayso.lexicon.actors import interview_words
from sayso.lexicon.floor import floor_words
from sayso.model.speech import ActorType
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs

MAX_INTRODUCTION_CHARACTERS = 2000
MAX_INITIALS = 3
MAX_LEAD_CHARACTERS = 50


def given_turns(voices: Voices) -> Iterator[GivenTurn]:
    """The turns of a text with their speakers; none if the text is no interview for sure."""
    turns = labelled_turns(voices.text) or bare_turns(voices.text)
    if not turns:
        return
    introduction = _mentions_before(voices, turns[0].label.start)
    answering = _interviewee(voices, introduction)
    for turn in turns:
        if turn.role is Role.ASKS:
            yield GivenTurn(_whole(turn), turn.text, turn.speaker, True)
        elif turn.role is Role.ANSWERS:
            yield GivenTurn(_whole(turn), turn.text, turn.speaker or answering, False)
        elif turn.role is Role.UNNAMED:
            yield GivenTurn(_whole(turn), turn.text, None, False)
        else:
            yield _named_turn(voices, turn, introduction)


def labelled_turns(text: str) -> list[Turn]:
    """The turns of a transcript or an interview with labels; none if its form is not sure."""
    spans = paragraphs(text)
    letters = lettered(text, spans)
    return turns_of(
        text, list(with_speakers(text, spans, letters)) if letters else named(text, spans)
    )


def _mentions_before(voices: Voices, end: int) -> Sequence[Mention]:
    """The mentions in what stands before the first turn."""
    end = min(end, MAX_INTRODUCTION_CHARACTERS)
    return voices.index.mentions_within(Span(0, end)) if end else ()


def _named_turn(voices: Voices, turn: Turn, introduction: Sequence[Mention]) -> GivenTurn:
    name = voices.text[turn.name.start : turn.name.end]
    asks = voices.text[turn.text.start : turn.text.end].rstrip(" *_”\"’'").endswith("?")
    named = GivenTurn(_whole(turn), turn.text, turn.name, asks, _colon(voices.text, turn.label))
    if not (name.isupper() and len(name) <= MAX_INITIALS):
        return named
    people = [
        mention.shown
        for mention in introduction
        if mention.named and _initials(mention.words) == name.lower()
    ]
    if not people:
        return GivenTurn(_whole(turn), turn.text, None, True) if len(name) < MAX_INITIALS else named
    return GivenTurn(_whole(turn), turn.text, people[0], asks)


def _colon(text: str, label: Span) -> Span | None:
    at = text.rfind(":", label.start, label.end)
    return Span(at, at + 1) if at >= 0 else None


def _whole(turn: Turn) -> Span:
    return Span(turn.label.start, turn.text.end)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def _interviewee(voices: Voices, introduction: Sequence[Mention]) -> Span | None:
    """The words that name the one person whom an introduction is about; None if there may be two."""
    named: dict[SpeakerCluster, Span] = {}
    for mention in introduction:
        speaker = voices.index.speaker_of(mention)
        person = speaker.type is ActorType.PERSON
        if not mention.named or mention.placed or not (person or speaker.type is None):
            continue
        if (person or len(mention.words) > 1) and not _is_credited(voices, mention.shown):
            named.setdefault(speaker, mention.shown)
    introduced = {one: span for one, span in named.items() if _is_introduced(voices, span)}
    known = {one: span for one, span in named.items() if one.type is ActorType.PERSON}
    for people in (introduced, known, named):
        if len(people) == 1:
            return next(iter(people.values()))
    found = find_interviewee(voices.index.tokenized, voices.index.clusters)
    if found in named:
        return named[found]
    subject = subject_of(voices, Span(*voices.index.tokenized.sentences[0])) if named else None
    return named.get(subject.speaker) if subject is not None else None


def _is_introduced(voices: Voices, span: Span) -> bool:
    """Whether words such as "met" or "talk with" lead up to a name in its sentence."""
    return not floor_words().meeting.isdisjoint(_lead(voices, span))


def _is_credited(voices: Voices, span: Span) -> bool:
    """Whether a name is a photographer's, or stands behind "by"."""
    return not interview_words().credits.isdisjoint(_lead(voices, span)[-3:])


def _lead(voices: Voices, span: Span) -> list[str]:
    """The last words of its sentence before a name."""
    lead = voices.text[max(0, span.start - MAX_LEAD_CHARACTERS) : span.start].lower()
    return re.split(r"[.\n]", lead.replace(":", " "))[-1].split()
