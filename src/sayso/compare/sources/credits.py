"""Credit lines: where a report says that its text, or part of it, is an agency's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.sources.outlets import OutletName, outlets_in
from sayso.lexicon.outlets import outlets
from sayso.model.text import Document, Span
from sayso.text.paragraphs import paragraphs

# "PORT SELLAN, 12 March (Skerrin) –": a place, perhaps a date, the name, a dash.
BRACKETED = re.compile(r"\(([^()\n]{2,40})\)[ \t\u00a0]{0,2}[-–—]")
DASHED = re.compile(r"([^()\n–—]{2,30}?)[ \t\u00a0]{1,2}[-–—][ \t\u00a0]")
SIGNED = re.compile(
    r"(?:[-–—(©]|(?i:sources?|via|credit)[ \t\u00a0]{0,2}:)[ \t\u00a0]{0,2}([^()\n–—]{2,30}?)\)?[.]?"
)
HEAD_PARAGRAPHS, FOOT_PARAGRAPHS = 6, 3  # paragraphs in which credits stand
MAX_DATELINE_CHARACTERS = 70


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that a report credits: for its `whole` text, or for help. `span` is the name in the
    text, or None where only the byline gives it."""

    name: str
    span: Span | None
    whole: bool


def credits_of(document: Document) -> tuple[Credit, ...]:
    """The agencies that a report credits in its dateline, at its foot or in its byline."""
    blocks = paragraphs(document.text)
    found = [
        *_credits_in_datelines(document.text, blocks[:HEAD_PARAGRAPHS]),
        *_credits_at_foot(document.text, blocks[-FOOT_PARAGRAPHS:]),
    ]
    if document.byline:
        byline = outlets_in(document.byline)
        alone = len(byline) == 1 and len(byline[0].span) >= len(document.byline.strip()) - 3
        found += [Credit(named.name, None, alone) for named in byline if alone or _is_agency(named)]
    seen: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda credit: not credit.whole):
        seen.setdefault(credit.name, credit)
    return tuple(seen.values())


def _credits_in_datelines(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Credit]:
    """Names in the dateline form; the form vouches for a name that nobody has listed."""
    for start, end in blocks:
        stop = min(end, start + MAX_DATELINE_CHARACTERS)
        bracketed = BRACKETED.search(text, start, stop)
        first, last = bracketed.span(1) if bracketed else (start, start)
        known = outlets_in(text, first, last)
        if bracketed and _is_dateline(text[start : bracketed.start()], bool(known)):
            name = known[0].name if known else bracketed.group(1).strip()
            if name[0].isupper():
                yield Credit(name, known[0].span if known else Span(first, last), whole=True)
        elif dashed := DASHED.match(text, start, stop):
            named = outlets_in(text, *dashed.span(1))
            if named and _is_agency(named[0]) and named[0].span.end == dashed.end(1):
                yield Credit(named[0].name, named[0].span, whole=True)


def _is_dateline(before: str, known: bool) -> bool:
    """Whether the words before a bracket are a place and a date: capitals, figures and commas.

    They need not be unmistakable where the name in the bracket is `known`.
    """
    words = re.findall(r"[^\W_]+", before)
    if not words:
        return not before.strip()
    shouted = words[0].isupper() and len(words[0]) > 2
    dated = "," in before
    return (known or shouted or dated) and all(
        word[0].isupper() or word[0].isdigit() for word in words
    )


def _credits_at_foot(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Credit]:
    """Signatures at the end ("– AFP") and thanks for help ("Reuters contributed to this report")."""
    for start, end in blocks:
        if any(phrase in text[start:end].lower() for phrase in outlets().helped):
            for named in outlets_in(text, start, end):
                yield Credit(named.name, named.span, whole=False)
        elif end - start <= MAX_DATELINE_CHARACTERS and (
            signed := SIGNED.fullmatch(text, start, end)
        ):
            for named in outlets_in(text, *signed.span(1)):
                yield Credit(named.name, named.span, whole=True)


def _is_agency(named: OutletName) -> bool:
    return named.name in outlets().agencies
