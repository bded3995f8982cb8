"""The words of reports and claims, kept for searching; and how words that somebody types are looked for.

SQLite's own triggers could do this, but then whoever makes a case could let them do other things:
sayso opens cases so that triggers may use no virtual table (PRAGMA trusted_schema).
"""

import sqlite3
import unicodedata
from collections.abc import Sequence

MOST_WORDS = 20  # that are looked for
REPORTS_WITH_WORDS = "SELECT rowid FROM report_search WHERE report_search MATCH :words"
CLAIMS_WITH_WORDS = "SELECT rowid FROM claim_search WHERE claim_search MATCH :words"
# A point has the words of its claims.
POINTS_WITH_WORDS = (
    "SELECT DISTINCT stand.point FROM claim_search JOIN claim ON claim.number = claim_search.rowid "
    "JOIN stand ON stand.report = claim.report AND stand.claim = claim.id "
    "WHERE claim_search MATCH :words"
)


def words_of(typed: str) -> list[str]:
    r"""The words that are looked for; control characters and halves of characters part them.

    >>> words_of("the\0market")
    ['the', 'market']
    """
    return "".join(
        " " if unicodedata.category(one) in ("Cc", "Cs") else one for one in typed
    ).split()[:MOST_WORDS]


def all_words(typed: str) -> str:
    """What `report_search` and `claim_search` are asked for all of the words; none is an operator.

    Empty where there is no word: then there is nothing to ask.

    >>> all_words("market OR shelled")
    '"market" "OR" "shelled"'
    """
    return " ".join('"' + word.replace('"', '""') + '"' for word in words_of(typed))


def with_words(typed: str, columns: Sequence[str]) -> tuple[str, dict[str, str]]:
    """A condition for rows that have every word in one of the columns, and its values."""
    conditions, values = list[str](), dict[str, str]()
    for number, word in enumerate(words_of(typed)):
        name = f"word{number}"
        tries = [holding(column, name, word) for column in columns]
        conditions.append(f"({' OR '.join(condition for condition, _ in tries)})")
        values[name] = tries[0][1]
    return " AND ".join(conditions) or "1", values


def holding(column: str, name: str, text: str) -> tuple[str, str]:
    """A condition for a column that holds a text, however it is cased, and the value of `:name`."""
    if text.isascii():  # whose cases SQLite knows itself, and faster
        return f"{column} LIKE :{name} ESCAPE '\\'", f"%{escaped(text)}%"
    return f"instr(folded({column}), :{name})", text.casefold()


def escaped(text: str) -> str:
    """Text as a pattern of LIKE that is like itself alone."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def folded(text: str | None) -> str | None:
    """A text without its cases: `folded(…)` in queries too, as `lower(…)` knows those of ASCII only."""
    return None if text is None else text.casefold()


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
