"""Mails (EML).

The report is the mail: its plain text, or its HTML if that has far more words, with the head from
its header. A mail that it passes on is a report of its own, FILE:forwarded-1, whether it is attached
or follows below a line such as "---------- Forwarded message ---------". So are the words that it
quotes of a mail that it answers, FILE:quoted-1: another person wrote them, the one that the line
above them names. Attachments in a format that sayso reads are reports too, FILE:NAME.

Signatures, footers of lists, disclaimers and links to unsubscribe are left out. In the map, `part`
is the number of the MIME part as mail programs count, and `offset` counts in its decoded text.
"""

import hashlib
import re
from collections.abc import Iterator

from sayso.errors import UnreadableInput
from sayso.model.particulars import LeftOutKind
from sayso.model.text import Document
from sayso.read.blanks import has_words
from sayso.read.heads import with_head
from sayso.read.mail.attachments import MAIL, Attachments
from sayso.read.mail.bodies import Body, body_of
from sayso.read.mail.letters import Letter, letters_of
from sayso.read.mail.mail_heads import head_of_intro, head_of_mail
from sayso.read.mail.parts import Part, Whole, parts_of
from sayso.read.mail.sections import Kind
from sayso.read.places import NO_PLACES
from sayso.read.reader import Format, Material, Reading, Setting

MAILS_OWN = frozenset({"text/plain", "text/html"})
MIN_SHARE_OF_WORDS = 0.5  # that a plain text has of the words of its HTML; else it is a stub
ENCRYPTED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
# Fields that a mail gets on its way; a text that begins "From: …" has none of them.
ON_ITS_WAY = re.compile(
    rb"(?:\A|\n)(?:Received|Return-Path|Message-ID|MIME-Version|Delivered-To|DKIM-Signature):",
    re.IGNORECASE,
)
FIRST_FIELDS = re.compile(
    rb"(?:From [^\n]{0,200}\n)?[!-9;-~]{1,60}:[^\n]{0,2000}\n(?:[ \t][^\n]{0,2000}\n){0,60}[!-9;-~]{1,60}:"
)
SIZE_LINE = re.compile(rb"(\d{1,12})[ \t]*\r?\n")  # with which Apple Mail begins an .emlx
# Exchange gives these names to what stands in a mail behind a picture or a file.
NAMED_BY_SERVER = re.compile(r"ATT\d{1,6}\.(?:txt|html?)", re.IGNORECASE)
NO_TEXT = "the mail shows no text"


def begins_like_mail(begin: bytes) -> bool:
    """Whether the first bytes are a mail's header, with a field that it got on its way."""
    head = re.split(rb"\r?\n\r?\n", begin, maxsplit=1)[0]
    return FIRST_FIELDS.match(begin) is not None and ON_ITS_WAY.search(head) is not None


def read_mail(material: Material, setting: Setting) -> Iterator[Reading]:
    """The reports in a mail: its own, those that it quotes or passes on, its attachments."""
    data = material.all_bytes(setting.limits.mail_bytes)
    whole = parts_of(_without_size(data, material.suffix))
    if whole.unread:
        setting.note(material, f"it has too many parts; {whole.unread} were not read")
    chosen = list(_chosen_parts(whole.part, material, setting))
    letters = letters_of(body for part, body in chosen if body is not None)
    digest = hashlib.sha256(data).hexdigest()
    found = False
    own = letters[0].sliced
    lost = sum(len(one.words.split()) for one in own.left_out if one.kind is LeftOutKind.OTHER)
    if lost and not has_words(own.text):
        setting.note(material, f"{lost} words of signatures and footers were left out")
    for reading in _readings_of_letters(letters, whole, material.name, digest):
        found = True
        yield reading
    attachments = Attachments(material, setting)
    mails = sum(letter.kind is Kind.FORWARDED for letter in letters)
    for part, body in chosen:
        if body is None:
            mails += part.media == MAIL
            found = True
            yield from attachments.read(part, mails)
    attachments.tell_unread()
    if not found or len(attachments.unread) == len(chosen):
        raise UnreadableInput(material.name, *_why_no_text(whole.part))


