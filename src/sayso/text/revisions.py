"""Whether a sentence tells a number as one given earlier, or as a correction."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice, pairwise

from sayso.lexicon.phrases import Phrases, length_at
from sayso.lexicon.revisions import revision_words
from sayso.model.text import Span
from sayso.text.words import Word, words

PLACES = 8  # of a number that are looked at
BEFORE, BEHIND = 14, 9  # words beside a number that can say so
NEAR = 4  # words up to the number that is replaced
REACH = 160  # characters in which these stand
ENDS = frozenset(".;:!?…()")


class RevisionKind(Enum):
    """As what a number is told."""

    FORMER = "an earlier figure"
    CORRECTED = "a correction"


@dataclass(frozen=True, slots=True)
class Revision:
    """As what a number is told, and the words that say so; the number before, if they name it."""

    told: RevisionKind
    words: Span
    before: str | None = None


def revision(text: str, at: Span) -> Revision | None:
    """What the sentence says of the number that stands `at`, if anything.

    >>> text = "The mayor lowered the toll to 18 from 35, not 40 as first reported."
    >>> said = [revision(text, Span(text.index(one), text.index(one) + 2))
    ...         for one in ("18", "35", "40")]
    >>> [(one.told.value, text[one.words.start : one.words.end]) for one in said if one]
    [('a correction', 'lowered'), ('an earlier figure', 'lowered'), ('an earlier figure', 'first reported')]
    """
    start = max(text.rfind("\n", 0, at.start) + 1, at.start - REACH)
    end = min(text.find("\n", at.end) % (len(text) + 1), at.end + REACH)
    before = words(text, start, at.start)[-BEFORE:]
    behind = words(text, at.end, end)[:BEHIND]
    former = _former(before, behind)
    if former is not None:
        return Revision(RevisionKind.FORMER, former)
    correcting = _last(before, revision_words().correcting) or _lowering(before)
    if correcting is not None and not _numbers(before, correcting.end):
        return Revision(RevisionKind.CORRECTED, correcting, _from(before) or _from(behind))
    return _replacing(behind)


def corrected_elsewhere(text: str, number: int) -> Revision | None:
    """Where a text, in the first places that have a number in digits, tells it as a correction."""
    found = re.finditer(rf"(?<![\w.,]){number}(?![\w])", text)
    for match in islice(found, PLACES):
        said = revision(text, Span(*match.span()))
        if said is not None and said.told is RevisionKind.CORRECTED:
            return said
    return None


def _former(before: Sequence[Word], behind: Sequence[Word]) -> Span | None:
    """The words that make a number an earlier one."""
    known = revision_words()
    if before and before[-1].lower == "from":
        changing = [one for one in before if one.lower in known.changing]
        if changing:
            return Span(changing[-1].start, changing[-1].end)
    found = _last(before, known.former)
    if found is not None and not _numbers(before, found.end):
        return found
    clause = list(_clause(behind))
    return next(_found(clause, known.former_behind), None)


def _replacing(behind: Sequence[Word]) -> Revision | None:
    """A correction by what stands behind the number, with the one before it: "31, down from 35"."""
    found = next(_found(list(_clause(behind)), revision_words().correcting_behind), None)
    if found is None:
        return None
    rest = (one.lower for one in behind if one.start >= found.end)
    number = next((lower for lower in islice(rest, NEAR) if lower[0].isdigit()), None)
    return Revision(RevisionKind.CORRECTED, found, number) if number else None


def _from(found: Sequence[Word]) -> str | None:
    """The number behind "from"."""
    pairs = pairwise(found)
    return next(
        (two.lower for one, two in pairs if one.lower == "from" and two.lower[0].isdigit()), None
    )


def _lowering(before: Sequence[Word]) -> Span | None:
    """A verb for making a tally less, with the tally behind it: "lowered the death toll"."""
    known = revision_words()
    for at in range(len(before) - 1, -1, -1):
        if before[at].lower in ENDS - {":"}:
            return None
        if before[at].lower in known.lowering:
            tally = any(one.lower in known.tally for one in before[at + 1 :])
            return Span(before[at].start, before[at].end) if tally else None
    return None


def _clause(behind: Sequence[Word]) -> Iterator[Word]:
    """The words up to the end of the clause, or to another number."""
    for one in behind:
        if one.lower in ENDS or one.lower[0].isdigit():
            return
        yield one


def _last(found: Sequence[Word], phrases: Phrases) -> Span | None:
    """The last of the phrases in the words, those before a full stop or the like left out."""
    ends = [at for at, one in enumerate(found) if one.lower in ENDS - {":"}]
    own = found[ends[-1] + 1 :] if ends else found
    return next(iter([*_found(own, phrases)][::-1]), None)


def _found(found: Sequence[Word], phrases: Phrases) -> Iterator[Span]:
    spelt = [one.lower for one in found]
    for at in range(len(found)):
        size = length_at(phrases, spelt, at)
        if size:
            yield Span(found[at].start, found[at + size - 1].end)


def _numbers(found: Sequence[Word], start: int) -> bool:
    """Whether a number stands between the words and the one they would be about, "from 35" apart."""
    own = [one for one in found if one.start >= start]
    led = ["", *(one.lower for one in own)]
    return any(
        one.lower[0].isdigit() and before != "from" for one, before in zip(own, led, strict=False)
    )
