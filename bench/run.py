"""Measure sayso on the shared development data and freeze the figures.

    python -m bench.run [NAME ...] [--shared ../shared]

Every figure comes from an evaluator under `eval/` of the shared folder, run on what the command
prints. A frozen file says on which day, commit and machine it was seen; comparing it with the one
before is what `git diff bench/frozen` is for.
"""

import argparse
import json
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

SAYSO = f"{Path(sys.executable).parent / 'sayso'}"
FROZEN = Path(__file__).parent / "frozen"

# name: evaluator, data, options
BENCHES: dict[str, tuple[str, str, list[str]]] = {
    "polnear-dev": (
        "attribution.py",
        "polnear/dev.jsonl.gz",
        ["--run", f"{SAYSO} extract"],
    ),
    "gum": ("attribution.py", "gum/attribution.jsonl.gz", ["--run", f"{SAYSO} extract"]),
    "gum-news": (
        "attribution.py",
        "gum/attribution.jsonl.gz",
        ["--where", "genre=news", "--run", f"{SAYSO} extract"],
    ),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHES)}")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    options = parser.parse_args()
    if not (options.shared / "eval").is_dir():
        print(
            f"bench: {options.shared} holds no eval/; name the folder with --shared",
            file=sys.stderr,
        )
        return 2
    unknown = set(options.names) - BENCHES.keys()
    if unknown:
        print(f"bench: no {', '.join(unknown)}; there is {', '.join(BENCHES)}", file=sys.stderr)
        return 2
    FROZEN.mkdir(exist_ok=True)
    status = 0
    for name in options.names or BENCHES:
        figures = measure(options.shared, *BENCHES[name])
        if figures is None:
            status = 1
            continue
        target = FROZEN / f"{name}.json"
        target.write_text(json.dumps(seen() | {"figures": figures}, indent=1) + "\n")
        print(f"{name}: {json.dumps(figures)[:300]}")
    return status


def measure(shared: Path, evaluator: str, data: str, options: list[str]) -> Any:
    """What the evaluator prints as JSON; None, and its own words, where it fails."""
    command = [sys.executable, str(shared / "eval" / evaluator), str(shared / "data" / data)]
    done = subprocess.run([*command, *options, "--json"], capture_output=True, text=True)
    if done.returncode:
        print(f"bench: {evaluator} on {data}: {done.stderr.strip()[-500:]}", file=sys.stderr)
        return None
    return json.loads(done.stdout)


def seen() -> dict[str, str]:
    """When, of what and where the figures were seen."""
    commit = subprocess.run(
        ["git", "describe", "--always", "--dirty"], capture_output=True, text=True, check=False
    )
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": commit.stdout.strip(),
        "machine": f"{platform.machine()}, {processor()}, python {platform.python_version()}",
    }


def processor() -> str:
    """The processor's name and how many of it there are, as far as the system tells."""
    info = Path("/proc/cpuinfo")
    names = [
        line.split(":", 1)[1].strip()
        for line in (info.read_text().splitlines() if info.exists() else [])
        if line.startswith("model name")
    ]
    return f"{len(names)} x {names[0]}" if names else platform.processor()


if __name__ == "__main__":
    sys.exit(main())
