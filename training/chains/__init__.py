"""Written texts with marked attributions, nested to any depth.

Each line of `a.jsonl` to `d.jsonl` is one sentence or paragraph about invented events, by one hand
per file: `text` with the marks in it, and its `kind` (`nested`, `single` or `none`). A mark is `{`,
the number of an attribution, `s`, `c` or `t` for source, cue or content, `:`, words, `}`. Marks stand
inside marks. A role of an attribution may have several marks.

    {1s:The ministry} {1c:said} {1t:{2s:a captain} {2c:had denied} {2t:mining the bridge}}.
"""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent
ROLES = {"s": "source", "c": "cue", "t": "content"}

Place = list[int]
Marked = dict[str, list[Place]]  # the places of each role, as [start, end]

_OPENING = re.compile(r"\{(\d+)([sct]):")


@dataclass(frozen=True)
class MarkedText:
    """A text without its marks, and its attributions; `outer` has the one around each, by number."""

    text: str
    attributions: tuple[Marked, ...]
    outer: tuple[int | None, ...]


def written_texts(files: str = "abcd") -> Iterator[MarkedText]:
    """The texts of the named files."""
    for name in files:
        for line in (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines():
            yield without_marks(json.loads(line)["text"])


def without_marks(marked: str) -> MarkedText:
    """Read the marks of a text; ValueError where they do not fit together."""
    text: list[str] = []
    opened: list[tuple[int, str, int]] = []
    found: dict[int, Marked] = {}
    at = 0
    while at < len(marked):
        opening = _OPENING.match(marked, at)
        if opening:
            opened.append((int(opening[1]), ROLES[opening[2]], len(text)))
            at = opening.end()
            continue
        if marked[at] == "}" and opened:
            number, role, start = opened.pop()
            places = found.setdefault(number, {role: [] for role in ROLES.values()})
            places[role].append([start, len(text)])
        elif marked[at] in "{}":
            raise ValueError(f"a stray {marked[at]} in {marked!r}")
        else:
            text.append(marked[at])
        at += 1
    if opened or not all(one["content"] for one in found.values()):
        raise ValueError(f"a mark without an end, or no content, in {marked!r}")
    attributions = tuple(found[number] for number in sorted(found))
    for one in attributions:
        for own in one.values():
            own.sort()
    return MarkedText(
        "".join(text), attributions, tuple(map(_outer_of(attributions), attributions))
    )


def _outer_of(attributions: Sequence[Marked]) -> Callable[[Marked], int | None]:
    """A function that gives the number of the attribution around another one."""

    def outer(inner: Marked) -> int | None:
        around = [
            (content_length(other), number)
            for number, other in enumerate(attributions)
            if content_length(other) > content_length(inner) and stands_in(inner, other["content"])
        ]
        return min(around)[1] if around else None

    return outer


def stands_in(inner: Marked, places: list[Place]) -> bool:
    """Whether all of an attribution stands in the places."""
    return all(
        any(start <= first and last <= end for start, end in places)
        for own in inner.values()
        for first, last in own
    )


def content_length(one: Marked) -> int:
    """How many characters a content has."""
    return sum(end - start for start, end in one["content"])
