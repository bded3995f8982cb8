"""What tells whether a source or a content belongs to a cue, as numbers: the input of `link_roles`."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.tagger import TaggedText
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations, quoted_characters
from sayso.text.sentences import sentences

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

# A cue reaches no farther than this; the network saw about as much at a time.
MAX_CHARACTERS_TO_CUE = 1200
MAX_CUES_ON_A_SIDE = 24  # within reach; 17 are the most that news texts have
MAX_TOUCHING_CHARACTERS = 2
FRAMING_CUE = "according"  # to

FEATURES = (
    "attachment", "distance", "touching", "cues between", "same role between", "roles between",
    "sentences apart", "another sentence", "paragraphs apart", "cue first", "quoted apart",
    "cue first, another sentence", "touching, cue first", "preposition, cue first", "preposition",
    "quotation before its cue", "inside",
)  # fmt: skip


class TextLayout:
    """Where the sentences, paragraphs and quotations of a text are, read when first asked for."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [start for start, _ in sentences(self.text)]

    @cached_property
    def paragraph_starts(self) -> list[int]:
        """Where each paragraph begins."""
        return [start for start, _ in paragraphs(self.text)]

    @cached_property
    def quoted_characters(self) -> bytearray:
        """1 for each character in a quotation, else 0."""
        return quoted_characters(self.text, quotations(self.text))

    def sentence_number(self, position: int) -> int:
        """The number of the sentence at a position."""
        return bisect_right(self.sentence_starts, position)

    def paragraph_number(self, position: int) -> int:
        """The number of the paragraph at a position."""
        return bisect_right(self.paragraph_starts, position)

    def is_quoted(self, position: int) -> bool:
        """Whether a quotation holds the position."""
        return bool(self.quoted_characters[position])


def cues_in_reach(tagged: TaggedText, role: str) -> dict[int, list[int]]:
    """For each item of a role that has cues within reach: which ones, by their number among the cues.

    An item is named by its index in `tagged.roles`.
    """
    cues = [span for span in tagged.roles if span.role == "cue"]
    in_reach: dict[int, list[int]] = {}
    cues_before = 0
    for item, span in enumerate(tagged.roles):
        cues_before += span.role == "cue"
        if span.role != role:
            continue
        nearby = range(
            max(0, cues_before - MAX_CUES_ON_A_SIDE),
            min(len(cues), cues_before + MAX_CUES_ON_A_SIDE),
        )
        columns = [
            column
            for column in nearby
            if cues[column].end >= span.start - MAX_CHARACTERS_TO_CUE
            and cues[column].start <= span.end + MAX_CHARACTERS_TO_CUE
        ]
        if columns:
            in_reach[item] = columns
    return in_reach


class _RoleColumns:
    """What the features need to know of each role of a text, one array for each property."""

    def __init__(self, layout: TextLayout, tagged: TaggedText, role: str) -> None:
        spans = tagged.roles
        self.start = np.array([span.start for span in spans], dtype=np.int64)
        self.end = np.array([span.end for span in spans], dtype=np.int64)
        self.sentence = np.searchsorted(layout.sentence_starts, self.start, side="right")
        self.paragraph = np.searchsorted(layout.paragraph_starts, self.start, side="right")
        quoted_characters = np.frombuffer(layout.quoted_characters, dtype=np.uint8)
        self.quoted = quoted_characters[self.start] > 0
        self.cues_before = _counts_before([span.role == "cue" for span in spans])
        self.same_role_before = _counts_before([span.role == role for span in spans])
        self.preposition = np.array(
            [
                span.role == "cue"
                and layout.text[span.start : span.start + len(FRAMING_CUE)].lower() == FRAMING_CUE
                for span in spans
            ],
            dtype=np.bool_,
        )


def _counts_before(flags: Sequence[bool]) -> Ints:
    """For each index, and for the end, how many of the flags before it are set."""
    return np.concatenate([[0], np.cumsum(np.array(flags, dtype=np.int64))])


def link_features(
    layout: TextLayout, tagged: TaggedText, role: str, in_reach: Mapping[int, Sequence[int]]
) -> dict[int, Floats]:
    """For each item of a role the features of its links, [cues in reach, FEATURES].

    `in_reach` says which cues, by their number among the cues of the text.
    """
    if not in_reach:
        return {}
    counts = [len(columns) for columns in in_reach.values()]
    items = np.repeat(np.array(list(in_reach), dtype=np.int64), counts)
    columns = np.concatenate([np.array(reached, dtype=np.int64) for reached in in_reach.values()])
    rows = _rows_of_pairs(_RoleColumns(layout, tagged, role), tagged, items, columns)
    ends = np.cumsum(counts).tolist()
    return {
        item: rows[end - count : end]
        for item, count, end in zip(in_reach, counts, ends, strict=True)
    }


def _rows_of_pairs(roles: _RoleColumns, tagged: TaggedText, items: Ints, columns: Ints) -> Floats:
    """The features of pairs of an item and a cue, in the order of FEATURES."""
    cues = np.array(tagged.cue_indices(), dtype=np.int64)[columns]
    cue_first = roles.start[cues] < roles.start[items]
    gap = np.maximum(roles.start[items], roles.start[cues]) - np.minimum(
        roles.end[items], roles.end[cues]
    )
    gap = np.maximum(0, gap)
    touching = gap <= MAX_TOUCHING_CHARACTERS
    after, upto = np.minimum(items, cues) + 1, np.maximum(items, cues)
    sentences_apart = np.abs(roles.sentence[items] - roles.sentence[cues])
    paragraphs_apart = np.abs(roles.paragraph[items] - roles.paragraph[cues])
    another_sentence = sentences_apart > 0
    preposition = roles.preposition[cues]
    inside = (roles.start[items] <= roles.start[cues]) & (roles.end[cues] <= roles.end[items])
    features = (
        tagged.attachment_scores(items, columns),
        np.log1p(gap),
        touching,
        np.minimum(4, roles.cues_before[upto] - roles.cues_before[after]),
        np.minimum(4, roles.same_role_before[upto] - roles.same_role_before[after]),
        np.minimum(4, upto - after),
        np.minimum(4, sentences_apart),
        another_sentence,
        np.minimum(3, paragraphs_apart),
        cue_first,
        roles.quoted[items] != roles.quoted[cues],
        cue_first & another_sentence,
        touching & cue_first,
        preposition & cue_first,
        preposition,
        ~cue_first & roles.quoted[items] & ~roles.quoted[cues],
        inside,
    )
    rows = np.empty((len(items), len(FEATURES)))
    for number, values in enumerate(features):
        rows[:, number] = values
    return rows
