"""What the network that reads disputes says of the claims of every reading."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from sayso.encoder import dispute_scores, score_memory
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.disputes import (
    ClaimPair,
    Inputs,
    MarkedText,
    Passage,
    PlacedClaim,
    mark_texts,
)
from sayso.encoder.score_memory import ScoreMemory, key_of
from sayso.model.speech import Stance
from sayso.model.text import Span

TEXT = "The mayor said that the bridge was shut. The guild denied this."
CONTENTS = ("that the bridge was shut", "this")


class _Echo:
    """A network that gives every claim and pair the same scores, and counts how it is asked."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def run(self, inputs: Sequence[dict[str, Any]]) -> list[list[Any]]:
        self.asked.append(len(inputs))
        counts = [len(one["contents"]) for one in inputs]
        return [[np.zeros((n, 3)), np.array([[[0.0, 1.0, 2.0]] * n] * n)] for n in counts]


@pytest.fixture
def echo(monkeypatch: pytest.MonkeyPatch) -> _Echo:
    echo = _Echo()
    monkeypatch.setattr(dispute_scores, "_session", lambda: echo)
    monkeypatch.setattr(dispute_scores, "READINGS_AT_ONCE", 2)
    return echo


def two_claims() -> MarkedText:
    spans = [Span(TEXT.index(words), TEXT.index(words) + len(words)) for words in CONTENTS]
    claims = [PlacedClaim((span,), None, None, Stance.ASSERTS, str(span), 1) for span in spans]
    (one,) = mark_texts([(TEXT, claims)])
    return one


def test_every_reading_has_logarithms_of_chances(echo: _Echo) -> None:
    one = two_claims()
    readings: list[Passage | ClaimPair] = [Passage(0, 0, 8), ((0, 0), (0, 1)), Passage(0, 8, 14)]
    found = list(read_disputes([one], readings))
    assert echo.asked == [2, 1]
    assert [[claim.claim for claim in reading.claims] for reading in found] == [[0], [0, 1], [1]]
    chances = np.exp(found[1].pairs)
    assert chances.shape == (2, 2, 3)
    assert chances.sum(-1) == pytest.approx(np.ones((2, 2)))
    assert (np.diff(chances, axis=-1) > 0).all()


@pytest.mark.usefixtures("echo")
def test_inputs_are_hashed_for_a_memory_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    hashed: list[int] = []

    def counted(inputs: Inputs) -> bytes:
        hashed.append(len(inputs["ids"]))
        return key_of(inputs)

    monkeypatch.setattr(score_memory, "key_of", counted)
    one = two_claims()
    without = list(read_disputes([one], [Passage(0, 0, 8)]))
    assert not hashed
    remembered = list(read_disputes([one], [Passage(0, 0, 8)], memory=ScoreMemory()))
    assert len(hashed) == 1
    assert (without[0].stands == remembered[0].stands).all()
    assert (without[0].pairs == remembered[0].pairs).all()
