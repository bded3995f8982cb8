"""A part of one document's facts on the wire, cut out before they are decoded.

To decode the facts of a book takes seconds; a page of it needs few of them.
"""

from collections.abc import Collection, Iterator
from typing import Any

from sayso.model.codec import Json

# The lists of facts, and the fields of each that have its own words.
WORDS = {
    "attributions": ("source", "cue", "content"),
    "claims": ("content",),
    "actors": ("mentions",),
    "figures": ("span",),
    "events": ("trigger",),
}


def facts_within(data: Json, start: int, end: int, more: Collection[str] = ()) -> Json:
    """The object of the facts with words in [start, end), and of all that these name.

    `more` are ids of facts that are wanted too. Of an actor with many mentions, those near the words
    are kept, and that of the name.
    """
    by_id = {item["id"]: (listed, item) for listed in WORDS for item in data[listed]}
    kept = {
        name
        for name, (listed, item) in by_id.items()
        if name in more
        or any(one["start"] < end and start < one["end"] for one in _spans(listed, item))
    }
    kept |= {one["id"] for one in data["claims"] if not kept.isdisjoint(one["chain"])}
    waiting = list(kept)
    while waiting:
        new = {name for name in _strings(by_id[waiting.pop()][1]) if name in by_id} - kept
        kept |= new
        waiting += new
    near = [
        span
        for listed, item in map(by_id.__getitem__, kept)
        if listed != "actors"
        for span in _spans(listed, item)
    ]
    first = min([start, *(span["start"] for span in near)])
    last = max([end, *(span["end"] for span in near)])
    cut = {listed: [item for item in data[listed] if item["id"] in kept] for listed in WORDS}
    cut["actors"] = [_with_mentions(one, first, last) for one in cut["actors"]]
    return {**data, **cut}


def _spans(listed: str, item: Json) -> Iterator[Json]:
    """The places of a fact's own words."""
    for field in WORDS[listed]:
        value = item[field]
        if isinstance(value, list):
            yield from value
        elif value is not None:
            yield value


def _with_mentions(actor: Json, start: int, end: int) -> Json:
    name = actor["name_span"]
    mentions = [one for one in actor["mentions"] if start <= one["start"] < end or one == name]
    return {**actor, "mentions": mentions or actor["mentions"][:1]}


def _strings(value: Any) -> Iterator[str]:
    """The strings in a value that may be ids: not its words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key != "quote":
                yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
