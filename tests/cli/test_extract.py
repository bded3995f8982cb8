"""`sayso extract`: JSON Lines that keep to the schema, whatever the report says."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from sayso.model.schema import schema
from sayso.model.wire import facts_from_wire

from .driving import DEMO, DENIAL, Said, demo_facts, sayso

HOSTILE = (
    "<script>alert('x')</script> </script> The mayor 🙂 of \u202eyelmrO\u202c said: “=cmd('/c calc')!A1 "
    'and \u200f{{7*7}}\u200e killed at least 84 people\u2028on Sunday.”\x85 "}]}\\ she added, '
    "&lt;b&gt; 𝒟enied ‘that” the army’s “guns were 100% silent. ﷽ e\u0301 \ufeff\n"
    "%s%n ${jndi:x} '; DROP TABLE claims; -- the ministry said it had not fired 999999999999999999 "
    "shells.\n"
) * 3


@cache
def validator() -> Draft202012Validator:
    return Draft202012Validator(schema("extract"), format_checker=FormatChecker())


def check_lines(said: Said) -> list[dict[str, Any]]:
    """That every line is an object of the schema."""
    lines = said.lines()
    for line in lines:
        validator().validate(line)
    return lines


def test_the_demo_keeps_to_the_schema() -> None:
    said = demo_facts()
    lines = check_lines(said)
    assert len(lines) == 9
    assert all(line["attributions"] and line["claims"] and line["actors"] for line in lines)
    for line in lines:
        facts_from_wire(line)


def test_a_hostile_report_keeps_to_the_schema_and_to_one_line(tmp_path: Path) -> None:
    (tmp_path / "=cmd().txt").write_bytes(HOSTILE.encode())
    said = sayso("extract", "--text", tmp_path)
    assert said.status == 0
    assert len(said.out.splitlines()) == 1  # at no character that any reader takes for a line's end
    (line,) = check_lines(said)
    assert line["document"]["text"] == HOSTILE
    assert line["claims"]
    facts_from_wire(line)


def test_text_comes_only_when_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(DENIAL, "utf-8")
    (bare,) = check_lines(sayso("extract", tmp_path))
    (whole,) = check_lines(sayso("extract", "--text", tmp_path))
    assert whole["document"].pop("text") == DENIAL
    assert bare == whole


def test_a_report_reads_the_same_alone_and_in_a_pile() -> None:
    names = ["1-sellan-gazette.txt", "4-radio-ondrel.txt", "6-incident-register.txt"]
    alone = [sayso("extract", DEMO / name).out for name in names]
    assert sayso("extract", *(DEMO / name for name in names)).out == "".join(alone)


def test_every_quote_is_the_text_at_its_place(tmp_path: Path) -> None:
    text = "\ufeff🙂🙂\r\n" + DENIAL
    (tmp_path / "a.txt").write_bytes(text.encode())
    (line,) = check_lines(sayso("extract", "--text", tmp_path))
    read = line["document"]["text"]
    assert read == text.removeprefix("\ufeff")
    spans = _spans(line)
    assert len(spans) > 10
    assert [read[span["start"] : span["end"]] for span in spans] == [s["quote"] for s in spans]


def _spans(value: Any) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [span for one in value for span in _spans(one)]
    if isinstance(value, dict):
        own = [value] if "quote" in value else []
        return own + [span for one in value.values() for span in _spans(one)]
    return []


@pytest.mark.parametrize("ending", ["", "\n", "\n\n"])
def test_documents_from_json_lines_keep_what_is_known_of_them(ending: str, tmp_path: Path) -> None:
    known = {"name": "n", "text": DENIAL, "title": "T", "byline": "B", "published": "2031-05-05"}
    (tmp_path / "a.jsonl").write_text(json.dumps(known) + ending, "utf-8")
    (line,) = check_lines(sayso("extract", tmp_path / "a.jsonl"))
    assert {key: line["document"][key] for key in known if key != "text"} == {
        key: value for key, value in known.items() if key != "text"
    }
    assert line["document"]["outlet"] is None
