"""Sayings within sayings: hand-made chains up to four speakers deep, and how much of them is found.

The floors are shares, not single cases: which chain the network misses changes with every training,
and a case that fails today says nothing of the code around it. A floor is what was measured when
the cases were written, less two points; whoever betters the reading raises it.
"""

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from sayso.extract.extracting import extract_together
from sayso.model.speech import Attribution
from sayso.model.text import Document, Span

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/chains.jsonl").read_text("utf-8").splitlines()
]
PARENTS = 0.71  # of the attributions within another, those found in the right one
SPEAKERS = 0.61  # of the innermost attributions, those with the whole chain of speakers right
ALONE = 0.96  # of the outermost attributions, those found within none


class Found(NamedTuple):
    """An attribution of a case as it ought to be and as it was read."""

    wanted: int
    case: dict[str, Any]
    read: dict[int, Attribution | None]

    @property
    def parent(self) -> int | None:
        """The place of the attribution that this one ought to be within."""
        return self.case["attributions"][self.wanted]["within"]  # type: ignore[no-any-return]

    @property
    def is_right(self) -> bool:
        """Whether it was found, within the one that it ought to be within."""
        one = self.read[self.wanted]
        outer = self.read[self.parent] if self.parent is not None else None
        if one is None or (self.parent is not None and outer is None):
            return False
        return one.within == (outer.id if outer else None)

    @property
    def chain_is_right(self) -> bool:
        """Whether it and all around it were found so, each with its speaker."""
        at: int | None = self.wanted
        while at is not None:
            one = Found(at, self.case, self.read)
            source, said = self.case["attributions"][at]["source"], self.read[at]
            if not one.is_right or said is None or not _is_same(source, said.source):
                return False
            at = one.parent
        return True


def _is_same(wanted: dict[str, Any] | None, found: Span | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return found.touches(_span(wanted))


def _span(data: dict[str, Any]) -> Span:
    return Span(data["start"], data["end"])


def _nearest(wanted: dict[str, Any], known: tuple[Attribution, ...]) -> Attribution | None:
    """The attribution with the cue that is wanted, the one whose content is most like it."""
    cue, content = _span(wanted["cue"]), _span(wanted["content"])
    places = set(range(content.start, content.end))

    def likeness(one: Attribution) -> float:
        own = {at for span in one.content for at in range(span.start, span.end)}
        return len(places & own) / len(places | own)

    near = [one for one in known if one.cue is not None and one.cue.touches(cue)]
    best = max(near, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 0.5 else None


@cache
def read() -> tuple[Found, ...]:
    documents = [Document(name=str(place), text=case["text"]) for place, case in enumerate(CASES)]
    return tuple(_pairs(documents))


def _pairs(documents: list[Document]) -> Iterator[Found]:
    for case, facts in zip(CASES, extract_together(documents), strict=True):
        wanted = list(enumerate(case["attributions"]))
        known = {place: _nearest(one, facts.attributions) for place, one in wanted}
        yield from (Found(place, case, known) for place, _ in wanted)


def _share(some: list[bool]) -> float:
    return sum(some) / len(some)


def test_the_cases_are_well_formed() -> None:
    assert len(CASES) >= 60
    assert len({case["text"] for case in CASES}) == len(CASES)
    for case in CASES:
        for place, one in enumerate(case["attributions"]):
            outer = one["within"]
            assert outer is None or outer < place
            for part in filter(None, (one["source"], one["cue"], one["content"])):
                assert case["text"][part["start"] : part["end"]] == part["quote"]
                if outer is not None:
                    assert _span(case["attributions"][outer]["content"]).holds(_span(part))


def test_most_inner_sayings_are_found_where_they_are_said() -> None:
    assert _share([one.is_right for one in read() if one.parent is not None]) >= PARENTS


def test_whole_chains_of_speakers_are_found() -> None:
    outer = {(id(one.case), one.parent) for one in read()}
    ends = [one for one in read() if one.parent is not None]
    ends = [one for one in ends if (id(one.case), one.wanted) not in outer]
    assert _share([one.chain_is_right for one in ends]) >= SPEAKERS


def test_what_is_said_outright_is_within_nothing() -> None:
    assert _share([one.is_right for one in read() if one.parent is None]) >= ALONE
