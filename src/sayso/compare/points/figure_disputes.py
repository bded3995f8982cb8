"""Disputes of figures: two counts of the same victims at the same time that cannot both be right.

This is arithmetic on tolls: a toll has the figures for one harm to one group in one event. What grew,
was corrected by its speaker, counts a part or is of another time is no dispute.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from types import MappingProxyType

from sayso.compare.figures.quantity import Bounds, are_apart
from sayso.compare.figures.whole_count import figure_words
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.rival_counts import Count, TollCounts, figure_bounds, stand_against
from sayso.compare.points.title import TITLE_WORDS
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.model.comparison import SharedEvent, Toll
from sayso.model.facts import Facts
from sayso.model.reasons import Reason, RuleName, because

MAX_RATIO_OF_AGREEING = 1.25  # of two numbers that are not the same and support each other
MAX_NUMBERS, MAX_COUNTS = 40, 12  # of a toll, and of one number, that are set against others
MANY_SENTENCES = 1000  # between two reports


@dataclass(frozen=True, slots=True)
class FigureDispute:
    """Two counts against each other, and the claims that give each, the best-worded first.

    How sure it is: `event_known` says that both counts name the same event; `order_known` that both
    days are known, or one report has both; `attributed` that each has a speaker of its own. `reasons`
    has why each claim is in it: the other number, or the same number in other words.
    """

    sides: tuple[tuple[ClaimKey, ...], tuple[ClaimKey, ...]]
    event_known: bool
    order_known: bool
    attributed: bool
    reasons: Mapping[ClaimKey, Reason]

    @property
    def strength(self) -> int:
        """How many of the signs there are that it is a dispute: 0 to 3."""
        return self.event_known + self.order_known + self.attributed


def find_figure_disputes(
    pile: Sequence[Facts],
    tolls: Sequence[Toll],
    claims: Sequence[PreparedClaim],
    events: Sequence[SharedEvent],
    origin_of: Mapping[ClaimKey, str],
) -> tuple[FigureDispute, ...]:
    """The disputes of figures in a pile, the surest first; one toll has one at most.

    `origin_of` has the origin that each claim comes from.
    """
    reader = TollCounts(pile, claims, events, origin_of)
    one_policy = {(toll.harm, toll.figures): toll for toll in tolls}
    found = [
        dispute
        for toll in one_policy.values()
        for dispute in [_dispute_in(toll, reader)]
        if dispute is not None
    ]
    return tuple(sorted(found, key=lambda dispute: (-dispute.strength, dispute.sides)))


@dataclass(frozen=True, slots=True)
class _Number:
    """Counts that give the same number."""

    counts: tuple[Count, ...]

    @property
    def origins(self) -> int:
        """How many independent origins give it."""
        return len({count.origin for count in self.counts})

    @property
    def value(self) -> int:
        """The number by which it is compared."""
        return self.counts[0].value


def _dispute_in(toll: Toll, reader: TollCounts) -> FigureDispute | None:
    """The dispute about one toll: between the two numbers that most origins give."""
    if len(toll.course) < 2:
        return None
    counts = reader.counts_of(toll)
    by_bounds: dict[object, list[Count]] = {}
    for count in counts:
        by_bounds.setdefault(count.bounds, []).append(count)
    numbers = [_Number(tuple(group)) for group in by_bounds.values()]
    numbers = sorted(numbers, key=lambda number: -number.origins)[:MAX_NUMBERS]
    rivals = [
        (one, two, pairs)
        for one, two in combinations(numbers, 2)
        for pairs in [[*_rival_pairs(one, two)]]
        if pairs
    ]
    for one, two, pairs in sorted(rivals, key=_rank, reverse=True):
        dispute = _make_dispute(toll, reader, (one, two), pairs)
        if dispute is not None:
            return dispute
    return None


def _rival_pairs(one: _Number, two: _Number) -> Iterator[tuple[Count, Count]]:
    for left in one.counts[:MAX_COUNTS]:
        for right in two.counts[:MAX_COUNTS]:
            if stand_against(left, right):
                yield left, right


Rivals = tuple[_Number, _Number, Sequence[tuple[Count, Count]]]


def _rank(rivals: Rivals) -> tuple[int, int, int, int]:
    """A sort key: the most origins, the surest, the closest in one report, the farthest apart."""
    one, two, pairs = rivals
    return (
        one.origins + two.origins,
        max(sum(_signs(*pair)) for pair in pairs),
        max(-_sentences_apart(*pair) for pair in pairs),
        abs(one.value - two.value),
    )


def _signs(one: Count, two: Count) -> tuple[bool, bool, bool]:
    """Whether both name the event, whether their order is known, whether each has its speaker."""
    one_report = one.document.id == two.document.id
    return (
        one.names_event and two.names_event,
        one_report or bool(one.days and two.days),
        one.attributed and two.attributed,
    )


def _sentences_apart(one: Count, two: Count) -> int:
    """How many sentences lie between two counts of one report; many between two reports."""
    return (
        abs(one.sentence - two.sentence) if one.document.id == two.document.id else MANY_SENTENCES
    )


def _make_dispute(
    toll: Toll,
    reader: TollCounts,
    numbers: tuple[_Number, _Number],
    pairs: Sequence[tuple[Count, Count]],
) -> FigureDispute | None:
    """The dispute between two numbers; None where no claim gives one of them alone."""
    bounds = [number.counts[0].bounds for number in numbers]
    found: tuple[dict[ClaimKey, PreparedClaim], ...] = ({}, {})
    words: list[str] = ["", ""]
    for document, figure in reader.figures_of(toll):
        own = figure_bounds(figure)
        held = [at for at in (0, 1) if _agrees(own, bounds[at], bounds[1 - at])]
        holding = reader.claims_with(document.id, figure.span)
        if not held:
            continue
        if own == bounds[held[0]]:
            words[held[0]] = max(words[held[0]], figure_words(document, figure), key=len)
        for claim in holding[:1]:
            found[held[0]][claim.key] = claim
    sides = _sides_apart(*found)
    if sides is None:
        return None
    ordered = [sorted(side, key=_wording_key) for side in sides]
    keys = [tuple(claim.key for claim in side) for side in ordered]
    reasons = {key: because(RuleName.SAME_COUNT, words[at]) for at in (0, 1) for key in keys[at]}
    reasons |= {keys[at][0]: because(RuleName.OTHER_COUNT, words[1 - at]) for at in (0, 1)}
    return FigureDispute(
        (keys[0], keys[1]),
        *max((_signs(*pair) for pair in pairs), key=sum),
        MappingProxyType(reasons),
    )


def _sides_apart(
    one: Mapping[ClaimKey, PreparedClaim], two: Mapping[ClaimKey, PreparedClaim]
) -> tuple[list[PreparedClaim], list[PreparedClaim]] | None:
    """The claims of two sides; one that gives both numbers stays only where no other does.

    None where a side has no claim of its own.
    """
    left = [claim for key, claim in one.items() if key not in two]
    right = [claim for key, claim in two.items() if key not in one]
    if left and right:
        return left, right
    if left and two:
        return left, list(two.values())
    return (list(one.values()), right) if right and one else None


def _agrees(own: Bounds, side: Bounds, other: Bounds) -> bool:
    """Whether a number is that of one side, or is near it and contradicts only the other side."""
    if own == side:
        return True
    least, most = sorted(low or high for low, high in (own, side))
    is_near = most <= MAX_RATIO_OF_AGREEING * least
    return is_near and not are_apart(own, side) and are_apart(own, other)


def _wording_key(claim: PreparedClaim) -> tuple[bool, bool, bool, str, int]:
    """A sort key: said by a speaker, opened by no pronoun, of a good length; then by place."""
    return (
        claim.outlet_voice,
        claim.opens_with_pronoun,
        len(claim.compared_text.split()) not in TITLE_WORDS,
        claim.document,
        claim.sentence_number,
    )
