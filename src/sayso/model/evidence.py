"""What a finding rests on: words of the documents, and reasons."""

from dataclasses import dataclass, field

from sayso.model.ids import DocumentId
from sayso.model.limits import check_share
from sayso.model.reasons import Reason, reasons_line
from sayso.model.text import Span


@dataclass(frozen=True, slots=True, order=True)
class Quote:
    """Words of one of the documents."""

    document: DocumentId
    span: Span


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why one thing was found: `score` is from 0 to 1, `detail` has the `reasons` in a line."""

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
