"""PolNeAR as windows of tagged and linked word pieces."""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.labels import ROLES, begin
from sayso.encoder.pieces import Pieces, pieces
from sayso.encoder.windows import SIZE, STRIDE

Ints = NDArray[np.int64]
NOWHERE = -1


@dataclass(frozen=True)
class Example:
    """One document: its pieces, a tag for each, and for each piece of a source or content the
    piece at which its cue begins (else -1)."""

    pieces: Pieces
    tags: Ints
    cues: Ints


def read(path: Path) -> list[Example]:
    """The documents of a gzipped JSON Lines file with `text` and `attributions`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    cut = pieces([document["text"] for document in documents])
    return [
        _example(some, document["attributions"])
        for some, document in zip(cut, documents, strict=True)
    ]


def _example(some: Pieces, attributions: Sequence[dict[str, Any]]) -> Example:
    tags, cues = np.zeros(len(some), dtype=np.int64), np.full(len(some), NOWHERE)
    for attribution in attributions:
        places = {
            role: [_between(some, start, end) for start, end in attribution[role]] for role in ROLES
        }
        cue = places["cue"][0][0] if places["cue"] else NOWHERE
        for role, spans in places.items():
            for first, last in spans:
                tags[first:last] = begin(role) + 1
                tags[first : first + 1] = begin(role)
                if role != "cue":
                    cues[first:last] = cue
    return Example(some, tags, cues)


def _between(some: Pieces, start: int, end: int) -> tuple[int, int]:
    """The pieces of a span, whole words of them: tags are given to words."""
    first = int(np.searchsorted(some.end, start, side="right"))
    while 0 < first < len(some) and not some.first[first]:
        first -= 1
    return first, int(np.searchsorted(some.start, end, side="left"))


def windows_of(example: Example, shift: int) -> Iterator[Example]:
    """Windows over one document, the first one shortened by `shift` pieces."""
    length = len(example.pieces)
    starts = [0, *range(STRIDE - shift, max(length - SIZE + STRIDE - shift, 1), STRIDE)]
    for start in starts:
        end = min(start + SIZE, length)
        here = Pieces(*(getattr(example.pieces, name)[start:end] for name in Pieces.__slots__))
        cues = example.cues[start:end] - start
        inside = (example.cues[start:end] >= start) & (cues < end - start)
        yield Example(here, example.tags[start:end], np.where(inside, cues, NOWHERE))
        if end == length:
            return
