"""How a speaker knows, by what an aside leads to: "citing two officials", "after reviewing footage"."""

from collections.abc import Iterator, Sequence

from sayso.extract.stance.basis_phrases import (
    head_index,
    lower_words,
    phrase_places,
    span_of_words,
)
from sayso.extract.stance.joined_words import joined_words
from sayso.extract.stance.perception_verbs import kind_of_evidence
from sayso.lexicon.basis import basis_words
from sayso.model.speech import Attribution, Basis, Knowing
from sayso.model.text import Span
from sayso.text.words import Word

MAX_OBJECT_WORDS = 9  # behind a lead such as "citing"
JOINTS = " ,\n—–-"  # what may stand between an aside and what it belongs to


def basis_of_asides(body: str, attribution: Attribution, sentence: Span) -> Iterator[Basis]:
    """What the asides of a sentence lead to, outside the attribution and within its source."""
    leads = basis_words().phrases["leads.words"]
    source, cue = attribution.source, attribution.cue
    parts = [*([source] if source is not None else []), *attribution.content]
    if cue is not None and not any(phrase_places(leads, lower_words(body, cue))):
        parts.append(cue)
    parts.sort()
    gaps = [*([(source.start, source.end)] if source is not None else [])]
    gaps += _gaps_between(parts, sentence)
    for start, end in gaps:
        group = joined_words(body, start, end)
        spelt = [word.lower for word in group]
        for first, length in phrase_places(leads, spelt):
            last = _end_of_object(spelt, first + length)
            aside = group[first:last]
            if _is_beside(body, parts, end, span_of_words(aside)):
                kind = _kind_of_object(body, aside, length)
                if kind is not None:
                    yield Basis(kind, span_of_words(aside))


def _gaps_between(parts: Sequence[Span], sentence: Span) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that no part of the attribution fills."""
    end = sentence.start
    for part in parts:
        if end < min(part.start, sentence.end):
            yield end, min(part.start, sentence.end)
        end = max(end, part.end)
    if end < sentence.end:
        yield end, sentence.end


def _is_beside(body: str, parts: Sequence[Span], gap_end: int, aside: Span) -> bool:
    """Whether an aside before or behind the whole attribution stands directly beside it."""
    last_end = parts[-1].end
    if aside.start >= last_end and body[last_end : aside.start].strip(JOINTS):
        return False
    return not (gap_end == parts[0].start and body[aside.end : gap_end].strip(JOINTS))


def _end_of_object(spelt: Sequence[str], first: int) -> int:
    """Where the words end that a lead leads to: at a mark, or when there are too many."""
    last = first
    while last < min(len(spelt), first + MAX_OBJECT_WORDS) and spelt[last][:1].isalnum():
        last += 1
    return last


def _kind_of_object(body: str, aside: Sequence[Word], lead_words: int) -> Knowing | None:
    """What an aside leads to: a picture, a document, or people; `lead_words` are those of the lead."""
    lists = basis_words().lists
    spelt = [word.lower for word in aside[lead_words:]]
    if not spelt:
        return None
    head = head_index(spelt)
    kind = kind_of_evidence(spelt[head : head + 1])
    if kind is not None:
        return kind
    people = aside[lead_words : lead_words + head + 1]
    is_told = not lists["second_hand.people"].isdisjoint(spelt[: head + 1])
    is_named = any(body[word.start].isupper() for word in people)
    if is_told or (is_named and aside[0].lower in lists["leads.naming"]):
        return Knowing.SECOND_HAND
    return None
