"""Bombs of mails and mailboxes."""

from pathlib import Path

from bench.bombs.craft import MEGABYTE, Bombs, write_repeated

BOMBS = Bombs()
HEAD = (
    b"Received: from a.example by b.example; Mon, 2 Mar 2026 08:15:00 +0000\r\n"
    b"From: Ana Teller <ana@a.example>\r\nTo: desk@b.example\r\nSubject: Mill closed\r\n"
    b"Date: Mon, 2 Mar 2026 08:14:00 +0000\r\nMIME-Version: 1.0\r\n"
)
TEXT = b"Content-Type: text/plain; charset=utf-8\r\n"
MIXED = b'Content-Type: multipart/mixed; boundary="%b"\r\n\r\n'
SAID = b"The governor denied on Monday that 12 people had been killed.\r\n"
SUFFIX_LINE = b"From ana@a.example Mon Mar  2 08:15:00 2026\n"


def _add(name: str, unit: bytes, megabytes: float, before: bytes = b"", after: bytes = b"") -> None:
    BOMBS.repeat(name, unit, megabytes, HEAD + before, after)


PART = b"--b\r\nContent-Type: text/plain\r\n\r\n" + SAID
FILE = b'--b\r\nContent-Type: text/html; name="a.html"\r\n\r\n<p>' + SAID
_add("parts_10000.eml", PART, len(PART) / 100, MIXED % b"b", b"--b--\r\n")
_add("attachments_10000.eml", FILE, len(FILE) / 100, MIXED % b"b", b"--b--\r\n")
_add("boundaries.eml", b"--b\r\n", 45, MIXED % b"b")
_add("head_10_megabytes.eml", b"X", 10, b"X-Long: ", b"\r\n" + TEXT + b"\r\n" + SAID)
_add("folded_head.eml", b" so\r\n", 10, b"X-Long: so\r\n", TEXT + b"\r\n" + SAID)
_add("many_fields.eml", b"X: so\r\n", 40, b"", TEXT + b"\r\n" + SAID)
_add("many_words.eml", b"=?utf-8?Q?so?= ", 10, b"Subject: ", b"\r\n" + TEXT + b"\r\n" + SAID)
_add("to_many.eml", b"a@a.example, ", 20, b"From: ", b"\r\n" + TEXT + b"\r\n" + SAID)
QUOTED = TEXT + b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
_add("quoted_printable_40.eml", b"=C3=A9", 40, QUOTED)
_add("quoted_breaks_40.eml", b"=\r\n", 40, QUOTED)
_add("quoted_signs_40.eml", b"=", 40, QUOTED)
BASE64 = TEXT + b"Content-Transfer-Encoding: base64\r\n\r\n"
_add("base64_40.eml", b"SXQgd2FzIHNvLiAg", 40, BASE64)
_add("quoted_lines_40.eml", b"> so\r\n", 40, TEXT + b"\r\n" + SAID)
_add("quoted_deep.eml", b">", 40, TEXT + b"\r\n" + SAID)
_add("one_line_45.eml", b"It was denied. ", 45, TEXT + b"\r\n")
_add("text_45.eml", SAID, 45, TEXT + b"\r\n")
FORWARD = b"---------- Forwarded message ---------\r\nFrom: Ivo <i@b.example>\r\nSubject: So\r\n\r\nSo.\r\n"
_add("forwards.eml", FORWARD, 10, TEXT + b"\r\n" + SAID)
_add("signatures.eml", b"-- \r\nAna\r\n", 20, TEXT + b"\r\n" + SAID)
_add("html_40.eml", b"<p>So.", 40, b"Content-Type: text/html\r\n\r\n")
_add("html_15.eml", b"<p>It was so.", 15, b"Content-Type: text/html\r\n\r\n")
_add("too_large.eml", SAID, 200, TEXT + b"\r\n")
BOMBS.repeat("mailbox_200.mbox", SUFFIX_LINE + HEAD + TEXT + b"\r\n" + SAID * 300 + b"\n", 200)
BOMBS.repeat("one_mail_300.mbox", SAID, 300, SUFFIX_LINE + HEAD + TEXT + b"\r\n")
BOMBS.repeat("short_lines_45.mbox", b"\n", 45, SUFFIX_LINE + HEAD + TEXT + b"\r\n" + SAID)
BOMBS.repeat("from_lines.mbox", SUFFIX_LINE, 100, SUFFIX_LINE + HEAD + TEXT + b"\r\n")
BOMBS.repeat("tiny_mails.mbox", SUFFIX_LINE + b"A: b\n\nIt was so.\n\n", 7)
SAVED = b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.example/\r\nMIME-Version: 1.0\r\n"
RELATED = b'Content-Type: multipart/related; boundary="b"\r\n\r\n'
BOMBS.repeat(
    "parts.mhtml", b"--b\r\nContent-Type: text/html\r\n\r\n<p>So.\r\n", 40, SAVED + RELATED
)
BOMBS.repeat("quoted.mhtml", b"=3D", 40, SAVED + QUOTED.replace(b"plain", b"html"))


@BOMBS.add("deep_100.eml")
def deep_parts(path: Path) -> None:
    """Parts in parts, a hundred deep."""
    inner = HEAD + b"".join(MIXED % (b"b%d" % one) + b"--b%d\r\n" % one for one in range(100))
    path.write_bytes(inner + TEXT + b"\r\n" + SAID)


@BOMBS.add("deep_mails.eml")
def deep_mails(path: Path) -> None:
    """Mails in mails, a hundred deep."""
    inner = HEAD + TEXT + b"\r\n" + SAID
    for _ in range(100):
        inner = HEAD + b"Content-Type: message/rfc822\r\n\r\n" + inner
    path.write_bytes(inner)


@BOMBS.add("deep_large.eml")
def deep_large(path: Path) -> None:
    """Mails in mails, each of which attaches thirty megabytes."""
    begin = HEAD + MIXED % b"b" + b"--b\r\nContent-Type: message/rfc822\r\n\r\n"
    write_repeated(
        path, b"X" * 999 + b"\n", 40 * MEGABYTE // 1_000, begin * 20 + HEAD + TEXT + b"\r\n"
    )
