"""Which sources and contents belong to which cue."""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from sayso.encoder.tagger import RoleSpan, TaggedText
from sayso.extract.speech.impersonal_cues import is_impersonal, source_behind_article
from sayso.extract.speech.link_features import (
    FEATURES,
    Floats,
    TextLayout,
    cues_in_reach,
    link_features,
)
from sayso.extract.speech.split_contents import rejoin_contents, split_contents

# How much log-probability a link may lose so that a cue is not left without a content or a source.
MAX_LOGPROB_LOSS = 2.5
MAX_ROLES_BACK = 48  # from a cue without a source to the one before it
EMPTY_LINE = re.compile(r"\n[^\S\n]*\n")
LINKED_ROLES = ("source", "content")

LinkLogprobs = dict[int, dict[int, float]]  # of each item, by the cues it may belong to


@dataclass(slots=True)
class LinkedCue:
    """A cue with its contents and its source.

    `link_logprob` is the log-probability of its surest content. `source_rejected` says that a source
    was marked for it, and that this one does not speak ("Orel is expected to go").
    """

    cue: RoleSpan
    source: RoleSpan | None = None
    contents: list[RoleSpan] = field(default_factory=list)
    link_logprob: float = 0.0
    source_rejected: bool = False


def link_cues(text: str, tagged: TaggedText) -> list[LinkedCue]:
    """The cues that have a content, each with its contents and its most probable source.

    A content belongs to its most probable cue; a cue without a content takes one from a cue that has
    several, if the loss is small. The surest pair of a cue and a source is linked first; a source
    whose cue is taken is left over.
    """
    tagged = split_contents(text, tagged)
    cues = tagged.cue_indices()
    if not cues:
        return []
    layout = TextLayout(text)
    linked = {cue: LinkedCue(tagged.roles[cue]) for cue in cues}
    logprobs = link_logprobs(layout, tagged, "content")
    for item, cue in _cue_of_contents(logprobs, cues).items():
        link, logprob = linked[cue], logprobs[item][cue]
        link.link_logprob = max(link.link_logprob, logprob) if link.contents else logprob
        link.contents.append(tagged.roles[item])
    linked = {cue: link for cue, link in linked.items() if link.contents}
    _link_sources(layout, tagged, linked)
    return [link for link in linked.values() if link.contents]


def _link_sources(layout: TextLayout, tagged: TaggedText, linked: dict[int, LinkedCue]) -> None:
    """Give each cue its source, and leave out what does not belong to its contents."""
    logprobs = link_logprobs(layout, tagged, "source")
    sources = _source_of_cues(logprobs, linked)
    for cue, link in linked.items():
        link.contents = rejoin_contents(layout.text, _contents_nearby(layout, link))
        item = sources.get(cue)
        if item is None:
            item = _earlier_source(layout, tagged, cue, logprobs)
        source = tagged.roles[item] if item is not None else None
        if source is not None:
            source = source_behind_article(layout.text, link.cue, source, link.contents)
        if is_impersonal(layout.text, link.cue, source):
            link.source_rejected = source is not None
            source = None
        link.source = source


def _contents_nearby(layout: TextLayout, link: LinkedCue) -> list[RoleSpan]:
    """The contents of a cue without those of another sentence, or behind a colon of another paragraph.

    What stands in quotation marks stays. If none is in the cue's sentence, all stay but those behind or
    before an empty line.
    """
    is_colon = layout.text[link.cue.end - 1] == ":"
    number_of = layout.paragraph_number if is_colon else layout.sentence_number
    number = number_of(link.cue.start)
    near = {span for span in link.contents if number_of(span.start) == number}
    if not near:
        near = {
            span
            for span in link.contents
            if is_colon or not _is_parted(layout.text, link.cue, span)
        }
    return [span for span in link.contents if span in near or layout.is_quoted(span.start)]


