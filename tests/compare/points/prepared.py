"""Prepared claims for tests, made of a few words."""

from dataclasses import replace
from typing import Any

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import terms_in
from sayso.model.speech import Claim, Stance
from sayso.model.text import Span


def prepared_claim(
    text: str,
    speaker: str = "one",
    stance: Stance = Stance.ASSERTS,
    document: str = "a",
    sentence: int = 1,
    **changes: Any,
) -> PreparedClaim:
    """A claim with these words; `changes` are fields that differ from what follows of them."""
    span = Span(sentence * 1000, sentence * 1000 + len(text))
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
        gives_tally=False,
        saying_time=None,
        belligerent=None,
    )
    return replace(claim, **changes)
