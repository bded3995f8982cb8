"""A text as the word pieces that the network reads."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from sayso.text.quotes import quotations, quoted_characters

# What lower-cased pieces no longer show, one bit each.
CAPITALISED, UPPER, QUOTED, AFTER_BREAK = 1, 2, 4, 8
SHAPES = 16

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class WordPieces:
    """Word pieces of one text, without the marks at a window's ends; all arrays of shape [pieces].

    `start` and `end` are code points; `shape` is a sum of the bits above; `first` is true for the
    first piece of a word or punctuation mark, `lettered` for a piece that begins with a letter.
    """

    id: Ints
    start: Ints
    end: Ints
    shape: Ints
    first: NDArray[np.bool_]
    lettered: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.id)


@cache
def tokenizer() -> Tokenizer:
    """The bundled tokenizer, which neither truncates nor pads."""
    raw = files("sayso.encoder").joinpath("weights/tokenizer.json").read_text(encoding="utf-8")
    loaded: Tokenizer = Tokenizer.from_str(raw)
    loaded.no_truncation()
    loaded.no_padding()
    return loaded


def cut_pieces(texts: list[str]) -> list[WordPieces]:
    """The word pieces of each text."""
    encodings = tokenizer().encode_batch(texts, add_special_tokens=False)
    return [_pieces_of(text, encoding) for text, encoding in zip(texts, encodings, strict=True)]


def _pieces_of(text: str, encoding: Encoding) -> WordPieces:
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    words = np.array(encoding.word_ids, dtype=np.int64)
    first = np.ones(len(words), dtype=np.bool_)
    first[1:] = words[1:] != words[:-1]
    return WordPieces(
        id=np.array(encoding.ids, dtype=np.int64),
        start=offsets[:, 0],
        end=offsets[:, 1],
        shape=_letter_shapes(text, offsets),
        first=first,
        lettered=np.array([text[start].isalpha() for start in offsets[:, 0].tolist()], dtype=bool),
    )


def _letter_shapes(text: str, offsets: Ints) -> Ints:
    """The bits of each piece: whether it is capitalised, quoted, or the first behind a line break."""
    in_quotes = quoted_characters(text, quotations(text))
    shapes = []
    previous_end = 0
    for start, end in offsets.tolist():
        bits = QUOTED if in_quotes[start] else 0
        if text[start].isupper():
            bits |= UPPER if end - start > 1 and text[start:end].isupper() else CAPITALISED
        if start > previous_end and "\n" in text[previous_end:start]:
            bits |= AFTER_BREAK
        shapes.append(bits)
        previous_end = end
    return np.array(shapes, dtype=np.int64)
