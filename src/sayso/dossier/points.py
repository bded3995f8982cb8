"""Points with their sides, the disputed ones apart."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Reports, Words, quote, reasons
from sayso.dossier.voices import Saying, Voice, sayings
from sayso.model.comparison import Comparison, Evidence, Point, Side, State

Said = Mapping[tuple[str, str], Voice]
ORDER = (State.CONTESTED, State.CONCEDED, State.CORROBORATED, State.SINGLE)


@dataclass(frozen=True, slots=True)
class SideShown:
    """The voices on one side of a point; `origins` of them are independent, where that is known."""

    side: str
    name: str
    sayings: tuple[Saying, ...]
    origins: int | None

    @property
    def voices(self) -> tuple[Voice, ...]:
        """All of them, the repeated ones too."""
        return tuple(voice for saying in self.sayings for voice in saying.voices)


@dataclass(frozen=True, slots=True)
class PointShown:
    """One thing that claims speak to. `disputed`: somebody denies it, doubts it or concedes it.

    `lead` is the voice whose words the title is, if we know who speaks there.
    """

    number: int
    title: Words
    lead: Voice | None
    state: str
    word: str
    sides: tuple[SideShown, ...]
    why: tuple[Evidence, ...]
    disputed: bool

    @property
    def anchor(self) -> str:
        """Its name as a place on the page."""
        return f"p{self.number}"


def points(comparison: Comparison, reports: Reports, said: Said) -> list[PointShown]:
    """All points: contested, conceded, denied by a single voice, then the rest as given."""
    ranked = sorted(comparison.points, key=lambda point: (not _disputed(point), _rank(point)))
    return [_shown(number, point, reports, said) for number, point in enumerate(ranked, 1)]


def standing(shown: Iterable[PointShown]) -> dict[str, tuple[tuple[PointShown, str], ...]]:
    """For each claim's place on the page, the points that it speaks to and its side there."""
    out: dict[str, tuple[tuple[PointShown, str], ...]] = {}
    for point in shown:
        for side in point.sides:
            for voice in side.voices:
                here = (point, side.name.lower())
                out[voice.words.anchor] = (*out.get(voice.words.anchor, ()), here)
    return out


def _disputed(point: Point) -> bool:
    against = any(stand.side is Side.AGAINST for stand in point.claims)
    return against or point.state in (State.CONTESTED, State.CONCEDED)


def _rank(point: Point) -> int:
    return ORDER.index(point.state)


def _shown(number: int, point: Point, reports: Reports, said: Said) -> PointShown:
    origins = {Side.FOR: point.origins_for, Side.AGAINST: point.origins_against}
    sides: dict[Side, list[Voice]] = {Side.FOR: [], Side.AGAINST: [], Side.OPEN: []}
    for stand in point.claims:
        sides[stand.side].append(said[stand.document, stand.claim])
    every = [voice for own in sides.values() for voice in own]
    return PointShown(
        number,
        quote(reports, point.title),
        next((voice for voice in every if voice.known and voice.words.hold(point.title)), None),
        point.state,
        wording.STATES[point.state],
        tuple(
            SideShown(side, wording.SIDES[side], tuple(sayings(own)), origins.get(side))
            for side, own in sides.items()
            if own
        ),
        reasons(reports, point.why),
        _disputed(point),
    )
