"""A network from the weights folder, and how many texts it reads at once."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

CLS, SEP = 101, 102  # the marks at the ends of what the network reads
# Rewritings of the graph that make it slower: the sum and its norm in one step took 0.43 ms for a
# window of 256 pieces, one after the other they take 0.2 ms.
SLOWER = ["SkipLayerNormFusion"]

Ints = NDArray[np.int64]


class Session:
    """One ONNX graph, ready to run on the processor.

    Every window goes through the graph on its own, as many at a time as there are cores. Put
    together in one array they would share the scale of their eight-bit numbers, and what is found
    in a text would depend on its neighbours (docs/decisions/0002-one-window-at-a-time.md).
    """

    def __init__(self, name: str) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        graph = files("sayso.encoder").joinpath("weights", name).read_bytes()
        self._session = onnxruntime.InferenceSession(
            graph, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER
        )
        self._workers = ThreadPoolExecutor(cores(), thread_name_prefix="encoder")

    def run(self, windows: Sequence[dict[str, Ints]]) -> list[list[NDArray[Any]]]:
        """The graph's outputs, in its order and without the batch axis, for each window's inputs.

        An input has the shape [pieces]. Long windows go first, so that no core waits at the end.
        """
        order = sorted(range(len(windows)), key=lambda row: -len(windows[row]["ids"]))
        answers = self._workers.map(self._one, (windows[row] for row in order))
        found = dict(zip(order, answers, strict=True))
        return [found[row] for row in range(len(windows))]

    def _one(self, window: dict[str, Ints]) -> list[NDArray[Any]]:
        outputs = self._session.run(None, {name: one[None] for name, one in window.items()})
        return [one[0] for one in outputs]


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
