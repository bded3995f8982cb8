"""Mails: whose words they hold, what hangs on them, and what is none of the matter."""

import hashlib

import pytest

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


def test_plain_text_is_taken_before_html_unless_it_is_a_stub() -> None:
    page = f"Content-Type: text/html; charset=utf-8\n\n<p>{SAID}</p><p>{BRIDGE}</p>"
    both = multipart("alternative", f"Content-Type: text/plain\n\n{SAID}\n\n{BRIDGE}", page)
    (reading,) = read_bytes(both, "one.eml").readings
    assert {one.place.part for one in reading.source.pieces} == {"1"}
    stub = multipart("alternative", "Content-Type: text/plain\n\nYour program shows no HTML.", page)
    (reading,) = read_bytes(stub, "one.eml").readings
    assert reading.document.text == f"{SAID}\n\n{BRIDGE}"
    assert {one.place.part for one in reading.source.pieces} == {"2"}


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


def test_the_address_is_that_of_the_mail_in_its_archive() -> None:
    fields = "Archived-At: <https://lists.example/m/1>\nList-Archive: <https://lists.example/>"
    data = f"Message-ID: <1@x>\n{fields}\nSubject: Fwd: Re: [obs] Bridge\n\n{SAID}\n".encode()
    one = read_bytes(data, "one.eml")["one.eml"].document
    assert (one.url, one.title) == ("https://lists.example/m/1", "Bridge")
