"""The words that make less of what is said."""

from collections.abc import Sequence

from sayso.lexicon.cues import cue_words, length_at
from sayso.model.text import Span
from sayso.text.words import Word

# "may" and "might" hedge only in small letters: a month, a name.
SMALL = frozenset({"may", "might"})


def hedges_in(body: str, said: Sequence[Word]) -> tuple[Span, ...]:
    """The words that make less of what is said, in text order."""
    known = cue_words().phrases["hedge.words"]
    spelt = [word.lower for word in said]
    found = []
    at = 0
    while at < len(said):
        size = length_at(known, spelt, at)
        if size and not (spelt[at] in SMALL and body[said[at].start].isupper()):
            found.append(Span(said[at].start, said[at + size - 1].end))
        at += size or 1
    return tuple(sorted(set(found)))
