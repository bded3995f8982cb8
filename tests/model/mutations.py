"""Data with one thing changed somewhere, for tests of what is refused."""

import json
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

GONE = object()
ODD: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    2**53,
    0.5,
    float("nan"),
    "",
    "x",
    "\ud800",
    [],
    {},
    GONE,
)


def changed(data: Any, where: str, what: Any) -> Any:
    """A copy of the data that has something else, or nothing where it is GONE, in one place."""
    data = deepcopy(data)
    *way, last = [int(step) if step.isdigit() else step for step in where.split(".")]
    place = data
    for step in way:
        place = place[step]
    if what is GONE:
        del place[last]
    else:
        place[last] = what
    return data


@st.composite
def mutations(draw: st.DrawFn, data: Any) -> Any:
    """The data with something odd in one place, or with what stands in another place there."""
    places = [place for place, _ in everything(data)]
    what = st.sampled_from(ODD) | st.sampled_from([value for _, value in everything(data)])
    return changed(data, draw(st.sampled_from(places)), draw(what))


def everything(data: Any, path: str = "") -> list[tuple[str, Any]]:
    """Every value inside the data, with the way to it."""
    inside = data.items() if isinstance(data, dict) else enumerate(data)
    found = []
    for step, value in inside:
        found.append((f"{path}{step}", value))
        if isinstance(value, dict | list):
            found += everything(value, f"{path}{step}.")
    return found


def plain(data: Any) -> Any:
    """What a reader of the JSON gets to see."""
    return json.loads(json.dumps(data))
