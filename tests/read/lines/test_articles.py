"""JSON: reports wherever they stand in the file."""

import hashlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.particulars import LeftOutKind
from sayso.read.lines import articles
from sayso.read.lines.articles import FORMAT
from sayso.read.places import Place
from sayso.read.reports import read
from tests.read.gathering import Gathered, gather

SAID = "The ministry said that at least 14 people were killed at the Orn bridge."
DENIED = "The mayor denied that anybody had warned the town."


def read_data(data: Any) -> Gathered:
    return gather(FORMAT, json.dumps(data).encode(), "pile.json", ".json")


NEWS = {
    "status": "ok",
    "totalResults": 2,
    "articles": [
        {
            "source": {"id": None, "name": "Sellan Gazette"},
            "author": "Ana Teller",
            "title": "Bridge &#8216;closed&#8217;",
            "description": "What we know",
            "url": "https://g.example/1",
            "publishedAt": "2026-03-02T08:15:00Z",
            "content": SAID + "… [+1234 chars]",
        },
        {"title": "No text here", "url": "https://g.example/2"},
    ],
}


def test_a_page_of_a_search_service() -> None:
    found = read_data(NEWS)
    document = found.document
    assert document.name == "pile.json:articles[0]"
    assert document.text == SAID
    assert document.title == "Bridge ‘closed’"
    assert (document.outlet, document.byline) == ("Sellan Gazette", "Ana Teller")
    assert document.published == "2026-03-02T08:15:00Z"
    assert document.remaining == 1234 / (1234 + len(SAID))
    assert [(one.kind, one.words) for one in document.left_out] == [
        (LeftOutKind.NOTICE, "… [+1234 chars]")
    ]
    assert document.raw_sha256 == hashlib.sha256(json.dumps(NEWS).encode()).hexdigest()
    assert found.notes == [
        "its last 1,234 characters are missing, as the file says",
        "objects that have no text, and were passed over: 1",
    ]
    (reading,) = found.readings
    assert reading.source.place_of(4) == Place(4, part="articles[0].content")


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ({"text": SAID}, [""]),
        ([{"text": SAID}, {"body": DENIED}], ["[0]", "[1]"]),
        ({"data": {"items": [{"content": SAID}]}}, ["data.items[0]"]),
        ({"hits": {"hits": [{"_id": "1", "_source": {"text": SAID}}]}}, ["hits.hits[0]"]),
        ({"response": {"results": [{"webTitle": "t", "fields": {"bodyText": SAID}}]}}, ["response.results[0]"]),
        ({"articles": {"results": [{"title": "t", "body": SAID, "authors": [{"name": "A"}]}]}}, ["articles.results[0]"]),
        ({"category": [{"records": {"article": [{"heading": "t", "title": {"id": "1", "value": "Orn Mail"}, "articleText": f"<p>{SAID}</p>"}]}}]}, ["category[0].records.article[0]"]),
        ([{"title": {"rendered": "t"}, "content": {"rendered": f"<p>{SAID}</p>"}}], ["[0]"]),
        ({"text": SAID, "comments": [{"text": DENIED}]}, [""]),
        ({"a": {"text": SAID}, "b": {"text": DENIED}}, ["a", "b"]),
    ],
)  # fmt: skip
def test_shapes_in_the_wild(data: Any, names: list[str]) -> None:
    found = read_data(data)
    assert not found.problems
    assert [one.document.name for one in found.readings] == [
        f"pile.json:{name}" if name else "pile.json" for name in names
    ]
    assert found.readings[0].document.text == SAID


def test_values_of_objects_inside_count() -> None:
    assert read_data({"title": {"rendered": "t"}, "text": SAID}).document.title == "t"
    assert (
        read_data({"title": {"value": "Orn Mail"}, "heading": "t", "text": SAID}).document.outlet
        == "Orn Mail"
    )
    assert (
        read_data({"authors": [{"name": "A B"}, "C D"], "text": SAID}).document.byline == "A B, C D"
    )


