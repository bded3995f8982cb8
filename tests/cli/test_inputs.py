"""What cannot be read is named, explained and skipped; the rest is done."""

import json
from pathlib import Path

import pytest

from sayso.cli.inputs import expected_characters

from .driving import DENIAL, REPLY, Said, sayso

FRENCH = (
    "Le ministère a démenti lundi que ses soldats aient tiré sur le village. « Nous n'étions pas "
    "là », a déclaré son porte-parole. Des habitants ont dit au journal qu'au moins douze personnes "
    "avaient été tuées pendant la nuit de dimanche.\n"
)
BAD = {
    "binary.txt": bytes(range(256)) * 8,
    "empty.txt": b"",
    "french.txt": FRENCH.encode(),
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "spaces.txt": b" \n\t\n",
}


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with two good reports and all the bad ones."""
    folder = tmp_path / "desk"
    folder.mkdir()
    for name, data in BAD.items():
        (folder / name).write_bytes(data)
    (folder / "a-good.txt").write_text(DENIAL, "utf-8")
    (folder / "z-good.txt").write_text(REPLY, "utf-8")
    return folder


def check_named(said: Said) -> None:
    """That the run got to its end, and said of each bad file which it is and why it was skipped."""
    assert said.status == 3
    for name in BAD:
        (line,) = [line for line in said.err.splitlines() if name in line]
        assert line.startswith("sayso: ")
        what, _, remedy = line.split(f"{name}: ")[1].partition(". ")
        assert what and remedy.endswith(".")


def test_extract_skips_what_it_cannot_read(desk: Path) -> None:
    said = sayso("extract", desk)
    check_named(said)
    names = [Path(line["document"]["name"]).name for line in said.lines()]
    assert names == ["a-good.txt", "z-good.txt"]


def test_compare_skips_what_it_cannot_read(desk: Path) -> None:
    said = sayso("compare", desk)
    check_named(said)
    assert len(said.object()["documents"]) == 2


def test_report_skips_what_it_cannot_read_and_says_how_many(desk: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    said = sayso("report", desk, "-o", page)
    check_named(said)
    assert "5 inputs were left out" in said.err
    assert "2 reports" in said.out
    assert "We were not there" in page.read_text("utf-8")


def test_one_that_is_not_there_among_good_ones(desk: Path) -> None:
    said = sayso("extract", desk / "a-good.txt", desk / "nowhere.txt", desk / "z-good.txt")
    assert said.status == 3
    assert "nowhere.txt: there is no such file" in said.err
    assert len(said.lines()) == 2


def test_a_name_that_no_file_can_have_is_named(desk: Path) -> None:
    (desk / "round.txt").symlink_to("round.txt")
    names = {
        "x" * 300: "File name too long",
        "a-good.txt/b.txt": "Not a directory",
        "round.txt": "Too many levels of symbolic links",
    }
    said = sayso("extract", desk / "a-good.txt", *(desk / name for name in names))
    assert said.status == 3
    for name, why in names.items():
        assert f"{name}: it cannot be read ({why}). Check the name.\n" in said.err


def test_the_language_is_named(desk: Path) -> None:
    assert "french.txt: it seems to be in French" in sayso("extract", desk).err


def test_a_dash_reads_documents_from_standard_input(tmp_path: Path) -> None:
    (tmp_path / "z.txt").write_text(REPLY, "utf-8")
    given = json.dumps({"name": "n", "text": DENIAL, "outlet": "Tarn Courier"}) + "\nnothing\n"
    said = sayso("extract", "-", tmp_path / "z.txt", stdin=given)
    assert said.status == 3
    assert "standard input:2: " in said.err
    first, second = (line["document"] for line in said.lines())
    assert (first["name"], first["outlet"]) == ("n", "Tarn Courier")
    assert second["name"].endswith("z.txt")


def test_what_one_should_know_of_a_report_is_said_and_costs_nothing(tmp_path: Path) -> None:
    line = json.dumps({"name": "n", "text": DENIAL, "published": "the day before"})
    (tmp_path / "a.jsonl").write_text(line, "utf-8")
    said = sayso("extract", tmp_path / "a.jsonl")
    assert said.status == 0
    assert "a.jsonl:1: its published 'the day before' was read as unknown." in said.err


def test_a_report_that_was_made_here_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    sayso("report", tmp_path / "a.txt", "-o", tmp_path / "old.html")
    said = sayso("extract", tmp_path)
    assert said.status == 3
    assert "old.html: it is a dossier" in said.err
    assert len(said.lines()) == 1


def test_what_is_expected_is_the_size_of_text_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x" * 30, "utf-8")
    (tmp_path / "b.JSONL").write_text("x" * 5, "utf-8")
    (tmp_path / "page.html").write_text("x" * 1000, "utf-8")
    folder, file = str(tmp_path), str(tmp_path / "a.txt")
    assert expected_characters([folder]) == 35
    assert (
        expected_characters([file, "-", "nowhere.txt", "nul\0.txt", str(tmp_path / "b.JSONL")])
        == 35
    )
