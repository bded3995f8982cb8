"""Measure sayso on the shared development data and freeze the figures.

    python -m bench.run [NAME ...] [--shared ../shared]

Most figures come from an evaluator in `eval/` of the shared folder, which reads the output of the
command. Time and memory are measured by other modules of this package. A frozen file names the
evaluator and its options, the day, the commit and the machine; `git diff bench/frozen` compares it
with the previous one. Its seconds are those of the whole run of the evaluator, the command included.
At the end, `bench.table` puts the figures into the documents.
"""

import argparse
import json
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.table import main as put_into_documents

SAYSO = f"{Path(sys.executable).parent / 'sayso'}"
FROZEN = Path(__file__).parent / "frozen"
EXTRACT = ("--run", "sayso extract")
COMPARE = ("--run", "sayso compare")
# Seven of the 13,000 texts are in French: they are reported and left out, with exit status 3.
COMPARE_READABLE = ("--run", "sh -c 'sayso compare $0 || [ $? = 3 ]'")
# Those for the reader first; the others were written without sight of it, and it was changed after each.
PAGES = ("dev", "check", "blind", "third", "fourth")
HEADS = ("dev", "check", "blind")
COMPARE_TOO = ("--run-compare", "sayso compare")


@dataclass(frozen=True)
class Bench:
    """One measurement: an evaluator or a module of our own, its options, and the data it is given.

    `data` is empty where it needs none.
    """

    evaluator: str
    data: str
    options: tuple[str, ...]

    @property
    def own(self) -> bool:
        """Whether it is a module of this repository."""
        return self.evaluator.startswith("bench.")

    def written(self) -> str:
        """The command, as one would type it in the shared folder."""
        plain = [option.replace("$", "\\$") for option in self.options]
        quoted = (f'"{option}"' if " " in option else option for option in plain)
        name = f"-m {self.evaluator}" if self.own else f"eval/{self.evaluator}"
        data = [f"data/{self.data}"] if self.data else []
        return " ".join([name, *data, *quoted])


# The quick ones first; `copies` compares 13,000 texts and takes a quarter of an hour.
BENCHES = {
    "polnear-dev": Bench("attribution.py", "polnear/dev.jsonl.gz", EXTRACT),
    "gum": Bench("attribution.py", "gum/attribution.jsonl.gz", EXTRACT),
    "gum-news": Bench(
        "attribution.py", "gum/attribution.jsonl.gz", ("--where", "genre=news", *EXTRACT)
    ),
    "timeline": Bench("timeline.py", "timeline/corpus_1.jsonl.gz", EXTRACT),
    "timeline-2": Bench("timeline.py", "timeline/corpus_2.jsonl.gz", EXTRACT),
    "timeline-trial": Bench("timeline.py", "timeline/trial.jsonl.gz", EXTRACT),
    "cases": Bench(
        "bench.cases", "", ("kinds", "quotations", "quotations_blind", "speakers", "--json")
    ),
    "chains": Bench("bench.chains", "", ("tests/cases/chains_blind.jsonl", "--json")),
    "figurecases": Bench("bench.figurecases", "", ("--json",)),
    "pages": Bench("bench.pages", "", (*(f"tests/cases/pages/{one}" for one in PAGES), "--json")),
    "heads": Bench(
        "bench.heads", "", (*(f"tests/cases/heads/{one}.jsonl" for one in HEADS), "--json")
    ),
    "linebreaks": Bench(
        "bench.linebreaks",
        "",
        (
            "--sets",
            "counts,polnear,capitals,seeds,demo",
            "--count",
            "20",
            "--ways",
            "72,72 cut,pdf",
            "--json",
        ),
    ),
    "muc4": Bench("casualties.py", "muc4/dev.jsonl.gz", ("--set", "muc4", *EXTRACT)),
    "muc4-tst1": Bench("casualties.py", "muc4/tst1.jsonl.gz", ("--set", "muc4", *EXTRACT)),
    "muc4-tst2": Bench("casualties.py", "muc4/tst2.jsonl.gz", ("--set", "muc4", *EXTRACT)),
    "dronestream": Bench(
        "casualties.py", "dronestream/all.jsonl.gz", ("--set", "dronestream", *EXTRACT)
    ),
    "dronestream-tolls": Bench(
        "casualties.py",
        "dronestream/all.jsonl.gz",
        ("--set", "dronestream", *COMPARE_TOO, "--limit", "200"),
    ),
    "disputes": Bench("points.py", "points/dev.jsonl.gz", (*EXTRACT, *COMPARE_TOO)),
    "disputes-written": Bench(
        "points.py", "points/written_check.jsonl.gz", (*EXTRACT, *COMPARE_TOO)
    ),
    "airwars": Bench("casualties.py", "airwars/dev.jsonl.gz", ("--set", "airwars", *EXTRACT)),
    "airwars-tolls": Bench(
        "casualties.py",
        "airwars/dev.jsonl.gz",
        ("--set", "airwars", *COMPARE_TOO, "--limit", "100"),
    ),
    "events": Bench("events.py", "ecbplus/dev.jsonl.gz", (*EXTRACT, *COMPARE_TOO)),
    "gva": Bench(
        "casualties.py",
        "gva/dev.jsonl.gz",
        ("--set", "gva", *EXTRACT, *COMPARE_TOO, "--limit", "100"),
    ),
    "longreport": Bench("bench.longreport", "gva/dev.jsonl.gz", ()),
    "growth": Bench("bench.growth", "", ("--json",)),
    "fuzz": Bench("bench.fuzz", "", ("--minutes", "20", "--seed", "12")),
    "torn": Bench("bench.torn", "", ()),
    "casekills": Bench("bench.casekills", "", ()),
    "deskkills": Bench("bench.deskkills", "", ()),
    "casegrowth": Bench("bench.casegrowth", "", ("--reports", "1000", "--check")),
    "deskviews": Bench("bench.deskviews", "", ("--reports", "10000", "--times", "20")),
    "casegrowth-10000": Bench("bench.casegrowth", "", ("--reports", "10000", "--largest", "2000")),
    "copystage": Bench("bench.copystage", "copies/neardup.jsonl.gz", ()),
    "copymemory": Bench("bench.copymemory", "copies/neardup.jsonl.gz", ()),
    "stories": Bench("stories.py", "gva/dev.jsonl.gz", COMPARE),
    "copies": Bench("copies.py", "copies/neardup.jsonl.gz", COMPARE_READABLE),
}


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    unknown = [name for name in options.names if name not in BENCHES]
    if unknown:
        return complain(f"there is no {', '.join(unknown)}; there is {', '.join(BENCHES)}")
    missing = [name for name in ("eval", "data") if not (options.shared / name).is_dir()]
    if missing:
        return complain(
            f"there is no {options.shared / missing[0]}. The data and the evaluators are not part "
            "of this repository; say where they are: make bench SHARED=FOLDER"
        )
    FROZEN.mkdir(exist_ok=True)
    failed = [name for name in options.names or BENCHES if not freeze(options.shared, name)]
    put_into_documents()
    return complain(f"not measured: {', '.join(failed)}", 1) if failed else 0


