"""Texts that show nothing: white space, zero-width characters, marks without a letter."""

import re
import unicodedata

# Letters and symbols that are drawn as nothing: the Hangul fillers and the empty Braille cell.
FILLERS = "\u115f\u1160\u3164\uffa0\u2800"
LETTER_OR_DIGIT = re.compile(rf"[^\W_{FILLERS}]")
# Letters, numbers, punctuation, symbols; half a surrogate pair is shown as �.
SEEN = re.compile("[LNPS]|Cs")


def has_words(text: str) -> bool:
    """Whether the text has a letter or a digit that a reader sees."""
    return LETTER_OR_DIGIT.search(text) is not None


def is_blank(text: str) -> bool:
    r"""Whether a reader sees nothing of the text.

    >>> [is_blank(text) for text in (" \u200b", "\u0301", "\u3164", "?", "a")]
    [True, True, True, False, False]
    """
    return not any(SEEN.match(unicodedata.category(one)) and one not in FILLERS for one in text)
