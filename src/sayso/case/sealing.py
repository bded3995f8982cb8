"""Seals: what others can vouch for a case with.

The head of the log, kept elsewhere, shows later whether the log up to there is the same. A token of a time
stamp (RFC 3161) for that hash also shows when it was so; it is stored as it came, and checked by the
tools of whoever gave it: `openssl ts -verify -digest HASH -in TOKEN`.
"""

import sqlite3

from sayso.case.custody import LogKind, add_to_log, now, sha256
from sayso.errors import WrongDecision

MOST_BYTES = 1_000_000  # of a token


def keep_token(connection: sqlite3.Connection, token: bytes, author: str) -> tuple[int, str]:
    """Store a token, within a transaction that writes; the number and hash of the row it is for.

    Raises WrongDecision if it is for no row of the log.
    """
    if len(token) <= MOST_BYTES:
        rows = connection.execute("SELECT number, hash FROM log ORDER BY number DESC")
        for number, hashed in rows:
            if bytes.fromhex(hashed) in token:
                _store(connection, number, hashed, token, author)
                return number, hashed
    raise WrongDecision(
        "this token is for no row of the log. Ask for one with the hash that `sayso seal CASE` prints: "
        "openssl ts -query -digest HASH -sha256 -cert -out QUERY"
    )


def _store(
    connection: sqlite3.Connection, number: int, hashed: str, token: bytes, author: str
) -> None:
    at = now()
    body = {"row": number, "hash": hashed, "token": sha256(token)}
    add_to_log(connection, LogKind.SEAL, body, author, at)
    connection.execute(
        "INSERT INTO seal (log, hash, token, at) VALUES (?, ?, ?, ?)", (number, hashed, token, at)
    )
