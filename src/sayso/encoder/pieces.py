"""A text as the word pieces that the network reads."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from sayso.text.quotes import quotations, quoted

# What lower-cased pieces no longer show, one bit each.
CAPITALISED, UPPER, QUOTED, AFTER_BREAK = 1, 2, 4, 8
SHAPES = 16

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one text, without the marks at a window's ends; all arrays of shape [pieces].

    `start` and `end` are code points; `shape` is a sum of the bits above; `first` is true where a
    word (or a punctuation mark) begins.
    """

    id: Ints
    start: Ints
    end: Ints
    shape: Ints
    first: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.id)


@cache
def tokenizer() -> Tokenizer:
    """The bundled tokenizer, cutting and padding nothing."""
    raw = files("sayso.encoder").joinpath("weights/tokenizer.json").read_text(encoding="utf-8")
    loaded: Tokenizer = Tokenizer.from_str(raw)
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def pieces(texts: list[str]) -> list[Pieces]:
    """The word pieces of each text."""
    encoded = tokenizer().encode_batch(texts, add_special_tokens=False)
    return [_pieces(text, one) for text, one in zip(texts, encoded, strict=True)]


def _pieces(text: str, encoded: Encoding) -> Pieces:
    offsets = np.array(encoded.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array(encoded.word_ids, dtype=np.int64)
    first = np.ones(len(words), dtype=np.bool_)
    first[1:] = words[1:] != words[:-1]
    return Pieces(
        id=np.array(encoded.ids, dtype=np.int64),
        start=offsets[:, 0],
        end=offsets[:, 1],
        shape=_shapes(text, offsets),
        first=first,
    )


def _shapes(text: str, offsets: Ints) -> Ints:
    inside = quoted(text, quotations(text))
    out = np.zeros(len(offsets), dtype=np.int64)
    last = 0
    for index, (start, end) in enumerate(offsets.tolist()):
        bits = QUOTED if inside[start] else 0
        if text[start].isupper():
            bits |= UPPER if end - start > 1 and text[start:end].isupper() else CAPITALISED
        if start > last and "\n" in text[last:start]:
            bits |= AFTER_BREAK
        out[index] = bits
        last = end
    return out
