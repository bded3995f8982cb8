"""Whether line breaks change what is read: `python -m bench.linebreaks`.

Reports are wrapped at several widths, with words cut at the line ends, and twice over, and read again. A
report that comes with wrapped lines is first put together. Two facts are
the same if they are equal in every field and their spans hold the same letters of the same report: spans
are counted without white space and hyphens. The table has, for each set of reports and each way to
break its lines, the share of the facts of the reports as they are that are still found, and how many
others are found instead. The way "pdf" sets a report in two columns, justified and with words cut, and
reads that PDF; there a span counts by its letters alone, since a PDF's head is no part of its text.

    python -m bench.linebreaks                         all sets; a table
    python -m bench.linebreaks --sets polnear --count 10 --ways 72 --show
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate
from pathlib import Path
from typing import Any

from sayso.errors import UnreadableInput
from sayso.extract.body import body_of
from sayso.extract.extracting import extract
from sayso.model.facts import Facts
from sayso.model.text import Document, Span
from sayso.read.reader import BYTES_LOOKED_AT, Material
from sayso.read.reports import readings_of, setting_for
from sayso.text.paragraphs import paragraphs
from tests.read.pdf.writer import Style, pdf_of, set_article

DEMO = Path(__file__).parents[1] / "src/sayso/demo"
SETS = {
    "polnear": ["polnear/dev"],
    "counts": ["gva/dev", "airwars/dev"],
    "capitals": ["muc4/dev"],
    "seeds": [],
    "demo": [],
}
KINDS = ("attributions", "claims", "figures", "events", "actors")
HYPHENS = "-‐‑\u00ad"
LONG_WORD = re.compile(r"\W*([^\W\d_]{6,})")
MIN_HALF = 3  # letters of a cut word on either line


def wrapped(text: str, width: int, cuts: bool = False) -> str:
    """The text with each line broken at spaces before the width; long words are cut there too."""
    return "\n".join(
        part for line in text.split("\n") for part in _parts(line.rstrip(), width, cuts)
    )


def _parts(line: str, width: int, cuts: bool) -> Iterator[str]:
    while len(line) > width:
        space = line.rfind(" ", len(line) - len(line.lstrip()) + 1, width + 1)
        cut = _cut_in_word(line, max(space, 0), width) if cuts else None
        if cut:
            yield line[:cut] + "-"
            line = line[cut:]
            continue
        at = space if space > 0 else line.find(" ", width)
        if at < 0:
            break
        yield line[:at].rstrip()
        line = line[at:].lstrip()
    yield line


def _cut_in_word(line: str, space: int, width: int) -> int | None:
    """Where the word that does not fit can be cut before the width."""
    word = LONG_WORD.match(line, space)
    at = width - 1
    fits = word and word.start(1) + MIN_HALF <= at <= word.end(1) - MIN_HALF
    return at if fits else None


WAYS: dict[str, Callable[[str], str]] = {
    "60": lambda text: wrapped(text, 60),
    "72": lambda text: wrapped(text, 72),
    "80": lambda text: wrapped(text, 80),
    "72 cut": lambda text: wrapped(text, 72, cuts=True),
    "72 crlf": lambda text: wrapped(text, 72).replace("\n", "\r\n"),
    "72 60": lambda text: wrapped(wrapped(text, 72), 60),
    "pdf": lambda text: text_through_pdf(text),
}


def text_through_pdf(text: str) -> str:
    """The text that is read of a PDF with the paragraphs in two columns, with words cut."""
    blocks = [" ".join(text[start:end].split()) for start, end in paragraphs(text)]
    data = pdf_of(set_article(blocks, Style(columns=2, justified=True, cuts_words=True)))
    problems: list[UnreadableInput] = []
    setting = setting_for(problems.append, lambda _: None)
    material = Material("report.pdf", BytesIO(data), data[:BYTES_LOOKED_AT], ".pdf")
    return "\n\n".join(one.document.text for one in readings_of(material, setting))


def can_be_set(text: str) -> bool:
    """Whether the PDF writer of the tests has all the letters."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class Kept:
    """How many facts of one kind there are, how many are found again, and how many others are."""

    known: int
    found: int
    others: int


def fact_keys(facts: Facts, placed: bool = True) -> dict[str, Counter[Any]]:
    """The facts of each kind, with spans that no line break changes, and without ids.

    A span is its place among the letters of the text; without `placed`, its letters.
    """
    text = facts.document.text
    letters = [not (one.isspace() or one in HYPHENS) for one in text]
    before = [0, *accumulate(letters)]

    def key(value: Any) -> Any:
        if isinstance(value, Span) and not placed:
            return "".join(
                one
                for one in text[value.start : value.end]
                if not (one.isspace() or one in HYPHENS)
            )
        if isinstance(value, Span):
            return before[value.start], before[value.end]
        if isinstance(value, tuple):
            return tuple(map(key, value))
        return value

    return {
        "attributions": Counter(
            (key(a.source), key(a.cue), key(a.content)) for a in facts.attributions
        ),
        "claims": Counter(
            (key(c.content), c.stance, len(c.chain), key(c.hedges)) for c in facts.claims
        ),
        "figures": Counter(
            (key(f.span), f.low, f.high, f.kind, f.harm, key(f.who), f.hypothetical)
            for f in facts.figures
        ),
        "events": Counter((key(e.trigger), e.kind, e.negated) for e in facts.events),
        "actors": Counter((key(a.name), a.type, key(a.mentions)) for a in facts.actors),
    }


