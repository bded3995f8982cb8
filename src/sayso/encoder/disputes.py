"""Claims marked in their texts, and the inputs of the network that reads disputes.

A reading is what the network is given at once: a passage of a text with the contents, sources and cues
of all its claims marked, or two claims, in one passage or in two, with only these marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.decode import Floats, Ints
from sayso.encoder.pieces import WordPieces, cut_pieces
from sayso.encoder.session import CLS, SEP
from sayso.encoder.windows import cut_windows
from sayso.model.speech import Stance
from sayso.model.text import Span

STRIDE = 150  # pieces from one window to the next; two claims so close are read together
PAIR_PIECES = 128  # that the network reads of two claims, in one passage or in two

# What a piece is: nothing, part of a source, of a cue, or of a content with this stance.
NO_ROLE, SOURCE, CUE = 0, 1, 2
CONTENT_OF = {stance: 3 + number for number, stance in enumerate(Stance)}
# What two claims are to each other, by place.
SAME_SPEAKER, SAME_SENTENCE, NEXT_SENTENCE, OTHER_PASSAGE = range(4)
RELATIONS = 4


@dataclass(frozen=True, slots=True)
class PlacedClaim:
    """A claim in its text: its content, source, cue and sentence, and the key of its speaker."""

    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None
    stance: Stance
    speaker: str
    sentence: int


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The pieces of a text with their roles, and for each claim the pieces that it consists of.

    `frames` has the pieces of source and cue, `firsts` and `lasts` the first and the last piece of each
    content; a content without pieces has none.
    """

    pieces: WordPieces
    roles: Ints
    contents: tuple[Ints, ...]
    frames: tuple[Ints, ...]
    firsts: Ints
    lasts: Ints
    claims: tuple[PlacedClaim, ...]


class Passage(NamedTuple):
    """The pieces [first, last) of a text, which is given by its number."""

    text: int
    first: int
    last: int


# Two claims, each by the number of its text and its number there; the one that comes first stands first.
ClaimPair = tuple[tuple[int, int], tuple[int, int]]
# What the network is given, by name.
Inputs = dict[str, NDArray[Any]]


class ClaimRead(NamedTuple):
    """A claim of a reading: the number of its text, its number there, and that of its passage."""

    text: int
    claim: int
    passage: int


def mark_texts(texts: Sequence[tuple[str, Sequence[PlacedClaim]]]) -> list[MarkedText]:
    """Each text with its claims marked."""
    pieces_of_texts = cut_pieces([text for text, _ in texts])
    return [
        _mark_text(pieces, tuple(claims))
        for pieces, (_, claims) in zip(pieces_of_texts, texts, strict=True)
    ]


def windows_of(number: int, text: MarkedText) -> list[Passage]:
    """Passages that cover a text, without those that hold no claim."""
    cut = (Passage(number, *window) for window in cut_windows(len(text.pieces), stride=STRIDE))
    return [passage for passage in cut if _claims_in(text, passage)]


