"""What a network said of its inputs, kept: the same inputs need not be read again.

Every window goes through a network by itself, so what is said of it is always the same.
"""

import zlib
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

import numpy as np

from sayso.encoder.decode import Floats
from sayso.encoder.disputes import Inputs
from sayso.model.packed import inflated

STANDS, SIDES = 3, 3  # numbers about one claim, and about two
KEY_BYTES, COUNT_BYTES = 32, 4


class RawScores(NamedTuple):
    """What the network gives for one reading: `stands` [claims, 3], `pairs` [claims, claims, 3]."""

    stands: Floats
    pairs: Floats


class ScoreMemory:
    """Scores by the inputs that they are of: those known before, and those that were asked for.

    `used` are all that were asked for, by the SHA-256 of the inputs; they are worth keeping.
    """

    def __init__(self, before: Mapping[bytes, RawScores] | None = None) -> None:
        self._before = before or {}
        self.used: dict[bytes, RawScores] = {}

    def scores(
        self,
        inputs: Sequence[Inputs],
        run: Callable[[Sequence[Inputs]], Sequence[Sequence[Floats]]],
    ) -> list[RawScores]:
        """The scores for each reading's inputs; `run` gives those that are not known."""
        keys = [key_of(one) for one in inputs]
        unknown = {
            key: one
            for key, one in zip(keys, inputs, strict=True)
            if key not in self._before and key not in self.used
        }
        for key, answer in zip(unknown, run(list(unknown.values())), strict=True):
            self.used[key] = RawScores(*answer)
        for key in keys:
            if key not in self.used:
                self.used[key] = self._before[key]
        return [self.used[key] for key in keys]


def key_of(inputs: Inputs) -> bytes:
    """What the inputs of one reading are known by."""
    hashed = sha256()
    for name in sorted(inputs):
        array = np.ascontiguousarray(inputs[name])
        hashed.update(f"{name} {array.dtype.str} {array.shape} ".encode())
        hashed.update(array.tobytes())
    return hashed.digest()


def scores_to_bytes(scores: Mapping[bytes, RawScores]) -> bytes:
    """Scores as packed bytes."""
    rows = []
    for key, (stands, pairs) in scores.items():
        rows += [key, len(stands).to_bytes(COUNT_BYTES, "little")]
        rows += [stands.astype("<f4").tobytes(), pairs.astype("<f4").tobytes()]
    return zlib.compress(b"".join(rows), 1)


def scores_from_bytes(data: bytes, most: int) -> dict[bytes, RawScores]:
    """The scores that bytes hold. Raises ValueError if they are not whole, or more than `most` bytes."""
    rows = memoryview(inflated(data, most))
    found: dict[bytes, RawScores] = {}
    at = 0
    while at < len(rows):
        key = bytes(rows[at : at + KEY_BYTES])
        at += KEY_BYTES
        claims = int.from_bytes(rows[at : at + COUNT_BYTES], "little")
        at += COUNT_BYTES
        of_stands, of_pairs = claims * STANDS, claims * claims * SIDES
        end = at + 4 * (of_stands + of_pairs)
        if end > len(rows):
            raise ValueError("they end in the middle")
        numbers = np.frombuffer(rows[at:end], "<f4").astype(np.float32)
        found[key] = RawScores(
            numbers[:of_stands].reshape(claims, STANDS),
            numbers[of_stands:].reshape(claims, claims, SIDES),
        )
        at = end
    return found
