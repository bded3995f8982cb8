"""Texts to sources, cues and contents, and which cue each of them hangs on."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sayso.encoder.decode import Floats, Ints, TaggedSpan, transition_penalties, best_tags, tagged_spans
from sayso.encoder.labels import LABELS
from sayso.encoder.pieces import WordPieces, cut_pieces
from sayso.encoder.session import CLS, SEP, Session
from sayso.encoder.windows import central_parts, cut_windows

# 1 for each tag that opens a span.
OPENING_TAGS = np.array([label.startswith("B-") for label in LABELS], dtype=np.float32)
# Of the network's outputs: tags, what a piece belongs to, what it governs.
OUTPUT_WIDTHS = (len(LABELS), 64, 64)


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A source, cue or content: code points [start, end) and how sure the network is (0–1)."""

    role: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class TaggedText:
    """What the network finds in one text.

    `attachment_scores[i, j]` is how strongly the i-th of `roles` belongs to the j-th cue among them:
    a log-probability up to a constant.
    """

    roles: tuple[RoleSpan, ...]
    attachment_scores: Floats

    def cues(self) -> list[int]:
        """Which of the roles are cues."""
        return [index for index, role in enumerate(self.roles) if role.role == "cue"]


@dataclass(frozen=True, slots=True)
class _Transitions:
    step: Floats
    start: Floats
    lean: Floats  # added to the scores of tags


@cache
def _tagger_session() -> Session:
    return Session("tagger.onnx")


@cache
def _transitions() -> _Transitions:
    stored = json.loads(
        files("sayso.encoder").joinpath("weights/tagger.json").read_text(encoding="utf-8")
    )
    step = np.array(stored["step"], dtype=np.float32) + transition_penalties()
    start, lean = (np.array(stored[key], dtype=np.float32) for key in ("start", "lean"))
    return _Transitions(step, start, lean)


def tag_texts(texts: Sequence[str], eager: float = 0.0) -> list[TaggedText]:
    """What the network finds in each text, whatever its length.

    `eager` is added to the score of every tag that opens a span: for texts in which something is
    likely to be found, such as the content of an attribution.
    """
    cut = cut_pieces(list(texts))
    whole = _network_outputs(cut)
    words = [np.flatnonzero(some.first) for some in cut]
    field = _transitions()
    scores = [
        outputs[0][places] + field.lean + eager * OPENING_TAGS
        for outputs, places in zip(whole, words, strict=True)
    ]
    tags = best_tags(scores, field.step, field.start)
    return [
        _tagged_text(some, places, tagged_spans(path, score), outputs)
        for some, places, path, score, outputs in zip(cut, words, tags, scores, whole, strict=True)
    ]


def _network_outputs(cut: Sequence[WordPieces]) -> list[tuple[Floats, ...]]:
    """The network's outputs for every piece of every text, from the window where it is central."""
    jobs = [
        (text, window, own) for text, some in enumerate(cut) for window, own in _windows_and_centres(len(some))
    ]
    found = _tagger_session().run([_window_inputs(cut[text], *window) for text, window, _ in jobs])
    out = [tuple(np.zeros((len(some), width), np.float32) for width in OUTPUT_WIDTHS) for some in cut]
    for (text, (start, _), (first, last)), outputs in zip(jobs, found, strict=True):
        for target, one in zip(out[text], outputs, strict=True):
            target[first:last] = one[first - start + 1 : last - start + 1]
    return out


def _window_inputs(some: WordPieces, start: int, end: int) -> dict[str, Ints]:
    ids = np.concatenate([[CLS], some.id[start:end], [SEP]])
    shapes = np.concatenate([[0], some.shape[start:end], [0]])
    return {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)}


def _windows_and_centres(length: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    whole = cut_windows(length)
    return list(zip(whole, central_parts(whole), strict=True))


def _tagged_text(
    some: WordPieces, words: Ints, found: Sequence[TaggedSpan], outputs: tuple[Floats, ...]
) -> TaggedText:
    ends = np.append(words[1:], len(some))
    roles = tuple(
        RoleSpan(
            one.role,
            int(some.start[words[one.first]]),
            int(some.end[ends[one.last - 1] - 1]),
            one.score,
        )
        for one in found
    )
    _, belongs, governs = outputs
    cues = [words[one.first] for one in found if one.role == "cue"]
    if not cues:
        return TaggedText(roles, np.zeros((len(roles), 0), dtype=np.float32))
    hanging = np.stack([belongs[words[one.first] : ends[one.last - 1]].mean(0) for one in found])
    return TaggedText(roles, hanging @ governs[cues].T / np.float32(belongs.shape[1] ** 0.5))
