"""What one more report costs a case: `python -m bench.casegrowth --reports 10000`, which prints JSON.

A case is built of short invented reports, read and compared as `sayso add` does it, in several processes.
One place in twenty has fifty reports, the others have five; with --largest, one place more has so many.
The reports of a place are mostly one story; those of --largest come apart into many stories of one report,
and a few larger ones. Then one more report of a place of fifty is added. Said are both times, as the clock
and the processors have them, their ratio, how many stories were compared again, and how long the first
answer of `sayso status` takes in a process of its own. With --check, the comparison that the case holds
then is set beside one made of all facts anew. With --keep, the case is built at that path and stays.
"""

import argparse
import io
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.case.case import Case
from sayso.compare.comparison import compare
from sayso.engine.processes import extract_all
from sayso.model.wire import comparison_to_wire

LARGE, SMALL, SMALL_BETWEEN = (
    50,
    5,
    19,
)  # reports of a place, and how many small places lie between
LETTERS = "bdfgklmnprstv"
VOWELS = "aeiou"
DEEDS = ("shelled", "raided", "flooded", "burnt", "seized", "mined", "blockaded", "evicted")
THINGS = ("market", "mill", "ferry", "school", "harvest", "clinic", "bridge", "chapel", "depot")
PEOPLE = ("traders", "millers", "passengers", "teachers", "farmers", "nurses", "drivers", "monks")


def invented_name(chance: random.Random) -> str:
    """A name that no other story has, most likely."""
    syllables = chance.randint(2, 3)
    return "".join(chance.choice(LETTERS) + chance.choice(VOWELS) for _ in range(syllables)).title()


def sizes(largest: int) -> Iterator[int]:
    """How many reports each place has."""
    yield LARGE
    if largest:
        yield largest
    while True:
        yield from [SMALL] * SMALL_BETWEEN
        yield LARGE


def reports(count: int, chance: random.Random, largest: int = 0) -> Iterator[dict[str, str]]:
    """The reports, as lines of JSON have them; one place has `largest` of them."""
    left, of_place = 0, sizes(largest)
    for _ in range(count):
        if not left:
            own, left = 0, next(of_place)
            place, mayor = invented_name(chance), f"{invented_name(chance)} {invented_name(chance)}"
            army, deed = f"{invented_name(chance)} Brigade", chance.choice(DEEDS)
            thing, people = chance.choice(THINGS), chance.choice(PEOPLE)
            day = chance.randint(1, 27)
        own, left = own + 1, left - 1
        dead = chance.randint(3, 60)
        text = (
            f"The {army} {deed} the {thing} of {place} on {day} March 2031, the mayor, {mayor}, said on "
            f"Monday. {chance.choice(THINGS).title()} workers fled towards {place} {own}. "
            f"The {army} denied that it had {deed} the {thing}.\n\n"
            f"At least {dead} {people} were killed in {place}, a doctor told the {place} Courier. "
            f"{chance.randint(2, 90)} others were injured, said a nurse who saw the {thing}. "
            f"Report {own} of {place} was filed at {chance.randint(1, 12)} in the morning.\n"
        )
        yield {
            "name": f"{place}-{own}.txt",
            "text": text,
            "outlet": f"The {chance.choice(PEOPLE).title()} Post",
            "published": f"2031-03-{min(28, day + own % 3):02}",
        }


def as_lines(some: list[dict[str, str]]) -> io.BytesIO:
    """Reports as a stream of JSON Lines."""
    return io.BytesIO("".join(json.dumps(one) + "\n" for one in some).encode())


def add(case: Case, some: list[dict[str, str]]) -> dict[str, float]:
    """Add reports, read and compare them; the seconds of each part of the work."""
    begun, work = time.monotonic(), processor_seconds()
    case.take_in("-", _complain, lines=as_lines(some))
    taken = time.monotonic()
    for facts in extract_all(case.unread(), _complain, expected_characters=400 * len(some)):
        case.keep(facts)
    read = time.monotonic()
    compared = case.compare()
    end = time.monotonic()
    return {
        "taking in": round(taken - begun, 2),
        "reading": round(read - taken, 2),
        "comparing": round(end - read, 2),
        "all": round(end - begun, 2),
        "processor seconds": round(processor_seconds() - work, 2),
        "stories compared": compared.again,
    }


def processor_seconds() -> float:
    """What this process and the children that have ended took of the processors."""
    return sum(
        one.ru_utime + one.ru_stime
        for one in map(resource.getrusage, (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    )


def _complain(problem: Exception) -> None:
    print(problem, file=sys.stderr)


def status_seconds(path: Path) -> float:
    """How long a process takes that answers `sayso status`; the quickest of three."""
    command = [sys.executable, "-c", "from sayso.cli.main import main; main()", "status", str(path)]
    times = []
    for _ in range(3):
        begun = time.monotonic()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.monotonic() - begun)
    return round(min(times), 2)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--largest", type=int, default=0)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--keep", type=Path)
    given = parser.parse_args()
    every = list(reports(given.reports + 1, random.Random(3), given.largest))  # noqa: S311
    last = every.pop(LARGE // 2)
    with TemporaryDirectory() as name:
        path = given.keep or Path(name, "large.sayso")
        with Case.open(path, make=True) as case:
            built = add(case, every)
        with Case.open(path) as case:
            more = add(case, [last])
            status = case.status()
            found: dict[str, object] = {
                "reports": status.reports,
                "stories": status.stories,
                "building": built,
                "one more": more,
                "share": round(more["all"] / built["all"], 4),
                "share of processor seconds": round(
                    more["processor seconds"] / built["processor seconds"], 4
                ),
                "megabytes": round(path.stat().st_size / 1e6),
                "status, seconds": status_seconds(path),
            }
            if given.check:
                comparison = case.comparison()
                anew = compare(comparison.facts)
                found["same as anew"] = comparison_to_wire(comparison) == comparison_to_wire(anew)
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
