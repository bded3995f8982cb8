"""The marks that rules look for: dashes, quotation marks, apostrophes, endings of possessives."""

from sayso.lexicon.grammar import grammar

DASHES = grammar().marks_dashes
HYPHENS = grammar().marks_hyphens
SOFT_HYPHENS = grammar().marks_soft_hyphens
APOSTROPHES = grammar().marks_apostrophes
OPENING_DOUBLE_QUOTES = grammar().marks_opening_double_quotes
POSSESSIVE_ENDINGS = tuple(sorted(grammar().marks_possessive_endings))
ENDING_LENGTH = 2  # characters of either ending


def is_possessive(word: str) -> bool:
    """Whether a word, in lower case, ends in 's.

    >>> is_possessive("mali’s"), is_possessive("malis")
    (True, False)
    """
    return word.endswith(POSSESSIVE_ENDINGS)


def without_possessive(word: str) -> str:
    """A word, in lower case, without 's at its end.

    >>> without_possessive("mali’s")
    'mali'
    """
    return word[:-ENDING_LENGTH] if word.endswith(POSSESSIVE_ENDINGS) else word
