"""Piles of reports with points made by hand, and how many of them are found.

A line of bench/piles/*.jsonl is a pile: its reports and its points. The claims are marked in
the text: `[1+ the roof was unsafe]` speaks for point 1, `-` against it, `?` neither; `[x …]` looks
as if it belonged to one and does not. A mark may stand inside another. The reports, their places
and their outlets are invented. The set `tune` is for choosing, `check` for checking; `blind` was
written by people who had seen neither the code nor the other sets, and is looked at by its figures
alone.

A claim that is found *is* a marked one if half of the shorter lies in the other. A point is *found*
if one of the points made holds at least two of its claims and at least half of them, and at most a
third of what that one holds is of other points or of none. The *sides* are those of its claims that
were found, measured as the point is titled: all may be the other way round. Its *state* is right or
wrong. *Invented* are the points called contested that have no two claims of any point.
"""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sayso.compare.comparison import compare
from sayso.engine.serial import extract_all
from sayso.model.comparison import Comparison, Point, Side, State
from sayso.model.text import Document, Span

FOLDER = Path(__file__).parent
SETS = ("tune", "check", "blind")
SIDES = {"+": Side.FOR, "-": Side.AGAINST, "?": Side.OPEN}
TURNED = {Side.FOR: Side.AGAINST, Side.AGAINST: Side.FOR, Side.OPEN: Side.OPEN}
APART = "x"


@dataclass(frozen=True)
class Marked:
    """The words of a claim, where they stand, of which point and on which side."""

    document: str
    span: Span
    mark: str
    side: Side


@dataclass(frozen=True)
class Pile:
    """Reports, the claims marked in them, and what each point is about and how it stands."""

    name: str
    documents: list[Document]
    marked: list[Marked]
    points: dict[str, tuple[str, State]]


