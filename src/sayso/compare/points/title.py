"""The words that can name a point: the longest piece of a claim, with the noun before it."""

from collections.abc import Sequence

from sayso.lexicon.grammar import grammar
from sayso.lexicon.points import point_words
from sayso.model.speech import Attribution, Claim
from sayso.model.text import Document, Span
from sayso.text.words import Word, words

MIN_TITLE_WORDS = 2
TITLE_WORDS = range(4, 28)  # of a claim that makes a good title
MAX_WORDS_OF_NOUN = 5  # of the noun phrase before a relative clause
MAX_CHARACTERS_TO_NOUN = 80  # before a relative clause, where that noun phrase may begin


def find_title_span(
    document: Document, claim: Claim, start: int, attribution: Attribution | None
) -> Span:
    """The longest piece of a claim from `start` on.

    Marks and "that", "to" or "and" at its end are left out.

    A relative clause begins with the noun before it: "Ostland, which they say is arming the rebels".
    `attribution` is the one whose content the claim is.
    """
    pieces = [span for span in claim.content if span.end > start]
    longest = max(pieces, key=lambda span: (len(span), -span.start))
    span = Span(max(longest.start, start), longest.end)
    title = words(document.text, span.start, span.end)
    while len(title) > MIN_TITLE_WORDS and _leads_on(title[-1]):
        title.pop()
    if not title:
        return span
    noun_start = None
    if title[0].lower in point_words().subjectless and attribution is not None:
        noun_start = _start_of_noun_before(document.text, attribution, span.start)
    return Span(span.start if noun_start is None else noun_start, title[-1].end)


def _leads_on(word: Word) -> bool:
    """Whether a word is a mark, or one that needs another behind it."""
    return not word.lower[0].isalnum() or word.lower in point_words().leading_on


def _start_of_noun_before(text: str, attribution: Attribution, start: int) -> int | None:
    """Where the noun begins that the relative clause at `start` is about; None if there is none."""
    parts = (*attribution.content, attribution.source, attribution.cue)
    starts = (part.start for part in parts if part is not None)
    first = min((place for place in starts if place < start), default=start)
    relative = point_words().relative | grammar().pronouns_relative
    clause = words(text, first, start)
    if not clause or clause[0].lower not in relative:
        clause = words(text, max(0, first - MAX_CHARACTERS_TO_NOUN), first)[-1:]
        if not clause or clause[0].lower not in relative:
            return None
    pronoun = clause[0].start
    line = text.rfind("\n", 0, pronoun) + 1
    before = words(text, max(line, pronoun - MAX_CHARACTERS_TO_NOUN), pronoun)
    if before and before[-1].lower == ",":
        before.pop()
    return _start_of_last_noun(text, before)


def _start_of_last_noun(text: str, before: Sequence[Word]) -> int | None:
    """Where the name, or the noun with its article, begins that ends the words."""
    end = len(before)
    if not end or not before[-1].lower[0].isalnum():
        return None
    if text[before[-1].start].isupper():
        start = end
        while start and text[before[start - 1].start].isupper():
            start -= 1
        return before[start].start
    articles = point_words().between | grammar().articles
    nearest = reversed(before[max(0, end - MAX_WORDS_OF_NOUN) :])
    return next((word.start for word in nearest if word.lower in articles), None)
