"""Mails: whose words they hold, what hangs on them, and what is none of the matter."""

import base64
import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.model.particulars import LeftOutKind
from sayso.read.mail.eml import begins_like_mail
from tests.read.mail.reading import check_against, read_bytes

HEAD = """Return-Path: <ana@gazette.example>
Received: from mx.gazette.example by in.desk.example; Mon, 2 Mar 2026 08:15:09 +0100
From: Ana Teller <ana@gazette.example>
To: desk@desk.example
Date: Mon, 2 Mar 2026 08:15:00 +0100 (CET)
Subject: Bridge closed
MIME-Version: 1.0
"""
SAID = "The mayor told me on Monday that nobody was hurt at Selm Ferry."
BRIDGE = "At least 14 people were killed when the bridge at Selm Ferry was destroyed."


def mail(body: str, head: str = "Content-Type: text/plain; charset=utf-8\n") -> bytes:
    return f"{HEAD}{head}\n{body}".encode()


def multipart(kind: str, *parts: str) -> bytes:
    body = "".join(f"--=_b1\n{part}\n" for part in parts)
    return mail(f"{body}--=_b1--\n", f'Content-Type: multipart/{kind}; boundary="=_b1"\n')


def test_a_mail_and_its_head() -> None:
    data = mail(f"{SAID}\n\nHe gave no names.\n")
    read = read_bytes(data, "one.eml")
    assert (read.problems, read.notes) == ([], [])
    (reading,) = read.readings
    one = reading.document
    assert one.text == f"{SAID}\n\nHe gave no names."
    assert (one.title, one.byline, one.outlet) == ("Bridge closed", "Ana Teller", None)
    assert (one.published, one.format) == ("2026-03-02T08:15:00+01:00", "mail")
    (date,) = one.dates
    assert (date.words, date.field) == ("Mon, 2 Mar 2026 08:15:00 +0100 (CET)", "Date")
    assert one.raw_sha256 == hashlib.sha256(data).hexdigest()
    assert one.url is None
    check_against(reading, "1", f"{SAID}\n\nHe gave no names.\n")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("From: The Orrin Courier <news@courier.example>", (None, "The Orrin Courier")),
        (
            'From: "Teller, Ana" <ana@x.example>\nOrganization: Sella Union',
            ("Ana Teller", "Sella Union"),
        ),
        ("From: noreply@x.example\nList-Id: Ford Notices <n.x.example>", (None, "Ford Notices")),
        ("From: ana@x.example", (None, None)),
        ("X-None: 1", (None, None)),
        ("From: ana <ana@x.example>", (None, None)),
        ("From: Okada <o@x.example>", (None, None)),
        ("From: Reuters <alerts@r.example>", (None, "Reuters")),
        ("From: =?utf-8?q?Jo=C5=A1t_K=C3=A9ler?= <jk@x.example>", ("Jošt Kéler", None)),
        ("From: =?windows-1252?q?Zo=EB?= Marr via obs-list <obs@x.example>", ("Zoë Marr", None)),
    ],
)
def test_who_sent_it(fields: str, expected: tuple[str | None, str | None]) -> None:
    data = f"Message-ID: <1@x>\n{fields}\nSubject: Bridge\n\n{SAID}\n".encode()
    (reading,) = read_bytes(data, "one.eml").readings
    assert (reading.document.byline, reading.document.outlet) == expected


@pytest.mark.parametrize(
    ("date", "published", "stated"),
    [
        ("Mon, 2 Mar 2026 08:15:00 GMT", "2026-03-02T08:15:00+00:00", "2026-03-02T08:15:00+00:00"),
        ("Mon, 2 Mar 2026 08:15:00", "2026-03-02", "2026-03-02T08:15:00"),
        ("Mon, 2 Mar 2026 08:15:00 EST", "2026-03-02", "2026-03-02T08:15:00"),
        ("02/03/2026 08:15", None, None),
        ("no date", None, None),
    ],
)
def test_a_zone_is_never_guessed(date: str, published: str | None, stated: str | None) -> None:
    data = f"Message-ID: <1@x>\nDate: {date}\n\n{SAID}\n".encode()
    (reading,) = read_bytes(data, "one.eml").readings
    assert reading.document.published == published
    assert [(one.words, one.value) for one in reading.document.dates] == [(date, stated)]


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


