"""What an export format is, and the table of all formats."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from types import ModuleType
from typing import BinaryIO

from sayso.errors import SaysoError
from sayso.model.decisions import Holdings

# Name -> module in this package. A module is imported when its format is asked for.
FORMATS: Mapping[str, str] = {
    "acled": "recorders.acled",
    "annotation": "web.annotation",
    "bibtex": "bibtex",
    "csv": "csv_tables",
    "csv-raw": "csv_raw",
    "ftm": "ftm.entity_lines",
    "ftm-statements": "ftm.statement_lines",
    "graphml": "graph.graphml",
    "jsonl": "jsonl",
    "jsonl-redacted": "jsonl_redacted",
    "markdown": "brief.markdown",
    "parquet": "parquet",
    "ris": "ris",
    "schema-org": "web.schema_org",
    "ucdp": "recorders.ucdp",
    "xlsx": "xlsx",
}


class UnknownFormat(SaysoError):
    """There is no export format of that name."""


class MissingLibrary(SaysoError):
    """A format needs a library that is not installed."""


@dataclass(frozen=True, slots=True)
class ExportReport:
    """How many rows (records, lines, annotations) were written, and what the format cannot hold.

    Each line of `left_out` says how many of what, and why: "12 hedges: a RIS record has no field for
    them".
    """

    rows: int
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format: its name on the command line, the suffix of its files (".csv"), a line about it.

    `write` writes the holdings to a binary stream, which it neither closes nor seeks in, and reports.
    The same holdings give the same bytes.
    """

    name: str
    suffix: str
    description: str
    write: Callable[[Holdings, BinaryIO], ExportReport]


@dataclass(slots=True)
class LeftOutCounts:
    """Counts what a format cannot hold while it is written."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, what: str, why: str, count: int = 1) -> None:
        """Counts more things left out; `what` is a plural ("hedges of claims")."""
        if count:
            self.counts[what, why] += count

    def lines(self) -> tuple[str, ...]:
        """A line for each kind of thing, in the order in which they were first counted.

        >>> counts = LeftOutCounts()
        >>> counts.add("hedges of claims", "a RIS record has no field for them", 12)
        >>> counts.lines()
        ('12 hedges of claims: a RIS record has no field for them',)
        """
        return tuple(f"{count} {what}: {why}" for (what, why), count in self.counts.items())


def export_format(name: str) -> ExportFormat:
    """The format with that name. Raises UnknownFormat, which lists those that there are."""
    if name not in FORMATS:
        known = ", ".join(sorted(FORMATS))
        raise UnknownFormat(f"there is no export format {name[:40]!r}. The formats are {known}.")
    found: ExportFormat = import_module(f"{__package__}.{FORMATS[name]}").FORMAT
    return found


def library(module: str, extra: str) -> ModuleType:
    """A library that only some formats need. Raises MissingLibrary, which says how to install it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingLibrary(
            f"this export needs {module}, which is not installed here. Install it with "
            f"`pip install 'sayso[{extra}]'`."
        ) from error
