"""The shortest names of the things in a case, as lists print them and `naming.py` finds them."""

import sqlite3
from collections.abc import Iterable

from sayso.case.naming import FACTS, GROUPS, SHORT


class ShortNames:
    """The shortest names that still mean one thing each, of SHORT digits at least."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._reports = _shortened(_every(connection, "report"))
        groups = {one for table, _ in GROUPS.values() for one in _every(connection, table)}
        self._groups = _shortened({*groups, *_every(connection, "story")}, self._reports)
        self._connection = connection
        self._facts: tuple[str, dict[str, str]] = ("", {})

    def of(self, name: str) -> str:
        """The short name of a report, a group, or (as "REPORT/FACT") a fact."""
        report, slash, fact = name.partition("/")
        if slash:
            return f"{self.of(report)}/{self._facts_of(report).get(fact, fact)}"
        return self._reports.get(name) or self._groups.get(name, name)

    def _facts_of(self, report: str) -> dict[str, str]:
        """The short names of a report's facts; those of the last report are kept at hand."""
        if self._facts[0] != report:
            names = {
                row[0]
                for table, _ in FACTS.values()
                for row in self._connection.execute(
                    f"SELECT id FROM {table} WHERE report = ?",  # noqa: S608
                    (report,),
                )
            }
            self._facts = report, _shortened(names)
        return self._facts[1]


def _every(connection: sqlite3.Connection, table: str) -> set[str]:
    return {row[0] for row in connection.execute(f"SELECT DISTINCT id FROM {table}")}  # noqa: S608


def _shortened(names: Iterable[str], others: Iterable[str] = ()) -> dict[str, str]:
    """The shortest beginning of each name that no other one, nor one of the others, has."""
    ordered = sorted({*names, *others})
    short = {}
    for before, name, after in zip(["", *ordered], ordered, [*ordered[1:], ""], strict=False):
        shared = max(_shared(before, name), _shared(name, after))
        short[name] = name[: max(SHORT, shared + 1)]
    return {name: short[name] for name in names}


def _shared(left: str, right: str) -> int:
    """How many characters two names begin with alike."""
    pairs = enumerate(zip(left, right, strict=False))
    return next(
        (place for place, (one, other) in pairs if one != other), min(len(left), len(right))
    )
