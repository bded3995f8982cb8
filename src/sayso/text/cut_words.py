"""Whether a hyphen at the end of a line cuts a word, or belongs to it: "hos-" "pital", "twenty-" "two"."""

import re
from collections.abc import Callable
from functools import cached_property
from itertools import pairwise

from sayso.lexicon.grammar import grammar
from sayso.lexicon.inflect import dictionary_form
from sayso.lexicon.numbers import number_words
from sayso.text.marks import HYPHENS, SOFT_HYPHENS

IsWord = Callable[[str], bool]

MAX_HALF = 40  # letters of a word on one side of its hyphen
BEFORE = re.compile(r"[^\W\d_]{1,40}$")
BEHIND = re.compile(r"[^\W\d_]{1,40}")
COMPOUND = re.compile(
    rf"(?<!\w)[^\W\d_]{{1,40}}(?:[{''.join(sorted(HYPHENS))}][^\W\d_]{{1,40}}){{1,3}}(?!\w)"
)
CUT = re.compile(
    rf"(?<!\w)([^\W\d_]{{2,40}})[{''.join(sorted(HYPHENS))}][^\S\n]{{0,9}}\n\s{{0,99}}([^\W\d_]{{2,40}})(?!\w)"
)
WHOLE = re.compile(r"[^\W\d_]{4,80}")
# Endings of words whose dictionary form alone is listed, and what stands in their place there.
ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
MIN_STEM = 4  # letters
HANDLE_MARKS = ("@", "#")


class CutWords:
    """Decides for the hyphens at the line ends of one text.

    `is_word` says whether a word in lower case is one that the language has.
    """

    def __init__(self, text: str, is_word: IsWord) -> None:
        self._text = text
        self._is_word = is_word
        self._compounds = {part for one in COMPOUND.finditer(text) for part in _pairs(one[0])}
        self._words = {one[0].lower() for one in WHOLE.finditer(text)}

    def hyphen_stays(self, hyphen: int, behind: int) -> bool:
        """Whether the hyphen at a place belongs to the word that goes on at `behind`."""
        text = self._text
        if text[hyphen] in SOFT_HYPHENS:
            return False
        before = BEFORE.search(text, max(0, hyphen - MAX_HALF), hyphen)
        after = BEHIND.match(text, behind)
        if before is None or after is None:
            return True  # "12-" "year-old"
        if text[before.start() - 1 : before.start()] in HANDLE_MARKS:
            return False  # "@Rescue" "Post"
        if after[0][0].isupper() and not before[0][-1].isupper():
            return True  # "Al-" "Shabaab"
        left, right = before[0].lower(), after[0].lower()
        if (left, right) in self._compounds:
            return True
        if left + right in self._words or _is_number(left + right):
            return False
        if _is_number(left) and _is_number(right):
            return True
        return not self._is_known(left + right) and self._may_be_compound(left, right)

    def _may_be_compound(self, left: str, right: str) -> bool:
        """Whether two halves of what is no listed word make one with a hyphen.

        Two words do, but not in a text whose other words are cut.
        """
        if left in grammar().halves_first or right in grammar().halves_second:
            return True
        return self._is_known(left) and self._is_known(right) and not self._cuts_words

    @cached_property
    def _cuts_words(self) -> bool:
        """Whether a word of the text is surely cut, because its halves are none: "hos-" "pital"."""
        return any(
            self._is_known(left + right) and not (self._is_known(left) and self._is_known(right))
            for left, right in (one.groups() for one in CUT.finditer(self._text.lower()))
        )

    def _is_known(self, lower: str) -> bool:
        if self._is_word(lower) or lower in dictionary_form():
            return True
        return any(
            lower.endswith(ending)
            and len(lower) - len(ending) >= MIN_STEM
            and self._is_word(lower.removesuffix(ending) + other)
            for ending, other in ENDINGS
        )


def _pairs(compound: str) -> list[tuple[str, str]]:
    """Each two neighbours in a word with hyphens, in lower case."""
    parts = re.split(f"[{''.join(sorted(HYPHENS))}]", compound.lower())
    return list(pairwise(parts))


def _is_number(lower: str) -> bool:
    known = number_words()
    return lower in known.ones or lower in known.tens or lower in known.scales
