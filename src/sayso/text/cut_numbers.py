"""Numbers in words that a line break has cut: "seven-" and "teen"."""

from collections.abc import Sequence

from sayso.lexicon.numbers import number_words
from sayso.text.marks import HYPHENS
from sayso.text.words import Word


def with_whole_numbers(text: str, tokens: Sequence[Word]) -> Sequence[Word]:
    """The words of a text, those numbers whole that a hyphen and a line break cut."""
    cuts = {
        at
        for at in range(1, len(tokens) - 1)
        if tokens[at].lower in HYPHENS
        and "\n" in text[tokens[at].end : tokens[at + 1].start]
        and _is_number(tokens[at - 1].lower + tokens[at + 1].lower)
    }
    if not cuts:
        return tokens
    joined: list[Word] = []
    for at, word in enumerate(tokens):
        if at in cuts:
            last = joined.pop()
            behind = tokens[at + 1]
            joined.append(Word(last.start, behind.end, last.lower + behind.lower))
        elif at - 1 not in cuts:
            joined.append(word)
    return joined


def _is_number(lower: str) -> bool:
    known = number_words()
    return lower in known.ones or lower in known.tens or lower in known.scales
