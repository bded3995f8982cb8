"""Lines that say who wrote what stands below them: "On …, Ana Teller wrote:", "From: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.mails import mail_words
from sayso.read.mail.lines import Line

MAX_INTRO_CHARACTERS = 400
MAX_INTRO_LINES = 3
MAX_HEADER_LINES = 14
TIME = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?)?(?:\s?(?:[+-]\d{4}|GMT|UTC|Z)(?:\s?[+-]\d{1,2})?)?"
YEAR = r"\b[12]\d{3}"
ON_WROTE = tuple(
    re.compile(
        rf"on (?P<when>[^\n]{{0,60}}?{ending})[,;]?\s+(?P<who>[^\n]{{2,250}}?)\s*(?:wrote|writes):",
        re.IGNORECASE,
    )
    for ending in (TIME, YEAR)
)
WROTE = re.compile(
    r"(?P<who>[^\n:]{2,120}) (?:wrote|writes):|quoting (?P<quoted>[^\n:]{2,120}):", re.IGNORECASE
)
NAMED = re.compile(
    r"\*?(?P<name>from|sent|date|to|cc|bcc|subject|reply-to|"
    r"importance|attachments?|organi[sz]ation|message-id)\s*:\s?\*?\s*",
    re.IGNORECASE,
)
RULE = re.compile(r"[-_=*]{2,}")


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the words below a line come from, in the words of the line; "" is unknown."""

    sender: str = ""
    date: str = ""
    subject: str = ""
    date_field: str = "Date"


@dataclass(frozen=True, slots=True)
class Mark:
    """An origin, and the number of the first line behind the lines that state it."""

    origin: Origin
    behind: int
    depth: int


def words_of(body: str, line: Line) -> str:
    """The words of a line."""
    return body[line.start : line.end]


def intro_at(body: str, lines: Sequence[Line], number: int) -> Mark | None:
    """The line, which may be wrapped, that says who wrote the quoted lines below it."""
    first = lines[number]
    said = ""
    for behind in range(number + 1, min(number + 1 + MAX_INTRO_LINES, len(lines) + 1)):
        line = lines[behind - 1]
        words = words_of(body, line).strip()
        if line.depth != first.depth or not words:
            return None
        said = f"{said} {words}".strip()
        if len(said) > MAX_INTRO_CHARACTERS:
            return None
        if said.lower().endswith((" wrote:", " writes:")) or said.lower().startswith("quoting "):
            return _read_intro(body, lines, behind, first.depth, said)
        if not said.lower().startswith("on ") and "@" not in said:
            return None
    return None


def _read_intro(
    body: str, lines: Sequence[Line], behind: int, depth: int, said: str
) -> Mark | None:
    """The origin in an intro. Above lines that nothing marks as quoted, it must have an address."""
    after = _next_with_words(body, lines, behind)
    above_quoted = after < len(lines) and lines[after].depth > depth
    dated = next(filter(None, (one.fullmatch(said) for one in ON_WROTE)), None)
    if dated and (above_quoted or "@" in dated["who"]):
        who = dated["who"].strip(" ,")
        return Mark(Origin(who, dated["when"].strip(" ,")), behind, depth + above_quoted)
    plain = WROTE.fullmatch(said)
    if plain and above_quoted:
        return Mark(Origin((plain["who"] or plain["quoted"]).strip(" ,")), behind, depth + 1)
    return None


def forward_at(body: str, lines: Sequence[Line], number: int) -> Mark | None:
    """The lines by which a mail program introduces a whole mail: a rule, and its header."""
    at = number
    marked = is_forward_line(words_of(body, lines[number]))
    if marked:
        at = _next_with_words(body, lines, number + 1)
    elif not NAMED.match(words_of(body, lines[number])):
        return None
    found: dict[str, str] = {}
    depth = lines[at].depth if at < len(lines) else 0
    last = ""
    behind = at
    while behind < min(len(lines), at + MAX_HEADER_LINES):
        words = words_of(body, lines[behind]).strip()
        named = NAMED.match(words)
        if lines[behind].depth != depth or not (named or words):
            after = _next_with_words(body, lines, behind)
            if not _goes_on(body, lines, after, depth, found):
                break
            behind = after
            continue
        if named:
            last = named["name"].lower()
            found.setdefault(last, words[named.end() :].strip())
        elif last in ("to", "cc", "subject"):
            found[last] = f"{found[last]} {words}"
        else:
            break
        behind += 1
    date_field = "sent" if "sent" in found else "date"
    if not ("from" in found and (marked or ("subject" in found and date_field in found))):
        return None
    origin = Origin(
        found["from"], found.get(date_field, ""), found.get("subject", ""), date_field.capitalize()
    )
    return Mark(origin, behind, depth)


def is_forward_line(words: str) -> bool:
    """Whether the line only says that a mail follows that was passed on."""
    said = RULE.sub(" ", words).strip(" :>").lower()
    return said in mail_words().forwarded


def _goes_on(
    body: str, lines: Sequence[Line], after: int, depth: int, found: dict[str, str]
) -> bool:
    """Whether the header goes on behind an empty line, with a field that it did not have so far."""
    if after >= len(lines) or lines[after].depth != depth:
        return False
    named = NAMED.match(words_of(body, lines[after]).strip())
    return named is not None and named["name"].lower() not in found


def _next_with_words(body: str, lines: Sequence[Line], number: int) -> int:
    while number < len(lines) and not words_of(body, lines[number]).strip():
        number += 1
    return number
