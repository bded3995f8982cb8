"""Attributions inside others: hand-made chains up to four speakers deep, and how many are found.

The floors are shares, not single cases: which chain the network misses changes with every training,
and a case that fails today says nothing about the code around it. A floor is what was measured when
the cases were written, less two points; raise it when the program reads them better.
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
MIN_RIGHT_PARENTS = 0.71  # of the attributions inside another, those found in the right one
MIN_RIGHT_CHAINS = 0.61  # of the innermost attributions, those with all speakers right
MIN_RIGHT_OUTERMOST = 0.96  # of the outermost attributions, those found inside no other


class ChainLink(NamedTuple):
    """An attribution of a case, as it should be and as it was read."""

    wanted: int
    case: dict[str, Any]
    read: dict[int, Attribution | None]

    @property
    def parent(self) -> int | None:
        """The number of the attribution that this one should be inside."""
        return self.case["attributions"][self.wanted]["within"]  # type: ignore[no-any-return]

    @property
    def is_right(self) -> bool:
        """Whether it was found inside the right one."""
        attribution = self.read[self.wanted]
        outer = self.read[self.parent] if self.parent is not None else None
        if attribution is None or (self.parent is not None and outer is None):
            return False
        return attribution.within == (outer.id if outer else None)

    @property
    def chain_is_right(self) -> bool:
        """Whether this attribution and all around it were found in place, each with its speaker."""
        at: int | None = self.wanted
        while at is not None:
            link = ChainLink(at, self.case, self.read)
            source, said = self.case["attributions"][at]["source"], self.read[at]
            if not link.is_right or said is None or not _is_same(source, said.source):
                return False
            at = link.parent
        return True


def _is_same(wanted: dict[str, Any] | None, found: Span | None) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    return found.touches(_span(wanted))


def _span(data: dict[str, Any]) -> Span:
    return Span(data["start"], data["end"])


def _nearest(wanted: dict[str, Any], known: tuple[Attribution, ...]) -> Attribution | None:
    """Of the attributions with the wanted cue, the one with the most similar content."""
    cue, content = _span(wanted["cue"]), _span(wanted["content"])
    places = set(range(content.start, content.end))

    def likeness(attribution: Attribution) -> float:
        read = {at for span in attribution.content for at in range(span.start, span.end)}
        return len(places & read) / len(places | read)

    near = [read for read in known if read.cue is not None and read.cue.touches(cue)]
    best = max(near, key=likeness, default=None)
    return best if best is not None and likeness(best) >= 0.5 else None


@cache
def read() -> tuple[ChainLink, ...]:
    documents = [Document(name=str(place), text=case["text"]) for place, case in enumerate(CASES)]
    return tuple(_pairs(documents))


def _pairs(documents: list[Document]) -> Iterator[ChainLink]:
    for case, facts in zip(CASES, extract_together(documents), strict=True):
        known = {
            number: _nearest(wanted, facts.attributions)
            for number, wanted in enumerate(case["attributions"])
        }
        yield from (ChainLink(number, case, known) for number in known)


def _share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


def test_the_cases_are_well_formed() -> None:
    assert len(CASES) >= 60
    assert len({case["text"] for case in CASES}) == len(CASES)
    for case in CASES:
        for number, wanted in enumerate(case["attributions"]):
            outer = wanted["within"]
            assert outer is None or outer < number
            for part in filter(None, (wanted["source"], wanted["cue"], wanted["content"])):
                assert case["text"][part["start"] : part["end"]] == part["quote"]
                if outer is not None:
                    assert _span(case["attributions"][outer]["content"]).holds(_span(part))


def test_most_inner_attributions_are_found_inside_the_right_one() -> None:
    assert (
        _share([link.is_right for link in read() if link.parent is not None]) >= MIN_RIGHT_PARENTS
    )


def test_whole_chains_of_speakers_are_found() -> None:
    outer = {(id(link.case), link.parent) for link in read()}
    inner = [link for link in read() if link.parent is not None]
    innermost = [link for link in inner if (id(link.case), link.wanted) not in outer]
    assert _share([link.chain_is_right for link in innermost]) >= MIN_RIGHT_CHAINS


def test_what_is_said_outright_is_inside_no_other() -> None:
    assert _share([link.is_right for link in read() if link.parent is None]) >= MIN_RIGHT_OUTERMOST
