"""Claims made ready for comparison: what each says, of what, and which way it goes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.people import nations
from sayso.lexicon.points import point_words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Claim, Stance
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

SIGNS = {
    Stance.ASSERTS: 1,
    Stance.ACCUSES: 1,
    Stance.CONCEDES: 1,
    Stance.DENIES: -1,
    Stance.DOUBTS: -1,
}
LONGEST = 60  # words of a content that are looked at
HEAD = 8  # words of a content in which a negation is of the whole
ENDINGS = (("ing", 3), ("ed", 3), ("es", 3), ("s", 3), ("ly", 5))  # and what must stand before them
LEADING_ON = frozenset({"who", "what", "which", "that", "to", "and", "as", "whom", "of"})
LEAST = 2  # words that mean something; a content with fewer says nothing that could be compared


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim says, whoever says it.

    `sign` is 1 where the speaker stands behind it, -1 where they do not, 0 where it is left open;
    `turned` whether the words themselves hold a negation. `voice` tells speakers apart across
    reports; `terms` are the words that it can be compared by; `span` is what it would be called by;
    `reading` what is compared by its meaning. `sentence` is the number of the sentence.
    """

    document: str
    claim: Claim
    sign: int
    turned: bool
    voice: str
    terms: frozenset[str]
    span: Span
    reading: str
    sentence: int
    pointing: str | None

    @property
    def key(self) -> tuple[str, str]:
        """The claim's name across reports."""
        return self.document, self.claim.id

    @property
    def side(self) -> int:
        """1 for what the words would say without a negation, -1 against it, 0 neither."""
        return -self.sign if self.turned else self.sign


def propositions(facts: Facts, voices: Mapping[ActorMention, str]) -> list[Proposition]:
    """The claims of one report that say something, in text order.

    A claim that only passes on another speaker's is left out: the other one stands for it.
    """
    document = facts.document
    starts = [start for start, _ in sentences(document.text)]
    attributions = {one.id: one for one in facts.attributions}
    passed_on = set(_passed_on(facts))
    names = {actor.id: document[actor.name] for actor in facts.actors}
    found = []
    for claim in facts.claims:
        if claim.chain and claim.chain[-1] in passed_on and SIGNS.get(claim.stance, 0) > 0:
            continue
        speaker = names.get(claim.speaker or "") or _source(document, claim, attributions)
        voice = _voice(document, claim, attributions, voices)
        made = _proposition(document, claim, voice, speaker, starts)
        if made is not None:
            found.append(made)
    return found


def terms_of(found: Sequence[Word]) -> frozenset[str]:
    """The words that mean something, countries and their people as one, without endings.

    >>> sorted(terms_of(words("the Malian rebels supplied with drones")))
    ['dron', 'mali', 'provid', 'rebel']
    """
    common = point_words().common
    bare = (word.lower.removesuffix("'s").removesuffix("’s") for word in found)
    kept = [word for word in bare if len(word) > 1 and word not in common and word[0].isalpha()]
    stems = (_stem(nations().country(word) or word) for word in kept)
    return frozenset(_alike().get(stem, stem) for stem in stems)


@cache
def _alike() -> dict[str, str]:
    """Stems that are taken for one another, each with the first of its kind."""
    return {_stem(word): _stem(group[0]) for group in point_words().alike for word in group}


def _stem(word: str) -> str:
    """A word without the commonest endings of English."""
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "i"
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiouls":
        word = word[:-1]
    return word[:-1] + "i" if word.endswith("y") else word.removesuffix("e")


def _passed_on(facts: Facts) -> Iterator[str]:
    """The attributions whose content is, for the most part, another attribution."""
    by_id = {one.id: one for one in facts.attributions}
    for one in facts.attributions:
        outer = by_id.get(one.within or "")
        if outer is None:
            continue
        held = sum(map(len, one.content)) + len(one.cue or ()) + len(one.source or ())
        if held * 3 >= sum(map(len, outer.content)) * 2:
            yield outer.id


