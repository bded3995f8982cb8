"""The exit statuses that `docs/commands.md` lists: each comes with what the page says of it."""

import io
import json
import os
import re
import signal
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.extract import extracting
from sayso.model.facts import Facts
from sayso.model.text import Document

from .driving import DENIAL, Said, sayso, status_of

ROOT = Path(__file__).parents[2]
LISTED = [
    int(status)
    for status in re.findall(
        r"^\| (\d+) \|", (ROOT / "docs/commands.md").read_text("utf-8"), re.MULTILINE
    )
]


class Stopping(io.BytesIO):
    """Standard input; whoever reads it is sent a signal."""

    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self._number = number

    def readline(self, _: int | None = -1) -> bytes:
        os.kill(os.getpid(), self._number)
        return b"{}\n"


def stopped(number: signal.Signals, folder: Path) -> Said:
    before = signal.signal(number, signal.SIG_DFL)  # a job in the background has it ignored
    try:
        out, err = io.BytesIO(), io.BytesIO()
        status = status_of(
            *("report", folder / "good.txt", "-", "-o", folder / "page.html"),
            typed=io.TextIOWrapper(Stopping(number)),
            out=io.TextIOWrapper(out),
            err=io.TextIOWrapper(err),
        )
    finally:
        signal.signal(number, before)
    return Said(status, out.getvalue().decode(), err.getvalue().decode())


RUNS: dict[int, Callable[[Path], Said]] = {
    0: lambda folder: sayso("report", folder / "good.txt", "-o", folder / "page.html"),
    1: lambda folder: sayso("report", folder / "bad.txt", "-o", folder / "page.html"),
    2: lambda folder: sayso("report", "--nothing", folder / "good.txt"),
    3: lambda folder: sayso("report", folder, "-o", folder / "page.html"),
    129: lambda folder: stopped(signal.SIGHUP, folder),
    130: lambda folder: stopped(signal.SIGINT, folder),
    143: lambda folder: stopped(signal.SIGTERM, folder),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text(DENIAL, "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"")
    return tmp_path


def test_every_status_that_is_listed_is_tried() -> None:
    assert sorted(RUNS) == sorted(LISTED)


@pytest.mark.parametrize("status", LISTED)
def test_a_status_and_what_is_printed_agree(status: int, folder: Path) -> None:
    before = sorted(folder.iterdir())
    said = RUNS[status](folder)
    assert said.status == status
    page = folder / "page.html"
    done = status in (0, 3)
    assert page.exists() == done
    assert (f"the dossier is in {page}" in said.out) == done
    assert bool(said.out) == done
    assert ("bad.txt: it is empty." in said.err) == (status in (1, 3))
    assert ("--help" in said.err) == (status == 2)
    assert ("sayso: stopped before the end" in said.err) == (status > 128)
    if status == 0:
        assert said.err == ""
    if status == 1:
        assert said.err.splitlines()[-1].startswith("sayso: there was nothing to read.")
    assert sorted(folder.iterdir()) == sorted([*before, *([page] if done else [])])


@pytest.mark.parametrize(
    ("raised", "line"),
    [
        (MemoryError(), "there is too little memory. Close other programs"),
        (RuntimeError("can't start new thread"), "there is too little memory. Close"),
        (KeyError("\x1b[2Jwords of a report"), "sayso failed (KeyError in cli/report.py, line "),
    ],
)
def test_what_nobody_expected_is_one_line_and_status_1(
    raised: Exception, line: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise raised

    monkeypatch.setattr("sayso.dossier.html.write_page", fail)
    said = sayso("report", folder / "good.txt", "-o", folder / "page.html")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith(f"sayso: {line}")
    assert len(said.err.splitlines()) == 1
    assert "words of a report" not in said.err


def test_a_page_that_could_not_be_written_is_not_said_to_be_there(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = folder / "page.html"
    assert sayso("report", folder / "good.txt", "-o", page).status == 0
    older = page.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.writing.os.fsync", full)
    said = sayso("report", folder / "good.txt", "-o", page)
    assert (said.status, said.out) == (1, "")
    assert (
        said.err
        == f"sayso: {page}: No space left on device. The older file is unchanged. Free some "
        "space there, or name a file on another disk with -o.\n"
    )
    assert page.read_bytes() == older


def test_a_temporary_folder_that_is_full_is_not_the_fault_of_the_reports(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.read.language import _language_identifier

    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    lines = [json.dumps({"name": name, "text": DENIAL + name}) + "\n" for name in "ab"]
    (folder / "two.jsonl").write_text("".join(lines), "utf-8")
    monkeypatch.setattr("py3langid.modelio.tempfile.TemporaryFile", full)
    monkeypatch.setenv("TMPDIR", "/small")
    monkeypatch.setattr("tempfile.tempdir", None)
    for name in ("good.txt", "two.jsonl"):
        _language_identifier.cache_clear()
        said = sayso("extract", folder / name)
        assert said.status == 1
        (line,) = said.err.splitlines()
        assert line.startswith("sayso: the folder for temporary files (/small) cannot be used")
        assert "TMPDIR=/other/folder" in line
        assert name not in line


def test_a_report_read_in_part_is_named_and_is_no_problem(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_part(documents: Sequence[Document]) -> list[Facts]:
        return [
            replace(facts, document=replace(facts.document, read_to=5))
            for facts in extract_whole(documents)
        ]

    extract_whole = extracting.extract_together
    monkeypatch.setattr(extracting, "extract_together", in_part)
    for command in ("extract", "compare", "report"):
        page: list[str | Path] = ["-o", folder / "page.html"] if command == "report" else []
        said = sayso(command, folder / "good.txt", *page)
        assert said.status == 0
        assert "good.txt: it was read up to character 5 of " in said.err
        if command == "extract":
            piped = sayso("compare", stdin=sayso("extract", "--text", folder / "good.txt").out)
            assert piped.err.endswith(said.err)
        if command == "report":
            assert "read in part: " in said.out
