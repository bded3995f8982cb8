"""Claims made ready for comparison: what each says, of what, and which way it goes."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.compare.figures.quantity import Quantity, amounts_in, inherited, tallied
from sayso.compare.figures.said_when import Said, said
from sayso.compare.points.back_reference import UNTRUE, BackReference, pointing_of
from sayso.compare.points.negation import (
    around_untrue,
    called,
    claim_untrue,
    left_open,
    nothing_such,
    only_judged,
    turned,
)
from sayso.compare.points.title import title
from sayso.compare.sources.belligerents import side_of
from sayso.compare.terms import bare, stem, terms_in, terms_of
from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.points import point_words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Attribution, Claim, Stance
from sayso.model.text import Span
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

SIGNS = {
    Stance.ASSERTS: 1,
    Stance.ACCUSES: 1,
    Stance.CONCEDES: 1,
    Stance.DENIES: -1,
    Stance.DOUBTS: -1,
}
TELLING = 2  # terms; a content inside another that has fewer says nothing by itself
LONGEST = 60  # words of a content that are looked at
ASKED = 6  # first words of a content that name what is asked for
SURE = 0.5  # likelihood from which a denial is one, if its cue does not plainly deny
ANSWERING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONCEDES, Stance.ACCUSES})
SPEAKING_UP = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.CONCEDES, Stance.INTENDS})


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """What a claim says, whoever says it.

    `sign` is 1 where the speaker stands behind it, -1 where they do not, 0 where it is left open;
    `turned` whether the words themselves hold a negation. `voice` tells speakers apart across
    reports; `terms` are the words that it can be compared by; `span` is what it would be called by;
    `reading` what is compared by its meaning, `leans` whether a pronoun opens it; `speaker` has the terms for who speaks; `tallies` is whether it gives a "number" or "toll". `sentence` is
    the number of the sentence, `order` that of the claim in its report. `party` is the speaker's side in a
    fight, where a number is given and the words for them show it; `said` when they said it.
    """

    document: str
    claim: Claim
    sign: int
    negated: bool
    voice: str
    terms: frozenset[str]
    span: Span
    reading: str
    opens_with_pronoun: bool
    sentence: int
    order: int
    pointing: BackReference | None
    speaker: frozenset[str]
    amounts: tuple[Quantity, ...]
    tallies: bool
    said: Said | None
    party: str | None

    @property
    def key(self) -> tuple[str, str]:
        """The claim's name across reports."""
        return self.document, self.claim.id

    @property
    def own(self) -> bool:
        """Whether the outlet says it in its own voice."""
        return not self.claim.chain

    @property
    def side(self) -> int:
        """1 for what the words would say without a negation, -1 against it, 0 neither."""
        return -self.sign if self.negated else self.sign


def prepare_claims(facts: Facts, voices: Mapping[ActorMention, str]) -> list[PreparedClaim]:
    """The claims of one report that say something, in text order.

    A claim that only passes on another speaker's is left out: the other one stands for it.
    """
    slight = set(_slight(facts))
    passed_on = set(_passed_on(facts, slight))
    reader = _Reader(facts, voices)
    found: list[PreparedClaim] = []
    for claim in facts.claims:
        if claim.chain and claim.chain[-1] in slight:
            continue
        if claim.chain and claim.chain[-1] in passed_on and SIGNS.get(claim.stance, 0) > 0:
            continue
        made = reader.read(claim, len(found))
        if made is None:
            continue
        if found and made.tallies and found[-1].sentence >= made.sentence - 1:
            made = replace(made, amounts=inherited(made.amounts, found[-1].amounts))
        found.append(made)
    return found


@cache
def _stems(kind: str) -> frozenset[str]:
    """The stems of all forms of the cues of a kind."""
    forms = (form for word in getattr(point_words(), kind) for form in (word, *verb_forms(word)))
    return frozenset(map(stem, forms))


@cache
def _tally() -> frozenset[str]:
    return terms_in(" ".join(point_words().tally))


def _passed_on(facts: Facts, slight: Collection[str]) -> Iterator[str]:
    """The attributions whose content is, for the most part, another attribution."""
    by_id = {one.id: one for one in facts.attributions}
    for one in facts.attributions:
        outer = by_id.get(one.within or "")
        if outer is None:
            continue
        if one.id in slight:
            continue
        held = sum(map(len, one.content)) + len(one.cue or ()) + len(one.source or ())
        if held * 3 >= sum(map(len, outer.content)) * 2:
            yield outer.id


def _slight(facts: Facts) -> Iterator[str]:
    """The attributions in another's content that hold hardly a word: "a syrup could not explain it"."""
    for one in facts.claims:
        if len(one.chain) > 1 and one.stance not in ANSWERING:
            terms = frozenset[str]().union(
                *(terms_in(facts.document[span]) for span in one.content)
            )
            if len(terms) < TELLING:
                yield one.chain[-1]


