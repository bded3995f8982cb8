"""How many, and what happened to them."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.extract.casualties.attach_harm import read
from sayso.extract.casualties.counted_people import Counted, Reading, bare_end, counted, implied
from sayso.extract.casualties.enumerations import listed, with_lists
from sayso.extract.casualties.event_of_figure import placed
from sayso.extract.casualties.harm_predicates import HarmPredicate, harmings
from sayso.extract.casualties.injured_then_died import with_fates
from sayso.extract.casualties.person_names import surnames
from sayso.lexicon.harms import harm_words
from sayso.model.happening import Event, Figure, Harm, Precision, When
from sayso.model.text import Span
from sayso.text.numbers import numbers
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

LOOSE = frozenset({Precision.IMPLIED, Precision.VAGUE})  # says nothing unless people came to harm


def find_figures(
    text: str, events: Sequence[Event], times: Sequence[When] = ()
) -> tuple[Figure, ...]:
    """The numbers of people in a report, with the harm done to them where the sentence says it.

    `claim` is left for the caller. Which event a figure is of, occasions.py says.
    """
    every = numbers(text)
    starts = [one.start for one in every]
    split = [words(text, start, end) for start, end in sentences(text)]
    known = {name for tokens in split for name in surnames(text, tokens)}
    found: dict[str, Figure] = {}
    unsettled: set[str] = set()
    lists: list[tuple[Figure, tuple[str, ...]]] = []
    triggers = sorted((event.trigger, event.id) for event in events)
    for tokens in split:
        first, last = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
        own = every[bisect_left(starts, first) : bisect_left(starts, last)]
        done = harmings(tokens)
        people = [counted(tokens, number) for number in own]
        if done:
            people += implied(text, tokens, people, known)
        readings = _read_sentence(tokens, people, done)
        made = _figures(tokens, readings, triggers)
        lists += listed(tokens, readings, made)
        for figure, reading in zip(made, readings, strict=True):
            if figure is None:
                continue
            found.setdefault(figure.id, figure)
            if reading.harming is not None and reading.harming.unsettled:
                unsettled.add(figure.id)
    told = with_lists(sorted(found.values(), key=lambda one: one.span), lists)
    return placed(text, with_fates(text, told, unsettled), events, times)


def _read_sentence(
    tokens: Sequence[Word], people: Sequence[Counted], done: Sequence[HarmPredicate]
) -> list[Reading]:
    readings = [Reading(one) for one in sorted(people, key=lambda one: one.first)]
    for at, reading in enumerate(readings):
        read(tokens, readings, at, done)
        reading.part_of = _part_of(tokens, readings, at)
    return readings


def _figures(
    tokens: Sequence[Word], readings: Sequence[Reading], triggers: Sequence[tuple[Span, str]]
) -> list[Figure | None]:
    """The figure of each reading, None where it is none."""
    made: list[Figure | None] = []
    for at in range(len(readings)):
        made.append(_figure(tokens, readings, at, triggers, made))
    return made


def _part_of(tokens: Sequence[Word], readings: Sequence[Reading], at: int) -> int | None:
    """Of which figure before it this one counts a part: "12 dead, five of them children"."""
    lexicon = harm_words()
    one = readings[at].counted
    before = [word.lower for word in tokens[max(0, one.first - 3) : one.first]]
    behind = [word.lower for word in tokens[one.last : one.last + 2]]
    if before[-1:] == ["among"]:
        before = []  # "he was among 30 wounded": of these, not these of others
    subset = bool(set(before) & lexicon.subset) or (
        behind[:1] == ["of"] and behind[1:] and behind[1] in lexicon.of_them
    )
    if not subset:
        joined = bool(before) and before[-1] in ("and", ",") and at > 0
        beside = readings[at - 1] if joined else None
        near = beside is not None and one.first - beside.counted.stop == 1
        return beside.part_of if beside and near and beside.listed else None
    wholes = [
        place
        for place in range(at)
        if readings[place].harming is not None and readings[place].part_of is None
    ]
    readings[at].listed = bool(set(before) & lexicon.subset)
    return wholes[-1] if wholes else None


def _figure(
    tokens: Sequence[Word],
    readings: Sequence[Reading],
    at: int,
    triggers: Sequence[tuple[Span, str]],
    made: Sequence[Figure | None],
) -> Figure | None:
    reading = readings[at]
    one, number = reading.counted, reading.counted.number
    whole = made[reading.part_of] if reading.part_of is not None else None
    harming = reading.harming
    if whole is not None and (reading.listed or harming is None):
        harming = readings[reading.part_of or 0].harming
    harm: Harm | None = harming.harm if harming else (whole.harm if whole else None)
    if one.things or (
        harm is None
        and (not one.has_noun or one.guessed or number.high == 1 or number.kind in LOOSE)
    ):
        return None
    who = Span(tokens[one.noun].start, bare_end(tokens[one.stop - 1])) if one.has_noun else None
    if who is None and at and made[at - 1] is not None and whole is None:
        last = made[at - 1]
        who = last.who if last and last.harm is not None and harm is not None else None
    event = None
    if harming is not None:
        trigger = Span(tokens[harming.first].start, tokens[harming.last - 1].end)
        event = next((name for span, name in triggers if span.touches(trigger)), None)
    return Figure(
        span=Span(number.start, number.end),
        low=number.low,
        high=number.high,
        kind=number.kind,
        harm=harm,
        who=who,
        event=event,
        claim=None,
        part_of=whole.id if whole else None,
        hypothetical=bool(harming and harming.unreal),
    )
