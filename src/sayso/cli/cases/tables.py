"""Rows for a person: a table that fits the terminal, or lines of names and values."""

import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from rich.cells import cell_len, set_cell_size

from sayso.case.naming import SHORT
from sayso.cli.terminal import is_terminal, print_pieces, print_result
from sayso.model.unseen import with_escapes, with_json_escapes

HASH = re.compile(r"\b[0-9a-f]{12,64}\b")
GAP = "  "
ROWS_LOOKED_AT = 500  # for the width of columns; rows are printed as they come
MOST_WIDE = 28  # of a column that is not the last, on a terminal
LEAST_WIDE = 20  # of the last column


class Column(NamedTuple):
    """A column of a table; numbers stand at the right."""

    heading: str
    right: bool = False


def print_table(columns: Sequence[Column], rows: Iterable[Sequence[Any]]) -> int:
    """Print rows under the headings; how many there were. On a terminal, long words are cut."""
    width = terminal_width()
    cells = (_cells(row) for row in rows)
    first = list(islice(cells, ROWS_LOOKED_AT))
    if not first:
        return 0
    most = MOST_WIDE if width else sys.maxsize
    headings = [one.heading for one in columns]
    widths = [
        min(most, max(cell_len(row[place]) for row in (headings, *first)))
        for place in range(len(columns))
    ]
    if width:
        before = sum(widths[:-1]) + len(GAP) * (len(columns) - 1)
        widths[-1] = max(LEAST_WIDE, width - before)
    print_result(_line(headings, widths, columns, cut=bool(width)))
    count = 0
    for row in chain(first, cells):
        print_result(_line(row, widths, columns, cut=bool(width)))
        count += 1
    return count


def print_values(values: Mapping[str, Any], indent: str = "") -> None:
    """Print names and values, one a line; what is unknown is left out."""
    known = {name: _cell(value) for name, value in values.items() if value not in (None, "")}
    width = max(map(len, known), default=0)
    for name, value in known.items():
        print_result(f"{indent}{name.ljust(width)}{GAP}{value}")


def print_array(rows: Iterable[Mapping[str, Any]]) -> None:
    """Print one JSON array, a row a line, as the rows come."""
    print_pieces(_array(rows))


def json_line(value: Any) -> str:
    """A value as JSON on one line; what is not seen, or acts on a terminal, is an escape."""
    return with_json_escapes(json.dumps(value, ensure_ascii=False))


def told(value: Any) -> str:
    """What a decision or a row of the log says, on one line: names and values, short hashes.

    >>> told({"stance": "denies", "content": [[120, 160], [170, 200]], "speaker": None})
    'stance=denies, content=120:160,170:200, speaker='
    """
    if isinstance(value, Mapping):
        return ", ".join(f"{name}={told(given)}" for name, given in _short_names(value).items())
    if isinstance(value, list) and all(isinstance(one, int) for one in value):
        return ":".join(map(str, value))
    if isinstance(value, list):
        return ",".join(map(told, value))
    return "" if value is None else short_hashes(str(value))


def short_hashes(text: str) -> str:
    """The text with the first digits of every hash in it: those that names of things have."""
    return HASH.sub(lambda found: found[0][:SHORT], text)


def _short_names(value: Mapping[str, Any]) -> dict[str, Any]:
    return {short_hashes(name): given for name, given in value.items()}


def terminal_width() -> int | None:
    """How many characters a line of standard output has room for; None where it is no terminal."""
    return shutil.get_terminal_size().columns if is_terminal(sys.stdout) else None


def fitted(line: str) -> str:
    """A line, cut to the width of the terminal."""
    width = terminal_width()
    line = with_escapes(line)
    return line if width is None or cell_len(line) <= width else _cut(line, width)


def _array(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    yield "["
    for number, row in enumerate(rows):
        yield (",\n" if number else "\n") + json_line(row)
    yield "\n]"


def _cells(row: Sequence[Any]) -> list[str]:
    return [_cell(value) for value in row]


def _cell(value: Any) -> str:
    """A value on one line."""
    if value is None:
        return "–"
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return with_escapes(" ".join(str(value).split()))


def _line(cells: Sequence[str], widths: Sequence[int], columns: Sequence[Column], cut: bool) -> str:
    padded = []
    for cell, width, column in zip(cells, widths, columns, strict=True):
        shown = _cut(cell, width) if cut and cell_len(cell) > width else cell
        blanks = " " * (width - cell_len(shown))
        padded.append(blanks + shown if column.right else shown + blanks)
    return GAP.join(padded).rstrip()


def _cut(line: str, width: int) -> str:
    return set_cell_size(line, width - 1) + "…"
