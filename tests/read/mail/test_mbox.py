"""Mailboxes: every mail by itself, and never the whole in memory."""

import io
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.mail.mbox import begins_like_mailbox, mails_in
from tests.read.mail.reading import read_bytes

FROM = "From ana@x.example Mon Mar  2 08:15:00 2026\n"
MAIL = "From: Ana Teller <ana@x.example>\nSubject: Bridge {n}\n\nThe mayor said that {n} people were hurt.\n"
LIMIT = 1_000_000


def box(*mails: str) -> bytes:
    return "".join(f"{FROM}{one}\n" for one in mails).encode()


def test_each_mail_is_a_report() -> None:
    read = read_bytes(box(*(MAIL.format(n=n) for n in (3, 4))), "desk.mbox")
    assert read.names == ["desk.mbox:1", "desk.mbox:2"]
    assert read["desk.mbox:2"].document.title == "Bridge 4"
    assert read["desk.mbox:2"].document.format == "mail"
    assert read.problems == []


def test_a_line_that_begins_with_from_is_text() -> None:
    body = (
        MAIL.format(n=3)
        + "\nFrom here we went on foot at 08:15 in March.\n>From the bridge we saw smoke.\n"
    )
    read = read_bytes(box(body), "desk.mbox")
    assert read.names == ["desk.mbox:1"]
    text = read.text("desk.mbox:1")
    assert "\n\nFrom here we went on foot" in text
    assert "\nFrom the bridge we saw smoke." in text


def test_only_one_mark_is_taken_from_a_quoted_from() -> None:
    (mail,) = mails_in(io.BytesIO(box("A: b\n\n>>From us\n> From: them\n")), LIMIT)
    assert mail == b"A: b\n\n>From us\n> From: them\n"


def test_a_broken_mail_stops_no_other() -> None:
    read = read_bytes(box("Subject: none\n\n\n", MAIL.format(n=5)), "desk.mbox")
    assert read.names == ["desk.mbox:2"]
    assert [problem.name for problem in read.problems] == ["desk.mbox:1"]


def test_a_mail_that_is_too_large_stops_no_other() -> None:
    lines = b"x" * 70 + b"\n"
    data = FROM.encode() + b"A: b\n\n" + lines * 100 + b"\n" + FROM.encode() + b"A: c\n\nd\n"
    first, second = mails_in(io.BytesIO(data), 1_000)
    assert 1_000 < len(first) < 1_200
    assert second == b"A: c\n\nd\n"


def test_a_mailbox_without_mails_is_named() -> None:
    (problem,) = read_bytes(b"The mayor said no.\n", "desk.mbox").problems
    assert "no mail in it" in problem.what


class Endless(io.RawIOBase):
    """A mailbox of 200 MB that is made while it is read, and remembers nothing."""

    def __init__(self) -> None:
        self.left = 20_000

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        if not self.left:
            return 0
        self.left -= 1
        one = box(MAIL.format(n=self.left) + "words of the mail\n" * 550)[: len(buffer)]
        buffer[: len(one)] = one
        return len(one)


def test_a_mailbox_is_read_mail_by_mail() -> None:
    raw: Any = Endless()
    mails: Iterator[bytes] = mails_in(io.BufferedReader(raw, 10_500), LIMIT)
    assert len(next(mails)) < 11_000
    assert len(next(mails)) < 11_000


def test_a_mailbox_is_known_by_its_first_lines() -> None:
    assert begins_like_mailbox(box(MAIL))
    assert begins_like_mailbox(b"From - Mon Mar 02 09:15:00 2026\r\nX-A: b\r\n")
    assert begins_like_mailbox(b"From 12@xxx Mon Mar 02 08:15:00 +0000 2026\nX-A: b\n")
    assert not begins_like_mailbox(b"From here we went on.\nSubject: none\n")
    assert not begins_like_mailbox(b"From ana@x.example Mon Mar  2 08:15:00 2026\nNo field\n")


@settings(max_examples=40, deadline=None)
@given(st.lists(st.binary(max_size=60), max_size=5))
def test_no_mail_is_lost_and_none_appears(bodies: list[bytes]) -> None:
    kept = [one.replace(b"From ", b"Form ") for one in bodies]
    data = b"".join(FROM.encode() + b"A: b\n\n" + one + b"\n\n" for one in kept)
    found = list(mails_in(io.BytesIO(data), LIMIT))
    assert [one[len(b"A: b\n\n") :].rstrip() for one in found] == [one.rstrip() for one in kept]
