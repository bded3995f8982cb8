"""How many marked chains of speakers sayso reads rightly: `python -m bench.chains [FILE …]`.

A file has texts as `training.chains` describes them; a letter names one of that folder. A chain is
right where the words of an innermost attribution come through the marked speakers, in their order.
Texts of the kinds `single` and `none` have no attribution inside another: what is found inside one
there is false.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.speech import Attribution
from sayso.model.text import Document
from training.chains import (
    FOLDER,
    Marked,
    MarkedText,
    content_length,
    stands_in,
    without_marks,
)

TOGETHER = 16  # texts read at a time
MIN_COVERED = 0.6  # the share of the letters of a marked content that a read one holds
MIN_LIKENESS = 0.3  # of a marked content and the read one that it is taken for
# With one content for both, "citing" is said inside "said", and "said" inside "as quoted by".
INNERMOST_CUES = (
    "citing", "quoting", "reading from", "on the word of", "with reference to", "cited", "quoted",
)  # fmt: skip
OUTERMOST_CUES = ("as quoted by", "as cited by", "quoted by", "cited by", "as told to")
KINDS = ("nested", "single", "none")


@dataclass(frozen=True)
class ReadText:
    """A marked text, its kind, and what sayso read in it."""

    kind: str
    marked: MarkedText
    facts: Facts

    def words(self, places: Sequence[Sequence[int]]) -> str:
        """The words at some places of the text."""
        return " … ".join(self.marked.text[start:end] for start, end in places)


@dataclass(frozen=True)
class Chain:
    """A marked chain of speakers, outermost first, beside the chain that was read."""

    words: str
    wanted: tuple[str, ...]
    read: tuple[str, ...]
    is_right: bool


def read_file(path: Path) -> Iterator[ReadText]:
    """The texts of a file, each with what sayso reads in it."""
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    for first in range(0, len(lines), TOGETHER):
        some = lines[first : first + TOGETHER]
        marked = [without_marks(line["text"]) for line in some]
        documents = [
            Document(name=f"{path.stem}-{first + number}.txt", text=one.text)
            for number, one in enumerate(marked)
        ]
        for line, one, facts in zip(some, marked, extract_together(documents), strict=True):
            yield ReadText(line["kind"], one, facts)


def outer_numbers(marked: MarkedText) -> list[int | None]:
    """For each marked attribution the number of the one that it stands inside: the innermost.

    Beside those whose content holds it whole, that may be one with its own content whose cue leads
    on to it, as "said" does to "citing".
    """
    attributions = marked.attributions
    steps = [_step(marked, one) for one in attributions]
    order = sorted(
        range(len(steps)), key=lambda number: (-content_length(attributions[number]), steps[number])
    )
    outer: list[int | None] = [None] * len(steps)
    for place, number in enumerate(order):
        one = attributions[number]
        around = [
            other
            for other in order[:place]
            if _stands_inside(one, attributions[other], steps[other] < steps[number])
        ]
        outer[number] = around[-1] if around else None
    return outer


def _step(marked: MarkedText, one: Marked) -> int:
    """Of several cues with one content, how far inside this one stands."""
    cue = " ".join(marked.text[start:end] for start, end in one["cue"]).lower()
    if cue.startswith(OUTERMOST_CUES):
        return 0
    return 2 if cue.startswith(INNERMOST_CUES) else 1


def _stands_inside(one: Marked, other: Marked, is_led_to: bool) -> bool:
    """Whether a content holds an attribution, or only its content where the other cue leads to it."""
    if is_led_to:
        return stands_in({"content": one["content"]}, other["content"])
    return content_length(other) > content_length(one) and stands_in(one, other["content"])


def chains_of(some: ReadText) -> Iterator[Chain]:
    """Each marked chain down to an innermost attribution, and the one read for the same words."""
    outer = outer_numbers(some.marked)
    for number, one in enumerate(some.marked.attributions):
        if number in outer:
            continue
        path = _path(number, outer)
        wanted = [some.marked.attributions[at]["source"] for at in path]
        wanted = [places for places in wanted if places]
        read = [link for link in _read_chain(some.facts, one) if link.source is not None]
        fits = len(read) == len(wanted) and all(map(_touches, read, wanted))
        found = bool(_covering(some.facts, one))
        yield Chain(
            some.words(one["content"]),
            tuple(map(some.words, wanted)),
            tuple(some.facts.document[link.source] for link in read if link.source),
            fits and found,
        )


def _path(number: int, outer: Sequence[int | None]) -> list[int]:
    """The numbers from the outermost attribution down to one."""
    path: list[int] = []
    step: int | None = number
    while step is not None and step not in path:
        path.insert(0, step)
        step = outer[step]
    return path


def _covering(facts: Facts, one: Marked) -> list[Attribution]:
    """The attributions that hold most letters of a marked content."""
    text = facts.document.text
    letters = [
        at for start, end in one["content"] for at in range(start, end) if text[at].isalnum()
    ]
    return [
        known
        for known in facts.attributions
        if sum(any(span.start <= at < span.end for span in known.content) for at in letters)
        >= MIN_COVERED * max(1, len(letters))
    ]


def _read_chain(facts: Facts, one: Marked) -> list[Attribution]:
    """Of the chains that end with the words of a marked content the longest, by its speaker if any."""
    known = {attribution.id: attribution for attribution in facts.attributions}

    def chain(attribution: Attribution) -> list[Attribution]:
        path = [attribution]
        while path[0].within is not None:
            path.insert(0, known[path[0].within])
        return path

    chains = [chain(attribution) for attribution in _covering(facts, one)]
    return max(
        chains,
        key=lambda path: (
            sum(link.source is not None for link in path),
            _touches(path[-1], one["source"]),
            -sum(map(len, path[-1].content)),
        ),
        default=[],
    )


def _touches(read: Attribution, places: Sequence[Sequence[int]]) -> bool:
    source = read.source
    return source is not None and any(
        source.start < end and start < source.end for start, end in places
    )


def parents_found(some: ReadText) -> Iterator[bool]:
    """For each marked attribution inside another, whether it was found inside that one."""
    outer = outer_numbers(some.marked)
    for number, one in enumerate(some.marked.attributions):
        around = outer[number]
        if around is None:
            continue
        inner = _nearest(some.facts, one)
        parent = _nearest(some.facts, some.marked.attributions[around])
        yield inner is not None and parent is not None and inner.within == parent.id


def _nearest(facts: Facts, one: Marked) -> Attribution | None:
    """Of the attributions with the marked cue, or source, the one with the most similar content."""
    places = {at for start, end in one["content"] for at in range(start, end)}
    anchor = one["cue"] or one["source"]

    def likeness(known: Attribution) -> float:
        read = {at for span in known.content for at in range(span.start, span.end)}
        return len(places & read) / len(places | read)

    near = [
        known
        for known in facts.attributions
        if (part := known.cue if one["cue"] else known.source) is not None
        and any(part.start < end and start < part.end for start, end in anchor)
    ]
    best = max(near, key=likeness, default=None)
    return best if best is not None and likeness(best) >= MIN_LIKENESS else None


def figures(read: Sequence[ReadText]) -> dict[str, Any]:
    """What is found in the nested texts, and what is false in the others, in per cent."""
    chains = [
        (chain.is_right, some.kind, len(chain.wanted) > 1)
        for some in read
        for chain in chains_of(some)
    ]
    parents = [found for some in read for found in parents_found(some)]
    plain = [some for some in read if some.kind != "nested"]
    empty = [some for some in read if some.kind == "none"]
    return {
        "chains right": _share([right for right, *_ in chains]),
        "of several speakers": _share([right for right, _, several in chains if several]),
        "of one speaker": _share([right for right, _, several in chains if not several]),
        "parents found": _share(parents),
        "false nesting": _share(
            [any(known.within for known in some.facts.attributions) for some in plain]
        ),
        "said where nobody speaks": _share([bool(some.facts.attributions) for some in empty]),
    }


def _share(flags: Sequence[bool]) -> dict[str, float]:
    return {"n": len(flags), "share": round(100 * sum(flags) / max(1, len(flags)), 1)}


def print_wrong(read: Sequence[ReadText]) -> None:
    """Print the chains that are not right, and what is found inside another where nothing is."""
    for some in read:
        for chain in chains_of(some):
            if not chain.is_right:
                print(f"chain\t{chain.words[:80]!r}\t{chain.wanted}\t{chain.read}")
        for known in some.facts.attributions if some.kind != "nested" else ():
            if known.within is not None:
                words = " … ".join(some.facts.document[span] for span in known.content)
                print(f"false\t{words[:80]!r}\t{some.marked.text[:160]!r}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", default=["c"], help="paths, or letters")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--wrong", action="store_true", help="print what is not right, to look at")
    options = parser.parse_args()
    for name in options.files:
        path = FOLDER / f"{name}.jsonl"
        read = list(read_file(path if path.exists() else Path(name)))
        if options.wrong:
            print_wrong(read)
        found = figures(read)
        if options.json:
            print(json.dumps({name: found}))
            continue
        for what, line in found.items():
            print(f"{name}: {what}: {line['share']} % of {line['n']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
