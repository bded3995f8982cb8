"""Whose words a mail holds, and what is none of the matter."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.particulars import LeftOutKind
from sayso.read.html_text import html_bytes
from sayso.read.mail.bodies import Body
from sayso.read.mail.letters import letters_of
from sayso.read.mail.lines import lines_of
from sayso.read.pages.markup import tree_of
from sayso.read.places import Piece, Place, SourceMap
from tests.costs import check_linear
from tests.read.mail.reading import check_against, read_bytes
from tests.read.mail.test_eml import BRIDGE, SAID, mail, multipart


def test_what_it_quotes_is_a_report_by_the_one_who_is_quoted() -> None:
    body = f"""{SAID}

On Sun, 1 Mar 2026 at 18:05, Rufus Okada
<rufus@x.example> wrote:

> {BRIDGE}
>
> We counted 20 bodies.
>> Was the school hit as well?

The count is wrong, he says.
> Ok.
"""
    read = read_bytes(mail(body), "one.eml")
    assert read.names == ["one.eml", "one.eml:quoted-1", "one.eml:quoted-2"]
    own = read["one.eml"].document
    assert own.text == f"{SAID}\n\nThe count is wrong, he says."
    (intro,) = own.left_out
    assert intro.kind is LeftOutKind.HEAD
    assert intro.at == len(SAID)
    quoted = read["one.eml:quoted-1"].document
    assert quoted.text == f"{BRIDGE}\n\nWe counted 20 bodies.\n\nOk."
    assert (quoted.byline, quoted.published) == ("Rufus Okada", "2026-03-01")
    unknown = read["one.eml:quoted-2"].document
    assert (unknown.text, unknown.byline) == ("Was the school hit as well?", None)
    for reading in read.readings:
        check_against(reading, "1", body)


def test_a_few_quoted_words_are_left_out_and_kept() -> None:
    own = read_bytes(mail(f"> Any news?\n\n{SAID}\n"), "one.eml")["one.eml"].document
    assert own.text == SAID
    assert [(one.at, one.words) for one in own.left_out] == [(0, "Any news?")]
    assert own.words_left_out == 2


def test_a_reply_above_unmarked_words() -> None:
    body = (
        f"{SAID}\n\nOn Mon, Mar 2, 2026 at 8:01 AM Rufus Okada <r@x.example> wrote:\n\n{BRIDGE}\n"
    )
    read = read_bytes(mail(body), "one.eml")
    assert read.text("one.eml") == SAID
    assert read.text("one.eml:quoted-1") == BRIDGE
    assert read["one.eml:quoted-1"].document.byline == "Rufus Okada"


@pytest.mark.parametrize(
    "line",
    [
        "On 2 March 2026 at 18:05 Petra Kovar wrote:",
        "On Monday the governor wrote:",
        "She wrote:",
        "The army wrote:",
        "From: the bridge to the ferry",
    ],
)
def test_a_report_that_tells_of_writing_stays_whole(line: str) -> None:
    body = f"{SAID}\n\n{line}\n\n{BRIDGE}"
    read = read_bytes(mail(body), "one.eml")
    assert read.names == ["one.eml"]
    assert read.text("one.eml") == body


@pytest.mark.parametrize(
    "header",
    [
        "---------- Forwarded message ---------\nFrom: Orrin Courier <news@c.example>\n"
        "Date: Sun, Mar 1, 2026 at 8:15\u202fAM\nSubject: Bridge\n destroyed\nTo: <a@b.example>",
        "Begin forwarded message:\n\nFrom: Orrin Courier <news@c.example>\n"
        "Subject: Bridge destroyed\nDate: 1 March 2026 at 08:15:00 CET\nTo: Ana <ana@g.example>",
        "-----Original Message-----\nFrom: Orrin Courier [mailto:news@c.example]\n"
        "Sent: Sunday, March 1, 2026 8:15 AM\nTo: Ana\nSubject: RE: Bridge destroyed",
        "________________________________\nFrom: Orrin Courier <news@c.example>\n"
        "Sent: Sunday, March 1, 2026 8:15 AM\nTo: Ana\nSubject: Bridge destroyed",
    ],
)
def test_a_mail_that_is_passed_on_is_a_report_of_its_own(header: str) -> None:
    read = read_bytes(mail(f"FYI, see what they write.\n\n{header}\n\n{BRIDGE}\n"), "one.eml")
    assert read.names == ["one.eml", "one.eml:forwarded-1"]
    assert read.text("one.eml").startswith("FYI, see what they write.")
    assert "Orrin" not in read.text("one.eml")
    one = read["one.eml:forwarded-1"].document
    assert one.text == BRIDGE
    assert (one.title, one.outlet, one.byline) == ("Bridge destroyed", "Orrin Courier", None)
    assert one.published == ("2026-03-01T08:15:00+01:00" if "CET" in header else "2026-03-01")
    assert (one.dates[0].value or "").startswith("2026-03-01T08:15:00")


def test_a_quoted_forward_ends_with_its_marks() -> None:
    body = (
        f"{SAID}\n\nBegin forwarded message:\n\n> From: Orrin Courier <n@c.example>\n"
        f"> Subject: Bridge destroyed\n> Date: 1 March 2026 at 08:15 GMT+1\n>\n> {BRIDGE}\n\nHe denied it.\n"
    )
    read = read_bytes(mail(body), "one.eml")
    assert read.text("one.eml") == f"{SAID}\n\nHe denied it."
    one = read["one.eml:forwarded-1"].document
    assert (one.text, one.published) == (BRIDGE, "2026-03-01T08:15:00+01:00")


def test_signatures_footers_and_disclaimers_are_left_out() -> None:
    body = f"""{SAID}

