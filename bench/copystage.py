"""Measure the time needed to look for copies: `python -m bench.copystage DATA.jsonl.gz`. Prints JSON.

Once all texts are compared, and once a quarter of them. The quarter consists of texts and their copies,
so that it has as many copies a text as the whole; a random quarter would have far fewer. Each figure
is the lowest of RUNS runs, each in a new process. On a busy machine, compare the processor seconds.
"""

import argparse
import gzip
import json
import random
import resource
import statistics
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from sayso.compare.copies.copies import find_copies
from sayso.compare.copies.incremental import add_report
from sayso.compare.copies.index import index_of
from sayso.compare.copies.sketches import SketchStore, documents_by_number, number_of
from sayso.engine.memory import collect_seldom
from sayso.model.text import Document

RUNS = 3
SEED = 20
INDEXED_TEXTS = 10_000  # texts in the index that one more is added to
ADDED_TEXTS = 100  # each added to the same index
FIELDS = ("name", "text", "outlet", "published")
QUARTERS_TRIED = 20  # for one with as many copies a text as the whole
KILOBYTES_PER_MEGABYTE = 1024  # the system counts memory in kilobytes


class Cost(NamedTuple):
    """Seconds by the clock and of the processor, the peak memory in megabytes, and the copies found."""

    seconds: float
    processor: float
    peak: float
    copies: float


def main() -> int:
    """Print the figures of a file as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    data: Path = parser.parse_args().data
    documents = read_documents(data)
    large = documents[:INDEXED_TEXTS]
    part = dense_quarter(documents)
    whole, less, many = (lowest_cost(cost_of_all, some) for some in (documents, part, large))
    one = lowest_cost(
        cost_of_one_more, large, documents[INDEXED_TEXTS : INDEXED_TEXTS + ADDED_TEXTS]
    )
    figures = {
        "texts": len(documents),
        "copies a text": round(whole.copies / len(documents), 2),
        "texts a second": round(len(documents) / whole.seconds),
        "seconds": round(whole.seconds, 2),
        "processor seconds": round(whole.processor, 2),
        "peak megabytes": round(whole.peak),
        "a quarter": {
            "texts": len(part),
            "copies a text": round(less.copies / len(part), 2),
            "processor seconds": round(less.processor, 2),
            "the whole takes so many times as long": round(whole.processor / less.processor, 2),
        },
        "one more": {
            "to texts": len(large),
            "seconds": round(one.seconds, 5),
            "processor seconds": round(one.processor, 5),
            "share of comparing all": round(one.processor / many.processor, 6),
        },
    }
    print(json.dumps(figures, indent=1))
    return 0


def lowest_cost(work: Callable[..., Cost], *given: object) -> Cost:
    """The lowest of RUNS, each in a new process, so that no run inherits memory."""
    costs = []
    for _ in range(RUNS):
        with ProcessPoolExecutor(1, get_context("spawn"), collect_seldom) as pool:
            costs.append(pool.submit(work, *given).result())
    return Cost(*(min(column) for column in zip(*costs, strict=True)))


def cost_of_all(documents: list[Document]) -> Cost:
    """The cost of comparing texts."""
    clock = Clock()
    return clock.cost(len(find_copies(documents)))


def cost_of_one_more(documents: list[Document], more: list[Document]) -> Cost:
    """The median cost of adding one text to an index on disk."""
    costs = []
    with TemporaryDirectory() as name:
        folder = Path(name)
        store = SketchStore(documents_by_number([*documents, *more]), folder=folder)
        index = index_of(map(store.sketch_of, documents_by_number(documents)), folder)
        for document in more:
            clock = Clock()
            _, change = add_report(index, number_of(document), store)
            costs.append(clock.cost(len(change.copies)))
    return Cost(*(statistics.median(column) for column in zip(*costs, strict=True)))


class Clock:
    """Measures the time and memory spent since it was made."""

    def __init__(self) -> None:
        self._wall, self._processor = time.perf_counter(), time.process_time()

    def cost(self, copies: int) -> Cost:
        """The time and memory spent since then."""
        wall, processor = time.perf_counter(), time.process_time()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_PER_MEGABYTE
        return Cost(wall - self._wall, processor - self._processor, peak, copies)


def dense_quarter(documents: list[Document]) -> list[Document]:
    """A quarter of the texts, with about as many copies a text as the whole."""
    beside: dict[str, set[str]] = {one.id: set() for one in documents}
    for copy in find_copies(documents):
        beside[copy.left].add(copy.right)
        beside[copy.right].add(copy.left)
    wanted = sum(map(len, beside.values())) / len(documents)
    size = len(documents) // 4

    def distance(some: set[str]) -> float:
        return abs(sum(len(beside[one] & some) for one in some) / len(some) - wanted)

    beginnings = (size * step // QUARTERS_TRIED for step in range(1, QUARTERS_TRIED + 1))
    best = min((texts_around(beside, size, count) for count in beginnings), key=distance)
    return [one for one in documents if one.id in best]


def texts_around(beside: Mapping[str, Iterable[str]], size: int, beginnings: int) -> set[str]:
    """`size` texts: some to begin with, their copies, the copies of these, and so on."""
    order = sorted(beside)
    random.Random(SEED).shuffle(order)  # noqa: S311 (nothing secret)
    waiting = deque(order[:beginnings])
    rest = iter(order[beginnings:])
    taken: set[str] = set()
    while len(taken) < size:
        one = waiting.popleft() if waiting else next(rest)
        if one not in taken:
            taken.add(one)
            waiting += sorted(beside[one])
    return taken


def read_documents(data: Path) -> list[Document]:
    """The texts of a file of JSON Lines, in random order."""
    with gzip.open(data, "rt", encoding="utf-8") as stream:
        given = [json.loads(line) for line in stream]
    documents = [Document(**{key: one.get(key) for key in FIELDS}) for one in given]
    random.Random(SEED).shuffle(documents)  # noqa: S311
    return documents


if __name__ == "__main__":
    sys.exit(main())
