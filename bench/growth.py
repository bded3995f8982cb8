"""How the work for one report grows with its length: `python -m bench.growth`.

Each pattern of `bench.hostile` is read, compared and put into a dossier at several lengths. What is
counted is the same on every machine: calls of functions, windows given to the network, bytes written.
Beside them stand processor seconds, which also show what is slow inside one call. Equal windows are
given to the network once, so a text of one thing over and over costs the network little. The seconds
are those of a run that is counted, which takes about twice as long as one that is not.

A command that makes more than MAX_CALLS of `bench.meter` is stopped and is said not to end.

    python -m bench.growth                               all patterns; a table, and JSON with --json
    python -m bench.growth --patterns killed --sizes 5,10 --commands compare --profile 15
"""

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TextIO

from bench.course import BAR, LEAST, Course, figures, shown_line
from bench.hostile import LEAD, UNITS, is_page, made_text
from bench.meter import Cost, Meter, Network, TooManyCalls

SIZES = (20, 40, 80, 160)  # kilobytes
PILE_SIZES = (50, 100, 200, 400)  # reports
REPORT_OF_PILE_BYTES = 300
COMMANDS = ("extract", "compare", "report", "pair", "pile")
MAX_SECONDS = 900  # of the processor for one pattern, if a single call does not end


class Commands:
    """The commands, as a person gives them, on texts of a pattern."""

    def __init__(self, pattern: str, folder: Path, meter: Meter) -> None:
        self._pattern = pattern
        self._folder = folder
        self._meter = meter
        self._facts: dict[tuple[int, str], Any] = {}
        self._compared: Any = None

    def extract(self, size: int) -> Cost:
        """Read one report and find its facts."""
        text = made_text(self._pattern, size * 1000)
        facts, cost = self._meter.measure(lambda: self._extracted(text, "one"), facts_bytes)
        self._facts[size, "one"] = facts
        return cost

    def compare(self, size: int) -> Cost:
        """Compare one report with nothing else."""
        self._compared, cost = self._compare([self._known(size, "one")])
        return cost

    def pair(self, size: int) -> Cost:
        """Compare two reports with almost the same text."""
        return self._compare([self._known(size, end) for end in ("one", "other")])[1]

    def pile(self, count: int) -> Cost:
        """Compare so many small reports."""
        text = made_text(self._pattern, REPORT_OF_PILE_BYTES)
        pile = [self._extracted(text, f"r{at}") for at in range(count)]
        return self._compare([facts for facts in pile if facts])[1]

    def report(self, size: int) -> Cost:
        """Write the dossier of one report; reading and comparing are not counted again."""
        from sayso.dossier.html import write_dossier

        if self._compared is None or self._compared.facts != (self._known(size, "one"),):
            self._compared, _ = self._compare([self._known(size, "one")])
        page = self._folder / "page.html"
        work = lambda: write_dossier(self._compared, page)  # noqa: E731
        return self._meter.measure(work, lambda _: page.stat().st_size)[1]

    def _compare(self, facts: list[Any]) -> tuple[Any, Cost]:
        from sayso.compare.comparison import compare

        return self._meter.measure(lambda: compare(facts), comparison_bytes)

    def _known(self, size: int, end: str) -> Any:
        """The facts of a text; found once."""
        if (size, end) not in self._facts:
            text = made_text(self._pattern, size * 1000)
            self._facts[size, end] = self._extracted(text, end)
        return self._facts[size, end]

    def _extracted(self, text: str, end: str) -> Any:
        """The facts of a report, read from a file. What is refused as a report is read all the same."""
        from sayso.extract.extracting import extract
        from sayso.model.text import Document
        from sayso.read.reports import read

        name = f"{end}.html" if is_page(self._pattern) else f"{end}.txt"
        file = self._folder / name
        file.write_text(text + ending(end), encoding="utf-8", newline="")
        found = list(read(file, lambda _: None, lambda _: None))
        return extract(found[0] if found else Document(name, text + ending(end)))


def ending(name: str) -> str:
    """A sentence that makes a text another one."""
    return "" if name == "one" else f"\n\n{LEAD}Nothing else is known of {name}.\n"


def facts_bytes(facts: Any) -> int:
    """The length of a line of `extract`."""
    from sayso.model.wire import facts_to_wire, to_line

    return len(to_line(facts_to_wire(facts)))


def comparison_bytes(compared: Any) -> int:
    """The length of what `compare` prints."""
    from sayso.model.wire import comparison_in_pieces

    return sum(map(len, comparison_in_pieces(compared)))