def test_an_attached_mail_is_a_report_of_its_own() -> None:
    inner = f"Content-Type: message/rfc822\n\nFrom: Rufus Okada <r@x.example>\nSubject: Fw: The school\n\n{BRIDGE}\n"
    read = read_bytes(multipart("mixed", f"Content-Type: text/plain\n\n{SAID}", inner), "one.eml")
    assert read.names == ["one.eml", "one.eml:forwarded-1"]
    one = read["one.eml:forwarded-1"]
    assert (one.document.title, one.document.byline) == ("The school", "Rufus Okada")
    assert {piece.place.part for piece in one.source.pieces} == {"2/1"}


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


def test_plain_text_is_taken_before_html_unless_it_is_a_stub() -> None:
    page = f"Content-Type: text/html; charset=utf-8\n\n<p>{SAID}</p><p>{BRIDGE}</p>"
    both = multipart("alternative", f"Content-Type: text/plain\n\n{SAID}\n\n{BRIDGE}", page)
    (reading,) = read_bytes(both, "one.eml").readings
    assert {one.place.part for one in reading.source.pieces} == {"1"}
    stub = multipart("alternative", "Content-Type: text/plain\n\nYour program shows no HTML.", page)
    (reading,) = read_bytes(stub, "one.eml").readings
    assert reading.document.text == f"{SAID}\n\n{BRIDGE}"
    assert {one.place.part for one in reading.source.pieces} == {"2"}


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


def test_attachments_are_read_or_counted() -> None:
    page = (
        f"<html><body><article><p>{SAID} {SAID}</p><p>{BRIDGE} {BRIDGE}</p></article></body></html>"
    )
    coded = base64.encodebytes(page.encode()).decode()
    read = read_bytes(
        multipart(
            "mixed",
            f"Content-Type: text/plain\n\n{SAID}",
            'Content-Type: text/html; name="../../etc/../a\x07 page.html"\n'
            f"Content-Transfer-Encoding: base64\n\n{coded}",
            f"Content-Type: application/octet-stream\nContent-Disposition: attachment;\n"
            f" filename*=utf-8''na%C3%AFve%2Fnote.txt\n\n{BRIDGE}",
            f"Content-Type: text/plain; name=note.txt\n\n{BRIDGE} Again.",
            'Content-Type: image/jpeg; name="bridge.jpg"\nContent-Transfer-Encoding: base64\n\n/9j/',
        ),
        "one.eml",
    )
    assert read.names == [
        "one.eml",
        "one.eml:a page.html",
        "one.eml:note.txt",
        "one.eml:note.txt (2)",
    ]
    assert read["one.eml:a page.html"].document.format == "web page"
    assert {one.place.part for one in read["one.eml:note.txt"].source.pieces} == {"3"}
    (note,) = read.notes
    assert note.what == "1 of its attachments were not read: bridge.jpg"


def test_a_bad_attachment_stops_nothing() -> None:
    read = read_bytes(
        multipart(
            "mixed",
            "Content-Type: text/html; name=a.html\n\n<html><script>x</script></html>",
            "Content-Type: text/plain; name=b.txt\n\n\xff\xfe\x00".encode("latin-1").decode(
                "latin-1"
            ),
            f"Content-Type: text/plain\n\n{SAID}",
        ),
        "one.eml",
    )
    assert "one.eml" in read.names
    assert "one.eml:a.html" in [problem.name for problem in read.problems]


