"""Cards as bytes, and back."""

from sayso.compare.card import Card


def card_to_bytes(card: Card) -> bytes:
    """A card as bytes: packed JSON."""
    raise NotImplementedError


def card_from_bytes(data: bytes) -> Card:
    """The card that bytes describe. Raises BrokenWire where they are not of that form."""
    raise NotImplementedError
