"""The words of reports and claims, kept for searching.

SQLite's own triggers could do this, but then whoever makes a case could let them do other things:
sayso opens cases so that triggers may use no virtual table (PRAGMA trusted_schema).
"""

import sqlite3


def index_report(connection: sqlite3.Connection, report: str) -> None:
    """Let the title and the text of a report be found, within a transaction that writes."""
    connection.execute(
        "INSERT INTO report_search (rowid, title, text) "
        "SELECT number, title, text FROM report WHERE id = ?",
        (report,),
    )


def forget_report(connection: sqlite3.Connection, report: str) -> None:
    """Let a report no longer be found; before its title changes."""
    connection.execute(
        "INSERT INTO report_search (report_search, rowid, title, text) "
        "SELECT 'delete', number, title, text FROM report WHERE id = ?",
        (report,),
    )


def index_claims(connection: sqlite3.Connection, report: str) -> None:
    """Let the claims of a report be found, within a transaction that writes."""
    connection.execute(
        "INSERT INTO claim_search (rowid, words) SELECT number, words FROM claim WHERE report = ?",
        (report,),
    )


def forget_claims(connection: sqlite3.Connection, report: str) -> None:
    """Let the claims of a report no longer be found; before they change."""
    connection.execute(
        "INSERT INTO claim_search (claim_search, rowid, words) "
        "SELECT 'delete', number, words FROM claim WHERE report = ?",
        (report,),
    )
