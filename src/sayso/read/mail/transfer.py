"""The encodings in which the bytes of a mail travel: base64 and quoted-printable."""

import binascii
import re

LINE_OF_BASE64 = re.compile(rb"[A-Za-z0-9+/]*={0,3}")
PLAIN = frozenset({"", "7bit", "8bit", "binary"})


def decoded_body(body: bytes, encoding: str) -> tuple[bytes, str | None]:
    """The bytes that a part's body stands for, and what is wrong with it, if anything is."""
    encoding = encoding.strip().lower()
    if encoding == "base64":
        return decoded_base64(body)
    if encoding == "quoted-printable":
        return binascii.a2b_qp(body), None
    if encoding in PLAIN:
        return body, None
    return body, f"its encoding {encoding!r:.40} is unknown, so it was taken as it stands"


def decoded_base64(body: bytes) -> tuple[bytes, str | None]:
    """The bytes up to the first line that is no base64: lists put their footers behind it."""
    lines: list[bytes] = []
    wrong = None
    for line in body.split(b"\n"):
        one = line.strip().replace(b" ", b"")
        if not LINE_OF_BASE64.fullmatch(one):
            wrong = "its base64 is broken, and what stands behind the break was left out"
            break
        lines.append(one)
    data = b"".join(lines).replace(b"=", b"")
    if len(data) % 4 == 1:  # less than a byte
        data = data[:-1]
    return binascii.a2b_base64(data + b"=" * (-len(data) % 4)), wrong


def decoded_quoted_word(word: bytes) -> bytes:
    """The bytes of an encoded word in quoted-printable, where "_" is a space."""
    return binascii.a2b_qp(word, header=True)
