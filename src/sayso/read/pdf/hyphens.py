"""Words that a line's end has cut.

The hyphen falls where the word goes on in small letters, unless it is the word's own: after a
number ("twenty-two"), a prefix such as "self", or another hyphen ("mother-in-law"); between numbers,
signs or capitals ("COVID-19"); or where the document has the word with its hyphen elsewhere, and
never without.
"""

import re
from collections.abc import Iterable

from sayso.lexicon.numbers import number_words
from sayso.lexicon.pdf import pdf_words

HYPHENS = ("-", "\u2010", "\xad")
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")


class Vocabulary:
    """The words that a document writes within a line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._known: set[str] = set()
        for line in lines:
            words = [word.lower().replace("\u2010", "-") for word in WORD.findall(line)]
            # The last word of a line may be cut, and the first one the rest of another.
            self._known.update(words[1:-1])

    def keeps_hyphen(self, left: str, right: str) -> bool | None:
        """Whether a hyphen stays between the ends of two lines; None if there is no cut word.

        `left` ends with the hyphen.
        """
        stem = left[:-1]
        if left[-1:] not in HYPHENS or not stem[-1:].isalnum() or not right[:1].isalnum():
            return None
        if left[-1] == "\xad":
            return False
        before, behind = _last_letters(stem).lower(), _first_letters(right).lower()
        same_case = right[0].islower() or (stem[-2:].isupper() and right[:2].isupper())
        if not (stem[-1].isalpha() and right[0].isalpha() and same_case):
            return True
        joined, parted = before.rpartition("-")[2] + behind, f"{before}-{behind}"
        if parted in self._known or joined in self._known:
            return joined not in self._known
        return "-" in before or _is_number(before) or before in pdf_words("prefixes")


def _last_letters(text: str) -> str:
    found = re.search(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*$", text[-60:])
    return found[0] if found else ""


def _first_letters(text: str) -> str:
    found = WORD.match(text[:60])
    return found[0].replace("\u2010", "-").partition("-")[0] if found else ""


def _is_number(word: str) -> bool:
    return word in number_words().tens
