"""JSON Lines: a document a line, and a problem for each line that is none."""

import hashlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableInput
from sayso.model.text import Document
from sayso.read.blanks import is_blank
from sayso.read.limits import USUAL_LIMITS, Limits
from sayso.read.lines import jsonl
from tests.read.gathering import gather

TEXT = "The mayor denied it."
GOOD = json.dumps({"name": "good", "text": TEXT})
WHOLE = st.text(alphabet=st.characters(codec="utf-8"))
SHOWN = WHOLE.filter(lambda text: not is_blank(text))


def read_all(
    data: bytes, limits: Limits = USUAL_LIMITS
) -> tuple[list[tuple[str, Document]], list[UnreadableInput], list[str]]:
    found = gather(jsonl.FORMAT, data, "pile", limits=limits)
    documents = [(one.where or "", one.document) for one in found.readings]
    return documents, found.problems, found.notes


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_wide_lines_are_one_problem_with_the_way_to_convert_them(codec: str, mark: str) -> None:
    found, (problem,), _ = read_all(f"{mark}{GOOD}\n{GOOD}\n".encode(codec))
    assert not found
    assert codec[:6].upper() in problem.what
    assert f"iconv -f {codec[:6]}" in problem.remedy


def lines(*some: str) -> bytes:
    return "\n".join(some).encode("utf-8", "surrogatepass")


def test_lines_that_go_on_without_a_document_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_BAD_LINES", 5)
    found, problems, _ = read_all(lines(GOOD, *["{}"] * 20, GOOD))
    assert len(found) == 1
    assert len(problems) == 7
    assert "more than 5 lines" in problems[-1].what
    assert problems[-1].name == "pile:7"


def test_bad_lines_between_documents_are_counted_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_BAD_LINES", 5)
    found, problems, _ = read_all(lines(*[GOOD, "{}", "{}", "{}", "{}", "{}"] * 3))
    assert (len(found), len(problems)) == (3, 15)


def test_everything_that_a_line_may_say() -> None:
    line = {
        "name": "one",
        "text": f" {TEXT}\r\n",
        "title": "It is denied",
        "outlet": "Sellan Gazette",
        "byline": "Ana Roll",
        "url": "https://gazette.example/1",
        "published": "2031-03-12T10:00+03:00",
        "language": "fr",
        "score": 4,
    }
    ((where, document),), problems, notes = read_all(lines(json.dumps(line)))
    assert not problems
    assert not notes
    assert where == "pile:1"
    for key in ("name", "text", "title", "outlet", "byline", "url", "published"):
        assert getattr(document, key) == line[key]
    assert document.raw_sha256 == hashlib.sha256(json.dumps(line).encode()).hexdigest()


@given(SHOWN, SHOWN, st.booleans())
def test_any_text_comes_through_unchanged(name: str, text: str, ascii_only: bool) -> None:
    line = json.dumps({"name": name, "text": text}, ensure_ascii=ascii_only)
    found, problems, _ = read_all(lines(line))
    assert [(one.name, one.text) for _, one in found] == [(name, text)]
    assert not problems


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("{broken", "not JSON"),
        ("text", "not JSON"),
        ("[]", "not a JSON object"),
        ("null", "not a JSON object"),
        ("3", "not a JSON object"),
        (json.dumps({"text": TEXT}), "no name"),
        (json.dumps({"name": " ", "text": TEXT}), "no name"),
        (json.dumps({"name": "one"}), "no text"),
        (json.dumps({"name": "one", "text": "\n "}), "no text"),
        (json.dumps({"name": "one", "text": ["a"]}), "no text"),
        (json.dumps({"name": "one", "text": TEXT + "\ud800"}), "half a character"),
        (json.dumps({"name": "\udc00", "text": TEXT}), "half a character"),
        (json.dumps({"name": "one", "text": TEXT, "title": "\ud800"}), "half a character"),
        (GOOD.replace("mayor", "mayor\ud800"), "not UTF-8"),
        ("[" * 100_000, "nested too deep"),
        ("1" * 5_000, "a number in it is too long"),
        (GOOD + GOOD, "not JSON"),
    ],
)
def test_a_line_that_is_no_document_is_named_and_the_rest_is_read(line: str, what: str) -> None:
    found, (problem,), _ = read_all(lines(GOOD, line, GOOD))
    assert [where for where, _ in found] == ["pile:1", "pile:3"]
    assert problem.name == "pile:2"
    assert what in problem.what
    assert problem.remedy


def test_bytes_that_are_not_utf8_spoil_their_line_alone() -> None:
    found, (problem,), _ = read_all(lines(GOOD) + b"\n{\xff\n" + lines(GOOD))
    assert len(found) == 2
    assert problem.name == "pile:2"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\n\n", "\n \n"])
def test_line_ends_and_empty_lines(end: str) -> None:
    found, problems, _ = read_all((GOOD + end + GOOD + end).encode())
    assert len(found) == 2
    assert not problems


def test_a_line_separator_inside_a_text_ends_no_line() -> None:
    line = json.dumps({"name": "one", "text": f"{TEXT}\u2028{TEXT}\x85"}, ensure_ascii=False)
    ((_, document),), _, _ = read_all(lines(line))
    assert document.text == f"{TEXT}\u2028{TEXT}\x85"


def test_a_byte_order_mark_is_passed_over() -> None:
    found, problems, _ = read_all(b"\xef\xbb\xbf" + lines(GOOD))
    assert len(found) == 1
    assert not problems


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_another_encoding_is_one_problem_that_says_how_to_convert(encoding: str) -> None:
    found, (problem,), _ = read_all("\n".join([GOOD] * 3).encode(encoding))
    assert not found
    assert encoding.upper() in problem.what
    assert f"iconv -f {encoding} -t utf-8" in problem.remedy


@pytest.mark.parametrize("data", [b"", b"\n\n", b" \n", b"\xef\xbb\xbf"])
def test_nothing_at_all_is_a_problem(data: bytes) -> None:
    found, (problem,), _ = read_all(data)
    assert not found
    assert problem.name == "pile"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ({"published": "2031-03-12T10:00:00"}, "2031-03-12"),
        ({"published": "2031-13-01"}, None),
        ({"published": "0001-01-01T00:00:00Z"}, None),
        ({"published": "9999-12-31"}, None),
        ({"published": 20310312}, None),
        ({"published": float("nan")}, None),
        ({"outlet": ["Sellan Gazette"]}, None),
        ({"title": {"en": "It is denied"}}, None),
    ],
)
def test_what_cannot_be_kept_as_it_is_gets_a_note(said: dict[str, Any], kept: str | None) -> None:
    line = json.dumps({"name": "one", "text": TEXT, **said})
    ((_, document),), problems, (note,) = read_all(lines(line))
    (key,) = said
    assert getattr(document, key) == kept
    assert not problems
    assert key in note


def test_what_is_empty_or_null_is_unknown_without_a_word() -> None:
    line = json.dumps({"name": "one", "text": TEXT, "title": "", "published": None})
    ((_, document),), _, notes = read_all(lines(line))
    assert document.title is document.published is None
    assert not notes


def test_a_line_too_long_is_passed_over() -> None:
    long = json.dumps({"name": "long", "text": "a" * 1_000})
    found, (problem,), _ = read_all(lines(GOOD, long, GOOD), Limits(report_bytes=200))
    assert [where for where, _ in found] == ["pile:1", "pile:3"]
    assert "longer than 200 bytes" in problem.what


@given(st.binary(max_size=80))
def test_any_bytes_are_documents_or_problems(data: bytes) -> None:
    found, problems, _ = read_all(data)
    assert found or problems
