"""`sayso show`: all that a case knows of one thing."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.cli.cases.options import AsJson, CasePath
from sayso.cli.cases.tables import fitted, json_line, print_values, told
from sayso.cli.terminal import print_pieces, print_result

if TYPE_CHECKING:
    from sayso.case.short_names import ShortNames

# What of a thing is a list of others, and how one of these is shown in a line.
LISTED = ("points", "claims", "figures", "events", "reports", "arrivals", "decisions")
NOT_SHOWN = ("text", "kind", "id")
NAMES = ("report", "story", "point", "origin", "speaker_id")


def show_command(
    case: CasePath,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A report, a claim (REPORT/CLAIM) …, a point, or outlet:NAME."
        ),
    ],
    as_json: AsJson = False,
) -> None:
    """Show all that a case knows of one thing: where its words stand, what they belong to, what was decided.

    \b
    Example:
        sayso show mali.sayso 1a2b3c4d/9f8e7d6c
    """
    from sayso.case.case import Case

    with Case.open(case) as opened:
        found = opened.show(name)
        if as_json:
            print_pieces([json_line(found)])
            return
        _print_thing(found, opened.names())


def _print_thing(found: Mapping[str, Any], names: "ShortNames") -> None:
    print_result(f"{found['kind']} {_name(found, names)}")
    print_values({key: _shown(key, value, names) for key, value in _plain(found).items()}, "  ")
    for what in LISTED:
        if isinstance(found.get(what), list) and found[what]:
            print_result(f"{what}:")
            for row in found[what]:
                print_result(fitted(f"  {_LINES[what](row, names)}"))


def _plain(found: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a thing that are shown by their names; a place is START:END."""
    values = {name: value for name, value in found.items() if not isinstance(value, list)}
    for name in NOT_SHOWN:
        values.pop(name, None)
    if "start" in values and "end" in values:
        values["at"] = f"{values.pop('start')}:{values.pop('end')}"
    if values.get("speaker_id"):
        values["speaker_id"] = f"{values['report']}/{values['speaker_id']}"
    if not values.get("removed"):
        values.pop("removed", None)
    return values


def _shown(name: str, value: Any, names: "ShortNames") -> Any:
    """A value as it is shown: names of other things are short."""
    return names.of(value) if name in NAMES and value else value


def _name(found: Mapping[str, Any], names: "ShortNames") -> str:
    if found["kind"] in ("claim", "figure", "event", "speaker"):
        return names.of(f"{found['report']}/{found['id']}")
    return names.of(found["id"]) if "id" in found else found["name"]


def _claim(row: Mapping[str, Any], names: "ShortNames") -> str:
    side = f"{row['side']}: " if "concedes" in row else ""
    name = names.of(f"{row['report']}/{row['id']}")
    who = row["speaker"] or row["outlet"] or "the outlet"
    return f"{name} {_rejected(row)}{side}{who} {row['stance']}: “{row['words']}”"


def _figure(row: Mapping[str, Any], names: "ShortNames") -> str:
    name = names.of(f"{row['report']}/{row['id']}")
    why = f": {row['why']}" if "why" in row else ""
    words = " ".join(filter(None, (row["outlet"], row["harm"], row["words"], row["who"])))
    return f"{name} {_rejected(row)}{words}{why}"


def _point(row: Mapping[str, Any], names: "ShortNames") -> str:
    return f"{names.of(row['id'])} {row['state']}, {row['side']}: “{row['title']}”"


def _event(row: Mapping[str, Any], names: "ShortNames") -> str:
    name = names.of(f"{row['report']}/{row['id']}")
    told = " ".join(filter(None, (row["outlet"], row["kind"], row["place"], row["first"])))
    return f"{name} {_rejected(row)}{told}: “{row['words']}”"


def _rejected(row: Mapping[str, Any]) -> str:
    """That a fact counts for nothing, because a person rejected it."""
    return "rejected: " if row.get("status") == "rejected" else ""


def _report(row: Mapping[str, Any], names: "ShortNames") -> str:
    return f"{names.of(row['id'])} {row['published'] or ''} {row['title'] or row['name']}"


def _arrival(row: Mapping[str, Any], _: "ShortNames") -> str:
    return f"{row['at']} {row['how']} {row['name']} (SHA-256 {row['evidence']})"


def _decision(row: Mapping[str, Any], _: "ShortNames") -> str:
    undone = " (taken back)" if row["undone"] else ""
    reason = f" – {row['reason']}" if row["reason"] else ""
    value = told(json.loads(row["value"]))
    return f"{row['number']} {row['at']} {row['author']}: {row['kind']} {value}{reason}{undone}"


_LINES = {
    "points": _point,
    "events": _event,
    "claims": _claim,
    "figures": _figure,
    "reports": _report,
    "arrivals": _arrival,
    "decisions": _decision,
}
