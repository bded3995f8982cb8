"""Prepared claims for tests, made of a few words."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import terms_in
from sayso.model.facts import Facts
from sayso.model.speech import Claim, Stance
from sayso.model.text import Document, Span

SENTENCE = 1000  # characters from one sentence to the next


def prepared_claim(
    text: str,
    speaker: str = "one",
    stance: Stance = Stance.ASSERTS,
    document: str = "a",
    sentence: int = 1,
    **changes: Any,
) -> PreparedClaim:
    """A claim with these words; `changes` are fields that differ from what follows of them."""
    span = Span(sentence * SENTENCE, sentence * SENTENCE + len(text))
    claim = PreparedClaim(
        document=document,
        claim=Claim((span,), (f"{document}/{sentence}/{speaker}",), stance, (), None),
        speaker_polarity=-1 if stance in (Stance.DENIES, Stance.DOUBTS) else 1,
        negated=False,
        voice=speaker,
        terms=terms_in(text),
        title_span=span,
        compared_text=text,
        opens_with_pronoun=False,
        sentence_number=sentence,
        back_reference=None,
        speaker_terms=frozenset(),
        quantities=(),
        speaker_name=speaker,
    )
    return replace(claim, **changes)


def outlet_claim(text: str, document: str = "a", sentence: int = 1) -> PreparedClaim:
    """A claim in the voice of the outlet."""
    claim = prepared_claim(text, document, document=document, sentence=sentence, speaker_name="")
    return replace(claim, claim=replace(claim.claim, chain=()))


def reports_of(claims: Iterable[PreparedClaim], **head: Any) -> dict[str, Facts]:
    """The reports that the claims stand in: their words, each at its place, and blanks."""
    words: dict[str, dict[int, str]] = {}
    for claim in claims:
        at = claim.claim.content[0].start
        words.setdefault(claim.document, {})[at] = claim.compared_text
    reports = {}
    for document, placed in words.items():
        text = ""
        for at, said in sorted(placed.items()):
            text = text.ljust(at) + said
        reports[document] = Facts(Document(f"{document}.txt", text, **head))
    return reports
