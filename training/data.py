"""Read PolNeAR as windows of word pieces with their tags and links."""

import gzip
import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.labels import ROLES, opening_tag
from sayso.encoder.pieces import WordPieces, cut_pieces
from sayso.encoder.windows import STRIDE_PIECES, WINDOW_PIECES
from sayso.text.sentences import sentences

Ints = NDArray[np.int64]
NOWHERE = -1


@dataclass(frozen=True)
class Example:
    """One document: its pieces, a tag for each, and for each piece of a source or content the
    piece at which its cue begins (else -1)."""

    pieces: WordPieces
    tags: Ints
    cues: Ints


def read(path: Path) -> list[Example]:
    """The documents of a gzipped JSON Lines file with `text` and `attributions`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    cut = cut_pieces([document["text"] for document in documents])
    return [
        _example(some, document["attributions"])
        for some, document in zip(cut, documents, strict=True)
    ]


def clauses(path: Path, rng: np.random.Generator) -> list[Example]:
    """Single sentences, because contents are read again for attributions inside them.

    These are the sentences that hold a whole attribution, and as many that hold none, without their
    full stop. Half of them begin with a small letter, and half of these with "that". Only
    attributions that are whole in the sentence are marked.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    texts: list[str] = []
    marked: list[list[dict[str, Any]]] = []
    for document in documents:
        text = document["text"]
        spans = sentences(text)
        starts = [start for start, _ in spans]
        own: dict[int, list[dict[str, Any]]] = {}
        touched: set[int] = set()
        for attribution in document["attributions"]:
            places = [place for role in ROLES for place in attribution[role]]
            first, last = min(start for start, _ in places), max(end for _, end in places)
            number = bisect_right(starts, first) - 1
            touched.update(range(number, bisect_right(starts, last)))
            if number >= 0 and last <= spans[number][1]:
                own.setdefault(number, []).append(attribution)
        free = [number for number in range(len(spans)) if number not in touched]
        own |= {int(number): [] for number in rng.permutation(free)[: len(own)]}
        for number, attributions in own.items():
            start, end = spans[number]
            clause, shift = _clause(text[start:end], float(rng.random()))
            texts.append(clause)
            marked.append([_shifted(one, shift - start) for one in attributions])
    cut = cut_pieces(texts)
    return [_example(some, own_) for some, own_ in zip(cut, marked, strict=True)]


def _clause(sentence: str, chance: float) -> tuple[str, int]:
    """The sentence as it could be part of another one, and how far its words have moved."""
    bare = sentence.rstrip(".")
    if chance > 0.5 or len(bare) < 2 or bare[1].isupper() or not bare[0].isalpha():
        return bare, 0
    small = bare[0].lower() + bare[1:]
    return (f"that {small}", 5) if chance < 0.25 else (small, 0)


def _shifted(attribution: dict[str, Any], by: int) -> dict[str, Any]:
    return {role: [[start + by, end + by] for start, end in attribution[role]] for role in ROLES}


def _example(some: WordPieces, attributions: Sequence[dict[str, Any]]) -> Example:
    tags, cues = np.zeros(len(some), dtype=np.int64), np.full(len(some), NOWHERE)
    for attribution in attributions:
        places = {
            role: [_between(some, start, end) for start, end in attribution[role]] for role in ROLES
        }
        cue = places["cue"][0][0] if places["cue"] else NOWHERE
        for role, spans in places.items():
            for first, last in spans:
                tags[first:last] = opening_tag(role) + 1
                tags[first : first + 1] = opening_tag(role)
                if role != "cue":
                    cues[first:last] = cue
    return Example(some, tags, cues)


def _between(some: WordPieces, start: int, end: int) -> tuple[int, int]:
    """The pieces of a span, extended to whole words, because tags are given to words."""
    first = int(np.searchsorted(some.end, start, side="right"))
    while 0 < first < len(some) and not some.first[first]:
        first -= 1
    return first, int(np.searchsorted(some.start, end, side="left"))


def windows_of(example: Example, shift: int) -> Iterator[Example]:
    """Windows over one document, the first one shortened by `shift` pieces."""
    length = len(example.pieces)
    starts = [
        0,
        *range(
            STRIDE_PIECES - shift,
            max(length - WINDOW_PIECES + STRIDE_PIECES - shift, 1),
            STRIDE_PIECES,
        ),
    ]
    for start in starts:
        end = min(start + WINDOW_PIECES, length)
        here = WordPieces(
            *(getattr(example.pieces, name)[start:end] for name in WordPieces.__slots__)
        )
        cues = example.cues[start:end] - start
        inside = (example.cues[start:end] >= start) & (cues < end - start)
        yield Example(here, example.tags[start:end], np.where(inside, cues, NOWHERE))
        if end == length:
            return