def measure_pattern(pattern: str, options: argparse.Namespace, answer: Connection) -> None:
    """Send what each command costs at each length; run in a process of its own."""
    resource.setrlimit(resource.RLIMIT_CPU, (MAX_SECONDS, MAX_SECONDS + 5))
    network = Network()
    network.install()
    with tempfile.TemporaryDirectory() as folder:
        commands = Commands(pattern, Path(folder), Meter(network, options.profile))
        warm_up(pattern, Path(folder), network)
        going = list(options.commands)
        last: dict[str, Cost] = {}
        for place in range(max(len(options.sizes), len(options.reports))):
            for command in tuple(going):
                sizes = options.reports if command == "pile" else options.sizes
                if place >= len(sizes):
                    continue
                answer.send((command, sizes[place], None))
                try:
                    cost = lower_of_two(getattr(commands, command), sizes[place], last.get(command))
                except TooManyCalls:
                    answer.send((command, sizes[place], "stopped"))
                    going = [one for one in going if one == "pile" and command != "pile"]
                    break
                last[command] = cost
                answer.send((command, sizes[place], cost))
    answer.close()


def lower_of_two(command: Callable[[int], Cost], size: int, last: Cost | None) -> Cost:
    """The cost of a length; where it seems to take too much longer than the last, the lower of two."""
    cost = command(size)
    if last and cost.seconds > BAR * max(last.seconds, LEAST["seconds"]):
        cost.seconds = min(cost.seconds, command(size).seconds)
    return cost


def warm_up(pattern: str, folder: Path, network: Network) -> None:
    """Run every command once on a short text, so that tables and networks are loaded."""
    shown = Meter(network, 0)
    for known in ("killed and injured", pattern):
        commands = Commands(known, folder, shown)
        for command in ("extract", "compare", "report"):
            getattr(commands, command)(1)


def measured(pattern: str, options: argparse.Namespace) -> list[Course]:
    """The courses of one pattern. Whatever was running when its process ended did not end."""
    courses = {command: Course(pattern, command) for command in options.commands}
    ours, theirs = multiprocessing.Pipe(duplex=False)
    context = multiprocessing.get_context("fork")
    child = context.Process(target=measure_pattern, args=(pattern, options, theirs))
    child.start()
    theirs.close()
    running = None
    try:
        while True:
            command, size, cost = ours.recv()
            running = command if cost is None else None
            if isinstance(cost, Cost):
                courses[command].costs[size] = cost
            elif cost == "stopped":
                courses[command].ended = False
    except EOFError:
        child.join()
    if running:
        courses[running].ended = False
    return list(courses.values())


def all_courses(options: argparse.Namespace, shown: TextIO) -> Iterator[Course]:
    """The courses of all patterns asked for, each printed as soon as it is known."""
    head = "".join(f"{what:>9}" for what in LEAST)
    print(f"{'pattern':36} {'command':8}{head}   calls, windows, seconds, bytes", file=shown)
    for pattern in options.patterns:
        for course in measured(pattern, options):
            print(shown_line(course), file=shown, flush=True)
            yield course


def main() -> int:
    """Print the table, or the figures as JSON; the status is 1 if something grows too fast."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--patterns", type=patterns_named, default=list(UNITS))
    parser.add_argument("--sizes", type=numbers_named, default=SIZES, help="kilobytes: 20,40")
    parser.add_argument("--reports", type=numbers_named, default=PILE_SIZES, help="of a pile")
    parser.add_argument("--commands", type=commands_named, default=COMMANDS[:3])
    parser.add_argument("--profile", type=int, default=0, help="show so many functions of each")
    parser.add_argument("--json", action="store_true", help="the figures on standard output")
    options = parser.parse_args()
    import sayso.compare.comparison
    import sayso.dossier.html
    import sayso.extract.extracting
    import sayso.read.reports  # noqa: F401 - loaded once, before the processes are forked

    courses = list(all_courses(options, sys.stderr if options.json else sys.stdout))
    if options.json:
        print(json.dumps(figures(courses)))
    return int(any(course.worst() > BAR for course in courses) and not options.json)


def patterns_named(words: str) -> list[str]:
    """The patterns whose names hold one of the words."""
    asked = words.split(",")
    found = [name for name in UNITS if name in asked]
    found = found or [name for name in UNITS if any(word in name for word in asked)]
    if not found:
        raise argparse.ArgumentTypeError(f"there is no {words}; there is {', '.join(UNITS)}")
    return found


def numbers_named(words: str) -> list[int]:
    """Numbers with commas between them."""
    return [int(word) for word in words.split(",")]


def commands_named(words: str) -> list[str]:
    """Commands with commas between them."""
    asked = words.split(",")
    if set(asked) - set(COMMANDS):
        raise argparse.ArgumentTypeError(f"there is {', '.join(COMMANDS)}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
