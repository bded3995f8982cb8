"""Claims with the labels that the network for disputes learns from."""

from collections.abc import Mapping, Sequence
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from sayso.encoder.disputes import ClaimRead
from sayso.model.facts import Facts
from sayso.model.speech import Stance
from sayso.model.text import Document, Span
from tests.bridge_pile import DEAR, DENIED, OPEN_AGAIN, SHUT, bridge_pile
from tests.compare.told import Told
from training.disputes import labelled
from training.disputes.labelled import (
    OPPOSITE,
    SAME,
    UNKNOWN,
    UNMARKED,
    UNRELATED,
    LabelledPile,
    MarkedPoint,
    halves,
    kept_piles,
    stands_for,
)


@pytest.mark.parametrize(
    ("start", "end", "stands"),
    [
        (10, 20, True),
        (0, 40, True),  # it lies in the marked claim
        (13, 16, True),  # the marked claim lies in it
        (15, 25, True),  # half of each
        (16, 26, False),
        (17, 21, True),  # half of the shorter, with a part of the second piece
        (20, 30, False),
        (12, 12, False),
    ],
)
def test_a_claim_stands_for_a_marked_one_if_half_of_the_shorter_lies_in_the_other(
    start: int, end: int, stands: bool
) -> None:
    assert stands_for([Span(10, 20)], start, end) is stands


def test_the_pieces_of_a_claim_count_together() -> None:
    pieces = [Span(0, 4), Span(30, 36)]
    assert stands_for(pieces, 0, 50)
    assert stands_for(pieces, 30, 36)
    assert not stands_for(pieces, 4, 30)
    assert not stands_for(pieces, 2, 32)  # four of ten


def test_each_claim_has_the_points_and_sides_that_it_stands_for() -> None:
    made = bridge_pile(
        ("contested", "core", {SHUT: "a", DENIED: "b", 4: "a"}),
        ("update", "optional", {DEAR: "a", SHUT: "b"}),
    )
    assert made.marks == [[[(0, "a"), (1, "b")], [(0, "b")], [(1, "a")], []], [[(0, "a")]]]


@pytest.mark.parametrize(
    ("points", "label"),
    [
        ([("contested", "core", {SHUT: "a", DENIED: "b"})], (1, 1, 0, 1)),
        ([("contested", "optional", {SHUT: "b", DENIED: "a"})], (1, 0, 1, 1)),
        ([("conceded", "optional", {SHUT: "a"})], (1, 0, 0, 1)),
        ([("contested", "core", {DENIED: "a", DEAR: "b"})], (0, 0, 0, 1)),  # unmarked
        ([("update", "optional", {SHUT: "a", DENIED: "b"})], (0, 0, 0, 0)),  # not known
        ([("contested", "core", {SHUT: "?", DENIED: "b"})], (0, 0, 0, 0)),
        ([("corroborated", "core", {SHUT: "a", DENIED: "a"})], (0, 0, 0, 1)),
        (
            [
                ("contested", "optional", {SHUT: "a", DENIED: "b"}),
                ("contested", "core", {SHUT: "b", DEAR: "a"}),
            ],
            (1, 1, 0, 1),  # core in one of them; whether it answers is told by the first
        ),
        (
            [
                ("update", "optional", {SHUT: "a"}),
                ("contested", "core", {SHUT: "b", DENIED: "a"}),
            ],
            (1, 1, 1, 1),
        ),
    ],
)
def test_a_claim_is_in_a_dispute_or_not_or_that_is_not_known(
    points: Sequence[tuple[str, str, Mapping[int, str]]], label: tuple[int, int, int, int]
) -> None:
    """Its label: in a dispute, in a core one, the answer to another, and whether that is known."""
    assert bridge_pile(*points).claim_label(0, SHUT) == label


@pytest.mark.parametrize(
    ("points", "label"),
    [
        ([("contested", "core", {SHUT: "a", DENIED: "b"})], OPPOSITE),
        ([("conceded", "optional", {SHUT: "a", DENIED: "b"})], OPPOSITE),
        ([("contested", "core", {SHUT: "a", DENIED: "a", DEAR: "b"})], SAME),
        ([("corroborated", "core", {SHUT: "a", DENIED: "a"})], SAME),
        ([("contested", "core", {SHUT: "a", DEAR: "b"})], UNRELATED),  # one is marked
        ([("contested", "core", {DEAR: "a", OPEN_AGAIN: "b"})], UNMARKED),
        (
            [
                ("contested", "core", {SHUT: "a", DEAR: "b"}),
                ("contested", "core", {DENIED: "a", OPEN_AGAIN: "b"}),
            ],
            UNRELATED,  # in two disputes
        ),
        ([("update", "optional", {SHUT: "a", DENIED: "b"})], UNKNOWN),
        ([("contested", "core", {SHUT: "a", DENIED: "?", DEAR: "b"})], UNKNOWN),
        ([("corroborated", "core", {SHUT: "a", DENIED: "b"})], UNKNOWN),
        (
            [
                ("contested", "core", {SHUT: "a", DENIED: "b"}),
                ("contested", "core", {SHUT: "a", DENIED: "a", DEAR: "b"}),
            ],
            UNKNOWN,  # two points that tell different things
        ),
    ],
)
def test_two_claims_are_opposed_or_on_one_side_or_unrelated(
    points: Sequence[tuple[str, str, Mapping[int, str]]], label: int
) -> None:
    made = bridge_pile(*points)
    assert made.pair_label((0, SHUT), (0, DENIED)) == label
    assert made.pair_label((0, DENIED), (0, SHUT)) == label


