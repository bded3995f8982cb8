"""Whether what is shown of the comparison follows the reports and decisions: two counts say so."""

import sqlite3


def note_change(connection: sqlite3.Connection) -> None:
    """Count a change of what is compared, within a transaction that writes."""
    connection.execute(
        "UPDATE case_info SET value = CAST(value AS INTEGER) + 1 WHERE name = 'changes'"
    )


def changes(connection: sqlite3.Connection) -> int:
    """How many changes there were."""
    return _count(connection, "changes")


def is_compared(connection: sqlite3.Connection) -> bool:
    """Whether the comparison follows all changes."""
    return _count(connection, "compared") == changes(connection)


def note_compared(connection: sqlite3.Connection, count: int) -> None:
    """Write down which changes the comparison follows, within a transaction that writes."""
    connection.execute("UPDATE case_info SET value = ? WHERE name = 'compared'", (str(count),))


def _count(connection: sqlite3.Connection, name: str) -> int:
    row = connection.execute("SELECT value FROM case_info WHERE name = ?", (name,)).fetchone()
    return int(row[0]) if row else 0
