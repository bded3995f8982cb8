"""`sayso new` and `sayso add`: reports come in, once, and whatever ends the work, the case is whole."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.compare.points.points import find_points
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.case.invented import made_case, marked, write_reports

from ..driving import Said, sayso


@pytest.fixture(autouse=True)
def _read_by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the network: facts that were marked by hand, and a fault for what says so."""

    def extract_all(
        documents: Iterable[Document], on_fault: Callable[[FaultInSayso], None], *_: Any
    ) -> Iterator[Facts]:
        for document in documents:
            if "FAULT" in document.text:
                on_fault(
                    FaultInSayso(document.name, "it was left out, because it was", "Report it.")
                )
            else:
                yield marked(document)

    monkeypatch.setattr("sayso.engine.processes.extract_all", extract_all)


def add(case: Path, *words: str | Path, **given: Any) -> Said:
    return sayso("add", case, *words, **given)


def head(case: Path) -> tuple[int, str]:
    with Case.open(case) as opened:
        return opened.seal()


def test_new_makes_a_case_and_replaces_nothing(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    assert sayso("new", path, "--author", "ann").out.startswith(f"{path} is ready.")
    assert json.loads(sayso("log", path, "--json").out)[0]["author"] == "ann"
    before = path.read_bytes()
    said = sayso("new", path)
    assert said.status == 1
    assert "this file is there already" in said.err
    assert path.read_bytes() == before


def test_add_says_what_came_in_and_what_is_new(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    said = add(path, *write_reports(tmp_path / "in", range(3)))
    assert said.status == 0, said.err
    lines = said.out.splitlines()
    assert lines[:2] == ["3 files: 3 reports, 3 new", "3 reports read"]
    assert re.fullmatch(r"1 story \(\+1\), \d+ points? \(\+\d+\), \d disputes? \(\+\d\)", lines[2])
    assert lines[3].startswith("  new dispute ")
    assert lines[-1] == f"next: sayso report {path} -o velden.html"
    assert sayso("verify", path).status == 0


def test_what_came_in_before_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    write_reports(tmp_path / "in", range(3))
    add(path, tmp_path / "in")
    before = head(path)
    said = add(path, tmp_path / "in")
    assert said.out.splitlines()[0] == "3 files (3 known before): nothing new"
    assert head(path) == before
    write_reports(tmp_path / "in", range(4))
    assert "4 files (3 known before): 1 report, 1 new" in add(path, tmp_path / "in").out


def test_options_say_what_is_known_of_the_reports(tmp_path: Path) -> None:
    path, report = tmp_path / "velden.sayso", tmp_path / "a.txt"
    report.write_text(Path(write_reports(tmp_path / "in", [0])[0]).read_text("utf-8"), "utf-8")
    said = add(
        *(path, report, "--outlet", "Tarn Courier", "--published", "2031-03-09", "--summary"),
        *("--url", "https://tarn.example/1", "--without-bytes", "--author", "bea"),
    )
    assert said.status == 0
    assert "read as" in said.err
    row = json.loads(sayso("list", path, "reports", "--json").out)[0]
    assert (row["outlet"], row["published"]) == ("Tarn Courier", "2031-03-09")
    assert row["url"] == "https://tarn.example/1"
    log = json.loads(sayso("log", path, "--json").out)
    assert {one["author"] for one in log} == {"bea"}
    assert [json.loads(one["body"])["kept"] for one in log if one["kind"] == "arrival"] == [False]
    assert sayso("verify", path).status == 0


def test_lines_on_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    text = Path(write_reports(tmp_path / "in", [0])[0]).read_text("utf-8")
    said = add(path, "-", stdin=json.dumps({"name": "n", "text": text}))
    assert said.status == 0, said.err
    assert said.out.startswith("1 file: 1 report, 1 new\n")


def test_what_cannot_be_read_is_named_and_the_rest_comes_in(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    write_reports(tmp_path / "in", [0])
    said = add(path, tmp_path / "in", tmp_path / "gone.txt")
    assert said.status == 3
    assert "a.png" in said.err and "gone.txt" in said.err
    assert "1 report, 1 new" in said.out


@pytest.mark.parametrize("word", ["gone.txt", "folder"])
def test_nothing_to_add_has_status_1(word: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    said = add(tmp_path / "velden.sayso", tmp_path / word)
    assert said.status == 1
    assert "there was nothing to add" in said.err


def test_without_a_path_no_case_is_made(tmp_path: Path) -> None:
    said = add(tmp_path / "velden.sayso")
    assert said.status == 1
    assert "there is no such case" in said.err
    assert not (tmp_path / "velden.sayso").exists()


def test_a_file_that_is_no_case_is_left_alone(tmp_path: Path) -> None:
    first, second = write_reports(tmp_path / "in", range(2))
    before = Path(first).read_bytes()
    said = add(Path(first), second)
    assert said.status == 1
    assert "this file is no case" in said.err
    assert Path(first).read_bytes() == before


def test_another_case_is_merged_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    path, other = tmp_path / "mine.sayso", made_case(tmp_path / "other", 2)
    said = add(path, other, *write_reports(tmp_path / "in", [0]))
    assert said.status == 3
    assert f"sayso merge {path} {other}" in said.err
    assert "1 file: 1 report, 1 new" in said.out


def test_a_report_that_fails_is_named_once_and_tried_again_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    write_reports(tmp_path / "in", range(2))
    (tmp_path / "in" / "bad.txt").write_text("FAULT. The mayor of Tarn said so on Monday.", "utf-8")
    said = add(path, tmp_path / "in")
    assert said.status == 3
    assert "bad.txt: it was left out" in said.err
    assert "2 reports read, 1 failed" in said.out
    assert "1 report could not be read: sayso add" in sayso("status", path).out
    assert add(path, tmp_path / "in").status == 0
    again = add(path, "--again")
    assert again.status == 3
    assert "0 reports read, 1 failed" in again.out


def test_a_report_that_makes_comparing_fail_can_be_taken_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "velden.sayso"
    write_reports(tmp_path / "in", range(4))
    with Path(tmp_path, "in", "report002.txt").open("a", encoding="utf-8") as report:
        report.write("\n\nWEDGE")

    def stumble(*given: Any, **more: Any) -> Any:
        if "WEDGE" in repr(given):
            raise IndexError("WEDGE")
        return find_points(*given, **more)

    monkeypatch.setattr(import_module("sayso.compare.one_story"), "find_points", stumble)
    said = add(path, tmp_path / "in")
    assert said.status == 1
    assert "report002.txt: comparing fails on it" in said.err
    assert "WEDGE" not in said.err
    (remove,) = re.findall(r"sayso (remove .*)$", said.err, re.MULTILINE)
    assert sayso("verify", path).status == 0
    assert sayso(*remove.split()).status == 0
    assert "3 reports" in sayso("status", path).out
    assert "next: sayso report" in sayso("status", path).out


def test_what_was_taken_out_stays_out_until_it_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "velden.sayso"
    write_reports(tmp_path / "in", range(2))
    add(path, tmp_path / "in")
    report = json.loads(sayso("list", path, "reports", "--json").out)[0]
    sayso("remove", path, report["id"])
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(report["name"]).read_bytes())
    said = add(path, copy)
    assert "copy.txt: it was taken out of the case, and stays out" in said.err
    assert "1 report," in sayso("status", path).out
    said = add(path, tmp_path / "in", "--again")
    assert "2 reports, 1 new" in said.out
    assert "2 reports," in sayso("status", path).out
    assert "next: sayso report" in sayso("status", path).out


def test_who_adds_is_named_to_who_waits(tmp_path: Path) -> None:
    path = made_case(tmp_path, 2)
    holding = (
        "import sys, time\nfrom sayso.case.case import Case\n"
        f"with Case.open({str(path)!r}, author='ann') as case, case.held('a long night', print):\n"
        "    print('held', flush=True)\n    sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holding], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout and other.stdin
        assert other.stdout.readline() == b"held\n"
        assert "at work: " in sayso("status", path).out
        waiting = subprocess.Popen(
            [sys.executable, "-c", "from sayso.cli.main import main; main()", "add", str(path)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert waiting.stderr
        noted = waiting.stderr.readline().decode()
        other.stdin.close()
        waiting.communicate()
    assert re.match(r"sayso: waiting: .* on .* \(process \d+\) since .*: a long night", noted)
    assert waiting.returncode == 0


@pytest.mark.skipif(os.name != "posix", reason="the signal is one of POSIX")
def test_a_run_that_is_stopped_leaves_a_whole_case_and_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "velden.sayso"
    write_reports(tmp_path / "in", range(6))

    def stopped(documents: Iterable[Document], *_: Any) -> Iterator[Facts]:
        for count, document in enumerate(documents):
            if count == 3:
                os.kill(os.getpid(), signal.SIGINT)
            yield marked(document)

    with monkeypatch.context() as patched:
        patched.setattr("sayso.engine.processes.extract_all", stopped)
        said = add(path, tmp_path / "in")
    assert said.status == 130
    assert "the case is whole, and the same command goes on from here" in said.err
    assert sayso("verify", path).status == 0
    assert "3 reports still to read; next: sayso add" in sayso("status", path).out
    said = add(path, tmp_path / "in")
    assert "3 reports read" in said.out
    assert sayso("verify", path).status == 0
