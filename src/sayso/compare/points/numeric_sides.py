"""Which side of a point a claim is on by the number that it gives."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.compare.figures.dated_number import DatedNumber, outgrows
from sayso.compare.figures.quantity import (
    Quantity,
    are_apart,
    count_same_harm,
    count_same_things,
    exclude_each_other,
)
from sayso.compare.figures.revisions import Thread, Threads
from sayso.compare.figures.victims import side_of_victims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.terms import terms_in
from sayso.lexicon.points import point_words
from sayso.model.comparison import Change, Evidence
from sayso.model.reasons import RuleName, because

MIN_SHARE_OF_TERMS = 0.5  # of the terms of the shorter claim, that both claims have
MIN_SHARED_TERMS = 2  # besides what is counted
MAX_TERMS_BESIDE_NUMBER = 2  # of a claim that is little but its number
MAX_CHARACTERS_SHOWN = 80  # of a claim
CHANGES = {
    Change.UPDATE: ("a number that grew", RuleName.NUMBER_GREW),
    Change.CORRECTION: ("a number that was corrected", RuleName.NUMBER_CORRECTED),
}


@dataclass(frozen=True, slots=True)
class PointNumbers:
    """The numbers of a point: one quantity for the place of each claim that gives one.

    The `threads` are made of them; a number's `ref` is the place of its claim.
    """

    claims: Sequence[PreparedClaim]
    quantities: Mapping[int, Quantity]
    threads: Threads


def read_point_numbers(claims: Sequence[PreparedClaim], content: Sequence[int]) -> PointNumbers:
    """The numbers of the places in `content` whose speakers stand behind their claims.

    Of each claim it takes a number for the same things as the first number that was said.
    """
    places = [
        place
        for place in content
        if claims[place].quantities and claims[place].speaker_polarity > 0
    ]
    places.sort(key=lambda place: (_first_day(claims[place]), place))
    quantities: dict[int, Quantity] = {}
    for place in places:
        quantity = _comparable_quantity(claims[place], claims[places[0]])
        if quantity is not None:
            quantities[place] = quantity
    dated = [dated_number(claims[place], quantities[place], place) for place in quantities]
    return PointNumbers(claims, quantities, Threads(dated))


def dated_number(claim: PreparedClaim, quantity: Quantity, ref: int) -> DatedNumber:
    """A quantity of a claim, as it is compared with those of other claims."""
    line = " ".join(claim.compared_text.split())
    cut = line if len(line) <= MAX_CHARACTERS_SHOWN else line[: MAX_CHARACTERS_SHOWN - 1] + "…"
    return DatedNumber(
        ref=ref,
        value=quantity.value,
        bounds=quantity.bounds,
        said=claim.saying_time,
        speaker=claim.voice,
        report=claim.document,
        side=claim.belligerent,
        of_enemy=is_enemy(claim.belligerent, side_of_victims(quantity.victim_kind or "")),
        may_increase=quantity.is_harm,
        may_decrease=quantity.may_decrease,
        revision=quantity.revision,
        label=f"“{cut}”",
        words=f"“{cut}”",
    )


def sides_by_numbers(numbers: PointNumbers) -> Mapping[int, int]:
    """The side of each claim that gives a number: 1, or -1 against the number that most give.

    Empty if the numbers can all be right, or only grew from one to the next.
    """
    threads = numbers.threads
    if len(threads.threads) < 2:
        return {}
    by_thread: dict[Thread, list[DatedNumber]] = {}
    for step in threads.steps:
        if step.number.ref in threads.thread_of:
            by_thread.setdefault(threads.thread_of[step.number.ref], []).append(step.number)
    sizes = Counter({thread: len(group) for thread, group in by_thread.items()})
    main = max(threads.threads, key=lambda thread: sizes[thread])
    rivals = {
        thread
        for thread in threads.threads
        if thread is not main
        and _is_rival(thread, main)
        and _are_of_one_thing(numbers, by_thread.get(thread, []), by_thread.get(main, []))
    }
    if not rivals:
        return {}
    against = {number.ref for rival in rivals for number in by_thread.get(rival, [])}
    return {step.number.ref: -1 if step.number.ref in against else 1 for step in threads.steps}


def changed_numbers(numbers: PointNumbers) -> list[Evidence]:
    """The numbers that grew or were corrected from one claim to the next, with the reason for each."""
    return [
        Evidence.of(feature, 1.0, because(rule, step.number.words), step.reason)
        for step in numbers.threads.steps
        if step.change in CHANGES
        for feature, rule in [CHANGES[step.change]]
    ]


def _comparable_quantity(claim: PreparedClaim, first: PreparedClaim) -> Quantity | None:
    """The quantity of a claim to set beside the first claim's: one that agrees with it, if any."""
    asked, may_be_silent = first.quantities[0], claim.gives_tally or first.gives_tally
    comparable = [
        quantity for quantity in claim.quantities if _are_comparable(quantity, asked, may_be_silent)
    ]
    agreeing = [quantity for quantity in comparable if not exclude_each_other(quantity, asked)]
    return next(iter(agreeing or comparable), None)


