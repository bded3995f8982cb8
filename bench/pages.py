"""How well the articles of saved pages are found: shingle F1 of sayso and of trafilatura alone.

    python -m bench.pages FOLDER [--speed]

FOLDER holds pages and a `gold.jsonl`, one page a line: `page` (the file), `text` (its article,
paragraphs joined by a blank line), `refused` (whether the page holds no report). The score of a page
is the F1 of its word 4-shingles, counted as often as they occur; so is that of the benchmark of
article extraction by Scrapinghub. A page that is refused has no text.
"""

import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from trafilatura import bare_extraction

from sayso.errors import UnreadableInput
from sayso.read.notes import Note
from sayso.read.pages.html import read_page

SIZE = 4  # words of a shingle
WORD = re.compile(r"\w+")
RUNS = 3  # of which the quickest counts


@dataclass(frozen=True, slots=True)
class Score:
    """A page's F1 of sayso's text and of trafilatura's, and whether it was refused."""

    page: str
    sayso: float
    trafilatura: float
    refused: bool
    to_refuse: bool


def shingles(text: str) -> Counter[tuple[str, ...]]:
    words = [word.lower() for word in WORD.findall(text)]
    size = min(SIZE, max(1, len(words)))
    return Counter(tuple(words[at : at + size]) for at in range(len(words) - size + 1))


def f1(found: str, right: str) -> float:
    one, other = shingles(found), shingles(right)
    if not one and not other:
        return 1.0
    return 2 * (one & other).total() / (one.total() + other.total())


def sayso_text(data: bytes) -> str | None:
    """The text, or None if the page is refused."""

    def silent(_: Note) -> None:
        pass

    try:
        return read_page(data, "page.html", silent)[0].text
    except UnreadableInput:
        return None


def trafilatura_text(data: bytes) -> str:
    found = bare_extraction(data, include_comments=False, deduplicate=False)
    return (found.text if found else "") or ""


def scores_of(folder: Path) -> list[Score]:
    scores = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        data = (folder / gold["page"]).read_bytes()
        text = sayso_text(data)
        scores.append(
            Score(
                gold["page"],
                f1(text or "", gold["text"] or ""),
                f1(trafilatura_text(data), gold["text"] or ""),
                text is None,
                bool(gold.get("refused")),
            )
        )
    return scores


def speeds_of(folder: Path) -> tuple[float, float]:
    """Pages a second: sayso's, and trafilatura's alone."""
    pages = [one.read_bytes() for one in sorted(folder.glob("*.htm*"))]
    spent = [0.0, 0.0]
    for page in pages:
        for number, work in enumerate((sayso_text, trafilatura_text)):
            runs = []
            for _ in range(RUNS):
                begun = time.process_time()
                work(page)
                runs.append(time.process_time() - begun)
            spent[number] += min(runs)
    return len(pages) / spent[0], len(pages) / spent[1]


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    scores = scores_of(folder)
    read = [one for one in scores if not one.to_refuse]
    print(f"{len(read)} pages: sayso {mean(one.sayso for one in read):.3f}, "
          f"trafilatura {mean(one.trafilatura for one in read):.3f}")  # fmt: skip
    for one in sorted(read, key=lambda one: one.sayso):
        if one.sayso < one.trafilatura or one.sayso < 0.97:
            print(f"  {one.sayso:.3f} {one.trafilatura:.3f} {one.page}"
                  f"{' refused' if one.refused else ''}")  # fmt: skip
    wrong = [one.page for one in scores if one.refused != one.to_refuse]
    print(
        f"{sum(one.to_refuse for one in scores)} pages to refuse; wrongly read or refused:", wrong
    )
    if "--speed" in arguments:
        ours, theirs = speeds_of(folder)
        print(f"{ours:.0f} pages a second, trafilatura alone {theirs:.0f}: {ours / theirs:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
