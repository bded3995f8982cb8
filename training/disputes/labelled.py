"""Piles with marked disputes as the network learns from them: claims of the product, with labels.

The claims are those that the product itself extracts and prepares. A claim stands for a marked one if
half of the shorter of the two lies in the other.
"""

import gzip
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bench.piles.marked_piles import Pile, read_pile, read_piles
from sayso.compare.card import cards_by_id
from sayso.compare.cards import card_of
from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.places import placed_claims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.speakers import find_shared_actors, speaker_keys
from sayso.compare.stories.stories import find_stories
from sayso.encoder.disputes import ClaimRead, MarkedText, mark_texts
from sayso.engine.serial import extract_each
from sayso.errors import FaultInSayso
from sayso.model.comparison import Side
from sayso.model.facts import Facts
from sayso.model.text import Document, Span
from training.disputes import MARK_FILES, marked_piles

UNRELATED, SAME, OPPOSITE = 0, 1, 2
UNKNOWN = -1  # a pair that teaches nothing
UNMARKED = 3  # neither claim is marked: they are on no opposite sides, but may say the same
OPEN = "?"  # the side of a claim that takes none
DISPUTED = ("contested", "conceded")
SIDE_LETTERS = {Side.FOR: "a", Side.AGAINST: "b", Side.OPEN: OPEN}
REAL = ("real_train", "polnear", "chosen", "matters", "ecbplus", "wikinews")
RUNS = Path("training/runs")

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]


@dataclass(frozen=True)
class MarkedPoint:
    """A marked point: its state and weight, and its claims as (report, start, end, side)."""

    state: str
    weight: str
    claims: tuple[tuple[int, int, int, str], ...]


@dataclass
class LabelledPile:
    """The reports of a pile with their claims and points.

    `marks` has, for each claim of each report, the points and sides that it stands for.
    """

    name: str
    facts: list[Facts]
    points: list[MarkedPoint]
    claims: list[list[PreparedClaim]] = field(init=False)
    texts: list[MarkedText] = field(init=False)
    marks: list[list[list[tuple[int, str]]]] = field(init=False)

    def __post_init__(self) -> None:
        stories = find_stories([facts.document for facts in self.facts])
        cards = cards_by_id(map(card_of, self.facts))
        actors, _ = find_shared_actors(cards, stories)
        voices = speaker_keys(self.facts, [actor.mentions for actor in actors])
        self.claims = [prepare_claims(facts, voices) for facts in self.facts]
        self.texts = mark_texts(
            [
                (facts.document.text, placed_claims(facts, claims))
                for facts, claims in zip(self.facts, self.claims, strict=True)
            ]
        )
        self.marks = [
            [self._marks_of(number, claim) for claim in claims]
            for number, claims in enumerate(self.claims)
        ]

    def _marks_of(self, report: int, claim: PreparedClaim) -> list[tuple[int, str]]:
        return [
            (number, side)
            for number, point in enumerate(self.points)
            for where, start, end, side in point.claims
            if where == report and stands_for(claim.claim.content, start, end)
        ]

    def claim_label(self, report: int, claim: int) -> tuple[int, int, int, int]:
        """Whether a claim is in a dispute, in a core one, answers another; whether all is known."""
        marks = [(self.points[point], side) for point, side in self.marks[report][claim]]
        real = [(point, side) for point, side in marks if point.state in DISPUTED and side != OPEN]
        if not real:
            unsure = any(point.state == "update" or side == OPEN for point, side in marks)
            return 0, 0, 0, int(not unsure)
        core = any(point.weight == "core" for point, _ in real)
        return 1, int(core), int(real[0][1] != "a"), 1

    def pair_label(self, left: tuple[int, int], right: tuple[int, int]) -> int:
        """What two claims, each given by report and number, are to each other."""
        if left == right or self._overlap(left, right):
            return UNKNOWN
        ours, theirs = self.marks[left[0]][left[1]], self.marks[right[0]][right[1]]
        if not ours and not theirs:
            return UNMARKED
        labels = {
            self._label_in(self.points[point], side, other_side)
            for point, side in ours
            for other, other_side in theirs
            if other == point
        }
        if len(labels) > 1:
            return UNKNOWN
        return labels.pop() if labels else UNRELATED

    @staticmethod
    def _label_in(point: MarkedPoint, side: str, other_side: str) -> int:
        if point.state == "update" or OPEN in (side, other_side):
            return UNKNOWN
        if side == other_side:
            return SAME
        return OPPOSITE if point.state in DISPUTED else UNKNOWN

    def _overlap(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        if left[0] != right[0]:
            return False
        contents = self.texts[left[0]].contents
        return bool(np.isin(contents[left[1]], contents[right[1]]).any())

    def labels(self, claims: Sequence[ClaimRead]) -> tuple[Floats, Ints]:
        """The labels of the claims of a reading, [claims, 4], and of their pairs, [claims, claims].

        Each pair stands once, the claim that comes first in its row.
        """
        stands = [self.claim_label(one.text, one.claim) for one in claims]
        pairs = np.full((len(claims), len(claims)), UNKNOWN, dtype=np.int64)
        for i, left in enumerate(claims):
            for j in range(i + 1, len(claims)):
                pairs[i, j] = self.pair_label(left[:2], claims[j][:2])
        return np.array(stands, dtype=np.float32).reshape(len(claims), 4), pairs


def stands_for(content: Sequence[Span], start: int, end: int) -> bool:
    """Whether half of the shorter of two claims lies in the other."""
    shared = sum(max(0, min(span.end, end) - max(span.start, start)) for span in content)
    shorter = min(sum(map(len, content)), end - start)
    return 0 < shorter <= 2 * shared


def halves(piles: Sequence[LabelledPile]) -> list[int]:
    """Half 0 or 1 for each pile; piles that share a report are in the same half.

    What hangs together is dealt out from the largest, each to the half that has less text.
    """
    group_of: dict[str, int] = {}
    groups: dict[int, list[int]] = {}
    for number, pile in enumerate(piles):
        reports = [facts.document.id for facts in pile.facts]
        met = {group_of[one] for one in reports if one in group_of}
        groups[number] = sorted({number}.union(*(groups.pop(one) for one in met)))
        for one in groups[number]:
            group_of.update((facts.document.id, number) for facts in piles[one].facts)
    lengths = {
        key: sum(len(facts.document.text) for one in group for facts in piles[one].facts)
        for key, group in groups.items()
    }
    totals, half_of = [0, 0], [0] * len(piles)
    for key in sorted(groups, key=lambda key: (-lengths[key], key)):
        half = int(totals[1] < totals[0])
        totals[half] += lengths[key]
        for one in groups[key]:
            half_of[one] = half
    return half_of


def kept_piles(which: str, data: Path) -> list[LabelledPile]:
    """The piles of a set; what is extracted for them is kept in training/runs for later."""
    kept = RUNS / f"piles-{which}.pickle"
    if kept.exists():
        return list(pickle.loads(kept.read_bytes()))  # noqa: S301 - our own file
    piles = labelled_piles(which, data)
    RUNS.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(piles))
    return piles


