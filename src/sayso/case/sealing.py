"""Time stamps of other services (RFC 3161) for rows of the log.

A token has, among its bytes, the digest that was stamped: that finds the row, whatever came in since.
sayso does not check the signature: `openssl ts -verify` does.
"""

import hashlib
import sqlite3

from sayso.case.custody import now
from sayso.errors import WrongSeal

DIGEST = hashlib.sha256().digest_size


def keep_token(connection: sqlite3.Connection, token: bytes) -> tuple[int, str]:
    """Store a token for the row of the log that it is of, within a transaction that writes.

    Returns that row's number and hash. Raises WrongSeal if the token has the hash of no row.
    """
    for place in range(len(token) - DIGEST + 1):
        hashed = token[place : place + DIGEST].hex()
        row = connection.execute("SELECT number FROM log WHERE hash = ?", (hashed,)).fetchone()
        if row is not None:
            connection.execute(
                "INSERT INTO seal (log, hash, token, at) VALUES (?, ?, ?, ?)",
                (row[0], hashed, token, now()),
            )
            return row[0], hashed
    raise WrongSeal(
        "this time stamp has the hash of no row of the log. Have the hash that `sayso seal` prints "
        "stamped as the digest itself: openssl ts -query -sha256 -digest HASH"
    )
