"""How the work for one report grows with its length: `python -m bench.growth`.

Each pattern of `bench.hostile` is read, compared and put into a dossier at several lengths. What is
counted is the same on every machine: calls of functions, windows given to the network, bytes written.
Beside them stand processor seconds, which also show what is slow inside one call. Equal windows are
given to the network once, so a text of one thing over and over costs the network little. The seconds
are those of a run that is counted, which takes about twice as long as one that is not.

A command that makes more than MAX_CALLS is stopped and is said not to end.

    python -m bench.growth                               all patterns; a table, and JSON with --json
    python -m bench.growth --patterns killed --sizes 5,10 --commands compare --profile 15
"""

import argparse
import cProfile
import gc
import json
import multiprocessing
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, TextIO

from bench.hostile import LEAD, UNITS, is_page, made_text

SIZES = (20, 40, 80, 160)  # kilobytes
PILE_SIZES = (50, 100, 200, 400)  # reports
REPORT_OF_PILE_BYTES = 300
COMMANDS = ("extract", "compare", "report", "pair", "pile")
BAR = 2.3  # so many times as much work may twice the length take
MAX_CALLS = 60_000_000  # of one command for one text
MAX_SECONDS = 900  # of the processor for one pattern, if a single call does not end
# Less than this is not measured: small amounts jump.
LEAST = {"calls": 20_000.0, "windows": 10.0, "seconds": 0.3, "bytes": 20_000.0}


@dataclass
class Cost:
    """What one command cost for one length."""

    calls: int
    windows: int
    seconds: float
    bytes: int


@dataclass
class Course:
    """The costs of one command for one pattern, by length. `ended` is false if one was stopped."""

    pattern: str
    command: str
    costs: dict[int, Cost] = field(default_factory=dict)
    ended: bool = True

    def growth(self, what: str) -> float:
        """The greatest growth of a cost at a doubling; for a pile, that of the cost of one report."""
        if not self.ended:
            return float("inf")
        amounts = [
            max(getattr(cost, what), LEAST[what]) / (size if self.command == "pile" else 1)
            for size, cost in sorted(self.costs.items())
        ]
        return max((large / small for small, large in pairwise(amounts)), default=0.0)

    def worst(self) -> float:
        """The greatest growth of what is counted."""
        return max(self.growth(what) for what in ("calls", "windows", "bytes"))


class Stopped(BaseException):
    """The work was stopped; not an Exception, so that nothing takes it for a fault of a report."""


class Network:
    """The answers of the network, remembered; counts the windows that it is given."""

    def __init__(self) -> None:
        self.windows = 0
        self._answers: dict[tuple[Any, ...], Any] = {}

    def install(self) -> None:
        """Let every session ask this memory first, in one thread."""
        from sayso.encoder.session import Session

        def run(session: Any, windows: Sequence[dict[str, Any]]) -> list[Any]:
            self.windows += len(windows)
            return [self._answer(session, window) for window in windows]

        Session.run = run  # type: ignore[method-assign]

    def _answer(self, session: Any, window: dict[str, Any]) -> Any:
        key = (id(session), *(array.tobytes() for array in window.values()))
        if key not in self._answers:
            self._answers[key] = session._run_window(window)
        return self._answers[key]


class Meter:
    """Measures work, and stops it where it does not end."""

    def __init__(self, network: Network, shown: int) -> None:
        self._network = network
        self._shown = shown

    def measure(self, work: Callable[[], Any], written: Callable[[Any], int]) -> tuple[Any, Cost]:
        """What the work returns, and what it cost. Raises Stopped."""
        gc.collect()
        windows, profile = self._network.windows, cProfile.Profile()
        begun = time.process_time()
        with Watch(profile):
            profile.enable()
            try:
                result = work()
            finally:
                profile.disable()
                if self._shown:
                    show_profile(profile, self._shown)
        seconds = round(time.process_time() - begun, 3)
        windows = self._network.windows - windows
        return result, Cost(calls_of(profile), windows, seconds, written(result))


class Watch:
    """Looks every second of the processor whether there were too many calls."""

    def __init__(self, profile: cProfile.Profile) -> None:
        self._profile = profile

    def __enter__(self) -> None:
        signal.signal(signal.SIGVTALRM, self._look)
        signal.setitimer(signal.ITIMER_VIRTUAL, 1, 1)

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def _look(self, *_: object) -> None:
        if calls_of(self._profile) > MAX_CALLS:
            raise Stopped


def calls_of(profile: cProfile.Profile) -> int:
    """How many calls a profile has seen."""
    return sum(entry.callcount for entry in profile.getstats())


def show_profile(profile: cProfile.Profile, lines: int) -> None:
    """Print the functions with the most calls inside them."""
    import pstats

    pstats.Stats(profile, stream=sys.stderr).sort_stats("tottime").print_stats(lines)


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
        for place in range(len(SIZES)):
            for command in tuple(going):
                sizes = options.reports if command == "pile" else options.sizes
                if place >= len(sizes):
                    continue
                answer.send((command, sizes[place], None))
                try:
                    cost = lower_of_two(getattr(commands, command), sizes[place], last.get(command))
                except Stopped:
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


def shown_line(course: Course) -> str:
    """One line of the table."""
    if not course.ended:
        last = max(course.costs, default=0)
        return f"{course.pattern:36} {course.command:8} did not end after {last}"
    factors = "".join(f"{course.growth(what):9.2f}" for what in LEAST)
    largest = course.costs[max(course.costs)] if course.costs else Cost(0, 0, 0, 0)
    mark = "  <-- too much" if max(course.growth(what) for what in LEAST) > BAR else ""
    amounts = f"{largest.calls:13,.0f} {largest.windows:7,.0f} {largest.seconds:8.2f} s"
    return f"{course.pattern:36} {course.command:8}{factors} {amounts} {largest.bytes:12,.0f}{mark}"


def figures(courses: Sequence[Course]) -> dict[str, Any]:
    """All figures as JSON."""
    ended = [course for course in courses if course.ended and course.costs]
    return {
        "patterns": len({course.pattern for course in courses}),
        "most growth at a doubling": max((round(one.worst(), 2) for one in ended), default=0.0),
        "did not end": [f"{one.pattern}, {one.command}" for one in courses if not one.ended],
        "growth": {
            pattern: {
                one.command: round(one.worst(), 2) if one.ended else None
                for one in courses
                if one.pattern == pattern
            }
            for pattern in dict.fromkeys(course.pattern for course in courses)
        },
        "worst": [
            asdict(one) for one in sorted(ended, key=lambda one: one.worst(), reverse=True)[:10]
        ],
    }


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
    parser.add_argument("data", nargs="?", help="not used: the patterns are made here")
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
