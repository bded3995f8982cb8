"""The stem that the forms of a word, or a noun and its verb, share; families.toml has the
endings."""

from functools import cache

from sayso.lexicon.inflect import irregular_bases
from sayso.lexicon.load import word_list

MIN_STEM_LETTERS = 4  # letters of a stem


@cache
def word_stem(phrase: str) -> str:
    """What is left of a phrase's first word of some length without its ends.

    >>> [word_stem(word) for word in ("announced", "announcement", "the killings", "shot", "shooting")]
    ['announc', 'announc', 'kil', 'shoot', 'shoot']
    """
    own = [
        word for word in phrase.lower().split() if word.isalpha() and word not in _leading_words()
    ]
    word = own[0] if own else phrase.lower()
    word = irregular_bases().get(word, word)
    for end in word_list("families", "stems", "ends"):
        if word.endswith(end) and len(word) - len(end) >= MIN_STEM_LETTERS:
            word = word.removesuffix(end)
    doubled = len(word) >= MIN_STEM_LETTERS and word[-1] == word[-2]
    return word[:-1] if doubled else word


@cache
def _leading_words() -> frozenset[str]:
    return frozenset(word_list("families", "stems", "leading"))
