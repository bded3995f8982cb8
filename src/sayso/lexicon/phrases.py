"""Lists of the lexicon as they are looked up: single words, and phrases by their first word."""

from collections.abc import Mapping, Sequence

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import words

Phrase = tuple[str, ...]
Phrases = Mapping[str, Sequence[Phrase]]


def single(name: str, *keys: str) -> frozenset[str]:
    """A list of single words. Raises BrokenLexicon where one has a space in it."""
    found = words(name, *keys)
    long = next((one for one in found if len(one.split()) != 1), None)
    if long is not None:
        raise BrokenLexicon(f"{name}.toml: {'.'.join(keys)}: {long!r} is not one word")
    return frozenset(found)


def phrases(name: str, *keys: str) -> Phrases:
    """A list of phrases by their first word, longest first. Raises BrokenLexicon."""
    out: dict[str, list[Phrase]] = {}
    found = {tuple(one.split()) for one in words(name, *keys)}
    for phrase in sorted(found, key=lambda one: (-len(one), one)):
        if phrase:
            out.setdefault(phrase[0], []).append(phrase)
    return out


def length_at(phrases: Phrases, spelt: Sequence[str], at: int) -> int:
    """How many words the longest phrase has that stands at a place; 0 where none does.

    >>> length_at({"no": [("no", "longer"), ("no",)]}, ["she", "no", "longer", "says"], 1)
    2
    """
    for phrase in phrases.get(spelt[at], ()):
        if tuple(spelt[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
