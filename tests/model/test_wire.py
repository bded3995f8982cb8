import json
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BrokenWire
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_facts_a_text
from sayso.model.text import Document
from sayso.model.wire import (
    comparison_from_wire,
    comparison_in_pieces,
    comparison_to_wire,
    document_from_wire,
    facts_from_wire,
    facts_to_wire,
    from_line,
    to_line,
)
from tests.model.example import COMPARISON, DOCUMENT, FACTS, OTHER
from tests.model.mutations import GONE, changed, everything, mutations
from tests.strategies import facts
from tests.strategies_compared import comparisons

NAME = DOCUMENT.name


@settings(deadline=None)
@given(facts())
def test_any_facts_survive_the_road_there_and_back(any_facts: Facts) -> None:
    line = to_line(facts_to_wire(any_facts, text=True))
    assert line.splitlines() == [line]
    assert facts_from_wire(from_line(line.encode())) == any_facts
    without = to_line(facts_to_wire(any_facts))
    assert facts_from_wire(from_line(without), any_facts.document) == any_facts


@settings(deadline=None, max_examples=20)
@given(comparisons())
def test_any_comparison_survives_the_road_there_and_back(comparison: Comparison) -> None:
    line = to_line(comparison_to_wire(comparison))
    assert "".join(comparison_in_pieces(comparison)) == line
    shuffled = reversed(comparison.facts)
    assert comparison_from_wire(from_line(line), shuffled) == comparison


def test_a_line_is_one_line_to_every_reader() -> None:
    facts = Facts(Document("reports/ends.txt", "One\u2028two\x85three\u2029four\r\nfive\x0b\x1c"))
    line = to_line(facts_to_wire(facts, text=True))
    assert line.splitlines() == [line]
    assert json.loads(line)["document"]["text"] == facts.document.text


def test_a_document_without_its_text_must_be_given() -> None:
    data = facts_to_wire(FACTS)
    assert "text" not in data["document"]
    assert facts_from_wire(data, DOCUMENT) == FACTS


def test_a_comparison_takes_the_facts_of_its_documents_from_many() -> None:
    more = Facts(Document("reports/late.txt", "Nothing of it is known here."))
    data = comparison_to_wire(COMPARISON)
    assert comparison_from_wire(data, [more, OTHER, FACTS]) == COMPARISON


def test_a_comparison_read_back_has_every_head_whichever_lines_are_given() -> None:
    text = "Shells fell on Ormley."
    early = Facts(Document("e.txt", text, outlet="Herald", published="2031-05-04"))
    late = Facts(Document("l.txt", text, outlet="Gazette", published="2031-05-05"))
    merged = one_facts_a_text([late, early])
    comparison = Comparison(merged)
    data = comparison_to_wire(comparison)
    for given_facts in ([early, late], [late, early], [late], [early], merged):
        assert comparison_from_wire(data, given_facts) == comparison


def test_fields_that_are_not_known_are_passed_over() -> None:
    data = facts_to_wire(FACTS, text=True)
    _everywhere(data, lambda one: one.update(later={"start": 0, "end": 10**9, "quote": "no"}))
    assert facts_from_wire(data) == FACTS
    data = comparison_to_wire(COMPARISON)
    _everywhere(data, lambda one: one.update(later=["no"]))
    assert comparison_from_wire(data, COMPARISON.facts) == COMPARISON


def test_how_a_speaker_knows_may_be_missing() -> None:
    data = facts_to_wire(FACTS, text=True)
    for claim in data["claims"]:
        del claim["basis"]
    assert all(claim.basis == () for claim in facts_from_wire(data).claims)
    assert any(claim.basis for claim in FACTS.claims)


def test_what_we_added_to_a_document_may_be_missing() -> None:
    data = facts_to_wire(FACTS, text=True)
    for name in ("furniture", "read_to", "also"):
        del data["document"][name]
    bare = document_from_wire(data["document"])
    assert (bare.furniture, bare.read_to, bare.also) == ((), None, ())
    assert bare.id == DOCUMENT.id


def test_what_we_added_to_a_comparison_may_be_missing() -> None:
    data = comparison_to_wire(COMPARISON)
    del data["citations"], data["actors"], data["origins"][0]["why"], data["points"][0]["why"]
    bare = comparison_from_wire(data, COMPARISON.facts)
    missing = (bare.citations, bare.actors, bare.origins[0].why, bare.points[0].why)
    assert missing == ((), (), (), ())
    assert bare.points[0].id == COMPARISON.points[0].id


