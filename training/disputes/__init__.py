"""Disputes in real reports, marked by hand: places in texts that are not part of this repository.

A line of each of the five files is a pile of reports: the file of the shared data that has their texts,
their names and hashes, and the points on which they show a dispute. Each point has its `kind` (denial,
figure, blame, meaning, concession, update), its `state` and its `weight`: `core` if a desk would want to
see it, else `optional`. Each claim has its `report` (a number, from 0), its code points, its speaker and
its side. Claims of one side agree, and those of different sides exclude each other. What a point is
`about` is in the reader's own words.

| file | piles | reports | readers | core points | optional points |
| --- | --- | --- | --- | --- | --- |
| wikinews.jsonl | 65 of two reports | 130 | 6 | 32 | 109 |
| polnear.jsonl | 80 of two reports | 160 | 5 | 75 | 304 |
| chosen.jsonl | 180 single reports | 180 | 5 | 210 | 392 |
| matters.jsonl | 80 of two to four reports | 198 | 6 | 184 | 342 |
| ecbplus.jsonl | 96 of three to five reports | 469 | 3 | 110 | 407 |

All readers marked by reading alone, without having seen the code or any output of it.

wikinews.jsonl: the texts are by the contributors of Wikinews (CC BY 2.5), as SemEval-2015 task 4 and
GUM hand them on. Six of these piles were marked twice: both readings have the same two core points in
one of them, one reading has one more in another, and the four others have none in either.

polnear.jsonl: the piles were picked at random among the texts of PolNeAR that were left. So they show
how often disputes are in such reports.

chosen.jsonl: single texts of PolNeAR, chosen because they have many words of dispute. They teach more
disputes in less text, but do not show how common these are.

matters.jsonl: texts of PolNeAR that were published within twelve days and are about one matter, by their
words. 105 of the core points have claims of different sides in two reports. Most of the texts are in
the two files above or in `real_train` too, marked there by other readers.

ecbplus.jsonl: reports of one event each, from ECB+.
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sayso.model.text import Document

MARK_FILES = {
    name: Path(__file__).with_name(f"{name}.jsonl")
    for name in ("polnear", "chosen", "matters", "ecbplus", "wikinews")
}


@dataclass(frozen=True)
class MarkedPile:
    """Reports and the points on which they show a dispute, as they are in the file."""

    name: str
    documents: tuple[Document, ...]
    points: tuple[dict[str, Any], ...]


def marked_piles(data: Path, marks: Path) -> Iterator[MarkedPile]:
    """The piles of a file of marks, with their texts from the folder of the data.

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
