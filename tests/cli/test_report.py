"""`sayso report` and `sayso demo`: a page, and a few lines on what was found."""

import re
from pathlib import Path

from .driving import DENIAL, REPLY, demo_run, sayso
from .test_extract import HOSTILE


def test_the_page_holds_the_words_and_the_lines_say_where_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    (tmp_path / "b.txt").write_text(REPLY, "utf-8")
    page = tmp_path / "page.html"
    said = sayso("report", tmp_path / "a.txt", tmp_path / "b.txt", "-o", page)
    assert said.status == 0
    assert all("reports read: " in line for line in said.err.splitlines())  # on a slow machine
    assert said.out.startswith("2 reports (2 independent origins)")
    assert said.out.splitlines()[-1] == f"the dossier is in {page}; open it in a browser"
    assert "We were not there" in page.read_text("utf-8")


def test_demo_makes_its_page_where_one_stands() -> None:
    said, files = demo_run()
    assert said.status == 0
    assert all("reports read: " in line for line in said.err.splitlines())  # on a slow machine
    assert files.keys() >= {"sayso-demo.html", "demo.sayso"}
    assert len(files["sayso-demo.html"]) > 10_000
    assert said.out.startswith("9 reports (8 independent origins)")
    assert "5-ostmere-review.txt withholds 31.40%" in said.out
    assert "disputed: " in said.out
    assert "sayso-demo.html; open it" in said.out


def test_a_hostile_report_prints_nothing_that_a_terminal_obeys(tmp_path: Path) -> None:
    name = "n\x1b]0;x\x07.txt"
    (tmp_path / name).write_bytes((HOSTILE + "\x1b[2J\x1b]0;owned\x07 A man said so.\n").encode())
    (tmp_path / "b.txt").write_text(DENIAL, "utf-8")
    said = sayso("report", tmp_path, "-o", tmp_path / "page.html")
    assert said.status == 0
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", said.out + said.err)


def test_documents_on_standard_input(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    line = '{"name": "n", "text": "The mayor said that the dam had held."}'
    assert sayso("report", "-", "-o", page, stdin=line).status == 0
    assert "the dam had held" in page.read_text("utf-8")
