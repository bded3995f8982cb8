"""Claims made ready for comparison: what each says, of what, and which way it goes."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.compare.amounts import Amount, amounts_in, inherited
from sayso.compare.pointing import Pointing, pointing_of
from sayso.compare.sayings import Said, said
from sayso.compare.sides import side_of
from sayso.compare.terms import bare, stem, terms_in, terms_of
from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.points import point_words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
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
BEHIND = 40  # characters behind what is called untrue in which it is called so
HEAD = 8  # words of a content in which a negation is of the whole
LEADING_ON = frozenset({"who", "what", "which", "that", "to", "and", "as", "whom", "of"})
SURE = 0.5  # likelihood from which a denial is one, if its cue does not plainly deny
LEAST = 2  # words of a title, at least
SPEAKING_UP = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.CONCEDES, Stance.INTENDS})


@dataclass(frozen=True, slots=True)
class Proposition:
    """What a claim says, whoever says it.

    `sign` is 1 where the speaker stands behind it, -1 where they do not, 0 where it is left open;
    `turned` whether the words themselves hold a negation. `voice` tells speakers apart across
    reports; `terms` are the words that it can be compared by; `span` is what it would be called by;
    `reading` what is compared by its meaning; `speaker` has the terms for who speaks. `sentence` is
    the number of the sentence, `order` that of the claim in its report. `party` is the speaker's side in a
    fight, where a number is given and the words for them show it; `said` when they said it.
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
    order: int
    pointing: Pointing | None
    speaker: frozenset[str]
    amounts: tuple[Amount, ...]
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
        return -self.sign if self.turned else self.sign


def propositions(facts: Facts, voices: Mapping[ActorMention, str]) -> list[Proposition]:
    """The claims of one report that say something, in text order.

    A claim that only passes on another speaker's is left out: the other one stands for it.
    """
    passed_on = set(_passed_on(facts))
    reader = _Reader(facts, voices)
    found: list[Proposition] = []
    for claim in facts.claims:
        if claim.chain and claim.chain[-1] in passed_on and SIGNS.get(claim.stance, 0) > 0:
            continue
        made = reader.read(claim, len(found))
        if made is None:
            continue
        if found and _only_counts(made) and found[-1].sentence >= made.sentence - 1:
            made = replace(made, amounts=inherited(made.amounts, found[-1].amounts))
        found.append(made)
    return found


def _only_counts(one: Proposition) -> bool:
    """Whether a claim gives "the number" of what was said just before."""
    return bool(one.amounts) and (not one.terms or bool(one.terms & _tally()))


@cache
def _stems(kind: str) -> frozenset[str]:
    """The stems of all forms of the cues of a kind."""
    forms = (form for word in getattr(point_words(), kind) for form in (word, *verb_forms(word)))
    return frozenset(map(stem, forms))


@cache
def _tally() -> frozenset[str]:
    return terms_in(" ".join(point_words().tally))


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


class _Reader:
    """Reads the claims of one report."""

    def __init__(self, facts: Facts, voices: Mapping[ActorMention, str]) -> None:
        self._facts, self._voices = facts, voices
        self._attributions = {one.id: one for one in facts.attributions}
        self._actors = {one.id: one for one in facts.actors}
        self._sentences = [Span(*one) for one in sentences(facts.document.text)]

    def read(self, claim: Claim, order: int) -> Proposition | None:
        """What a claim says; None where there is nothing to compare it by."""
        document = self._facts.document
        every = [
            word for span in claim.content for word in words(document.text, span.start, span.end)
        ]
        kept = _without_opening([word for word in every[:LONGEST] if word.lower[0].isalnum()])
        if not kept:
            return None
        pointing = pointing_of(kept, claim.stance in SPEAKING_UP) if claim.chain else None
        sign = SIGNS.get(claim.stance, 0) if pointing is not None else self._sign(claim)
        sign = 0 if sign < 0 and every[0].lower in point_words().asking else sign
        name = self._name(claim)
        terms, reading = terms_of(kept), document.text[kept[0].start : kept[-1].end]
        if name and _of_the_speaker(claim, sign, kept[0].lower):
            terms, reading = terms | terms_in(name), f"{name} {reading}"
        amounts = tuple(amounts_in(self._facts, claim.content))
        if not terms and pointing is None and not amounts:
            return None
        if pointing is not None and (pointing.untrue or self._called_untrue(claim)):
            sign = -1 if sign else 0
        return Proposition(
            document=document.id,
            claim=claim,
            sign=sign,
            turned=pointing is None and _turned(document.text, kept, sign),
            voice=self._voice(claim),
            terms=terms,
            span=_title(document, claim, kept[0].start),
            reading=reading,
            sentence=self._sentence(kept[0].start),
            order=order,
            pointing=pointing,
            speaker=terms_in(f"{name} {self._role(claim)}"),
            amounts=amounts,
            said=self._said(claim, kept[0].start) if amounts else None,
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
        head = [bare(one) for one in words(text, start, claim.content[0].end)][:HEAD]
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

    def _called_untrue(self, claim: Claim) -> bool:
        """Whether the words around call it untrue: "called the report absurd", "laughed at"."""
        text = self._facts.document.text
        cue = self._attributions[claim.chain[-1]].cue
        behind = words(text, claim.content[-1].end, claim.content[-1].end + BEHIND)
        stop = next((at for at, one in enumerate(behind) if not one.lower[0].isalnum()), None)
        around = [*behind[:stop], *(words(text, cue.start, cue.end) if cue else ())]
        return any(word.lower in point_words().untrue for word in around)

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


def _title(document: Document, claim: Claim, start: int) -> Span:
    """The longest piece without its opening, marks, and a pronoun that only leads on at its end."""
    pieces = [span for span in claim.content if span.end > start]
    longest = max(pieces, key=lambda span: (len(span), -span.start))
    span = Span(max(longest.start, start), longest.end)
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
            if word.lower in lexicon.lying and following in lexicon.where:
                continue  # "the fault lies in"
            return following not in lexicon.harmless
    return False
