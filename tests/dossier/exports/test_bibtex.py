"""BibTeX: what a LaTeX document prints is what the report's head says."""

import re
from typing import Any

import pytest

from sayso.dossier.exports.bibtex import ESCAPES, escaped
from sayso.dossier.exports.references import one_line
from tests.dossier.exports.held import HOSTILE, demo, hostile
from tests.dossier.exports.writing import export, written

bibtexparser: Any = pytest.importorskip("bibtexparser")
ESCAPE = re.compile("|".join(re.escape(one) for one in ESCAPES.values()))
CHARACTERS = {escape: character for character, escape in ESCAPES.items()}


def read(data: bytes) -> list[Any]:
    library = bibtexparser.parse_string(data.decode())
    assert not library.failed_blocks
    assert not library.comments
    assert len(library.entries) == len(library.blocks)
    found: list[Any] = library.entries
    return found


def printed(value: str) -> str:
    """What LaTeX prints of a value."""
    return ESCAPE.sub(
        lambda match: CHARACTERS[match.group()], value.removeprefix("{").removesuffix("}")
    )


def test_a_report_is_an_entry() -> None:
    documents = [facts.document for facts in demo().comparison.facts]
    for number, (entry, document) in enumerate(
        zip(read(written("bibtex", demo())), documents, strict=True), 1
    ):
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        assert entry.key == f"report{number}"
        assert entry.entry_type == ("article" if document.outlet else "misc")
        assert printed(fields.get("journal", "")) == (document.outlet or "")
        assert printed(fields.get("author", "")) == (document.byline or "")
        assert fields.get("url") == document.url
        assert fields.get("date") == (document.day and document.day.isoformat())
        assert document.id in fields["note"]
        if document.title:
            assert printed(fields["title"]) == document.title


def test_the_month_is_bibtexs_own_name() -> None:
    assert b"\n  year = {2031},\n  month = may,\n  date = {2031-05-05},\n" in written(
        "bibtex", hostile()
    )


def test_no_report_writes_an_entry_or_a_field_of_its_own() -> None:
    data, report = export("bibtex", hostile())
    entries = read(data)
    assert report.rows == len(entries) == 2 * len(HOSTILE)
    for entry, words in zip(entries[::2], HOSTILE, strict=True):
        fields = {name: field.value for name, field in entry.fields_dict.items()}
        assert set(fields) - {"url"} == {"title", "author", "journal", "year", "month"} | {
            *("date", "urldate", "note")
        }
        assert printed(fields["journal"]) == one_line(words[:300])
        assert re.fullmatch(r"https://a\.example/[^\s\\{}^\"<>`|]*|", fields.get("url", ""))
        in_note = escaped(f"address https://a.example/{words[:300]}") in fields["note"]
        assert in_note == ("url" not in fields)


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_braces_are_balanced_and_nothing_acts_in_latex(words: str) -> None:
    value = escaped(words)
    depth = 0
    for character in value:
        depth += (character == "{") - (character == "}")
        assert depth in (0, 1)
    assert depth == 0
    bare = ESCAPE.sub("", value)
    assert not set(bare) & set("\\{}#$%&_^~\n\r")