def _without_size(data: bytes, suffix: str) -> bytes:
    size = SIZE_LINE.match(data) if suffix == ".emlx" else None
    return data[size.end() : size.end() + int(size[1])] if size else data


def _readings_of_letters(
    letters: list[Letter], whole: Whole, name: str, digest: str
) -> Iterator[Reading]:
    """The texts of a mail as reports. The hash is that of the mail, whose bytes they came in."""
    counts = dict.fromkeys(Kind, 0)
    for letter in letters:
        text, source = letter.sliced.text, letter.sliced.source
        if not has_words(text):
            continue
        counts[letter.kind] += 1
        own = letter.kind is Kind.OWN
        called = name if own else f"{name}:{letter.kind.value}-{counts[letter.kind]}"
        document = Document(
            name=called,
            text=text,
            raw_sha256=digest,
            left_out=tuple(letter.sliced.left_out),
            words_left_out=letter.sliced.words_left_out,
        )
        head = head_of_mail(whole.part.fields) if own else head_of_intro(letter.intro)
        yield Reading(with_head(document, head), source, where=called)


def _chosen_parts(
    part: Part, material: Material, setting: Setting
) -> Iterator[tuple[Part, Body | None]]:
    """The parts that are read, each with its text if it is the mail's own and not an attachment."""
    if part.media == "multipart/alternative" and part.parts:
        yield from _chosen_alternative(part, material, setting)
    elif part.media == "multipart/related" and part.parts:
        yield from _chosen_parts(part.parts[0], material, setting)
        yield from ((one, None) for other in part.parts[1:] for one in other.leaves())
    elif part.parts:
        for one in part.parts:
            yield from _chosen_parts(one, material, setting)
    elif is_attached(part):
        yield part, None
    else:
        yield part, _told_body(part, material, setting)


def _chosen_alternative(
    part: Part, material: Material, setting: Setting
) -> Iterator[tuple[Part, Body | None]]:
    """The plain text, unless it is a stub beside the HTML ("Your program shows no HTML"); else the last."""
    found = [list(_chosen_parts(one, material, setting)) for one in part.parts]
    plain = next((one for one in found if _media_of(one) == "text/plain" and _words(one)), None)
    html = next((one for one in found if _media_of(one) == "text/html" and _words(one)), None)
    if plain and html and _words(plain) < MIN_SHARE_OF_WORDS * _words(html):
        plain = None
    chosen = plain or html or found[-1]
    yield from chosen
    for other in found:
        if other is not chosen:
            yield from ((one, body) for one, body in other if body is None)


def _media_of(chosen: list[tuple[Part, Body | None]]) -> str:
    return next((part.media for part, body in chosen if body is not None), "")


def _words(chosen: list[tuple[Part, Body | None]]) -> int:
    return sum(len(body.text.split()) for _, body in chosen if body is not None)


def is_attached(part: Part) -> bool:
    """Whether a part hangs on the mail, and is not its text."""
    disposition = (part.fields.raw("content-disposition") or "").partition(";")[0].strip().lower()
    name = part.fields.file_name
    named = name is not None and not NAMED_BY_SERVER.fullmatch(name)
    return part.media not in MAILS_OWN or named or (disposition == "attachment" and not name)


def _told_body(part: Part, material: Material, setting: Setting) -> Body:
    """The text of a part; none if it cannot be read, which is told."""
    name = f"{material.name}:part-{part.number}"
    try:
        return body_of(part, name, setting)
    except UnreadableInput as problem:
        setting.on_problem(problem)
        return Body("", NO_PLACES, [])


def _why_no_text(part: Part) -> tuple[str, str]:
    """What to say of a mail that gives no report, and what to do."""
    if part.media in ENCRYPTED or any(one.media in ENCRYPTED for one in part.leaves()):
        return (
            "the mail is encrypted, or packed with its signature",
            "Open it in your mail program and save its text as .txt.",
        )
    return NO_TEXT, "Leave it out, or save its attachments and give those."


FORMAT = Format(
    "mail",
    read_mail,
    suffixes=frozenset({".eml", ".emlx"}),
    media=frozenset({MAIL, "message/global"}),
    begins=begins_like_mail,
)