@dataclass
class Score:
    """What was found of what there is; `notes` says of every point what is wrong with it."""

    counts: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def share(self, part: str, whole: str) -> float:
        """One count by another; 0 of nothing is 1."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 1.0

    def figures(self) -> dict[str, float | int]:
        """The shares, and how many points there are."""
        return {
            "points": self.counts["points"],
            "found": round(self.share("found", "points"), 4),
            "sides": round(self.share("sides", "placed"), 4),
            "states": round(self.share("states", "found"), 4),
            "claims placed": round(self.share("placed", "claims"), 4),
            "claims extracted": round(self.share("extracted", "claims"), 4),
            "contested that are invented": round(self.share("invented", "contested"), 4),
        }


def piles(which: str) -> list[Pile]:
    """The piles of one set."""
    lines = (FOLDER / f"{which}.jsonl").read_text("utf-8").splitlines()
    return [_pile(json.loads(line)) for line in lines]


def score_sets(sets: Sequence[str] = SETS) -> Score:
    """The score over the piles of these sets."""
    own = [pile for which in sets for pile in piles(which)]
    facts = iter(extract_all([document for pile in own for document in pile.documents]))
    score = Score()
    for pile in own:
        score_pile(pile, compare([next(facts) for _ in pile.documents]), score)
    return score


def score_pile(pile: Pile, compared: Comparison, score: Score) -> None:
    """Add what was found in one pile."""
    made = [_Made(point, compared, pile) for point in compared.points]
    claims = [(one.document.id, c.content) for one in compared.facts for c in one.claims]
    for mark, (about, state) in pile.points.items():
        own = [one for one in pile.marked if one.mark == mark]
        score.counts["points"] += 1
        score.counts["claims"] += len(own)
        held = [one for one in own if any(likeness(one, *claim) for claim in claims)]
        score.counts["extracted"] += len(held)
        name = f"{pile.name} {mark} “{about}”"
        best = max(made, key=lambda one: one.worth(mark), default=None)
        if best is None or not best.finds(mark, len(own)):
            lost = [one for one in own if one not in held]
            words = [_words(pile, one) for one in lost]
            score.notes.append(f"not found: {name} (not extracted: {words})")
            continue
        score.counts["found"] += 1
        sides = best.sides(mark)
        score.counts["placed"] += len(sides)
        wrong = [one for one, side in sides.items() if side is not one.side]
        score.counts["sides"] += len(sides) - len(wrong)
        score.counts["states"] += best.point.state is state
        score.notes += [
            f"wrong side, {sides[one]} for {one.side}: {name}: {_words(pile, one)}" for one in wrong
        ]
        if best.point.state is not state:
            score.notes.append(f"wrong state, {best.point.state} for {state}: {name}")
    contested = [one for one in made if one.point.state is State.CONTESTED]
    score.counts["contested"] += len(contested)
    for one in contested:
        if all(one.worth(mark) < 2 for mark in pile.points):
            score.counts["invented"] += 1
            score.notes.append(f"invented: {pile.name}: {one.words()}")


class _Made:
    """A point that was made, and which marked claims it holds."""

    def __init__(self, point: Point, compared: Comparison, pile: Pile) -> None:
        self.point, self._compared = point, compared
        facts = {one.document.id: one for one in compared.facts}
        self._held: list[list[tuple[float, Marked]]] = []
        for stand in point.claims:
            claims = facts[stand.document].claims
            content = next(one.content for one in claims if one.id == stand.claim)
            likely = ((likeness(one, stand.document, content), one) for one in pile.marked)
            self._held.append([(like, one) for like, one in likely if like])

    def worth(self, mark: str) -> int:
        """How many claims of the marked point it holds."""
        return len({one for own in self._held for _, one in own if one.mark == mark})

    def finds(self, mark: str, size: int) -> bool:
        """Whether it is the marked point."""
        marks = [{one.mark for _, one in own} for own in self._held]
        others = sum(bool(own) and mark not in own for own in marks)
        worth = self.worth(mark)
        return worth >= min(2, size) and worth * 2 >= size and others * 3 <= len(marks)

    def sides(self, mark: str) -> dict[Marked, Side]:
        """The side of each claim of the marked point that it holds."""
        best: dict[Marked, tuple[float, Side]] = {}
        for stand, own in zip(self.point.claims, self._held, strict=True):
            for like, one in own:
                if one.mark == mark:
                    best[one] = max(best.get(one, (0.0, stand.side)), (like, stand.side))
        sides = {one: side for one, (_, side) in best.items()}
        turned = {one: TURNED[side] for one, side in sides.items()}
        return max(
            (sides, turned), key=lambda own: sum(one.side is side for one, side in own.items())
        )

    def words(self) -> list[str]:
        """What its claims say."""
        facts = {one.document.id: one for one in self._compared.facts}
        return [
            f"{stand.side}: {facts[stand.document].document[claim.content[0]]}"
            for stand in self.point.claims
            for claim in facts[stand.document].claims
            if claim.id == stand.claim
        ]


def likeness(marked: Marked, document: str, content: Sequence[Span]) -> float:
    """What the claim and the marked words share, by what they cover; 0 if not half of the shorter."""
    if document != marked.document:
        return 0.0
    own = marked.span
    shared = sum(max(0, min(own.end, s.end) - max(own.start, s.start)) for s in content)
    whole = sum(map(len, content))
    if shared * 2 < min(len(own), whole):
        return 0.0
    return shared / (len(own) + whole - shared)


def _words(pile: Pile, marked: Marked) -> str:
    document = next(one for one in pile.documents if one.id == marked.document)
    return document[marked.span]


def _pile(line: dict[str, list[dict[str, str]]]) -> Pile:
    documents, marked = [], []
    for number, report in enumerate(line["reports"]):
        text, found = _unmarked(report["text"])
        outlet, published = report["outlet"], report["published"]
        document = Document(f"{number}.txt", text, outlet=outlet, published=published)
        documents.append(document)
        marked += [Marked(document.id, span, mark, side) for span, mark, side in found]
    points = {one["mark"]: (one["about"], State(one["state"])) for one in line["points"]}
    return Pile(str(line["pile"]), documents, marked, points)


def _unmarked(text: str) -> tuple[str, list[tuple[Span, str, Side]]]:
    """The text without its marks, and where they were."""
    plain = ""
    opened: list[tuple[int, str, Side]] = []
    found = []
    at = 0
    while at < len(text):
        if text[at] == "[":
            head = text[at + 1 : text.index(" ", at)]
            opened.append((len(plain), head[0], SIDES.get(head[1:], Side.OPEN)))
            at += len(head) + 2
        elif text[at] == "]":
            start, mark, side = opened.pop()
            found.append((Span(start, len(plain)), mark, side))
            at += 1
        else:
            plain += text[at]
            at += 1
    return plain, found


def lines(score: Score) -> Iterator[str]:
    """The figures and, below, what is wrong, for people."""
    for name, value in score.figures().items():
        yield f"{value:8} {name}" if name == "points" else f"{100 * value:8.1f} {name}"
    yield from sorted(score.notes)
