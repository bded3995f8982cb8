"""Which sources and contents belong to which cue."""

import json
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from sayso.encoder.tagger import TaggedText, RoleSpan
from sayso.extract.speech.impersonal_cues import behind_article, is_sourceless
from sayso.extract.speech.split_contents import parted, rejoined
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import quotations, quoted
from sayso.text.sentences import sentences

Floats = NDArray[np.float64]

# A cue reaches no farther than this many code points; the network saw about as much at a time.
REACH = 1200
# What a pair must lose in likelihood, at most, so that a cue does not stay without any content.
LONELY = 2.5
ROLES = ("source", "content")


@dataclass(slots=True)
class Bundle:
    """A cue with what hangs on it; `tie` is the log-likelihood of its surest content, `struck` says
    that somebody stood before the cue who does not speak."""

    cue: RoleSpan
    source: RoleSpan | None = None
    contents: list[RoleSpan] = field(default_factory=list)
    tie: float = 0.0
    struck: bool = False


class Layout:
    """Where sentences, paragraphs and quotations of a text are."""

    def __init__(self, text: str) -> None:
        self._sentences = [start for start, _ in sentences(text)]
        self._paragraphs = [start for start, _ in paragraphs(text)]
        self._inside = quoted(text, quotations(text))
        self.text = text

    def sentence(self, place: int) -> int:
        """The number of the sentence at a place."""
        return bisect_right(self._sentences, place)

    def paragraph(self, place: int) -> int:
        """The number of the paragraph at a place."""
        return bisect_right(self._paragraphs, place)

    def quoted(self, place: int) -> bool:
        """Whether a quotation holds the place."""
        return bool(self._inside[place])


def bundles(text: str, reading: TaggedText) -> list[Bundle]:
    """The cues that have a content, each with its contents and its likeliest source.

    A content or source hangs on the cue that `likelihoods` gives most weight; a cue that would be
    left without a content takes one from a cue that has several, if the loss is small. A cue takes
    one source, the surest; a source that finds its cue taken is left over.
    """
    reading = parted(text, reading)
    cues = reading.cues()
    if not cues:
        return []
    layout = Layout(text)
    found = {cue: Bundle(reading.roles[cue]) for cue in cues}
    contents = likelihoods(layout, reading, "content")
    for item, cue in _shared_out(contents, cues).items():
        bundle = found[cue]
        tie = contents[item][cue]
        bundle.tie = max(bundle.tie, tie) if bundle.contents else tie
        bundle.contents.append(reading.roles[item])
    sources = likelihoods(layout, reading, "source")
    held = {cue: bundle for cue, bundle in found.items() if bundle.contents}
    for cue, item in _taken(sources, held).items():
        held[cue].source = reading.roles[item]
    for cue, bundle in held.items():
        bundle.contents = rejoined(text, _near(layout, bundle))
        if bundle.source is None:
            lent = _borrowed(layout, reading, cue, sources)
            bundle.source = None if lent is None else reading.roles[lent]
        if bundle.source is not None:
            bundle.source = behind_article(text, bundle.cue, bundle.source, bundle.contents)
        if is_sourceless(text, bundle.cue, bundle.source):
            bundle.struck = bundle.source is not None
            bundle.source = None
    return list(held.values())


def _near(layout: Layout, bundle: Bundle) -> list[RoleSpan]:
    """The contents of a cue; beside one in its own paragraph, none from a heading or another
    paragraph but what stands in quotation marks."""
    own = layout.paragraph(bundle.cue.start)
    here = [one for one in bundle.contents if layout.paragraph(one.start) == own]
    if not here:
        return bundle.contents
    return [one for one in bundle.contents if one in here or layout.quoted(one.start)]


def _taken(likely: dict[int, dict[int, float]], held: Collection[int]) -> dict[int, int]:
    """For each cue its source, the surest pairs first; each source goes to one cue."""
    best = {item: max(row.values()) for item, row in likely.items()}
    pairs = [(odds, item, cue) for item, row in likely.items() for cue, odds in row.items()]
    source: dict[int, int] = {}
    gone: set[int] = set()
    for odds, item, cue in sorted(pairs, key=lambda one: (-one[0], one[1], one[2])):
        free = item not in gone and cue not in source and cue in held
        if free and odds >= best[item] - LONELY:
            source[cue] = item
            gone.add(item)
    return source


def _borrowed(
    layout: Layout, reading: TaggedText, cue: int, likely: dict[int, dict[int, float]]
) -> int | None:
    """The source of a cue that has none of its own: the last one before it in its sentence.

    "Orel said the bridge was shut, adding that …": who speaks once may go on speaking.
    """
    own = reading.roles[cue]
    for item in range(cue - 1, -1, -1):
        start = reading.roles[item].start
        if layout.sentence(start) != layout.sentence(own.start):
            return None
        if item in likely and layout.quoted(start) == layout.quoted(own.start):
            return item
    return None


