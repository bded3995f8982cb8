"""Which place on Earth a report means by a name: one candidate, or none.

What the report says of the place comes first ("Orle, a town in northern Mali"), then the countries that
it names anywhere. Of several places left, the report means one only if it is far larger than the others.
The country is given if all that are left lie in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.extract.events.country_names import countries_named
from sayso.extract.events.place_descriptions import PlaceDescription, place_description
from sayso.lexicon.gazetteer import GazetteerPlace, gazetteer, place_key
from sayso.lexicon.people import nations
from sayso.lexicon.places import place_context_words
from sayso.model.happening import Place
from sayso.model.text import Span

MIN_SIZE_RATIO = 20  # times the inhabitants of the next place of the same name
CITY_INHABITANTS = 100_000  # from here on a place is known without its country
TOWN_INHABITANTS = 15_000  # of a place that a text in capitals may name
MAX_NAMES_DESCRIBED = 300  # names of a report for which its text is searched
NOT_DESCRIBED = PlaceDescription(frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Location:
    """The country and the spot that a name stands for, as far as they are known."""

    country: str | None = None
    spot: GazetteerPlace | None = None


@dataclass(slots=True)
class Geocoder:
    """Looks up the names of places in one report, each of them once."""

    text: str
    _known: dict[str, Location] = field(default_factory=dict)
    _named: frozenset[str] | None = None

    def place(self, span: Span, name: str) -> Place:
        """A name as a place, with country and coordinates if one candidate remains."""
        if name not in self._known:
            self._known[name] = self._location(name)
        location = self._known[name]
        country = _in_title_case(location.country) if location.country else None
        if location.spot is None:
            return Place(span, name, country)
        return Place(span, name, country, location.spot.lat, location.spot.lon)

    def _location(self, name: str) -> Location:
        parts = [part.lower() for part in name.replace("-", " ").split()]
        country = _country_of_name(name)
        if country is not None:
            return Location(country)
        searched = len(self._known) < MAX_NAMES_DESCRIBED
        described = place_description(self.text, name) if searched else NOT_DESCRIBED
        if any(part in place_context_words().regions for part in parts[1:]):
            return self._region(name, described)
        site = any(part in place_context_words().sites for part in parts[1:])
        spots = [] if site else gazetteer().places_named(_without_directions(name))
        candidates = self._candidates(spots, described)
        if not candidates:
            return Location(_single(described.countries))
        lone = candidates[0] if len(candidates) == 1 or _is_far_larger(candidates) else None
        shared = _single(_nation(spot.country) for spot in candidates)
        return Location((lone and _nation(lone.country)) or shared, lone)

    def _region(self, name: str, described: PlaceDescription) -> Location:
        """The country of "Kidal region"."""
        regions = place_context_words().regions
        bare = " ".join(part for part in name.split() if part.lower() not in regions)
        holders = (
            *gazetteer().countries_with_region(place_key(bare)),
            *gazetteer().countries_with_region(place_key(name)),
        )
        known = {_nation(country) for country in holders}
        named = described.countries or self._countries()
        return Location(
            _single(described.countries)
            or _single(known & named)
            or (None if named else _single(known))
        )

    def _candidates(
        self, spots: Sequence[GazetteerPlace], described: PlaceDescription
    ) -> list[GazetteerPlace]:
        """The places that agree with what the report says, the largest first."""
        # England is a region and has the key of a country; Georgia is both.
        regions = described.regions.union(map(place_key, described.countries))
        inside = [spot for spot in spots if spot.region and place_key(spot.region) in regions]
        if inside and not any(_nation(spot.country) in described.countries for spot in spots):
            return inside
        spots = inside or spots
        if described.countries:
            return [spot for spot in spots if _nation(spot.country) in described.countries]
        return _near_countries(spots, self._countries())

    def _countries(self) -> frozenset[str]:
        """The countries that the report names, in lower case."""
        if self._named is None:
            self._named = countries_named(self.text)
        return self._named


def is_on_map(name: str) -> bool:
    """Whether a map has a country or a town of some size by that name."""
    if name.lower() in nations().names:
        return True
    return any(spot.inhabitants >= TOWN_INHABITANTS for spot in gazetteer().places_named(name))


def _near_countries(
    spots: Sequence[GazetteerPlace], countries: frozenset[str]
) -> list[GazetteerPlace]:
    """The places in the countries that a report names, with a famous city that lies elsewhere."""
    famous = (
        bool(spots)
        and spots[0].inhabitants >= CITY_INHABITANTS
        and (len(spots) == 1 or _is_far_larger(spots))
    )
    near = [spot for spot in spots if _nation(spot.country) in countries]
    if near and not (famous and spots[0] not in near):
        return near
    if near:
        return [spots[0], *near]
    return [spots[0]] if famous else [] if countries else list(spots)


def _without_directions(name: str) -> str:
    directions = place_context_words().directions
    return " ".join(part for part in name.split() if part.lower() not in directions)


def _country_of_name(name: str) -> str | None:
    """The country, if the name is one's or ends in one's ("northern Mali")."""
    parts = [part.lower() for part in name.split()]
    while parts and parts[0] in place_context_words().directions and len(parts) > 1:
        whole = nations().names.get(" ".join(parts))
        if whole:
            return whole
        parts = parts[1:]
    return nations().names.get(" ".join(parts))


def _nation(country: str) -> str:
    """A country of the gazetteer as nations.toml calls it, in lower case."""
    return nations().names.get(country.lower(), country.lower())


def _single(countries: Iterable[str]) -> str | None:
    """The country, if all are the same."""
    found = set(countries)
    return found.pop() if len(found) == 1 else None


def _is_far_larger(spots: Sequence[GazetteerPlace]) -> bool:
    """Whether the first of several places is a city far larger than the others."""
    return spots[0].inhabitants >= max(CITY_INHABITANTS, MIN_SIZE_RATIO * spots[1].inhabitants)


def _in_title_case(country: str) -> str:
    small = place_context_words().small
    return " ".join(part if part in small else part.capitalize() for part in country.split())
