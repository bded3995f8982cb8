"""What several reports say together. Documents and facts are given by their ids.

The values of `evidence` and `points` can be imported from here too.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sayso.model.evidence import Evidence as Evidence
from sayso.model.evidence import Quote as Quote
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.ids import (
    ActorId,
    AttributionId,
    DocumentId,
    EventId,
    FigureId,
    SharedEventId,
    group_id,
)
from sayso.model.limits import check_counts, check_order, check_share
from sayso.model.points import Likelihood as Likelihood
from sayso.model.points import Point as Point
from sayso.model.points import Side as Side
from sayso.model.points import Stand as Stand
from sayso.model.points import State as State
from sayso.model.reasons import Reason


class CopyKind(StrEnum):
    """How one report depends on another."""

    COPY = "copy"
    PASSAGE = "passage"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Passage:
    """The same words in two documents."""

    left: Quote
    right: Quote


@dataclass(frozen=True, slots=True)
class Copy:
    """One report repeats another.

    `origin` is the earlier or cited one, where that is known; `share` the part of the shorter text
    that is repeated.
    """

    left: DocumentId
    right: DocumentId
    kind: CopyKind
    origin: DocumentId | None = field(metadata={"wire": "from"})
    share: float
    passages: tuple[Passage, ...]

    def __post_init__(self) -> None:
        check_share("share", self.share)
        if self.origin not in (None, self.left, self.right):
            raise ValueError("a copy comes from one of the two reports")
        for passage in self.passages:
            if (passage.left.document, passage.right.document) != (self.left, self.right):
                raise ValueError("a passage stands in the two reports")


@dataclass(frozen=True, slots=True)
class Citation:
    """A report names an outlet or agency as its source; `cited` is that outlet's report, if known."""

    document: DocumentId
    outlet: Quote = field(metadata={"words": True})
    attribution: AttributionId | None
    cited: DocumentId | None

    def __post_init__(self) -> None:
        if self.outlet.document != self.document:
            raise ValueError("an outlet is named in the report that cites it")


@dataclass(frozen=True, slots=True)
class Origin:
    """Reports with one origin, such as copies of one agency report, and why."""

    documents: tuple[DocumentId, ...]
    why: tuple[Evidence, ...] = field(default=(), metadata={"added": True})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", group_id("origin", self.documents))


@dataclass(frozen=True, slots=True)
class Story:
    """Reports about one event and its aftermath."""

    documents: tuple[DocumentId, ...]
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", group_id("story", self.documents))


@dataclass(frozen=True, slots=True, order=True)
class EventMention:
    """An event in one document."""

    document: DocumentId
    event: EventId


@dataclass(frozen=True, slots=True)
class SharedEvent:
    """One event, in one or several documents."""

    mentions: tuple[EventMention, ...]
    kind: str
    place: Quote | None = field(metadata={"words": True})
    first: date | None = field(metadata={"wire": "from"})
    last: date | None = field(metadata={"wire": "to"})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        check_order(self.first, self.last)
        members = [f"{mention.document}/{mention.event}" for mention in self.mentions]
        object.__setattr__(self, "id", group_id("event", members))


@dataclass(frozen=True, slots=True, order=True)
class ActorMention:
    """An actor in one document."""

    document: DocumentId
    actor: ActorId


@dataclass(frozen=True, slots=True)
class SharedActor:
    """One speaker, in one or several documents."""

    name: Quote = field(metadata={"words": True})
    mentions: tuple[ActorMention, ...]
    id: str = field(init=False)

    def __post_init__(self) -> None:
        members = [f"{mention.document}/{mention.actor}" for mention in self.mentions]
        object.__setattr__(self, "id", group_id("actor", members))


@dataclass(frozen=True, slots=True, order=True)
class FigureMention:
    """A figure in one document."""

    document: DocumentId
    figure: FigureId


class Change(StrEnum):
    """How a figure changes the earlier figures of its toll."""

    FIRST = "first"
    UPDATE = "update"  # later and higher: the toll grows
    CORRECTION = "correction"  # it replaces an earlier one
    AGREES = "agrees"  # does not contradict one that is still current
    OLDER = "older"  # repeats one that was superseded
    RIVAL = "rival"  # contradicts a current one of another speaker


@dataclass(frozen=True, slots=True)
class Step:
    """A figure in the course of its toll.

    It was said between two days, which are None if unknown. `dated` has the words for the day, if it
    is not the report's. `change` compares it with `former`, and is None if the order is not known;
    `why` has the `reasons` in a line.
    """

    document: DocumentId
    figure: FigureId
    said_from: date | None
    said_to: date | None
    dated: Quote | None
    change: Change | None
    former: FigureMention | None
    why: str
    reasons: tuple[Reason, ...] = field(default=(), metadata={"added": True})

    def __post_init__(self) -> None:
        check_order(self.said_from, self.said_to)


@dataclass(frozen=True, slots=True)
class Toll:
    """What the figures for one harm to one group come to under a named policy.

    A view of the figures, never a substitute for them. `why` has one line for each figure, and
    `reasons` the rules behind that line, what the policy does with the figure first. `course` has
    the figures that tell how many, parts and denials left out, in the order of saying.
    """

    event: SharedEventId | None
    harm: Harm
    who: Quote | None = field(metadata={"words": True})
    figures: tuple[FigureMention, ...]
    policy: str
    low: int | None
    best: int | None
    high: int | None
    why: tuple[str, ...]
    course: tuple[Step, ...] = field(default=(), metadata={"added": True})
    reasons: tuple[tuple[Reason, ...], ...] = field(default=(), metadata={"added": True})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        check_counts(self.low, self.best, self.high)
        members = [f"{mention.document}/{mention.figure}" for mention in self.figures]
        object.__setattr__(self, "id", group_id(f"toll/{self.policy}/{self.harm}", members))


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the timeline: when an event happened, and between which days it was reported.

    `said_from` and `said_to` are None if no report of it has a day.
    """

    first: date = field(metadata={"wire": "from"})
    last: date = field(metadata={"wire": "to"})
    event: SharedEventId
    documents: tuple[DocumentId, ...]
    said_from: date | None = field(default=None, metadata={"added": True})
    said_to: date | None = field(default=None, metadata={"added": True})

    def __post_init__(self) -> None:
        check_order(self.first, self.last)
        check_order(self.said_from, self.said_to)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The reports, and all that comparing them gives."""

    facts: tuple[Facts, ...]
    stories: tuple[Story, ...] = ()
    copies: tuple[Copy, ...] = ()
    citations: tuple[Citation, ...] = ()
    origins: tuple[Origin, ...] = ()
    actors: tuple[SharedActor, ...] = ()
    events: tuple[SharedEvent, ...] = ()
    points: tuple[Point, ...] = ()
    tolls: tuple[Toll, ...] = ()
    timeline: tuple[Entry, ...] = ()
