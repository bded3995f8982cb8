"""The words that claims can be compared by."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.lexicon.inflect import dictionary_form, noun_forms, verb_forms
from sayso.lexicon.numbers import number_words
from sayso.lexicon.people import nations
from sayso.lexicon.points import point_words
from sayso.text.words import Word, words

ENDINGS_WITH_MIN_LETTERS = (
    ("ing", 3),
    ("ed", 3),
    ("es", 3),
    ("s", 3),
    ("ly", 5),
)  # and what must stand before them


def terms_of(found: Sequence[Word]) -> frozenset[str]:
    """The words that mean something, countries and their people as one, without endings.

    >>> sorted(terms_of(words("the Malian rebels supplied with drones")))
    ['dron', 'mali', 'provid', 'rebel']
    """
    common = point_words().common | _number_words()
    kept = [word for word in map(bare_lower, found) if len(word) > 1 and word not in common]
    return frozenset(_term_of_word(word) for word in kept if word[0].isalpha())


@cache
def _term_of_word(word: str) -> str:
    """What stands for a word, its forms and those that mean as much."""
    known = _stems_of_synonyms().get(word)
    if known is not None:
        return known
    base = word_stem(nations().country(word) or dictionary_form().get(word, word))
    return _stems_of_synonyms().get(base, base)


def terms_in(text: str) -> frozenset[str]:
    """The terms of some words.

    >>> sorted(terms_in("the rebels' spokesman"))
    ['rebel', 'spokesman']
    """
    return terms_of(words(text))


def bare_lower(word: Word) -> str:
    """A word in lower case without the ending of an owner."""
    return word.lower.removesuffix("'s").removesuffix("’s")


@cache
def _number_words() -> frozenset[str]:
    """Words that are numbers, which are compared as such."""
    known = number_words()
    return frozenset({*known.ones, *known.tens, *known.scales, *known.groups})


@cache
def word_stem(word: str) -> str:
    """A word without the commonest endings of English."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    for ending, least in ENDINGS_WITH_MIN_LETTERS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")


@cache
def _stems_of_synonyms() -> dict[str, str]:
    """Words and stems that are taken for one another, each with the stem of the first of its kind."""
    found: dict[str, str] = {}
    for group in point_words().alike:
        for word in group:
            forms = {word_stem(word), *verb_forms(word), *noun_forms(word)}
            found |= dict.fromkeys(forms, word_stem(group[0]))
    return found


@cache
def opposite_terms() -> Mapping[str, frozenset[str]]:
    """For a term those that cannot hold of the same thing.

    >>> terms_in("closed, locked, shut, barred") <= opposite_terms()["open"]
    True
    """
    found: dict[str, frozenset[str]] = {}
    for one, other in point_words().opposite:
        left, right = terms_in(" ".join(one)), terms_in(" ".join(other))
        for own, facing in ((left, right), (right, left)):
            for term in own:
                found[term] = found.get(term, frozenset()) | facing
    return found
