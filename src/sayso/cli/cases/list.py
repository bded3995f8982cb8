"""`sayso list`: the reports, claims and other things of a case."""

from collections.abc import Callable, Container, Iterable, Mapping
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, Any

import typer

from sayso.casework.commands import command
from sayso.cli.cases.options import AsJson, CasePath
from sayso.cli.cases.tables import Column, print_array, print_table
from sayso.cli.terminal import print_note

if TYPE_CHECKING:
    from sayso.case.short_names import ShortNames

Row = Mapping[str, Any]
Cells = Callable[[Row, "ShortNames"], tuple[Any, ...]]


class Listed(StrEnum):
    """What can be listed."""

    REPORTS = "reports"
    CLAIMS = "claims"
    FIGURES = "figures"
    EVENTS = "events"
    POINTS = "points"
    TOLLS = "tolls"
    SPEAKERS = "speakers"
    DECISIONS = "decisions"


def list_command(
    case: CasePath,
    what: Annotated[
        Listed,
        typer.Argument(
            metavar="WHAT",
            help="reports, claims, figures, events, points, tolls, speakers or decisions.",
        ),
    ],
    words: Annotated[str | None, typer.Option("--words", help="Only what has these words.")] = None,
    outlet: Annotated[
        str | None, typer.Option("--outlet", help="Reports and claims of it.")
    ] = None,
    speaker: Annotated[str | None, typer.Option("--speaker", help="Claims of this name.")] = None,
    stance: Annotated[
        str | None, typer.Option("--stance", help="Claims with this stance: denies.")
    ] = None,
    report: Annotated[str | None, typer.Option("--report", help="Claims of this report.")] = None,
    point: Annotated[str | None, typer.Option("--point", help="Claims in this point.")] = None,
    story: Annotated[
        str | None, typer.Option("--story", help="Reports, points and tolls of this story.")
    ] = None,
    state: Annotated[
        str | None,
        typer.Option("--state", help="Points: contested, conceded, corroborated or single."),
    ] = None,
    likelihood: Annotated[
        str | None, typer.Option("--likelihood", help="Points: clear, likely or perhaps.")
    ] = None,
    policy: Annotated[
        str | None, typer.Option("--policy", help="Tolls as these count: ucdp, acled or airwars.")
    ] = None,
    harm: Annotated[
        str | None, typer.Option("--harm", help="Figures and tolls of this harm: killed.")
    ] = None,
    event_kind: Annotated[
        str | None, typer.Option("--kind", help="Events of this kind; decisions of this kind.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", help="Events there.")] = None,
    author: Annotated[
        str | None, typer.Option("--author", help="Decisions of this person.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", help="Speakers of this type: person.")
    ] = None,
    source: Annotated[
        str | None,
        typer.Option("--source", help="Claims and points by `machine`, or changed by a `person`."),
    ] = None,
    status: Annotated[
        str | None, typer.Option("--status", help="Claims and points: accepted, rejected, or open.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, metavar="N", help="No more rows than this.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List what a case holds. The first column is the name of each thing, for other commands.

    \b
    Example:
        sayso list mali.sayso claims --stance denies --words drone
    """
    from sayso.case.case import Case

    given = {
        "outlet": outlet,
        "speaker": speaker,
        "stance": stance,
        "report": report,
        "point": point,
        "story": story,
        "state": state,
        "likelihood": likelihood,
        "policy": policy,
        "harm": harm,
        "type": kind,
        "kind": event_kind,
        "place": place,
        "author": author,
        "source": source,
        "status": status,
    }
    filters = {name: value for name, value in given.items() if value is not None}
    _check_filters(what, filters, given)
    with Case.open(case) as opened:
        rows = opened.rows(what, filters, words, limit or -1)
        if as_json:
            print_array(rows)
            return
        names, cells = opened.names(), CELLS[what]
        count = print_table(COLUMNS[what], (cells(row, names) for row in rows))
    if not count:
        print_note(f"there are no such {what}; all of them: {command('list', case, what)}")


def _check_filters(what: Listed, filters: Iterable[str], options: Container[str]) -> None:
    """Raises BadParameter for a filter that this list does not have."""
    from sayso.case.listing import FILTERS

    for name in filters:
        if name not in FILTERS[what]:
            known = ", ".join(f"--{one}" for one in FILTERS[what] if one in options)
            raise typer.BadParameter(f"{what} have no --{name}; they have {known}, --words")


def _day(row: Row) -> str | None:
    published: str | None = row["published"]
    return published[:10] if published else None


def _report(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    out = "out of the case: " if row["removed"] else ""
    story = row["story"] and names.of(row["story"])
    title = f"{out}{row['title'] or PurePath(row['name']).name}"
    return names.of(row["id"]), _day(row), row["outlet"], row["words"], story, title


def _claim(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    name = names.of(f"{row['report']}/{row['id']}")
    return name, _day(row), row["outlet"], row["speaker"], row["stance"], _marked(row)


def _figure(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    name = names.of(f"{row['report']}/{row['id']}")
    bounds = (
        f"{'?' if row['low'] is None else row['low']}–{'?' if row['high'] is None else row['high']}"
    )
    return name, _day(row), row["outlet"], row["harm"], bounds, row["who"], _marked(row)


def _event(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    name = names.of(f"{row['report']}/{row['id']}")
    days = row["first"] if row["first"] == row["last"] else f"{row['first']} to {row['last']}"
    shared = row["shared"] and names.of(row["shared"])
    return name, row["outlet"], row["kind"], row["place"], days, shared, _marked(row)


def _marked(row: Row) -> str:
    rejected = f"{row['status']}: " if row["status"] == "rejected" else ""
    return f"{rejected}{row['words']}"


def _decision(row: Row, _: "ShortNames") -> tuple[Any, ...]:
    kind = f"taken back: {row['kind']}" if row["taken_back"] else row["kind"]
    on = f"{row['subject']} “{row['words']}”" if row["subject"] else f"decision {row['undoes']}"
    return row["number"], row["at"][:10], row["author"], kind, row["reason"] or None, on


def _point(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    sides = f"{row['origins_for']}:{row['origins_against']}"
    return (
        *(names.of(row["id"]), row["state"], row["likelihood"], sides),
        *(row["claims"], row["reports"], row["title"]),
    )


def _toll(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    low, best, high = ("?" if row[name] is None else row[name] for name in ("low", "best", "high"))
    place = ", ".join(filter(None, (row["event"], row["place"], row["first"])))
    return (
        *(names.of(row["id"]), row["policy"], row["harm"], f"{low}–{high}", str(best)),
        *(row["figures"], row["reports"], row["who"], place or None),
    )


def _speaker(row: Row, names: "ShortNames") -> tuple[Any, ...]:
    return names.of(row["id"]), row["type"], row["claims"], row["reports"], row["name"]


COLUMNS = {
    Listed.REPORTS: (
        *(Column("report"), Column("day"), Column("outlet"), Column("words", right=True)),
        *(Column("story"), Column("title")),
    ),
    Listed.CLAIMS: tuple(map(Column, ("claim", "day", "outlet", "speaker", "stance", "words"))),
    Listed.FIGURES: tuple(
        map(Column, ("figure", "day", "outlet", "harm", "range", "who", "words"))
    ),
    Listed.EVENTS: tuple(
        map(Column, ("event", "outlet", "kind", "place", "days", "one with", "words"))
    ),
    Listed.DECISIONS: tuple(map(Column, ("number", "day", "author", "kind", "reason", "on"))),
    Listed.POINTS: (
        *(Column("point"), Column("state"), Column("likelihood"), Column("for:against")),
        *(Column("claims", right=True), Column("reports", right=True), Column("title")),
    ),
    Listed.TOLLS: (
        *(Column("toll"), Column("policy"), Column("harm"), Column("range"), Column("best", True)),
        *(Column("figures", right=True), Column("reports", right=True), Column("who")),
        Column("event"),
    ),
    Listed.SPEAKERS: (
        *(Column("speaker"), Column("type"), Column("claims", right=True)),
        *(Column("reports", right=True), Column("name")),
    ),
}
CELLS: Mapping[Listed, Cells] = {
    Listed.REPORTS: _report,
    Listed.CLAIMS: _claim,
    Listed.FIGURES: _figure,
    Listed.EVENTS: _event,
    Listed.DECISIONS: _decision,
    Listed.POINTS: _point,
    Listed.TOLLS: _toll,
    Listed.SPEAKERS: _speaker,
}
