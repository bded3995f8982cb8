"""`sayso log`: everything that came into a case and was decided, in order."""

import json
import re
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.cases.options import AsJson, CasePath
from sayso.cli.cases.tables import Column, print_array, print_table

if TYPE_CHECKING:
    from sayso.case.custody import LogRow

SHORT = 8  # digits of a hash; `--json` prints them all
HASH = re.compile(r"\b[0-9a-f]{32,64}\b")
COLUMNS = (
    Column("row", right=True),
    Column("at"),
    Column("author"),
    Column("kind"),
    Column("what"),
)


def log_command(
    case: CasePath,
    first: Annotated[
        int, typer.Option("--from", min=1, metavar="N", help="The row to begin with.")
    ] = 1,
    as_json: AsJson = False,
) -> None:
    """Print the log of a case: what came in, what was read, what was decided, when and by whom.

    \b
    Example:
        sayso log mali.sayso --from 120
    """
    from sayso.case.case import Case

    with Case.open(case) as opened:
        rows = opened.log(first)
        if as_json:
            print_array(row._asdict() for row in rows)
        else:
            print_table(
                COLUMNS, ((row.number, row.at, row.author, row.kind, _what(row)) for row in rows)
            )


def _what(row: "LogRow") -> str:
    """What a row of the log says, in a line."""
    body = json.loads(row.body)
    if row.kind == "arrival":
        return f"{body['name']} ({body['size']:,} bytes, SHA-256 {_short(body['evidence'])})"
    if row.kind == "decision":
        value = ", ".join(f"{name}={given}" for name, given in body["value"].items())
        words = "; ".join(f"{one['kind']} “{one['words']}”" for one in body["subjects"])
        undone = f" {body['undoes']}" if body["undoes"] else ""
        parts = (f"{body['kind']}{undone}", value, words, body["reason"])
        return " · ".join(part for part in parts if part)
    return " ".join(f"{name} {_short(value)}" for name, value in body.items() if value is not None)


def _short(value: Any) -> str:
    """A value of the log; of a hash, the digits that tell it from others."""
    return HASH.sub(lambda found: found[0][:SHORT], str(value))
