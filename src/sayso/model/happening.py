"""What happened, to how many, where and when."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from sayso.model.ids import ActorId, ClaimId, EventId, FigureId, fact_id
from sayso.model.limits import check_counts, check_order
from sayso.model.text import Span


class Harm(StrEnum):
    """What was done to those counted."""

    KILLED = "killed"
    INJURED = "injured"
    CAPTURED = "captured"
    MISSING = "missing"
    DISPLACED = "displaced"
    DETAINED = "detained"


class Precision(StrEnum):
    """How a number was given."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    RANGE = "range"
    VAGUE = "vague"  # "dozens"
    IMPLIED = "implied"  # "a soldier was killed"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people (or of anything, where `harm` is None), with its qualifier.

    "at least 84" is low 84, high None; "20 to 30" is 20 and 30. `who` is the counted noun phrase.
    `event`, `claim` and `part_of` are ids; `hypothetical` marks threatened, planned, denied or
    conditional harm.
    """

    span: Span
    low: int | None
    high: int | None
    kind: Precision
    harm: Harm | None
    who: Span | None
    event: EventId | None
    claim: ClaimId | None
    part_of: FigureId | None
    hypothetical: bool
    id: str = field(init=False)

    def __post_init__(self) -> None:
        check_counts(self.low, self.high)
        own = fact_id("figure", [self.span], self.harm or "")
        object.__setattr__(self, "id", own)


@dataclass(frozen=True, slots=True)
class When:
    """A time as the days [first, last], and the words that give it."""

    span: Span
    first: date = field(metadata={"wire": "from"})
    last: date = field(metadata={"wire": "to"})

    def __post_init__(self) -> None:
        check_order(self.first, self.last)


@dataclass(frozen=True, slots=True)
class Place:
    """Where; coordinates and country only when they are known."""

    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None

    def __post_init__(self) -> None:
        for degrees, most in ((self.lat, 90), (self.lon, 180)):
            if degrees is not None and not -most <= degrees <= most:
                raise ValueError(f"{degrees} degrees is nowhere on Earth")


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in an event, as what; `actor` is the id of a speaker, if it is one."""

    role: str
    span: Span
    actor: ActorId | None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a text says happened (or, where `negated`, did not)."""

    trigger: Span
    kind: str
    participants: tuple[Participant, ...]
    place: Place | None
    when: When | None
    negated: bool
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", fact_id("event", [self.trigger]))
