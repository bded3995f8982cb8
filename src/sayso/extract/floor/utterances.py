"""A text as what is uttered in quotation marks, and the sentences between."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs
from sayso.text.quotes import CLOSING, QUOTATION_MARKS, STRAIGHT, quotations
from sayso.text.sentences import sentences

ENDS_INSIDE = frozenset(".,?!…—–-;:")
# What may stand before an utterance; before another quotation it is a part of its sentence.
OPENS_BEHIND = frozenset(".,?!…—–-;:”’\"')]*")
SENTENCE_ENDS = frozenset(".?!…:”’\"')]*")
DASHES = frozenset("—–-")
MAX_LEAD_CHARACTERS = 8  # before a quotation, where marks may stand
MAX_SMALL_LETTERS = 3  # of a word that a title may print with a small letter


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quotation that somebody utters: not a title, nor a few words in somebody else's sentence.

    `alone` says that it opens its paragraph, `opens` that it opens a sentence, `closed` that it ends
    with a mark.
    """

    span: Span
    paragraph: int
    alone: bool
    opens: bool
    closed: bool
    last: str  # the last character that is no quotation mark


@dataclass(frozen=True, slots=True)
class Sentence:
    """What stands outside the utterances, up to the end of its sentence.

    `behind` says that it follows an utterance in its paragraph at once.
    """

    span: Span
    paragraph: int
    behind: bool


Piece = Utterance | Sentence


def pieces_of(text: str) -> Iterator[Piece]:
    """The utterances and sentences of a text in order."""
    outer = _outermost(quotations(text))
    starts = [start for start, _ in outer]
    ends = _SentenceEnds(text)
    for number, (start, end) in enumerate(paragraphs(text)):
        inside = outer[bisect_left(starts, start) : bisect_left(starts, end)]
        at, behind = start, False
        for span in inside:
            utterance = _utterance(text, Span(*span), number, start, end)
            if utterance is None:
                continue
            yield from ends.sentences(at, utterance.span.start, number, behind)
            yield utterance
            at, behind = utterance.span.end, True
        yield from ends.sentences(at, end, number, behind)


def _outermost(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in spans:
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found


def _utterance(text: str, span: Span, number: int, start: int, end: int) -> Utterance | None:
    inner = text[span.start : span.end].strip("".join(QUOTATION_MARKS) + " ")
    if not any(map(str.isalnum, inner)):
        return None
    lead = text[max(start, span.start - MAX_LEAD_CHARACTERS) : span.start]
    alone = span.start - start <= MAX_LEAD_CHARACTERS and not lead.strip(" *>[(")
    behind = text[span.end : span.end + 2].strip()[:1]
    whole = alone and (span.end >= end or behind in DASHES | {":"})
    before = lead.rstrip()[-1:]
    opens = alone or before in OPENS_BEHIND
    ends = inner[-1] in ENDS_INSIDE or behind == ","
    closed = text[span.end - 1] in CLOSING | STRAIGHT and span.end - span.start > 1
    if alone and inner[-1] != "!" and _is_title(inner):
        return None
    if whole or (opens and (ends or before == ":" or not closed)):
        starts = alone or before in SENTENCE_ENDS
        return Utterance(span, number, alone, starts, closed, inner[-1])
    return None


def _is_title(words: str) -> bool:
    """Whether some words have capitals as a title has."""
    spelt = words.split()
    long = [word for word in spelt if len(word) > MAX_SMALL_LETTERS]
    capital = sum(word[0].isupper() for word in spelt)
    title = all(word[0].isupper() for word in long) and 3 * capital > 2 * len(spelt)
    return len(long) > 1 and title and not words.isupper()


class _SentenceEnds:
    """Cuts what stands between utterances where sentences end."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = sentences(text)
        self._ends = [end for _, end in self._spans]

    def sentences(self, start: int, end: int, number: int, behind: bool) -> Iterator[Sentence]:
        """The sentences of a stretch, or what is left of them there."""
        at = bisect_right(self._ends, start)
        while start < end:
            stop = min(end, self._ends[at]) if at < len(self._ends) else end
            if any(map(str.isalnum, self._text[start:stop])):
                yield Sentence(Span(start, stop), number, behind)
                behind = False
            start, at = stop, at + 1