def test_what_we_added_to_a_point_may_be_missing() -> None:
    data = comparison_to_wire(COMPARISON)
    (point,), (stand,) = data["points"], data["points"][0]["claims"]
    del point["probability"], point["likelihood"]
    del stand["reasons"], stand["score"], stand["concedes"]
    (bare,) = comparison_from_wire(data, COMPARISON.facts).points
    assert (bare.probability, bare.likelihood) == (None, None)
    (bare_stand,) = bare.claims
    assert (bare_stand.reasons, bare_stand.score, bare_stand.concedes) == ((), None, False)
    assert bare.id == COMPARISON.points[0].id


# Where in the example, what is put there (or GONE), and how the complaint about it goes on.
BROKEN_FACTS: list[tuple[str, Any, str]] = [
    ("sayso", 2, "wire version 1 is wanted, not 2"),
    ("sayso", True, "wire version 1 is wanted, not true"),
    ("sayso", 1.0, "wire version 1 is wanted, not 1.0"),
    ("sayso", GONE, "wire version 1 is wanted, not null"),
    ("document", [], "document: an object is wanted, not a list"),
    ("document.name", 7, "document.name: a string is wanted, not 7"),
    ("document.text", GONE, f"{NAME}: the text is missing; make it with `sayso extract --text`"),
    ("document.text", None, f"{NAME}: the text is missing; make it with `sayso extract --text`"),
    ("document.text", "Other.", f"{NAME}: document.id: the text is not the one that was read"),
    ("document.text", "\ud800", f"{NAME}: document.text: the string has half a character"),
    ("document.id", "0" * 64, f"{NAME}: document.id: the text is not the one that was read"),
    ("document.id", GONE, f"{NAME}: document.id: the text is not the one that was read"),
    ("document.length", 177, f"{NAME}: document.length: the text has 178 characters"),
    ("document.title", GONE, f"{NAME}: document: 'title' is missing"),
    ("document.title", ["x"], f"{NAME}: document.title: a string is wanted, not a list"),
    ("document.outlet", 3, f"{NAME}: document.outlet: a string is wanted, not 3"),
    ("document.url", "\udcff", f"{NAME}: document.url: the string has half a character"),
    ("document.published", 2024, f"{NAME}: document.published: a string is wanted, not 2024"),
    ("document.published", "yesterday", f"{NAME}: document.published: a day, or a day and time"),
    ("document.published", "2024-07-27T10:00", f"{NAME}: document.published: a day, or a day and"),
    ("document.raw_sha256", "ABC", f"{NAME}: document.raw_sha256: 'ABC' is no SHA-256"),
    ("document.remaining", True, f"{NAME}: document.remaining: a number is wanted, not true"),
    ("document.remaining", 1.01, f"{NAME}: document: remaining goes from 0 to 1, and 1.01 does"),
    (
        "document.remaining",
        float("nan"),
        f"{NAME}: document.remaining: a number is wanted, not nan",
    ),
    ("document.furniture", None, f"{NAME}: document.furniture: a list is wanted, not null"),
    (
        "document.furniture.0.quote",
        "No.",
        f"{NAME}: document.furniture[0]: at 136:178 the text has",
    ),
    ("document.furniture.0.end", 179, f"{NAME}: document.furniture[0]: 136:179 is no place in 178"),
    ("document.read_to", 179, f"{NAME}: document: 179 is no place in 178 characters"),
    ("document.read_to", -1, f"{NAME}: document.read_to: a whole number goes from 0 to"),
    ("document.read_to", True, f"{NAME}: document.read_to: a whole number is wanted, not true"),
    ("document.also", None, f"{NAME}: document.also: a list is wanted, not null"),
    ("document.also.0.outlet", GONE, f"{NAME}: document.also[0]: 'outlet' is missing"),
    ("document.also.0.name", None, f"{NAME}: document.also[0].name: a string is wanted, not null"),
    ("document.also.0.published", "then", f"{NAME}: document.also[0].published: a day, or a day"),
    ("document.also.0.raw_sha256", "A", f"{NAME}: document.also[0].raw_sha256: 'A' is no SHA-256"),
    ("attributions", GONE, f"{NAME}: there is no list of attributions"),
    ("claims", GONE, f"{NAME}: there is no list of claims"),
    ("actors", {}, f"{NAME}: actors: a list is wanted, not an object"),
    ("figures", None, f"{NAME}: figures: a list is wanted, not null"),
    ("events.0", "raid", f"{NAME}: events[0]: an object is wanted, not 'raid'"),
    ("attributions.1.cue.quote", "said", f"{NAME}: attributions[1].cue: at 28:34 the text has"),
    ("attributions.1.cue.quote", GONE, f"{NAME}: attributions[1].cue: at 28:34 the text has"),
    ("attributions.1.cue.start", 27, f"{NAME}: attributions[1].cue: at 27:34 the text has"),
    ("attributions.1.cue.start", 34, f"{NAME}: attributions[1].cue: 34:34 is no place in 178"),
    (
        "attributions.1.cue.start",
        -1,
        f"{NAME}: attributions[1].cue.start: a whole number goes from",
    ),
    ("attributions.1.cue.end", 28.0, f"{NAME}: attributions[1].cue.end: a whole number is wanted"),
    ("attributions.1.cue.end", True, f"{NAME}: attributions[1].cue.end: a whole number is wanted"),
    ("attributions.1.cue.end", 10**400, f"{NAME}: attributions[1].cue.end: a whole number goes"),
    (
        "attributions.1.cue",
        [28, 34],
        f"{NAME}: attributions[1].cue: an object is wanted, not a list",
    ),
    ("attributions.1.cue", GONE, f"{NAME}: attributions[1]: 'cue' is missing"),
    ("attributions.1.content", [], f"{NAME}: attributions[1]: an attribution has content"),
    ("attributions.1.id", "0" * 12, f"{NAME}: attributions[1].id: "),
    ("attributions.1.id", GONE, f"{NAME}: attributions[1].id: "),
    ("attributions.1.kind", "song", f"{NAME}: attributions[1].kind: speech | writing | thought"),
    ("attributions.1.speech", None, f"{NAME}: attributions[1].speech: a string is wanted"),
    ("attributions.1.within", "0" * 12, f"{NAME}: attributions[1].within: nothing in the"),
    ("attributions.1.score", float("inf"), f"{NAME}: attributions[1].score: a number is wanted"),
    ("attributions.1.score", -0.1, f"{NAME}: attributions[1]: score goes from 0 to 1, and -0.1"),
    ("attributions.1.score", 10**400, f"{NAME}: attributions[1].score: a number is wanted, not a"),
    ("attributions.1.score", "1", f"{NAME}: attributions[1].score: a number is wanted, not '1'"),
    ("claims.0.stance", "lies", f"{NAME}: claims[0].stance: asserts | denies"),
    ("claims.0.chain.1", "0" * 12, f"{NAME}: claims[0].id: "),
    ("claims.0.chain.1", None, f"{NAME}: claims[0].chain[1]: a string is wanted, not null"),
    ("claims.0.speaker", "0" * 12, f"{NAME}: claims[0].speaker: nothing in the actors has the id"),
    ("actors.0.name", "A man", f"{NAME}: actors[0].name: 'A man' is not what 'name_span' quotes"),
    ("actors.0.name_span", GONE, f"{NAME}: actors[0]: 'name_span' is missing"),
    ("actors.0.role", "boss", f"{NAME}: actors[0].role: 'boss' is not what 'role_span' quotes"),
    ("actors.0.named", 1, f"{NAME}: actors[0].named: true or false is wanted, not 1"),
    ("figures.0.low", 12.0, f"{NAME}: figures[0].low: a whole number is wanted, not 12.0"),
    ("figures.0.low", True, f"{NAME}: figures[0].low: a whole number is wanted, not true"),
    ("figures.0.low", 2**53, f"{NAME}: figures[0].low: a whole number goes from 0 to"),
    ("figures.0.high", 11, f"{NAME}: figures[0]: 12 to 11 is no range"),
    ("figures.0.harm", "injured", f"{NAME}: figures[0].id: "),
    ("events.0.place.lat", 90.5, f"{NAME}: events[0].place: 90.5 degrees is nowhere on Earth"),
    ("events.0.when.from", "20310314", f"{NAME}: events[0].when.from: a day is written 2031-03-14"),
    ("events.0.when.from", "2031-02-29", f"{NAME}: events[0].when.from: '2031-02-29' is no day"),
    (
        "events.0.when.from",
        "2031-03-15",
        f"{NAME}: events[0].when: 2031-03-14 is before 2031-03-15",
    ),
    ("events.0.participants.0.actor", "x", f"{NAME}: events[0].participants[0].actor: nothing in"),
]


