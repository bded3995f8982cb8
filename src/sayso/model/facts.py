"""Everything that was read from one document."""

from dataclasses import dataclass

from sayso.model.happening import Event, Figure
from sayso.model.speech import Actor, Attribution, Claim
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class Facts:
    """One document and what it says, each kind in text order."""

    document: Document
    attributions: tuple[Attribution, ...] = ()
    claims: tuple[Claim, ...] = ()
    actors: tuple[Actor, ...] = ()
    figures: tuple[Figure, ...] = ()
    events: tuple[Event, ...] = ()
