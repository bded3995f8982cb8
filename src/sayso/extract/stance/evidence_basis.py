"""How a speaker knows what they say, where the text says so.

They were there, they have a document or a picture, or somebody told them. The rules look at the words
for the source, the words around the cue that lead to a basis ("citing …"), the cue, and the first
words of the content ("he saw", "I was told"), and conclude nothing from the rest.
"""

from collections.abc import Iterator

from sayso.extract.stance.basis_phrases import (
    head_index,
    is_nobody,
    lower_words,
    span_of_words,
)
from sayso.extract.stance.cited_basis import basis_of_asides
from sayso.extract.stance.joined_words import joined_words
from sayso.extract.stance.perception_verbs import knowing_by_verb
from sayso.extract.stance.source_basis import basis_of_source
from sayso.lexicon.basis import basis_words
from sayso.model.speech import Attribution, Basis, Kind, Knowing
from sayso.model.text import Span
from sayso.text.words import Word

MAX_OPENING_WORDS = 12  # of a content
MAX_CHARACTERS_AROUND = 250  # of a sentence or a content, on either side of the attribution
MARKS_IN_OPENING = ".,;:"


def find_basis(body: str, attribution: Attribution, sentence: Span) -> tuple[Basis, ...]:
    """How the speaker of an attribution knows, at most once of a kind, in text order.

    `sentence` is the one that the attribution stands in.
    """
    sentence = _part_nearby(attribution, sentence)
    opening = _opening_words(body, attribution)
    first: dict[Knowing, Basis] = {}
    for basis in (
        *basis_of_source(body, attribution, sentence),
        *basis_of_asides(body, attribution, sentence),
        *_basis_of_cue(body, attribution, opening),
        *_basis_of_opening(body, attribution, opening),
    ):
        first.setdefault(basis.kind, basis)
    return tuple(sorted(first.values(), key=lambda basis: (basis.span, basis.kind)))


def _part_nearby(attribution: Attribution, sentence: Span) -> Span:
    """The sentence, cut where it is too long to be one, so that the time stays linear in the text."""
    parts = (attribution.source, attribution.cue, *attribution.content)
    spans = [span for span in parts if span is not None]
    start = max(sentence.start, min(span.start for span in spans) - MAX_CHARACTERS_AROUND)
    end = min(sentence.end, max(span.end for span in spans) + MAX_CHARACTERS_AROUND)
    return Span(start, end) if start < end else sentence


def _opening_words(body: str, attribution: Attribution) -> list[Word]:
    """The first words of the content."""
    first = attribution.content[0]
    group = joined_words(body, first.start, min(first.end, first.start + MAX_CHARACTERS_AROUND))
    kept: list[Word] = []
    for word in group:
        if len(kept) == MAX_OPENING_WORDS:
            break
        if word.lower[:1].isalnum() or word.lower in MARKS_IN_OPENING:
            kept.append(word)
    return kept


def _basis_of_cue(body: str, attribution: Attribution, opening: list[Word]) -> Iterator[Basis]:
    """What the cue says: "saw", "was told", "heard from her brother"."""
    source, cue = attribution.source, attribution.cue
    if cue is None or (source is not None and is_nobody(body, source)):
        return
    spelt = lower_words(body, cue)
    negations = basis_words().lists["eyewitness.negations"]
    if any(word in negations or word.endswith("n't") for word in spelt):
        return
    is_before_content = attribution.content[0].start >= cue.end
    behind = [word.lower for word in opening] if is_before_content else []
    known = knowing_by_verb([*spelt, *behind], 0)
    if known is None or spelt[-1:] == ["by"]:  # "was told by": the source is the one who told it
        return
    has_perceived = attribution.kind is Kind.PERCEPTION and source is not None
    if has_perceived or known[0] is Knowing.SECOND_HAND:
        yield Basis(known[0], cue)


def _basis_of_opening(body: str, attribution: Attribution, opening: list[Word]) -> Iterator[Basis]:
    """What a content begins with, where it speaks of the speaker: "he had seen"."""
    spelt = [word.lower.partition("'")[0] for word in opening]
    subject = 1 if spelt[:1] == ["that"] else 0
    if subject >= len(spelt) or not _may_mean_source(body, attribution.source, spelt[subject]):
        return
    known = knowing_by_verb(spelt, subject + 1)
    if known is not None:
        knowing, length = known
        yield Basis(knowing, span_of_words(opening[subject : subject + 1 + length]))


def _may_mean_source(body: str, source: Span | None, pronoun: str) -> bool:
    """Whether a word is a pronoun that can mean the speaker."""
    lists = basis_words().lists
    if pronoun not in lists["eyewitness.itself"] or source is None:
        return False
    spelt = lower_words(body, source)
    if pronoun in lists["eyewitness.first_person"] or not spelt:
        return bool(spelt)
    if spelt[0] in lists["eyewitness.itself"]:
        return spelt == [pronoun]
    head = spelt[head_index(spelt)]
    if not head.isalpha():
        return True
    is_plural = head.endswith("s") and not head.endswith("'s") and body[source.end - 1].islower()
    are_several = is_plural or head in lists["second_hand.several"]
    return are_several == (pronoun == "they")
