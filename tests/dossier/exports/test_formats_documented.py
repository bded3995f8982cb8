"""docs/exports.md explains every field that the formats of other programs write."""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.dossier.exports.other_programs import demo_bytes, hostile_bytes

PAGE = Path(__file__).parents[3] / "docs/exports.md"
NAMED = re.compile("`([^`]+)`")


def documented(name: str) -> set[str]:
    """All that stands as code in the section of a format."""
    _, _, behind = PAGE.read_text().partition(f"\n## `{name}`\n")
    return set(NAMED.findall(behind.partition("\n## ")[0]))


def json_fields(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            if key != "@context":  # which only says what the others mean
                yield from json_fields(value)
            if key in ("type", "@type", "schema"):
                yield from (value if isinstance(value, list) else [value])
    elif isinstance(data, list):
        for item in data:
            yield from json_fields(item)


def json_line_fields(written: bytes) -> Iterator[str]:
    for line in written.splitlines():
        yield from json_fields(json.loads(line))


def xml_fields(written: bytes) -> Iterator[str]:
    return (data.get("key") or "" for data in etree.fromstring(written).iter("{*}data"))


def columns(written: bytes) -> Iterator[str]:
    yield from next(csv.reader(io.StringIO(written.decode())))


FIELDS = {
    "acled": columns,
    "annotation": lambda written: json_fields(json.loads(written)),
    "ftm": json_line_fields,
    "ftm-statements": json_line_fields,
    "graphml": xml_fields,
    "schema-org": lambda written: json_fields(json.loads(written)),
    "ucdp": columns,
}
ELSEWHERE = {
    "ftm-statements": "ftm",  # the schemata
    "ucdp": "acled",  # the columns of sayso
    "schema-org": "annotation",
}


@pytest.mark.parametrize("name", FIELDS)
def test_every_field_that_is_written_is_explained(name: str):
    known = documented(name) | documented(ELSEWHERE.get(name, name))
    assert documented(name)
    for written in (demo_bytes(name), hostile_bytes(name)):
        unknown = set(FIELDS[name](written)) - known
        assert not unknown
