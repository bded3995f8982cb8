"""Comparing the reports of a case again, and what is stored of it."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import NamedTuple

from sayso.case.changes import changes, is_compared, note_compared
from sayso.case.compared_rows import write_compared
from sayso.case.decided import DecisionIndex
from sayso.case.shown import shown_facts
from sayso.case.storage import writing
from sayso.compare.comparison import compare
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts


class Compared(NamedTuple):
    """How many stories were compared again, and how many stayed as they were."""

    again: int
    kept: int


def compare_again(
    connection: sqlite3.Connection,
    decided: Callable[[], DecisionIndex],
    on_story: Callable[[int, int], None],
) -> Compared:
    """Compare what has changed since the last time."""
    if is_compared(connection):
        return Compared(0, 0)
    count = changes(connection)
    comparison = compare(facts_to_compare(connection, decided()))
    with writing(connection):
        connection.execute("INSERT OR IGNORE INTO part VALUES ('', x'')")
        write_compared(connection, comparison, {one.id: "" for one in comparison.stories})
        note_compared(connection, count)
    on_story(len(comparison.stories), len(comparison.stories))
    return Compared(len(comparison.stories), 0)


def facts_to_compare(connection: sqlite3.Connection, decided: DecisionIndex) -> Iterator[Facts]:
    """The facts of the reports in the case, as people decided them."""
    rows = connection.execute(
        "SELECT report FROM shown JOIN report ON report.id = shown.report "
        "WHERE removed IS NULL ORDER BY report.number"
    ).fetchall()
    for (report,) in rows:
        state = shown_facts(connection, report, decided)
        if state is not None:
            yield state.facts


def stored_comparison(connection: sqlite3.Connection, decided: DecisionIndex) -> Comparison:
    """The comparison as it is stored."""
    return compare(facts_to_compare(connection, decided))


def stored_holdings(connection: sqlite3.Connection, decided: DecisionIndex) -> Holdings:
    """The comparison with the decisions in force."""
    import importlib.metadata

    from sayso.case.custody import now

    gone = {row[0] for row in connection.execute("SELECT decision FROM orphan")}
    return Holdings(
        "",
        importlib.metadata.version("sayso"),
        now(),
        stored_comparison(connection, decided),
        tuple(decided.in_force),
        tuple(one for one in decided.in_force if one.number in gone),
        {},
    )