He gave no names.

Sent from my iPhone

-- 
Ana Teller
Northshore Gazette
"""
    own = read_bytes(mail(body), "one.eml")["one.eml"].document
    assert own.text == f"{SAID}\n\nHe gave no names."
    assert own.words_left_out == 9
    for footer in (
        "_______________________________________________\nObs mailing list\nObs@lists.example\n"
        "https://lists.example/listinfo/obs",
        "CONFIDENTIALITY NOTICE: this e-mail is for you alone.\nIf it is not, delete it.",
        "This e-mail and any attachments are confidential.\n\nVisit us at https://x.example",
        "Unsubscribe | Manage preferences\nTo unsubscribe, click here: https://x.example/u",
    ):
        own = read_bytes(mail(f"{SAID}\n\n{footer}\n"), "one.eml")["one.eml"].document
        assert own.text == SAID, footer
        assert own.words_left_out


@pytest.mark.parametrize(
    "words",
    [
        "Confidential notices were found in the office.",
        "The ministry said that the list was secret.\n\n---\n\nA second raid followed.",
        "Read more than three of these and you will see that they lie.",
        "This message and the one before it came from the army.",
    ],
)
def test_words_of_the_matter_stay(words: str) -> None:
    assert (
        read_bytes(mail(f"{SAID}\n\n{words}\n"), "one.eml").text("one.eml") == f"{SAID}\n\n{words}"
    )


def test_flowed_lines_are_one_and_hard_ones_stay() -> None:
    body = "The mayor told me \non Monday that nobody \nwas hurt.\nA new line.\n\n From here on.\n> quoted words of somebody \n> who is not named\n"
    flowed = "Content-Type: text/plain; charset=utf-8; format=flowed\n"
    read = read_bytes(mail(body, flowed), "one.eml")
    assert read.text("one.eml") == (
        "The mayor told me on Monday that nobody was hurt.\nA new line.\n\nFrom here on."
    )
    assert read.text("one.eml:quoted-1") == "quoted words of somebody who is not named"
    for reading in read.readings:
        check_against(reading, "1", body)
    assert (
        read_bytes(mail(body), "one.eml").text("one.eml").startswith("The mayor told me\non Monday")
    )


def test_a_quoted_mail_in_html_ends_with_its_element() -> None:
    page = f"""Content-Type: text/html

