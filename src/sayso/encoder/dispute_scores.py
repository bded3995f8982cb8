"""How likely claims stand in a dispute, and on which sides, by the network.

Of a passage, the network says for each claim how likely it stands in a dispute at all. Of two claims, it
says how likely they speak to one disputed thing, on one side or on opposite sides.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import numpy as np

from sayso.encoder.decode import Floats
from sayso.encoder.disputes import (
    ClaimPair,
    ClaimRead,
    Inputs,
    MarkedText,
    Passage,
    pair_inputs,
    passage_inputs,
)
from sayso.encoder.score_memory import ScoreMemory
from sayso.encoder.session import Session

READINGS_AT_ONCE = 256  # whose inputs are held in memory


class ReadingScores(NamedTuple):
    """What the network says of the claims of one reading.

    `stands` [claims, 3]: log-odds that the claim stands in a dispute, that a desk would want to see
    the dispute, and that the claim is the answer to another. `pairs` [claims, claims, 3]: the logarithms
    of the chances that two are unrelated, on one side, on opposite sides; the first stands first.
    """

    claims: tuple[ClaimRead, ...]
    stands: Floats
    pairs: Floats


def read_disputes(
    texts: Sequence[MarkedText],
    readings: Sequence[Passage | ClaimPair],
    session: Session | None = None,
    memory: ScoreMemory | None = None,
) -> Iterator[ReadingScores]:
    """What the network says of each reading: of all claims of a passage, or of two claims alone.

    `session` has other weights than those of the package. What `memory` knows is not read again, and
    what is read is noted there.
    """

    def run(inputs: Sequence[Inputs]) -> Sequence[Sequence[Floats]]:
        return (session or _session()).run(inputs) if inputs else ()

    for start in range(0, len(readings), READINGS_AT_ONCE):
        some = readings[start : start + READINGS_AT_ONCE]
        made = [
            passage_inputs(texts, one) if isinstance(one, Passage) else pair_inputs(texts, one)
            for one in some
        ]
        given = [inputs for _, inputs in made]
        answers: Sequence[Sequence[Floats]] = (
            run(given) if memory is None else memory.scores(given, run)
        )
        for (claims, _), (stands, pairs) in zip(made, answers, strict=True):
            yield ReadingScores(claims, stands, _log_chances(pairs))


@cache
def _session() -> Session:
    return Session("disputes.onnx")


def _log_chances(scores: Floats) -> Floats:
    most = scores.max(-1, keepdims=True)
    logs: Floats = scores - most - np.log(np.exp(scores - most).sum(-1, keepdims=True))
    return logs
