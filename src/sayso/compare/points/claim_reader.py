"""Claims of a report made ready for comparison."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from sayso.compare.figures.quantity_reader import QuantityReader
from sayso.compare.points.back_reference import (
    UNTRUE_REFERENCE,
    BackReference,
    find_back_reference,
)
from sayso.compare.points.claim_speaker import ReportSpeakers
from sayso.compare.points.negation import (
    calls_named_claim_untrue,
    calls_that_untrue,
    disparages_statement,
    is_called_untrue,
    is_left_open,
    is_negated,
    says_nothing_such,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.title import find_title_span
from sayso.compare.terms import bare_lower, term_stem, terms_in, terms_of
from sayso.lexicon.inflect import verb_forms
from sayso.lexicon.points import point_words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
from sayso.model.text import Span
from sayso.text.prepared import PreparedText
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

POLARITY_OF_STANCE = {
    Stance.ASSERTS: 1,
    Stance.ACCUSES: 1,
    Stance.CONCEDES: 1,
    Stance.DENIES: -1,
    Stance.DOUBTS: -1,
}
MIN_NESTED_TERMS = 2  # a content inside another says nothing by itself with fewer
MAX_CONTENT_WORDS = 60  # of a content that are looked at
MAX_WORDS_TO_REQUEST = 6  # of a content, where a request may be named
MAX_OPENING_WORDS = 6
SURE_DENIAL = 0.5  # attribution score; from here on a denial counts even if its cue is ambiguous
ANSWERING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.CONCEDES, Stance.ACCUSES})
SPEAKING_UP = frozenset({Stance.ASSERTS, Stance.ACCUSES, Stance.CONCEDES, Stance.INTENDS})


def prepare_claims(facts: Facts, voices: Mapping[ActorMention, str]) -> list[PreparedClaim]:
    """The claims of one report that say something, in text order.

    A claim whose content is mostly the claim of another speaker is left out: that one stands for it.
    """
    wordless = set(_wordless_attributions(facts))
    passing_on = set(_attributions_passing_on(facts, wordless))
    reader = _ClaimReader(facts, voices)
    prepared: list[PreparedClaim] = []
    for claim in facts.claims:
        innermost = claim.chain[-1] if claim.chain else None
        if innermost in wordless:
            continue
        if innermost in passing_on and POLARITY_OF_STANCE.get(claim.stance, 0) > 0:
            continue
        made = reader.read_claim(claim)
        if made is not None:
            prepared.append(made)
    return prepared


def prepare_all_claims(facts: Facts, voices: Mapping[ActorMention, str]) -> list[PreparedClaim]:
    """The same with those that are left out otherwise: a person may put any claim into a point."""
    reader = _ClaimReader(facts, voices)
    return [made for claim in facts.claims if (made := reader.read_claim(claim)) is not None]


def _attributions_passing_on(facts: Facts, wordless: Collection[str]) -> Iterator[str]:
    """The ids of the attributions whose content is, for the most part, another attribution."""
    by_id = {attribution.id: attribution for attribution in facts.attributions}
    for inner in facts.attributions:
        outer = by_id.get(inner.within or "")
        if outer is None or inner.id in wordless:
            continue
        covered = sum(map(len, inner.content)) + len(inner.cue or ()) + len(inner.source or ())
        if covered * 3 >= sum(map(len, outer.content)) * 2:
            yield outer.id


def _wordless_attributions(facts: Facts) -> Iterator[str]:
    """The ids of attributions inside another with hardly a word: "a syrup could not explain it"."""
    for claim in facts.claims:
        if len(claim.chain) > 1 and claim.stance not in ANSWERING:
            terms = terms_of(_words_of_spans(facts.document.text, claim.content))
            if len(terms) < MIN_NESTED_TERMS:
                yield claim.chain[-1]


class _Content(NamedTuple):
    """The words of a content: the first, its opening ("claims that"), and what follows the opening.

    Marks are left out, except for one that comes first.
    """

    first: Word
    opening: Sequence[Word]
    words: Sequence[Word]


class _ClaimReader:
    """Reads the claims of one report."""

    def __init__(self, facts: Facts, voices: Mapping[ActorMention, str]) -> None:
        self._facts = facts
        self._speakers = ReportSpeakers(facts, voices)
        self._quantity_reader = QuantityReader(facts)
        self._attributions = {one.id: one for one in facts.attributions}
        self._sentences = [Span(*bounds) for bounds in sentences(facts.document.text)]

    def read_claim(self, claim: Claim) -> PreparedClaim | None:
        """What a claim says; None where there is nothing to compare it by."""
        document, content = self._facts.document, self._content_of(claim)
        if content is None:
            return None
        start, end = content.words[0].start, content.words[-1].end
        speaker = self._speakers.speaker_of(claim)
        reference = self._back_reference(claim, content) if claim.chain else None
        polarity = self._polarity_of_words(claim, content, reference)
        terms, compared_text = terms_of(content.words), document.text[start:end]
        if speaker.name and _is_about_speaker(claim, polarity, content.words[0].lower):
            terms |= terms_in(speaker.name)
            compared_text = f"{speaker.name} {compared_text}"
        quantities = tuple(self._quantity_reader.read(claim.content))
        if not terms and reference is None and not quantities:
            return None
        if reference is not None and reference.untrue:
            polarity = -1 if polarity else 0
        return PreparedClaim(
            document=document.id,
            claim=claim,
            speaker_polarity=polarity,
            negated=reference is None and is_negated(document.text, content.words, polarity),
            voice=speaker.voice,
            terms=terms,
            title_span=find_title_span(document, claim, start),
            compared_text=PreparedText(compared_text),
            opens_with_pronoun=content.words[0].lower in point_words().leaning,
            sentence_number=self._sentence_number(start),
            back_reference=reference,
            speaker_terms=speaker.terms,
            quantities=quantities,
            speaker_name=speaker.name,
        )

    def _content_of(self, claim: Claim) -> _Content | None:
        """The words of a claim; None where it has none."""
        text = self._facts.document.text
        found = _words_of_spans(text, claim.content)
        plain = [word for word in found[:MAX_CONTENT_WORDS] if word.lower[0].isalnum()]
        kept = _without_opening(plain)
        return _Content(found[0], plain[: len(plain) - len(kept)], kept) if kept else None

    def _polarity_of_words(
        self, claim: Claim, content: _Content, reference: BackReference | None
    ) -> int:
        """1, -1 or 0 by the stance, and by words that leave a claim open or call it untrue."""
        stance = POLARITY_OF_STANCE.get(claim.stance, 0)
        polarity = stance if reference is not None else self._polarity_of_stance(claim, stance)
        if is_left_open(content.words):
            return 0
        if polarity < 0 and content.first.lower in point_words().asking:
            return 0
        if polarity > 0 and calls_named_claim_untrue(content.opening, content.words):
            return -1
        return polarity

    def _polarity_of_stance(self, claim: Claim, polarity: int) -> int:
        """The polarity of the stance; 0 where a cue of denial or doubt may not deny a claim."""
        if polarity > 0 or not claim.chain:
            return polarity
        attribution = self._attributions[claim.chain[-1]]
        if attribution.cue is None:
            return polarity
        text = self._facts.document.text
        cue = words(text, attribution.cue.start, attribution.cue.end)
        stems = {term_stem(word.lower) for word in cue}
        first = words(text, claim.content[0].start, claim.content[0].end)[:MAX_WORDS_TO_REQUEST]
        if stems & _cue_stems("open") or not point_words().asked.isdisjoint(map(bare_lower, first)):
            return 0
        return polarity if attribution.score >= SURE_DENIAL or stems & _cue_stems("plain") else 0

    def _back_reference(self, claim: Claim, content: _Content) -> BackReference | None:
        """How a content points back, and whether it or the words around it call that untrue."""
        text = self._facts.document.text
        span = self._attributions[claim.chain[-1]].cue
        cue = words(text, span.start, span.end) if span else []
        speaks_up = claim.stance in SPEAKING_UP
        if speaks_up and (
            says_nothing_such(content.words)
            or calls_that_untrue(text, content.words)
            or disparages_statement(text, cue, content.words)
        ):
            return UNTRUE_REFERENCE
        reference = find_back_reference(content.words, speaks_up)
        if reference is not None and is_called_untrue(text, cue, claim.content[-1].end):
            return replace(reference, untrue=True)
        return reference

    def _sentence_number(self, start: int) -> int:
        """The number of the last sentence that begins at a place or before it, from 1."""
        return bisect_right(self._sentences, start, key=lambda sentence: sentence.start)


def _is_about_speaker(claim: Claim, polarity: int, first: str) -> bool:
    """Whether the words are about the speaker without naming them: "denied supplying"."""
    answers = polarity < 0 or claim.stance is Stance.CONCEDES
    return answers and (first in point_words().own or first.endswith("ing"))


def _words_of_spans(text: str, spans: Sequence[Span]) -> list[Word]:
    return [word for span in spans for word in words(text, span.start, span.end)]


def _without_opening(content: list[Word]) -> list[Word]:
    """The words behind an opening that says nothing itself: "claims that"."""
    while True:
        lower = tuple(word.lower for word in content[:MAX_OPENING_WORDS])
        openings = (phrase for phrase in point_words().opening if lower[: len(phrase)] == phrase)
        length = len(next(openings, ()))
        if not 0 < length < len(content):
            return content
        content = content[length:]


@cache
def _cue_stems(kind: str) -> frozenset[str]:
    """The stems of all forms of the cues of a kind."""
    forms = (form for word in getattr(point_words(), kind) for form in (word, *verb_forms(word)))
    return frozenset(map(term_stem, forms))