def texts_of(name: str, count: int, shared: Path) -> list[tuple[str, str]]:
    """Names and texts of one set, spread over the whole of each of its files."""
    if name == "seeds":
        return [
            (path.name, path.read_text("utf-8"))
            for path in sorted((shared / "seeds").glob("*.txt"))
        ]
    if name == "demo":
        return [(path.name, path.read_text("utf-8")) for path in sorted(DEMO.glob("*.txt"))]
    found: list[tuple[str, str]] = []
    share = max(1, count // len(SETS[name]))
    for file in SETS[name]:
        with gzip.open(shared / "data" / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for line in lines]
        chosen = rows[:: max(1, len(rows) // share)][:share]
        found += [(row["name"], row["text"]) for row in chosen]
    return found


def _read(name: str, text: str, placed: bool) -> dict[str, Counter[Any]]:
    return fact_keys(extract(Document(name, text)), placed)


def compare_ways(
    texts: Sequence[tuple[str, str]], ways: Sequence[str], show: bool
) -> dict[str, dict[str, Kept]]:
    """For each way to break lines, what is kept of each kind of fact."""
    totals: dict[str, dict[str, list[Kept]]] = {way: {kind: [] for kind in KINDS} for way in ways}
    for name, text in texts:
        for way in ways:
            placed = way != "pdf"
            if not placed and not can_be_set(text):
                continue
            known = _read(name, text, placed)
            found = _read(name, WAYS[way](body_of(Document(name, text)).text), placed)
            for kind in KINDS:
                same = (known[kind] & found[kind]).total()
                kept = Kept(known[kind].total(), same, found[kind].total() - same)
                totals[way][kind].append(kept)
                if show and (kept.found < kept.known or kept.others):
                    print(f"{way} {name} {kind}: {kept.found} of {kept.known}, +{kept.others}")
                    _print_changes(text, known[kind], found[kind])
    return {
        way: {
            kind: Kept(*(sum(getattr(one, part) for one in counts) for part in Kept.__slots__))
            for kind, counts in by_kind.items()
        }
        for way, by_kind in totals.items()
    }


def _print_changes(text: str, known: Counter[Any], found: Counter[Any]) -> None:
    letters = "".join(one for one in text if not (one.isspace() or one in HYPHENS))
    for sign, facts in (("-", known - found), ("+", found - known)):
        for key in facts:
            print("   ", sign, _shown(key, letters))


def _shown(key: Any, letters: str) -> Any:
    """A fact with the letters of its spans."""
    if isinstance(key, tuple) and len(key) == 2 and all(type(one) is int for one in key):
        return letters[slice(*key)]
    return tuple(_shown(one, letters) for one in key) if isinstance(key, tuple) else key


def _shares(name: str, given: argparse.Namespace, ways: Sequence[str]) -> Any:
    """The per cent of each kind of fact that is kept, and how many facts there are, by way."""
    kept = compare_ways(texts_of(name, given.count, given.shared), ways, False)
    return {
        way: {
            kind: {"%": round(100 * one.found / max(1, one.known), 2), "of": one.known}
            for kind, one in by_kind.items()
        }
        for way, by_kind in kept.items()
    }


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Whether line breaks change what is read.")
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--ways", default=",".join(WAYS))
    parser.add_argument("--count", type=int, default=40, help="reports of each set")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--json", action="store_true", help="print the shares as JSON")
    parser.add_argument("--show", action="store_true", help="print what changed")
    given = parser.parse_args()
    ways = given.ways.split(",")
    if given.json:
        print(json.dumps({name: _shares(name, given, ways) for name in given.sets.split(",")}))
        return
    print(f"{'set':10}{'lines':10}" + "".join(f"{kind:>24}" for kind in KINDS))
    for name in given.sets.split(","):
        for way, kept in compare_ways(
            texts_of(name, given.count, given.shared), ways, given.show
        ).items():
            cells = (
                f"{100 * one.found / max(1, one.known):7.2f} % of {one.known:5} +{one.others:<4}"
                for one in kept.values()
            )
            print(f"{name:10}{way:10}" + "".join(f"{cell:>24}" for cell in cells), flush=True)


if __name__ == "__main__":
    main()
