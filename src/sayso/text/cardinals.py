"""The value of "twenty-five", "1,200", "1.2 million", "half a dozen"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon.numbers import NumberWords, number_words
from sayso.text.words import Word

GROUPED = re.compile(r"\d{1,3}(,\d{3})+")
DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
MAX_DIGITS = 15  # a longer run of digits is no count
SPACES = frozenset("\u00a0\u202f\u2009")
JOINED = frozenset("-‐‑")


class Cardinal(NamedTuple):
    """A number's value and the index of the first word behind it; `round` for words like "dozen"."""

    value: int
    after: int
    round: bool = False


def cardinal(text: str, words: Sequence[Word], at: int) -> Cardinal | None:
    """The cardinal that begins with the word at index `at`; None if there is none."""
    lexicon = number_words()
    if words[at].lower[0].isdigit():
        return _cardinal_in_digits(text, words, at, lexicon)
    return _half_dozen(words, at) or _cardinal_in_words(words, at, lexicon)


def _cardinal_in_digits(
    text: str, words: Sequence[Word], at: int, lexicon: NumberWords
) -> Cardinal | None:
    digits = words[at].lower
    if len(digits) > MAX_DIGITS or not digits.isascii():
        return None
    scale, after = _multiplier_at(words, at + 1, lexicon)
    if DECIMAL.fullmatch(digits) and scale >= 1000:
        whole, _, rest = digits.partition(".")
        return Cardinal(int(whole) * scale + int(rest) * scale // 10 ** len(rest), after)
    if GROUPED.fullmatch(digits):
        return Cardinal(int(digits.replace(",", "")) * scale, after)
    if not digits.isdigit() or (digits[0] == "0" and len(digits) > 1):
        return None
    end, joined = at + 1, digits
    while len(digits) <= 3 and _is_three_digits(text, words, end) and len(joined) < MAX_DIGITS:
        joined += words[end].lower
        end += 1
    if end > at + 1:
        return Cardinal(int(joined), end)
    return Cardinal(int(digits) * scale, after)


def _is_three_digits(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word is three more digits behind a no-break space: 12 000."""
    if at >= len(words) or len(words[at].lower) != 3 or not words[at].lower.isdigit():
        return False
    return text[words[at - 1].end : words[at].start] in SPACES


def _multiplier_at(words: Sequence[Word], at: int, lexicon: NumberWords) -> tuple[int, int]:
    """What multiplies the digits, and the index behind it."""
    word = words[at].lower if at < len(words) else ""
    if word in lexicon.scales:
        return lexicon.scales[word], at + 1
    return (lexicon.groups[word], at + 1) if word == "dozen" else (1, at)


def _half_dozen(words: Sequence[Word], at: int) -> Cardinal | None:
    lower = tuple(word.lower for word in words[at : at + 3])
    if lower == ("half", "a", "dozen"):
        return Cardinal(6, at + 3, round=True)
    return Cardinal(6, at + 3, round=True) if lower == ("half", "-", "dozen") else None


def _cardinal_in_words(words: Sequence[Word], at: int, lexicon: NumberWords) -> Cardinal | None:
    """A cardinal in words; each word follows only those that English allows before it."""
    first = words[at].lower
    article = first in ("a", "an")
    if article:
        at += 1
        following = words[at].lower if at < len(words) else ""
        if following not in lexicon.scales and following not in lexicon.groups:
            return None
    total, part, last, end = 0, int(article), "article" if article else "", at
    while end < len(words):
        word = words[end].lower
        if word in lexicon.ones and last in ("", "tens", "hundred", "scale"):
            part, last = part + lexicon.ones[word], "ones"
        elif word in lexicon.tens and last in ("", "hundred", "scale"):
            part, last = part + lexicon.tens[word], "tens"
        elif word == "hundred" and last in ("article", "ones"):
            part, last = part * 100, "hundred"
        elif word in lexicon.scales and word != "hundred" and last not in ("", "scale"):
            total, part, last = total + part * lexicon.scales[word], 0, "scale"
        elif word in lexicon.groups and last in ("article", "ones", "tens"):
            return Cardinal(part * lexicon.groups[word], end + 1, round=True)
        elif not _joins_parts(words, end, last, lexicon):
            break
        end += 1
    return Cardinal(total + part, end, article) if last not in ("", "article") else None


def _joins_parts(words: Sequence[Word], at: int, last: str, lexicon: NumberWords) -> bool:
    """Whether the word at `at` only joins two parts: twenty-five, two hundred and ten."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower in JOINED:
        tight = words[at].end == words[at + 1].start if following else False
        return last == "tens" and tight and following in lexicon.ones
    small = following in lexicon.ones or following in lexicon.tens
    return words[at].lower == "and" and last in ("hundred", "scale") and small
