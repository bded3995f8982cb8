"""What one long report costs: `python -m bench.longreport DATA.jsonl.gz`, which prints JSON.

Articles of the data are joined into one report of 400 thousand characters, which is read and compared
whole, in halves, in quarters and in eighths. So all lengths have the same content. The cost of a length
is the mean of its parts, in processor seconds with the network's.
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

SIZES = (50_000, 100_000, 200_000, 400_000)  # characters; each is half of the next


def main() -> int:
    """Print the figures of a file as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    articles = read_articles(parser.parse_args().data)
    whole = joined(articles, SIZES[-1])
    costs = {size: mean_seconds(whole, size) for size in SIZES}
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


def mean_seconds(text: str, size: int) -> dict[str, float]:
    """Processor seconds for reading, comparing, and both: the mean of all parts of that size."""
    parts = [text[start : start + size] for start in range(0, len(text), size)]
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        costs = list(pool.map(measure, parts))
    return {name: sum(cost[name] for cost in costs) / len(costs) for name in costs[0]}


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
