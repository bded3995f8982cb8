"""What holds for every export format."""

import doctest
import re
from io import RawIOBase
from typing import Any, BinaryIO, cast
from zipfile import is_zipfile

import pytest

from sayso.dossier.exports import export as exporting
from sayso.dossier.exports.export import (
    FORMATS,
    LeftOutCounts,
    MissingLibrary,
    UnknownFormat,
    export_format,
    library,
)
from sayso.model.decisions import Holdings
from tests.dossier.exports.held import demo, empty, hostile
from tests.dossier.exports.writing import export, export_anew, members, written

NAMES = sorted(FORMATS)
NEEDS = {"parquet": "pyarrow"}


class Pipe(RawIOBase):
    """A stream that can only be written to, such as a pipe."""

    def __init__(self) -> None:
        self.data = b""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        self.data += bytes(data)
        return len(data)


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    found = str(request.param)
    if found in NEEDS:
        pytest.importorskip(NEEDS[found])
    return found


def test_a_format_says_what_it_is(name: str) -> None:
    found = export_format(name)
    assert found.name == name
    assert re.fullmatch(r"\.[a-z]+", found.suffix)
    assert 10 < len(found.description) < 100


def test_the_same_holdings_give_the_same_bytes(name: str) -> None:
    assert export_anew(name, demo()) == export_anew(name, demo())


def test_a_case_without_reports_is_exported(name: str) -> None:
    data, report = export(name, empty())
    assert data or name in ("bibtex", "ftm", "ftm-statements", "ris")
    assert report.rows <= 2


def test_a_pipe_will_do_and_stays_open(name: str) -> None:
    pipe = Pipe()
    report = export_format(name).write(demo(), cast("BinaryIO", pipe))
    assert report.rows
    assert not pipe.closed
    assert bool(pipe.data)


@pytest.mark.parametrize("holdings", [demo, hostile])
def test_what_is_left_out_is_counted_and_explained(name: str, holdings: Any) -> None:
    _, report = export(name, holdings())
    for line in report.left_out:
        assert re.fullmatch(r"[1-9][0-9]* [^:]+: .+", line)
    assert bool(report.left_out) == (name != "jsonl")


def test_no_folder_of_a_private_file_is_written(name: str) -> None:
    data = written(name, hostile())
    parts = members(data) if data.startswith(b"PK") else {"": data}
    shows = any(b"/home/secret" in part for part in parts.values())
    assert shows == (name == "jsonl")


def test_a_zip_file_is_one_that_zip_programs_read(name: str, tmp_path: Any) -> None:
    path = tmp_path / "export"
    path.write_bytes(written(name, demo()))
    assert is_zipfile(path) == (export_format(name).suffix in (".zip", ".xlsx"))


def test_an_unknown_format_is_told_with_the_known_ones() -> None:
    with pytest.raises(UnknownFormat, match=r"no export format 'word'.*bibtex, csv, "):
        export_format("word")


def test_a_missing_library_is_told_with_how_to_install_it() -> None:
    with pytest.raises(MissingLibrary, match=r"pip install 'sayso\[parquet\]'"):
        library("no_such_library_anywhere", "parquet")


def test_parquet_without_pyarrow_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(module: str) -> None:
        raise ImportError(module)

    asked = export_format("parquet").write
    monkeypatch.setattr(exporting, "import_module", refuse)
    with pytest.raises(MissingLibrary, match="pyarrow"):
        asked(empty(), cast("BinaryIO", Pipe()))


def test_like_things_are_counted_together() -> None:
    counts = LeftOutCounts()
    counts.add("hedges", "no column")
    counts.add("points", "no page")
    counts.add("hedges", "no column", 2)
    counts.add("tolls", "no page", 0)
    assert counts.lines() == ("3 hedges: no column", "1 points: no page")


def test_the_examples_in_the_code_come_out_so() -> None:
    assert doctest.testmod(exporting).failed == 0


def test_holdings_are_not_changed(name: str) -> None:
    before: Holdings = demo()
    shown = repr(before)
    export_anew(name, before)
    assert repr(before) == shown
