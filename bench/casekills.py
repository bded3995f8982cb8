"""Whether a case survives being killed, and a full disk: `python -m bench.casekills`, which prints JSON.

`sayso add CASE FOLDER` reads 500 short reports, and is killed (SIGKILL) at a random moment, again and
again; then the disk under the case fills at a random point, again and again. After each run the case
must be whole (`sayso verify`), hold no report twice, and hold all that it held before, decisions too; a
person decides something now and then. At the end one more run completes: then all reports are there, read
and compared, and the case says what one says that was made in one go.

The full disk is a small tmpfs, where this program may mount one; else SQLite is told to hold no more
pages.
"""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.case.case import Case

REPORTS, KILLS, FULL_DISKS = 500, 200, 20
REPORTS_ON_DISKS = 60  # are enough to fill a small disk
RUN = [sys.executable, "-c", "from sayso.cli.main import main; main()"]
BEGINS = ("Vel", "Tar", "Osk", "Brum", "Cald", "Ister", "Mor", "Quil", "Sand", "Ulm")
ENDS = ("den", "ford", "haven", "mouth", "grad", "ley", "stead", "wick", "bury", "ness")
NAMES = ("Ilsa Marn", "Tomas Reeve", "Odile Krant", "Piet Sool", "Hanne Brix")
DEEDS = (
    ("shelled the market", "traders", "Shells"),
    ("burnt the mill", "millers", "Flames"),
    ("held the ferry", "passengers", "Gunmen"),
    ("closed the bridge", "drivers", "Barriers"),
    ("raided the school", "teachers", "Trucks"),
    ("flooded the mine", "miners", "Water"),
    ("seized the harvest", "farmers", "Riders"),
)
MEGABYTE = 1_000_000
MOST_SECONDS = 10  # before a kill; all the work takes several such runs


