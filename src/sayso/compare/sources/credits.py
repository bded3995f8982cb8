"""Credit lines: where a report says that its text, or part of it, is an agency's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sayso.compare.sources.outlets import OutletName, outlet_key, outlets_in
from sayso.lexicon.outlets import known_outlets
from sayso.model.text import Document, Head, Span
from sayso.text.paragraphs import paragraphs

# "PORT SELLAN, 12 March (Skerrin) –": a place, perhaps a date, the name, a dash.
BRACKETED = re.compile(r"\(([^()\n]{2,40})\)[ \t\u00a0]{0,2}[-–—]")
DASHED = re.compile(r"([^()\n–—]{2,30}?)[ \t\u00a0]{1,2}[-–—][ \t\u00a0]")
SIGNED = re.compile(
    r"(?:[-–—(©]|(?i:sources?|via|credit)[ \t\u00a0]{0,2}:)[ \t\u00a0]{0,2}([^()\n–—]{2,30}?)\)?[.]?"
)
HEAD_PARAGRAPHS = 6  # where datelines stand
FOOT_PARAGRAPHS = 3  # where signatures stand
MAX_DATELINE_CHARACTERS = 70
MAX_CHARACTERS_BESIDE_BYLINE = 3  # of a byline that names one outlet and nothing else


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency that a report credits: for its `whole` text, or for help.

    `span` is the name in the text, or None where only the byline has it.
    """

    name: str
    span: Span | None
    whole: bool


def credits_of(document: Document) -> tuple[Credit, ...]:
    """The agencies that a report credits in its dateline, at its foot or in one of its heads."""
    in_bylines = [
        credit
        for byline in (document.byline, *(head.byline for head in document.also))
        for credit in _credits_in_byline(byline or "")
    ]
    return _one_credit_a_name(
        [*_credits_in_text(document.text), *_credits_in_head(document), *in_bylines]
    )


def credited_agency(credited: Iterable[Credit]) -> str | None:
    """The key of the agency that a whole text is credited to, if there is one such agency."""
    keys = {outlet_key(credit.name) for credit in credited if credit.whole}
    return keys.pop() if len(keys) == 1 else None


def credits_by_head(document: Document) -> Iterator[tuple[Head, tuple[Credit, ...]]]:
    """Each head of a report, and the agencies that the text and this head credit."""
    in_text = _credits_in_text(document.text)
    for head in document.heads:
        in_head = _credits_in_head(document) if head == document.head else ()
        yield (
            head,
            _one_credit_a_name([*in_text, *in_head, *_credits_in_byline(head.byline or "")]),
        )


def _one_credit_a_name(found: Iterable[Credit]) -> tuple[Credit, ...]:
    """The first credit of each agency, those for the whole text before the others."""
    by_name: dict[str, Credit] = {}
    for credit in sorted(found, key=lambda credit: not credit.whole):
        by_name.setdefault(credit.name, credit)
    return tuple(by_name.values())


def _credits_in_text(text: str) -> list[Credit]:
    blocks = paragraphs(text)
    return [
        *_credits_in_datelines(text, blocks[:HEAD_PARAGRAPHS]),
        *_credits_at_foot(text, blocks[-FOOT_PARAGRAPHS:]),
    ]


def _credits_in_head(document: Document) -> Iterator[Credit]:
    """The agency that the file credits: for the whole text, unless somebody else signed it too."""
    if document.agency:
        names = [outlet.name for outlet in outlets_in(document.agency)]
        for name in names or [document.agency]:
            yield Credit(name, None, whole=not document.byline)


def _credits_in_byline(byline: str) -> Iterator[Credit]:
    """The outlet that is the whole byline, or else the agencies in it."""
    names = outlets_in(byline)
    min_characters = len(byline.strip()) - MAX_CHARACTERS_BESIDE_BYLINE
    is_alone = len(names) == 1 and len(names[0].span) >= min_characters
    for outlet in names:
        if is_alone or _is_agency(outlet):
            yield Credit(outlet.name, None, is_alone)


def _credits_in_datelines(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Credit]:
    """Names in the form of a dateline; in brackets, also names that are on no list."""
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
            names = outlets_in(text, *dashed.span(1))
            if names and _is_agency(names[0]) and names[0].span.end == dashed.end(1):
                yield Credit(names[0].name, names[0].span, whole=True)


def _is_dateline(before: str, outlet_known: bool) -> bool:
    """Whether the words before a bracket are a place and a date: capitals, digits and commas.

    Before a name that is on no list, there must be a comma or a first word in capitals.
    """
    words = re.findall(r"[^\W_]+", before)
    if not words:
        return not before.strip()
    in_capitals = words[0].isupper() and len(words[0]) > 2
    return (outlet_known or in_capitals or "," in before) and all(
        word[0].isupper() or word[0].isdigit() for word in words
    )


def _credits_at_foot(text: str, blocks: Sequence[tuple[int, int]]) -> Iterator[Credit]:
    """Signatures at the end ("– AFP") and thanks for help ("Reuters contributed to this report")."""
    for start, end in blocks:
        if any(phrase in text[start:end].lower() for phrase in known_outlets().helped):
            for outlet in outlets_in(text, start, end):
                yield Credit(outlet.name, outlet.span, whole=False)
        elif end - start <= MAX_DATELINE_CHARACTERS and (
            signed := SIGNED.fullmatch(text, start, end)
        ):
            for outlet in outlets_in(text, *signed.span(1)):
                yield Credit(outlet.name, outlet.span, whole=True)


def _is_agency(outlet: OutletName) -> bool:
    return outlet.name in known_outlets().agencies
