"""Questions that a sentence tells: "asked the witness where he had been"."""

import re

from sayso.extract.floor.voices import Voices
from sayso.lexicon.floor import floor_words
from sayso.lexicon.grammar import grammar
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.words import words

ASKS = re.compile(r"\bask|\bto know\b|\b[ie]nquire", re.IGNORECASE)
MAX_QUESTION_WORDS = 4
MAX_CHARACTERS = 120  # from the cue to the question


def question_told(voices: Voices, attribution: Attribution, sentence: Span) -> list[str]:
    """The first words of the question that an attribution tells, from "if" or "where" on; or none."""
    cue = attribution.cue
    if cue is None or not ASKS.search(voices.text, cue.start, cue.end):
        return []
    source, end = attribution.source, min(sentence.end, cue.end + MAX_CHARACTERS)
    is_by = source is not None and cue.end < source.start < end  # "asked by Ana Roll why"
    start = source.end if source is not None and is_by else cue.end
    found = words(voices.text, cue.start, cue.end)[-1:] + words(voices.text, start, end)
    for at, word in enumerate(found):
        if word.lower in question_openings():
            return [one.lower for one in found[at : at + MAX_QUESTION_WORDS]]
        if at and word.lower in floor_words().leading:
            break
    return []


def question_openings() -> frozenset[str]:
    """The words that open a question that is told."""
    return grammar().pronouns_question | {"if", "whether"}


def asks_anyone(question: list[str]) -> bool:
    """Whether a question is put to nobody in particular: "if anybody had seen it"."""
    return not grammar().pronouns_indefinite.isdisjoint(question)
