"""What a text counts: its numbers, measures and money included, each with its unit."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from itertools import dropwhile
from typing import NamedTuple

from sayso.compare.terms import bare_lower, terms_of
from sayso.lexicon.numbers import number_words
from sayso.lexicon.points import point_words
from sayso.model.happening import Precision
from sayso.model.text import Span
from sayso.text.cardinals import cardinal
from sayso.text.dates import DateExpression, date_expressions
from sayso.text.numbers import Number, numbers
from sayso.text.prepared import read_once
from sayso.text.words import Word, words

MAX_CHARACTERS_TO_SIGN = 16  # beside a number, of what shows it to be a time of day or an age
MAX_CHARACTERS_TO_UNIT = 24  # behind a number
MAX_WORDS_TO_UNIT = 8  # behind a number
TIME_OR_PART = frozenset({"time"})  # the unit of "three days" and "two of them": it is not compared


class CountedThing(NamedTuple):
    """A number, its place, and the terms for what it counts."""

    low: int | None
    high: int | None
    is_approximate: bool
    place: Span
    unit: frozenset[str]


@read_once
def counted_things(text: str, content: Span) -> tuple[CountedThing, ...]:
    """What the words of a content count; dates, times of day, ages and ordinals are left out.

    >>> text = "About 50 tonnes of oil leaked at 5 a.m. on June 21."
    >>> [(thing.low, sorted(thing.unit)) for thing in counted_things(text, Span(0, len(text)))]
    [(50, ['ton'])]
    """
    part = _TextPart(text, content, words(text, content.start, content.end))
    if not any(
        word.lower[0].isdigit() or word.lower in _words_in_numbers() for word in part.tokens
    ):
        return ()
    return tuple(_things_in(part))


class _TextPart(NamedTuple):
    """A part of a text and its words; what stands outside it is not looked at."""

    text: str
    span: Span
    tokens: Sequence[Word]

    def between(self, start: int, end: int) -> str:
        """The characters from `start` to `end` that lie in the part."""
        return self.text[max(self.span.start, start) : min(self.span.end, end)]

    def words_between(self, start: int, end: int) -> Sequence[Word]:
        """The words of the characters from `start` to `end` that lie in the part."""
        return words(self.text, max(self.span.start, start), min(self.span.end, end))


@cache
def _words_in_numbers() -> frozenset[str]:
    """Words that numbers in words are made of; each has at least one: "a hundred", "half a dozen", "no one"."""
    known = number_words()
    plain = (*known.ones, *known.tens, *known.scales, *known.groups, *known.fixed)
    return frozenset({*plain, "half", "between", "no"})


def _things_in(part: _TextPart) -> Iterator[CountedThing]:
    """What a part counts: first what numbers() finds, then all other cardinals."""
    counted = numbers(part.text, part.span.start, part.span.end)
    dated = _places_in(date_expressions(part.text, part.span.start, part.span.end))
    yield from _numbers_with_units(part, counted, dated)
    yield from _other_cardinals(part, _places_in(counted), dated)


def _numbers_with_units(
    part: _TextPart, counted: Sequence[Number], dated: Collection[int]
) -> Iterator[CountedThing]:
    tokens = part.tokens
    starts = [token.start for token in tokens]
    for number in counted:
        has_bounds = number.low is not None or number.high is not None
        if has_bounds and not _is_time_or_age(part, number.bare, number.end, dated):
            first = bisect_left(starts, number.end)
            after = bisect_left(starts, number.end + MAX_CHARACTERS_TO_UNIT)
            is_approximate = number.kind is Precision.ABOUT
            place, unit = Span(number.start, number.end), _unit_behind(tokens[first:after])
            yield CountedThing(number.low, number.high, is_approximate, place, unit)


def _other_cardinals(
    part: _TextPart, known: Collection[int], dated: Collection[int]
) -> Iterator[CountedThing]:
    tokens = part.tokens
    at = 0
    while at < len(tokens):
        word, found = tokens[at], cardinal(part.text, tokens, at)
        end = tokens[found.after - 1].end if found else word.end
        if (
            found is None
            or word.start in known
            or _is_year(word)
            or _is_time_or_age(part, word.start, end, dated)
        ):
            at += 1
            continue
        before = tokens[at - 1].lower if at else ""
        unit = _unit_behind(tokens[found.after : found.after + MAX_WORDS_TO_UNIT])
        is_approximate = before in point_words().about_right
        yield CountedThing(found.value, found.value, is_approximate, Span(word.start, end), unit)
        at = found.after


def _places_in(expressions: Iterable[Number | DateExpression]) -> set[int]:
    """The place of every character of the expressions."""
    return {place for read in expressions for place in range(read.start, read.end)}


def _is_year(word: Word) -> bool:
    return len(word.lower) == 4 and word.lower.isdigit()


def _is_time_or_age(part: _TextPart, start: int, end: int, dated: Collection[int]) -> bool:
    """Whether a number is an ordinal, or of a date, a time of day or an age: "Ana Roll, 39,"."""
    following = part.between(end, end + 1)
    if start in dated or following.isalpha():
        return True
    if ":" in (part.between(start - 1, start), following):
        return True
    known = point_words()
    before = part.words_between(start - MAX_CHARACTERS_TO_SIGN, start)
    behind = [word.lower for word in part.words_between(end, end + MAX_CHARACTERS_TO_SIGN)]
    is_aside = part.between(start - 2, start) == ", " and following in (",", ";")
    is_age = is_aside or ("old" in behind and not known.time.isdisjoint(behind))
    is_age |= bool(before) and before[-1].lower in known.aged
    return is_age or "".join(behind[:3]).startswith(tuple(known.clock))


def _unit_behind(behind: Sequence[Word]) -> frozenset[str]:
    """What is counted, by the words behind a number; people are a unit too, though no term."""
    if behind and behind[0].lower == "of":
        return TIME_OR_PART
    behind = [*dropwhile(lambda word: word.lower in point_words().between, behind)]
    lowers = {bare_lower(word) for word in behind[:2]}
    if lowers & point_words().time:
        return TIME_OR_PART
    return terms_of(behind[:2]) or frozenset({"people"} & lowers)