def labelled_piles(which: str, data: Path) -> list[LabelledPile]:
    """The piles of a set of MARK_FILES, of the shared data or of bench/piles.

    A pile with a report that sayso fails on is left out, and named.
    """
    piles = list(_read_set(which, data))
    outcomes = iter(extract_each([document for _, documents, _ in piles for document in documents]))
    found = []
    for name, documents, points in piles:
        facts = [next(outcomes) for _ in documents]
        faults = [one for one in facts if isinstance(one, FaultInSayso)]
        if faults:
            print(f"{name} is left out: {faults[0]}")
            continue
        found.append(LabelledPile(name, [one for one in facts if isinstance(one, Facts)], points))
    return found


def _read_set(which: str, data: Path) -> Iterator[tuple[str, list[Document], list[MarkedPoint]]]:
    if which in MARK_FILES:
        for marked in marked_piles(data, MARK_FILES[which]):
            yield marked.name, list(marked.documents), _points_of(marked.points)
    elif which in ("real_train", "dev", "written_check"):
        for line in _lines(data / f"points/{which}.jsonl.gz"):
            numbers = {report["name"]: n for n, report in enumerate(line["reports"])}
            documents = [_document(report) for report in line["reports"]]
            yield line["name"], documents, _points_of(line["points"], numbers)
    elif which == "written":
        for line in _lines(data / "points/written/train.jsonl.gz"):
            yield _inline(read_pile(line))
    else:
        yield from map(_inline, read_piles(which))


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _document(report: dict[str, Any]) -> Document:
    return Document(
        report["name"],
        report["text"],
        title=report.get("title"),
        outlet=report.get("outlet"),
        published=report.get("published"),
    )


def _points_of(
    points: Sequence[dict[str, Any]], numbers: dict[str, int] | None = None
) -> list[MarkedPoint]:
    """Points as they stand in a file, whose claims name their report by number or by `numbers`."""
    return [
        MarkedPoint(
            point["state"],
            point["weight"],
            tuple(
                (
                    numbers[claim["report"]] if numbers else claim["report"],
                    claim["start"],
                    claim["end"],
                    claim["side"],
                )
                for claim in point["claims"]
            ),
        )
        for point in points
    ]


def _inline(pile: Pile) -> tuple[str, list[Document], list[MarkedPoint]]:
    """A pile whose claims are marked inside its texts."""
    numbers = {document.id: number for number, document in enumerate(pile.documents)}
    points = [
        MarkedPoint(
            str(state),
            "core",
            tuple(
                (numbers[one.document], one.span.start, one.span.end, SIDE_LETTERS[one.side])
                for one in pile.marked
                if one.mark == mark
            ),
        )
        for mark, (_, state) in pile.points.items()
    ]
    return pile.name, pile.documents, points
