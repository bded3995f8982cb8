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

CUT_MARKS = HYPHENS | SOFT_HYPHENS
REACH = 42  # characters on one side of a break that are looked at
ANY_HYPHEN = f"[{''.join(sorted(HYPHENS))}]"
BEFORE = re.compile(r"[^\W\d_]{1,40}\Z")
BEHIND = re.compile(r"[^\W\d_]{1,40}")
COMPOUND = re.compile(rf"(?<!\w)[^\W\d_]{{1,40}}(?:{ANY_HYPHEN}[^\W\d_]{{1,40}}){{1,3}}(?!\w)")
CUT = re.compile(
    rf"(?<!\w)([^\W\d_]{{2,40}}){ANY_HYPHEN}[^\S\n]{{0,9}}\n\s{{0,99}}([^\W\d_]{{2,40}})(?!\w)"
)
WHOLE = re.compile(r"[^\W\d_]{4,80}")
# Endings of words whose dictionary form alone is listed, and what stands in their place there.
ENDINGS = (("s", ""), ("es", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
MIN_STEM = 4  # letters
HANDLE_MARKS = ("@", "#")


def is_cut(before: str, behind: str) -> bool:
    """Whether a line ends with a hyphen in a word that the next line goes on with.

    >>> is_cut("the hos-", "pital"), is_cut("twenty-", "two"), is_cut("the hospital -", "he said")
    (True, True, False)
    """
    return before[-1:] in CUT_MARKS and before[-2:-1].isalnum() and behind[:1].isalnum()


class CutWords:
    """Decides for the hyphens at the line ends of one text.

    `is_word` says whether a word in lower case is one that the language has.
    """

    def __init__(self, text: str, is_word: IsWord) -> None:
        self._text = text
        self._is_word = is_word
        self._compounds = {part for one in COMPOUND.finditer(text) for part in _pairs(one[0])}
        self._words = {one[0].lower() for one in WHOLE.finditer(text)}

    def hyphen_stays(self, before: str, behind: str) -> bool:
        """Whether the hyphen that ends a line belongs to the word that goes on in the next one.

        The last characters of the one and the first ones of the other are enough: `REACH` of them.
        """
        if before[-1] in SOFT_HYPHENS:
            return False
        before = before[-REACH:-1]
        first, second = BEFORE.search(before), BEHIND.match(behind)
        if first is None or second is None:
            return True  # "12-" "year-old"
        mark = before[first.start() - 1 : first.start()]
        if mark in HANDLE_MARKS:
            return False  # "@Rescue" "Post"
        if second[0][0].isupper() and not (first[0][-2:].isupper() and second[0][:2].isupper()):
            return True  # "Al-" "Shabaab"
        left, right = first[0].lower(), second[0].lower()
        if (left, right) in self._compounds:
            return True
        if left + right in self._words or _is_number(left + right):
            return False
        if _is_number(left) and _is_number(right):
            return True
        in_compound = bool({mark, behind[second.end() : second.end() + 1]} & HYPHENS)
        return not self._is_known(left + right) and self._may_be_compound(left, right, in_compound)

    def _may_be_compound(self, left: str, right: str, in_compound: bool) -> bool:
        """Whether two halves of what is no listed word make one with a hyphen.

        Some halves always do: "Saudi-" "led", "anti-" "war". Any two words do, but not in a text whose
        other words are cut, unless there is one more hyphen: "back-to-" "back".
        """
        if right in grammar().halves_second:
            return True
        if left in grammar().halves_first:
            return self._is_known(right) or not self._cuts_words
        both_known = self._is_known(left) and self._is_known(right)
        return both_known and (in_compound or not self._cuts_words)

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
    return list(pairwise(re.split(ANY_HYPHEN, compound.lower())))


def _is_number(lower: str) -> bool:
    known = number_words()
    return lower in known.ones or lower in known.tens or lower in known.scales
