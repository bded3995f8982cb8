"""How many of the points marked by hand are found, and with which sides.

An extracted claim *is* a marked one if half of the shorter lies in the other. A marked point is
*found* if a point of the comparison has at least two of its claims and at least half of them, and
if at most a third of that point's claims belong to other marked points or to none. The *sides* are
those of its claims that were found; all of them may be the other way round, because that depends on
the title. Its *state* is right or wrong. *Invented* are the points called contested that do not
have two claims of any marked point.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bench.piles.marked_piles import SETS, MarkedClaim, Pile, read_piles
from sayso.compare.comparison import compare
from sayso.engine.serial import extract_all
from sayso.model.comparison import Comparison, Point, Side, State
from sayso.model.text import Span

OTHER_SIDE = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.OPEN: Side.OPEN}


@dataclass
class Score:
    """Counts of what was found; `notes` says what is wrong with each point."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def share_of(self, part: str, whole: str) -> float:
        """One count divided by another; 1 where that other is 0."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def figures(self) -> dict[str, float | int]:
        """The shares, and how many points there are."""
        return {
            "points": self.counts["points"],
            "found": round(self.share_of("found", "points"), 4),
            "sides": round(self.share_of("sides", "placed"), 4),
            "states": round(self.share_of("states", "found"), 4),
            "claims placed": round(self.share_of("placed", "claims"), 4),
            "claims extracted": round(self.share_of("extracted", "claims"), 4),
            "contested that are invented": round(self.share_of("invented", "contested"), 4),
        }

    def report_lines(self) -> Iterator[str]:
        """The figures and, below, what is wrong."""
        for name, value in self.figures().items():
            yield f"{value:8} {name}" if name == "points" else f"{100 * value:8.1f} {name}"
        yield from sorted(self.notes)


def score_sets(sets: Sequence[str] = SETS, step: int = 1) -> Score:
    """The score over the piles of these sets, or over every `step`th of each."""
    piles = [pile for which in sets for pile in read_piles(which)[::step]]
    facts = iter(extract_all([document for pile in piles for document in pile.documents]))
    score = Score()
    for pile in piles:
        score_pile(pile, compare([next(facts) for _ in pile.documents]), score)
    return score


def score_pile(pile: Pile, compared: Comparison, score: Score) -> None:
    """Add what was found in one pile to a score."""
    made = [_MadePoint(point, compared, pile) for point in compared.points]
    extracted = _extracted_claims(pile, compared)
    for mark in pile.points:
        _score_point(pile, mark, made, extracted, score)
    contested = [one for one in made if one.point.state is State.CONTESTED]
    score.counts["contested"] += len(contested)
    for one in contested:
        if all(one.count_claims(mark) < 2 for mark in pile.points):
            score.counts["invented"] += 1
            score.notes.append(f"invented: {pile.name}: {one.claim_lines()}")


def likeness(marked: MarkedClaim, document: str, content: Sequence[Span]) -> float:
    """Shared characters over all characters of a claim and marked words; 0 if less than half of the
    shorter is shared."""
    if document != marked.document:
        return 0.0
    words = marked.span
    shared = sum(max(0, min(words.end, s.end) - max(words.start, s.start)) for s in content)
    length = sum(map(len, content))
    if shared * 2 < min(len(words), length):
        return 0.0
    return shared / (len(words) + length - shared)


def _extracted_claims(pile: Pile, compared: Comparison) -> set[MarkedClaim]:
    """The marked claims that were extracted."""
    claims = [(facts.document.id, one.content) for facts in compared.facts for one in facts.claims]
    return {one for one in pile.marked if any(likeness(one, *claim) for claim in claims)}


def _score_point(
    pile: Pile,
    mark: str,
    made: Sequence["_MadePoint"],
    extracted: set[MarkedClaim],
    score: Score,
) -> None:
    """Add how one marked point was found."""
    about, state = pile.points[mark]
    marked = [one for one in pile.marked if one.mark == mark]
    score.counts["points"] += 1
    score.counts["claims"] += len(marked)
    score.counts["extracted"] += sum(one in extracted for one in marked)
    name = f"{pile.name} {mark} “{about}”"
    best = max(made, key=lambda one: one.count_claims(mark), default=None)
    if best is None or not best.is_marked_point(mark, len(marked)):
        missing = [pile.words_of(one) for one in marked if one not in extracted]
        score.notes.append(f"not found: {name} (not extracted: {missing})")
        return
    score.counts["found"] += 1
    sides = best.sides_of_claims(mark)
    score.counts["placed"] += len(sides)
    wrong = [one for one, side in sides.items() if side is not one.side]
    score.counts["sides"] += len(sides) - len(wrong)
    score.counts["states"] += best.point.state is state
    score.notes += [
        f"wrong side, {sides[one]} for {one.side}: {name}: {pile.words_of(one)}" for one in wrong
    ]
    if best.point.state is not state:
        score.notes.append(f"wrong state, {best.point.state} for {state}: {name}")


class _MadePoint:
    """A point that was made, and the marked claims that it holds."""

    def __init__(self, point: Point, compared: Comparison, pile: Pile) -> None:
        self.point = point
        self._facts = {facts.document.id: facts for facts in compared.facts}
        # For each of its claims the marked claims that it is, and how much it has in common with them.
        self._marked: list[list[tuple[float, MarkedClaim]]] = []
        for stand in point.claims:
            claims = self._facts[stand.document].claims
            content = next(one.content for one in claims if one.id == stand.claim)
            likely = ((likeness(one, stand.document, content), one) for one in pile.marked)
            self._marked.append([(share, one) for share, one in likely if share])

    def count_claims(self, mark: str) -> int:
        """How many claims of the marked point it holds."""
        return len({one for marked in self._marked for _, one in marked if one.mark == mark})

    def is_marked_point(self, mark: str, size: int) -> bool:
        """Whether it is the marked point, which has `size` claims."""
        marks = [{one.mark for _, one in marked} for marked in self._marked]
        others = sum(bool(here) and mark not in here for here in marks)
        count = self.count_claims(mark)
        return count >= min(2, size) and count * 2 >= size and others * 3 <= len(marks)

    def sides_of_claims(self, mark: str) -> dict[MarkedClaim, Side]:
        """The side of each claim of the marked point that it holds."""
        best: dict[MarkedClaim, tuple[float, Side]] = {}
        for stand, marked in zip(self.point.claims, self._marked, strict=True):
            for share, one in marked:
                if one.mark == mark:
                    best[one] = max(best.get(one, (0.0, stand.side)), (share, stand.side))
        sides = {one: side for one, (_, side) in best.items()}
        turned = {one: OTHER_SIDE[side] for one, side in sides.items()}
        return max((sides, turned), key=lambda held: sum(one.side is s for one, s in held.items()))

    def claim_lines(self) -> list[str]:
        """What its claims say, each with its side."""
        return [
            f"{stand.side}: {self._facts[stand.document].document[claim.content[0]]}"
            for stand in self.point.claims
            for claim in self._facts[stand.document].claims
            if claim.id == stand.claim
        ]
