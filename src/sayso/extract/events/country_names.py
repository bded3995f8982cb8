"""Names of countries in running text."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.lexicon.people import nations
from sayso.text.marks import without_possessive
from sayso.text.words import Word, words

MAX_COUNTRY_WORDS = 4
MIN_LETTERS = 3  # letters of a name that counts without being all in capitals


def countries_named(text: str) -> frozenset[str]:
    """The countries that a text names, or whose people it names, in lower case.

    >>> sorted(countries_named("Malian troops crossed from Burkina Faso."))
    ['burkina faso', 'mali']
    """
    tokens = words(text)
    found: set[str] = set()
    for at, word in enumerate(tokens):
        if text[word.start].isupper():
            country = _country_at(text, tokens, at)
            if country is not None:
                found.add(country)
    return frozenset(found)


def _country_at(text: str, tokens: Sequence[Word], at: int) -> str | None:
    """The country of the longest name, or word for its people, that begins here."""
    word = tokens[at]
    longest = min(MAX_COUNTRY_WORDS, len(tokens) - at, most_words(word.lower))
    for size in range(longest, 0, -1):
        name = without_possessive(" ".join(token.lower for token in tokens[at : at + size]))
        country = nations().country(name)
        if country and (len(name) >= MIN_LETTERS or text[word.start : word.end].isupper()):
            return country
    return None


def country_end(text: str, tokens: Sequence[Word], at: int, most: int) -> int | None:
    """The index behind a country's name of several words, `most` at most, that begins here."""
    if at >= len(tokens) or not text[tokens[at].start].isupper():
        return None
    longest = min(most, len(tokens) - at, most_words(tokens[at].lower))
    for size in range(longest, 1, -1):
        name = " ".join(token.lower for token in tokens[at : at + size])
        if without_possessive(name) in nations().names:
            return at + size
    return None


def most_words(first: str) -> int:
    """How many words the longest name for a country or its people has that begins with a word.

    >>> most_words("burkina"), most_words("orle")
    (2, 1)
    """
    return _sizes().get(first, 1)


@cache
def _sizes() -> Mapping[str, int]:
    """The number of words of the longest name that begins with each word, if it is more than one."""
    sizes: dict[str, int] = {}
    for name in (*nations().names, *nations().people):
        first, *rest = name.split(" ")
        if rest:
            sizes[first] = max(sizes.get(first, 1), 1 + len(rest))
    return sizes
