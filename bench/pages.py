"""How well the articles of saved pages are found: shingle F1 of sayso and of trafilatura alone.

    python -m bench.pages FOLDER... [--speed] [--json]

FOLDER holds pages and a `gold.jsonl`, one page a line: `page` (the file), `text` (its article,
paragraphs joined by a blank line), `refused` (whether the page holds no report), and perhaps `optional`
(paragraphs that an editor may keep or leave out: they count for nothing). The score of a page
is the F1 of its word 4-shingles, counted as often as they occur; so is that of the benchmark of
article extraction by Scrapinghub. A page that is refused has no text.
"""

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable
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


def without(text: str, optional: Iterable[str]) -> str:
    """The words of a text without those of some paragraphs."""
    words = " ".join(WORD.findall(text.lower()))
    for one in optional:
        words = words.replace(" ".join(WORD.findall(one.lower())), " ", 1)
    return words


def scores_of(folder: Path) -> list[Score]:
    scores = []
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        data = (folder / gold["page"]).read_bytes()
        text = sayso_text(data)
        optional = gold.get("optional", ())
        right = without(gold.get("text") or "", optional)
        scores.append(
            Score(
                gold["page"],
                f1(without(text or "", optional), right),
                f1(without(trafilatura_text(data), optional), right),
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


def figures_of(scores: list[Score]) -> dict[str, float | int]:
    """The means in per cent, and how many pages were below trafilatura, or wrongly read or refused."""
    read = [one for one in scores if not one.to_refuse]
    return {
        "pages": len(read),
        "sayso": round(100 * mean(one.sayso for one in read), 1),
        "trafilatura": round(100 * mean(one.trafilatura for one in read), 1),
        "below trafilatura": sum(one.sayso < one.trafilatura for one in read),
        "to refuse": len(scores) - len(read),
        "not refused": sum(one.to_refuse and not one.refused for one in scores),
        "wrongly refused": sum(one.refused and not one.to_refuse for one in scores),
    }


def main(arguments: list[str]) -> None:
    folders = [Path(one) for one in arguments if not one.startswith("--")]
    if "--json" in arguments:
        print(json.dumps({one.name: figures_of(scores_of(one)) for one in folders}))
        return
    for folder in folders:
        print_scores(folder, "--speed" in arguments)


def print_scores(folder: Path, speed: bool) -> None:
    """Print the scores of a folder, and the pages that are below."""
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
    if speed:
        ours, theirs = speeds_of(folder)
        print(f"{ours:.0f} pages a second, trafilatura alone {theirs:.0f}: {ours / theirs:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
