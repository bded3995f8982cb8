"""`sayso log`: everything that came into a case and was decided, in order."""

import json
from typing import TYPE_CHECKING, Annotated

import typer

from sayso.cli.cases.options import AsJson, CasePath
from sayso.cli.cases.tables import Column, print_array, print_table, short_hashes, told

if TYPE_CHECKING:
    from sayso.case.custody import LogRow

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
        return f"{body['name']} ({body['size']:,} bytes, SHA-256 {short_hashes(body['evidence'])})"
    if row.kind == "decision":
        about = "; ".join(f"{one['kind']} “{one['words']}”" for one in body["subjects"])
        kind = f"{body['kind']} {body['undoes']}" if body["undoes"] else body["kind"]
        return " · ".join(filter(None, (kind, told(body["value"]), about, body["reason"])))
    return told({name: value for name, value in body.items() if value is not None})
