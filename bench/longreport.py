"""Measure the time needed for one long report: `python -m bench.longreport DATA.jsonl.gz`. Prints JSON.

Articles of the data are joined into reports of 50, 100, 200 and 400 thousand characters. Each report is
read and compared RUNS times, each time in a new process. The figure is the lowest number of processor
seconds, including the network's. Work that is linear in the length doubles from report to report.
"""

import argparse
import gzip
import json
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract
from sayso.model.text import Document

RUNS = 2
SIZES = (50_000, 100_000, 200_000, 400_000)  # characters


def main() -> int:
    """Print the figures of a file as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    articles = read_articles(parser.parse_args().data)
    costs = {size: fewest_seconds(joined(articles, size)) for size in SIZES}
    steps = [
        {name: round(costs[large][name] / costs[small][name], 2) for name in costs[small]}
        for small, large in pairwise(SIZES)
    ]
    figures = {
        "characters": list(SIZES),
        "processor seconds": [
            {name: round(seconds, 2) for name, seconds in costs[size].items()} for size in SIZES
        ],
        "growth at each doubling": steps,
        "greatest growth of the whole": max(step["whole"] for step in steps),
    }
    print(json.dumps(figures))
    return 0


def read_articles(path: Path) -> list[str]:
    """The texts of the data, in order."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)["text"] for line in lines]


def joined(articles: list[str], size: int) -> str:
    """The first articles joined into one text of this length."""
    text = ""
    for article in articles:
        text += article + "\n\n"
        if len(text) >= size:
            break
    return text[:size]


def fewest_seconds(text: str) -> dict[str, float]:
    """The processor seconds for reading, comparing, and both, of the fastest run."""
    runs = []
    for _ in range(RUNS):
        with ProcessPoolExecutor(1, get_context("spawn")) as pool:
            runs.append(pool.submit(measure, text).result())
    return min(runs, key=lambda run: run["whole"])


def measure(text: str) -> dict[str, float]:
    """Processor seconds of this process for one report, once the networks are loaded."""
    compare([extract(Document("first.txt", "The mayor said that the bridge was closed."))])
    document = Document("long.txt", text, published="2031-05-04")
    begun = time.process_time()
    facts = extract(document)
    read = time.process_time()
    compare([facts])
    compared = time.process_time()
    return {"extract": read - begun, "compare": compared - read, "whole": compared - begun}


if __name__ == "__main__":
    sys.exit(main())