@pytest.mark.parametrize(("where", "what", "complaint"), BROKEN_FACTS)
def test_broken_facts_are_refused(where: str, what: Any, complaint: str) -> None:
    data = changed(facts_to_wire(FACTS, text=True), where, what)
    with pytest.raises(BrokenWire) as caught:
        facts_from_wire(data)
    assert str(caught.value).startswith(complaint)


BROKEN_COMPARISONS: list[tuple[str, Any, str]] = [
    ("sayso", "1", "wire version 1 is wanted, not '1'"),
    ("documents", GONE, "there is no list of documents"),
    ("documents.1.id", DOCUMENT.id, f"documents[1].id: {DOCUMENT.id[:12]}… stands twice"),
    ("documents.0.also.0.url", 7, "documents[0].also[0].url: a string is wanted, not 7"),
    ("documents.0.also.0.published", "then", "documents[0].also[0].published: a day, or a day"),
    ("documents.0.published", "then", "documents[0].published: a day, or a day"),
    (
        "documents.1.id",
        "f" * 64,
        "documents[1]: the facts of 'reports/quay.txt' (ffffffffffff…) are",
    ),
    ("points", GONE, "there is no list of points"),
    (
        "points.0.claims.0.document",
        ["x"],
        "points[0].claims[0].document: a string is wanted, not a",
    ),
    ("points.0.claims.0.side", "both", "points[0].claims[0].side: for | against | open is wanted"),
    (
        "points.0.title_span.document",
        [1],
        "points[0].title_span.document: a string is wanted, not a",
    ),
    (
        "points.0.title_span.document",
        "x",
        "points[0].title_span: no document with the id 'x' is here",
    ),
    ("points.0.title_span.start", 0, "points[0].title_span: at 0:106 the text has"),
    ("points.0.title", "It is so", "points[0].title: 'It is so' is not what 'title_span' quotes"),
    ("points.0.origins_for", -1, "points[0].origins_for: a whole number goes from 0"),
    ("points.0.why.0.score", 2, "points[0].why[0]: score goes from 0 to 1, and 2.0 does not"),
    ("points.0.probability", 2, "points[0]: probability goes from 0 to 1, and 2.0 does not"),
    ("points.0.likelihood", "true", "points[0].likelihood: clear | likely | perhaps is wanted"),
    ("points.0.claims.0.score", "1", "points[0].claims[0].score: a number is wanted, not '1'"),
    ("points.0.claims.0.score", -0.5, "points[0].claims[0]: score goes from 0 to 1, and -0.5"),
    ("points.0.claims.0.concedes", 1, "points[0].claims[0].concedes: true or false is wanted"),
    ("points.0.claims.0.reasons.0.rule", 1, "points[0].claims[0].reasons[0].rule: a string is"),
    ("stories.0.documents.0", "0" * 64, "stories[0].id: "),
    ("copies.0.from", "0" * 64, "copies[0]: a copy comes from one of the two reports"),
    ("copies.0.left", DOCUMENT.id, "copies[0]: a copy comes from one of the two reports"),
    (
        "copies.0.passages.0.right.document",
        OTHER.document.id,
        "copies[0].passages[0].right: at 0:178",
    ),
    ("citations.0.attribution", "x", "citations[0].attribution: nothing in the attributions has"),
    ("citations.0.cited", "x", "citations[0].cited: nothing in the documents has the id 'x'"),
    ("citations.0.document", OTHER.document.id, "citations[0]: an outlet is named in the report"),
    ("tolls.0.event", "x", "tolls[0].event: nothing in the shared events has the id 'x'"),
    ("tolls.0.best", 13, "tolls[0]: 0 to 13 to 12 is no range"),
    ("tolls.0.why", [1], "tolls[0].why[0]: a string is wanted, not 1"),
    ("timeline.0.event", "x", "timeline[0].event: nothing in the shared events has the id 'x'"),
    (
        "timeline.0.documents.1",
        "x",
        "timeline[0].documents[1]: nothing in the documents has the id",
    ),
    ("timeline.0.to", "2031-03-13", "timeline[0]: 2031-03-13 is before 2031-03-14"),
    ("events.0.from", 2031, "events[0].from: a string is wanted, not 2031"),
]


