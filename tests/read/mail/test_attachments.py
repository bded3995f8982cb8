"""What hangs on a mail, and how its bytes travelled."""

import base64

import pytest

from tests.read.mail.reading import read_bytes
from tests.read.mail.test_eml import BRIDGE, HEAD, SAID, mail, multipart


def test_an_attached_mail_is_a_report_of_its_own() -> None:
    inner = f"Content-Type: message/rfc822\n\nFrom: Rufus Okada <r@x.example>\nSubject: Fw: The school\n\n{BRIDGE}\n"
    read = read_bytes(multipart("mixed", f"Content-Type: text/plain\n\n{SAID}", inner), "one.eml")
    assert read.names == ["one.eml", "one.eml:forwarded-1"]
    one = read["one.eml:forwarded-1"]
    assert (one.document.title, one.document.byline) == ("The school", "Rufus Okada")
    assert {piece.place.part for piece in one.source.pieces} == {"2/1"}


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
    assert note.what == "1 attachment was not read: bridge.jpg"


def test_no_two_attachments_have_one_name() -> None:
    names = ["n.txt", "n.txt", "n.txt (2)", "n.txt"]
    parts = [
        f'Content-Type: text/plain; name="{one}"\n\n{BRIDGE} {at}' for at, one in enumerate(names)
    ]
    read = read_bytes(multipart("mixed", f"Content-Type: text/plain\n\n{SAID}", *parts), "one.eml")
    assert len(set(read.names)) == len(names) + 1


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


def test_what_a_server_made_a_file_is_text_of_the_mail() -> None:
    rest = f"Content-Type: text/plain; name=ATT00001.txt\nContent-Disposition: attachment; filename=ATT00001.txt\n\n{BRIDGE}"
    read = read_bytes(multipart("mixed", f"Content-Type: text/plain\n\n{SAID}", rest), "one.eml")
    assert read.names == ["one.eml"]
    assert read.text("one.eml") == f"{SAID}\n\n{BRIDGE}"
