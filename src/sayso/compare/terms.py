"""The words that claims are compared by."""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon.inflect import dictionary_form, noun_forms, verb_forms
from sayso.lexicon.numbers import number_words
from sayso.lexicon.people import nations
from sayso.lexicon.points import point_words
from sayso.text.marks import without_possessive
from sayso.text.words import Word, words

# Endings that a stem is without, each with the number of letters that must stand before it.
ENDINGS_WITH_MIN_LETTERS = (("ing", 3), ("ed", 3), ("es", 3), ("s", 3), ("ly", 5))


def terms_of(tokens: Sequence[Word]) -> frozenset[str]:
    """The stems of the informative words; a country and its people have one stem.

    >>> sorted(terms_of(words("the Malian rebels supplied with drones")))
    ['dron', 'mali', 'provid', 'rebel']
    """
    terms = {term_of(token.lower) for token in tokens}
    return frozenset(term for term in terms if term is not None)


@cache
def term_of(lower: str) -> str | None:
    """The stem of a word in lower case; None if the word is short, common or a number."""
    word = without_possessive(lower)
    is_informative = len(word) > 1 and word[0].isalpha()
    is_informative &= word not in point_words().common and word not in _number_words()
    return _term_of_word(word) if is_informative else None


def terms_in(text: str) -> frozenset[str]:
    """The terms of the words of a text.

    >>> sorted(terms_in("the rebels' spokesman"))
    ['rebel', 'spokesman']
    """
    return terms_of(words(text))


def bare_lower(word: Word) -> str:
    """A word in lower case without a possessive ending."""
    return without_possessive(word.lower)


@cache
def term_stem(word: str) -> str:
    """A word without the commonest endings of English."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    for ending, min_letters in ENDINGS_WITH_MIN_LETTERS:
        before = len(word) - len(ending)
        if word.endswith(ending) and before >= min_letters and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")


@cache
def _term_of_word(word: str) -> str:
    """The stem of a word, of its base form or of the word that stands for its synonyms."""
    synonym = _stems_of_synonyms().get(word)
    if synonym is not None:
        return synonym
    stem = term_stem(nations().country(word) or dictionary_form().get(word, word))
    return _stems_of_synonyms().get(stem, stem)


@cache
def _stems_of_synonyms() -> dict[str, str]:
    """The stem of the first word of each group of synonyms, by the words and stems of the group."""
    stems: dict[str, str] = {}
    for group in point_words().alike:
        for word in group:
            forms = {term_stem(word), *verb_forms(word), *noun_forms(word)}
            stems |= dict.fromkeys(forms, term_stem(group[0]))
    return stems


@cache
def _number_words() -> frozenset[str]:
    """The words of numbers; numbers are compared by value."""
    known = number_words()
    return frozenset({*known.ones, *known.tens, *known.scales, *known.groups})
