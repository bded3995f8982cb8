"""Results never vanish in silence, and what cannot be noted stops nothing, whatever the streams are."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest

from .driving import DENIAL, PROGRAM, sayso, status_of

# What each stream of a run can be, besides open.
BAD = ("closed", "full", "unread")
WHY = {"closed": "it is closed", "full": "No space left on device", "unread": "Broken pipe"}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("streams") / "a.txt"
    path.write_text(DENIAL, "utf-8")
    return path


@contextmanager
def stream(kind: str) -> Iterator[TextIO | None]:
    """A stream that takes everything, or fails in one way."""
    if kind == "open":
        yield io.TextIOWrapper(io.BytesIO())
    elif kind == "closed":
        yield None
    elif kind == "full":
        with Path("/dev/full").open("w") as made:
            yield made
    else:
        reader, writer = os.pipe()
        os.close(reader)
        with os.fdopen(writer, "w") as made:
            yield made


def words_of(command: str, report: Path, page: Path) -> list[str]:
    return [command, str(report), *(["-o", str(page)] if command == "report" else [])]


def run(words: list[str], out: str, err: str = "open") -> tuple[int, str, str]:
    """The status of a run on such streams, and what it printed on those that are open."""
    with stream(out) as printed, stream(err) as noted:
        status = status_of(*words, typed=None, out=printed, err=noted)
        return status, content(printed), content(noted)


def content(made: TextIO | None) -> str:
    if made is None or not isinstance(made.buffer, io.BytesIO):
        return ""
    made.flush()
    return made.buffer.getvalue().decode()


@pytest.mark.parametrize("command", ["extract", "compare", "report"])
@pytest.mark.parametrize("bad", BAD)
def test_results_that_cannot_be_printed_fail_the_run_with_a_line(
    command: str, bad: str, report: Path, tmp_path: Path
) -> None:
    page = tmp_path / "page.html"
    status, _, err = run(words_of(command, report, page), bad)
    assert status == 1
    if bad == "unread" and command != "report":  # as with `head`: nobody wants to know
        assert err == ""
        return
    (line,) = err.splitlines()
    assert f"standard output: {WHY[bad]}." in line
    if command == "report":
        assert line.startswith(f"sayso: the dossier is in {page}, but the summary could not")
        assert "We were not there" in page.read_text("utf-8")
    assert run(words_of(command, report, page), bad, bad)[0] == 1


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["report", "--help"]])
@pytest.mark.parametrize("bad", ["closed", "full"])
def test_help_that_cannot_be_printed_fails_too(words: list[str], bad: str) -> None:
    status, _, err = run(words, bad)
    assert status == 1
    assert err.startswith(f"sayso: standard output: {WHY[bad]}.")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("command", ["extract", "compare", "report"])
@pytest.mark.parametrize("bad", BAD)
def test_what_cannot_be_noted_stops_nothing(
    command: str, bad: str, report: Path, tmp_path: Path
) -> None:
    page, picture = tmp_path / "page.html", tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    words = [*words_of(command, report, page), str(picture)]
    status, out, _ = run(words, "open", bad)
    assert status == 3
    assert out == run(words, "open")[1] != ""


def test_wrong_usage_stays_wrong_usage() -> None:
    for out, err in (("closed", "open"), ("full", "closed"), ("open", "full")):
        assert run(["report"], out, err)[0] == 2


@pytest.mark.parametrize("words", [["compare"], ["compare", "-"], ["extract", "-"]])
def test_standard_input_that_is_closed_is_named(words: list[str]) -> None:
    status, out, err = run(words, "open")
    assert (status, out) == (1, "")
    assert "sayso: standard input: it cannot be read (it is closed). Name files" in err


def test_standard_input_that_is_closed_costs_no_other_input(report: Path) -> None:
    status, out, err = run(["extract", "-", str(report)], "open")
    assert status == 3
    assert "standard input: " in err
    assert out.count("\n") == 1


def test_standard_input_that_cannot_be_read_is_named() -> None:
    class Broken(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, _: object) -> int:
            raise OSError(5, "Input/output error")

    for words in (["compare"], ["extract", "-"]):
        err = io.TextIOWrapper(io.BytesIO())
        typed = io.TextIOWrapper(io.BufferedReader(Broken()))
        out = io.TextIOWrapper(io.BytesIO())
        assert status_of(*words, typed=typed, out=out, err=err) == 1
        assert "standard input: it cannot be read (Input/output error)" in content(err)


def test_the_page_can_go_to_standard_output(report: Path, tmp_path: Path) -> None:
    said = sayso("report", report, "-o", tmp_path / "page.html")
    for name in ("-", "/dev/stdout"):
        printed = sayso("report", report, "-o", name)
        assert printed.status == 0
        assert printed.out == (tmp_path / "page.html").read_text("utf-8")
        assert printed.err.splitlines() == said.out.splitlines()[:-1]
    for bad in ("closed", "full"):
        status, _, err = run(["report", str(report), "-o", "-"], bad)
        assert status == 1
        assert err.endswith("> results\n")
    assert list(tmp_path.iterdir()) == [tmp_path / "page.html"]


# In a process of its own, whose descriptors are closed, a file must not get one of theirs.
NUMBERS = """
import os, sys
from sayso.cli.streams import standard_streams
with standard_streams():
    sys.stdout is None or sys.stderr.write("lost")
    sys.exit(os.open(sys.argv[1], os.O_RDONLY))
"""


@pytest.mark.parametrize("closing", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_no_file_takes_the_place_of_a_stream_that_is_closed(closing: str, report: Path) -> None:
    command = f'"$0" -c "$1" "$2" {closing}'
    done = subprocess.run(["/bin/sh", "-c", command, sys.executable, NUMBERS, str(report)])
    assert done.returncode == 3


@pytest.mark.parametrize(
    ("streams", "status"),
    [(">&-", 1), ("2>&-", 0), (">/dev/full", 1), ("2>/dev/full", 0), (">/dev/full 2>/dev/full", 1)],
)
def test_python_has_no_last_words_and_keeps_the_status(streams: str, status: int) -> None:
    words = ["--version"] if status == 0 or "2>" not in streams else ["--help"]
    command = f'exec "$@" {streams}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", *PROGRAM, *words], capture_output=True, text=True
    )
    assert done.returncode == status
    assert all(line.startswith("sayso: standard output: ") for line in done.stderr.splitlines())
    assert len(done.stderr.splitlines()) == (status == 1 and "2>" not in streams)
