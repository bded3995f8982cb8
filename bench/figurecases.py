"""How many of the written cases of figures sayso reads rightly: `python -m bench.figurecases`.

`figure_kinds.jsonl` has sentences of many kinds, invented by one hand, in which people come to harm, are
only counted, or only seem to come to harm; `figures.jsonl` has those that rules were made from. A case is
right if each of its figures is found with its number, its harm and those it counts, and no other is.
Every second case of a kind is for looking at; the figures of the others say more.

Those counted are right if one of the two answers holds the other ("miners", "coal miners"). Words that
only repeat the harm ("12 dead") name nobody.
"""

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.halves import by_half_and_kind
from sayso.extract.casualties.figures import find_figures
from sayso.lexicon.harms import harm_words

CASES = Path(__file__).parents[1] / "tests/cases"
FILES = ("figures", "figure_kinds")

Case = Mapping[str, Any]


@dataclass(frozen=True)
class Given:
    """A figure as a case has it: its words and bounds, its harm, and those it counts."""

    words: str
    bounds: tuple[int | None, int | None]
    harm: str | None
    who: str | None
    hypothetical: bool
    is_part: bool

    @property
    def told(self) -> tuple[tuple[int | None, int | None], str | None, bool]:
        """What must be the same in both: number and harm."""
        return self.bounds, self.harm, self.hypothetical


@dataclass(frozen=True)
class Outcome:
    """What became of a case; `is_check` where it is not one of those for looking at."""

    text: str
    kind: str
    is_check: bool
    given: Sequence[Given]
    found: Sequence[Given]

    @property
    def numbers_right(self) -> bool:
        """Whether all numbers and harms are right, and none is invented."""
        return _sorted(self.given) == _sorted(self.found)

    @property
    def right(self) -> bool:
        """Whether those counted are right too."""
        if not self.numbers_right:
            return False
        pairs = zip(_in_order(self.given), _in_order(self.found), strict=True)
        return all(_name_the_same(one, other) for one, other in pairs)

    @property
    def invented(self) -> int:
        """How many figures tell a number and a harm that the case does not have."""
        told = [one.told for one in self.given]
        return sum(one.harm is not None and one.told not in told for one in self.found)


def _in_order(some: Sequence[Given]) -> list[Given]:
    return sorted(some, key=lambda one: (str(one.told), _bare(one.who) or ""))


def _sorted(some: Sequence[Given]) -> list[str]:
    return sorted(str(one.told) for one in some)


def _name_the_same(one: Given, other: Given) -> bool:
    """Whether two figures count the same people; a part need not say of whom it is one."""
    unsaid = (one.is_part or other.is_part) and None in (_bare(one.who), _bare(other.who))
    return unsaid or same_people(one.who, other.who)


def same_people(left: str | None, right: str | None) -> bool:
    """Whether two answers name the same people, as far as words tell."""
    one, other = _bare(left), _bare(right)
    if one is None or other is None:
        return one is other
    return f" {one} " in f" {other} " or f" {other} " in f" {one} "


def _bare(who: str | None) -> str | None:
    """The words of an answer, in small letters; None where they only repeat the harm."""
    named = re.findall(r"[\w’'-]+", (who or "").casefold())
    lexicon = harm_words()
    people = [word for word in named if word not in lexicon.predicates and word != "confirmed"]
    return " ".join(named) if people else None


def read_cases(name: str) -> list[Case]:
    """The cases of a file in `tests/cases`, without its known failures."""
    lines = (CASES / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [case for case in map(json.loads, lines) if case.get("sort") != "known failure"]


def outcomes(name: str) -> Iterator[Outcome]:
    """What became of every case in a file."""
    numbers: dict[str, int] = defaultdict(int)
    for case in read_cases(name):
        kind = case.get("kind", name)
        given = [Given(*_parts(figure)) for figure in case["figures"]]
        yield Outcome(case["text"], kind, numbers[kind] % 2 == 1, given, figures_of(case["text"]))
        numbers[kind] += 1


def _parts(figure: Sequence[Any]) -> tuple[Any, ...]:
    words, low, high, harm, who, *rest = figure
    is_part = any(note.startswith("part") for note in rest)
    return words, (low, high), harm, who, "hypothetical" in rest, is_part


def figures_of(text: str) -> list[Given]:
    """The figures that sayso finds in a text."""
    return [
        Given(
            text[one.span.start : one.span.end],
            (one.low, one.high),
            one.harm and str(one.harm),
            text[one.who.start : one.who.end] if one.who else None,
            one.hypothetical,
            one.part_of is not None,
        )
        for one in find_figures(text, ())
    ]


def summary(found: Sequence[Outcome]) -> dict[str, Any]:
    """How many cases there are, the shares that are right, in per cent, and what is invented."""
    count = max(1, len(found))
    return {
        "n": len(found),
        "right": round(100 * sum(one.right for one in found) / count, 1),
        "numbers": round(100 * sum(one.numbers_right for one in found) / count, 1),
        "invented": sum(one.invented for one in found),
    }


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", default=FILES)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print what is not right, to look at")
    options = parser.parse_args()
    found = {name: list(outcomes(name)) for name in options.names}
    if options.json:
        print(json.dumps({name: by_half_and_kind(some, summary) for name, some in found.items()}))
        return 0
    for name, some in found.items():
        for one in some if options.wrong else ():
            if not one.right and not one.is_check:
                print(f"{one.kind} | {one.text}")
                print(*(f"\n   given {figure}" for figure in one.given))
                print(*(f"\n   found {figure}" for figure in one.found))
        told = by_half_and_kind(some, summary)
        for kind, line in told["kinds"].items():
            print(f"{name}: {kind}: {line}")
        print(f"{name}: all {told['all']}, check {told['check']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
