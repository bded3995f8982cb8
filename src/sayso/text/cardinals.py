"""The value of "twenty-five", "1,200", "1.2 million", "half a dozen"."""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from sayso.lexicon.grammar import grammar
from sayso.lexicon.harms import harm_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.numbers import NumberWords, number_words
from sayso.model.limits import MAX_COUNT
from sayso.text.marks import HYPHENS
from sayso.text.words import Word, lower_at

GROUPED = re.compile(r"\d{1,3}(?:(?:,\d{3})+|(?:\.\d{3})+)")
DECIMAL = re.compile(r"\d{1,6}\.\d{1,3}")
MAX_DIGITS = 15  # a longer run of digits is no count
SPACES = frozenset(" \u00a0\u202f\u2009")
HUNDRED = 100  # the scale that multiplies only what stands right before it


class _Part(Enum):
    """What the part of a number in words is that has been read last."""

    NOTHING = auto()
    ARTICLE = auto()
    ONES = auto()
    TENS = auto()
    HUNDRED = auto()
    SCALE = auto()


BEFORE_ONES = (_Part.NOTHING, _Part.TENS, _Part.HUNDRED, _Part.SCALE)
BEFORE_TENS = (_Part.NOTHING, _Part.HUNDRED, _Part.SCALE)
BEFORE_HUNDRED = (_Part.ARTICLE, _Part.ONES)
NOT_BEFORE_SCALE = (_Part.NOTHING, _Part.SCALE)
BEFORE_GROUP = (_Part.ARTICLE, _Part.ONES, _Part.TENS)
BEFORE_AND = (_Part.HUNDRED, _Part.SCALE)  # two hundred and ten
WITHOUT_NUMBER = (_Part.NOTHING, _Part.ARTICLE)


class Cardinal(NamedTuple):
    """A number's value and the index of the first word behind it; `round` for words like "dozen"."""

    value: int
    after: int
    round: bool = False


def cardinal(text: str, words: Sequence[Word], at: int) -> Cardinal | None:
    """The cardinal that begins with the word at index `at`; None if there is none.

    What is larger than MAX_COUNT is none.
    """
    lexicon, lower = number_words(), words[at].lower
    if lower[0].isdigit():
        found = _cardinal_in_digits(text, words, at, lexicon)
    elif lower in _opening_words():
        found = _round_phrase(words, at, lexicon) or _cardinal_in_words(words, at, lexicon)
    else:
        return None
    return found if found is not None and found.value <= MAX_COUNT else None


@cache
def _opening_words() -> frozenset[str]:
    """The words with which a cardinal in words may begin."""
    lexicon = number_words()
    plain = (*lexicon.ones, *lexicon.tens, *lexicon.round)
    return frozenset(plain) | grammar().indefinite_articles


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
    if GROUPED.fullmatch(digits) and ("." not in digits or _may_be_pointed(words, at)):
        return Cardinal(int(digits.replace(",", "").replace(".", "")) * scale, after)
    if not digits.isdigit() or (digits[0] == "0" and len(digits) > 1):
        return None
    end, joined = at + 1, digits
    while len(digits) <= 3 and _is_three_digits(text, words, end) and len(joined) < MAX_DIGITS:
        joined += words[end].lower
        end += 1
    if end > at + 1:
        return Cardinal(int(joined), end)
    return Cardinal(int(digits) * scale, after)


def _may_be_pointed(words: Sequence[Word], at: int) -> bool:
    """Whether points may part the thousands here: "1.234 people", "Dead: 1.234"."""
    opens = words[at].lower[0] != "0"
    return opens and (_people_at(words, at + 1) or lower_at(words, at - 1) == ":")


def _is_three_digits(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the word is three more digits behind a space: 12 000."""
    if at >= len(words) or len(words[at].lower) != 3 or not words[at].lower.isdigit():
        return False
    return text[words[at - 1].end : words[at].start] in SPACES


def _multiplier_at(words: Sequence[Word], at: int, lexicon: NumberWords) -> tuple[int, int]:
    """What multiplies the digits, and the index behind it."""
    word = words[at].lower if at < len(words) else ""
    if word in lexicon.scales:
        return lexicon.scales[word], at + 1
    if (
        word in lexicon.letters
        and words[at].start == words[at - 1].end
        and _people_at(words, at + 1)
    ):
        return lexicon.letters[word], at + 1
    return (lexicon.groups[word], at + 1) if word in lexicon.around.behind_digits else (1, at)


def _people_at(words: Sequence[Word], at: int) -> bool:
    """Whether a word for people or for harm stands here: "2m people", "20k displaced"."""
    known, lower = harm_words(), lower_at(words, at)
    known_words = lower in known.predicates or lower in known.helpers
    return known_words or lower in known.people or nouns().is_people(lower)


def _round_phrase(words: Sequence[Word], at: int, lexicon: NumberWords) -> Cardinal | None:
    """A round number that is named by several words: half a dozen."""
    for phrase, value in lexicon.round.get(words[at].lower, ()):
        if tuple(word.lower for word in words[at : at + len(phrase)]) == phrase:
            return Cardinal(value, at + len(phrase), round=True)
    return None


def _cardinal_in_words(words: Sequence[Word], at: int, lexicon: NumberWords) -> Cardinal | None:
    """A cardinal in words; each word follows only those that English allows before it.

    A hundred multiplies less than a hundred, and a scale follows only larger ones; so a number has
    a last word.
    """
    article = words[at].lower in grammar().indefinite_articles
    if article:
        at += 1
        following = words[at].lower if at < len(words) else ""
        if following not in lexicon.scales and following not in lexicon.groups:
            return None
    total, part, end = 0, int(article), at
    last = _Part.ARTICLE if article else _Part.NOTHING
    last_scale = MAX_COUNT
    while end < len(words):
        word = words[end].lower
        scale = lexicon.scales.get(word)
        if word in lexicon.ones and last in BEFORE_ONES:
            part, last = part + lexicon.ones[word], _Part.ONES
        elif word in lexicon.tens and last in BEFORE_TENS:
            part, last = part + lexicon.tens[word], _Part.TENS
        elif scale == HUNDRED and last in BEFORE_HUNDRED and part < HUNDRED:
            part, last = part * HUNDRED, _Part.HUNDRED
        elif scale and HUNDRED < scale < last_scale and last not in NOT_BEFORE_SCALE:
            total, part, last, last_scale = total + part * scale, 0, _Part.SCALE, scale
        elif word in lexicon.groups and last in BEFORE_GROUP:
            return Cardinal(part * lexicon.groups[word], end + 1, round=True)
        elif not _joins_parts(words, end, last, lexicon):
            break
        end += 1
    return Cardinal(total + part, end, article) if last not in WITHOUT_NUMBER else None


def _joins_parts(words: Sequence[Word], at: int, last: _Part, lexicon: NumberWords) -> bool:
    """Whether the word at `at` only joins two parts: twenty-five, two hundred and ten."""
    following = words[at + 1].lower if at + 1 < len(words) else ""
    if words[at].lower in HYPHENS:
        tight = bool(following) and words[at].end == words[at + 1].start
        return last is _Part.TENS and tight and following in lexicon.ones
    small = following in lexicon.ones or following in lexicon.tens
    return words[at].lower == "and" and last in BEFORE_AND and small