def complain(what: str, status: int = 2) -> int:
    print(f"bench: {what}", file=sys.stderr)
    return status


def freeze(shared: Path, name: str) -> bool:
    """Run one bench and write its file; return whether it could be measured."""
    bench = BENCHES[name]
    print(f"{name}: {bench.written()}", flush=True)
    begun = time.monotonic()
    figures = measure(shared, bench)
    if figures is None:
        return False
    took = {"command": bench.written(), "seconds": round(time.monotonic() - begun, 1)}
    frozen = took | seen() | {"figures": figures}
    (FROZEN / f"{name}.json").write_text(json.dumps(frozen, indent=1) + "\n", encoding="utf-8")
    print(f"  {json.dumps(figures)[:300]}", flush=True)
    return True


def measure(shared: Path, bench: Bench) -> Any:
    """The JSON that the evaluator prints, or None; its errors are printed."""
    data = shared / "data" / bench.data
    if not data.exists():
        print(f"bench: there is no {data}", file=sys.stderr)
        return None
    run = [
        option.replace("sayso", SAYSO, 1) if " " in option else option for option in bench.options
    ]
    name = ["-m", bench.evaluator] if bench.own else [str(shared / "eval" / bench.evaluator)]
    given = [str(data)] if bench.data else []
    command = [sys.executable, *name, *given, *run, *([] if bench.own else ["--json"])]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        print(f"bench: {bench.written()}: {done.stderr.strip()[-500:]}", file=sys.stderr)
    try:
        return json.loads(done.stdout)
    except ValueError:
        return None


def seen() -> dict[str, str]:
    """The day, the commit and the machine of the figures."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    )
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "machine": f"{platform.machine()}, {processor()}, python {platform.python_version()}",
    }


def processor() -> str:
    """The processor's name and count, if the system gives them."""
    info = Path("/proc/cpuinfo")
    names = [
        line.split(":", 1)[1].strip()
        for line in (info.read_text().splitlines() if info.exists() else [])
        if line.startswith("model name")
    ]
    return f"{len(names)} x {names[0]}" if names else platform.processor()


if __name__ == "__main__":
    sys.exit(main())