def _are_comparable(quantity: Quantity, other: Quantity, may_be_silent: bool) -> bool:
    """Whether two numbers of one point are of the same things and people, as far as they say it.

    `may_be_silent` is for a tally, which need not say what it counts.
    """
    kinds = {quantity.victim_kind, other.victim_kind} - {None}
    both_silent = not quantity.unit and not other.unit
    is_silent = both_silent or (may_be_silent and not (quantity.unit and other.unit))
    return len(kinds) < 2 and (count_same_things(quantity, other) or is_silent)


def _is_rival(thread: Thread, main: Thread) -> bool:
    """Whether a thread can be neither right beside the main one nor an earlier stage of it."""
    number, other = thread.current, main.current
    is_apart = are_apart(number.bounds, other.bounds)
    return is_apart and not outgrows(other, number) and not outgrows(number, other)


def _are_of_one_thing(
    numbers: PointNumbers, rivals: Sequence[DatedNumber], main: Sequence[DatedNumber]
) -> bool:
    """Whether two claims of two threads, the numbers left out, say much the same, and no sum."""
    pairs = [(rival.ref, other.ref) for rival in rivals for other in main]
    if any(_is_sum(numbers, *pair) or _is_sum(numbers, pair[1], pair[0]) for pair in pairs):
        return False
    return any(_say_much_the_same(numbers, *pair) for pair in pairs)


def _is_sum(numbers: PointNumbers, place: int, other: int) -> bool:
    """Whether the numbers in one claim add up to that of another: 12 and 11 are 23."""
    is_harm = numbers.quantities[place].is_harm
    parts = [
        quantity.low
        for quantity in numbers.claims[place].quantities
        if quantity.low and quantity.is_harm is is_harm
    ]
    return len(parts) > 1 and sum(parts) == numbers.quantities[other].value


def _say_much_the_same(numbers: PointNumbers, place: int, other: int) -> bool:
    """Whether two claims count the same harm, or share enough terms besides what they count."""
    left, right = numbers.claims[place], numbers.claims[other]
    counted, also_counted = numbers.quantities[place], numbers.quantities[other]
    if count_same_harm(counted, also_counted):
        return True
    if left.voice == right.voice and not left.outlet_voice:
        return False
    if left.outlet_voice and right.outlet_voice and not (counted.is_harm or also_counted.is_harm):
        return False  # two outlets in their own voice mostly count different things
    shared = left.terms & right.terms
    fewer = min(len(left.terms), len(right.terms))
    if fewer <= MAX_TERMS_BESIDE_NUMBER and not counted.unit & _measure_terms():
        return True
    enough = len(shared - counted.unit) >= MIN_SHARED_TERMS
    return enough and len(shared) >= MIN_SHARE_OF_TERMS * fewer


@cache
def _measure_terms() -> frozenset[str]:
    """Terms for shares and measures: they do not say what is measured."""
    return terms_in(" ".join(point_words().units))


def _first_day(claim: PreparedClaim) -> str:
    """A sort key: the first day on which a claim may have been said; unknown days come last."""
    return claim.saying_time.first.isoformat() if claim.saying_time else "~"
