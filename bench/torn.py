"""Whether a dossier is ever torn: `python -m bench.torn`, which prints JSON.

`sayso report` is run again and again over an older dossier. In some runs it is killed (SIGKILL): at
moments spread over the whole run, and while the page is written. In the others the disk becomes
full while the page is written. After each run the page must be the older one or the new one, whole,
nothing may be left in the folder for temporary files, and the next run must remove what a killed one
left beside the page. Exit status 1 if any of this fails.
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
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

KILLS, FULL_DISKS = 100, 20
SHARE_WHILE_WRITING = 0.5  # of the kills
SECONDS_BETWEEN_LOOKS = 0.0002
REPORTS, LINES_EACH = 3, 4
PROGRAM = "from sayso.cli.main import main; main()"
# The limit holds from the moment at which the page is written: temporary files are larger.
ON_A_FULL_DISK = """
import resource
from sayso import writing
def write_on_full_disk(path, data, write_whole=writing.write_whole):
    resource.setrlimit(resource.RLIMIT_FSIZE, ({0}, {0}))
    write_whole(path, data)
writing.write_whole = write_on_full_disk
"""
OLDER = "The harbour master of Tarn said on Friday that the ferry had been on time.\n"
NEWER = (
    "The harbour master of Tarn denied on Monday that the ferry had been late. Passengers told the "
    "Tarn Courier that number {0} had left {1} minutes after noon.\n"
)


@dataclass(frozen=True)
class Desk:
    """A folder with reports, the page that is written, and a folder for temporary files."""

    folder: Path
    older: bytes = b""
    newer: bytes = b""
    found: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)

    @property
    def page(self) -> Path:
        """The dossier."""
        return self.folder / "pages/page.html"

    def start(self, reports: str, before: str = "") -> subprocess.Popen[bytes]:
        """Start a run, after some other statements."""
        return subprocess.Popen(
            [sys.executable, "-c", before + PROGRAM, "report", reports, "-o", str(self.page)],
            cwd=self.folder,
            env=os.environ | {"TMPDIR": str(self.folder / "temporary")},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def parts(self) -> list[Path]:
        """What lies beside the page."""
        return [path for path in self.page.parent.iterdir() if path != self.page]

    def check(self, how: str) -> None:
        """Count what a run left, and put the older page back."""
        page, beside = self.page.read_bytes(), self.parts()
        temporary = [path for path in (self.folder / "temporary").rglob("*") if path.is_file()]
        self.found[f"{how}, {'newer' if page == self.newer else 'older'} page"] += 1
        self.found[f"{how}, a part left beside the page"] += bool(beside)
        self.faults["torn pages"] += page not in (self.older, self.newer)
        self.faults["more than the last run's part left beside the page"] += len(beside) > 1
        self.faults["files left in the temporary folder"] += len(temporary)
        self.page.write_bytes(self.older)


def main() -> int:
    """Run it, print what was found as JSON, and return the exit status."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--full-disks", type=int, default=FULL_DISKS)
    wanted = parser.parse_args()
    chance = random.Random(12)  # noqa: S311
    with TemporaryDirectory() as name:
        desk, seconds = prepared_desk(Path(name))
        while_writing = round(SHARE_WHILE_WRITING * wanted.kills)
        for _ in range(wanted.kills - while_writing):
            kill_after(desk, partial(time.sleep, chance.uniform(0, seconds)), "killed in the run")
        for _ in range(while_writing):
            kill_after(desk, partial(wait_for_part, desk, chance), "killed while writing")
        for _ in range(wanted.full_disks):
            room = chance.randrange(len(desk.newer))
            status = desk.start("new", ON_A_FULL_DISK.format(room)).wait()
            desk.faults["full disks with another exit status than 1"] += status != 1
            desk.faults["parts left on a full disk"] += len(desk.parts())
            desk.check("disk full")
        desk.start("new").wait()
        desk.faults["parts left after a whole run"] += len(desk.parts())
        desk.check("not disturbed")
    print(
        json.dumps(
            {
                "seconds a run": round(seconds, 1),
                "bytes of the page": len(desk.newer),
                "runs": dict(sorted(desk.found.items())),
                "faults": dict(desk.faults),
            },
            indent=1,
        )
    )
    return int(any(desk.faults.values()))


def prepared_desk(folder: Path) -> tuple[Desk, float]:
    """A desk with an older page, and how many seconds a run takes."""
    for name in ("old", "new", "pages", "temporary"):
        (folder / name).mkdir()
    (folder / "old/a.txt").write_text(OLDER, "utf-8")
    for number in range(REPORTS):
        text = "".join(NEWER.format(number, minute) for minute in range(LINES_EACH))
        (folder / f"new/{number}.txt").write_text(text, "utf-8")
    desk = Desk(folder)
    pages = []
    for reports in ("old", "new"):
        begun = time.monotonic()
        if desk.start(reports).wait() != 0:
            raise SystemExit(f"the run over {reports} failed")
        seconds = time.monotonic() - begun
        pages.append(desk.page.read_bytes())
    desk.page.write_bytes(pages[0])
    shutil.rmtree(folder / "old")
    return Desk(folder, older=pages[0], newer=pages[1]), seconds


def kill_after(desk: Desk, waiting: Callable[[], object], how: str) -> None:
    """Kill a run when the waiting is over, unless it has ended before."""
    running = desk.start("new")
    waiting()
    running.kill()
    running.wait()
    desk.check(how)


def wait_for_part(desk: Desk, chance: random.Random) -> None:
    """Wait until the run has begun to write, and then a random part of the time that it takes."""
    parts, page = set(desk.parts()), desk.page.stat().st_ino
    while not set(desk.parts()) - parts and desk.page.stat().st_ino == page:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    time.sleep(chance.uniform(0, 10 * SECONDS_BETWEEN_LOOKS))


if __name__ == "__main__":
    sys.exit(main())
