"""Places of the world by name: a slice of GeoNames (geonames.org, CC BY 4.0), read when first asked.

training/gazetteer.py made gazetteer.tsv.gz and says what is in it.
"""

import gzip
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sayso.errors import BrokenLexicon

MIN_LARGE_INHABITANTS = 100_000  # inhabitants of a place that may be meant by another of its names
NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class GazetteerPlace:
    """A place: its own name, its country's and its region's, where it lies, how many live there."""

    name: str
    country: str
    region: str | None
    lat: float
    lon: float
    inhabitants: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries and regions by their codes, the countries that have a region by its key, and the lines
    of places and names."""

    countries: dict[str, str]
    regions: dict[str, str]
    countries_by_region: dict[str, frozenset[str]]
    places: bytes
    names: bytes

    def places_named(self, name: str) -> list[GazetteerPlace]:
        """The places of that name, the largest first.

        A place that has it only as another name counts beside the places with this main name only if
        it is large.

        >>> [(place.country, place.region) for place in gazetteer().places_named("Menaka")]
        [('Mali', 'Ménaka')]
        """
        line = self._line_of_name(f"{place_key(name)}\t".encode())
        if line is None:
            return []
        _, main, other = line.split("\t")
        first = [self._place_at(int(start)) for start in main.split()]
        others = [self._place_at(int(start)) for start in other.split()]
        if first:
            others = [place for place in others if place.inhabitants >= MIN_LARGE_INHABITANTS]
        return sorted((*first, *others), key=lambda place: -place.inhabitants)

    def countries_with_region(self, region: str) -> frozenset[str]:
        """The countries that have a region of that key."""
        return self.countries_by_region.get(region, frozenset())

    def _line_of_name(self, wanted: bytes) -> str | None:
        """The line that begins with a key, found by halving the lines."""
        low, high = 0, len(self.names)
        while low < high:
            start = self.names.rfind(b"\n", 0, (low + high) // 2) + 1
            stop = self.names.index(b"\n", start)
            line = self.names[start:stop]
            if line.startswith(wanted):
                return line.decode()
            if line < wanted:
                low = stop + 1
            else:
                high = start
        return None

    def _place_at(self, start: int) -> GazetteerPlace:
        line = self.places[start : self.places.index(b"\n", start)].decode()
        name, code, region, lat, lon, inhabitants = line.split("\t")
        return GazetteerPlace(
            name,
            self.countries[code],
            self.regions.get(f"{code}.{region}"),
            float(lat),
            float(lon),
            int(inhabitants),
        )


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, a tenth of a second the first time. Raises BrokenLexicon."""
    try:
        packed = files(__package__).joinpath("gazetteer.tsv.gz").read_bytes()
        countries, regions, places, names = gzip.decompress(packed).split(b"\n\n")
    except (OSError, ValueError) as error:
        raise BrokenLexicon(f"gazetteer.tsv.gz: {error}") from error
    known = dict(_code_and_name(line) for line in countries.decode().split("\n"))
    named = dict(_code_and_name(line) for line in regions.decode().split("\n"))
    by_region: dict[str, set[str]] = {}
    for code, region in named.items():
        by_region.setdefault(place_key(region), set()).add(known[code.partition(".")[0]])
    return Gazetteer(
        known,
        named,
        {region: frozenset(countries) for region, countries in by_region.items()},
        places + b"\n",
        names,
    )


def _code_and_name(line: str) -> tuple[str, str]:
    code, name = line.split("\t")
    return code, name


def place_key(name: str) -> str:
    """A name as it is looked up: its letters and digits alone, without accents, in lower case.

    >>> place_key("Tin Zaouatène"), place_key("N’Djamena")
    ('tinzaouatene', 'ndjamena')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return NO_LETTER.sub("", "".join(sign for sign in plain if not unicodedata.combining(sign)))