@pytest.mark.parametrize(("where", "what", "complaint"), BROKEN_COMPARISONS)
def test_broken_comparisons_are_refused(where: str, what: Any, complaint: str) -> None:
    data = changed(comparison_to_wire(COMPARISON), where, what)
    with pytest.raises(BrokenWire) as caught:
        comparison_from_wire(data, COMPARISON.facts)
    assert str(caught.value).startswith(complaint)


@given(st.data())
def test_a_shifted_offset_is_refused(data: st.DataObject) -> None:
    wire = facts_to_wire(FACTS, text=True)
    spans: list[dict[str, Any]] = []
    _everywhere(wire, lambda one: spans.append(one) if "quote" in one else None)
    span = data.draw(st.sampled_from(spans))
    span[data.draw(st.sampled_from(("start", "end")))] += data.draw(st.sampled_from((-1, 1)))
    with pytest.raises(BrokenWire, match=NAME):
        facts_from_wire(wire)


@settings(deadline=None)
@given(mutations(facts_to_wire(FACTS, text=True)), mutations(comparison_to_wire(COMPARISON)))
def test_whatever_is_changed_nothing_but_a_complaint_comes_of_it(one: Any, other: Any) -> None:
    with suppress(BrokenWire):
        facts_from_wire(one)
    with suppress(BrokenWire):
        comparison_from_wire(other, COMPARISON.facts)


