"""Lines that say nothing but whose they are: names, with roles, places, dates and papers beside them.

What is read off such a line is only what it may mean; where it stands decides whether it is a byline.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.pages import page_words
from sayso.lexicon.people import forenames, nations
from sayso.lexicon.stamps import stamp_words
from sayso.read.bylines import (
    BETWEEN,
    agency_named,
    begins_with_other_work,
    name_pieces,
    without_dates,
    without_opener,
)
from sayso.read.person_names import name_in
from sayso.read.written_dates import written_dates

MAX_NAMES = 8  # in one line
LETTERS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}|[^\W\d_]\.-?[^\W\d_]\.")
SYMBOLS = re.compile(r"^[^\w(]+|[^\w).]+$")
REPORTS = re.compile(r"\s+report(?:s|ing)(?:\s+(?:from|in|on)\s.*)?$", re.IGNORECASE)
OF_PICTURE = re.compile(r"\w\s?/\s?\w[^/]*$")  # "Ana Vell/AFP"
PLACED = frozenset({"in", "at", "from", "for"})
# Words that papers, shows and sections make up: "Newsnight", "Newsline", "Footballtalk".
MADE_UP = re.compile(
    r"(?:news|press|media|radio|sport)\w+|\w+(?:news|times|cast|line|watch|wire|press|talk|tv)"
)


@dataclass(frozen=True, slots=True)
class NamesOnly:
    """The people and agencies that a line names. `said` where a role or an opener is beside them."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]
    said: bool
    dated: bool


def names_only(words: str, houses: Collection[str]) -> NamesOnly | None:
    """The people that a line names, if all of it is names, roles, places behind names, dates, agencies.

    None where it says something else, or names nobody.
    """
    people: list[str] = []
    agencies: list[str] = []
    said = False
    for given in BETWEEN.split(_yearless_day().sub(" | ", without_dates(words))):
        segment = SYMBOLS.sub("", given)
        if not segment or _is_about_date(segment) or _is_house(segment, houses):
            continue
        if people and _is_desk(segment):
            continue
        if segment.lower().startswith("from "):  # "From Ana Vell", and also "From Port Sellan"
            segment = segment[len("from ") :]
        rest = REPORTS.sub("", without_opener(segment))
        if begins_with_other_work(rest):
            if not people:
                return None
            break
        if OF_PICTURE.search(rest) and agency_named(rest.split("/")[-1]):
            return None
        said = said or rest != segment
        for piece in name_pieces(rest):
            agency = agency_named(piece)
            name = name_in(piece, houses, one_word=False) if _has_place_at_most(piece) else None
            if agency:
                agencies.append(agency)
            elif name and has_form_of_name(name):
                people.append(name)
                said = said or _has_role(piece)
            elif is_role(piece):
                said = True
            elif not (people and _is_place(piece)):
                return None
    if not 0 < len(people) <= MAX_NAMES:
        return None
    dated = bool(written_dates(words))
    return NamesOnly(tuple(people), tuple(agencies), said, dated)


def has_form_of_name(name: str) -> bool:
    """Whether words have the form of a whole name: two to four with capitals, the last one no initial.

    >>> has_form_of_name("J. P. O’Hanlon"), has_form_of_name("World News"), has_form_of_name("Ana")
    (True, False, False)
    """
    words = name.split()
    lexicon = byline_words()
    small = [one for one in words if one.islower()]
    large = [one for one in words if not one.islower()]
    ends = {"jr", "sr", "ii", "iii"}
    core = [one for one in large if one.lower().strip(".") not in ends]
    if not 2 <= len(core) <= 4 or any(one.strip(".'’") not in lexicon.particles for one in small):
        return False
    if not all(LETTERS.fullmatch(one) for one in words) or INITIAL.fullmatch(core[-1]):
        return False
    lower = [one.lower().strip(".") for one in core]
    whole = " ".join(lower)
    if whole in nations().names or whole in nations().capitals:
        return False
    return not (lexicon.labels & set(lower)) and whole not in page_words("sections")


def has_known_forename(name: str) -> bool:
    """Whether a name begins with a forename of forenames.toml."""
    first = name.split()[0].lower()
    return first in forenames() or first.split("-")[0] in forenames()


@lru_cache(maxsize=4_096)
def is_ordinary(word: str) -> bool:
    """Whether a word in small letters is one that the language has for things, people or places."""
    lexicon = byline_words()
    bare = word.strip(".")
    known = nouns()
    return (
        bare in lexicon.places
        or bare in lexicon.role_words
        or bare in lexicon.shared
        or bare in lexicon.lands
        or MADE_UP.fullmatch(bare) is not None
        or bare in nations().names
        or bare in nations().people
        or known.is_person(bare)
        or known.is_people(bare)
        or known.is_animal(bare)
        or known.is_thing(bare)
    )


@cache
def _yearless_day() -> re.Pattern[str]:
    """A day as pages show it beside a machine's date: "6 Nov"."""
    months = "|".join(map(re.escape, stamp_words().months))
    return re.compile(rf"\b\d\d?\.?\s(?:{months})\b\.?|\b(?:{months})\.?\s\d\d?\b", re.IGNORECASE)


def _is_about_date(segment: str) -> bool:
    """Whether a part of a line only labels a date, or says how long reading takes."""
    lexicon = stamp_words()
    words = [one.lower().strip(".") for one in LETTERS.findall(segment)]
    kinds = (lexicon.fill, lexicon.months, lexicon.weekdays, lexicon.zones)
    return all(any(word in kind for kind in kinds) for word in words)


def _is_house(segment: str, houses: Collection[str]) -> bool:
    own = segment.casefold()
    return own in page_words("sections") or any(own == one.casefold() for one in houses)


def _is_desk(segment: str) -> bool:
    """Whether a part of a line behind a name is that of a paper or a desk: "Lantern News"."""
    words = segment.lower().split()
    return len(words) <= 5 and not byline_words().bodies.isdisjoint(words)


def _has_place_at_most(piece: str) -> bool:
    """Whether a small word in a piece stands before a place or a paper: "in Orn", not "on the strike"."""
    words = piece.split()
    upper = piece.isupper()
    at = [
        n
        for n, one in enumerate(words)
        if one.lower() in byline_words().prepositions and (one.islower() or upper)
    ]
    if not at:
        return True
    behind = words[at[0] + 1 :]
    return (
        words[at[0]].lower() in PLACED
        and bool(behind)
        and all(one[0].isupper() or one == "the" for one in behind)
    )


def _has_role(piece: str) -> bool:
    return any(one.lower().strip(".,:;") in byline_words().roles for one in piece.split())


def is_role(piece: str) -> bool:
    """Whether a piece is a role and nothing else: "data editor", "chief water correspondent"."""
    words = piece.split()
    return _has_role(piece) and len(words) <= 6


def _is_place(piece: str) -> bool:
    """Whether a piece behind a name may be where its owner is: one word, or "Port Sellan"."""
    words = piece.split()
    if not all(one[0].isupper() for one in words) or nouns().is_person(words[0].lower()):
        return False
    return len(words) == 1 or (len(words) < 4 and words[0].lower() in byline_words().places)
