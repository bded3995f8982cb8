"""What a case holds, as those see it who show it or hand it on."""

import importlib.metadata
import sqlite3

from sayso.case.custody import now
from sayso.case.decided import DecisionIndex
from sayso.case.together import stored_comparison
from sayso.model.decisions import Holdings


def holdings_of(connection: sqlite3.Connection, decided: DecisionIndex, name: str) -> Holdings:
    """The comparison, the decisions in force, those whose subject is gone, and what people added."""
    gone = {row[0] for row in connection.execute("SELECT decision FROM orphan")}
    return Holdings(
        name=name,
        version=importlib.metadata.version("sayso"),
        made_at=now(),
        comparison=stored_comparison(connection, decided),
        decisions=tuple(decided.in_force),
        orphans=tuple(one for one in decided.in_force if one.number in gone),
        added=_added(connection),
    )


def _added(connection: sqlite3.Connection) -> dict[str, int]:
    """What people added or changed, with the number of the decision."""
    found: dict[str, int] = {}
    for table in ("claim", "figure", "event", "speaker"):
        rows = connection.execute(
            f"SELECT report || '/' || id, decision FROM {table} WHERE source = 'person'"  # noqa: S608
        )
        found |= dict(rows)
    found |= dict(connection.execute("SELECT id, decision FROM point WHERE source = 'person'"))
    return found
