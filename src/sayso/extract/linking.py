"""Which sources and contents belong to which cue."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sayso.encoder.tagger import Reading, Role

# A cue reaches no farther than this many code points; the network saw about as much at a time.
REACH = 1200


@dataclass(slots=True)
class Bundle:
    """A cue with what hangs on it."""

    cue: Role
    source: Role | None = None
    contents: list[Role] = field(default_factory=list)


def bundles(reading: Reading) -> list[Bundle]:
    """The cues that have a content, each with its contents and its likeliest source.

    A content or source hangs on the cue that the network gives most weight. A cue takes one
    source, the surest; a source that finds its cue taken is left over.
    """
    found = {index: Bundle(reading.roles[index]) for index in reading.cues()}
    columns = list(found)
    best: dict[int, float] = {}
    for index, role in enumerate(reading.roles):
        if role.role == "cue":
            continue
        choice = _cue_of(role, reading, index, columns)
        if choice is None:
            continue
        cue, weight = choice
        if role.role == "content":
            found[cue].contents.append(role)
        elif weight > best.get(cue, float("-inf")):
            best[cue], found[cue].source = weight, role
    return [bundle for bundle in found.values() if bundle.contents]


def _cue_of(
    role: Role, reading: Reading, index: int, columns: Sequence[int]
) -> tuple[int, float] | None:
    near = [
        (float(reading.hooks[index, column]), cue)
        for column, cue in enumerate(columns)
        if _gap(role, reading.roles[cue]) <= REACH
    ]
    if not near:
        return None
    weight, cue = max(near)
    return cue, weight


def _gap(left: Role, right: Role) -> int:
    return max(left.start, right.start) - min(left.end, right.end)
