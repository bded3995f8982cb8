"""What several reports say together. Documents and facts are given by their ids."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.ids import (
    ActorId,
    AttributionId,
    ClaimId,
    DocumentId,
    EventId,
    FigureId,
    SharedEventId,
    group_id,
)
from sayso.model.limits import check_counts, check_order, check_share
from sayso.model.reasons import Reason, reasons_line
from sayso.model.text import Span


class CopyKind(StrEnum):
    """How one report depends on another."""

    COPY = "copy"
    PASSAGE = "passage"
    CITATION = "citation"


class Side(StrEnum):
    """The side of a claim on a point."""

    FOR = "for"
    AGAINST = "against"
    OPEN = "open"


class State(StrEnum):
    """Whether the speakers agree on a point; never whether it is true."""

    SINGLE = "single"
    CORROBORATED = "corroborated"
    CONTESTED = "contested"
    CONCEDED = "conceded"


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of one of the documents."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one thing was found. `score` is 0–1, 1 the strongest; `detail` has the `reasons` in a line."""

    feature: str
    score: float
    detail: str
    reasons: tuple[Reason, ...] = field(default=(), metadata={"added": True})

    def __post_init__(self) -> None:
        check_share("score", self.score)

    @classmethod
    def of(cls, feature: str, score: float, *reasons: Reason) -> "Evidence":
        """The evidence that these reasons make."""
        return cls(feature, score, reasons_line(reasons), reasons)


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


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim and its side on a point."""

    document: DocumentId
    claim: ClaimId
    side: Side


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that claims speak to. Its title is one of the claims' own words.

    `origins_for` and `origins_against` count independent origins, and at most one for each speaker.
    """

    title: Quote = field(metadata={"words": True})
    claims: tuple[Stand, ...]
    state: State
    origins_for: int
    origins_against: int
    why: tuple[Evidence, ...] = field(default=(), metadata={"added": True})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        check_counts(self.origins_for)
        check_counts(self.origins_against)
        members = [f"{stand.document}/{stand.claim}" for stand in self.claims]
        object.__setattr__(self, "id", group_id("point", members))


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
