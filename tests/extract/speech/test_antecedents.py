"""Relative clauses are made whole with the noun before them."""

import pytest

from sayso.extract.speech.antecedents import whole_clause
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Span


def clause_of(text: str, source: str, cue: str, *content: str) -> str:
    """The pieces of the claim, with dots between them."""
    spans = tuple(Span(text.index(one), text.index(one) + len(one)) for one in content)
    who, how = (Span(text.index(one), text.index(one) + len(one)) for one in (source, cue))
    attribution = Attribution(who, how, spans, Speech.INDIRECT, Kind.SPEECH, None, 1.0)
    return " … ".join(text[span.start : span.end] for span in whole_clause(text, attribution))


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "found"),
    [
        # A name, with the pronoun in the content.
        (
            "The envoy of Ostland, which the Front says is arming the rebels, left.",
            *("the Front", "says", ("which", "is arming the rebels")),
            "Ostland … is arming the rebels",
        ),
        # A noun with its article, and the pronoun outside.
        (
            "They met a banker who the court said had hidden the gold.",
            *("the court", "said", ("had hidden the gold",)),
            "a banker … had hidden the gold",
        ),
        # The pronoun in one piece with its verb.
        (
            "The guard arrested the smith, who had lit the fire, the mayor said.",
            *("the mayor", "said", ("who had lit the fire",)),
            "the smith … had lit the fire",
        ),
        # No noun can be seen: the words as they are.
        (
            "Nobody heard what the court said had moved it.",
            *("the court", "said", ("had moved it",)),
            "had moved it",
        ),
        # A question.
        ("They asked who lit it.", *("They", "asked", ("who lit it",)), "who lit it"),
        # The pronoun alone.
        (
            "It was a lie, which Ruiz denied.",
            *("Ruiz", "denied", ("which",)),
            "which",
        ),
    ],
)
def test_a_relative_clause_has_its_noun(
    text: str, source: str, cue: str, content: tuple[str, ...], found: str
) -> None:
    assert clause_of(text, source, cue, *content) == found
