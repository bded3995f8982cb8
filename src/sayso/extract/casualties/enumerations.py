"""People listed and counted: "Ana Roll, 34, and her two sons were killed" tells of three."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.extract.casualties.counted_people import STOPS, Reading
from sayso.lexicon.actors import small
from sayso.lexicon.harms import harm_words
from sayso.model.happening import Figure, Precision
from sayso.model.text import Span
from sayso.text.words import Word, lower_at

APART = 10  # words between two of a list
SURE = frozenset({Precision.EXACT, Precision.IMPLIED})


def listed(
    tokens: Sequence[Word], readings: Sequence[Reading], made: Sequence[Figure | None]
) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    """A figure for each list of a sentence that has somebody told without a number, with its members.

    A list of numbers alone ("12 men and 3 boys") is left as it stands: they may be counted apart.
    """
    run: list[int] = []
    for at in range(len(readings) + 1):
        if run and at < len(readings) and _goes_on(tokens, readings, made, (run[-1], at)):
            run.append(at)
            continue
        members = [one for one in (made[place] for place in run) if one is not None]
        if _is_list(tokens, readings, run) and any(map(_is_one, members)):
            yield _sum(tokens, readings[run[-1]], members), tuple(one.id for one in members)
        run = [at] if at < len(readings) and _may_open(readings[at], made[at]) else []


def _may_open(reading: Reading, figure: Figure | None) -> bool:
    if figure is None or figure.harm is None or figure.part_of is not None:
        return False
    return figure.kind in SURE and reading.part_of is None


def _goes_on(
    tokens: Sequence[Word],
    readings: Sequence[Reading],
    made: Sequence[Figure | None],
    pair: tuple[int, int],
) -> bool:
    """Whether the second of the pair is one more of the list that the first is in."""
    left, right = (readings[at] for at in pair)
    if not _may_open(right, made[pair[1]]) or left.harming != right.harming:
        return False
    between = [word.lower for word in tokens[left.counted.stop : right.counted.first]]
    if not 0 < len(between) <= APART or not {",", "and"} & set(between):
        return False
    return not any(lower in STOPS or lower in small("verb") for lower in between)


def _is_list(tokens: Sequence[Word], readings: Sequence[Reading], run: Sequence[int]) -> bool:
    """Whether these are several: "and" stands before the last, and nobody is called by a second name
    ("a clerk, Ana Roll, and a guard" may be two or three)."""
    if len(run) < 2:
        return False
    himself = tokens[readings[run[-1]].counted.first].lower in harm_words().reflexive
    if not (himself or _is_headline(tokens, readings, run)) and not _has_and(
        tokens, readings, run[-2:]
    ):
        return False
    return all(
        _has_and(tokens, readings, run[at : at + 2])
        or _is_named(readings[run[at]]) is _is_named(readings[run[at + 1]])
        for at in range(len(run) - 1)
    )


def _is_headline(tokens: Sequence[Word], readings: Sequence[Reading], run: Sequence[int]) -> bool:
    """Whether these are bare nouns at the head of a sentence, as headlines list them: "Father,
    daughter found dead"; not "Officer, father of two, killed"."""
    first, last = readings[run[0]].counted, readings[run[-1]].counted
    if first.first > 0 or len(run) != 2 or lower_at(tokens, last.stop) == "of":
        return False
    return all(
        one.first == one.noun and one.number.kind is Precision.IMPLIED and one.stop - one.first == 1
        for one in (first, last)
    )


def _has_and(tokens: Sequence[Word], readings: Sequence[Reading], pair: Sequence[int]) -> bool:
    left, right = (readings[at].counted for at in pair)
    return any(word.lower == "and" for word in tokens[left.stop : right.first])


def _is_named(reading: Reading) -> bool:
    one = reading.counted
    return one.first == one.noun and one.number.kind is Precision.IMPLIED


def _is_one(figure: Figure) -> bool:
    return figure.kind is Precision.IMPLIED


def _sum(tokens: Sequence[Word], last: Reading, members: Sequence[Figure]) -> Figure:
    total = sum(one.high or 0 for one in members)
    span = Span(members[0].span.start, tokens[max(last.counted.stop, last.counted.last) - 1].end)
    return replace(members[0], span=span, low=total, high=total, kind=Precision.EXACT, who=span)


def with_lists(
    figures: Sequence[Figure], found: Sequence[tuple[Figure, tuple[str, ...]]]
) -> list[Figure]:
    """The figures and those lists that are all that is said of how many: where the report has a
    number for the same harm outside of them, the number counts."""
    inside = {name for _, members in found for name in members}
    numbered = {
        one.harm
        for one in figures
        if one.kind is not Precision.IMPLIED and not one.hypothetical and one.id not in inside
    }
    whole = {name: one.id for one, members in found if one.harm not in numbered for name in members}
    kept = [one for one, _ in found if one.harm not in numbered]
    parts = [replace(one, part_of=whole.get(one.id, one.part_of)) for one in figures]
    return sorted([*kept, *parts], key=lambda one: one.span)
