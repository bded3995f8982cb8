"""Reports with the same text: each is named in what comes out, and the text is read once."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sayso.cli.compare import without_faults
from sayso.cli.inputs import Intake
from sayso.model.facts import Facts
from sayso.model.text import Document, Head

from .driving import DENIAL, REPLY, Said, sayso

GAZETTE = {"name": "gazette/1", "outlet": "Sellan Gazette", "published": "2031-05-04"}
HERALD = {"name": "herald/1", "outlet": "Port Herald", "published": "2031-05-05", "byline": "A. B."}
POST = {"name": "post/1", "url": "https://post.example/1", "title": "Not there"}


def json_lines(*heads: dict[str, str], text: str = DENIAL) -> str:
    return "".join(json.dumps({**head, "text": text}) + "\n" for head in heads)


def known_heads(document: dict[str, Any]) -> list[dict[str, str]]:
    """What a document's heads say, without hashes and what is not known."""
    main = {key: document[key] for key in document["also"][0]} if document["also"] else document
    return [
        {key: value for key, value in head.items() if value and key != "raw_sha256"}
        for head in (main, *document["also"])
    ]


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> Said:
    desk = tmp_path_factory.mktemp("desk")
    (desk / "wire.jsonl").write_text(json_lines(HERALD, GAZETTE, POST), "utf-8")
    return sayso("compare", desk)


def test_a_file_with_three_outlets_names_all_of_them(compared: Said) -> None:
    assert (compared.status, compared.err) == (0, "")
    (document,) = compared.object()["documents"]
    assert known_heads(document) == [GAZETTE, HERALD, POST]
    (origin,) = compared.object()["origins"]
    assert [reason["values"] for reason in origin["why"][0]["reasons"]] == [
        ["Port Herald", "Sellan Gazette"],
        ["post/1", "gazette/1"],
    ]


@pytest.mark.parametrize("heads", [(GAZETTE, HERALD, POST), (POST, HERALD, GAZETTE)])
def test_lines_of_extract_come_to_the_same_in_any_order(compared: Said, heads: Any) -> None:
    lines = sayso("extract", "--text", "-", stdin=json_lines(*heads))
    assert [one["document"]["name"] for one in lines.lines()] == [head["name"] for head in heads]
    piped = sayso("compare", stdin=lines.out)
    assert (piped.out, piped.err) == (compared.out, "")


def test_files_with_the_same_text_and_different_names_both_stand(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(DENIAL, "utf-8")
    (tmp_path / "c.txt").write_text(REPLY, "utf-8")
    assert len(sayso("extract", tmp_path).lines()) == 3
    said = sayso("compare", tmp_path)
    assert (said.status, said.err) == (0, "")
    same, other = said.object()["documents"]
    assert [Path(head["name"]).name for head in known_heads(same)] == ["a.txt", "b.txt"]
    assert other["also"] == []


def test_a_report_that_is_given_twice_is_one_report_and_a_note_says_so(tmp_path: Path) -> None:
    for folder in ("new", "old"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(DENIAL, "utf-8")
    said = sayso("compare", tmp_path / "old", tmp_path / "new")
    assert said.status == 0
    (document,) = said.object()["documents"]
    assert document["also"] == []
    first, second = tmp_path / "old" / "a.txt", tmp_path / "new" / "a.txt"
    assert said.err == f"sayso: {second}: the same report as {first}; it is read once\n"
    assert sayso("compare", tmp_path / "new", tmp_path / "old").out == said.out


def test_two_texts_of_one_name_both_stand() -> None:
    given = json_lines(GAZETTE) + json_lines(GAZETTE, text=REPLY)
    said = sayso("compare", "-", stdin=given)
    assert (len(said.object()["documents"]), said.err) == (2, "")


def test_every_report_of_a_text_that_fails_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    bad = Facts(Document("a.txt", DENIAL, also=(Head("b.txt"), Head("c.txt"))))
    good = Facts(Document("d.txt", REPLY))
    intake = Intake()

    def work(facts: Any) -> int:
        if bad in facts:
            raise ArithmeticError
        return len(facts)

    assert without_faults(intake, [bad, good], work) == 1
    assert [problem.name for problem in intake.skipped] == ["a.txt", "b.txt", "c.txt"]
    err = capsys.readouterr().err
    assert "b.txt: it was left out with a.txt, which has the same text. The reason is in" in err
    assert intake.exit_status() == 3


def test_a_text_that_cannot_be_extracted_takes_no_other_report_along_in_silence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    extracting = import_module("sayso.extract.extracting")
    find_events = extracting.find_events

    def failing(text: str, *given: Any) -> Any:
        if text == DENIAL:
            raise ArithmeticError
        return find_events(text, *given)

    monkeypatch.setattr(extracting, "find_events", failing)
    other = {**POST, "name": GAZETTE["name"]}  # two texts of one name, and one of them fails
    said = sayso("compare", "-", stdin=json_lines(HERALD, GAZETTE) + json_lines(other, text=REPLY))
    assert said.status == 3
    assert [one["title"] for one in said.object()["documents"]] == [POST["title"]]
    for head in (GAZETTE, HERALD):
        assert said.err.count(f"sayso: {head['name']}: it was left out") == 1
