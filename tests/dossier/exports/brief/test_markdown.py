"""Markdown: a brief that says what the case holds, in which no report's text is markup."""

import re
from collections.abc import Iterator
from functools import cache

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from sayso.dossier.exports.brief.escaping import plain
from sayso.model.unseen import UNSEEN
from tests.dossier.exports.held import HOSTILE, demo, empty, hostile
from tests.dossier.exports.writing import written

MARKUP = {
    "html_inline",
    "html_block",
    "link_open",
    "image",
    "code_inline",
    "code_block",
    "fence",
} | {*("em_open", "s_open", "hr", "blockquote_open", "ordered_list_open")}
NOTE = re.compile(r"\[\^([0-9]+)\](:?)")


@cache
def brief(name: str) -> str:
    return written("markdown", {"demo": demo, "hostile": hostile}[name]()).decode()


def tokens(text: str) -> Iterator[Token]:
    reader = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable(
        ["table", "strikethrough"]
    )
    for token in reader.parse(text):
        yield token
        yield from token.children or ()


@cache
def read_back(name: str) -> list[Token]:
    """What a Markdown reader makes of a brief."""
    return list(tokens(brief(name)))


def shown(text: str) -> str:
    """What a reader of the text sees, on one line."""
    return "".join(
        token.content for token in tokens(text) if token.type in ("text", "text_special")
    )


@pytest.mark.parametrize("name", ["demo", "hostile"])
def test_no_text_of_a_report_is_markup(name: str) -> None:
    found = {token.type for token in read_back(name)}
    assert not found & MARKUP
    assert {"heading_open", "bullet_list_open", "table_open", "strong_open"} <= found


@pytest.mark.parametrize("name", ["demo", "hostile"])
def test_every_heading_is_ours(name: str) -> None:
    headings = [line for line in brief(name).splitlines() if line.startswith("#")]
    levels = [token.tag for token in read_back(name) if token.type == "heading_open"]
    assert levels == [f"h{len(line.split(' ')[0])}" for line in headings]


def test_no_character_is_unseen_or_acts() -> None:
    assert not UNSEEN.search(brief("hostile"))
    assert "\r" not in brief("hostile")
    assert r"\[U+202E\]gpj.exe" in brief("hostile")


@pytest.mark.parametrize("words", [one for one in HOSTILE if len(one) < 1000], ids=range(31))
def test_a_text_is_shown_as_it_stands(words: str) -> None:
    visible = UNSEEN.sub(lambda match: f"[U+{ord(match.group()):04X}]", words)
    for before in ("", "- ", "“"):
        assert shown(before + plain(words)) == before.strip("- ") + " ".join(visible.split())


@pytest.mark.parametrize(
    "words",
    ["https://bad.example", "HTTP://bad.example", "www.bad.example", "a@bad.example", ":smile:"],
)
def test_no_address_becomes_a_link_and_no_name_a_picture(words: str) -> None:
    assert not re.search(r"(?i)https?://|www\.|[^\\]@|(?<!\\):\w+:", plain(words))


@pytest.mark.parametrize("name", ["demo", "hostile"])
def test_every_footnote_is_there_once(name: str) -> None:
    called = {number for number, colon in NOTE.findall(brief(name)) if not colon}
    told = [number for number, colon in NOTE.findall(brief(name)) if colon]
    assert called
    assert sorted(called) == sorted(told)


def test_every_point_has_all_its_words_with_speaker_outlet_and_place() -> None:
    text = brief("demo")
    for facts in demo().comparison.facts:
        document = facts.document
        stood = {
            stand.claim
            for point in demo().comparison.points
            for stand in point.claims
            if stand.document == document.id
        }
        for claim in facts.claims:
            if claim.id in stood:
                places = ", ".join(f"{span.start}–{span.end}" for span in claim.content)
                words = " … ".join(plain(document[span]) for span in claim.content)
                (note,) = [
                    line
                    for line in text.splitlines()
                    if line.startswith("[^") and f"characters {places})." in line and words in line
                ]
                assert plain(document.outlet or "") in note
                assert "Said through: " in note


def test_points_come_first_then_tolls_timeline_decisions_and_what_could_not_be_used() -> None:
    headings = [line[3:] for line in brief("demo").splitlines() if line.startswith("## ")]
    assert headings[0] == "Disputed points"
    assert headings[-5:] == [
        "Tolls",
        "Timeline",
        "What people decided",
        "What could not be used",
        "Reports",
    ]


def test_every_toll_has_its_numbers() -> None:
    lines = brief("demo").splitlines()
    for toll in demo().comparison.tolls:
        numbers = ("–" if one is None else f"{one:,}" for one in (toll.low, toll.best, toll.high))
        row = f" | {' | '.join(numbers)} |"
        assert [line for line in lines if line.startswith("| ") and line.endswith(row)]


def test_decisions_and_marks_are_told_as_a_persons() -> None:
    text = brief("demo")
    assert "Decided: note; accept (last by B. Reader, 2031-05-06T09:30:00Z)." in text
    assert "Credibility 3." in text
    assert "Added or corrected by a person." in text
    assert "reliability of the outlet: B" in text
    assert "- The claim “the munitions” was rejected by A. Reader." in text
    assert "- What it was made on is gone. Decision 8, B. Reader," in text
    assert text.count("\n- Decision ") == len(demo().decisions)


def test_what_a_report_withholds_is_told() -> None:
    assert "its page withholds 31.4 % of the article." in brief("demo")


def test_an_empty_case_is_a_brief_without_points() -> None:
    assert [line for line in written("markdown", empty()).decode().splitlines() if line][1:] == [
        "What 0 reports say, and on whose say-so. Made by sayso 1.2.3 at 2031-05-06T09:30:00Z. sayso "
        "gives no verdict on what is true. Reliability and credibility are people’s marks.",
        "## Reports",
    ]
