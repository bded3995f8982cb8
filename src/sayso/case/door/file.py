"""The file of a case: opened and closed, written as a whole or not at all, logged, checked, sealed."""

import importlib.metadata
import sqlite3
import uuid
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sayso.case.custody import LogKind, LogRow, add_to_log, last_of_log, log_rows, now
from sayso.case.decided import DecisionIndex, read_decisions
from sayso.case.finding import Finding
from sayso.case.fingerprints import this_comparer
from sayso.case.holding import held, holder, user_name
from sayso.case.sealing import keep_token
from sayso.case.storage import open_file, plain_errors, reading, writing

if TYPE_CHECKING:
    from sayso.case.verifying import Whole


class CaseFile:
    """The file of a case that is open."""

    def __init__(self, path: Path, connection: sqlite3.Connection, author: str) -> None:
        self.path, self.author = path, author
        self._connection = connection
        self._index: DecisionIndex | None = None

    @classmethod
    def open(cls, path: str | Path, *, make: bool = False, author: str | None = None) -> Self:
        """Open a case; with `make`, a new one where there is none.

        `author` signs what is added and decided; without it, the name that the system knows. Raises
        NoCase or CaseNotUsable.
        """
        path = Path(path)
        case = cls(path, open_file(path, make=make), author or user_name())
        try:
            with plain_errors(path):
                case._begin()
        except BaseException:
            case.close()
            raise
        return case

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def held(self, what: str, on_wait: Callable[[str], None]) -> AbstractContextManager[None]:
        """Within it, no other process adds to the case; `on_wait` is told who does, if somebody does."""
        return held(self.path, what, on_wait)

    def holder(self) -> str | None:
        """Who adds to the case now; None if nobody does."""
        return holder(self.path)

    def log(self, first: int = 1) -> Iterator[LogRow]:
        """The rows of the log from a number on."""
        with plain_errors(self.path):
            yield from log_rows(self._connection, first)

    def verify(self) -> Iterator[Finding]:
        """All that does not fit; nothing if the case is whole."""
        from sayso.case.verifying import findings

        with reading(self._connection):
            yield from findings(self._connection)

    def checked(self) -> "Whole":
        """How much of what `verify` goes through."""
        from sayso.case.verifying import checked

        with plain_errors(self.path):
            return checked(self._connection)

    def seal(self, token: bytes | None = None) -> tuple[int, str]:
        """The head of the log: its last row's number and hash, to be kept elsewhere.

        With a token of a time stamp (RFC 3161) for the hash of a row, the token is stored, and the
        number and hash are those of that row.
        """
        if token is None:
            with plain_errors(self.path):
                return last_of_log(self._connection)
        with self._writing():
            return keep_token(self._connection, token, self.author)

    def _begin(self) -> None:
        """Give a new case its name and the first row of its log."""
        if self._connection.execute("SELECT 1 FROM log LIMIT 1").fetchone():
            return
        with writing(self._connection):
            if last_of_log(self._connection)[0]:
                return
            body, at = {"case": uuid.uuid4().hex, "version": version()}, now()
            add_to_log(self._connection, LogKind.NEW, body, self.author, at)
            known = {**body, "made_at": at, "changes": "0", "compared": "0"}
            known["comparer"] = this_comparer()
            self._connection.executemany("INSERT INTO case_info VALUES (?, ?)", known.items())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with plain_errors(self.path):
            before = self._index and self._index.last
            try:
                with writing(self._connection):
                    yield
            except BaseException:
                if self._index and self._index.last != before:
                    self._index = None  # it has decisions that were not written
                raise

    def _decided(self) -> DecisionIndex:
        """The decisions until now; those that came in since the last time are read."""
        row = self._connection.execute("SELECT max(number) FROM decision").fetchone()
        if self._index is None:
            self._index = DecisionIndex(read_decisions(self._connection))
        elif self._index.last != (row[0] or 0):
            for decision in read_decisions(self._connection, after=self._index.last):
                self._index.add(decision)
        return self._index


def version() -> str:
    """The version of sayso that is at work."""
    return importlib.metadata.version("sayso")
