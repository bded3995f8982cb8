"""The same is read whatever the line breaks, and shown as it stands."""

import textwrap
from functools import cache
from typing import Any

import pytest

from bench.linebreaks import wrapped as broken_lines
from sayso.extract.extracting import extract
from sayso.extract.speech import attributions, sections
from sayso.model.facts import Facts
from sayso.model.references import check_facts
from sayso.model.text import Document, Span
from sayso.model.wire import facts_from_wire, facts_to_wire
from tests.extract.test_growth import check_doubling, eager_network

REPORT = (
    "TARN – The governor of Lenn province, Lise Harrow, said on Thursday that the flood had killed "
    "twenty-two people in the lower town and that “nobody was warned in time”. She promised an "
    "inquiry into the hospital, where nineteen patients drowned.\n\n"
    "According to the Harbour Post, citing a spokesman for the anti-government Front, at least 1,200 "
    "people lost their houses. The army denied that it had opened the gates of the dam. “We kept "
    "them shut,” Colonel Otto Brill told the paper, “and we have the log to show it.”\n\n"
    "Two of the dead were children, Harrow added. Police detained four men on Friday; the men say "
    "that they were fetching bread."
)
CUTS = {
    "hospital": "hos-\npital",
    "governor": "gover-\nnor",
    "twenty-two": "twenty-\ntwo",
    "nineteen": "nine-\nteen",
    "anti-government": "anti-\ngovernment",
    "children": "chil-\ndren",
    "denied": "de-\nnied",
}


def wrapped(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(one, width) for one in text.split("\n\n"))


def with_cuts(text: str) -> str:
    """Words cut at the ends of lines."""
    for word, cut in CUTS.items():
        text = text.replace(word, cut)
    return text


VARIANTS = {
    "60 columns": wrapped(REPORT, 60),
    "72 columns": wrapped(REPORT, 72),
    "80 columns, Windows": wrapped(REPORT, 80).replace("\n", "\r\n"),
    "spaces at line ends": wrapped(REPORT, 72).replace("\n", "   \n"),
    "cut words": with_cuts(REPORT),
    "72 columns, cut words": broken_lines(REPORT, 72, cuts=True),
    "a running head": REPORT.replace(
        "nobody was warned in", "nobody was warned\n\n    — 4 —\n  THE HARBOUR POST, 12 APRIL\n\nin"
    ),
}


@cache
def facts_of(text: str) -> Facts:
    return extract(Document("note.txt", text, published="2026-04-12"))


def shown(facts: Facts) -> dict[str, Any]:
    """The facts in words, without what line breaks add."""

    def words(value: Any) -> Any:
        if isinstance(value, Span):
            kept = facts.document[value].replace("-", "").split()
            return "".join(kept)
        return "".join(map(words, value)) if isinstance(value, tuple) else value

    names = {one.id: words(one.name) for one in facts.actors}
    speakers = {one.id: words(one.source) for one in facts.attributions}
    contents = {one.id: words(one.content) for one in facts.claims}
    return {
        "attributions": [
            (words(one.source), words(one.cue), words(one.content), speakers.get(one.within or ""))
            for one in facts.attributions
        ],
        "claims": [
            (
                words(one.content),
                [speakers[outer] for outer in one.chain],
                one.stance,
                words(one.hedges),
                names.get(one.speaker or ""),
            )
            for one in facts.claims
        ],
        "actors": [
            (words(one.name), one.type, words(one.role), list(map(words, one.mentions)))
            for one in facts.actors
        ],
        "figures": [
            (words(one.span), one.low, one.harm, words(one.who), contents.get(one.claim or ""))
            for one in facts.figures
        ],
        "events": [
            (
                words(one.trigger),
                one.kind,
                [words(part.span) for part in one.participants],
                one.when and (one.when.first, one.when.last),
                one.place and one.place.name,
            )
            for one in facts.events
        ],
    }


@pytest.mark.parametrize("text", VARIANTS.values(), ids=VARIANTS)
def test_the_same_facts_whatever_the_line_breaks(text: str) -> None:
    facts = facts_of(text)
    plain = shown(facts_of(REPORT))
    assert len(plain["attributions"]) > 5
    if "HARBOUR POST," in text:  # the words of a head are in no content, but may lie in an event
        plain.pop("events")
    found = shown(facts)
    assert {kind: found[kind] for kind in plain} == plain
    check_facts(facts)
    assert facts_from_wire(facts_to_wire(facts, text=True)) == facts


def test_words_are_shown_as_they_stand() -> None:
    facts = facts_of(VARIANTS["cut words"])
    document = facts.document
    assert "twenty-\ntwo" in [document[one.span] for one in facts.figures]
    assert any(one.cue and document[one.cue] == "de-\nnied" for one in facts.attributions)


def test_a_running_head_is_in_nobodys_mouth() -> None:
    facts = facts_of(VARIANTS["a running head"])
    document = facts.document
    contents = [
        [document[span] for span in one.content]
        for one in facts.attributions
        if any("nobody was warned" in document[span] for span in one.content)
    ]
    assert contents
    assert all("HARBOUR" not in words for pieces in contents for words in pieces)
    assert contents[0][-1].startswith("in time")


def test_furniture_in_a_wrapped_text() -> None:
    text = wrapped(REPORT, 72).replace(
        "She promised", "24 % of this article left to read. She promised"
    )
    start = text.index("24 %")
    notice = Span(start, start + len("24 % of this article left to read."))
    facts = extract(Document("note.txt", text, furniture=(notice,)))
    assert not any(span.touches(notice) for one in facts.figures for span in (one.span,))
    assert [one.low for one in facts.figures] == [one.low for one in facts_of(REPORT).figures]


def test_how_far_a_wrapped_report_was_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "MAX_SECTION_CHARACTERS", 300)
    monkeypatch.setattr(sections, "MAX_REPORT_PIECES", 1)
    plain, broken = (
        extract(Document("note.txt", text)).document for text in (REPORT, VARIANTS["60 columns"])
    )
    assert plain.read_to is not None
    assert broken.read_to is not None
    assert broken.text[broken.read_to :].split() == plain.text[plain.read_to :].split()


def test_wrapped_reports_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attributions, "tag_texts", eager_network)
    for unit in ("the mayor said that\n", "hos-\npital ", "a b c\n\n4\n\n"):
        check_doubling(lambda text: extract(Document("report.txt", text)), unit)
