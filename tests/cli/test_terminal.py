"""No name and no word of a report acts on a terminal or forges a line, whoever prints it."""

import io
import json
import logging
import sys
import warnings
from pathlib import Path

import pytest

from sayso.cli.progress import with_progress
from sayso.cli.streams import standard_streams
from sayso.cli.terminal import libraries_print_notes, print_pieces
from sayso.model.unseen import UNSEEN

from .driving import DENIAL, Said, sayso

TITLE = "a\x1b]0;owned\x07\r\nsayso: the dossier is in /etc\u202e\x9b2J\u200b.txt"
SHOWN = r"a\x1b]0;owned\x07\r\nsayso: the dossier is in \/etc\u202e\x9b2J\u200b.txt".replace(
    r"\/", "/"
)
FILE = TITLE.replace("/etc", "etc")
FORGED = "sayso: the dossier is in /etc"


def check_safe(said: Said) -> None:
    """That nothing acts, and that no line is forged."""
    for printed in (said.out, said.err):
        assert not UNSEEN.search(printed)
        assert "\r" not in printed
        assert not any(line.startswith(FORGED) for line in printed.split("\n"))


@pytest.mark.parametrize("command", ["extract", "compare", "report"])
def test_names_and_lines_are_shown_with_escapes(command: str, tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / f"desk/{FILE}").write_bytes(b"")
    lines = [
        {"name": TITLE, "text": DENIAL, "title": TITLE, "outlet": TITLE},
        {"name": TITLE, "text": DENIAL, "title": TITLE, "outlet": TITLE},
        {"name": TITLE, "text": "Il ministro ha negato di aver detto questo ieri sera. " * 4},
        {"name": TITLE, "text": DENIAL + TITLE, "published": TITLE, "url": TITLE},
    ]
    reports = tmp_path / "desk/reports.jsonl"
    reports.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    page = ["-o", str(tmp_path / f"{FILE}.html")] if command == "report" else []
    said = sayso(command, tmp_path / "desk", *page)
    assert said.status == 3
    check_safe(said)
    assert SHOWN.replace("/etc", "etc") in said.err
    if page:
        assert SHOWN.replace("/etc", "etc") in said.out.splitlines()[-1]


@pytest.mark.parametrize(
    "words",
    [
        [TITLE],
        [f"--{TITLE}"],
        ["extract", f"--{TITLE}", "a"],
        ["extract", TITLE],
        ["extract", f"https://{TITLE}"],
        ["report", "a", "-o", f"{TITLE}/page.html"],
        ["compare", f"{TITLE}\0"],
    ],
)
def test_words_that_were_typed_or_that_a_shell_made_of_file_names_are_too(words: list[str]) -> None:
    said = sayso(*words)
    assert said.status in (1, 2)
    check_safe(said)
    assert "owned" in said.err


def test_facts_of_others_are_shown_with_escapes() -> None:
    line = json.dumps({"sayso": TITLE, "document": {"name": TITLE}, TITLE: TITLE})
    said = sayso("compare", stdin=f"{line}\n{TITLE}\n")
    assert said.status == 1
    check_safe(said)


def test_what_a_library_warns_of_is_a_note(capsys: pytest.CaptureFixture[str]) -> None:
    logger = logging.getLogger("some.library")
    with standard_streams(), libraries_print_notes():
        logger.warning("discarding %s", TITLE)
        logger.info("nothing")
        warnings.warn(TITLE, stacklevel=1)
    out, err = capsys.readouterr()
    logged, warned = err.splitlines()[:2]
    assert (out, logged) == ("", f"sayso: some.library: discarding {SHOWN}")
    assert warned.startswith("sayso: py.warnings: ")
    assert SHOWN in warned


@pytest.mark.parametrize("is_file", [True, False])
def test_results_and_the_bar_keep_to_their_streams(
    is_file: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Screen(io.StringIO):
        def isatty(self) -> bool:
            return True

    screen, file = Screen(), io.StringIO()
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(sys, "stdout", file if is_file else screen)
    with standard_streams():
        for one in with_progress(["first", "second"], "reports read", is_printed=True):
            print_pieces([one])
    assert (file if is_file else screen).getvalue() == "first\nsecond\n"
    assert ("reports read" in screen.getvalue()) == is_file
