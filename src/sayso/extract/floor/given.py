"""A turn or a post with whoever says it."""

from dataclasses import dataclass

from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class GivenTurn:
    """The words of a turn with those that name its speaker: None for whoever asks without a name.

    `whole` holds its label or signature too.
    """

    whole: Span
    text: Span
    source: Span | None
    asks: bool = False
    cue: Span | None = None
