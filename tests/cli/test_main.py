"""What holds of every command: help, version, statuses, and stopping."""

import importlib.metadata
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from .driving import DEMO, DENIAL, PROGRAM, sayso

COMMANDS = (
    *("demo", "report", "extract", "compare"),
    *("new", "add", "remove", "status", "list", "show", "export", "verify", "seal", "log", "diff"),
    *("decide", "merge", "import"),
)
HEAVY = ("onnxruntime", "tokenizers", "numpy", "trafilatura", "lxml", "jinja2", "rapidfuzz")


def test_help_answers_without_what_the_work_needs() -> None:
    asked = f"""
import sys
from sayso.cli.main import main
for words in (["--version"], ["--help"], *([command, "--help"] for command in {COMMANDS!r})):
    sys.argv = ["sayso", *words]
    try:
        main()
    except SystemExit as ended:
        assert not ended.code
    needed = [name for name in {HEAVY!r} if name in sys.modules]
    print(f"{{words}}: {{needed}}", file=sys.stderr)
"""
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert all(f"sayso {command} " in done.stdout for command in COMMANDS)
    words = [["--version"], ["--help"], *([command, "--help"] for command in COMMANDS)]
    assert done.stderr.splitlines() == [f"{one}: []" for one in words]


def test_help_names_every_command_and_what_a_status_means() -> None:
    said = sayso("--help")
    assert said.status == 0
    assert all(f"\n  {command} " in said.out for command in COMMANDS)
    assert all(f"{status} " in said.out for status in range(4))


def test_the_version_is_that_of_the_package() -> None:
    said = sayso("--version")
    assert (said.status, said.out) == (0, f"sayso {importlib.metadata.version('sayso')}\n")


def test_no_words_bring_up_the_help() -> None:
    said = sayso()
    assert said.status == 2
    assert "report" in said.out + said.err


@pytest.mark.parametrize(
    "words",
    [["reprot"], ["extract"], ["report"], ["extract", "--txt", "a"]],
)
def test_wrong_usage_has_status_2_and_points_to_the_help(words: list[str]) -> None:
    said = sayso(*words)
    assert said.status == 2
    assert said.out == ""
    assert "--help" in said.err


@pytest.mark.parametrize("command", ["report", "extract", "compare"])
def test_nothing_to_read_has_status_1_and_says_what_to_name(command: str, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    out = ["-o", str(tmp_path / "page.html")] if command == "report" else []
    for path in (tmp_path / "nowhere.txt", tmp_path / "folder"):
        said = sayso(command, path, *out)
        assert said.status == 1
        assert said.out == ""
        assert path.name in said.err
        assert "sayso demo" in said.err
        assert not (tmp_path / "page.html").exists()


def test_a_reader_that_stops_reading_is_no_trouble() -> None:
    with subprocess.Popen(
        [*PROGRAM, "extract", "--text", str(DEMO / "1-sellan-gazette.txt")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()
        complaint = running.stderr.read().decode()
    assert complaint == ""
    assert running.returncode == 1


def test_nothing_is_kept_of_a_run_outside_of_what_is_asked_for(tmp_path: Path) -> None:
    home = {name: str(tmp_path) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    home |= {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_DATA_HOME": str(tmp_path / "data")}
    # These too would keep the network's runtime from counting its runs.
    silent = ("CI", "GITHUB_ACTIONS", "TF_BUILD", "ORT_DISABLE_TELEMETRY")
    plain = {name: value for name, value in os.environ.items() if name not in silent}
    report = str(DEMO / "1-sellan-gazette.txt")
    done = subprocess.run([*PROGRAM, "extract", report], capture_output=True, env=plain | home)
    assert done.returncode == 0 and done.stdout
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.skipif(os.name != "posix", reason="the signal is one of POSIX")
def test_ctrl_c_ends_in_a_line_and_status_130() -> None:
    with subprocess.Popen(
        [*PROGRAM, "extract", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # A shell that runs the tests in the background has the signal ignored, and so would this.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as running:
        assert running.stdin and running.stdout and running.stderr
        # A line that is a problem shows when the command is at work and waits for the next one.
        running.stdin.write(b"{}\n")
        running.stdin.flush()
        assert b"no name" in running.stderr.readline()
        running.send_signal(signal.SIGINT)
        complaint = running.stderr.read().decode()
        printed = running.stdout.read()
    assert running.returncode == 130
    assert complaint == "sayso: stopped before the end; type the same command to start again\n"
    assert printed == b""


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    done = subprocess.run(
        [*PROGRAM, "extract", str(tmp_path / "a.txt")],
        capture_output=True,
        check=True,
        env={**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
    )
    assert "“We were not there,”" in done.stdout.decode("utf-8")
