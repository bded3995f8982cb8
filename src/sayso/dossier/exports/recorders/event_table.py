"""Writes the rows of a table of events, and says what a coder has to fill in or look up."""

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from sayso.dossier.exports.csv_tables import without_formula
from sayso.dossier.exports.export import ExportReport, LeftOutCounts
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.exports.makers import count_untold
from sayso.dossier.exports.marks import Decided
from sayso.dossier.exports.recorders.event_rows import SAYSO_COLUMNS, Cell, DeathRow
from sayso.dossier.exports.sentence_words import SentenceWords
from sayso.model.decisions import Holdings
from sayso.model.happening import Harm


@dataclass(frozen=True)
class EventTable:
    """A table of events as ACLED or UCDP has it.

    `cells` gives what sayso knows, by column. All other columns are empty, those that are a coder's
    (`coder_columns`) and those where a row lacks the value.
    """

    policy: str
    recorder: str
    columns: tuple[str, ...]
    coder_columns: tuple[str, ...]
    cells: Callable[[DeathRow], Mapping[str, Cell]]

    def write(self, holdings: Holdings, out: BinaryIO) -> ExportReport:
        """Writes a header, and a row for each toll of the dead in an event."""
        left_out = LeftOutCounts()
        rows = list(self._rows(holdings, left_out))
        rows_of_event = Counter(row.event.id for row in rows)
        columns = (*self.columns, *SAYSO_COLUMNS)
        known_columns = [one for one in self.columns if one not in self.coder_columns]
        unknown: Counter[str] = Counter()
        _write_line(out, columns)
        for row in rows:
            cells = dict(self.cells(row))
            known = row.sayso_cells(self.policy, rows_of_event[row.event.id], holdings.version)
            unknown.update(column for column in known_columns if cells.get(column) in (None, ""))
            _write_line(out, ((cells | known).get(column) for column in columns))
        for count in sorted(set(unknown.values()), reverse=True):
            named = ", ".join(column for column in known_columns if unknown[column] == count)
            left_out.add(f"rows without {named}", "not known, and nothing is guessed", count)
        named = ", ".join(self.coder_columns)
        left_out.add(
            f"rows without {named}", f"a coder of {self.recorder} decides these", len(rows)
        )
        shared = sum(count for count in rows_of_event.values() if count > 1)
        left_out.add("rows of an event with several rows", "whether to add them up is open", shared)
        told = {number for row in rows for number in row.decisions}
        count_untold(holdings, told, left_out)
        return ExportReport(len(rows), left_out.lines())

    def _rows(self, holdings: Holdings, left_out: LeftOutCounts) -> Iterator[DeathRow]:
        lookup = Lookup(holdings.comparison)
        decided = Decided(holdings, lookup)
        sentences = SentenceWords(lookup)
        counted: set[str] = set()
        for toll in holdings.comparison.tolls:
            if toll.policy != self.policy:
                continue
            if toll.harm is not Harm.KILLED:
                left_out.add(f"tolls of {toll.harm}", f"{self.recorder} counts the dead alone")
            elif toll.event is None:
                left_out.add("tolls of the dead", "no event is known to which they belong")
            else:
                counted.add(toll.event)
                event = lookup.shared_events[toll.event]
                yield DeathRow(toll, event, lookup, decided, sentences)
        events = holdings.comparison.events
        others = sum(one.id not in counted for one in events)
        left_out.add("events", "no report here counts dead in them", others)
        claims = sum(len(facts.claims) for facts in holdings.comparison.facts)
        left_out.add("claims", "a row is an event; its figures alone are told", claims)
        left_out.add("points", "a row is an event", len(holdings.comparison.points))


def _write_line(out: BinaryIO, cells: Iterable[Cell]) -> None:
    line = io.StringIO()
    csv.writer(line).writerow(
        without_formula(one) if isinstance(one, str) else "" if one is None else one
        for one in cells
    )
    out.write(line.getvalue().encode())
