"""Whether a sentence presents a number as an earlier figure or as a correction."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from sayso.lexicon.phrases import Phrases, phrase_length_at
from sayso.lexicon.revisions import revision_words
from sayso.model.text import Span
from sayso.text.prepared import read_once
from sayso.text.words import Word, words

MAX_PLACES = 8  # where the same number is looked for elsewhere in a text
MAX_WORDS_BEFORE, MAX_WORDS_BEHIND = 14, 9  # beside a number, where its sentence may say so
MAX_WORDS_TO_PREVIOUS = 4  # up to the number that is replaced
MAX_CHARACTERS = 160  # on either side of a number that hold these words
STOPS = frozenset(".;!?…()")
CLAUSE_ENDS = STOPS | {":"}
DIGITS = re.compile(r"(?<![\w.,])[0-9]++(?!\w)")


class RevisionKind(Enum):
    """How a number is presented."""

    FORMER = "an earlier figure"
    CORRECTED = "a correction"


@dataclass(frozen=True, slots=True)
class Revision:
    """How a number is presented, and the words that show it.

    `previous` is the number that it replaces, in digits, if the words name it.
    """

    kind: RevisionKind
    cue: Span
    previous: str | None = None


@read_once
def read_revision(text: str, at: Span) -> Revision | None:
    """What the sentence says of the number `at` a place; None if it says nothing of the kind.

    >>> text = "The mayor lowered the toll to 18 from 35, not 40 as first reported."
    >>> found = [read_revision(text, Span(text.index(number), text.index(number) + 2))
    ...          for number in ("18", "35", "40")]
    >>> [(one.kind.value, text[one.cue.start : one.cue.end]) for one in found if one]
    [('a correction', 'lowered'), ('an earlier figure', 'lowered'), ('an earlier figure', 'first reported')]
    """
    first, last = max(0, at.start - MAX_CHARACTERS), min(len(text), at.end + MAX_CHARACTERS)
    start = max(first, text.rfind("\n", first, at.start) + 1)
    line_end = text.find("\n", at.end, last)
    before = words(text, start, at.start)[-MAX_WORDS_BEFORE:]
    behind = words(text, at.end, last if line_end < 0 else line_end)[:MAX_WORDS_BEHIND]
    former = _former_cue(before, behind)
    if former is not None:
        return Revision(RevisionKind.FORMER, former)
    cue = _last_phrase(before, revision_words().correcting) or _lowering_verb(before)
    if cue is not None and not _has_number_behind(before, cue.end):
        previous = _number_after_from(before) or _number_after_from(behind)
        return Revision(RevisionKind.CORRECTED, cue, previous)
    return _replacing_previous(behind)


@read_once
def correction_elsewhere(text: str, number: int) -> Revision | None:
    """What presents a number as a correction, in the first places that give it in digits."""
    for place in _places_of_numbers(text).get(str(number), ())[:MAX_PLACES]:
        revision = read_revision(text, place)
        if revision is not None and revision.kind is RevisionKind.CORRECTED:
            return revision
    return None


@read_once
def _places_of_numbers(text: str) -> Mapping[str, list[Span]]:
    """Where each run of plain digits stands that is a whole number: not "1,200" or "3.5"."""
    places: dict[str, list[Span]] = {}
    for match in DIGITS.finditer(text):
        places.setdefault(match[0], []).append(Span(*match.span()))
    return places


def _former_cue(before: Sequence[Word], behind: Sequence[Word]) -> Span | None:
    """The words that make a number an earlier one."""
    known = revision_words()
    if before and before[-1].lower == "from":
        changing = [word for word in before if word.lower in known.changing]
        if changing:
            return Span(changing[-1].start, changing[-1].end)
    cue = _last_phrase(before, known.former)
    if cue is not None and not _has_number_behind(before, cue.end):
        return cue
    clause = list(_rest_of_clause(behind))
    return next(_phrase_spans(clause, known.former_behind), None)


def _replacing_previous(behind: Sequence[Word]) -> Revision | None:
    """A correction by the words behind the number, with the one before it: "31, down from 35"."""
    clause = list(_rest_of_clause(behind))
    cue = next(_phrase_spans(clause, revision_words().correcting_behind), None)
    if cue is None:
        return None
    rest = [word.lower for word in behind if word.start >= cue.end][:MAX_WORDS_TO_PREVIOUS]
    previous = next((lower for lower in rest if lower[0].isdigit()), None)
    return Revision(RevisionKind.CORRECTED, cue, previous) if previous else None


def _number_after_from(tokens: Sequence[Word]) -> str | None:
    """The first number behind "from"."""
    for word, following in pairwise(tokens):
        if word.lower == "from" and following.lower[0].isdigit():
            return following.lower
    return None


def _lowering_verb(before: Sequence[Word]) -> Span | None:
    """The last verb of lowering, if a word for a tally follows it: "lowered the death toll"."""
    known = revision_words()
    for at in range(len(before) - 1, -1, -1):
        if before[at].lower in STOPS:
            return None
        if before[at].lower in known.lowering:
            has_tally = any(word.lower in known.tally for word in before[at + 1 :])
            return Span(before[at].start, before[at].end) if has_tally else None
    return None


def _rest_of_clause(behind: Sequence[Word]) -> Iterator[Word]:
    """The words up to the end of the clause or the next number."""
    for word in behind:
        if word.lower in CLAUSE_ENDS or word.lower[0].isdigit():
            return
        yield word


def _last_phrase(tokens: Sequence[Word], phrases: Phrases) -> Span | None:
    """The last of the phrases that stands behind the last full stop or the like."""
    stops = [at for at, word in enumerate(tokens) if word.lower in STOPS]
    clause = tokens[stops[-1] + 1 :] if stops else tokens
    spans = [*_phrase_spans(clause, phrases)]
    return spans[-1] if spans else None


def _phrase_spans(tokens: Sequence[Word], phrases: Phrases) -> Iterator[Span]:
    """Where the phrases stand among the words."""
    lowers = [word.lower for word in tokens]
    for at in range(len(tokens)):
        size = phrase_length_at(phrases, lowers, at)
        if size:
            yield Span(tokens[at].start, tokens[at + size - 1].end)


def _has_number_behind(tokens: Sequence[Word], start: int) -> bool:
    """Whether a number follows the words that end at `start`; one behind "from" does not count."""
    rest = [word.lower for word in tokens if word.start >= start]
    return any(lower[0].isdigit() and before != "from" for before, lower in pairwise(["", *rest]))