def _is_parted(text: str, cue: RoleSpan, span: RoleSpan) -> bool:
    """Whether an empty line is between a cue and a content."""
    first, last = sorted((cue, span), key=lambda role: role.start)
    return EMPTY_LINE.search(text, first.end, max(first.end, last.start)) is not None


def _source_of_cues(logprobs: LinkLogprobs, linked: Collection[int]) -> dict[int, int]:
    """For each cue its source, the surest pairs first; each source goes to one cue."""
    best = {item: max(by_cue.values()) for item, by_cue in logprobs.items()}
    pairs = sorted(
        (-logprob, item, cue)
        for item, by_cue in logprobs.items()
        for cue, logprob in by_cue.items()
    )
    source: dict[int, int] = {}
    taken: set[int] = set()
    for negative_logprob, item, cue in pairs:
        is_free = item not in taken and cue not in source and cue in linked
        if is_free and -negative_logprob >= best[item] - MAX_LOGPROB_LOSS:
            source[cue] = item
            taken.add(item)
    return source


def _earlier_source(
    layout: TextLayout, tagged: TaggedText, cue: int, logprobs: LinkLogprobs
) -> int | None:
    """The source for a cue that has none: the last one before it in its sentence.

    "Orel said the bridge was shut, adding that …": Orel is also the source of "adding".
    """
    cue_start = tagged.roles[cue].start
    for item in range(cue - 1, max(-1, cue - 1 - MAX_ROLES_BACK), -1) if logprobs else ():
        start = tagged.roles[item].start
        if layout.sentence_number(start) != layout.sentence_number(cue_start):
            return None
        if item in logprobs and layout.is_quoted(start) == layout.is_quoted(cue_start):
            return item
    return None


def _cue_of_contents(logprobs: LinkLogprobs, cues: Sequence[int]) -> dict[int, int]:
    """For each content its cue, so that few cues are left without a content."""
    chosen = {
        item: max(by_cue, key=lambda cue: (by_cue[cue], cue)) for item, by_cue in logprobs.items()
    }
    contents: dict[int, list[int]] = {cue: [] for cue in cues}
    for item, cue in chosen.items():
        contents[cue].append(item)
    moves = [
        (by_cue[chosen[item]] - logprob, item, cue)
        for item, by_cue in logprobs.items()
        for cue, logprob in by_cue.items()
        if not contents[cue] and cue != chosen[item]
    ]
    for loss, item, cue in sorted(moves):
        if loss > MAX_LOGPROB_LOSS:
            break
        if contents[cue] or len(contents[chosen[item]]) < 2:
            continue
        contents[chosen[item]].remove(item)
        contents[cue].append(item)
        chosen[item] = cue
    return chosen


def link_logprobs(layout: TextLayout, tagged: TaggedText, role: str) -> LinkLogprobs:
    """For each item of the role the cues within reach, with the log-probability of each link.

    A conditional logit (McFadden 1974) over `link_features`, fitted on gold spans
    (training/links.py).
    """
    cues = tagged.cue_indices()
    in_reach = cues_in_reach(tagged, role)
    # One cue has the probability 1, whatever its features.
    uncertain = {item: columns for item, columns in in_reach.items() if len(columns) > 1}
    rows = link_features(layout, tagged, role, uncertain)
    logprobs: LinkLogprobs = {}
    for item, columns in in_reach.items():
        scores = _log_softmax(rows[item] @ _link_weights()[role]) if item in rows else [0.0]
        logprobs[item] = {
            cues[column]: score for column, score in zip(columns, scores, strict=True)
        }
    return logprobs


def _log_softmax(scores: Floats) -> list[float]:
    highest = scores.max()
    scores -= np.log(np.exp(scores - highest).sum()) + highest
    logprobs: list[float] = scores.tolist()
    return logprobs


@cache
def _link_weights() -> dict[str, Floats]:
    stored = json.loads(files(__package__).joinpath("links.json").read_text(encoding="utf-8"))
    return {role: np.array([stored[role][name] for name in FEATURES]) for role in LINKED_ROLES}
