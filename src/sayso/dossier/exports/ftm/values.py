"""Entities and statements of FollowTheMoney, with values in the form that it wants.

A value is cleaned as FollowTheMoney itself would clean it, so that no reader drops it: one line for a
name, no unseen characters, UTC for a moment. What that changes is kept as `original_value`.
"""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urlsplit

from sayso.dossier.exports.web.jsonld import Node
from sayso.dossier.marks import safe_link
from sayso.model.text import day_of, is_moment, moment_of
from sayso.model.unseen import UNSEEN

NO_SLUG = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """Where a statement is from: its dataset, since when it was held, up to when, and by whom made."""

    dataset: str
    first: str
    last: str
    origin: str


@dataclass(slots=True)
class Entity:
    """An entity, with a statement for each value of a property."""

    id: str
    schema: str
    seen: Seen
    statements: dict[tuple[str, str], Node] = field(default_factory=dict)

    def add(self, prop: str, value: str | None, original: str | None = None) -> None:
        """Adds a value, unless it is empty or there already; `original` is what it was made from."""
        if not value:
            return
        key = f"{self.seen.dataset}.{self.id}.{prop}.{value}"
        self.statements.setdefault(
            (prop, value),
            {
                "canonical_id": self.id,
                "entity_id": self.id,
                "prop": prop,
                "schema": self.schema,
                "value": value,
                "dataset": self.seen.dataset,
                "lang": None,
                "original_value": original if original not in (None, value) else None,
                "first_seen": self.seen.first,
                "last_seen": self.seen.last,
                "external": False,
                "origin": self.seen.origin,
                # the id that FollowTheMoney itself gives a statement; nothing is kept secret by it
                "id": hashlib.sha1(key.encode(), usedforsecurity=False).hexdigest(),
            },
        )

    def add_text(self, prop: str, words: str | None) -> None:
        """Adds words as they stand, without unseen characters."""
        self.add(prop, clean_text(words or ""), words)

    def add_line(self, prop: str, words: str | None) -> None:
        """Adds a name: words on one line."""
        self.add(prop, " ".join(clean_text(words or "").split()), words)

    def add_moment(self, prop: str, published: str | None) -> None:
        """Adds a day, or a moment in UTC; nothing where it is neither."""
        self.add(prop, clean_moment(published), published)

    def add_link(self, prop: str, url: str | None) -> None:
        """Adds an address if it is safe to follow."""
        link = safe_link(url)
        if link is not None:
            bare = not urlsplit(link).path and "?" not in link and "#" not in link
            self.add(prop, f"{link}/" if bare else link, link)

    def properties(self) -> dict[str, list[str]]:
        """The values by property."""
        held: dict[str, list[str]] = {}
        for prop, value in self.statements:
            held.setdefault(prop, []).append(value)
        return held

    def as_node(self) -> Node:
        """The entity as FollowTheMoney writes it."""
        held = self.properties()
        captions = (held[prop][0] for prop in ("name", "title", "fileName", "role") if prop in held)
        return {
            "id": self.id,
            "caption": next(captions, self.schema),
            "schema": self.schema,
            "referents": [],
            "datasets": [self.seen.dataset],
            "origin": [self.seen.origin],
            "first_seen": self.seen.first,
            "last_seen": self.seen.last,
            "properties": held,
        }


def clean_text(words: str) -> str:
    """The words in composed form, without characters that are not seen or that act."""
    return UNSEEN.sub("", unicodedata.normalize("NFC", words)).strip()


def clean_moment(published: str | None) -> str | None:
    """An ISO 8601 day as it is, a moment in UTC without its offset; None for anything else.

    >>> clean_moment("2023-03-12T21:40:00+03:00"), clean_moment("2023-03-12"), clean_moment("soon")
    ('2023-03-12T18:40:00', '2023-03-12', None)
    """
    if published is None or not is_moment(published) or day_of(published) is None:
        return None
    moment = moment_of(published)
    if moment is not None:
        return _utc(moment)
    return published[:10]


def seen_time(made_at: str) -> str:
    """A moment of the case as FollowTheMoney has it: UTC, to the second, without an offset."""
    try:
        moment = datetime.fromisoformat(made_at)
    except ValueError:
        return made_at
    return _utc(moment)


def dataset_name(name: str) -> str:
    """The name of a case as the name of a dataset: small letters, digits and underscores.

    >>> dataset_name("Mali, May.sayso"), dataset_name("Мали")
    ('sayso_mali_may_sayso', 'sayso_5c537021')
    """
    slug = NO_SLUG.sub("_", name.lower()).strip("_")
    return f"sayso_{slug or hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _utc(moment: datetime) -> str:
    known = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return known.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S")
