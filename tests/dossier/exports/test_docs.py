"""docs/exports.md explains every format and every field."""

import re
from pathlib import Path

import pytest

from sayso.dossier.exports.export import FORMATS, export_format
from sayso.dossier.exports.tables.all_tables import TABLES
from sayso.model.unseen import with_escapes
from tests.dossier.exports.held import demo, hostile
from tests.dossier.exports.writing import written

PAGE = (Path(__file__).parents[3] / "docs/exports.md").read_text("utf-8")
COMMON = "Columns that several tables have"


def section(heading: str) -> str:
    """What the page says under a heading, up to the next one of its level or a higher one."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", PAGE, re.MULTILINE)
    assert found, f"docs/exports.md has no section {heading}"
    rest = PAGE[found.end() :]
    return re.split(rf"^#{{1,{len(found[1])}}} ", rest, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_has_a_section_and_a_line(name: str) -> None:
    assert section(f"`{name}`").strip()
    assert f"| [`{name}`](#{name}) | `{export_format(name).suffix}` |" in PAGE


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_as_it_explains_itself(table: object) -> None:
    (known,) = [one for one in TABLES if one is table]
    own = section(f"Table `{known.name}`")
    assert known.meaning in own
    names = {column.name for column in known.columns}
    for column in known.columns:
        place = re.fullmatch("(.+)_(start|end)", column.name)
        if place is None or place[1] not in names:
            line = f"| `{column.name}` | {column.kind} | {column.meaning} |"
            assert line in own or line in section(COMMON)


def test_every_field_of_decisions_is_explained() -> None:
    last = written("jsonl", demo()).decode().splitlines()[-12:]
    fields = set(re.findall(r'"(\w+)":', last[1].partition('"decision":')[2])) - {"nested"}
    assert {"number", "subjects", "undoes"} <= fields
    for name in fields - {"kind", "id", "report", "members", "words"}:
        assert f"`decision.{name}`" in section("`jsonl`")
    for name in ("name", "version", "made_at", "orphans", "added"):
        assert f'"{name}"' in last[-1]
        assert f"`holdings.{name}`" in section("`jsonl`")


@pytest.mark.parametrize(
    ("name", "field"), [("ris", r"^([A-Z][A-Z0-9])  - "), ("bibtex", r"^  (\w+) = ")]
)
def test_every_field_of_references_is_explained(name: str, field: str) -> None:
    data = (written(name, demo()) + written(name, hostile())).decode()
    found = set(re.findall(field, data, re.MULTILINE))
    assert len(found) > 7
    for one in found:
        assert re.search(rf"^\| .*`{with_escapes(one)}`.* \| ", section(f"`{name}`"), re.MULTILINE)
