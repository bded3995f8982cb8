"""The claims of one side of a point: repeats under the first of them, reports of one origin together."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from sayso.case.compared_rows import reasons_of
from sayso.dossier.claims import MIN_CHARACTERS_UNLIKE_CHANCE, letters_only
from sayso.dossier.private_names import PrivateNames
from sayso.dossier.wording import reason_words

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Saying:
    """A claim with its reasons as sentences. Other reports of its origin say it in the same words."""

    claim: Row
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """What reports of one origin say, one after the other; `reports` is how many they are."""

    reports: int
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """A side of a point. `claims` and `sayings` count all of it, of which `origins` are a part."""

    side: str
    claims: int
    sayings: int
    origins: tuple[Origin, ...]


def side_of(side: str, claims: Iterable[Row], names: PrivateNames, first: int, most: int) -> Side:
    """A side with `most` of its sayings, from number `first` on; the best claim comes first.

    A claim has `origin`, and gets `again`: the claims that repeat it. `names` hides paths of files.
    """
    every = list(claims)
    reports: dict[str, set[str]] = {}
    for claim in every:
        reports.setdefault(claim["origin"], set()).add(claim["report"])
    sayings = _by_origin(_without_repeats(every), list(reports))
    shown = sayings[first : first + most]
    return Side(
        side,
        len(every),
        len(sayings),
        tuple(
            Origin(len(reports[origin]), tuple(_saying(one, names) for one in some))
            for origin, some in groupby(shown, key=lambda one: str(one["origin"]))
        ),
    )


def _by_origin(claims: Iterable[Row], origins: list[str]) -> list[Row]:
    places = {origin: place for place, origin in enumerate(origins)}
    return sorted(claims, key=lambda claim: places[claim["origin"]])


def _without_repeats(claims: Iterable[Row]) -> list[Row]:
    """The claims; those of one origin with the same words and stance are one, and the rest `again`.

    Short words may be two people's, as in the dossier: they are one only if the speaker is one too.
    """
    found: dict[tuple[str, ...], Row] = {}
    for claim in claims:
        words = letters_only(claim["words"])
        name = claim["speaker"] or "" if len(words) < MIN_CHARACTERS_UNLIKE_CHANCE else ""
        key = (claim["origin"], words, claim["stance"], claim["status"] or "", letters_only(name))
        first = found.setdefault(key, claim | {"again": []})
        if first["number"] != claim["number"]:
            first["again"].append(claim)
    return list(found.values())


def _saying(claim: Row, names: PrivateNames) -> Saying:
    given = (one["reasons"] for one in (claim, *claim["again"]) if one["reasons"] != "[]")
    reasons = reasons_of(next(given, "[]"))
    return Saying(claim, tuple(names.hidden_in(reason_words(one)) for one in reasons))
