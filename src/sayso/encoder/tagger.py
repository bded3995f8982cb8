"""Texts to sources, cues and contents, and how well each of them fits each cue."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from sayso.encoder.decode import (
    Floats,
    Ints,
    TaggedSpan,
    best_tags,
    tagged_spans,
    transition_penalties,
)
from sayso.encoder.labels import LABELS, OUTSIDE
from sayso.encoder.pieces import WordPieces, cut_pieces
from sayso.encoder.session import CLS, SEP, Session
from sayso.encoder.windows import central_parts, cut_windows

# 1 for each tag that opens a span.
OPENING_TAGS = np.array([label.startswith("B-") for label in LABELS], dtype=np.float32)
# Of the network's outputs: tags, what a piece belongs to, what it governs.
OUTPUT_WIDTHS = (len(LABELS), 64, 64)
UNREAD_SCORE = -30.0  # of every tag but "outside" where the network does not read
ROLES_AT_ONCE = 1024  # in one product; a whole text's would grow with the square of its length


@dataclass(frozen=True, slots=True)
class RoleSpan:
    """A source, cue or content: code points [start, end) and how sure the network is (0–1)."""

    role: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class TaggedText:
    """What the network finds in one text: the roles, and how they belong together.

    `belongs` has a row for each role, `governs` one for each cue among them; the product of two rows
    says how well the role fits the cue. `pieces` is how many word pieces the text has.
    """

    roles: tuple[RoleSpan, ...]
    belongs: Floats
    governs: Floats
    pieces: int = 0

    def attachment_scores(self, roles: Ints, cues: Ints) -> Floats:
        """How well each role fits the cue beside it: the logarithm of a probability, up to a constant.

        Both are given by their numbers, the cues by those among the cues; the roles are in order.
        """
        scores = np.zeros(len(roles), dtype=np.float32)
        for first in range(0, len(self.roles), ROLES_AT_ONCE):
            pairs = slice(*np.searchsorted(roles, [first, first + ROLES_AT_ONCE]))
            if pairs.start == pairs.stop:
                continue
            lowest, highest = int(cues[pairs].min()), int(cues[pairs].max())
            rows = self.belongs[first : first + ROLES_AT_ONCE]
            products = rows @ self.governs[lowest : highest + 1].T
            scores[pairs] = products[roles[pairs] - first, cues[pairs] - lowest]
        return scores

    def cue_indices(self) -> list[int]:
        """The places of the cues among the roles."""
        return [index for index, role in enumerate(self.roles) if role.role == "cue"]


@dataclass(frozen=True, slots=True)
class _TagScores:
    """What is added to the network's scores: for one tag after another, for the first tag, and for
    every tag."""

    transitions: Floats
    first: Floats
    bias: Floats


@cache
def _tagger_session() -> Session:
    return Session("tagger.onnx")


@cache
def _tag_scores() -> _TagScores:
    stored = json.loads(
        files("sayso.encoder").joinpath("weights/tagger.json").read_text(encoding="utf-8")
    )
    step = np.array(stored["step"], dtype=np.float32) + transition_penalties()
    first, bias = (np.array(stored[key], dtype=np.float32) for key in ("start", "lean"))
    return _TagScores(step, first, bias)


def tag_texts(texts: Sequence[str], eagerness: float = 0.0) -> list[TaggedText]:
    """What the network finds in each text, whatever its length.

    `eagerness` is added to the score of every tag that opens a span. It suits texts that are likely
    to hold something, such as the content of an attribution.
    """
    pieces_of_texts = cut_pieces(list(texts))
    outputs_of_texts = _network_outputs(pieces_of_texts)
    first_pieces = [np.flatnonzero(pieces.first) for pieces in pieces_of_texts]
    known = _tag_scores()
    scores_of_texts = [
        outputs[0][words] + known.bias + eagerness * OPENING_TAGS
        for outputs, words in zip(outputs_of_texts, first_pieces, strict=True)
    ]
    tags_of_texts = best_tags(scores_of_texts, known.transitions, known.first)
    return [
        _tagged_text(pieces, words, tagged_spans(tags, scores), outputs)
        for pieces, words, tags, scores, outputs in zip(
            pieces_of_texts,
            first_pieces,
            tags_of_texts,
            scores_of_texts,
            outputs_of_texts,
            strict=True,
        )
    ]


def _network_outputs(pieces_of_texts: Sequence[WordPieces]) -> list[tuple[Floats, ...]]:
    """The network's outputs for every piece of every text, from the window that has it in the
    middle.

    A window without any letter holds no source, cue or content, so the network does not read it.
    """
    jobs = [
        (text, window, part)
        for text, pieces in enumerate(pieces_of_texts)
        for window, part in _windows_with_parts(len(pieces))
        if pieces.lettered[slice(*window)].any()
    ]
    answers = _tagger_session().run(
        [_window_inputs(pieces_of_texts[text], *window) for text, window, _ in jobs]
    )
    outputs = [
        tuple(np.zeros((len(pieces), width), np.float32) for width in OUTPUT_WIDTHS)
        for pieces in pieces_of_texts
    ]
    for tags, *_ in outputs:
        tags[:, OUTSIDE + 1 :] = UNREAD_SCORE
    for (text, (start, _), (first, last)), answer in zip(jobs, answers, strict=True):
        for target, values in zip(outputs[text], answer, strict=True):
            target[first:last] = values[first - start + 1 : last - start + 1]
    return outputs


def _window_inputs(pieces: WordPieces, start: int, end: int) -> dict[str, Ints]:
    ids = np.concatenate([[CLS], pieces.id[start:end], [SEP]])
    shapes = np.concatenate([[0], pieces.shape[start:end], [0]])
    return {"ids": ids, "shapes": shapes, "mask": np.ones_like(ids)}


def _windows_with_parts(length: int) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    windows = cut_windows(length)
    return list(zip(windows, central_parts(windows), strict=True))


def _tagged_text(
    pieces: WordPieces,
    words: Ints,
    tagged: Sequence[TaggedSpan],
    outputs: tuple[Floats, ...],
) -> TaggedText:
    """The tagged runs of words as spans of the text, with how well each fits each cue.

    `words` are the first pieces of the words.
    """
    ends = np.append(words[1:], len(pieces))
    roles = tuple(
        RoleSpan(
            span.role,
            int(pieces.start[words[span.first]]),
            int(pieces.end[ends[span.last - 1] - 1]),
            span.score,
        )
        for span in tagged
    )
    _, belongs, governs = outputs
    cues = [words[span.first] for span in tagged if span.role == "cue"]
    if not cues:
        width = belongs.shape[1]
        no_scores = np.zeros((len(roles), width), np.float32)
        return TaggedText(roles, no_scores, governs[:0], len(pieces))
    attaching = np.stack(
        [belongs[words[span.first] : ends[span.last - 1]].mean(0) for span in tagged]
    )
    scaled = governs[cues] / np.float32(belongs.shape[1] ** 0.5)
    return TaggedText(roles, attaching, scaled, len(pieces))
