"""Points: things that several claims speak to, with the side of each claim."""

from dataclasses import dataclass, field
from enum import StrEnum

from sayso.model.evidence import Evidence, Quote
from sayso.model.ids import ClaimId, DocumentId, group_id
from sayso.model.limits import check_counts, check_share
from sayso.model.reasons import Reason


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


class Likelihood(StrEnum):
    """How surely a point is a dispute, the surest first; never whether it is true."""

    CLEAR = "clear"
    LIKELY = "likely"
    PERHAPS = "perhaps"


@dataclass(frozen=True, slots=True)
class Stand:
    """A claim and its side on a point.

    `reasons` say why the claim belongs to the point, and `score` how surely, from 0 to 1. It
    `concedes` if its speaker admits the point against the interest of the speaker's own side.
    """

    document: DocumentId
    claim: ClaimId
    side: Side
    reasons: tuple[Reason, ...] = field(default=(), metadata={"added": True})
    score: float | None = field(default=None, metadata={"added": True})
    concedes: bool = field(default=False, metadata={"added": True})

    def __post_init__(self) -> None:
        check_share("score", self.score)


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that claims speak to. Its title is one of the claims' own words.

    `origins_for` and `origins_against` count independent origins, and at most one for each speaker.
    `probability` is the chance that a reader would call the point a dispute, and `likelihood` says the
    same in three steps. Both are None if nothing is disputed, or if the wire does not have them.
    """

    title: Quote = field(metadata={"words": True})
    claims: tuple[Stand, ...]
    state: State
    origins_for: int
    origins_against: int
    why: tuple[Evidence, ...] = field(default=(), metadata={"added": True})
    probability: float | None = field(default=None, metadata={"added": True})
    likelihood: Likelihood | None = field(default=None, metadata={"added": True})
    id: str = field(init=False)

    def __post_init__(self) -> None:
        check_counts(self.origins_for)
        check_counts(self.origins_against)
        check_share("probability", self.probability)
        members = [f"{stand.document}/{stand.claim}" for stand in self.claims]
        object.__setattr__(self, "id", group_id("point", members))

    @property
    def dispute(self) -> Likelihood | None:
        """How surely it is a dispute: likely if the wire is silent, None if nothing is disputed."""
        if self.state not in (State.CONTESTED, State.CONCEDED):
            return None
        return self.likelihood or Likelihood.LIKELY
