"""The news agencies that a report credits in its dateline and around its text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.outlets import known_outlets
from sayso.read.bylines import BETWEEN, agency_named, without_dates
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import Line

MAX_CREDIT_CHARACTERS = 160
DATELINE_PARAGRAPHS = 3
# "PORT SELLAN, 12 March (Skerrin) –", "(Skerrin) –"
DATELINE = re.compile(r"^[^()\n]{0,70}\((?P<name>[^()\n]{2,40})\)\s{0,2}(?:[-–—:]|$)")
# "Orn, Mar 2 (PTI) Twelve people", "ORN, March 2. /TASS/. Twelve people"
UNDASHED = re.compile(
    r"^(?:[A-Z][\w.'’-]*[,./ ]{1,3}|\d{1,2}[,. ]{1,3}){1,8}\((?P<name>[^()\n]{2,40})\)\s(?=[A-Z“\"'‘])"
)
SLASHED = re.compile(r"^[^/\n]{0,60}/(?P<name>[A-Z][\w-]{1,20})/\.?\s")
DASHED = re.compile(r"^[^()\n–—]{0,40}?(?:,\s|\s)?(?P<name>[^()\n–—,]{2,30}?)\s{1,2}[-–—]{1,2}\s")
SIGNED = re.compile(
    r"^(?:\(c\)|[-–—(©]|(?:sources?|via|with|credit|agency|copyright|agencies)\s{0,2}:?)\s*(?:©|\(c\))?\s*(?:\d{4}\s*)?"
    r"(?P<name>[^()\n–—]{2,60}?)\)?(?:\s*\d{4})?[.]?$",
    re.IGNORECASE,
)
OTHER_WORK = re.compile(r"(?:photo|picture|image|video|file|graphic)", re.IGNORECASE)


def agencies_credited(lines: Sequence[Line], opening: Opening) -> Iterator[str]:
    """The agencies in the article's dateline and in the lines of credit above and below its text."""
    first = opening.text[:DATELINE_PARAGRAPHS]
    for number in (*_short_paragraph(lines, opening), *first):
        yield from _in_dateline(lines[number].text)
    last = opening.text[-1] if opening.text else 0
    places = (*opening.head, *range(max(last - 1, opening.head.stop), opening.whole.stop))
    for number in dict.fromkeys(places):
        if (
            number >= len(lines)
            or number == opening.title
            or not opening.holds(lines[number].boxes)
        ):
            continue
        line = lines[number].text
        if len(line) <= MAX_CREDIT_CHARACTERS and not OTHER_WORK.match(line):
            yield from _in_credit(line)
    if opening.text:
        yield from _signed_at_end(lines[last].text)


def _short_paragraph(lines: Sequence[Line], opening: Opening) -> Iterator[int]:
    """The last line of the head, if it is a first paragraph too short to be known as one."""
    last = opening.head.stop - 1
    if not opening.text or opening.title is None or not opening.title < last < len(lines):
        return
    if lines[last].tag == "p" and lines[last].text.endswith((".", "”", '"')):
        yield last


def _in_dateline(text: str) -> Iterator[str]:
    for pattern in (DATELINE, UNDASHED, SLASHED, DASHED):
        found = pattern.match(text[:MAX_CREDIT_CHARACTERS])
        names = list(_known_in(found["name"].split("/"))) if found else []
        if names:
            yield from names
            return


def _in_credit(line: str) -> Iterator[str]:
    lower = line.lower()
    whole = list(_known_in(re.split(r"\s*[/,]\s*|\s+and\s+", line.strip(" .()"))))
    parts = BETWEEN.split(without_dates(line))
    if whole:
        yield from whole
    elif len(parts) > 1 and (named := list(_known_in(parts))):
        yield from named
    elif any(phrase in lower for phrase in known_outlets().helped):
        yield from _names_in(line)
    elif found := SIGNED.match(line):
        yield from _names_in(found["name"])


def _signed_at_end(text: str) -> Iterator[str]:
    """The agency behind the last sentence: "… on Monday. (AFP)", "… – Reuters"."""
    found = re.search(
        r"[.!?”\"’]\s*(?:\((?P<a>[^()]{2,30})\)|[-–—]\s*(?P<b>[^.()–—]{2,30}))\.?$", text[-60:]
    )
    if found:
        yield from _known_in(re.split(r"\s*[/,]\s*|\s+and\s+", found["a"] or found["b"]))


def _known_in(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        known = agency_named(name)
        if known:
            yield known


@cache
def _agency_names() -> re.Pattern[str]:
    names = sorted(byline_words().agencies, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def _names_in(words: str) -> Iterator[str]:
    for found in _agency_names().finditer(words):
        yield re.sub(r"^(?:The|the)\s", "", found[0])
