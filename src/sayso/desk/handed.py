"""What the desk hands on, made in a process of its own: `python -m sayso.desk.handed ORDER`.

An order is JSON: `case`, `out` (the file to write), and what is wanted. A large case takes long and much
memory, and the desk goes on meanwhile. The last line that is printed is JSON: `left_out`, or `error`.
"""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.case.case import Case
from sayso.errors import SaysoError
from sayso.model.decisions import DecisionKind, Holdings

PROGRAM = (sys.executable, "-P", "-m", "sayso.desk.handed")
SECONDS = 3600.0  # after which something is wrong


class NotMade(SaysoError):
    """What was to be handed on could not be made."""


def make(case: Path, out: Path, wanted: Mapping[str, Any]) -> Sequence[str]:
    """Write a file to hand on, in a process; what it had to leave out. Raises NotMade."""
    order = json.dumps({**wanted, "case": str(case.absolute()), "out": str(out)})
    try:
        done = subprocess.run(  # noqa: S603
            (*PROGRAM, order), capture_output=True, timeout=SECONDS, check=False
        )
        answer = json.loads(done.stdout.splitlines()[-1])
    except (subprocess.TimeoutExpired, IndexError, ValueError) as error:
        raise NotMade(
            "The file could not be made: its process came to no end. `sayso report` at the command "
            "line does the same, and says more."
        ) from error
    if "error" in answer:
        raise NotMade(answer["error"])
    left_out: Sequence[str] = answer["left_out"]
    return left_out


def write(wanted: Mapping[str, Any]) -> Sequence[str]:
    """Write what is wanted of a case; what it had to leave out, a line each. Raises SaysoError."""
    with Case.open(Path(wanted["case"])) as case:
        if wanted["what"] == "log":
            rows = (json.dumps(row._asdict(), ensure_ascii=False) for row in case.log())
            Path(wanted["out"]).write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
            return ()
        holdings = case.holdings()
    if not wanted.get("notes"):
        holdings = without_notes(holdings)
    if wanted["what"] == "dossier":
        return _write_dossier(holdings, wanted)
    from sayso.dossier.exports.export import export_format

    with Path(wanted["out"]).open("wb") as stream:
        return export_format(wanted["format"]).write(holdings, stream).left_out


def without_notes(holdings: Holdings) -> Holdings:
    """The holdings without the notes that people wrote."""
    kept = tuple(one for one in holdings.decisions if one.kind is not DecisionKind.NOTE)
    gone = tuple(one for one in holdings.orphans if one.kind is not DecisionKind.NOTE)
    return replace(holdings, decisions=kept, orphans=gone)


def _write_dossier(holdings: Holdings, wanted: Mapping[str, Any]) -> Sequence[str]:
    from sayso.desk.one_story import only_story
    from sayso.dossier.html import render_dossier, write_page

    if wanted.get("story"):
        holdings = only_story(holdings, wanted["story"])
    page = render_dossier(holdings.comparison, holdings, bool(wanted.get("excerpts")))
    write_page(page, wanted["out"])
    return ()


def main() -> None:
    """Follow the order, and say how it ended."""
    try:
        answer: dict[str, Any] = {"left_out": list(write(json.loads(sys.argv[1])))}
    except SaysoError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": "This computer has too little memory for the whole case: take a story."}
    sys.stdout.write(json.dumps(answer) + "\n")


if __name__ == "__main__":
    main()
