"""Markdown: its marks are no text, and what only looks like marks is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.particulars import LeftOutKind
from sayso.read.texts.markdown import FORMAT
from tests.costs import check_linear
from tests.read.gathering import Gathered, check_places, gather

SAID = "The ministry said that at least 14 people were killed."


def read(text: str) -> Gathered:
    return gather(FORMAT, text.encode())


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The **mayor** _denied_ it, ***twice***.", "The mayor denied it, twice."),
        ("**It is _not_ true**, he said.", "It is not true, he said."),
        ("2 * 3 * 4 and snake_case_name and __init__x", "2 * 3 * 4 and snake_case_name and __init__x"),
        ("* He said *so*.", "He said so."),
        ("~~Six~~ nine died.", "Six nine died."),
        ("[the list](https://g.example/a_(b) \"Title\") is long", "the list is long"),
        ("“[The mayor] lied (see [1]),” he said.", "“[The mayor] lied (see [1]),” he said."),
        ("[the list][l] and [l]\n\n[l]: https://g.example 'x'", "the list and l"),
        ("[**the** list](<a b>)!", "the list!"),
        ("[sic](not a target at all) he said", "[sic](not a target at all) he said"),
        ("It fell.[^1]\n\n[^1]: Call, 2 March.", "It fell.\n\nCall, 2 March."),
        ("It fell.[^1]", "It fell.[^1]"),
        ("See <https://g.example/a> or <b>here</b><br>.", "See https://g.example/a or here."),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("A &amp; B&nbsp;C &notathing; &#8217;", "A & B\u00a0C &notathing; ’"),
        (r"\*not\* a \[link\](x) C:\dir", "*not* a [link](x) C:\\dir"),
        ("`a *b* c` and ``d ` e`` and ` open", "a *b* c and d ` e and ` open"),
        ("One line\nand its next.", "One line\nand its next."),
        ("One.\r\n\r\nTwo.\r\n", "One.\n\nTwo."),
        ("One.\n\n---\n\nTwo.\n***\nThree.", "One.\n\nTwo.\n\nThree."),
        ("- one\n- [x] two\n+ three", "one\n\ntwo\n\nthree"),
        ("1. one\n2) two", "1. one\n\n2) two"),
        ("It was\n2026. That year it fell.", "It was\n\n2026. That year it fell."),
        ("> It is\n> denied.\n\nHe left.", "It is\ndenied.\n\nHe left."),
        ("Said:\n> > No.\nHe left.", "Said:\n\nNo.\n\nHe left."),
        ("```\n*raw* code\n```\nAfter.", "*raw* code\n\nAfter."),
        ("| Harm | Count |\n|:---|---:|\n| Killed | **14** |\n\nAfter.", "Harm\tCount\nKilled\t14\n\nAfter."),
        ("a | b\nis no table", "a | b\nis no table"),
        ("It <!-- not for print --> fell.", "It  fell."),
        ("**Host:** Who knew?\n\n**Mayor:** Nobody.", "Host: Who knew?\n\nMayor: Nobody."),
        ("#hashtag is no heading", "#hashtag is no heading"),
        ("Text.\n\n## What we know ##\n\nMore.", "Text.\n\nWhat we know\n\nMore."),
        ("Text.\n\nWhat we know\n---\nMore.", "Text.\n\nWhat we know\n\nMore."),
    ],
)  # fmt: skip
def test_what_a_reader_sees_is_the_text(source: str, text: str) -> None:
    found = read(source)
    assert found.document.text == text
    check_places(found.readings[0], lambda at, length: source[at.offset : at.offset + length])


def test_a_comment_over_lines_is_no_text() -> None:
    assert read(f"One.\n\n<!-- two\n\nthree -->\n\n{SAID}").document.text == f"One.\n\n{SAID}"


@pytest.mark.parametrize(
    "heading", ["# Bridge *closed* #", "Bridge closed\n===", "  # Bridge closed"]
)
def test_the_first_heading_is_the_title(heading: str) -> None:
    document = read(f"{heading}\n\nBy Ana Teller\n\n2 March 2026\n\n{SAID}").document
    assert (document.title, document.byline) == ("Bridge closed", "Ana Teller")
    assert document.published == "2026-03-02"
    assert document.text == SAID
    assert [one.kind for one in document.left_out] == [LeftOutKind.HEAD] * 3


@pytest.mark.parametrize(
    "front",
    [
        '---\ntitle: "Bridge closed"\nauthor: [Ana Teller, "Rufus Okada"]\ndate: 2026-03-02\nsource: Sellan Gazette\ntags:\n  - x\n---\n',
        "---\r\ntitle: Bridge closed\r\nauthors:\r\n  - Ana Teller\r\n  - Rufus Okada\r\ndate: 2026-03-02\r\npublication: Sellan Gazette\r\n...\r\n",
        "+++\ntitle = 'Bridge closed'\nauthor = \"Ana Teller, Rufus Okada\"\ndate = 2026-03-02\noutlet = \"Sellan Gazette\"\n+++\n",
    ],
)  # fmt: skip
def test_lines_before_the_text_give_the_head(front: str) -> None:
    found = read(f"{front}\n# Bridge closed\n\n{SAID}\n")
    document = found.document
    assert document.title == "Bridge closed"
    assert document.byline == "Ana Teller, Rufus Okada"
    assert document.outlet == "Sellan Gazette"
    assert document.published == "2026-03-02"
    assert document.text == SAID
    source = f"{front}\n# Bridge closed\n\n{SAID}\n"
    check_places(found.readings[0], lambda at, length: source[at.offset : at.offset + length])


@pytest.mark.parametrize("front", ["---\nIt fell.\n---\n", "---\n\n", "---\n"])
def test_dashes_alone_make_no_head(front: str) -> None:
    document = read(f"{front}{SAID}").document
    assert document.text.endswith(SAID)
    assert document.title is None


def test_a_date_before_the_text_that_cannot_be_read_is_noted() -> None:
    found = read(f"---\ndate: 03/04/2026\n---\n{SAID}")
    assert found.document.published is None
    assert "03/04/2026" in found.notes[0]


def test_the_words_for_a_picture_are_left_out_where_it_stood() -> None:
    document = read(f"{SAID} [![The *bridge*](b.png)](https://g.example) It fell.").document
    assert document.text == f"{SAID}  It fell."
    (picture,) = document.left_out
    assert (picture.kind, picture.words) == (LeftOutKind.CAPTION, "The *bridge*")
    assert document.text[picture.at :].strip() == "It fell."


@settings(max_examples=40, deadline=None)
@given(st.text("ab *_[]()!<>`\\&;|-#=+>1.\n\t:~^/\"'é", max_size=80))
def test_every_character_has_its_place_and_no_text_fails(source: str) -> None:
    found = read(source)
    (reading,) = found.readings
    check_places(reading, lambda at, length: source[at.offset : at.offset + length])
    assert set(reading.document.text) <= set(source + "\n\t ")


@pytest.mark.parametrize(
    "mark",
    [
        "*_[",
        "[](",
        "![",
        "<a ",
        "`",
        "` `` ",
        "> ",
        "|",
        "|-",
        "\\",
        "&amp;",
        "<!--",
        "- ",
        "](",
        "**a",
    ],
)
def test_marks_alone_take_no_longer_than_text(mark: str) -> None:
    check_linear(read, [mark])


def test_backticks_of_many_lengths_take_no_longer() -> None:
    begun = time.process_time()
    text = read(" ".join("`" * length for length in range(1, 1_500)) + f"\n\n{SAID}").document.text
    assert time.process_time() - begun < 3
    assert text.endswith(SAID)