<div>{SAID}</div><div class="gmail_quote"><div>On Mon, Mar 2, 2026 at 8:01 AM Rufus Okada
&lt;<a href="mailto:r@x.example">r@x.example</a>&gt; wrote:<br></div>
<blockquote class="gmail_quote" style="margin:0"><div>{BRIDGE}</div></blockquote></div><div>He denied it.</div>"""
    read = read_bytes(multipart("mixed", page), "one.eml")
    assert read.text("one.eml") == f"{SAID}\n\nHe denied it."
    assert read.text("one.eml:quoted-1") == BRIDGE
    assert read["one.eml:quoted-1"].document.byline == "Rufus Okada"


def test_a_quotation_in_a_letter_in_html_is_the_senders() -> None:
    page = f"Content-Type: text/html\n\n<p>{SAID}</p><blockquote><p>“{BRIDGE}”</p></blockquote>"
    assert read_bytes(multipart("mixed", page), "one.eml").names == ["one.eml"]


LINES = st.lists(
    st.sampled_from(
        [
            SAID,
            BRIDGE,
            "",
            "-- ",
            "> " + BRIDGE,
            ">> deep words of one more",
            ">",
            "On Sun, 1 Mar 2026 at 18:05, Rufus Okada <r@x.example> wrote:",
            "---------- Forwarded message ---------",
            "From: Orrin Courier <n@c.example>",
            "Date: Sun, 1 Mar 2026 18:05:00 +0100",
            "Subject: Bridge",
            "Begin forwarded message:",
            "Sent from my iPhone",
            "words that go on ",
            "\t \u00a0 indented\u00a0",
            "\u200b",
        ]
    ),
    max_size=24,
)


@settings(max_examples=25, deadline=None)
@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_every_character_stands_where_its_place_says(
    lines: list[str], end: str, flowed: bool
) -> None:
    body = end.join(lines)
    kind = f"Content-Type: text/plain; charset=utf-8{'; format=flowed' if flowed else ''}\n"
    read = read_bytes(mail(body, kind), "one.eml")
    for reading in read.readings:
        check_against(reading, "1", body)
    told = " ".join(
        [one.document.text for one in read.readings]
        + [out.words for one in read.readings for out in one.document.left_out]
    )
    for words in (SAID, BRIDGE):  # nothing is lost in silence
        if any(words in line for line in lines) and read.readings:
            assert words in told or read.notes


def test_characters_of_html_stand_in_their_elements() -> None:
    page = (
        f"<div>{SAID} <b>He</b> gave&nbsp;no   <i>names</i>.<br>At all.</div><blockquote type=cite>"
        f"<p>On 1 Mar 2026, at 18:05, R <r@x.example> wrote:</p><p>{BRIDGE} &amp; more</p></blockquote>"
    )
    read = read_bytes(multipart("mixed", f"Content-Type: text/html\n\n{page}"), "one.eml")
    elements = list(tree_of(html_bytes(page), "one.eml", lambda _: None).iter())
    assert len(read.readings) == 2
    for reading in read.readings:
        for at, character in enumerate(reading.document.text):
            place = reading.source.place_of(at)
            if place is None:
                assert character.isspace()
                continue
            assert place.element is not None
            element = elements[place.element]
            there = (element.tail if place.tail else element.text) or ""
            assert there[place.offset] == character or character == " "


UNITS = [
    "He said no. ",
    "He said no.\n",
    "He said no.\n\n",
    "> He said no to it all.\n",
    "> a\nb\n",
    "From: a\n",
    "On Sun, 1 Mar 2026 at 18:05, R <r@x.example> wrote:\n",
    "-- \n",
    "____\nx\n",
    "---------- Forwarded message ---------\nFrom: O <o@x.example>\n\nNo.\n",
    ">> ",
    "\n",
    "\r",
    " ",
]


def test_work_grows_with_the_body() -> None:
    def work(body: str) -> None:
        source = SourceMap((Piece(0, len(body), Place(0)),))
        letters_of([Body(body, source, lines_of(body))])

    check_linear(work, UNITS, sizes=(2_500, 10_000))
