"""How a speaker knows, by the words for the source: "a witness", "a guard who was on board", "footage"."""

from collections.abc import Iterator, Sequence

from sayso.extract.stance.basis_phrases import (
    head_index,
    is_nobody,
    phrase_places,
    span_of_words,
)
from sayso.extract.stance.joined_words import joined_words
from sayso.extract.stance.perception_verbs import kind_of_evidence, knowing_by_verb
from sayso.lexicon.basis import basis_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.model.speech import Attribution, Basis, Knowing
from sayso.model.text import Span
from sayso.text.words import Word, words

MAX_ASIDE_WORDS = 14  # of a clause behind the source
MAX_ASIDE_CHARACTERS = MAX_ASIDE_WORDS * 12
MAX_CHARACTERS_TO_ASIDE = 3
OPENINGS_OF_ASIDE = (",", "w", "W")  # of ", who"


def basis_of_source(body: str, attribution: Attribution, sentence: Span) -> Iterator[Basis]:
    """What the words for the source say, a clause behind it included."""
    source = attribution.source
    if source is None or is_nobody(body, source):
        return
    group = joined_words(body, source.start, _end_of_aside(body, source, attribution.cue))
    spelt = [word.lower for word in group]
    if not spelt:
        return
    yield from _eyewitnesses(body, group[: head_index(spelt) + 1], sentence)
    yield from _basis_of_clause(group, spelt)
    for first, length in phrase_places(basis_words().phrases["second_hand.briefed"], spelt):
        yield Basis(Knowing.SECOND_HAND, span_of_words(group[first : first + length]))
    kind = _kind_of_thing(spelt)
    if kind is not None:
        yield Basis(kind, source)


def _eyewitnesses(body: str, group: Sequence[Word], sentence: Span) -> Iterator[Basis]:
    """Words for people who were there, but not "an expert witness" and not in a sentence on a court."""
    lists = basis_words().lists
    for index, word in enumerate(group):
        if word.lower not in lists["eyewitness.people"]:
            continue
        if index and group[index - 1].lower in lists["eyewitness.not_behind"]:
            continue
        around = (other.lower for other in words(body, sentence.start, sentence.end))
        if lists["eyewitness.courts"].isdisjoint(around):
            yield Basis(Knowing.EYEWITNESS, span_of_words([word]))


def _basis_of_clause(group: Sequence[Word], spelt: Sequence[str]) -> Iterator[Basis]:
    """What a clause with "who" says of the source: "who was there", "who saw the fire"."""
    phrases = basis_words().phrases
    if "who" not in spelt or any(phrase_places(phrases["leads.words"], spelt)):
        return
    who = spelt.index("who")
    known = knowing_by_verb(spelt, who + 1)
    knowing = known[0] if known is not None else None
    if phrase_length_at(phrases["eyewitness.present"], [*spelt, ""], who + 1):
        knowing = Knowing.EYEWITNESS
    if knowing is not None:
        yield Basis(knowing, span_of_words(group[who:]))


def _kind_of_thing(spelt: Sequence[str]) -> Knowing | None:
    """Whether the source is a picture, or a document that somebody has at hand."""
    lists, phrases = basis_words().lists, basis_words().phrases
    head = head_index(spelt)
    kind = kind_of_evidence(spelt[head : head + 1])
    if kind is not Knowing.DOCUMENT or spelt[head] in lists["document.plain"]:
        return kind
    is_at_hand = any(phrase_places(phrases["leads.access"], spelt[head:]))
    return kind if is_at_hand or not lists["document.kinds"].isdisjoint(spelt[:head]) else None


def _end_of_aside(body: str, source: Span, cue: Span | None) -> int:
    """Where the clause ends that stands behind a source: ", who was there,"."""
    last = source.end + MAX_ASIDE_CHARACTERS
    if not body[source.end : last].lstrip().startswith(OPENINGS_OF_ASIDE):
        return source.end
    behind = joined_words(body, source.end, last)[: MAX_ASIDE_WORDS + 1]
    if behind and behind[0].lower == ",":
        behind = behind[1:]
    if not behind or behind[0].lower != "who":
        return source.end
    end = source.end
    if behind[0].start > end + MAX_CHARACTERS_TO_ASIDE:
        return end
    for word in behind:
        if not word.lower[:1].isalnum() or (cue is not None and word.start == cue.start):
            break
        end = word.end
    return end
