"""Whether a number is of a longer time than one happening: "more than 700 killed since January"."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from sayso.lexicon.policies import Phrase, background
from sayso.model.text import Span
from sayso.text.dates import DateExpression, Deictic, Past, Said, date_expressions
from sayso.text.days import Calendar
from sayso.text.words import Word, words

LONG = frozenset({"month", "year", "week"})
LONGEST_SENTENCE = 600  # characters on either side that are looked at
REACH = 4  # words between "in" and the happenings
APART = 40  # characters between "homicides" and their year
KEPT = 256  # sentences; each is asked about once for everything that stands in it


class _Sentence(NamedTuple):
    """The words of a sentence, the times that it tells, and its phrases of longer times."""

    tokens: Sequence[Word]
    times: Sequence[DateExpression]
    phrases: Sequence[Span]
    several: Sequence[Span]


def longer_time(text: str, sentence: Span, at: Span, day: date | None) -> Span | None:
    """The words by which a sentence says that what stands `at` is of a longer time.

    They count where they open the sentence, or nothing but words or a paired aside parts them from
    it, and unless they compare ("the deadliest night since January"). A time that begins on the
    `day` of the happening, or after it, is none longer.
    """
    start, own = _around(text, sentence, at)
    tokens, times, phrases, several = _read(own)
    where = Span(at.start - start, at.end - start)
    for found in (*_since(times, tokens, day), *_dated(times, tokens), *phrases, *several):
        if _belongs(own, tokens, found, where) and not _compares(tokens, found):
            return Span(start + found.start, start + found.end)
    return None


def of_several(text: str, sentence: Span, at: Span) -> bool:
    """Whether a sentence sums up several happenings where something stands: "in weekend shootings"."""
    start, own = _around(text, sentence, at)
    where = Span(at.start - start, at.end - start)
    tokens, *_, several = _read(own)
    return any(_belongs(own, tokens, found, where) for found in several)


def goes_with(text: str, sentence: Span, at: Span, time: Span) -> bool:
    """Whether a time in a sentence is that of what stands `at`, as far as commas tell."""
    start = sentence.start
    own = text[start : sentence.end]
    tokens = words(own[: 2 * LONGEST_SENTENCE])
    where = Span(at.start - start, at.end - start)
    found = Span(time.start - start, time.end - start)
    return _belongs(own, tokens, found, where) and not _compares(tokens, found)


def _around(text: str, sentence: Span, at: Span) -> tuple[int, str]:
    """What is looked at of a sentence, and where it starts."""
    start = max(sentence.start, at.start - LONGEST_SENTENCE)
    return start, text[start : min(sentence.end, at.end + LONGEST_SENTENCE)]


@lru_cache(KEPT)
def _read(own: str) -> _Sentence:
    tokens = words(own)
    phrases, several = list(_phrases(tokens)), list(_several(tokens))
    return _Sentence(tokens, date_expressions(own), phrases, several)


def _since(
    times: Sequence[DateExpression], tokens: Sequence[Word], day: date | None
) -> Iterator[Span]:
    known = background()
    before: Word | None = None
    for one in times:
        if isinstance(one.said, Past):
            if one.said.unit.rstrip("s") in LONG:
                yield Span(one.start, one.end)
            continue
        before = _since_before(tokens, one)
        if before is not None and before.lower in known.since and _earlier(one.said, day):
            yield Span(before.start, one.end)


def _since_before(tokens: Sequence[Word], one: DateExpression) -> Word | None:
    """The word before the date, or before words such as "the start of" that lead to it."""
    at = next((at for at, token in enumerate(tokens) if token.start >= one.start), len(tokens))
    at -= at > 0 and tokens[at - 1].lower == "the"
    for first in range(max(0, at - 3), at):
        lowers = tuple(token.lower for token in tokens[first:at])
        if lowers in background().start.get(lowers[0], ()) and first:
            return tokens[first - 1]
    return tokens[at - 1] if at else None


def _earlier(said: Said, day: date | None) -> bool:
    """Whether a stretch that begins then is longer than a happening of that day."""
    if isinstance(said, Deictic):
        return said.unit in LONG - {"week"}
    if not isinstance(said, Calendar):
        return False
    if said.month is None or said.day is None:
        return said.month is not None or said.year is not None
    if day is None:
        return True
    began = (said.year or day.year, said.month, said.day)
    return began < (day.year, day.month, day.day)


def _phrases(tokens: Sequence[Word]) -> Iterator[Span]:
    known = background()
    perfect = any(token.lower in known.perfect for token in tokens)
    for at, token in enumerate(tokens):
        phrases: list[Phrase] = [*known.phrases.get(token.lower, ())]
        phrases += known.running.get(token.lower, ()) if perfect else ()
        for phrase in phrases:
            if tuple(one.lower for one in tokens[at : at + len(phrase)]) == phrase:
                yield Span(token.start, tokens[at + len(phrase) - 1].end)
                break


def _dated(times: Sequence[DateExpression], tokens: Sequence[Word]) -> Iterator[Span]:
    """The year, month or week of a kind of crime: "45 homicides in 2013", "homicides in the city last week"."""
    yearly = [token for token in tokens if token.lower in background().yearly]
    for one in times:
        said = one.said
        long = isinstance(said, Calendar) and said.day is None
        long |= isinstance(said, Deictic) and said.unit in LONG
        if long and any(0 <= one.start - token.end <= APART for token in yearly):
            yield Span(one.start, one.end)


def _several(tokens: Sequence[Word]) -> Iterator[Span]:
    known = background()
    for at, token in enumerate(tokens):
        if token.lower not in known.crimes | known.happenings:
            continue
        first = next(
            (step for step in range(at, max(-1, at - REACH - 1), -1) if tokens[step].lower == "in"),
            None,
        )
        if first is None:
            continue
        before = {word.lower for word in tokens[first:at]}
        behind = {word.lower for word in tokens[at + 1 : at + 3]}
        crimes = token.lower in known.crimes and (before & known.summed or behind & known.across)
        if before & known.separate or crimes:
            yield Span(tokens[first].start, token.end)


def _belongs(own: str, tokens: Sequence[Word], found: Span, where: Span) -> bool:
    """Whether the words of time go with what stands at that place."""
    if found.touches(where):
        return False
    if found.end <= where.start:
        opens = bool(tokens) and found.start <= tokens[min(1, len(tokens) - 1)].start
        return opens or "," not in own[found.end : where.start]
    return own.count(",", where.end, found.start) % 2 == 0


def _compares(tokens: Sequence[Word], found: Span) -> bool:
    """Whether a word of comparison leads to them, no comma between."""
    before = takewhile(lambda token: token.lower != ",", reversed(_up_to(tokens, found.start)))
    return any(token.lower in background().comparing for token in before)


def _up_to(tokens: Sequence[Word], place: int) -> list[Word]:
    return [token for token in tokens if token.end <= place]
