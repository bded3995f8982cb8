"""JSON Lines: everything, read back as it was; or what may be handed on."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any, Literal

import pytest
from jsonschema import Draft202012Validator

from sayso.dossier.exports.jsonl import read_holdings, read_jsonl
from sayso.errors import BrokenWire
from sayso.model.decisions import Holdings
from sayso.model.schema import schema
from tests.dossier.exports.held import HOSTILE, demo, documents, empty, hostile, without_decisions
from tests.dossier.exports.writing import export, export_anew, written
from tests.model.example import COMPARISON

Lines = list[dict[str, Any]]


def small() -> Holdings:
    """A small case with the decisions and orphans of the bundled one."""
    return replace(demo(), comparison=COMPARISON)


@cache
def _validator(what: Literal["extract", "compare"]) -> Draft202012Validator:
    return Draft202012Validator(schema(what))


def lines_of(data: bytes) -> Lines:
    return [json.loads(line) for line in data.decode().split("\n")[:-1]]


def joined(lines: Lines) -> BytesIO:
    return BytesIO("".join(f"{json.dumps(line)}\n" for line in lines).encode())


@pytest.mark.parametrize("holdings", [demo, hostile, empty, small])
def test_what_was_written_is_read_back_as_it_was(holdings: Callable[[], Holdings]) -> None:
    data, report = export("jsonl", holdings())
    assert read_holdings(BytesIO(data)) == holdings()
    facts, comparison, decisions = read_jsonl(BytesIO(data))
    assert (facts, comparison) == (holdings().comparison.facts, holdings().comparison)
    assert decisions == holdings().decisions
    assert report.left_out == ()
    assert report.rows == data.count(b"\n") == len(facts) + len(decisions) + 2


@pytest.mark.parametrize("name", ["jsonl", "jsonl-redacted"])
def test_the_lines_are_the_wires(name: str) -> None:
    for holdings in (demo(), hostile()):
        lines = lines_of(written(name, holdings))
        reports = len(holdings.comparison.facts)
        for line in lines[:reports]:
            _validator("extract").validate(line)
        _validator("compare").validate(lines[reports])
        assert ["decision" in line for line in lines[reports + 1 : -1]] == [True] * len(
            holdings.decisions
        )
        assert "holdings" in lines[-1]


def test_the_value_of_a_decision_may_be_any_json() -> None:
    value = {"a": -1, "b": -1.5, "c": [True, None, {"d": "x"}], "e": {}}
    first, *others = demo().decisions
    holdings = replace(small(), decisions=(replace(first, value=value), *others))
    assert read_holdings(BytesIO(export_anew("jsonl", holdings)[0])) == holdings


def test_no_character_acts_on_a_terminal() -> None:
    text = written("jsonl", hostile()).decode()
    assert not set(text) & set("\x00\x07\u202e\u200f\u2028\x85")


# ---- what is refused --------------------------------------------------------------------------


def damaged(change: Callable[[Lines], object]) -> BytesIO:
    lines = lines_of(written("jsonl", small()))
    change(lines)
    return joined(lines)


def decision(lines: Lines) -> dict[str, Any]:
    found: dict[str, Any] = next(line["decision"] for line in lines if "decision" in line)
    return found


DAMAGE: dict[str, tuple[Callable[[Lines], object], str]] = {
    "no end": (lambda lines: lines.pop(), "the end of the export is missing"),
    "nothing": (lambda lines: lines.clear(), "the end of the export is missing"),
    "no comparison": (lambda lines: lines.pop(2), "line 3: the line of the comparison comes"),
    "a report too late": (
        lambda lines: lines.append(lines.pop(0)),
        "line 2: documents.0.: the facts of",
    ),
    "a report after the comparison": (
        lambda lines: lines.insert(3, lines[0]),
        "line 4: the lines of reports and of the comparison come first",
    ),
    "more after the end": (lambda lines: lines.append(lines[3]), "line 15: the export ended"),
    "another text": (
        lambda lines: lines[0]["document"].update(text="another"),
        "line 1: .*the text is not the one",
    ),
    "another quote": (
        lambda lines: lines[0]["claims"][0]["content"][0].update(quote="another"),
        "line 1: .*the text has",
    ),
    "another version": (lambda lines: lines[3].update(sayso=2), "line 4: wire version 1"),
    "no object": (lambda lines: lines.insert(3, [1]), "line 4: it: an object is wanted"),  # type: ignore[arg-type]
    "a decision twice": (lambda lines: lines.insert(3, lines[3]), "line 5: .*1 stands twice"),
    "a decision of no kind": (
        lambda lines: decision(lines).update(kind="guess"),
        r"line 4: decision\.kind: accept \| .* is wanted, not 'guess'",
    ),
    "a decision on nothing known": (
        lambda lines: decision(lines)["subjects"][0].update(kind="dream"),
        r"line 4: decision\.subjects\[0\]\.kind: .*not 'dream'",
    ),
    "a decision without an author": (
        lambda lines: decision(lines).pop("author"),
        "line 4: decision: 'author' is missing",
    ),
    "a number for a reason": (
        lambda lines: decision(lines).update(reason=1),
        r"line 4: decision\.reason: a string is wanted",
    ),
    "half a character": (
        lambda lines: decision(lines).update(value={"note": ["\ud800"]}),
        r"line 4: decision\.value\.note: .*half a character",
    ),
    "a value too deep": (
        lambda lines: decision(lines).update(value={"a": json.loads("[" * 30 + "]" * 30)}),
        "nested more than 20 deep",
    ),
    "a number beyond all": (
        lambda lines: decision(lines).update(value={"a": -(2**60)}),
        r"line 4: decision\.value\.a: a number is at most",
    ),
    "an unknown orphan": (
        lambda lines: lines[-1]["holdings"].update(orphans=[99]),
        "there is no decision 99",
    ),
    "no name": (lambda lines: lines[-1]["holdings"].pop("name"), "'name' is missing"),
    "a list for what was added": (
        lambda lines: lines[-1]["holdings"].update(added=[]),
        r"holdings\.added: an object is wanted",
    ),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_what_does_not_hold_is_refused_with_its_line(name: str) -> None:
    change, complaint = DAMAGE[name]
    with pytest.raises(BrokenWire, match=complaint):
        read_holdings(damaged(change))


@pytest.mark.parametrize("line", [b"{", b"\xff", b"[" * 100_000, b'{"sayso":NaN}', b'"text"'])
def test_what_is_no_line_of_json_is_refused(line: bytes) -> None:
    with pytest.raises(BrokenWire, match="line 2: it: "):
        read_holdings([b"\n", line])


def test_the_undamaged_lines_are_read() -> None:
    assert read_holdings(damaged(len)) == small()


def test_empty_lines_are_nothing() -> None:
    data = written("jsonl", small()).replace(b"\n", b"\n\r\n\n")
    assert read_holdings(BytesIO(data)) == small()


# ---- redacted ---------------------------------------------------------------------------------


def test_a_redacted_export_has_no_text_and_says_so_when_it_is_read_back() -> None:
    data = written("jsonl-redacted", demo())
    assert not any("text" in line.get("document", {}) for line in lines_of(data))
    with pytest.raises(BrokenWire, match=r"line 1: .*redacted export.*sayso export CASE jsonl"):
        read_holdings(BytesIO(data))


def test_a_redacted_export_keeps_the_words_of_facts_and_all_hashes() -> None:
    lines = lines_of(written("jsonl-redacted", demo()))
    for line, facts in zip(lines, demo().comparison.facts, strict=False):
        document = line["document"]
        assert document["id"] == facts.document.id
        assert document["raw_sha256"] == facts.document.raw_sha256
        assert document["words_left_out"] == facts.document.words_left_out
        assert [one["quote"] for claim in line["claims"] for one in claim["content"]] == [
            facts.document[span] for claim in facts.claims for span in claim.content
        ]


def test_a_redacted_export_has_no_other_words_of_a_report() -> None:
    kept: dict[str, set[str]] = {}
    for line in lines_of(written("jsonl-redacted", demo())):
        _gather_quotes(line, kept)
    for document in documents(demo()).values():
        furniture = [document[span] for span in document.furniture]
        assert not set(furniture) & kept.get("quote", set())
        assert not {one.words for one in document.left_out} & kept.get("words", set())
    assert not any("passages" in one for one in kept if kept[one])


def _gather_quotes(data: Any, kept: dict[str, set[str]]) -> None:
    if isinstance(data, dict):
        for name, one in data.items():
            if isinstance(one, str):
                kept.setdefault(name, set()).add(one)
            if name == "passages":
                assert one == []
            _gather_quotes(one, kept)
    elif isinstance(data, list):
        for one in data:
            _gather_quotes(one, kept)


def test_what_a_redacted_export_leaves_out_is_counted() -> None:
    _, report = export("jsonl-redacted", hostile())
    assert report.left_out == (
        "32 passages that reports share: this export is redacted",
        "33 texts of reports: this export is redacted",
        "33 lines that are no part of their article: this export is redacted",
        "33 runs of words outside the texts: this export is redacted",
    )
    assert len(HOSTILE) == 33


def test_decisions_go_along_when_an_export_is_redacted() -> None:
    with_them = lines_of(written("jsonl-redacted", demo()))
    without = lines_of(written("jsonl-redacted", without_decisions(demo())))
    assert len(with_them) - len(without) == len(demo().decisions)
