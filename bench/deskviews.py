"""How long every view of the desk takes on a large case: `python -m bench.deskviews`, which prints JSON.

The case is made of --reports invented reports, as `casegrowth` makes them; then a decision makes one story
of a fifth of them. With --case, a copy of that one is taken. The desk serves it in a process of its own, and
is asked over HTTP as a browser asks, one address after another, each --times times. Said are the
milliseconds of the clock: the first, the median and the worst.
"""

import argparse
import json
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote, urlsplit

from bench.casegrowth import add, reports
from sayso.case.case import Case
from sayso.model.decisions import Subject, Target

SERVE = "import sys; from sayso.cli.main import main; sys.exit(main())"
SHARE_OF_LARGEST = 0.2  # of the reports, in the story that a decision makes
AN_EVENT_OF_EACH_STORY = (
    "SELECT story.reports, event.report, min(event.id) AS event, event.words FROM story "
    "JOIN story_report ON story_report.story = story.id "
    "JOIN event ON event.report = story_report.report GROUP BY story.id ORDER BY story.reports, story.id"
)
# What is largest of its kind in a case, by an address that takes its name.
LARGEST = {
    "/points/{}": "SELECT point FROM stand GROUP BY point ORDER BY count(*) DESC LIMIT 1",
    "/figures/{}": "SELECT id FROM toll ORDER BY figures DESC LIMIT 1",
    "/speakers/{}": "SELECT id FROM shared_speaker GROUP BY id ORDER BY count(*) DESC LIMIT 1",
    "/reports/{}": "SELECT id FROM report ORDER BY words DESC LIMIT 1",
    "/outlets/{}": "SELECT outlet FROM report WHERE outlet NOT NULL GROUP BY outlet "
    "ORDER BY count(*) DESC LIMIT 1",
}
OF_A_STORY = (
    "/",
    "/points",
    "/figures",
    "/timeline",
    "/speakers",
    "/origins",
    "/reports",
    "/queue",
)
OTHERS = (
    "/points?page=100",
    "/points?words=market",
    "/reports?page=100",
    "/speakers?page=50",
    "/timeline?every=1&page=100",
    "/timeline?every=1&order=said",
    "/search?q=market",
    "/search?q=the",
    "/search?q=zzzz",
    "/decisions",
    "/changes",
    "/add",
    "/failed",
    "/method",
    "/hand-on",
    "/api/history",
    "/api/queue",
)


def addresses(case: Path) -> Iterator[str]:
    """All that is asked: every view of the whole case, of its largest story, and of its largest things."""
    connection = sqlite3.connect(f"file:{quote(str(case))}?mode=ro", uri=True)
    (story,) = connection.execute("SELECT id FROM story ORDER BY reports DESC LIMIT 1").fetchone()
    for address in OF_A_STORY:
        yield address
        yield f"{address}?story={story}"
    for address, query in LARGEST.items():
        row = connection.execute(query).fetchone()
        if row:
            yield address.format(quote(row[0], safe=""))
    yield from OTHERS
    connection.close()


class Browser:
    """Asks a desk over one connection, with its cookie."""

    def __init__(self, link: str) -> None:
        parts = urlsplit(link)
        self._connection = HTTPConnection(parts.netloc)
        self._connection.request("GET", f"{parts.path}?{parts.query}")
        answer = self._connection.getresponse()
        answer.read()
        self._cookie = (answer.getheader("set-cookie") or "").split(";")[0]

    def milliseconds(self, address: str) -> tuple[float, int, int]:
        """How long an address takes, its status, and how many bytes came."""
        begun = time.perf_counter()
        self._connection.request("GET", address, headers={"cookie": self._cookie})
        answer = self._connection.getresponse()
        body = answer.read()
        return (time.perf_counter() - begun) * 1000, answer.status, len(body)


def measured(browser: Browser, address: str, times: int) -> dict[str, float | int]:
    """What an address takes; the first time is not counted, since modules are loaded then."""
    first, status, size = browser.milliseconds(address)
    taken = sorted(browser.milliseconds(address)[0] for _ in range(times))
    return {
        "status": status,
        "bytes": size,
        "first": round(first),
        "median": round(statistics.median(taken)),
        "worst": round(taken[-1]),
    }


def make_case(path: Path, count: int) -> None:
    """A case of so many reports, of which one story has a fifth."""
    with Case.open(path, make=True) as case:
        add(case, list(reports(count, random.Random(3))))  # noqa: S311
        subjects, wanted = list[Subject](), count * SHARE_OF_LARGEST
        for row in case.query(AN_EVENT_OF_EACH_STORY):
            if wanted > 0:
                wanted -= row["reports"]
                subjects.append(
                    Subject(Target.EVENT, row["event"], row["report"], (), row["words"])
                )
        case.decide("merge", *subjects)
        case.compare()


def measured_views(case: Path, times: int) -> dict[str, dict[str, float | int]]:
    """What every address of a desk on a case takes."""
    command = [sys.executable, "-c", SERVE, "open", str(case), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout is not None  # noqa: S101 - it is a pipe
        try:
            browser = Browser(served.stdout.readline().strip())
            return {one: measured(browser, one, times) for one in addresses(case)}
        finally:
            served.terminate()


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path)
    parser.add_argument("--reports", type=int, default=1000)
    parser.add_argument("--times", type=int, default=20)
    given = parser.parse_args()
    with TemporaryDirectory() as name:
        case = Path(name, "large.sayso")
        if given.case:
            shutil.copyfile(given.case, case)
        else:
            make_case(case, given.reports)
        print(json.dumps(measured_views(case, given.times), indent=1))


if __name__ == "__main__":
    main()