def test_a_document_given_must_be_the_one_that_is_meant() -> None:
    data = facts_to_wire(FACTS)
    with pytest.raises(BrokenWire, match="the text is not the one that was read"):
        facts_from_wire(data, OTHER.document)


def test_a_document_without_a_word_can_be_given() -> None:
    empty = Facts(Document("reports/empty.txt", ""))
    assert facts_from_wire(facts_to_wire(empty), empty.document) == empty


@pytest.mark.parametrize("data", [None, [], "line", 1, {}, {"sayso": 1}])
def test_what_is_no_output_at_all_is_refused(data: Any) -> None:
    for reading in (facts_from_wire, document_from_wire):
        with pytest.raises(BrokenWire):
            reading(data)
    with pytest.raises(BrokenWire):
        comparison_from_wire(data, [])


LINES: list[tuple[str | bytes, str]] = [
    ("", "a.jsonl:3: this is not JSON: Expecting value"),
    ('{"sayso": 1', "a.jsonl:3: this is not JSON: "),
    (b'{"name": "\xff"}', "a.jsonl:3: this is not JSON: 'utf-8' codec"),
    ('{"score": NaN}', "a.jsonl:3: NaN is no number in JSON"),
    ('{"score": -Infinity}', "a.jsonl:3: -Infinity is no number in JSON"),
    ('{"low": ' + "9" * 5000 + "}", "a.jsonl:3: this is not JSON: "),
    ("[" * 100_000, "a.jsonl:3: lists and objects are nested too deep"),
    ("[1]", "a.jsonl:3: an object is wanted, not a list"),
]


@pytest.mark.parametrize(("line", "complaint"), LINES, ids=range(len(LINES)))
def test_a_line_that_is_not_json_is_refused(line: str | bytes, complaint: str) -> None:
    with pytest.raises(BrokenWire) as caught:
        from_line(line, "a.jsonl:3")
    assert str(caught.value).startswith(complaint)


def test_a_number_that_json_has_not_is_never_written() -> None:
    with pytest.raises(ValueError, match="JSON"):
        to_line({"score": float("nan")})


def test_a_complaint_shows_no_character_that_a_terminal_obeys() -> None:
    hostile = replace(DOCUMENT, name="\x1b[2Jraid\n.txt")
    data = changed(facts_to_wire(replace(FACTS, document=hostile), text=True), "claims", "\x1b[2J")
    with pytest.raises(BrokenWire) as caught:
        facts_from_wire(data)
    assert str(caught.value).isprintable()


def _everywhere(data: Any, act: Any) -> None:
    """Does something to every object in the data."""
    for _, one in [("", data), *everything(data)]:
        if isinstance(one, dict):
            act(one)