def passages_of_pair(
    texts: Sequence[MarkedText], left: tuple[int, int], right: tuple[int, int]
) -> tuple[Passage, ...]:
    """What is read of two claims, each given by its text and its number: one passage, or two."""
    if left[0] == right[0]:
        text = texts[left[0]]
        bounds = [_bounds(text, claim) for claim in (left[1], right[1])]
        first, last = min(start for start, _ in bounds), max(end for _, end in bounds)
        if last - first <= PAIR_PIECES:
            return (_around(left[0], text, first, last, PAIR_PIECES),)
    return tuple(
        _around(number, texts[number], *_bounds(texts[number], claim), PAIR_PIECES // 2)
        for number, claim in (left, right)
    )


def _bounds(text: MarkedText, claim: int) -> tuple[int, int]:
    """The pieces [first, last) of a claim, with its source and cue where these are near."""
    content, frame = text.contents[claim], text.frames[claim]
    first, last = int(content[0]), int(content[-1]) + 1
    if len(frame):
        around = min(first, int(frame[0])), max(last, int(frame[-1]) + 1)
        if around[1] - around[0] <= PAIR_PIECES // 2:
            return around
    return first, last


def _around(number: int, text: MarkedText, first: int, last: int, size: int) -> Passage:
    """So many pieces around [first, last), or its first pieces if it has more."""
    start = max(0, first - max(0, size - (last - first)) // 2)
    end = min(len(text.pieces), start + size)
    return Passage(number, max(0, min(start, end - size)), end)


def passage_inputs(
    texts: Sequence[MarkedText], passage: Passage
) -> tuple[tuple[ClaimRead, ...], Inputs]:
    """The claims of a passage, and what the network is given."""
    text = texts[passage.text]
    claims = tuple(ClaimRead(passage.text, claim, 0) for claim in _claims_in(text, passage))
    return claims, _inputs(texts, [passage], claims, text.roles[passage.first : passage.last])


def pair_inputs(
    texts: Sequence[MarkedText], pair: ClaimPair
) -> tuple[tuple[ClaimRead, ...], Inputs]:
    """Two claims, and what the network is given: only these are marked, the second apart."""
    passages = passages_of_pair(texts, *pair)
    claims = tuple(
        ClaimRead(*one, min(number, len(passages) - 1)) for number, one in enumerate(pair)
    )
    roles = []
    for number, passage in enumerate(passages):
        text = texts[passage.text]
        kept = np.zeros(len(text.pieces), dtype=np.bool_)
        for one in claims:
            if one.passage == number:
                kept[text.contents[one.claim]] = True
                kept[text.frames[one.claim]] = True
        roles.append(np.where(kept, text.roles, NO_ROLE)[passage.first : passage.last])
    inputs = _inputs(texts, passages, claims, *roles)
    second = (inputs["contents"][1] > 0) | (inputs["frames"][1] > 0)
    inputs["part"][second] = 1
    return claims, inputs


def _inputs(
    texts: Sequence[MarkedText],
    passages: Sequence[Passage],
    claims: Sequence[ClaimRead],
    *roles: Ints,
) -> Inputs:
    length = 1 + sum(passage.last - passage.first + 1 for passage in passages)
    inputs: Inputs = {
        name: np.zeros(length, dtype=np.int64) for name in ("ids", "shapes", "roles", "part")
    }
    inputs["ids"][0] = CLS
    offsets = []
    at = 1
    for number, ((which, first, last), marked) in enumerate(zip(passages, roles, strict=True)):
        pieces, end = texts[which].pieces, at + last - first
        inputs["ids"][at:end] = pieces.id[first:last]
        inputs["ids"][end] = SEP
        inputs["shapes"][at:end] = pieces.shape[first:last]
        inputs["roles"][at:end] = marked
        inputs["part"][at : end + 1] = number
        offsets.append(at - first)
        at = end + 1
    inputs["mask"] = np.ones(length, dtype=np.int64)
    for name in ("contents", "frames"):
        rows = [
            _inside(getattr(texts[one.text], name)[one.claim], passages[one.passage])
            + offsets[one.passage]
            for one in claims
        ]
        inputs[name] = _means(rows, length)
    inputs["relations"] = _relations(texts, claims)
    return inputs


def _mark_text(pieces: WordPieces, claims: tuple[PlacedClaim, ...]) -> MarkedText:
    roles = np.full(len(pieces), NO_ROLE, dtype=np.int64)
    contents = tuple(_pieces_of(pieces, claim.content) for claim in claims)
    sources = [_pieces_of(pieces, _given(claim.source)) for claim in claims]
    cues = [_pieces_of(pieces, _given(claim.cue)) for claim in claims]
    longest_first = sorted(range(len(claims)), key=lambda one: -sum(map(len, claims[one].content)))
    for number in longest_first:
        roles[contents[number]] = CONTENT_OF[claims[number].stance]
    for source, cue in zip(sources, cues, strict=True):
        roles[source] = SOURCE
        roles[cue] = CUE
    frames = tuple(
        np.union1d(source, cue).astype(np.int64) for source, cue in zip(sources, cues, strict=True)
    )
    beyond = len(pieces)
    firsts = np.array([int(one[0]) if len(one) else beyond for one in contents], dtype=np.int64)
    lasts = np.array([int(one[-1]) if len(one) else -1 for one in contents], dtype=np.int64)
    return MarkedText(pieces, roles, contents, frames, firsts, lasts, claims)


def _given(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _pieces_of(pieces: WordPieces, spans: Sequence[Span]) -> Ints:
    """The numbers of the pieces that the spans touch, in order."""
    found: set[int] = set()
    for span in spans:
        first = int(np.searchsorted(pieces.end, span.start, side="right"))
        last = int(np.searchsorted(pieces.start, span.end, side="left"))
        found.update(range(first, last))
    return np.array(sorted(found), dtype=np.int64)


def _inside(numbers: Ints, passage: Passage) -> Ints:
    return numbers[(numbers >= passage.first) & (numbers < passage.last)]


def _claims_in(text: MarkedText, passage: Passage) -> list[int]:
    """The claims of which a passage holds half or more."""
    near = (text.firsts < passage.last) & (text.lasts >= passage.first)
    return [
        claim
        for claim in np.flatnonzero(near).tolist()
        if 2 * len(_inside(text.contents[claim], passage)) >= len(text.contents[claim])
    ]


def _means(rows: Sequence[Ints], length: int) -> Floats:
    """For each row the weights by which the vectors of its pieces become their mean."""
    weights = np.zeros((len(rows), length), dtype=np.float32)
    for row, places in enumerate(rows):
        if len(places):
            weights[row, places] = 1 / len(places)
    return weights


def _relations(texts: Sequence[MarkedText], claims: Sequence[ClaimRead]) -> Floats:
    """1 where two claims have the relation, [claims, claims, RELATIONS]."""
    speakers = np.array([texts[one.text].claims[one.claim].speaker for one in claims], dtype=object)
    sentences = np.array([texts[one.text].claims[one.claim].sentence for one in claims])
    passages = np.array([one.passage for one in claims])
    together = passages[:, None] == passages[None, :]
    apart = np.abs(sentences[:, None] - sentences[None, :])
    relations = np.zeros((len(claims), len(claims), RELATIONS), dtype=np.float32)
    relations[..., SAME_SPEAKER] = speakers[:, None] == speakers[None, :]
    relations[..., SAME_SENTENCE] = together & (apart == 0)
    relations[..., NEXT_SENTENCE] = together & (apart == 1)
    relations[..., OTHER_PASSAGE] = ~together
    return relations
