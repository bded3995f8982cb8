"""Points with their sides, the disputed ones first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.claims import ClaimShown, Saying, grouped_sayings
from sayso.dossier.reasons import ReasonShown, shown_reasons
from sayso.dossier.report_words import Reports, Words, quoted_words
from sayso.model.comparison import Comparison, Point, Side, State

ClaimsById = Mapping[tuple[str, str], ClaimShown]
ORDER = (State.CONTESTED, State.CONCEDED, State.CORROBORATED, State.SINGLE)


@dataclass(frozen=True, slots=True)
class SideShown:
    """The claims on one side of a point; `origins` counts the independent origins, if known."""

    side: str
    name: str
    sayings: tuple[Saying, ...]
    origins: int | None

    @property
    def claims(self) -> tuple[ClaimShown, ...]:
        """All of them, repeated ones too."""
        return tuple(claim for saying in self.sayings for claim in saying.claims)


@dataclass(frozen=True, slots=True)
class PointShown:
    """One thing that claims speak to. It is `disputed` if a claim denies, doubts or concedes it.

    `lead` is the claim that gives the title, if its speaker is known.
    """

    number: int
    title: Words
    lead: ClaimShown | None
    state: str
    word: str
    sides: tuple[SideShown, ...]
    why: tuple[ReasonShown, ...]
    disputed: bool

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"p{self.number}"


def shown_points(comparison: Comparison, reports: Reports, claims: ClaimsById) -> list[PointShown]:
    """All points: contested, conceded, denied by one speaker, then the rest as given."""
    ranked = sorted(
        comparison.points, key=lambda point: (not _is_disputed(point), ORDER.index(point.state))
    )
    return [_shown_point(number, point, reports, claims) for number, point in enumerate(ranked, 1)]


def points_by_claim(
    points: Iterable[PointShown],
) -> dict[str, tuple[tuple[PointShown, str], ...]]:
    """For each claim's anchor: the points that it speaks to, and its side there."""
    by_claim: dict[str, tuple[tuple[PointShown, str], ...]] = {}
    for point in points:
        for side in point.sides:
            for claim in side.claims:
                before = by_claim.get(claim.words.anchor, ())
                by_claim[claim.words.anchor] = (*before, (point, side.name.lower()))
    return by_claim


def _is_disputed(point: Point) -> bool:
    against = any(stand.side is Side.AGAINST for stand in point.claims)
    return against or point.state in (State.CONTESTED, State.CONCEDED)


def _shown_point(number: int, point: Point, reports: Reports, claims: ClaimsById) -> PointShown:
    origins = {Side.FOR: point.origins_for, Side.AGAINST: point.origins_against}
    sides: dict[Side, list[ClaimShown]] = {Side.FOR: [], Side.AGAINST: [], Side.OPEN: []}
    for stand in point.claims:
        sides[stand.side].append(claims[stand.document, stand.claim])
    shown = [claim for group in sides.values() for claim in group]
    leads = (claim for claim in shown if claim.has_speaker and claim.words.holds_quote(point.title))
    return PointShown(
        number,
        quoted_words(reports, point.title),
        next(leads, None),
        point.state,
        wording.STATES[point.state],
        tuple(
            SideShown(side, wording.SIDES[side], tuple(grouped_sayings(group)), origins.get(side))
            for side, group in sides.items()
            if group
        ),
        shown_reasons(reports, point.why),
        _is_disputed(point),
    )
