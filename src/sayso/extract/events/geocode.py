"""Which place on Earth a report means by a name: one candidate, or none.

What the report says of the place comes first ("Orle, a town in northern Mali"), then the countries that
it names anywhere. Of several places left, one is meant only if it dwarfs the others; a country is given
where all that are left lie in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sayso.extract.events.place_descriptions import Described, describe
from sayso.lexicon.gazetteer import Spot, gazetteer, key
from sayso.lexicon.people import nations
from sayso.lexicon.places import surroundings
from sayso.model.happening import Place
from sayso.model.text import Span
from sayso.text.words import words

DWARFS = 20  # times the inhabitants of the next
CITY = 100_000  # inhabitants of a place that is known without its country
MANY = 300  # names of one report for which it is searched
NOTHING = Described(frozenset(), frozenset())
KNOWN = 15_000  # inhabitants of a place that a text in capitals may name
LONGEST = 4  # words of a country's name


@dataclass(frozen=True, slots=True)
class Where:
    """What is known of a name."""

    country: str | None = None
    spot: Spot | None = None


@dataclass(slots=True)
class Atlas:
    """The names of places in one report, each looked up once."""

    text: str
    _found: dict[str, Where] = field(default_factory=dict)
    _named: frozenset[str] | None = None

    def place(self, span: Span, name: str) -> Place:
        """A name as a place, with country and coordinates where one candidate remains."""
        if name not in self._found:
            self._found[name] = self._where(name)
        one = self._found[name]
        country = _written(one.country) if one.country else None
        if one.spot is None:
            return Place(span, name, country)
        return Place(span, name, country, one.spot.lat, one.spot.lon)

    @staticmethod
    def knows(name: str) -> bool:
        """Whether a map has a country or a town of some size by that name."""
        if name.lower() in nations().names:
            return True
        return any(one.inhabitants >= KNOWN for one in gazetteer().spots(name))

    def _where(self, name: str) -> Where:
        parts = [part.lower() for part in name.replace("-", " ").split()]
        country = _country(name)
        if country is not None:
            return Where(country)
        said = describe(self.text, name) if len(self._found) < MANY else NOTHING
        if any(part in surroundings().regions for part in parts[1:]):
            return self._region(name, said)
        bare = " ".join(
            part for part in name.split() if part.lower() not in surroundings().directions
        )
        site = any(part in surroundings().sites for part in parts[1:])
        spots = [] if site else gazetteer().spots(bare)
        left = self._left(spots, said)
        if not left:
            return Where(_only(said.countries))
        lone = left[0] if len(left) == 1 or _dwarfs(left) else None
        return Where(
            (lone and _nation(lone.country)) or _only(_nation(one.country) for one in left), lone
        )

    def _region(self, name: str, said: Described) -> Where:
        """The country of "Kidal region"."""
        bare = key(
            " ".join(part for part in name.split() if part.lower() not in surroundings().regions)
        )
        known = {
            _nation(one) for one in (*gazetteer().holders(bare), *gazetteer().holders(key(name)))
        }
        told = said.countries or self._countries()
        return Where(
            _only(said.countries) or _only(known & told) or (None if told else _only(known))
        )

    def _left(self, spots: Sequence[Spot], said: Described) -> list[Spot]:
        """The places that what the report says leaves, the largest first."""
        regions = said.regions.union(map(key, said.countries))  # England; Georgia, which is both
        inside = [one for one in spots if one.region and key(one.region) in regions]
        if inside and not any(_nation(one.country) in said.countries for one in spots):
            return inside
        spots = inside or spots
        if said.countries:
            return [one for one in spots if _nation(one.country) in said.countries]
        told = self._countries()
        famous = (
            bool(spots) and spots[0].inhabitants >= CITY and (len(spots) == 1 or _dwarfs(spots))
        )
        near = [one for one in spots if _nation(one.country) in told]
        if near and not (famous and spots[0] not in near):
            return near
        if near:
            return [spots[0], *near]
        return [spots[0]] if famous else [] if told else list(spots)

    def _countries(self) -> frozenset[str]:
        """The countries that the report names, in lower case."""
        if self._named is None:
            self._named = countries_named(self.text)
        return self._named


def countries_named(text: str) -> frozenset[str]:
    """The countries that a text names, or whose people it names, in lower case.

    >>> sorted(countries_named("Malian troops crossed from Burkina Faso."))
    ['burkina faso', 'mali']
    """
    tokens = words(text)
    known = nations()
    found: set[str] = set()
    for at, word in enumerate(tokens):
        if not text[word.start].isupper():
            continue
        for size in range(min(LONGEST, len(tokens) - at), 0, -1):
            name = " ".join(one.lower for one in tokens[at : at + size])
            country = known.country(name.removesuffix("'s").removesuffix("’s"))
            if country and (len(name) > 2 or text[word.start : word.end].isupper()):
                found.add(country)
                break
    return frozenset(found)


def _country(name: str) -> str | None:
    """The country, if the name is one's or ends in one's ("northern Mali")."""
    parts = [part.lower() for part in name.split()]
    while parts and parts[0] in surroundings().directions and len(parts) > 1:
        whole = nations().names.get(" ".join(parts))
        if whole:
            return whole
        parts = parts[1:]
    return nations().names.get(" ".join(parts))


def _nation(country: str) -> str:
    """A country of the gazetteer as nations.toml calls it, in lower case."""
    return nations().names.get(country.lower(), country.lower())


def _only(countries: Iterable[str]) -> str | None:
    found = set(countries)
    return found.pop() if len(found) == 1 else None


def _dwarfs(spots: Sequence[Spot]) -> bool:
    """Whether the first of several places is a city far larger than the others."""
    return spots[0].inhabitants >= max(CITY, DWARFS * spots[1].inhabitants)


def _written(country: str) -> str:
    return " ".join(
        part if part in ("and", "of", "the") else part.capitalize() for part in country.split()
    )
