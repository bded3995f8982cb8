"""Vectors for comparing what claims say: two texts about the same thing have a large product."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.pieces import tokenizer
from sayso.encoder.session import CLS, SEP, Session

SIZE = 384
LONGEST = 126  # pieces read of one text; with the marks 128, as the model was made for


@cache
def _session() -> Session:
    return Session("vectors.onnx")


def vectors(texts: Sequence[str]) -> NDArray[np.float32]:
    """One vector of length one for each text, [texts, 384]; a product of two is their cosine.

    all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Apache-2.0) with eight-bit weights.
    """
    if not texts:
        return np.zeros((0, SIZE), dtype=np.float32)
    once = list(dict.fromkeys(texts))
    row = {text: at for at, text in enumerate(once)}
    encoded = tokenizer().encode_batch(once, add_special_tokens=False)
    ids = [np.array([CLS, *one.ids[:LONGEST], SEP], dtype=np.int64) for one in encoded]
    found = _session().run([{"ids": one, "mask": np.ones_like(one)} for one in ids])
    return np.stack([outputs[0] for outputs in found])[[row[text] for text in texts]]
