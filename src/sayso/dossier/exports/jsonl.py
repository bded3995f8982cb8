"""JSON Lines: all that a case holds, in the wire format, to be read back with `read_jsonl`.

First a line for each report, as `sayso extract --text` prints it; then one line as `sayso compare`
prints it; then a line for each decision; last a line about the export itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from sayso.dossier.exports.decision_wire import (
    decision_from_wire,
    decision_to_wire,
    frame_from_wire,
    frame_to_wire,
)
from sayso.dossier.exports.export import ExportFormat, ExportReport
from sayso.errors import BrokenWire
from sayso.model.codec import Json, broken_at
from sayso.model.comparison import Comparison
from sayso.model.decisions import Decision, Holdings
from sayso.model.facts import Facts
from sayso.model.wire import (
    VERSION,
    comparison_from_wire,
    comparison_in_pieces,
    facts_from_wire,
    facts_to_wire,
    from_line,
    to_line,
)

EXPORT_AGAIN = "Export the case again, with `sayso export CASE jsonl -o FILE`."


def write_jsonl(holdings: Holdings, out: BinaryIO) -> ExportReport:
    """Writes the holdings, whole."""
    return ExportReport(write_lines(holdings, out, text=True))


def write_lines(holdings: Holdings, out: BinaryIO, text: bool) -> int:
    """Writes the lines, those of the reports with or without their texts; returns how many."""
    lines = 0
    for facts in holdings.comparison.facts:
        out.write(f"{to_line(facts_to_wire(facts, text))}\n".encode())
        lines += 1
    out.writelines(piece.encode() for piece in comparison_in_pieces(holdings.comparison))
    out.write(b"\n")
    for data in _further_lines(holdings):
        out.write(f"{to_line({'sayso': VERSION} | data)}\n".encode())
        lines += 1
    return lines + 1


def read_jsonl(
    stream: Iterable[bytes],
) -> tuple[tuple[Facts, ...], Comparison, tuple[Decision, ...]]:
    """The facts, the comparison and the decisions that the lines hold. Raises BrokenWire."""
    holdings = read_holdings(stream)
    return holdings.comparison.facts, holdings.comparison, holdings.decisions


def read_holdings(stream: Iterable[bytes]) -> Holdings:
    """The holdings that the lines of an export describe.

    Raises BrokenWire, with the number of the line, where a line is not in the wire format or not where
    it belongs, a quote is not the text at its place, or lines are missing.
    """
    reader = _Reader()
    for number, line in enumerate(stream, 1):
        if line.strip():
            try:
                reader.take(from_line(line, "it"))
            except BrokenWire as error:
                raise broken_at(f"line {number}", str(error)) from error
    return reader.holdings()


@dataclass(slots=True)
class _Reader:
    """What was read of the lines so far."""

    facts: list[Facts] = field(default_factory=list)
    comparison: Comparison | None = None
    decisions: dict[int, Decision] = field(default_factory=dict)
    frame: Json | None = None

    def take(self, data: Json) -> None:
        """Reads one line."""
        if self.frame is not None:
            raise BrokenWire("the export ended on the line before")
        if "decision" in data or "holdings" in data:
            self._take_further(data)
        elif self.comparison is not None:
            raise BrokenWire("the lines of reports and of the comparison come first")
        elif "documents" in data:
            self.comparison = comparison_from_wire(data, self.facts)
        else:
            self.facts.append(_facts_from(data))

    def holdings(self) -> Holdings:
        """All of it. Raises BrokenWire if lines are missing."""
        if self.comparison is None or self.frame is None:
            raise BrokenWire(f"the end of the export is missing. {EXPORT_AGAIN}")
        return Holdings(
            comparison=self.comparison, decisions=tuple(self.decisions.values()), **self.frame
        )

    def _take_further(self, data: Json) -> None:
        if type(data.get("sayso")) is not int or data["sayso"] != VERSION:
            raise BrokenWire(f"wire version {VERSION} is wanted")
        if self.comparison is None:
            raise BrokenWire("the line of the comparison comes before those of decisions")
        if "holdings" in data:
            self.frame = frame_from_wire(data["holdings"], tuple(self.decisions.values()))
            return
        decision = decision_from_wire(data["decision"])
        if decision.number in self.decisions:
            raise broken_at("decision.number", f"decision {decision.number} stands twice")
        self.decisions[decision.number] = decision


def _further_lines(holdings: Holdings) -> Iterator[Json]:
    yield from ({"decision": decision_to_wire(one)} for one in holdings.decisions)
    yield {"holdings": frame_to_wire(holdings)}


def _facts_from(data: Json) -> Facts:
    document: Any = data.get("document")
    if isinstance(document, dict) and "text" not in document:
        raise BrokenWire(
            "the text of the report is missing: this is a redacted export, which can be read by people "
            f"and programs but not back into a case. {EXPORT_AGAIN}"
        )
    return facts_from_wire(data)


FORMAT = ExportFormat(
    "jsonl", ".jsonl", "all that the case holds, as JSON Lines that sayso reads back", write_jsonl
)
