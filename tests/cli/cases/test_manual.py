"""What docs/case.md shows on the command line comes out so, one command after the other."""

import doctest
import re
import shlex
from pathlib import Path

import pytest

from ..driving import sayso

PAGE = Path(__file__).parents[3] / "docs/case.md"
FILE = re.compile(r"^`([\w/.]+)`:\n\n```text\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SESSION = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)
matches = doctest.OutputChecker().check_output


def test_every_example_prints_what_the_page_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = PAGE.read_text("utf-8")
    for name, words in FILE.findall(text):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(words, "utf-8")
    steps = [step for block in SESSION.findall(text) for step in STEP.findall(block)]
    assert len(steps) > 15
    for typed, wanted in steps:
        program, *words = shlex.split(typed)
        assert program == "sayso"
        said = sayso(*words)
        printed = said.out + _without_progress(said.err)
        assert said.status == 0, printed
        assert matches(wanted, printed, doctest.ELLIPSIS), f"$ {typed}\n{printed}"


def _without_progress(noted: str) -> str:
    """What was noted, without the lines that come now and then on a slow machine."""
    return "".join(line for line in noted.splitlines(True) if " a second" not in line)
