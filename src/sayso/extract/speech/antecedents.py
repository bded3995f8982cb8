"""A content that is a relative clause, made whole: the noun before it takes the pronoun's place.

Of "Ostland, which they say is arming the rebels" the content is "which … is arming the rebels"; the
claim is "Ostland … is arming the rebels".
"""

from collections.abc import Sequence

from sayso.lexicon.grammar import grammar
from sayso.lexicon.points import point_words
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_WORDS_OF_NOUN = 5  # of the noun phrase before a relative clause
MAX_CHARACTERS_TO_NOUN = 80  # before a relative clause, where that noun phrase may begin


def whole_clause(body: str, attribution: Attribution) -> tuple[Span, ...]:
    """The content of an attribution, with its noun in front where it is a relative clause."""
    content = attribution.content
    opening = words(body, content[0].start, content[0].end)[:1]
    pronoun = _relative_pronoun(body, attribution, opening)
    if pronoun is None:
        return content
    noun = _noun_before(body, pronoun.start)
    if noun is None:
        return content
    if pronoun != opening[0]:
        return (noun, *content)
    rest = _without_word(body, content[0], pronoun)
    kept = content[1:] if rest is None else (rest, *content[1:])
    return (noun, *kept) if kept else content


def _relative_pronoun(body: str, attribution: Attribution, opening: Sequence[Word]) -> Word | None:
    """The pronoun that opens the relative clause of a content, in it or before its speaker."""
    if not opening:
        return None
    if opening[0].lower in point_words().relative:
        cue = attribution.cue
        return opening[0] if cue is None or opening[0].start < cue.start else None
    if opening[0].lower not in point_words().subjectless:
        return None
    parts = (attribution.content[0], attribution.source, attribution.cue)
    first = min(part.start for part in parts if part is not None)
    before = words(body, max(0, first - MAX_CHARACTERS_TO_NOUN), first)[-1:]
    relative = point_words().relative | grammar().pronouns_relative
    return before[0] if before and before[0].lower in relative else None


def _noun_before(body: str, end: int) -> Span | None:
    """The name, or the noun with its article, that ends before a place."""
    line = body.rfind("\n", max(0, end - MAX_CHARACTERS_TO_NOUN), end) + 1
    before = words(body, max(line, end - MAX_CHARACTERS_TO_NOUN), end)
    if before and before[-1].lower == ",":
        before.pop()
    if not before or not before[-1].lower[0].isalnum():
        return None
    start = _start_of_noun(body, before)
    return None if start is None else Span(start, before[-1].end)


def _start_of_noun(body: str, before: Sequence[Word]) -> int | None:
    """Where the name, or the noun with its article, begins that ends the words."""
    end = len(before)
    if body[before[-1].start].isupper():
        start = end
        while start and body[before[start - 1].start].isupper():
            start -= 1
        return before[start].start
    articles = point_words().between | grammar().articles
    nearest = reversed(before[max(0, end - MAX_WORDS_OF_NOUN) :])
    return next((word.start for word in nearest if word.lower in articles), None)


def _without_word(body: str, span: Span, word: Word) -> Span | None:
    """What follows the first word of a span; None if nothing does."""
    behind = words(body, word.end, span.end)
    return Span(behind[0].start, span.end) if behind else None
