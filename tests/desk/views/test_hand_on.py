"""What the desk hands on: the same dossier and exports as at the command line, as files."""

import json
import tempfile
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.desk import handed
from sayso.desk.handed import NotMade, make, write
from sayso.dossier.html import render_dossier
from tests.case.invented import made_case
from tests.desk.client import Client as Asked

NOTE = "ask the ferryman of Velden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = made_case(tmp_path)
    with Case.open(made, author="ann") as case:
        claim = next(iter(case.rows("claims")))
        name = f"{claim['report']}/{claim['id']}"
        case.decide("note", name, value={"text": NOTE})
        case.decide("accept", name, reason="heard it twice")
    return made


def written(path: Path, **wanted: object) -> str:
    out = path.with_name("out")
    write({"case": str(path), "out": str(out), **wanted})
    return out.read_text("utf-8")


def test_the_dossier_is_that_of_the_command_line(path: Path) -> None:
    with Case.open(path) as case:
        holdings = case.holdings()
    page = written(path, what="dossier", notes=True)
    assert page == render_dossier(holdings.comparison, holdings)
    assert NOTE in page


def test_notes_stay_here_unless_they_are_wanted(path: Path) -> None:
    page = written(path, what="dossier")
    assert NOTE not in page
    assert "heard it twice" in page
    assert NOTE not in written(path, what="export", format="jsonl")
    assert NOTE in written(path, what="export", format="jsonl", notes=True)


def test_one_story_has_the_reports_of_that_story(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path) as case:
        story = case.query("SELECT id FROM story")[0]["id"]
        whole = case.holdings()
    assert written(path, what="dossier", story=story) == render_dossier(whole.comparison, whole)


def test_excerpts_say_so(path: Path) -> None:
    assert "Excerpts." in written(path, what="dossier", excerpts=True)


def test_the_log_has_every_row(path: Path) -> None:
    lines = written(path, what="log").splitlines()
    with Case.open(path) as case:
        assert [json.loads(line)["hash"] for line in lines] == [row.hash for row in case.log()]


def test_a_file_is_made_in_a_process_and_removed_when_it_was_sent(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    answer = Asked(path).get("/hand-on/log")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"] == 'attachment; filename="velden.log.jsonl"'
    assert len(answer.text.splitlines()) > 8
    assert list(folder.iterdir()) == []


def test_what_cannot_be_made_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NotMade, match="no such story"):
        make(path, path.with_name("out"), {"what": "dossier", "story": "none"})
    monkeypatch.setattr(handed, "PROGRAM", ("/bin/false",))
    with pytest.raises(NotMade, match="came to no end"):
        make(path, path.with_name("out"), {"what": "log"})
    assert "The formats are" in Asked(path).page("/hand-on/export/nope", 404).words


def test_the_page_offers_every_format(path: Path) -> None:
    from sayso.dossier.exports.export import FORMATS

    links = Asked(path).page("/hand-on").links()
    assert {f"/hand-on/export/{name}" for name in FORMATS} <= set(links)
    assert "/hand-on/log" in links
