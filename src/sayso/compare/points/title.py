"""The words that can name a point: the longest piece of a claim, with the noun before it."""

from sayso.lexicon.points import point_words
from sayso.model.speech import Claim
from sayso.model.text import Document, Span
from sayso.text.words import Word, words

MIN_TITLE_WORDS = 2
TITLE_WORDS = range(4, 28)  # of a claim that makes a good title


def find_title_span(document: Document, claim: Claim, start: int) -> Span:
    """The longest piece of a claim from `start` on.

    Marks and "that", "to" or "and" at its end are left out.

    A piece without its subject begins with the first piece: "Ostland, which they say is arming the
    rebels".
    """
    pieces = [span for span in claim.content if span.end > start]
    longest = max(pieces, key=lambda span: (len(span), -span.start))
    span = Span(max(longest.start, start), longest.end)
    title = words(document.text, span.start, span.end)
    while len(title) > MIN_TITLE_WORDS and _leads_on(title[-1]):
        title.pop()
    if not title:
        return span
    goes_on = document.text[span.start].islower() and title[0].lower in point_words().subjectless
    first = claim.content[0].start if goes_on else span.start
    return Span(min(first, span.start), title[-1].end)


def _leads_on(word: Word) -> bool:
    """Whether a word is a mark, or one that needs another behind it."""
    return not word.lower[0].isalnum() or word.lower in point_words().leading_on