@pytest.mark.parametrize(
    ("charset", "data", "text"),
    [
        ("utf-8", "“Nein”, he said.".encode("cp1252"), "“Nein”, he said."),
        ("us-ascii", "“Nein”, he said.".encode(), "“Nein”, he said."),
        ("iso-8859-1", "“Nein”, he said.".encode(), "“Nein”, he said."),
        ("windows-1252", "“Nein”, he said.".encode("cp1252"), "“Nein”, he said."),
        ("klingon", b"He said no.", "He said no."),
        ("utf-16", "“Nein”, he said.".encode("utf-16"), "“Nein”, he said."),
    ],
)
def test_a_charset_may_lie(charset: str, data: bytes, text: str) -> None:
    raw = f"{HEAD}Content-Type: text/plain; charset={charset}\n\n".encode() + data
    assert read_bytes(raw, "one.eml").text("one.eml") == text


def test_broken_encodings_give_what_they_can() -> None:
    coded = base64.encodebytes(SAID.encode()).decode()
    head = "Content-Type: text/plain\nContent-Transfer-Encoding: base64\n"
    read = read_bytes(mail(f"{coded}_____________\nObs mailing list\n", head), "one.eml")
    assert read.text("one.eml") == SAID
    assert "base64 is broken" in read.notes[0].what
    assert read_bytes(mail(coded.rstrip("=\n"), head), "one.eml").text("one.eml") == SAID
    quoted = "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n"
    body = "The =E2=80=9Cmayor=E2=80=9D=\n said =ZZ that=20nobody was hurt.="
    assert read_bytes(mail(body, quoted), "one.eml").text("one.eml") == (
        "The “mayor” said =ZZ that nobody was hurt."
    )


def test_a_boundary_may_be_missing_or_unclosed() -> None:
    kind = "Content-Type: multipart/mixed\n"
    body = (
        f"--=_b1\nContent-Type: text/plain\n\n{SAID}\n--=_b1\nContent-Type: text/plain\n\n{BRIDGE}"
    )
    assert read_bytes(mail(body, kind), "one.eml").text("one.eml") == f"{SAID}\n\n{BRIDGE}"
    assert read_bytes(mail(SAID, kind), "one.eml").text("one.eml") == SAID


def test_what_gives_no_report_is_named() -> None:
    encrypted = multipart("encrypted", "Content-Type: application/pgp-encrypted\n\nVersion: 1")
    for data, what in (
        (mail("\n"), "no text"),
        (encrypted, "encrypted"),
        (multipart("mixed", "Content-Type: image/png\n\n\x89PNG"), "no text"),
    ):
        read = read_bytes(data, "one.eml")
        assert read.names == []
        assert what in read.problems[0].what


def test_mail_of_apple_with_its_size() -> None:
    data = mail(SAID)
    read = read_bytes(b"%d   \n" % len(data) + data + b"<plist>flags</plist>", "one.emlx")
    assert read.text("one.emlx") == SAID


@pytest.mark.parametrize(
    ("begin", "expected"),
    [
        (HEAD.encode(), True),
        (HEAD.replace("\n", "\r\n").encode() + b"\r\nx", True),
        (b"From: Ana\nTo: Rufus\nSubject: Bridge\n\nIt is denied.", False),
        (b"Received: by the editor on Monday.\nIt is denied.", False),
        (b"It is denied.\nMessage-ID: 3", False),
        (b"", False),
    ],
)
def test_a_mail_is_known_by_what_it_got_on_its_way(begin: bytes, expected: bool) -> None:
    assert begins_like_mail(begin) is expected


def test_a_text_file_that_only_looks_like_a_letter_stays_as_it_is() -> None:
    text = f"From: Ana Teller\nSubject: Bridge\n\n{SAID}\n"
    assert read_bytes(text.encode(), "one.txt").text("one.txt") == text


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


@settings(max_examples=80, deadline=None)
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
