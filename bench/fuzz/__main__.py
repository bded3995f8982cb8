"""Random damage to reports, lines and facts: `python -m bench.fuzz --minutes 20 --seed 1`.

Mutants of invented reports go through `extract`, `compare` and `report`, several in one run of a
command. After each run the rules of `bench.fuzz.rules` are checked: no exception gets out, the exit
status is a documented one, the output is in the wire format with the words of its text, the page is
well formed and free of a report's markup, and the work stays in bounds. What breaks a rule is made
smaller and written to a folder. When it is mended, it belongs in tests/cases/fuzz.
"""

import argparse
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

from bench.fuzz.mutants import (
    mutated_bytes,
    mutated_facts,
    mutated_line,
    mutated_page,
    mutated_text,
)
from bench.fuzz.rules import Case, RunOutcome, outcome_of

FILES = 3  # of each kind in one run
LINES = 5
FACTS = 8  # mutants of lines of facts in one run, beside the lines themselves
FACTS_RUNS = 8  # runs of `compare` on what one run of `extract` printed: they need no network
FINDINGS = Path("fuzz-findings")


def folder_of(random: Random) -> dict[str, bytes]:
    """Some mutants as the files of a folder."""
    lines = [mutated_line(random) for _ in range(LINES)]
    if random.random() < 0.3:
        lines.append(random.choice(lines))
    files = {
        f"{number}.txt": mutated_bytes(random, mutated_text(random)) for number in range(FILES)
    }
    files |= {f"{number}.html": mutated_page(random) for number in range(FILES)}
    return files | {"lines.jsonl": "\n".join(lines).encode("utf-8", "surrogatepass")}


def rounds(random: Random) -> Iterator[tuple[Case, RunOutcome]]:
    """Cases without end, each with what came of it."""
    while True:
        case = Case("extract", folder_of(random))
        outcome = outcome_of(case)
        yield case, outcome
        facts = [line for line in outcome.said.out.split("\n") if line]
        for _ in range(FACTS_RUNS if facts else 0):
            mutants = [mutated_facts(random, random.choice(facts)) for _ in range(FACTS)]
            given = facts[: FACTS // 2] + mutants
            random.shuffle(given)
            command = random.choice(("compare", "compare", "dossier"))
            case = Case(command, stdin="\n".join(given).encode("utf-8", "surrogatepass"))
            yield case, outcome_of(case)
        command = random.choice(("report", "report", "compare"))
        case = Case(command, folder_of(random))
        yield case, outcome_of(case)


def smaller(case: Case, outcome: RunOutcome) -> Case:
    """The case without the files, lines and characters that the first broken rule does not need."""
    kind = _kind_of(outcome.broken[0])

    def still_breaks(one: Case) -> bool:
        return any(_kind_of(broken) == kind for broken in outcome_of(one).broken)

    for name in list(case.files):
        without = {other: data for other, data in case.files.items() if other != name}
        if without and still_breaks(replace(case, files=without)):
            case = replace(case, files=without)
    for name in list(case.files):
        for data in _without_lines(case.files[name]):
            if still_breaks(shorter := replace(case, files=case.files | {name: data})):
                case = shorter
                break
    for stdin in _without_lines(case.stdin):
        if still_breaks(shorter := replace(case, stdin=stdin)):
            case = shorter
            break
    return replace(case, why="; ".join(outcome.broken))


def _without_lines(data: bytes) -> Iterator[bytes]:
    """Each line alone, then each half of the lines."""
    lines = data.split(b"\n")
    if len(lines) > 1:
        yield from lines
        yield b"\n".join(lines[: len(lines) // 2])
        yield b"\n".join(lines[len(lines) // 2 :])


def _kind_of(broken: str) -> str:
    """A broken rule without the numbers and names of its case."""
    return broken.partition("(")[2][:60] or broken[:24]


def main() -> int:
    """Run for so many minutes; the exit status says whether a rule was broken."""
    parser = argparse.ArgumentParser(description="Give sayso damaged input and check what it does.")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--out", type=Path, default=FINDINGS, help="the folder for what breaks a rule"
    )
    options = parser.parse_args()
    kinds: dict[str, int] = {}
    runs, dearest = 0, 0.0
    ends = time.monotonic() + 60 * options.minutes
    random = Random(options.seed)  # noqa: S311
    for case, outcome in rounds(random):
        runs += 1
        size = sum(map(len, case.files.values())) + len(case.stdin)
        dearest = max(dearest, outcome.calls / (size + 1000))
        for kind in {_kind_of(broken) for broken in outcome.broken[:1]}:
            kinds[kind] = kinds.get(kind, 0) + 1
            if kinds[kind] == 1:
                _write_finding(options.out, options.seed, len(kinds), smaller(case, outcome))
        if time.monotonic() > ends:
            break
    print(
        json.dumps(
            {"seed": options.seed, "runs": runs, "calls a byte": round(dearest), "broken": kinds}
        )
    )
    return 1 if kinds else 0


def _write_finding(folder: Path, seed: int, number: int, case: Case) -> None:
    folder.mkdir(exist_ok=True)
    file = folder / f"{seed}-{number}.json"
    file.write_text(case.to_json(), "utf-8")
    print(f"{file}: {case.why}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
