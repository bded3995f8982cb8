"""Vectors that compare what claims say: those of two texts about one thing have a large product."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.pieces import tokenizer
from sayso.encoder.session import CLS, SEP, Session

VECTOR_SIZE = 384
MAX_PIECES = 126  # pieces read of one text; with the marks 128, as the model was made for


@cache
def _vector_session() -> Session:
    return Session("vectors.onnx")


def text_vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """A vector of length one for each text, [texts, 384]; the product of two is their cosine.

    all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Apache-2.0) with eight-bit weights.
    """
    if not texts:
        return np.zeros((0, VECTOR_SIZE), dtype=np.float32)
    distinct = list(dict.fromkeys(texts))
    row_of_text = {text: row for row, text in enumerate(distinct)}
    encodings = tokenizer().encode_batch(distinct, add_special_tokens=False)
    windows = [
        np.array([CLS, *encoding.ids[:MAX_PIECES], SEP], dtype=np.int64) for encoding in encodings
    ]
    answers = _vector_session().run([{"ids": ids, "mask": np.ones_like(ids)} for ids in windows])
    vectors = np.stack([outputs[0] for outputs in answers])
    return vectors[[row_of_text[text] for text in texts]]
