"""What a network said is asked for once, and comes back from bytes as it was."""

import numpy as np
import pytest

from sayso.encoder.score_memory import RawScores, ScoreMemory, scores_from_bytes, scores_to_bytes

MOST = 10_000


def inputs(*ids: int):
    return {"ids": np.array(ids, dtype=np.int64), "contents": np.ones((2, len(ids)), np.float32)}


def said(number: float) -> RawScores:
    return RawScores(
        np.full((2, 3), number, np.float32), np.full((2, 2, 3), number / 3, np.float32)
    )


class Net:
    def __init__(self) -> None:
        self.asked: list[list[int]] = []

    def run(self, some):
        self.asked += [one["ids"].tolist() for one in some]
        return [list(said(float(one["ids"][0]))) for one in some]


def test_the_same_inputs_are_run_once():
    net, memory = Net(), ScoreMemory()
    found = memory.scores([inputs(1, 2), inputs(3), inputs(1, 2)], net.run)
    assert [one.stands[0, 0] for one in found] == [1, 3, 1]
    memory.scores([inputs(3), inputs(4)], net.run)
    assert net.asked == [[1, 2], [3], [4]]


def test_what_was_said_before_is_not_run_and_is_noted_as_used():
    net, first = Net(), ScoreMemory()
    first.scores([inputs(1), inputs(2)], net.run)
    second = ScoreMemory(scores_from_bytes(scores_to_bytes(first.used), MOST))
    found = second.scores([inputs(2), inputs(5)], net.run)
    assert net.asked == [[1], [2], [5]]
    assert [one.pairs[0, 0, 0] for one in found] == [np.float32(2 / 3), np.float32(5 / 3)]
    assert len(second.used) == 2  # the first is forgotten: nothing asked for it


@pytest.mark.parametrize("name", ["ids", "contents"])
def test_inputs_that_differ_anywhere_are_others(name):
    net, memory = Net(), ScoreMemory()
    other = inputs(1, 2)
    other[name] = other[name].copy()
    other[name].flat[1] += 1
    memory.scores([inputs(1, 2), other], net.run)
    assert len(net.asked) == 2


def test_bytes_give_the_very_numbers_back():
    chance = np.random.default_rng(3)
    scores = {
        bytes([n]) * 32: RawScores(
            chance.normal(size=(n, 3)).astype(np.float32),
            chance.normal(size=(n, n, 3)).astype(np.float32),
        )
        for n in range(5)
    }
    back = scores_from_bytes(scores_to_bytes(scores), MOST)
    assert back.keys() == scores.keys()
    for key, one in back.items():
        assert (one.stands == scores[key].stands).all()
        assert (one.pairs == scores[key].pairs).all()


def test_damaged_bytes_are_refused():
    whole = scores_to_bytes({b"k" * 32: said(1.5), b"l" * 32: said(2.5)})
    for place in range(len(whole)):
        with pytest.raises(ValueError, match=r"."):
            scores_from_bytes(whole[:place], MOST)
    with pytest.raises(ValueError, match="cut off"):
        scores_from_bytes(whole + b"more", MOST)
    with pytest.raises(ValueError, match="more than 50 bytes"):
        scores_from_bytes(whole, 50)
