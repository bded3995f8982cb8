"""A page that could not be written, or would cost something, is refused before the long work."""

from pathlib import Path

import pytest

from .driving import DENIAL, sayso


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(DENIAL, "utf-8")
    return path


@pytest.fixture(autouse=True)
def _no_work(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail where a refusal comes only after something was read."""
    if "refused" in request.node.name:
        monkeypatch.setattr("sayso.cli.report.read_facts", lambda *_: pytest.fail("it was read"))


@pytest.mark.parametrize("command", ["report", "demo"])
def test_refused_where_there_is_no_folder(command: str, report: Path, tmp_path: Path) -> None:
    words = [report] if command == "report" else []
    said = sayso(command, *words, "-o", tmp_path / "no" / "page.html")
    assert said.status == 1
    assert "there is no folder" in said.err
    assert "-o" in said.err


def test_refused_where_one_may_not_write(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The superuser, whom some machines run tests as, may write everywhere.
    monkeypatch.setattr("os.access", lambda path, _: Path(path) != tmp_path)
    said = sayso("report", report, "-o", tmp_path / "page.html")
    assert said.status == 1
    assert f"you have no permission to write in the folder {tmp_path}" in said.err


def test_refused_in_place_of_a_folder(report: Path, tmp_path: Path) -> None:
    assert sayso("report", report, "-o", tmp_path).status == 2


@pytest.mark.parametrize("name", ["a.txt", "notes.html"])
def test_refused_in_place_of_what_is_no_dossier(name: str, report: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.html").write_text("<!doctype html><title>mine</title>", "utf-8")
    before = (tmp_path / name).read_bytes()
    said = sayso("report", report, "-o", tmp_path / name)
    assert said.status == 1
    assert "is not a dossier" in said.err
    assert (tmp_path / name).read_bytes() == before


def test_a_dossier_is_replaced_and_not_read(report: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"")
    first = sayso("report", report, "-o", page)
    written = page.read_bytes()
    again = sayso("report", tmp_path, "-o", page)
    assert (first.status, again.status) == (0, 0)
    assert "page.html: passed over" in again.err
    assert page.read_bytes().splitlines()[:5] == written.splitlines()[:5]
    assert str(page) in again.out
