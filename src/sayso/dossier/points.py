"""Points with their sides: where each is listed, and what a reader sees of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sayso.dossier import wording
from sayso.dossier.claims import ClaimShown, Saying, grouped_sayings
from sayso.dossier.reasons import shown_reasons, without_folders
from sayso.dossier.report_words import Reports, Words, quoted_words
from sayso.dossier.wording import reasons_words
from sayso.model.comparison import Comparison, Likelihood, Point, Side, Stand, State

ClaimsById = Mapping[tuple[str, str], ClaimShown]
SIDE_ORDER = (Side.FOR, Side.AGAINST, Side.OPEN)


class Listing(StrEnum):
    """Where on the page a point is listed, in the order of the page."""

    DISPUTED = "disputed"
    PERHAPS_DISPUTED = "perhaps disputed"
    AGREED = "agreed"
    DENIED_ALONE = "denied alone"
    SINGLE = "single"


@dataclass(frozen=True, slots=True)
class PlacedSaying:
    """A saying on a side of a point, why it is there, and whether its speaker concedes it."""

    saying: Saying
    reasons: str
    concedes: bool


@dataclass(frozen=True, slots=True)
class SideShown:
    """The claims on one side of a point; `origins` counts the independent origins, if known."""

    side: str
    name: str
    sayings: tuple[PlacedSaying, ...]
    origins: int | None

    @property
    def claims(self) -> tuple[ClaimShown, ...]:
        """All of them, repeated ones too."""
        return tuple(claim for placed in self.sayings for claim in placed.saying.claims)


@dataclass(frozen=True, slots=True)
class PointShown:
    """One thing that claims speak to.

    `lead` is the claim that gives the title, if its speaker is known. `likelihood` is the word for
    how surely it is a dispute, or None if nothing is disputed.
    """

    number: int
    title: Words
    lead: ClaimShown | None
    state: str
    word: str
    likelihood: str | None
    listing: Listing
    sides: tuple[SideShown, ...]
    why: tuple[str, ...]
    point: Point

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"p{self.number}"


def shown_points(comparison: Comparison, reports: Reports, claims: ClaimsById) -> list[PointShown]:
    """All points in the order of the page; those of one listing and one likelihood as given."""
    ranked = sorted(comparison.points, key=_page_order)
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


def _page_order(point: Point) -> tuple[int, int]:
    sureness = list(Likelihood).index(point.dispute) if point.dispute else 0
    return list(Listing).index(_listing_of(point)), sureness


def _listing_of(point: Point) -> Listing:
    if point.dispute is Likelihood.PERHAPS:
        return Listing.PERHAPS_DISPUTED
    if point.dispute:
        return Listing.DISPUTED
    sides = {stand.side for stand in point.claims}
    if Side.AGAINST in sides and Side.FOR not in sides:
        return Listing.DENIED_ALONE
    return Listing.SINGLE if point.state is State.SINGLE else Listing.AGREED


def _shown_point(number: int, point: Point, reports: Reports, claims: ClaimsById) -> PointShown:
    sides = _shown_sides(point, reports, claims)
    shown = [claim for side in sides for claim in side.claims]
    leads = (claim for claim in shown if claim.has_speaker and claim.words.holds_quote(point.title))
    return PointShown(
        number,
        quoted_words(reports, point.title),
        next(leads, None),
        point.state,
        wording.STATES[point.state],
        wording.LIKELIHOODS[point.dispute] if point.dispute else None,
        _listing_of(point),
        sides,
        shown_reasons(reports, point.why),
        point,
    )


def _shown_sides(point: Point, reports: Reports, claims: ClaimsById) -> tuple[SideShown, ...]:
    origins = {Side.FOR: point.origins_for, Side.AGAINST: point.origins_against}
    stands = {side: [one for one in point.claims if one.side is side] for side in SIDE_ORDER}
    return tuple(
        SideShown(
            side, wording.SIDES[side], _placed_sayings(held, reports, claims), origins.get(side)
        )
        for side, held in stands.items()
        if held
    )


def _placed_sayings(
    stands: Iterable[Stand], reports: Reports, claims: ClaimsById
) -> tuple[PlacedSaying, ...]:
    """The sayings of a side in the order given, the best first."""
    held = {claims[stand.document, stand.claim].words.anchor: stand for stand in stands}
    sayings = grouped_sayings(claims[stand.document, stand.claim] for stand in held.values())
    return tuple(
        _placed_saying(saying, [held[claim.words.anchor] for claim in saying.claims], reports)
        for saying in sayings
    )


def _placed_saying(saying: Saying, stands: Iterable[Stand], reports: Reports) -> PlacedSaying:
    """The saying with the reasons of its first claim that has any; all have the same words."""
    reasons = next((stand.reasons for stand in stands if stand.reasons), ())
    concedes = any(stand.concedes for stand in stands)
    return PlacedSaying(saying, without_folders(reports, reasons_words(reasons)), concedes)
