"""Piles of invented reports with the claims of their points marked by hand.

A line of bench/piles/*.jsonl is a pile: its reports and its points. The claims are marked in the text:
`[1+ the roof was unsafe]` speaks for point 1, `-` against it, `?` neither; `[x …]` looks as if it
belonged to a point and does not. A mark may stand inside another. The reports, their places and their
outlets are invented. The set `tune` is for choosing, `check` for checking; `blind` was written by people
who had seen neither the code nor the other sets: only its figures are looked at.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.model.comparison import Side, State
from sayso.model.text import Document, Span

FOLDER = Path(__file__).parent
SETS = ("tune", "check", "blind")
SIDES = {"+": Side.FOR, "-": Side.AGAINST, "?": Side.OPEN}


@dataclass(frozen=True)
class MarkedClaim:
    """A claim marked by hand: its words, their place, its point and its side."""

    document: str
    span: Span
    mark: str
    side: Side


@dataclass(frozen=True)
class Pile:
    """Reports and the claims marked in them. Each point's mark has its subject and its state."""

    name: str
    documents: list[Document]
    marked: list[MarkedClaim]
    points: dict[str, tuple[str, State]]

    def words_of(self, claim: MarkedClaim) -> str:
        """The words of a marked claim."""
        document = next(one for one in self.documents if one.id == claim.document)
        return document[claim.span]


def read_piles(which: str) -> list[Pile]:
    """The piles of one set."""
    lines = (FOLDER / f"{which}.jsonl").read_text("utf-8").splitlines()
    return [read_pile(json.loads(line)) for line in lines]


def read_pile(line: dict[str, Any]) -> Pile:
    documents, marked = [], []
    for number, report in enumerate(line["reports"]):
        text, marks = _without_marks(report["text"])
        outlet, published = report["outlet"], report["published"]
        document = Document(f"{number}.txt", text, outlet=outlet, published=published)
        documents.append(document)
        marked += [MarkedClaim(document.id, span, mark, side) for span, mark, side in marks]
    points = {one["mark"]: (one["about"], State(one["state"])) for one in line["points"]}
    return Pile(str(line["pile"]), documents, marked, points)


def _without_marks(text: str) -> tuple[str, list[tuple[Span, str, Side]]]:
    """The text without its marks, and what each of them marked."""
    plain = ""
    opened: list[tuple[int, str, Side]] = []
    marks = []
    at = 0
    while at < len(text):
        if text[at] == "[":
            head = text[at + 1 : text.index(" ", at)]
            opened.append((len(plain), head[0], SIDES.get(head[1:], Side.OPEN)))
            at += len(head) + 2
        elif text[at] == "]":
            start, mark, side = opened.pop()
            marks.append((Span(start, len(plain)), mark, side))
            at += 1
        else:
            plain += text[at]
            at += 1
    return plain, marks
