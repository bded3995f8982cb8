"""Disputes in real reports, marked by hand: places in texts that are not part of this repository.

A line of wikinews.jsonl is a pile of two reports from Wikinews: the file of the shared data that has
their texts, their names and hashes, and the points on which they show a dispute. Each point has its
`kind` (denial, figure, blame, meaning, concession, update), its `state` and its `weight`: `core` if a
desk would want to see it, else `optional`. Each claim has its `report` (0 or 1), its code points, its
speaker and its side. Claims of one side agree, and those of different sides exclude each other.

The texts are by the contributors of Wikinews (CC BY 2.5), as SemEval-2015 task 4 and GUM hand them on.
Six readers marked ten or eleven piles each by reading alone, without having seen the code or any
output of it. Six piles were marked twice: both readings have the same two core points in one of them,
one reading has one more in another, and the four others have none in either.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model.text import Document

MARKS = Path(__file__).with_name("wikinews.jsonl")


@dataclass(frozen=True)
class MarkedPile:
    """Two reports and the points on which they show a dispute, as they are in the file."""

    name: str
    documents: tuple[Document, ...]
    points: tuple[dict[str, Any], ...]


def marked_piles(data: Path, marks: Path = MARKS) -> Iterator[MarkedPile]:
    """The marked piles with their texts from the folder of the data.

    Raises ValueError if a text is not the one that was marked.
    """
    for line in marks.read_text("utf-8").splitlines():
        pile = json.loads(line)
        documents = _documents_in(data / pile["data"])
        reports = []
        for report in pile["reports"]:
            document = documents.get(report["name"])
            if document is None or document.id != report["sha256"]:
                raise ValueError(
                    f"{pile['data']}: {report['name']} is not the text that was marked"
                )
            reports.append(document)
        yield MarkedPile(pile["pile"], tuple(reports), tuple(pile["points"]))


@cache
def _documents_in(file: Path) -> dict[str, Document]:
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        read = map(json.loads, lines)
        return {
            one["name"]: Document(
                one["name"],
                one["text"],
                title=one.get("title"),
                outlet=one.get("outlet"),
                published=one.get("published"),
            )
            for one in read
        }