def test_html_keeps_the_places_of_its_characters() -> None:
    found = read_data(
        {"body": "<p>It is <b>denied</b> there.</p><script>x()</script><p>Nobody knew.</p>"}
    )
    assert found.document.text == "It is denied there.\n\nNobody knew."
    assert {one.place.part for one in found.readings[0].source.pieces} == {"body"}
    assert all(one.place.element is not None for one in found.readings[0].source.pieces)


def test_an_encoding_that_html_declares_does_not_count() -> None:
    body = f"<meta charset='windows-1251'><p>“{SAID}” – Zoë</p>"
    assert read_data({"body": body}).document.text == f"“{SAID}” – Zoë"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (["a", "b"], "no object with a text"),
        ([], "no object with a text"),
        ("text", "no object with a text"),
        (3, "no object with a text"),
        ([{"title": "t", "url": "u"}], "'title', 'url'"),
        ({"seen": [{"who": "x"}]}, "'seen'"),
        ({"text": " \u200b"}, "has no text"),
        ({"text": SAID + "\ud800"}, "half a character"),
    ],
)
def test_what_holds_no_report_is_named(data: Any, what: str) -> None:
    found = read_data(data)
    assert not found.readings
    assert what in found.problems[0].what


@pytest.mark.parametrize(
    ("data", "what", "remedy"),
    [
        (b'{"text": "a"}\n{"text": "b"}', "not JSON", ".jsonl"),
        (b'[{"text": "a"', "not JSON", "Save it again"),
        (b"[" * 200_000, "nested too deeply", "text"),
        (b'[{"a":' * 100_000, "nested too deeply", "text"),
        (b'{"a": ' + b"1" * 5_000 + b"}", "a number in it is too long", "text"),
        (b"\xff\xfe\xff", "not UTF-16", "iconv"),
    ],
)
def test_what_is_no_json_is_named(data: bytes, what: str, remedy: str) -> None:
    (problem,) = gather(FORMAT, data).problems
    assert what in problem.what
    assert remedy in problem.remedy


@pytest.mark.parametrize("limit", ["MAX_BYTES", "MAX_VALUES"])
def test_too_much_is_refused(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(articles, limit, 10)
    (problem,) = read_data([{"text": SAID}] * 20).problems
    assert "or has more than" in problem.what
    assert ".jsonl" in problem.remedy


def test_reports_may_stand_only_so_deep() -> None:
    data: Any = [{"text": SAID}]
    for _ in range(20):
        data = {"in": data}
    assert "none of its objects has a text" in read_data(data).problems[0].what


def test_a_long_key_is_not_repeated_in_every_place_below_it() -> None:
    inside = {str(number): {"x": ["y"]} for number in range(20_000)}
    begun = time.process_time()
    found = read_data([{"k" * 2_000_000: inside}, {"key" * 100: {"text": SAID}}])
    assert time.process_time() - begun < 3
    (reading,) = found.readings
    assert reading.document.name.endswith(":[1]." + ("key" * 100)[:100])


def test_a_feed_is_left_to_another_reader() -> None:
    assert not FORMAT.begins(b'{"version": "https://jsonfeed.org/version/1.1", "items": []}')
    assert FORMAT.begins(b'\xef\xbb\xbf [ {"text": "a"}]')
    assert not FORMAT.begins(b"[The mayor] said")


def test_files_by_content_and_by_name(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(json.dumps([{"text": SAID}, {"text": ""}, {"text": DENIED}]))
    (tmp_path / "b.jsonl").write_text(json.dumps({"name": "b", "text": SAID}))
    (tmp_path / "c.json").write_bytes(b"[" * 3_000_000)
    problems: list[UnreadableInput] = []
    documents = list(read(tmp_path, problems.append))
    assert [(one.name.rpartition("/")[2], one.format) for one in documents] == [
        ("a.json:[0]", "JSON"), ("a.json:[2]", "JSON"), ("b", "JSON Lines"),
    ]  # fmt: skip
    assert [one.name.rpartition("/")[2] for one in problems] == ["c.json"]


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["text", "title", "source", "name", "date", "body", "x"]), inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(JSON)
def test_any_data_is_reports_or_problems(data: Any) -> None:
    found = read_data(data)
    assert found.readings or found.problems


@settings(max_examples=25, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_reports_or_problems(data: bytes) -> None:
    found = gather(FORMAT, data)
    assert found.readings or found.problems
