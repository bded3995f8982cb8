"""The proper names in the words for speakers: allies share one, and a charge may name one."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.terms import term_stem, terms_of
from sayso.lexicon.actors import speaker_nouns
from sayso.model.facts import Facts
from sayso.model.text import Span
from sayso.text.words import words


def names_of_speakers(
    claims: Sequence[PreparedClaim], facts: Mapping[str, Facts]
) -> list[frozenset[str]]:
    """For each claim, the terms of the names in the words for its speaker.

    "A lawyer for Lena Brask" has two. Nouns for a speaker are left out, even with a capital: "President".
    """
    actors = {
        (document, actor.id): [actor.name, *([actor.role] if actor.role else [])]
        for document, report in facts.items()
        for actor in report.actors
    }
    sources = {
        (document, one.id): one.source
        for document, report in facts.items()
        for one in report.attributions
    }
    found = []
    for claim in claims:
        spans = list(actors.get((claim.document, claim.claim.speaker or ""), ()))
        source = sources.get((claim.document, claim.claim.chain[-1])) if claim.claim.chain else None
        if source is not None:
            spans.append(source)
        found.append(_names_in(facts[claim.document].document.text, spans))
    return found


def _names_in(text: str, spans: Sequence[Span]) -> frozenset[str]:
    named = [
        word
        for span in spans
        for word in words(text, span.start, span.end)
        if text[word.start].isupper()
    ]
    return terms_of(named) - _terms_for_speakers()


@cache
def _terms_for_speakers() -> frozenset[str]:
    return frozenset(term_stem(form) for form in speaker_nouns())
