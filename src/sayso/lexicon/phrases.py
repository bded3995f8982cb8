"""Lists of the lexicon as they are looked up: single words, and phrases by their first word."""

from collections.abc import Iterable, Mapping, Sequence

from sayso.errors import BrokenLexicon
from sayso.lexicon.load import word_list

Phrase = tuple[str, ...]
Phrases = Mapping[str, Sequence[Phrase]]


def single_words(name: str, *keys: str) -> frozenset[str]:
    """A list of single words. Raises BrokenLexicon where one has a space in it."""
    entries = word_list(name, *keys)
    long = next((entry for entry in entries if len(entry.split()) != 1), None)
    if long is not None:
        raise BrokenLexicon(f"{name}.toml: {'.'.join(keys)}: {long!r} is not one word")
    return frozenset(entries)


def phrases_by_first_word(name: str, *keys: str) -> Phrases:
    """A list of phrases by their first word, longest first. Raises BrokenLexicon."""
    return file_by_first_word({tuple(entry.split()) for entry in word_list(name, *keys)})


def file_by_first_word(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Phrases by their first word, longest first.

    >>> file_by_first_word([("no",), ("no", "longer")])
    {'no': [('no', 'longer'), ('no',)]}
    """
    filed: dict[str, list[Phrase]] = {}
    for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)):
        if phrase:
            filed.setdefault(phrase[0], []).append(phrase)
    return filed


def phrase_length_at(phrases: Phrases, spelt: Sequence[str], at: int) -> int:
    """How many words the longest phrase has that stands at a place; 0 where none does.

    >>> phrase_length_at({"no": [("no", "longer"), ("no",)]}, ["she", "no", "longer", "says"], 1)
    2
    """
    for phrase in phrases.get(spelt[at], ()):
        if tuple(spelt[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0
