"""How a speaker knows what they say, where the text says so: they were there, they have a document or a
picture, or somebody told them.

Looked at are the words for the speaker, the words around the cue that lead to a basis ("citing …"), the
cue, and the first words of the content ("he saw", "I was told"). Nothing is concluded from the rest.
"""

from collections.abc import Iterator, Sequence

from sayso.extract.stance.cue_phrases import plain
from sayso.extract.stance.perception_verbs import on_paper, perceived
from sayso.lexicon.basis import basis_words
from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import Phrases, length_at
from sayso.model.speech import Attribution, Basis, Kind, Knowing
from sayso.model.text import Span
from sayso.text.words import Word, words

ASIDE = 14  # words of a clause behind the speaker
OBJECT = 9  # words behind a lead
SAID = 12  # first words of a content
AROUND = 250  # characters of a sentence or a content, on either side, that are looked at
NEAR = 3  # characters between an aside and what it belongs to
NEGATIONS = frozenset({"not", "never", "no", "hardly", "neither", "nor"})


def find_basis(body: str, one: Attribution, around: Span) -> tuple[Basis, ...]:
    """How the speaker of an attribution knows, at most once of a kind, in text order.

    `around` is the sentence that the attribution stands in.
    """
    around = _near(one, around)
    first: dict[Knowing, Basis] = {}
    for basis in (
        *_of_speaker(body, one, around),
        *_led(body, one, around),
        *_of_cue(body, one),
        *_of_opening(body, one),
    ):
        first.setdefault(basis.kind, basis)
    return tuple(sorted(first.values(), key=lambda basis: (basis.span, basis.kind)))


def _near(one: Attribution, around: Span) -> Span:
    """The sentence, cut off where it is too long to be one: the time stays linear in the text."""
    spans = [span for span in (one.source, one.cue, *one.content) if span is not None]
    start = max(around.start, min(span.start for span in spans) - AROUND)
    end = min(around.end, max(span.end for span in spans) + AROUND)
    return Span(start, end) if start < end else around


def _of_speaker(body: str, one: Attribution, around: Span) -> Iterator[Basis]:
    """What the words for the speaker say: "a witness", "a guard who was on board", "footage"."""
    if one.source is None or _is_nobody(body, one.source):
        return
    lists, phrases = basis_words().lists, basis_words().phrases
    told = plain(words(body, one.source.start, _aside_end(body, one)))
    spelt = [word.lower for word in told]
    if not spelt:
        return
    size = _head(spelt) + 1
    courts = lists["eyewitness.courts"] & {
        word.lower for word in words(body, around.start, around.end)
    }
    for at in range(size):
        there = spelt[at] in lists["eyewitness.people"] and not courts
        if there and (not at or spelt[at - 1] not in lists["eyewitness.not_behind"]):
            yield Basis(Knowing.EYEWITNESS, _span(told[at : at + 1]))
    if "who" in spelt and not any(_at(phrases["leads.words"], spelt)):
        who = spelt.index("who")
        known = perceived(spelt, who + 1)
        if length_at(phrases["eyewitness.present"], [*spelt, ""], who + 1):
            known = (Knowing.EYEWITNESS, 0)
        if known is not None:
            yield Basis(known[0], _span(told[who:]))
    for at, size in _at(phrases["second_hand.briefed"], spelt):
        yield Basis(Knowing.SECOND_HAND, _span(told[at : at + size]))
    kind = _of_thing(spelt)
    if kind is not None:
        yield Basis(kind, one.source)


def _of_thing(spelt: Sequence[str]) -> Knowing | None:
    """What a speaker is that is no person: a picture, or a paper that somebody got hold of."""
    lists, phrases = basis_words().lists, basis_words().phrases
    head = _head(spelt)
    kind = on_paper(spelt[head : head + 1])
    if kind is not Knowing.DOCUMENT or spelt[head] in lists["document.plain"]:
        return kind
    at_hand = any(_at(phrases["leads.access"], spelt[head:]))
    return kind if at_hand or lists["document.kinds"] & set(spelt[:head]) else None


def _led(body: str, one: Attribution, around: Span) -> Iterator[Basis]:
    """What an aside leads to: "citing two officials", "after reviewing footage"."""
    leads = basis_words().phrases["leads.words"]
    cue = [one.cue] if one.cue is not None and not any(_at(leads, _spelt(body, one.cue))) else []
    parts = sorted([*([one.source] if one.source else []), *cue, *one.content])
    for start, end in _gaps(parts, around, one):
        group = plain(words(body, start, end))
        spelt = [word.lower for word in group]
        for at, size in _at(leads, spelt):
            last = _object_end(spelt, at + size)
            outside = group[at].start >= parts[-1].end
            if outside and body[parts[-1].end : group[at].start].strip(" ,\n—–-"):
                continue
            if end == parts[0].start and body[group[last - 1].end : end].strip(" ,\n—–-"):
                continue
            kind = _of_object(body, group[at:last], size)
            if kind is not None:
                yield Basis(kind, _span(group[at:last]))


