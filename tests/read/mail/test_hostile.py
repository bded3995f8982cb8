"""Mails and mailboxes made to break their reader: they give reports or problems, and soon."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.read.mail.parts import MAX_DEPTH, MAX_PARTS, parts_of
from tests.read.mail.reading import read_bytes
from tests.read.mail.test_eml import BRIDGE, SAID, mail, multipart
from tests.read.mail.test_mbox import MAIL, box
from tests.read.mail.test_mhtml import CHROME, END, PAGE, WHERE, part

MAX_SECONDS = 3.0


def nested(depth: int) -> bytes:
    opened = "".join(
        f"--b{n}\nContent-Type: multipart/mixed; boundary=b{n + 1}\n\n" for n in range(depth)
    )
    body = f"--b0x\nContent-Type: text/plain\n\n{SAID}\n{opened}"
    return mail(body.replace("--b0\n", "--b0x\n"), "Content-Type: multipart/mixed; boundary=b0x\n")


def within(depth: int) -> bytes:
    data = mail(SAID)
    for _ in range(depth):
        data = mail("", "Content-Type: message/rfc822\n") + data
    return data


MONSTERS = {
    "a thousand parts in one another": nested(1_000),
    "ten thousand parts": multipart("mixed", *["Content-Type: text/plain\n\nx"] * 10_000),
    "ten thousand attachments": multipart(
        "mixed", *["Content-Type: image/png; name=a.png\n\nx"] * 10_000
    ),
    "mails in mails": within(50),
    "a header of ten megabytes": mail(SAID, "Subject: " + "x " * 5_000_000 + "\n"),
    "a folded header of a megabytes": mail(SAID, "X-A: y\n" + " z\n" * 150_000),
    "a hundred thousand header fields": mail(SAID, "X-A: y\n" * 100_000),
    "many encoded words": mail(SAID, "Subject: " + "=?utf-8?q?a" * 100_000 + "\n"),
    "many parameters": mail(SAID, "Content-Type: text/plain" + '; a="\\"' * 100_000 + "\n"),
    "a boundary that is everywhere": mail(
        "--a" * 1_000_000, "Content-Type: multipart/mixed; boundary=a\n"
    ),
    "many marks of quoting": mail(">" * 500_000),
    "deep quoting": mail("".join(">" * n + f" {BRIDGE}\n" for n in range(500))),
    "many who wrote": mail("On Sun, 1 Mar 2026 at 18:05, R O <r@x.example> wrote:\n" * 5_000),
    "many forwards": mail(
        f"---------- Forwarded message ---------\nFrom: O C <n@c.example>\nSubject: B\n\n{BRIDGE}\n"
        * 250
    ),
    "many beginnings of headers": mail("From: a\n\n\n" * 5_000),
    "many signatures": mail("-- \nx\n" * 5_000),
    "many rules": mail("_____\nx\n" * 5_000),
    "a line without end": mail("x " * 1_000_000),
    "base64 of nothing": mail("=" * 5_000_000, "Content-Transfer-Encoding: base64\n"),
    "deep html": multipart("mixed", "Content-Type: text/html\n\n" + "<div>" * 20_000 + SAID),
    "quotes in html": multipart(
        "mixed", "Content-Type: text/html\n\n" + '<blockquote type="cite">x' * 1_500
    ),
    "a mailbox of nothing": box(*[""] * 20_000),
    "no end of lines": b"From a@b Mon Mar  2 08:15:00 2026\nA: b\n" + b"From " * 300_000,
}


@pytest.mark.parametrize("name", MONSTERS)
def test_a_monster_ends_soon(name: str) -> None:
    started = time.process_time()
    read = read_bytes(MONSTERS[name], "monster.mbox" if "mailbox" in name else "monster.eml")
    assert time.process_time() - started < MAX_SECONDS
    assert read.readings or read.problems


def test_the_number_of_parts_is_limited_and_told() -> None:
    assert parts_of(MONSTERS["ten thousand parts"]).unread == 10_000 - MAX_PARTS
    read = read_bytes(MONSTERS["ten thousand parts"], "one.eml")
    assert "8000 were not read" in read.notes[0].what
    one, depth = parts_of(MONSTERS["a thousand parts in one another"]).part, 0
    while one.parts:
        one, depth = one.parts[-1], depth + 1
    assert depth <= MAX_DEPTH


WHOLE = (
    (
        multipart(
            "mixed", f"Content-Type: text/plain\n\n{SAID}", f"Content-Type: text/html\n\n<p>{SAID}"
        ),
        "a.eml",
    ),
    (mail(f"{SAID}\n\nOn Sun, 1 Mar 2026 at 18:05, R <r@x.example> wrote:\n> {BRIDGE}\n"), "b.eml"),
    (box(MAIL.format(n=1), MAIL.format(n=2)), "c.mbox"),
    (CHROME + part(PAGE, WHERE) + END, "d.mhtml"),
)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_damage_gives_reports_or_problems(data: st.DataObject) -> None:
    whole, name = data.draw(st.sampled_from(WHOLE))
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, min(len(whole), start + 80)))
        put = data.draw(
            st.one_of(
                st.binary(max_size=20),
                st.sampled_from(
                    [b"\n\n", b"\r", b"\0", b"=?utf-8?b?", b"; boundary=", b"\xff", b">> "]
                ),
            )
        )
        whole = whole[:start] + put + whole[end:]
    read = read_bytes(whole, name)
    assert read.readings or read.problems
    assert not [one for one in read.problems if "fault in sayso" in one.remedy]


def test_a_mail_of_nothing_but_line_ends_is_named() -> None:
    read = read_bytes(b"From: a@b.example\nSubject: x\n\n" + b"\n" * 700_000, "one.eml")
    assert not read.readings
    assert "more than 300,000 lines" in read.problems[0].what
