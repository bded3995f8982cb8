"""Whether a decision at the desk is ever half: `python -m bench.deskkills`, which prints JSON.

`sayso open` serves a case of invented reports. Two clients decide without a pause, each waiting for the
answer to one decision before it sends the next, and the desk is killed (SIGKILL) at a moment of its own.
After each kill the case must be whole by `verify`, every decision that was answered must be in it, at
most one more of each client may be, and the next `sayso open` must start. Exit status 1 if any fails.
"""

import argparse
import json
import random
import sys
import time
from collections import Counter
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.served import Served

KILLS, CLIENTS, REPORTS = 30, 2, 8
LONGEST_SECONDS = 0.5  # from the first decision that is answered to the kill


def main() -> int:
    """Kill the desk again and again; print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    moments, found, faults = random.Random(given.seed), Counter[str](), Counter[str]()  # noqa: S311
    for _ in range(given.kills):
        with TemporaryDirectory() as name:
            one_kill(
                made_case(Path(name), REPORTS), moments.random() * LONGEST_SECONDS, found, faults
            )
    faults = +faults  # without those that never were
    print(json.dumps({"kills": given.kills, "found": found, "faults": faults}, indent=1))
    return 1 if faults else 0


def one_kill(case: Path, seconds: float, found: Counter[str], faults: Counter[str]) -> None:
    """Decide at a desk, kill it after so many seconds, and count what there is then."""
    with Case.open(case) as held:
        rows = held.query("SELECT report, id FROM claim ORDER BY report, id")
    names = [f"{row['report']}/{row['id']}" for row in rows]
    answered: list[list[int]] = [[] for _ in range(CLIENTS)]
    desk = Served(case).enter()
    first = desk.ask("POST", "/api/decisions", {"kind": "accept", "subjects": names[:1]})
    answered[0].append(json.loads(first.read())["number"])  # the first takes longer than the others
    threads = [
        Thread(target=decide, args=(desk, names[number::CLIENTS], answered[number]))
        for number in range(CLIENTS)
    ]
    for thread in threads:
        thread.start()
    time.sleep(seconds)
    desk.close()
    for thread in threads:
        thread.join()
    with Case.open(case) as held:
        faults["a case that is not whole"] += len(list(held.verify()))
        kept = {one.number for one in held.decisions()}
    told = {number for numbers in answered for number in numbers}
    more = len(kept) - len(told)
    faults["an answered decision that is lost"] += len(told - kept)
    faults["decisions that nobody sent"] += max(0, more - CLIENTS)
    faults["a desk that answered none of what was sent"] += len(told) < 2 and seconds > 0.2
    found["decisions answered"] += len(told)
    found["decisions kept whose answer was lost"] += more
    again = Served(case)
    faults["a desk that does not open again"] += not again.link
    again.close()


def decide(desk: Served, names: list[str], answered: list[int]) -> None:
    """Accept and reject claims until the desk is gone; `answered` are the numbers of the decisions."""
    with suppress(OSError, HTTPException, ValueError):
        while True:
            for kind in ("accept", "reject"):
                for name in names:
                    sent = {"kind": kind, "subjects": [name]}
                    answer = desk.ask("POST", "/api/decisions", sent)
                    if answer.status == 201:
                        answered.append(json.loads(answer.read())["number"])


if __name__ == "__main__":
    sys.exit(main())