def _shared_out(likely: dict[int, dict[int, float]], cues: Sequence[int]) -> dict[int, int]:
    """For each content its cue, so that few cues stay without."""
    chosen = {item: max(row, key=lambda cue: (row[cue], cue)) for item, row in likely.items()}
    held: dict[int, list[int]] = {cue: [] for cue in cues}
    for item, cue in chosen.items():
        held[cue].append(item)
    moves = [
        (row[chosen[item]] - odds, item, cue)
        for item, row in likely.items()
        for cue, odds in row.items()
        if not held[cue] and cue != chosen[item]
    ]
    for loss, item, cue in sorted(moves):
        if loss > LONELY:
            break
        if held[cue] or len(held[chosen[item]]) < 2:
            continue
        held[chosen[item]].remove(item)
        held[cue].append(item)
        chosen[item] = cue
    return chosen


def likelihoods(layout: Layout, reading: TaggedText, role: str) -> dict[int, dict[int, float]]:
    """For each item of the role the cues within reach, with the log-likelihood that it is theirs.

    A conditional logit (McFadden 1974) over `features`, fitted on gold spans (training/links.py).
    """
    weights = _weights()[role]
    out: dict[int, dict[int, float]] = {}
    for item, cues, rows in candidates(layout, reading, role):
        scores = rows @ weights
        scores -= np.log(np.exp(scores - scores.max()).sum()) + scores.max()
        out[item] = dict(zip(cues, scores.tolist(), strict=True))
    return out


def candidates(
    layout: Layout, reading: TaggedText, role: str
) -> Iterable[tuple[int, list[int], Floats]]:
    """Each item of the role with the cues within its reach and the features of each pair."""
    cues = reading.cues()
    roles = reading.roles
    starts = [roles[cue].start for cue in cues]
    longest = max((_length(roles[cue]) for cue in cues), default=0)
    for item, one in enumerate(roles):
        if one.role != role:
            continue
        first = bisect_left(starts, one.start - REACH - longest)
        near = [
            (column, cues[column])
            for column in range(first, bisect_right(starts, one.end + REACH))
            if _gap(one, roles[cues[column]]) <= REACH
        ]
        if near:
            rows = [features(layout, reading, item, cue, column) for column, cue in near]
            yield item, [cue for _, cue in near], np.array(rows)


FEATURES = (
    "hook", "distance", "touching", "cues between", "like between", "others between",
    "sentences apart", "another sentence", "paragraphs apart", "cue first", "quoted apart",
    "cue first, another sentence", "touching, cue first", "preposition, cue first", "preposition",
    "quotation before its cue", "inside",
)  # fmt: skip


def features(layout: Layout, reading: TaggedText, item: int, cue: int, column: int) -> list[float]:
    """What tells whether an item hangs on a cue, in the order of FEATURES."""
    one, other = reading.roles[item], reading.roles[cue]
    first = other.start < one.start
    gap = max(0, _gap(one, other))
    low, high = sorted((item, cue))
    between = [role.role for role in reading.roles[low + 1 : high]]
    sentences_apart = abs(layout.sentence(one.start) - layout.sentence(other.start))
    touching = gap <= 2
    apart = layout.quoted(one.start) != layout.quoted(other.start)
    preposition = layout.text[other.start : other.start + 9].lower() == "according"
    return [
        float(reading.attachment_scores[item, column]),
        float(np.log1p(gap)),
        float(touching),
        float(min(4, between.count("cue"))),
        float(min(4, between.count(one.role))),
        float(min(4, len(between))),
        float(min(4, sentences_apart)),
        float(sentences_apart > 0),
        float(min(3, abs(layout.paragraph(one.start) - layout.paragraph(other.start)))),
        float(first),
        float(apart),
        float(first and sentences_apart > 0),
        float(touching and first),
        float(preposition and first),
        float(preposition),
        float(not first and layout.quoted(one.start) and not layout.quoted(other.start)),
        float(one.start <= other.start and other.end <= one.end),
    ]


@cache
def _weights() -> dict[str, Floats]:
    stored = json.loads(
        files("sayso.encoder").joinpath("weights/links.json").read_text(encoding="utf-8")
    )
    return {role: np.array([stored[role][name] for name in FEATURES]) for role in ROLES}


def _length(role: RoleSpan) -> int:
    """How many code points a role holds."""
    return role.end - role.start


def _gap(left: RoleSpan, right: RoleSpan) -> int:
    return max(left.start, right.start) - min(left.end, right.end)
