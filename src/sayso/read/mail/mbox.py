"""Mailboxes (mbox): mails one after the other, each below a line "From …".

A mailbox is read as a stream, one mail at a time, so it may be of any size. Each mail is read as one,
by the name FILE:NUMBER, counted from 1.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import BinaryIO

from sayso.errors import UnreadableInput
from sayso.read.reader import BYTES_LOOKED_AT, Format, Material, Reading, Setting, part_of

# "From ana@x.example Mon Mar  2 08:15:00 2026", as opposed to "From here we went on foot".
FROM_LINE = re.compile(
    rb"From (?:\S{1,300}|\"[^\"\n]{1,300}\"\S{0,300}) {1,3}.{0,120}?"
    rb"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b.{0,40}?\d\d:\d\d.{0,60}$",
    re.DOTALL,
)
FIELD = re.compile(rb"[!-9;-~]{1,100}:")
QUOTED_FROM = re.compile(rb">+From ")
LONGEST_LINE = 1_000_000  # bytes that are read at once


def begins_like_mailbox(begin: bytes) -> bool:
    """Whether the first line is one by which a mailbox begins a mail."""
    first, _, rest = begin.partition(b"\n")
    return FROM_LINE.match(first.rstrip()) is not None and FIELD.match(rest) is not None


def read_mailbox(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports of a mailbox, mail by mail. One that cannot be read is told, and the rest is read."""
    limit = setting.limits.mail_bytes
    number = 0
    for number, mail in enumerate(mails_in(material.stream, limit), 1):
        if len(mail) > limit:
            what = f"the mail is larger than {limit:,} bytes"
            problem = UnreadableInput(
                f"{material.name}:{number}", what, "Save its attachments and give those."
            )
            setting.on_problem(problem)
            continue
        one = part_of(
            material,
            str(number),
            BytesIO(mail),
            mail[:BYTES_LOOKED_AT],
            suffix=".eml",
            media="message/rfc822",
        )
        yield from setting.read_part(one)
    if not number:
        raise UnreadableInput(
            material.name, "there is no mail in it", "Save the mails again, as .eml or .mbox."
        )


def mails_in(stream: BinaryIO, limit: int) -> Iterator[bytes]:
    """The mails of a mailbox, without the lines that begin them.

    Of one that is larger than the limit, a little more than that is given.
    """
    lines = _lines_with_next(stream)
    mail: bytearray | None = None
    last = 0  # where the last line of the mail begins
    for line, after in lines:
        if line.startswith(b"From ") and _begins_mail(line, after):
            if mail is not None:
                yield _without_last_break(mail, last)
            mail, last = bytearray(), 0
        elif mail is not None and len(mail) <= limit:
            last = len(mail)
            mail += line[1:] if QUOTED_FROM.match(line) else line
    if mail is not None:
        yield _without_last_break(mail, last)


def _begins_mail(line: bytes, after: bytes) -> bool:
    return FROM_LINE.match(line.rstrip()) is not None and FIELD.match(after) is not None


def _lines_with_next(stream: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """Each line with the one behind it. A very long line comes in pieces."""
    line = stream.readline(LONGEST_LINE)
    while line:
        after = stream.readline(LONGEST_LINE)
        yield line, after
        line = after


def _without_last_break(mail: bytearray, last: int) -> bytes:
    """The mail without the empty line that a mailbox puts behind it; its last line begins at `last`."""
    return bytes(mail[:last] if not mail[last:].strip() else mail)


FORMAT = Format(
    "mailbox",
    read_mailbox,
    suffixes=frozenset({".mbox", ".mbx"}),
    media=frozenset({"application/mbox"}),
    begins=begins_like_mailbox,
)
