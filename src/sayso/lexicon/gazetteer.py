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

LARGE = 100_000  # inhabitants of a place that may be meant by another of its names
NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Spot:
    """A place: its own name, its country's and its region's, where it lies, how many live there."""

    name: str
    country: str
    region: str | None
    lat: float
    lon: float
    inhabitants: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Countries and regions by their codes, the countries that have a region by its key, and the lines of
    places and names."""

    countries: dict[str, str]
    regions: dict[str, str]
    held: dict[str, frozenset[str]]
    places: bytes
    names: bytes

    def spots(self, name: str) -> list[Spot]:
        """The places of that name, the largest first: those that have it as their own name; large ones,
        and where there is no other all, that have it as another.

        >>> [(one.country, one.region) for one in gazetteer().spots("Menaka")]
        [('Mali', 'Ménaka')]
        """
        line = self._line(f"{key(name)}\t".encode())
        if line is None:
            return []
        _, own, other = line.split("\t")
        first = [self._spot(int(start)) for start in own.split()]
        others = [self._spot(int(start)) for start in other.split()]
        if first:
            others = [one for one in others if one.inhabitants >= LARGE]
        return sorted((*first, *others), key=lambda one: -one.inhabitants)

    def holders(self, region: str) -> frozenset[str]:
        """The countries that have a region of that key."""
        return self.held.get(region, frozenset())

    def _line(self, wanted: bytes) -> str | None:
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

    def _spot(self, start: int) -> Spot:
        line = self.places[start : self.places.index(b"\n", start)].decode()
        name, code, region, lat, lon, inhabitants = line.split("\t")
        return Spot(
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
    known = dict(_pair(line) for line in countries.decode().split("\n"))
    named = dict(_pair(line) for line in regions.decode().split("\n"))
    held: dict[str, set[str]] = {}
    for code, region in named.items():
        held.setdefault(key(region), set()).add(known[code.partition(".")[0]])
    return Gazetteer(
        known,
        named,
        {region: frozenset(countries) for region, countries in held.items()},
        places + b"\n",
        names,
    )


def _pair(line: str) -> tuple[str, str]:
    code, name = line.split("\t")
    return code, name


def key(name: str) -> str:
    """A name as it is looked up: its letters and digits alone, without accents, in lower case.

    >>> key("Tin Zaouatène"), key("N’Djamena")
    ('tinzaouatene', 'ndjamena')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    return NO_LETTER.sub("", "".join(sign for sign in plain if not unicodedata.combining(sign)))
