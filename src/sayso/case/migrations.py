"""The steps that lead a case from the form of an earlier version to that of this one.

`schema.sql` has the newest form; the steps lead there from any earlier one, and `FORM` in `storage.py`
counts them. A step is never changed once it was published. A table of what comparing gave is dropped and
made in its new form: its rows are written again, since a new version of sayso compares again.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.case import storage
from sayso.case.form import statements_of

if TYPE_CHECKING:
    from sqlite_utils import Database

Step = Callable[["Database"], None]


def _first(database: "Database") -> None:
    """The form with which cases began: nothing leads there."""


def _second(database: "Database") -> None:
    """What the network said is kept; rows have reasons, and the time from which they count.

    What was compared is to be compared again: the tables that are made anew have no rows.
    """
    for statement in statements_of(SECOND):
        database.execute(statement)


SECOND = """
CREATE TABLE part_scores (
    made_from TEXT PRIMARY KEY REFERENCES part ON DELETE CASCADE,
    scores BLOB NOT NULL
) STRICT;
DROP TABLE stand;
CREATE TABLE stand (
    point TEXT NOT NULL REFERENCES point,
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    claim TEXT NOT NULL,
    side TEXT NOT NULL,
    concedes INTEGER NOT NULL CHECK (concedes IN (0, 1)),
    reasons TEXT NOT NULL,
    PRIMARY KEY (point, position)
) STRICT;
CREATE INDEX stand_claim ON stand (report, claim);
DROP TABLE toll_figure;
CREATE TABLE toll_figure (
    toll TEXT NOT NULL REFERENCES toll,
    position INTEGER NOT NULL,
    report TEXT NOT NULL REFERENCES report (id),
    figure TEXT NOT NULL,
    why TEXT NOT NULL,
    reasons TEXT NOT NULL,
    said_from TEXT,
    said_to TEXT,
    change TEXT,
    PRIMARY KEY (toll, position)
) STRICT;
CREATE TABLE citation (
    report TEXT NOT NULL REFERENCES report (id),
    start INTEGER NOT NULL,
    end INTEGER NOT NULL,
    outlet TEXT NOT NULL,
    cited TEXT REFERENCES report (id),
    PRIMARY KEY (report, start, end)
) STRICT;
CREATE TABLE disputed_since (
    report TEXT NOT NULL REFERENCES report (id),
    claim TEXT NOT NULL,
    log INTEGER NOT NULL REFERENCES log,
    PRIMARY KEY (report, claim)
) STRICT;
CREATE TABLE look (
    author TEXT PRIMARY KEY,
    log INTEGER NOT NULL REFERENCES log,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX copy_right ON copy (right);
CREATE INDEX origin_origin ON origin (origin);
CREATE INDEX subject_report ON decision_subject (report);
CREATE INDEX report_outlet ON report (outlet);
UPDATE case_info SET value = CAST(value AS INTEGER) + 1 WHERE name = 'changes';
"""


# The steps by name, in order.
STEPS: dict[str, Step] = {"first": _first, "second": _second}


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a case to the newest form; each step is taken whole or not at all."""
    from sqlite_utils import Database, Migrations

    migrations = Migrations("sayso")
    for name, step in STEPS.items():
        migrations(name=name)(step)
    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA user_version = {storage.FORM}")


def mark_all_applied(connection: sqlite3.Connection) -> None:
    """Say of a new case that it has the newest form, in the table that sqlite-utils looks at."""
    connection.execute(
        "CREATE TABLE _sqlite_migrations (id INTEGER PRIMARY KEY, migration_set TEXT, name TEXT, "
        "applied_at TEXT)"
    )
    connection.execute(
        "CREATE UNIQUE INDEX idx__sqlite_migrations_migration_set_name "
        "ON _sqlite_migrations (migration_set, name)"
    )
    connection.executemany(
        "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
        "VALUES ('sayso', ?, strftime('%Y-%m-%d %H:%M:%S+00:00', 'now'))",
        [(name,) for name in STEPS],
    )