def test_claims_of_two_reports_have_their_label_too() -> None:
    made = bridge_pile(("contested", "core", {DENIED: "b", 4: "a"}))
    assert made.pair_label((0, DENIED), (1, 0)) == OPPOSITE
    assert made.pair_label((0, SHUT), (1, 0)) == UNRELATED


def test_a_claim_and_one_inside_it_teach_nothing() -> None:
    told = Told("The mayor said that the guild denied the bridge was shut.")
    told.says("The mayor", "that the guild denied the bridge was shut")
    told.says("the guild", "the bridge was shut", stance=Stance.DENIES)
    facts = told.facts()
    inner, outer = told.at("the bridge was shut"), told.at("the guild denied")
    point = MarkedPoint(
        "contested", "core", ((0, inner.start, inner.end, "b"), (0, outer.start, outer.end, "a"))
    )
    made = LabelledPile("pile", [facts], [point])
    assert len(made.claims[0]) == 2
    assert made.pair_label((0, 0), (0, 1)) == UNKNOWN
    assert made.pair_label((0, 0), (0, 0)) == UNKNOWN


def test_a_reading_has_a_label_for_each_claim_and_each_pair_once() -> None:
    made = bridge_pile(("contested", "core", {SHUT: "a", DENIED: "b"}))
    read = [ClaimRead(0, SHUT, 0), ClaimRead(0, DENIED, 0), ClaimRead(0, DEAR, 0)]
    stands, pairs = made.labels(read)
    assert stands.tolist() == [[1, 1, 0, 1], [1, 1, 1, 1], [0, 0, 0, 1]]
    assert pairs.tolist() == [
        [UNKNOWN, OPPOSITE, UNRELATED],
        [UNKNOWN, UNKNOWN, UNRELATED],
        [UNKNOWN, UNKNOWN, UNKNOWN],
    ]
    none, no_pairs = made.labels([])
    assert (none.shape, no_pairs.shape) == ((0, 4), (0, 0))


def pile_of(**lengths: int) -> LabelledPile:
    """A pile of reports, each with a name and the length of its text, and without claims."""
    texts = {name: f"{name} ".ljust(length, ".") for name, length in lengths.items()}
    return LabelledPile("pile", [Facts(Document(name, text)) for name, text in texts.items()], [])


def test_piles_that_share_a_report_are_in_one_half() -> None:
    piles = [pile_of(a=50, b=50), pile_of(c=90), pile_of(b=50, d=50), pile_of(e=90)]
    half_of = halves(piles)
    assert half_of[0] == half_of[2]
    assert half_of[1] == half_of[3] != half_of[0]


def test_piles_that_share_reports_by_way_of_others_are_in_one_half() -> None:
    """Whatever their order: the one that ties the others may come first, between them or last."""
    tied = [pile_of(a=50), pile_of(a=50, b=50), pile_of(b=50, c=50), pile_of(c=50)]
    for order in permutations(tied):
        half_of = halves([*order, pile_of(x=99), pile_of(y=99)])
        assert half_of == [0, 0, 0, 0, 1, 1]


def test_a_report_is_known_by_its_text_and_not_by_its_name() -> None:
    texts = ["The ferry sank.", "Bread is dear."]
    piles = [LabelledPile("pile", [Facts(Document("0.txt", text))], []) for text in texts]
    assert sorted(halves(piles)) == [0, 1]


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        ([40, 30, 20, 10], {50}),
        ([10, 20, 30, 40], {50}),
        ([60, 10, 10, 10, 10, 10, 10], {60}),  # one pile against six
        ([90, 10, 20], {90, 30}),
        ([50], {50, 0}),
        ([], {0}),
    ],
)
def test_both_halves_have_as_much_text(lengths: Sequence[int], sizes: set[int]) -> None:
    piles = [pile_of(**{f"r{number}": length}) for number, length in enumerate(lengths)]
    half_of = halves(piles)
    totals = [
        sum(length for length, half in zip(lengths, half_of, strict=True) if half == one)
        for one in (0, 1)
    ]
    assert set(totals) == sizes


def test_the_halves_are_the_same_whatever_the_order_of_piles() -> None:
    piles = [pile_of(a=70, b=20), pile_of(b=20, c=25), pile_of(d=80), pile_of(e=40), pile_of(f=30)]
    there, back = halves(piles), halves(piles[::-1])
    assert there == back[::-1]
    assert halves(piles) == there


def test_piles_are_extracted_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def made(which: str, _: Path) -> list[LabelledPile]:
        asked.append(which)
        return [bridge_pile(("contested", "core", {SHUT: "a", DENIED: "b"}))]

    monkeypatch.setattr(labelled, "labelled_piles", made)
    monkeypatch.setattr(labelled, "RUNS", tmp_path / "runs")
    first, second = (kept_piles("chosen", tmp_path) for _ in range(2))
    assert asked == ["chosen"]
    assert [one.marks for one in second] == [one.marks for one in first]
    assert np.array_equal(second[0].texts[0].roles, first[0].texts[0].roles)
    kept_piles("wikinews", tmp_path)
    assert asked == ["chosen", "wikinews"]