def _gaps(parts: Sequence[Span], around: Span, one: Attribution) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that no part of an attribution fills, and its source."""
    if one.source is not None:
        yield one.source.start, one.source.end
    place = around.start
    for part in parts:
        if place < min(part.start, around.end):
            yield place, min(part.start, around.end)
        place = max(place, part.end)
    if place < around.end:
        yield place, around.end


def _object_end(spelt: Sequence[str], at: int) -> int:
    last = at
    while last < len(spelt) and last < at + OBJECT and spelt[last][:1].isalnum():
        last += 1
    return last


def _of_object(body: str, group: Sequence[Word], lead: int) -> Knowing | None:
    """What a lead of so many words leads to: a picture, a paper, or people."""
    lists = basis_words().lists
    spelt = [word.lower for word in group[lead:]]
    if not spelt:
        return None
    size = _head(spelt) + 1
    kind = on_paper(spelt[size - 1 : size])
    if kind is not None:
        return kind
    named = any(body[word.start].isupper() for word in group[lead : lead + size])
    told = lists["second_hand.people"] & set(spelt[:size])
    if told or (named and group[0].lower in lists["leads.naming"]):
        return Knowing.SECOND_HAND
    return None


def _of_cue(body: str, one: Attribution) -> Iterator[Basis]:
    """What the cue says: "saw", "was told", "heard from her brother"."""
    if one.cue is None or (one.source is not None and _is_nobody(body, one.source)):
        return
    own = _spelt(body, one.cue)
    behind = _opening(body, one) if one.content[0].start >= one.cue.end else []
    spelt = [*own, *(word.lower for word in behind)]
    if any(word in NEGATIONS or word.endswith("n't") for word in own):
        return
    known = perceived(spelt, 0)
    if known is None or own[-1:] == ["by"]:  # "was told by": the source is whoever told
        return
    seen = one.kind is Kind.PERCEPTION and one.source is not None
    if seen or known[0] is Knowing.SECOND_HAND:
        yield Basis(known[0], one.cue)


def _of_opening(body: str, one: Attribution) -> Iterator[Basis]:
    """What a content begins with, where it is the speaker of whom it tells: "he had seen"."""
    group = _opening(body, one)
    spelt = [word.lower.partition("'")[0] for word in group]
    at = 1 if spelt[:1] == ["that"] else 0
    if at >= len(spelt) or not _is_self(body, one, spelt[at]):
        return
    known = perceived(spelt, at + 1)
    if known is not None:
        yield Basis(known[0], _span(group[at : at + 1 + known[1]]))


def _opening(body: str, one: Attribution) -> list[Word]:
    first = one.content[0]
    group = plain(words(body, first.start, min(first.end, first.start + AROUND)))
    return [word for word in group if word.lower[:1].isalnum() or word.lower in ".,;:"][:SAID]


def _is_self(body: str, one: Attribution, pronoun: str) -> bool:
    """Whether a pronoun can mean the speaker."""
    if pronoun not in basis_words().lists["eyewitness.itself"] or one.source is None:
        return False
    spelt = _spelt(body, one.source)
    if pronoun in ("i", "we") or not spelt:
        return bool(spelt)
    if spelt[0] in basis_words().lists["eyewitness.itself"]:
        return spelt == [pronoun]
    head = spelt[_head(spelt)]
    plural = head.endswith("s") and not head.endswith("'s") and body[one.source.end - 1].islower()
    several = plural or head in basis_words().lists["second_hand.people"] & {"police", "people"}
    return several == (pronoun == "they") or not head.isalpha()


def _is_nobody(body: str, source: Span) -> bool:
    spelt = _spelt(body, source)
    return bool(spelt) and length_at(cue_words().phrases["nobody.words"], spelt, 0) > 0


def _aside_end(body: str, one: Attribution) -> int:
    """Where the clause ends that stands behind the speaker: ", who was there,"."""
    source = one.source
    if source is None:
        return 0
    behind = plain(words(body, source.end, source.end + ASIDE * 12))[: ASIDE + 1]
    if behind and behind[0].lower == ",":
        behind = behind[1:]
    if not behind or behind[0].lower != "who" or behind[0].start > source.end + NEAR:
        return source.end
    end = source.end
    for word in behind:
        if not word.lower[:1].isalnum() or (one.cue is not None and word.start == one.cue.start):
            break
        end = word.end
    return end


def _head(spelt: Sequence[str]) -> int:
    """Where the noun stands that a few words are about: the last before "of", "who" or a mark."""
    breaks = basis_words().lists["leads.breaks"]
    for at, word in enumerate(spelt):
        if at and (word in breaks or not word[:1].isalnum()):
            return at - 1
    return max(0, len(spelt) - 1)


def _at(phrases: Phrases, spelt: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where phrases stand, and how long they are."""
    for at in range(len(spelt)):
        size = length_at(phrases, spelt, at)
        if size:
            yield at, size


def _spelt(body: str, span: Span) -> list[str]:
    return [word.lower for word in plain(words(body, span.start, span.end))]


def _span(group: Sequence[Word]) -> Span:
    return Span(group[0].start, group[-1].end)
