"""What is written of a case: the page, exports, and the case of the demo."""

import json
import sqlite3
from pathlib import Path

import pytest

from sayso import write_dossier
from sayso.case.case import Case
from sayso.dossier.exports.export import FORMATS
from tests.case.invented import made_case
from tests.test_demo import case as demo_comparison

from ..driving import DEMO, demo_run, sayso


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return made_case(tmp_path, 4)


def test_the_page_of_a_case_is_that_of_its_comparison(case: Path, tmp_path: Path) -> None:
    page, wanted = tmp_path / "page.html", tmp_path / "wanted.html"
    said = sayso("report", case, "-o", page)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("4 reports (")
    assert said.out.endswith(f"the dossier is in {page}; open it in a browser\n")
    with Case.open(case) as opened:
        write_dossier(opened.comparison(), wanted)
    assert page.read_bytes() == wanted.read_bytes()


def test_the_page_follows_what_was_decided_since(case: Path, tmp_path: Path) -> None:
    claim = json.loads(sayso("list", case, "claims", "--json").out)[0]
    name = f"{claim['report']}/{claim['id']}"
    sayso("decide", case, "reject", name, "--later")
    said = sayso("report", case, "-o", tmp_path / "page.html")
    assert "the comparison does not follow the last changes yet: comparing" in said.err
    assert sayso("report", case, "-o", tmp_path / "page.html").err == ""


def test_the_page_says_what_people_decided(case: Path, tmp_path: Path) -> None:
    claim = json.loads(sayso("list", case, "claims", "--json").out)[0]
    name = f"{claim['report']}/{claim['id']}"
    sayso("decide", case, "note", name, "<b>ask again</b>", "--author", "Ann Veldt")
    sayso("report", case, "-o", tmp_path / "page.html")
    page = (tmp_path / "page.html").read_text()
    assert "What people decided" in page
    assert '<bdi class="given-words">&lt;b&gt;ask again&lt;/b&gt;</bdi>' in page
    assert 'title="note by Ann Veldt: &lt;b&gt;ask again&lt;/b&gt;"' in page


def test_the_page_says_that_reports_are_not_read(case: Path, tmp_path: Path) -> None:
    report = json.loads(sayso("list", case, "reports", "--json").out)[0]["id"]
    sayso("decide", case, "correct", report, "published=2031-04-02", "--later")
    said = sayso("report", case, "-o", tmp_path / "page.html")
    assert said.status == 0
    assert f"1 report still to read: sayso add {case}\n" in said.err


def test_a_case_is_no_report_among_others(case: Path, tmp_path: Path) -> None:
    said = sayso("report", case, DEMO / "1-sellan-gazette.txt", "-o", tmp_path / "page.html")
    assert said.status == 3
    assert f"{case}: it is" in said.err


@pytest.mark.parametrize(
    "option", [["--outlet", "X"], ["--published", "2031-01-01"], ["--summary"]]
)
def test_what_a_case_knows_itself_is_wrong_usage(option: list[str], case: Path) -> None:
    said = sayso("report", case, *option)
    assert said.status == 2
    assert "sayso add" in said.err


def test_a_database_of_another_program_is_no_case(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE a (b)")
    said = sayso("report", other, "-o", tmp_path / "page.html")
    assert said.status == 1
    assert "this file is no case" in said.err
    assert not (tmp_path / "page.html").exists()


def test_the_formats_are_listed() -> None:
    said = sayso("export", "--formats")
    assert said.status == 0
    assert [line.split()[0] for line in said.out.splitlines()] == ["format", *FORMATS]


def test_an_export_is_named_like_the_case_and_says_what_it_left_out(
    case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    said = sayso("export", case, "csv")
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[-1].endswith(" rows in velden.zip")
    assert "left out: 4 texts of reports: " in said.out
    assert Path("velden.zip").read_bytes().startswith(b"PK")


def test_an_export_on_standard_output_is_the_file(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.ris"
    assert sayso("export", case, "ris", "-o", target).status == 0
    said = sayso("export", case, "ris", "-o", "-")
    assert said.status == 0
    assert said.out.encode() == target.read_bytes()
    said = sayso("export", case, "csv", "-o", "-")
    assert said.status == 1
    assert "this format is no text" in said.err


def test_a_file_that_is_there_is_replaced_only_when_asked(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "mine.jsonl"
    target.write_text("mine", "utf-8")
    said = sayso("export", case, "jsonl", "-o", target)
    assert said.status == 1
    assert "--replace" in said.err
    assert target.read_text("utf-8") == "mine"
    assert sayso("export", case, "jsonl", "-o", target, "--replace").status == 0
    assert json.loads(target.read_text("utf-8").splitlines()[0])


def test_a_redacted_export_has_no_text(case: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    said = sayso("export", case, "jsonl", "--redact", "-o", target)
    assert said.status == 0
    assert "texts of reports" in said.out
    with Case.open(case) as opened:
        text = opened.document(next(opened.rows("reports"))["id"]).text
    assert json.dumps(text) not in target.read_text("utf-8")
    said = sayso("export", case, "csv", "--redact", "-o", tmp_path / "out.zip")
    assert said.status == 2
    assert "jsonl" in said.err


def test_an_unknown_format_lists_those_that_there_are(case: Path) -> None:
    said = sayso("export", case, "docx")
    assert said.status == 1
    assert "jsonl" in said.err


def test_the_demo_leaves_its_case_and_the_page_of_its_reports(tmp_path: Path) -> None:
    page, wanted = tmp_path / "sayso-demo.html", tmp_path / "wanted.html"
    _, files = demo_run()
    first = files[page.name]
    write_dossier(demo_comparison(), wanted)
    folder = f"{DEMO}/".encode()
    assert first == wanted.read_bytes().replace(folder, b"")
    (tmp_path / "demo.sayso").write_bytes(files["demo.sayso"])
    assert sayso("verify", tmp_path / "demo.sayso").status == 0
    assert sayso("demo", "-o", page).status == 0
    assert page.read_bytes() == first


def test_the_demo_touches_no_case_with_other_reports(case: Path, tmp_path: Path) -> None:
    before = sayso("seal", case).out
    said = sayso("demo", "-o", tmp_path / "velden.html")
    assert said.status == 1
    assert "this case holds other reports" in said.err
    assert "--case" in said.err
    assert sayso("seal", case).out == before
    assert not (tmp_path / "velden.html").exists()
