"""Files that were made to cost much, each read in a process of its own.

Each bomb is written to a temporary folder, read with `sayso.read.reports.read`, and removed. A table
says what became of it. Ends with 1 if one raised, said nothing, or took too much.

    python -m bench.bombs                   all; --only WORD for those with a word in their names
    python -m bench.bombs --keep FOLDER     write them there, and read nothing
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree

from bench.bombs import feeds, lines, mails, names, office, packed, pages, pdfs
from bench.bombs.craft import MEGABYTE, Bomb
from bench.bombs.measure import Result, read_once

FAMILIES = (packed, pages, pdfs, office, feeds, mails, lines, names)
MOST_MEGABYTES = 600  # that the process and those that it starts hold together
MOST_SECONDS = 180  # of processor time
HEAD = "| file | MB | what sayso said | CPU s | MB | child MB | together MB |"


def bombs(only: list[str]) -> Iterator[tuple[str, Bomb]]:
    """The families and their bombs; those with one of the words in the two names, if there are any."""
    for family in FAMILIES:
        called = family.__name__.rpartition(".")[2]
        for one in family.BOMBS:
            if not only or any(word in f"{called}/{one.name}" for word in only):
                yield called, one


def told(result: Result) -> str:
    """What was said of a file, on one line."""
    if not result.said:
        return result.ended
    said = result.said
    parts = []
    if said["reports"]:
        parts.append(f"{said['reports']:,} reports, {said['characters']:,} characters")
    if said["problems"]:
        parts.append(f"{said['problems']:,} ✗ {said['first']}")
    if said["notes"]:
        parts.append(f"{said['notes']:,} notes")
    shown = "; ".join(parts) or "nothing"
    return "".join(one if one.isprintable() and one != "|" else "?" for one in shown)[:160]


def faults(result: Result) -> list[str]:
    """What is wrong with how a file was read."""
    cost, said = result.cost, result.said
    found = {
        "raised": not said or said["faults"] > 0,
        "said nothing": bool(said) and not said["reports"] and not said["problems"],
        "memory": cost.together > MOST_MEGABYTES or cost.parent > MOST_MEGABYTES,
        "time": cost.seconds > MOST_SECONDS,
    }
    return [what for what, holds in found.items() if holds]


def size_on_disk(path: Path) -> float:
    """Megabytes that a file, or a folder's files, take on the disk."""
    files = (
        [path] if not path.is_dir() else [one for one in path.rglob("*") if not one.is_symlink()]
    )
    return sum(one.lstat().st_blocks * 512 for one in files) / MEGABYTE


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--only", nargs="*", default=[], metavar="WORD")
    parser.add_argument("--keep", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    if given.keep:
        for family, one in bombs(given.only):
            (given.keep / family).mkdir(parents=True, exist_ok=True)
            one.make(given.keep / family / one.name)
        return 0
    print(f"{HEAD}\n| --- | --: | --- | --: | --: | --: | --: |", flush=True)
    failed = 0
    for family, one in bombs(given.only):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / one.name
            one.make(path)
            megabytes = size_on_disk(path)
            result = read_once(path)
            if path.is_dir() and not path.is_symlink():
                rmtree(path)
        wrong = faults(result)
        failed += bool(wrong)
        marked = f"**{', '.join(wrong)}**: " if wrong else ""
        cost = result.cost
        print(
            f"| {family}/{one.name} | {megabytes:.1f} | {marked}{told(result)} | {cost.seconds:.1f} "
            f"| {cost.parent} | {cost.child or '–'} | {cost.together} |",
            flush=True,
        )
    print(
        f"\n{failed} too costly or unsaid" if failed else "\nall ended, by name, within the limits"
    )
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main())