class _Reader:
    """Reads the claims of one report."""

    def __init__(self, facts: Facts, voices: Mapping[ActorMention, str]) -> None:
        self._facts, self._voices = facts, voices
        self._attributions = {one.id: one for one in facts.attributions}
        self._actors = {one.id: one for one in facts.actors}
        self._sentences = [Span(*one) for one in sentences(facts.document.text)]

    def read(self, claim: Claim, order: int) -> PreparedClaim | None:
        """What a claim says; None where there is nothing to compare it by."""
        document = self._facts.document
        every = [
            word for span in claim.content for word in words(document.text, span.start, span.end)
        ]
        alone = [word for word in every[:LONGEST] if word.lower[0].isalnum()]
        kept = _without_opening(alone)
        if not kept:
            return None
        pointing = self._pointing(claim, kept) if claim.chain else None
        sign = SIGNS.get(claim.stance, 0) if pointing is not None else self._sign(claim)
        if left_open(kept) or (sign < 0 and every[0].lower in point_words().asking):
            sign = 0
        if sign > 0 and claim_untrue(alone[: len(alone) - len(kept)], kept):
            sign = -1
        name = self._name(claim)
        terms, reading = terms_of(kept), document.text[kept[0].start : kept[-1].end]
        if name and _of_the_speaker(claim, sign, kept[0].lower):
            terms, reading = terms | terms_in(name), f"{name} {reading}"
        amounts = tuple(amounts_in(self._facts, claim.content))
        if terms & _tally():
            amounts = tallied(amounts, [word.lower for word in kept])
        if not terms and pointing is None and not amounts:
            return None
        if pointing is not None and pointing.untrue:
            sign = -1 if sign else 0
        return PreparedClaim(
            document=document.id,
            claim=claim,
            sign=sign,
            negated=pointing is None and turned(document.text, kept, sign),
            voice=self._voice(claim),
            terms=terms,
            span=title(document, claim, kept[0].start, self._innermost(claim)),
            reading=reading,
            opens_with_pronoun=kept[0].lower in point_words().leaning,
            sentence=self._sentence(kept[0].start),
            order=order,
            pointing=pointing,
            speaker=terms_in(f"{name} {self._role(claim)}"),
            amounts=amounts,
            tallies=bool(amounts) and (not terms or bool(terms & _tally())),
            said=self._said(claim, kept[0].start),
            party=side_of(f"{name} , {self._role(claim)}", {}) if amounts else None,
        )

    def _sign(self, claim: Claim) -> int:
        """Which way the speaker goes; 0 where a cue of denial or doubt denies no claim for sure."""
        sign = SIGNS.get(claim.stance, 0)
        if sign > 0 or not claim.chain:
            return sign
        own = self._attributions[claim.chain[-1]]
        if own.cue is None:
            return sign
        text = self._facts.document.text
        cue = {stem(one.lower) for one in words(text, own.cue.start, own.cue.end)}
        start = claim.content[0].start
        head = [bare(one) for one in words(text, start, claim.content[0].end)][:ASKED]
        if cue & _stems("open") or point_words().asked.intersection(head):
            return 0
        return sign if own.score >= SURE or cue & _stems("plain") else 0

    def _sentence(self, at: int) -> int:
        """The number of the sentence that begins at a place or before it, from 1."""
        return bisect_right(self._sentences, at, key=lambda one: one.start)

    def _said(self, claim: Claim, at: int) -> Said | None:
        """When the speaker said it."""
        here = self._sentences[max(0, self._sentence(at) - 1)]
        return said(self._facts.document, self._attributions, claim.chain, here)

    def _pointing(self, claim: Claim, kept: Sequence[Word]) -> BackReference | None:
        """How a content points back, and whether it or the words around it call that untrue."""
        text = self._facts.document.text
        span = self._attributions[claim.chain[-1]].cue
        cue = words(text, span.start, span.end) if span else []
        if claim.stance in SPEAKING_UP and (
            nothing_such(kept) or only_judged(text, kept) or called(text, cue, kept)
        ):
            return UNTRUE
        found = pointing_of(kept, claim.stance in SPEAKING_UP)
        if found is not None and around_untrue(text, cue, claim.content[-1].end):
            found = replace(found, untrue=True)
        return found

    def _innermost(self, claim: Claim) -> Attribution | None:
        return self._attributions[claim.chain[-1]] if claim.chain else None

    def _name(self, claim: Claim) -> str:
        """What the speaker is called; the words of the source where nobody knows who it is."""
        if claim.speaker is not None:
            return self._facts.document[self._actors[claim.speaker].name]
        source = self._source(claim)
        return self._facts.document[source] if source else ""

    def _role(self, claim: Claim) -> str:
        """What the speaker is, and the words of the source, which may say it too."""
        actor = self._actors.get(claim.speaker or "")
        spans = (actor.role if actor else None, self._source(claim))
        return " ".join(self._facts.document[span] for span in spans if span)

    def _source(self, claim: Claim) -> Span | None:
        return self._attributions[claim.chain[-1]].source if claim.chain else None

    def _voice(self, claim: Claim) -> str:
        """The speaker's name across reports; an unresolved source is a voice of its own."""
        document = self._facts.document
        if claim.speaker is not None:
            return self._voices[ActorMention(document.id, claim.speaker)]
        if not claim.chain:
            return document.id
        source = self._source(claim)
        return f"{document.id}/{document[source].lower() if source else claim.chain[-1]}"


def _of_the_speaker(claim: Claim, sign: int, first: str) -> bool:
    """Whether the words are about the speaker, whom they do not name: "denied supplying"."""
    answers = sign < 0 or claim.stance is Stance.CONCEDES
    return answers and (first in point_words().own or first.endswith("ing"))


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
