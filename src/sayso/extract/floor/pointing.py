"""Sentences that say whose words the quotation before was: "That was Ana Roll, from the gallery"."""

import re

from sayso.extract.floor.subjects import may_speak
from sayso.extract.floor.tags import is_saying
from sayso.extract.floor.voices import Voices
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.model.text import Span
from sayso.text.words import words

MAX_WORDS_BETWEEN = 7  # "the word on Thursday from"
OPENING_WORD = re.compile(r"\W*(\w+)")
OPENING_CHARACTERS = 120


def pointed_at(voices: Voices, sentence: Span) -> Span | None:
    """The words for whoever a sentence says to have spoken; None if it points at nobody."""
    first = OPENING_WORD.match(voices.text, sentence.start, sentence.end)
    if first is None or first[1].lower() not in floor_words().pointing:
        return None
    opening = Span(sentence.start, min(sentence.end, sentence.start + OPENING_CHARACTERS))
    found = [one for one in words(voices.text, opening.start, opening.end) if one.lower.isalnum()]
    if len(found) < 3:
        return None
    verb = found[1].lower
    if verb not in grammar().auxiliaries_be_finite and not is_saying(verb):
        return None
    for mention in voices.index.mentions_within(Span(found[1].end, opening.end)):
        between = [one.lower for one in found[2:] if one.end <= mention.shown.start]
        if len(between) > MAX_WORDS_BETWEEN:
            return None
        behind = [one.lower for one in found if one.start >= mention.shown.end][:1]
        if may_speak(voices, mention) and _leads(between, behind):
            return mention.shown
    return None


def _leads(between: list[str], behind: list[str]) -> bool:
    """Whether the words around a mention make it the speaker: "the suggestion of Ana Roll"."""
    bare = [word for word in between if word not in grammar().articles]
    if bare[:1] in (["how"], ["what"]):
        return len(bare) == 1 and any(is_saying(it) or it in floor_words().telling for it in behind)
    owning = [at for at, word in enumerate(bare) if word in floor_words().owning]
    if owning and bare[0] not in floor_words().pointing_nouns:
        return False
    role = bare[owning[-1] + 1 :] if owning else bare
    return not role or role[-1] in speaker_nouns()
