"""One reading, in a process of its own: what was said, and what it cost.

Memory is what the kernel calls resident. Of the reading process, and of each that it starts, it is
the highest mark that the kernel keeps (VmHWM), looked at every hundredth of a second and once more by
the reading process itself at its end. `together` is the largest sum of what all of them held at one
look; pages that they share count for each. Processor time is that of the process and of those it
waited for, as the kernel counts it.
"""

import json
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LOOK = 0.01  # seconds between two looks
STOP_MEGABYTES = 1_500  # at which a reading is stopped, for the sake of the machine
STOP_SECONDS = 240  # of processor time, and twice as many by the clock
KILOBYTES = 1_024
ONE_READING = """
import json, sys
from collections import Counter
from sayso.errors import FaultInSayso
from sayso.read.reports import read
said, characters, reports, notes, faults = Counter(), 0, 0, 0, 0
first = ""
def on_problem(one):
    global first, faults
    faults += isinstance(one, FaultInSayso)
    first = first or one.what
    said["problems"] += 1
def on_note(one):
    global notes
    notes += 1
for document in read(sys.argv[1], on_problem, on_note):
    reports += 1
    characters += len(document.text)
status = open("/proc/self/status").read()
print(json.dumps({
    "reports": reports, "characters": characters, "problems": said["problems"], "notes": notes,
    "faults": faults, "first": first, "peak": int(status.split("VmHWM:")[1].split()[0]),
}))
"""


@dataclass
class Cost:
    """What a reading cost: seconds of the processor, and megabytes."""

    seconds: float = 0.0
    parent: int = 0
    child: int = 0
    together: int = 0


@dataclass
class Result:
    """What a reading came to. `said` is what it printed, `ended` is why it printed nothing."""

    cost: Cost = field(default_factory=Cost)
    said: dict[str, Any] = field(default_factory=dict)
    ended: str = ""


def read_once(path: Path) -> Result:
    """Reads a path in a process of its own, and watches it."""
    result = Result()
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-c", ONE_READING, os.fspath(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_limit_seconds,
        start_new_session=True,
    ) as process:
        status = None
        while status is None:
            time.sleep(LOOK)
            _look(process.pid, result.cost)
            number, ended, used = os.wait4(process.pid, os.WNOHANG)
            if number:
                status = process.returncode = os.waitstatus_to_exitcode(ended)
            elif _must_stop(result.cost, begun):
                os.killpg(process.pid, 9)
                result.ended = "stopped"
        result.cost.seconds = used.ru_utime + used.ru_stime
        assert process.stdout is not None and process.stderr is not None  # noqa: S101
        printed, failed = process.stdout.read(), process.stderr.read()
    if printed:
        result.said = json.loads(printed)
        result.cost.parent = max(result.cost.parent, result.said["peak"] // KILOBYTES)
    else:
        last = failed.decode("utf-8", "replace").strip().rpartition("\n")[2]
        result.ended = f"{result.ended or f'ended with {status}'} {last:.80}".strip()
    return result


def _limit_seconds() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (STOP_SECONDS, STOP_SECONDS + 5))


def _must_stop(cost: Cost, begun: float) -> bool:
    return cost.together > STOP_MEGABYTES or time.monotonic() - begun > 2 * STOP_SECONDS


def _look(parent: int, cost: Cost) -> None:
    """Notes the memory of a process and of those that it started."""
    total = 0
    for number in (parent, *_children(parent)):
        with suppress(OSError, IndexError):  # it has ended meanwhile
            status = Path(f"/proc/{number}/status").read_text()
            peak, held = (int(status.split(key)[1].split()[0]) for key in ("VmHWM:", "VmRSS:"))
            total += held
            if number == parent:
                cost.parent = max(cost.parent, peak // KILOBYTES)
            else:
                cost.child = max(cost.child, peak // KILOBYTES)
    cost.together = max(cost.together, total // KILOBYTES)


def _children(parent: int) -> list[int]:
    """The processes that a process started, by any of its threads, and those that these started."""
    found: list[int] = []
    with suppress(OSError):
        for thread in Path(f"/proc/{parent}/task").iterdir():
            found += map(int, (thread / "children").read_text().split())
    return [*found, *(one for child in found for one in _children(child))]
