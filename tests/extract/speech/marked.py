"""Texts marked as the network would mark them, so that the rules can be tried without it."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.tagger import RoleSpan, TaggedText


def role(name: str, text: str, words: str, score: float = 0.9) -> RoleSpan:
    """The first place of some words in a text, marked as a source, a cue or a content."""
    start = text.index(words)
    return RoleSpan(name, start, start + len(words), score)


def tagged_text(
    text: str, marked: Sequence[tuple[str, str]], scores: Sequence[Sequence[float]] | None = None
) -> TaggedText:
    """A text with (role, words) pairs marked, in text order.

    `scores` says how strongly each of them belongs to each cue, 0 where it is left out.
    """
    roles = tuple(role(name, text, words) for name, words in marked)
    cues = sum(name == "cue" for name, _ in marked)
    filled = np.zeros((len(roles), cues), dtype=np.float32)
    if scores is not None:
        filled[:] = scores
    return with_scores(roles, filled)


def with_scores(roles: Sequence[RoleSpan], scores: NDArray[np.float32]) -> TaggedText:
    """The roles as a tagged text where `scores[i, j]` says how well the i-th fits the j-th cue."""
    return TaggedText(tuple(roles), scores, np.eye(scores.shape[1], dtype=np.float32))
