"""Cards as bytes, and back. The bytes may come from anywhere, so each value is looked at.

Spans, counts and keys are written as plain lists: thousands of cards are read at once.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from sys import intern
from typing import Any

from sayso.compare.card import (
    Card,
    CardSpeaker,
    LineHash,
    NamedOutlet,
    Publication,
    StoryCard,
    StoryFeatures,
)
from sayso.errors import BrokenWire
from sayso.model.codec import Json, broken_at, checked_json, shown_data
from sayso.model.packed import pack, unpack
from sayso.model.speech import ActorType
from sayso.model.text import HEAD_FIELDS, Head, Span, day_of

# Counted up when a card holds something else, or is written otherwise.
CARD_VERSION = 1
HASH_DIGITS = 16
HEX = frozenset("0123456789abcdef")


def card_to_bytes(card: Card) -> bytes:
    """A card as bytes: packed JSON."""
    return pack(_to_json(card))


def card_from_bytes(data: bytes) -> Card:
    """The card that bytes describe.

    Raises BrokenWire where they are not of that form, or of another version of sayso: then the card has
    to be made again.
    """
    known = unpack(data, "card")
    if known.get("card") != CARD_VERSION:
        raise broken_at(
            "card", f"version {CARD_VERSION} is wanted, not {shown_data(known.get('card'))}"
        )
    try:
        return _from_json(known)
    except (KeyError, ValueError, TypeError) as error:
        raise broken_at("card", f"this is no card: {type(error).__name__}") from error


def _to_json(card: Card) -> Json:
    story, features = card.story, card.story.features
    return {
        "card": CARD_VERSION,
        "id": card.id,
        "facts": card.facts_key,
        "heads": [[getattr(head, what) for what in HEAD_FIELDS] for head in card.heads],
        "length": card.length,
        "outlets": sorted(card.outlets),
        "credits": sorted(card.credits),
        "agency": card.agency,
        "publications": [[one.head, one.publisher, one.house] for one in card.publications],
        "named": [
            [one.span.start, one.span.end, one.key, one.words_key, one.attribution]
            for one in card.named_outlets
        ],
        "speakers": [
            [
                *(one.id, one.name.start, one.name.end, one.length, str(one.type), one.named),
                *(one.keys, one.story_keys),
            ]
            for one in card.speakers
        ],
        "words": sorted(features.words),
        "head": sorted(features.head.elements()),
        "names": sorted(features.names.elements()),
        "numbers": sorted(features.numbers.elements()),
        "days": sorted(day.isoformat() for day in features.days),
        "lines": "".join(sorted(story.lines)),
        "staying": "".join(sorted(story.lines - story.droppable)),
        "droppable": "".join(sorted(story.droppable - story.lines)),
        "without": "".join(sorted(story.without)),
    }


def _from_json(data: Json) -> Card:
    heads = tuple(_head(one) for one in _list(data["heads"], "heads"))
    if not heads:
        raise broken_at("card.heads", "a report has a head")
    return Card(
        id=_text(data["id"]),
        facts_key=_text(data["facts"]),
        heads=heads,
        length=_number(data["length"]),
        outlets=frozenset(_texts(data["outlets"])),
        credits=frozenset(_texts(data["credits"])),
        agency=_text_or_none(data["agency"]),
        publications=tuple(
            _publication(one, len(heads)) for one in _list(data["publications"], "publications")
        ),
        named_outlets=tuple(_named_outlet(one) for one in _list(data["named"], "named")),
        speakers=tuple(_speaker(one) for one in _list(data["speakers"], "speakers")),
        story=_story(data, heads[0]),
    )


def _story(data: Json, head: Head) -> StoryCard:
    lines = _hashes(data["lines"])
    features = StoryFeatures(
        words=frozenset(_words(data["words"])),
        head=Counter(_words(data["head"])),
        names=Counter(_words(data["names"])),
        numbers=Counter(_words(data["numbers"])),
        days=frozenset(map(date.fromisoformat, _texts(data["days"]))),
        published=day_of(head.published),
        outlet=head.outlet,
    )
    droppable = (lines - _hashes(data["staying"])) | _hashes(data["droppable"])
    return StoryCard(features, lines, droppable, _hashes(data["without"]))


def _head(data: Any) -> Head:
    name, *others = _list(data, "head")
    if len(others) + 1 != len(HEAD_FIELDS):
        raise broken_at("card.heads", f"{len(HEAD_FIELDS)} values are wanted")
    return Head(_text(name), *map(_text_or_none, others))


def _publication(data: Any, head_count: int) -> Publication:
    head, publisher, house = _list(data, "publication")
    if _number(head) >= head_count:
        raise broken_at("card.publications", f"there is no head {head}")
    return Publication(head, _text(publisher), _text(house))


def _named_outlet(data: Any) -> NamedOutlet:
    start, end, key, words_key, attribution = _list(data, "named outlet")
    span = Span(_number(start), _number(end))
    return NamedOutlet(span, _text(key), _text(words_key), _text_or_none(attribution))


def _speaker(data: Any) -> CardSpeaker:
    name, start, end, length, kind, named, keys, story_keys = _list(data, "speaker")
    return CardSpeaker(
        _text(name),
        Span(_number(start), _number(end)),
        _number(length),
        ActorType(_text(kind)),
        checked_json(bool, named, "card.speakers"),
        tuple(tuple(_words(key)) for key in _list(keys, "keys")),
        tuple(tuple(_words(key)) for key in _list(story_keys, "keys")),
    )


def _list(data: Any, name: str) -> list[Any]:
    return list(checked_json(list, data, f"card.{name}"))


def _number(data: Any) -> int:
    return int(checked_json(int, data, "card"))


def _text(data: Any) -> str:
    return str(checked_json(str, data, "card"))


def _text_or_none(data: Any) -> str | None:
    return None if data is None else _text(data)


def _texts(data: Any) -> list[str]:
    """Many strings, looked at together."""
    if type(data) is not list or any(type(one) is not str for one in data):
        raise BrokenWire("card: a list of strings is wanted")
    "".join(data).encode()
    return data


def _words(data: Any) -> Iterable[str]:
    """The same; equal words of many cards are one string in memory."""
    return map(intern, _texts(data))


def _hashes(data: Any) -> frozenset[LineHash]:
    digits = _text(data)
    if len(digits) % HASH_DIGITS or not HEX.issuperset(digits):
        raise broken_at("card.lines", "hexadecimal digits are wanted, sixteen for each line")
    return frozenset(digits[at : at + HASH_DIGITS] for at in range(0, len(digits), HASH_DIGITS))
