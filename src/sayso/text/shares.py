"""Shares of a number that stands behind them: "a third of the 90", "two in three of the 30"."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon.grammar import grammar
from sayso.lexicon.numbers import number_words
from sayso.text.cardinals import Cardinal, cardinal
from sayso.text.marks import HYPHENS
from sayso.text.words import Word, lower_at, two_words_at

MAX_BOTTOM = 100  # "99 in 100"


class Share(NamedTuple):
    """What a share comes to, and the index of the first word behind it; `round` where it is no integer."""

    value: int
    after: int
    round: bool


class _Fraction(NamedTuple):
    top: int
    bottom: int
    after: int


def share(text: str, tokens: Sequence[Word], at: int) -> Share | None:
    """The share that begins with the word at index `at`, if a number is shared: "half of the 60"."""
    fraction = _fraction(text, tokens, at)
    if fraction is None or not 0 < fraction.top < fraction.bottom <= MAX_BOTTOM:
        return None
    whole = _shared(text, tokens, fraction.after)
    if whole is None:
        return None
    value, rest = divmod(whole.value * fraction.top, fraction.bottom)
    return Share(value, fraction.after, round=rest > 0)


def _fraction(text: str, tokens: Sequence[Word], at: int) -> _Fraction | None:
    parts, lower = number_words().parts, tokens[at].lower
    if lower == "half":
        return _Fraction(1, parts[lower], at + 1)
    if lower in grammar().indefinite_articles and lower_at(tokens, at + 1) in parts:
        return _Fraction(1, parts[lower_at(tokens, at + 1)], at + 2)
    top = cardinal(text, tokens, at)
    if top is None:
        return None
    behind = top.after + (lower_at(tokens, top.after) in HYPHENS)
    if lower_at(tokens, behind) in parts:
        return _Fraction(top.value, parts[lower_at(tokens, behind)], behind + 1)
    behind = _behind_in(tokens, top.after)
    bottom = cardinal(text, tokens, behind) if top.after < behind < len(tokens) else None
    return _Fraction(top.value, bottom.value, bottom.after) if bottom else None


def _behind_in(tokens: Sequence[Word], at: int) -> int:
    """The index behind "in" or "out of", which may stand between two numbers of a share."""
    if lower_at(tokens, at) == "in":
        return at + 1
    return at + 2 if two_words_at(tokens, at) == "out of" else at


def _shared(text: str, tokens: Sequence[Word], at: int) -> Cardinal | None:
    """The number behind "of the"."""
    if lower_at(tokens, at) == "of":
        at += 1
    elif (
        lower_at(tokens, at - 1) != "half" or lower_at(tokens, at) in grammar().indefinite_articles
    ):
        return None
    at += lower_at(tokens, at) in number_words().around.before_people
    return cardinal(text, tokens, at) if at < len(tokens) else None
