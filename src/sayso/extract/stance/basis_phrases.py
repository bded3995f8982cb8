"""What the rules for a basis share: the words of a span, their head, and where phrases stand."""

from collections.abc import Iterator, Sequence

from sayso.extract.stance.joined_words import joined_words
from sayso.lexicon.basis import basis_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import Phrases, phrase_length_at
from sayso.model.text import Span
from sayso.text.words import Word


def lower_words(body: str, span: Span) -> list[str]:
    """The words of a span in lower case, hyphenated words in one."""
    return [word.lower for word in joined_words(body, span.start, span.end)]


def span_of_words(words: Sequence[Word]) -> Span:
    """From the first word to the last."""
    return Span(words[0].start, words[-1].end)


def head_index(spelt: Sequence[str]) -> int:
    """Where the noun stands that a few words are about: the last before "of", "who" or a mark."""
    breaks = basis_words().lists["leads.breaks"]
    for index, word in enumerate(spelt):
        if index and (word in breaks or not word[:1].isalnum()):
            return index - 1
    return max(0, len(spelt) - 1)


def phrase_places(phrases: Phrases, spelt: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases of a list stand, and how many words each has."""
    for index, word in enumerate(spelt):
        length = phrase_length_at(phrases, spelt, index) if word in phrases else 0
        if length:
            yield index, length


def is_nobody(body: str, source: Span) -> bool:
    """Whether the words of a source mean no one: "none of them", "no officer"."""
    spelt = lower_words(body, source)
    return bool(spelt) and phrase_length_at(cue_words().phrases["nobody.words"], spelt, 0) > 0
