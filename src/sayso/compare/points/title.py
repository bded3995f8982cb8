"""What a claim would be called by: the longest piece of it, with the noun that it hangs on."""

from collections.abc import Sequence

from sayso.lexicon.points import point_words
from sayso.model.speech import Attribution, Claim
from sayso.model.text import Document, Span
from sayso.text.words import Word, words

LEAST = 2  # words of a title, at least
NOUN = 5  # words of a noun phrase that a relative clause hangs on
REACH = 80  # characters in which it begins


def title(document: Document, claim: Claim, start: int, own: Attribution | None) -> Span:
    """The longest piece from `start` on, without marks and a pronoun that only leads on at its end.

    Where the claim is a relative clause ("Ostland, which they say is arming the rebels") the words
    begin with the noun that it hangs on. `own` is the attribution whose content it is.
    """
    pieces = [span for span in claim.content if span.end > start]
    longest = max(pieces, key=lambda span: (len(span), -span.start))
    span = Span(max(longest.start, start), longest.end)
    found = words(document.text, span.start, span.end)
    while len(found) > LEAST and (
        not found[-1].lower[0].isalnum() or found[-1].lower in point_words().leading_on
    ):
        found.pop()
    if not found:
        return span
    noun = None
    if found[0].lower in point_words().subjectless and own is not None:
        noun = _noun(document.text, own, span.start)
    return Span(span.start if noun is None else noun, found[-1].end)


def _noun(text: str, own: Attribution, start: int) -> int | None:
    """Where the noun begins that a relative clause before `start` hangs on, if it has one."""
    before = [*own.content, *(one for one in (own.source, own.cue) if one is not None)]
    first = min((one.start for one in before if one.start < start), default=start)
    relative = point_words().relative | {"that"}
    found = words(text, first, start)
    if not found or found[0].lower not in relative:
        found = words(text, max(0, first - REACH), first)[-1:]
        if not found or found[0].lower not in relative:
            return None
    pronoun = found[0].start
    line = text.rfind("\n", 0, pronoun) + 1
    ahead = words(text, max(line, pronoun - REACH), pronoun)
    if ahead and ahead[-1].lower == ",":
        ahead.pop()
    return _head(text, ahead)


def _head(text: str, ahead: Sequence[Word]) -> int | None:
    """Where a name, or a noun with its article, begins that ends the words."""
    at = len(ahead)
    if not at or not ahead[-1].lower[0].isalnum():
        return None
    if text[ahead[-1].start].isupper():
        while at and text[ahead[at - 1].start].isupper():
            at -= 1
        return ahead[at].start
    articles = point_words().between | {"a", "an"}
    near = range(at - 1, max(-1, at - 1 - NOUN), -1)
    return next((ahead[place].start for place in near if ahead[place].lower in articles), None)
