"""The form of a case's file: whether its tables, views and triggers are those that sayso makes.

SQLite runs the triggers and views of a file for whoever opens it, and the file may come from anybody. So
its form is looked at before anything else is read.
"""

import re
import sqlite3
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import NamedTuple

# The tables in which a search keeps its words; other versions of SQLite may write their columns otherwise,
# but none with a call in them.
OF_SEARCH = re.compile(r"(?:report|claim)_search_(?:data|idx|docsize|config)")
PLAIN_TABLE = re.compile(
    r"""CREATE TABLE ['"]?\w+['"]?\([\w, ]+(?:, ?PRIMARY KEY\([\w, ]+\))?\)(?: WITHOUT ROWID)?"""
)
OF_SQLITE = re.compile(r"sqlite_(?:stat\d|autoindex_.*)")
SPACING = re.compile(r"\s*([(),])\s*|\s+")

Part = tuple[str, str]  # the kind and the statement of a table, index, view or trigger


class StrangePart(NamedTuple):
    """A part that is not as sayso makes it, and what is wrong.

    `acts` tells those that would change what sayso reads or writes from what somebody put beside it: a
    table, an index or a view of their own.
    """

    name: str
    what: str
    acts: bool


def strange_parts(connection: sqlite3.Connection) -> Iterator[StrangePart]:
    """The parts that are not as sayso makes them."""
    wanted = _own_parts()
    rows = connection.execute("SELECT type, name, sql FROM sqlite_master ORDER BY name").fetchall()
    seen = set[str]()
    for kind, name, statement in rows:
        if name in seen or (name not in wanted and not _is_of_sqlite(kind, name)):
            what = "sayso did not make this table, index, view or trigger"
            yield StrangePart(name, what, kind == "trigger" or name in seen)
        elif name in wanted and not _is_same(name, (kind, statement), wanted[name]):
            yield StrangePart(name, "this table, index, view or trigger was changed", True)
        seen.add(name)
    for name in sorted(wanted.keys() - seen):
        yield StrangePart(name, "this part of the file's form is missing", True)


def strange_triggers(connection: sqlite3.Connection) -> Iterator[StrangePart]:
    """The same for triggers alone, which are the same in all forms: for a case of an earlier one."""
    own = {name for name, (kind, _) in _own_parts().items() if kind == "trigger"}
    there = {
        row[0]
        for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    return (one for one in strange_parts(connection) if one.name in own | there)


def make_parts(connection: sqlite3.Connection) -> None:
    """Make all tables, indexes, views and triggers of a new case."""
    from sayso.case.migrations import mark_all_applied

    script = files("sayso.case").joinpath("schema.sql").read_text("utf-8")
    for statement in statements_of(script):
        connection.execute(statement)
    mark_all_applied(connection)


def statements_of(script: str) -> Iterator[str]:
    """The statements of a script, one by one; `executescript` would end a transaction."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@cache
def _own_parts() -> Mapping[str, Part]:
    connection = sqlite3.connect(":memory:")
    try:
        make_parts(connection)
        rows = connection.execute("SELECT name, type, sql FROM sqlite_master WHERE sql NOTNULL")
        return {name: (kind, _spaced(statement)) for name, kind, statement in rows}
    finally:
        connection.close()


def _is_of_sqlite(kind: str, name: str) -> bool:
    return kind in ("table", "index") and OF_SQLITE.fullmatch(name) is not None


def _is_same(name: str, there: tuple[str, str | None], wanted: Part) -> bool:
    kind, statement = there
    if kind != wanted[0] or statement is None:
        return False
    if OF_SEARCH.fullmatch(name) and PLAIN_TABLE.fullmatch(statement):
        return True
    return _spaced(statement) == wanted[1]


def _spaced(statement: str) -> str:
    """A statement with spaces alike. Comments stay: what looks like one may stand in a text."""
    return SPACING.sub(lambda found: found[1] or " ", statement).strip()
