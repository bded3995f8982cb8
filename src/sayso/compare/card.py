"""What is kept of a report so that it can be compared with all others, beside its words for copies.

A card is made once, from the facts of a report; whatever is compared across stories reads cards alone.
Places and ids are those of the report's text as it stands.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sayso.model.ids import ActorId, AttributionId, DocumentId
from sayso.model.speech import ActorType
from sayso.model.text import Head, Span

# A line as a number in hexadecimal digits, without the space around it.
LineHash = str
NameKey = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StoryFeatures:
    """What shows which story a report is of: its words, how often its head has each word, and how
    often the report has each name and number.

    `days` are the days that the head names.
    """

    words: frozenset[str]
    head: Counter[str]
    names: Counter[str]
    numbers: Counter[str]
    days: frozenset[date]
    published: date | None
    outlet: str | None


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What decides the story of a report.

    `features` are those of the text without the lines in `without`. `lines` has all lines of the text,
    and `droppable` those that are left out of the features if they are a site's (stock lines).
    """

    features: StoryFeatures
    lines: frozenset[LineHash]
    droppable: frozenset[LineHash]
    without: frozenset[LineHash] = frozenset()


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication of a text whose publisher is known: the number of its head, the outlet or agency
    that published it, and the house of that one."""

    head: int
    publisher: str
    house: str


@dataclass(frozen=True, slots=True)
class NamedOutlet:
    """Another outlet that a report names as a source, and the attribution that names it.

    `key` is that of the outlet meant, `words_key` that of the words in the text.
    """

    span: Span
    key: str
    words_key: str
    attribution: AttributionId | None


@dataclass(frozen=True, slots=True)
class CardSpeaker:
    """A speaker of a report; `length` is that of the name, in characters.

    `keys` are what the same speaker has in other reports, and `story_keys` what it has in those of the
    same story. A speaker without a name has none.
    """

    id: ActorId
    name: Span
    length: int
    type: ActorType
    named: bool
    keys: tuple[NameKey, ...] = ()
    story_keys: tuple[NameKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """A report as the steps see it that compare all reports.

    `facts_key` changes with whatever the report's facts say, or is known of the report. `length` is
    that of the text in characters. `credits` are the keys of the agencies that it credits, `agency` that
    of the one that its whole text is credited to. `outlets` are the keys of those that published it.
    """

    id: DocumentId
    facts_key: str
    heads: tuple[Head, ...]
    length: int
    outlets: frozenset[str]
    credits: frozenset[str]
    agency: str | None
    publications: tuple[Publication, ...]
    named_outlets: tuple[NamedOutlet, ...]
    speakers: tuple[CardSpeaker, ...]
    story: StoryCard

    @property
    def head(self) -> Head:
        """The main head of the report."""
        return self.heads[0]


def cards_by_id(cards: Iterable[Card]) -> dict[DocumentId, Card]:
    """The cards by the ids of their reports, in the order of the ids."""
    return {card.id: card for card in sorted(cards, key=lambda card: card.id)}
