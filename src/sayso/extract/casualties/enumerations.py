"""People listed and counted: "Ana Roll, 34, and her two sons were killed" counts three."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.extract.casualties.casualty_sentence import CasualtySentence, GroupHarm
from sayso.extract.casualties.counted_people import STOPS, CountedGroup
from sayso.lexicon.actors import actor_words
from sayso.lexicon.harms import harm_words
from sayso.model.happening import Figure, Precision
from sayso.model.text import Span
from sayso.text.words import Word, lower_at

MAX_WORDS_BETWEEN = 10  # words between two of a list
EXACT_KINDS = frozenset({Precision.EXACT, Precision.IMPLIED})


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """The figure for all people of a list, and the ids of the figures in it."""

    figure: Figure
    members: tuple[str, ...]


def enumerations(
    sentence: CasualtySentence, figures: Sequence[Figure | None]
) -> Iterator[ListedPeople]:
    """The lists of a sentence that have somebody without a number among them.

    A list of numbers alone ("12 men and 3 boys") is none: they may be counted apart.
    """
    for run in _runs(sentence, figures):
        members = [figure for figure in (figures[at] for at in run) if figure is not None]
        if any(figure.kind is Precision.IMPLIED for figure in members) and _is_list(sentence, run):
            total = _sum(sentence.tokens, sentence.readings[run[-1]].group, members)
            yield ListedPeople(total, tuple(figure.id for figure in members))


def with_enumerations(figures: Sequence[Figure], lists: Sequence[ListedPeople]) -> list[Figure]:
    """The figures, and those lists that alone say how many there were.

    If the report has a number for the same harm outside of them, the number counts.
    """
    inside = {name for listed in lists for name in listed.members}
    numbered = {
        figure.harm
        for figure in figures
        if figure.kind is not Precision.IMPLIED
        and not figure.hypothetical
        and figure.id not in inside
    }
    kept = [listed for listed in lists if listed.figure.harm not in numbered]
    whole = {name: listed.figure.id for listed in kept for name in listed.members}
    parts = [
        replace(figure, part_of=whole[figure.id]) if figure.id in whole else figure
        for figure in figures
    ]
    return sorted([*(listed.figure for listed in kept), *parts], key=lambda figure: figure.span)


def _runs(sentence: CasualtySentence, figures: Sequence[Figure | None]) -> Iterator[list[int]]:
    """Readings that follow each other as the items of a list do."""
    run: list[int] = []
    for at, (reading, figure) in enumerate(zip(sentence.readings, figures, strict=True)):
        may_be_listed = _may_be_listed(reading, figure)
        if (
            run
            and may_be_listed
            and _continues(sentence.tokens, sentence.readings[run[-1]], reading)
        ):
            run.append(at)
            continue
        if run:
            yield run
        run = [at] if may_be_listed else []
    if run:
        yield run


def _may_be_listed(reading: GroupHarm, figure: Figure | None) -> bool:
    """Whether a figure tells harm, exactly, and is no part of another."""
    if figure is None or figure.harm is None or figure.part_of is not None:
        return False
    return figure.kind in EXACT_KINDS and reading.part_of is None


def _continues(tokens: Sequence[Word], left: GroupHarm, right: GroupHarm) -> bool:
    """Whether the words between two groups of the same harm are those of a list."""
    if left.predicate != right.predicate:
        return False
    if not 0 < right.group.first - left.group.stop <= MAX_WORDS_BETWEEN:
        return False
    between = [word.lower for word in tokens[left.group.stop : right.group.first]]
    if harm_words().around.listing.isdisjoint(between):
        return False
    return not any(lower in STOPS or lower in actor_words().verb for lower in between)


def _is_list(sentence: CasualtySentence, run: Sequence[int]) -> bool:
    """Whether the groups are different people.

    "And" stands before the last, and no member may be a second name of another: "a clerk, Ana Roll,
    and a guard" may be two or three.
    """
    if len(run) < 2:
        return False
    tokens, groups = sentence.tokens, [sentence.readings[at].group for at in run]
    himself = tokens[groups[-1].first].lower in harm_words().reflexive
    if not (himself or _is_headline(tokens, groups) or _has_and_between(tokens, *groups[-2:])):
        return False
    return all(
        left.is_bare_name is right.is_bare_name or _has_and_between(tokens, left, right)
        for left, right in pairwise(groups)
    )


def _is_headline(tokens: Sequence[Word], groups: Sequence[CountedGroup]) -> bool:
    """Whether these are bare nouns at the head of a sentence, as headlines list them: "Father,
    daughter found dead"; not "Officer, father of two, killed"."""
    first, last = groups[0], groups[-1]
    if first.first > 0 or len(groups) != 2 or lower_at(tokens, last.stop) == "of":
        return False
    return all(group.is_bare_name and group.stop - group.first == 1 for group in groups)


def _has_and_between(tokens: Sequence[Word], left: CountedGroup, right: CountedGroup) -> bool:
    return any(word.lower == "and" for word in tokens[left.stop : right.first])


def _sum(tokens: Sequence[Word], last: CountedGroup, members: Sequence[Figure]) -> Figure:
    """The figure for all members of a list, the last of which is `last`."""
    total = sum(figure.high or 0 for figure in members)
    span = Span(members[0].span.start, tokens[max(last.stop, last.number_stop) - 1].end)
    return replace(members[0], span=span, low=total, high=total, kind=Precision.EXACT, who=span)
