"""Measure the memory needed to look for copies: `python -m bench.copymemory DATA.jsonl.gz`. Prints JSON.

The texts are compared once as they are, and once together with three respelt versions of each. The
copies within each version are the same, and no text is a copy of one in another version. So four times
as many texts have as many copies a text. A text is in memory only while it is compared, and copies
are only counted.
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.copystage import FIELDS, Clock, Cost, lowest_cost, read_documents
from sayso.compare.copies.copies import copies_of
from sayso.compare.copies.sketches import number_of
from sayso.model.text import Document

REPETITIONS = 4
WORD = re.compile(r"[^\W\d_]{3,}")


def main() -> int:
    """Print the figures of a file as JSON."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    documents = read_documents(parser.parse_args().data)
    figures = {}
    with TemporaryDirectory() as folder:
        for name, times in (("once", 1), ("four times", REPETITIONS)):
            file = Path(folder) / f"{times}.jsonl"
            with file.open("w", encoding="utf-8") as stream:
                stream.writelines(json_lines(documents, times))
            cost = lowest_cost(cost_of_counting, file)
            figures[name] = {
                "texts": len(documents) * times,
                "copies": round(cost.copies),
                "processor seconds": round(cost.processor, 1),
                "peak megabytes": round(cost.peak),
            }
    print(json.dumps(figures, indent=1))
    return 0


def json_lines(documents: list[Document], times: int) -> Iterator[str]:
    """A line for each text, and for each repetition of it with words respelt."""
    for time in range(times):
        for document in documents:
            told = {name: getattr(document, name) for name in FIELDS}
            yield json.dumps(told | {"text": respell(document.text, time)}) + "\n"


def respell(text: str, time: int) -> str:
    """The text with its longer words spelt differently in each repetition.

    >>> respell("The road is closed.", 2)
    'Thexx roadxx is closedxx.'
    """
    return WORD.sub(lambda word: word[0] + "x" * time, text)


def cost_of_counting(file: Path) -> Cost:
    """What it costs to count the copies among the texts of a file."""
    clock = Clock()
    with TemporaryDirectory() as folder:
        return clock.cost(sum(1 for _ in copies_of(DocumentFile(file), Path(folder))))


class DocumentFile(Mapping[int, Document]):
    """The texts of a file by number, in order; each is read when it is needed."""

    def __init__(self, file: Path) -> None:
        self._stream = file.open("rb")
        starts: dict[int, int] = {}
        start = 0
        for line in self._stream:
            starts[number_of(_document_from_line(line))] = start
            start += len(line)
        self._starts = {number: starts[number] for number in sorted(starts)}

    def __getitem__(self, number: int) -> Document:
        self._stream.seek(self._starts[number])
        return _document_from_line(self._stream.readline())

    def __iter__(self) -> Iterator[int]:
        return iter(self._starts)

    def __len__(self) -> int:
        return len(self._starts)


def _document_from_line(line: bytes) -> Document:
    return Document(**json.loads(line))


if __name__ == "__main__":
    sys.exit(main())
