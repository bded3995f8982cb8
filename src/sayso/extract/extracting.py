"""The verb `extract`: one document to everything that it says."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.actors import find_actors
from sayso.extract.body import body
from sayso.extract.casualties.figures import find_figures
from sayso.extract.events.events import find_events
from sayso.extract.events.times import find_times
from sayso.extract.speech.attributions import Attributed, find_attributions
from sayso.extract.speech.claims import find_claims
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.speech import Claim
from sayso.model.text import Document


def extract(document: Document) -> Facts:
    """What one document says; a pure function of it."""
    return extract_together([document])[0]


def extract_together(documents: Sequence[Document]) -> list[Facts]:
    """What each document says, the network reading them side by side; the answers are the same."""
    bodies = [body(document) for document in documents]
    found = find_attributions(bodies)
    return [
        _facts(document, text, attributed)
        for document, text, attributed in zip(documents, bodies, found, strict=True)
    ]


def _facts(document: Document, text: str, attributed: Sequence[Attributed]) -> Facts:
    attributions = tuple(one.attribution for one in attributed)
    cast = find_actors(text, attributions)
    claims = find_claims(text, attributed, cast.speaker)
    times = find_times(text, document.day)
    events = find_events(text, times, document.day)
    figures = tuple(
        replace(figure, claim=_claim_of(figure, claims))
        for figure in find_figures(text, events, times)
    )
    return Facts(document, attributions, claims, cast.actors, figures, events)


def _claim_of(figure: Figure, claims: Sequence[Claim]) -> str | None:
    """The claim that says the figure: the one with the shortest piece that holds its words."""
    holding = [
        (len(span), claim.id)
        for claim in claims
        for span in claim.content
        if span.holds(figure.span)
    ]
    return min(holding)[1] if holding else None
