"""The command line, driven as a person does: words in, status and two streams out."""

import io
import json
import signal
import sys
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TextIO
from unittest.mock import patch

import pytest

from sayso.cli.main import main
from tests.made_once import made_once

STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
DEMO = Path(__file__).parents[2] / "src/sayso/demo"
PROGRAM = [sys.executable, "-c", "from sayso.cli.main import main; main()"]

DENIAL = (
    "The ministry denied on Monday that its troops had fired on the village of Ormley. "
    "“We were not there,” said its spokesman, Per Aldous. Residents told the Tarn Courier that "
    "at least 12 people had been killed.\n"
)
REPLY = (
    "Shells fell on Ormley on Sunday, killing 14 people, the village's mayor said. "
    "She accused the army of firing from the ridge. The army said it had not fired a shot.\n"
)


@dataclass(frozen=True)
class Said:
    """What a run ended with and printed."""

    status: int
    out: str
    err: str

    def lines(self) -> list[dict[str, Any]]:
        """Its output as JSON Lines."""
        return [json.loads(line) for line in self.out.split("\n") if line]

    def object(self) -> dict[str, Any]:
        """Its output as one JSON object on one line."""
        (line,) = self.lines()
        return line


class Terminal(io.TextIOWrapper):
    """Standard input that a person types into."""

    def isatty(self) -> bool:
        return True


def sayso(*words: str | Path, stdin: str | bytes = b"", terminal: bool = False) -> Said:
    """Run `sayso` with these words, in this process."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    raw = io.BufferedReader(io.BytesIO(given))
    typed = Terminal(raw) if terminal else io.TextIOWrapper(raw)
    out, err = io.BytesIO(), io.BytesIO()
    printed, noted = io.TextIOWrapper(out), io.TextIOWrapper(err)
    status = status_of(*words, typed=typed, out=printed, err=noted)
    for stream in (printed, noted):
        stream.flush()
    return Said(status, out.getvalue().decode(), err.getvalue().decode())


@made_once
def demo_facts() -> Said:
    """What `extract --text` prints of the reports that come with sayso."""
    return sayso("extract", "--text", DEMO)


@made_once
def demo_run() -> tuple[Said, dict[str, bytes]]:
    """What `demo` prints, and the files that it leaves in an empty folder."""
    with TemporaryDirectory() as folder, chdir(folder):
        said = sayso("demo")
        return said, {path.name: path.read_bytes() for path in Path().iterdir()}


def status_of(
    *words: str | Path, typed: TextIO | None, out: TextIO | None, err: TextIO | None
) -> int:
    """Run `sayso` on these streams, in this process. None is a stream that is closed."""
    with (
        patch.object(sys, "stdin", typed),
        patch.object(sys, "stdout", out),
        patch.object(sys, "stderr", err),
        patch.object(sys, "argv", ["sayso", *map(str, words)]),
        signals_kept(),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    assert isinstance(ended.value.code, int)
    return ended.value.code


@contextmanager
def signals_kept() -> Iterator[None]:
    """A command leaves its process to end at once, and lets no signal disturb that."""
    before = {number: signal.getsignal(number) for number in STOPPING}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
