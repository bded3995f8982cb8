"""Days counted from another day, and how a text writes them: "two days ago", "the next day"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.dates import DateWords, Direction, TimeUnit
from sayso.lexicon.grammar import grammar
from sayso.text.cardinals import cardinal
from sayso.text.words import Word, lower_at, two_words_at

UNITS_AROUND_DAY = frozenset({TimeUnit.DAY, TimeUnit.WEEK, TimeUnit.MONTH, TimeUnit.YEAR})


@dataclass(frozen=True, slots=True)
class Deictic:
    """A day, week, month or year counted from the day of publication: "yesterday", "last week".

    A "night" ends on that day; a "past weekend" is the last that has begun.
    """

    unit: TimeUnit
    shift: int
    part: str | None = None


@dataclass(frozen=True, slots=True)
class PastStretch:
    """Some units up to the day of publication: "the past three days"."""

    count: int
    unit: TimeUnit


@dataclass(frozen=True, slots=True)
class Offset:
    """A distance from the day of publication ("ago"), or from a day mentioned before."""

    count: int
    unit: TimeUnit
    direction: Direction
    from_event: bool = False


CountedAndEnd = tuple[Offset | PastStretch, int]  # and the index of the first word behind it


def counted_days(
    text: str, tokens: Sequence[Word], at: int, lexicon: DateWords
) -> CountedAndEnd | None:
    """Read "two days ago", "48 hours after the battle", "the next day", "a week later"."""
    lower = lower_at(tokens, at)
    if lower == "the":
        return _neighbouring_time(tokens, at + 1, lexicon)
    if lower == "that":
        return _same_time(tokens, at + 1, lexicon)
    if lower_at(tokens, at - 1) in lexicon.part_of_count:
        return None
    start = at + 1 if lower in lexicon.about_count else at
    counted = cardinal(text, tokens, start) if start < len(tokens) else None
    if counted is not None:
        count, unit_at = counted.value, counted.after
    elif lower in grammar().indefinite_articles:
        count, unit_at = 1, at + 1
    else:
        return None
    unit = lexicon.units.get(lower_at(tokens, unit_at))
    direction = lexicon.directions.get(lower_at(tokens, unit_at + 1))
    if unit is None or direction is None or not 0 < count < 10_000:
        return None
    if tokens[unit_at + 1].lower in lexicon.before_event:
        event = _end_of_event(tokens, unit_at + 2, lexicon)
        return (Offset(count, unit, direction, from_event=True), event) if event else None
    return (Offset(count, unit, direction), unit_at + 2)


def _end_of_event(tokens: Sequence[Word], at: int, lexicon: DateWords) -> int | None:
    """The index behind "the battle", where that is what stands here."""
    if lower_at(tokens, at) in lexicon.event_openers and lower_at(tokens, at + 1).isalpha():
        return at + 2
    return None


def _neighbouring_time(tokens: Sequence[Word], at: int, lexicon: DateWords) -> CountedAndEnd | None:
    """Read "the next day", "the same day", "the day before", "the past two weeks"."""
    lower, unit = lower_at(tokens, at), lexicon.units.get(lower_at(tokens, at + 1))
    if unit in UNITS_AROUND_DAY:
        if lower in lexicon.unit_after:
            return (Offset(1, unit, Direction.AFTER), at + 2)
        if lower in lexicon.unit_before:
            return (Offset(1, unit, Direction.BEFORE), at + 2)
        if lower in lexicon.same_unit:
            return (Offset(0, unit, Direction.AFTER), at + 2)
        if lower in lexicon.unit_up_to_now:
            return (PastStretch(1, unit), at + 2)
    if two_words_at(tokens, at) in lexicon.days_beside:
        if lower_at(tokens, at + 2) in lexicon.days:
            return None
        direction = lexicon.directions[lower_at(tokens, at + 1)]
        event = _end_of_event(tokens, at + 2, lexicon)
        return (Offset(1, TimeUnit.DAY, direction, event is not None), event or at + 2)
    if lower in lexicon.unit_up_to_now:
        counted = cardinal("", tokens, at + 1) if at + 1 < len(tokens) else None
        unit = lexicon.units.get(lower_at(tokens, counted.after)) if counted else None
        if counted and unit and 0 < counted.value < 1000:
            return (PastStretch(counted.value, unit), counted.after + 1)
    return None


def _same_time(tokens: Sequence[Word], at: int, lexicon: DateWords) -> CountedAndEnd | None:
    """Read "that day", "that same month", "that night"."""
    at += lower_at(tokens, at) in lexicon.same_unit
    if lower_at(tokens, at) in lexicon.nights:
        return (Offset(0, TimeUnit.NIGHT, Direction.AFTER), at + 1)
    unit = lexicon.units.get(lower_at(tokens, at))
    return (Offset(0, unit, Direction.AFTER), at + 1) if unit in UNITS_AROUND_DAY else None
