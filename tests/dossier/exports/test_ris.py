"""RIS: what a reference manager reads is what the report's head says."""

import re
from typing import Any

import pytest

from sayso.dossier.exports.references import one_line
from sayso.model.comparison import Comparison
from sayso.model.decisions import Holdings
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.dossier.exports.held import HOSTILE, MADE_AT, demo, hostile
from tests.dossier.exports.writing import export, export_anew, written

rispy: Any = pytest.importorskip("rispy")


def read(data: bytes) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = rispy.loads(data.decode())
    return found


def test_a_report_is_a_reference() -> None:
    entries = read(written("ris", demo()))
    documents = [facts.document for facts in demo().comparison.facts]
    for entry, document in zip(entries, documents, strict=True):
        assert entry["type_of_reference"] == "NEWS"
        assert entry.get("secondary_title") == document.outlet
        assert entry.get("urls") == (document.url and [document.url])
        assert entry.get("date") == (document.day and document.day.strftime("%Y/%m/%d"))
        assert document.id in entry["notes"][-1]
        if document.title:
            assert entry["title"] == document.title


def test_a_byline_with_a_comma_is_no_family_name() -> None:
    (entry,) = [one for one in read(written("ris", demo())) if "Plumbline" in str(one)]
    assert "authors" not in entry
    assert entry["notes"][0] == "Byline: Corin Maddle, Rue Estermann"


def test_no_report_writes_a_field_of_its_own() -> None:
    data, report = export("ris", hostile())
    entries = read(data)
    assert report.rows == len(entries) == 2 * len(HOSTILE)
    assert {entry["type_of_reference"] for entry in entries} == {"NEWS"}
    for entry, words in zip(entries[::2], HOSTILE, strict=True):
        seen = one_line(words[:300])
        assert entry["secondary_title"] == seen
        byline = entry["authors"] if "," not in words else entry["notes"][:1]
        assert byline == [seen if "," not in words else f"Byline: {seen}"]
    for line in data.decode().split("\r\n"):
        assert re.fullmatch(r"([A-Z][A-Z0-9]  - .*)?", line)
        assert not set(line) & {chr(code) for code in range(32)}


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://a.example/x?y=1&z=2", True),
        ("javascript:alert(1)", False),
        ("https://bank.example@bad.example/", False),
        ("file:///etc/passwd", False),
        ("https://a.example/\nER  - ", False),
    ],
)
@pytest.mark.parametrize("name", ["ris", "bibtex"])
def test_only_a_plain_address_is_one_to_follow(name: str, address: str, safe: bool) -> None:
    facts = Facts(Document("a.txt", "Text.", url=address))
    holdings = Holdings("case", "1.2.3", MADE_AT, Comparison((facts,)))
    text = export_anew(name, holdings)[0].decode()
    assert ("UR  - " in text or "url = " in text) == safe
    assert ("address " in text) != safe


def test_what_references_cannot_hold_is_counted() -> None:
    _, report = export("ris", demo())
    why = ": a list of references has reports alone; the export `csv` has them"
    assert f"22 points{why}" in report.left_out
    assert f"10 decisions{why}" in report.left_out