def text_of(number: int) -> str:
    """A short report, unlike all others; five in a row are of one story."""
    story = number // 5
    place = BEGINS[story % 10] + ENDS[story // 10 % 10] + ("", " East", " Hill")[story // 100 % 3]
    deed, people, sign = DEEDS[story % len(DEEDS)]
    name = NAMES[number % 5]
    return (
        f"{place.upper()} – {sign} came to {place} at dawn. {name} of the {place} council said on Monday "
        f"that the army had {deed} of {place}. The army denied that it had {deed} of {place}. At least "
        f"{number % 40 + 2} {people} were killed in {place}, a doctor told the {place} Courier, "
        f"dispatch {number}.\n"
    )


def write_reports(folder: Path, count: int) -> None:
    """The reports as files."""
    for number in range(count):
        (folder / f"r{number:04}.txt").write_text(text_of(number), encoding="utf-8")


def run_add(case: Path, folder: Path, kill_after: float | None = None) -> int:
    """Run `sayso add`; its exit status, negative if it was killed."""
    process = subprocess.Popen(
        [*RUN, "add", str(case), str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        return process.wait(kill_after)
    except subprocess.TimeoutExpired:
        process.kill()
        return process.wait()


class Witness:
    """What a case held after each run: it may only grow."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reports: set[str] = set()
        self._log: list[str] = []
        self.faults: Counter[str] = Counter()

    def look(self, deep: bool) -> None:
        """Look at the case after a run."""
        if not self._path.exists():
            return
        try:
            with Case.open(self._path, make=True) as case:
                for finding in case.verify() if deep else ():
                    self.faults[f"verify: {finding.where}: {finding.what}"] += 1
                ids = [one["id"] for one in case.rows("reports")]
                log = [one.hash for one in case.log()]
        except Exception as error:
            self.faults[f"cannot be opened: {error}"] += 1
            return
        self.faults["a report stands twice"] += len(ids) != len(set(ids))
        self.faults["a report was lost"] += not self._reports <= set(ids)
        self.faults["the log lost a row"] += log[: len(self._log)] != self._log
        self._reports, self._log = set(ids), log

    def decide(self, chance: random.Random) -> None:
        """Decide something, if there is something to decide on."""
        with suppress(Exception), Case.open(self._path, author="witness") as case:
            claims = list(case.rows("claims"))
            if claims:
                one = chance.choice(claims)
                case.decide("note", f"{one['report']}/{one['id']}", value={"text": "seen"})
        self.look(deep=False)


def killed_runs(
    folder: Path, reports: Path, kills: int, chance: random.Random
) -> dict[str, object]:
    """Kill `add` at random moments; then let it end."""
    case = folder / "killed.sayso"
    witness = Witness(case)
    begun = time.monotonic()
    ended = 0
    for number in range(kills):
        ended += run_add(case, reports, chance.uniform(0.05, MOST_SECONDS)) >= 0
        witness.look(deep=number % 10 == 0)
        if number % 20 == 19:
            witness.decide(chance)
        if (
            ended
        ):  # nothing is left to do: begin again with a new case, and keep the old one's faults
            witness.look(deep=True)
            case = folder / f"killed{number}.sayso"
            faults = witness.faults
            witness = Witness(case)
            witness.faults, ended = faults, 0
    status = run_add(case, reports)
    witness.look(deep=True)
    return {
        "kills": kills,
        "last run": status,
        "faults": {name: count for name, count in witness.faults.items() if count},
        "state": state_of(case),
        "seconds": round(time.monotonic() - begun),
    }


def state_of(case: Path) -> dict[str, int]:
    """How much a case holds."""
    with Case.open(case) as opened:
        status = opened.status()
    return {
        name: getattr(status, name)
        for name in (
            "reports",
            "unread",
            "failed",
            "stories",
            "claims",
            "points",
            "tolls",
            "orphans",
        )
    }


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[bool]:
    """A disk of so many bytes at the folder, if one may be mounted."""
    folder.mkdir(exist_ok=True)
    mounted = not subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)],
        stderr=subprocess.DEVNULL,
        check=False,
    ).returncode
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)


def full_disks(
    folder: Path, reports: Path, times: int, wanted: dict[str, int], chance: random.Random
) -> dict[str, object]:
    """Let the disk fill at random points; then copy the case to a larger one, and let `add` end."""
    faults: Counter[str] = Counter()
    statuses: Counter[int] = Counter()
    for number in range(times):
        disk, moved = folder / f"disk{number}", folder / "moved.sayso"
        with small_disk(disk, int(chance.uniform(0.3, 3) * MEGABYTE)) as mounted:
            if not mounted:
                return {"skipped": "no disk may be mounted here"}
            case = disk / "full.sayso"
            statuses[run_add(case, reports)] += 1
            for part in ("", "-wal"):  # as a person would who moves it to a larger disk
                with suppress(FileNotFoundError):
                    shutil.copy(f"{case}{part}", f"{moved}{part}")
        if moved.exists():
            witness = Witness(moved)
            witness.look(deep=True)
            statuses[run_add(moved, reports)] += 1
            witness.look(deep=True)
            faults.update(witness.faults)
            faults["not complete after the next run"] += state_of(moved) != wanted
            moved.unlink()
            for beside in ("-wal", "-shm"):
                Path(f"{moved}{beside}").unlink(missing_ok=True)
    return {
        "full disks": times,
        "exit statuses": {str(status): count for status, count in sorted(statuses.items())},
        "faults": {name: count for name, count in faults.items() if count},
    }


def main() -> None:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--disks", type=int, default=FULL_DISKS)
    parser.add_argument("--reports", type=int, default=REPORTS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)  # noqa: S311
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    with TemporaryDirectory() as name:
        folder = Path(name)
        reports = folder / "reports"
        reports.mkdir()
        write_reports(reports, given.reports)
        whole = folder / "whole.sayso"
        run_add(whole, reports)
        found: dict[str, object] = {"in one go": state_of(whole)}
        killed = found["killed"] = killed_runs(folder, reports, given.kills, chance)
        print(json.dumps(found), file=sys.stderr)
        few, whole = folder / "few", folder / "few.sayso"
        few.mkdir()
        write_reports(few, REPORTS_ON_DISKS)
        run_add(whole, few)
        full = found["full"] = full_disks(folder, few, given.disks, state_of(whole), chance)
    print(json.dumps(found, indent=1))
    failed = killed["faults"] or full.get("faults")
    sys.exit(1 if failed or killed["state"] != found["in one go"] else 0)


if __name__ == "__main__":
    main()
