"""A network from the weights folder, run window by window on all cores."""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray

CLS, SEP = 101, 102  # the pieces that open and close what the network reads
# Rewritings of the graph that make it slower: the sum and its norm took 0.43 ms in one step for a
# window of 256 pieces, and take 0.2 ms in two.
SLOWER_OPTIMIZERS = ["SkipLayerNormFusion"]

Ints = NDArray[np.int64]

_max_threads: int | None = None  # as many as there are cores


class Session:
    """One ONNX graph, ready to run on the processor.

    Every window goes through the graph by itself, on as many cores as there are. Windows in one array
    would share the scale of their eight-bit numbers, so that what is found in a text would depend on
    its neighbours (docs/decisions/0002-one-window-at-a-time.md).
    """

    def __init__(self, name: str) -> None:
        options = onnxruntime.SessionOptions()
        options.log_severity_level = 3
        options.intra_op_num_threads = 1
        graph = files("sayso.encoder").joinpath("weights", name).read_bytes()
        self._session = onnxruntime.InferenceSession(
            graph,
            options,
            providers=["CPUExecutionProvider"],
            disabled_optimizers=SLOWER_OPTIMIZERS,
        )
        threads = _max_threads or usable_cores()
        self._workers = ThreadPoolExecutor(threads, thread_name_prefix="encoder")

    def run(self, windows: Sequence[dict[str, Ints]]) -> list[list[NDArray[Any]]]:
        """The graph's outputs, in its order and without the batch axis, for each window's inputs.

        An input has the shape [pieces]. Long windows go first, so that no core waits at the end.
        """
        order = sorted(range(len(windows)), key=lambda row: -len(windows[row]["ids"]))
        answers = self._workers.map(self._run_window, (windows[row] for row in order))
        answer_of_row = dict(zip(order, answers, strict=True))
        return [answer_of_row[row] for row in range(len(windows))]

    def _run_window(self, window: dict[str, Ints]) -> list[NDArray[Any]]:
        outputs = self._session.run(None, {name: array[None] for name, array in window.items()})
        return [output[0] for output in outputs]


def limit_threads(count: int) -> None:
    """Let the sessions that this process opens from now on run so many windows at a time."""
    global _max_threads  # sessions are opened on first use, far from the caller
    _max_threads = count


def usable_cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