def _source(document: Document, claim: Claim, attributions: Mapping[str, Attribution]) -> str:
    last = attributions.get(claim.chain[-1]) if claim.chain else None
    return document[last.source] if last and last.source else ""


def _voice(
    document: Document,
    claim: Claim,
    attributions: Mapping[str, Attribution],
    voices: Mapping[ActorMention, str],
) -> str:
    """The speaker's name across reports; an unresolved source is a voice of its own."""
    if claim.speaker is not None:
        return voices[ActorMention(document.id, claim.speaker)]
    if not claim.chain:
        return document.id
    source = attributions[claim.chain[-1]].source
    return f"{document.id}/{document[source].lower() if source else claim.chain[-1]}"


def _proposition(
    document: Document, claim: Claim, voice: str, speaker: str, starts: Sequence[int]
) -> Proposition | None:
    found = [word for span in claim.content for word in words(document.text, span.start, span.end)]
    found = found[:LONGEST]
    kept = _without_opening([word for word in found if word.lower[0].isalnum()])
    if not kept:
        return None
    pointing = _pointing(kept)
    terms = terms_of(kept)
    sign = SIGNS.get(claim.stance, 0)
    own = sign < 0 or claim.stance is Stance.CONCEDES
    reading = document.text[kept[0].start : kept[-1].end]
    if own and speaker and (kept[0].lower in point_words().own or kept[0].lower.endswith("ing")):
        terms |= terms_of(words(speaker))
        reading = f"{speaker} {reading}"
    if len(terms) < LEAST and pointing is None:
        return None
    pieces = [span for span in claim.content if span.end > kept[0].start]
    longest = max(pieces, key=lambda span: (len(span), -span.start))
    title = _title(document, Span(max(longest.start, kept[0].start), longest.end))
    return Proposition(
        document=document.id,
        claim=claim,
        sign=sign,
        turned=pointing is None and _turned(document.text, kept, sign),
        voice=voice,
        terms=terms,
        span=title,
        reading=reading,
        sentence=bisect_right(starts, kept[0].start),
        pointing=pointing,
    )


def _title(document: Document, span: Span) -> Span:
    """The words without marks, and without a pronoun that only leads on, at their end."""
    found = words(document.text, span.start, span.end)
    while len(found) > LEAST and (
        not found[-1].lower[0].isalnum() or found[-1].lower in LEADING_ON
    ):
        found.pop()
    return Span(span.start, found[-1].end) if found else span


def _without_opening(found: list[Word]) -> list[Word]:
    """The words behind what says nothing itself: "claims that"."""
    more = True
    while more:
        lower = tuple(word.lower for word in found[:6])
        opening = next(
            (phrase for phrase in point_words().opening if lower[: len(phrase)] == phrase), ()
        )
        more = 0 < len(opening) < len(found)
        if more:
            found = found[len(opening) :]
    return found


def _turned(text: str, found: Sequence[Word], sign: int) -> bool:
    """Whether a negation at the head of a content turns it round.

    "False" does so only where the speaker says it; who denies has it in the stance already.
    """
    lexicon = point_words()
    turning = lexicon.turning | lexicon.untrue if sign > 0 else lexicon.turning
    for at, word in enumerate(found[:HEAD]):
        if at and not text[found[at - 1].end : word.start].isspace():
            return False  # a mark: another clause begins
        if word.lower in turning:
            following = found[at + 1].lower if at + 1 < len(found) else ""
            return following not in lexicon.harmless
    return False


def _pointing(found: Sequence[Word]) -> str | None:
    """Whether the words only point back at an "accusation" or a "statement", and at which.

    Only "these accusations", "the report as baseless": a determiner, the noun, little else.
    """
    lexicon = point_words()
    lower = [word.lower for word in found]
    if len(lower) > 6 or lower[0] not in lexicon.determiner:
        return None
    for kind in ("accusation", "statement"):
        nouns = getattr(lexicon, kind)
        if any(word in nouns for word in lower):
            rest = [word for word in lower if word not in nouns]
            known = lexicon.determiner | lexicon.about
            return kind if all(word in known for word in rest) else None
    return None
