"""Names for facts, made from what they say, so that a second run finds its own rows."""

import hashlib
from collections.abc import Iterable
from typing import Annotated

from sayso.model.text import Span

# What an id in a field names: the list that holds it.
DocumentId = Annotated[str, "documents"]
AttributionId = Annotated[str, "attributions"]
ClaimId = Annotated[str, "claims"]
ActorId = Annotated[str, "actors"]
FigureId = Annotated[str, "figures"]
EventId = Annotated[str, "events"]
SharedEventId = Annotated[str, "shared events"]


def fact_id(kind: str, spans: Iterable[Span | None], *more: str) -> str:
    """Twelve hexadecimal digits from a fact's kind, its spans, and what tells it from its like."""
    places = ["-" if span is None else f"{span.start}:{span.end}" for span in spans]
    return hashlib.sha256("|".join([kind, *places, *more]).encode()).hexdigest()[:12]


def group_id(kind: str, members: Iterable[str]) -> str:
    """A name for a set of facts or documents, whatever their order."""
    return hashlib.sha256("|".join([kind, *sorted(members)]).encode()).hexdigest()[:12]
