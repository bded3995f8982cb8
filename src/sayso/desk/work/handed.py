"""The process that makes one file to hand on; `handing.py` starts it.

A line of JSON comes in: `case`, `out` (the file to write), and what is wanted. A line of JSON goes out:
`left_out`, or `error`. The process ends when the desk does.
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

from sayso.case.case import Case
from sayso.desk.work.process import give_way
from sayso.errors import SaysoError, kind_and_place
from sayso.model.decisions import DecisionKind, Holdings

TOO_LARGE = (
    "This computer has too little memory to make a file of so much. Choose one story, or close other "
    "programs, and try again."
)


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
    from sayso.desk.work.one_story import only_story
    from sayso.dossier.html import render_dossier, write_page

    if wanted.get("story"):
        holdings = only_story(holdings, wanted["story"])
    page = render_dossier(holdings.comparison, holdings, bool(wanted.get("excerpts")))
    write_page(page, wanted["out"])
    return ()


def main() -> None:
    """Follow the order that comes on standard input, and say how it ended."""
    give_way()
    order = json.loads(sys.stdin.buffer.readline())
    Thread(target=_end_with_desk, daemon=True).start()
    try:
        answer: dict[str, Any] = {"left_out": list(write(order))}
    except SaysoError as error:
        answer = {"error": str(error)}
    except MemoryError:
        answer = {"error": TOO_LARGE}
    except OSError as error:
        answer = {"error": f"The file cannot be written ({error.strerror}). Free some space there."}
    except Exception as error:
        answer = {"error": f"sayso failed ({kind_and_place(error)}). Please report this line."}
    sys.stdout.write(json.dumps(answer) + "\n")


def _end_with_desk() -> None:
    """Nobody wants the file when the desk has ended, and standard input with it."""
    os.read(0, 1)
    os._exit(1)


if __name__ == "__main__":
    main()
