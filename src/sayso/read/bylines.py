"""Who wrote a report, by the words of its byline: people, and the agencies that it came from.

A person is known by the form of a name. Roles, places, papers, desks, addresses and what a system
leaves in place of a name are no people. Names keep the case that they have.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.bylines import BylineWords, byline_words
from sayso.lexicon.outlets import known_outlets
from sayso.lexicon.people import forenames, titles
from sayso.lexicon.stamps import stamp_words
from sayso.read.written_dates import written_dates

MAX_LOOKED_AT_CHARACTERS = 600
MAX_NAME_CHARACTERS, MAX_NAME_WORDS, MAX_AGENCY_WORDS = 60, 6, 4
ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*", re.IGNORECASE)
TEMPLATE = re.compile(r"[{}<>\[\]$%#=\\]|\b\w+\.\w+\.\w+|\w_\w")
BETWEEN = re.compile(r"\s*[|•·;\n]\s*|\s+[-–—]+\s+|\s*[–—]\s*")
IN_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
AT_BY = re.compile(r"\bby:?\s+", re.IGNORECASE)
SMALL_BEGIN = re.compile(r"(?:al|el|an|as|ad|ar|at|d|l|o|m|t)['’-](?=\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """The people and the news agencies that a byline names, each once and in its order."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()

    @property
    def words(self) -> str | None:
        """The people's names, joined by ", "."""
        return ", ".join(self.people) or None

    def joined(self, other: "Byline") -> "Byline":
        """The people and agencies of both."""
        return Byline(
            _each_once((*self.people, *other.people)),
            agencies_once((*self.agencies, *other.agencies)),
        )


NOBODY = Byline()


def byline_in(words: str, houses: Collection[str] = (), *, one_word: bool = False) -> Byline:
    """Whom a byline names.

    `houses` are names of the outlet and its publisher: they are no people. With `one_word`, a
    single word may be a name even if it is no known forename.

    >>> byline_in("By ANA TELLER and Rufus Okada, Associated Press")
    Byline(people=('ANA TELLER', 'Rufus Okada'), agencies=('Associated Press',))
    >>> byline_in("page.head.extra.author"), byline_in("Staff")
    (Byline(people=(), agencies=()), Byline(people=(), agencies=()))
    """
    words = words.strip()[:MAX_LOOKED_AT_CHARACTERS]
    people: list[str] = []
    agencies: list[str] = []
    for segment in BETWEEN.split(_without_dates(words)):
        if not segment or TEMPLATE.search(segment):
            continue
        for piece in _pieces_of(segment):
            agency = _agency_in(piece)
            if agency:
                agencies.append(agency)
            if agency != piece and (name := _name_in(piece, houses, one_word=one_word)):
                people.append(name)
    return Byline(_each_once(people), agencies_once(agencies))


def agency_named(words: str) -> str | None:
    """The news agency that the words are the name of, as they write it; None if they are none.

    >>> agency_named("the Associated Press"), agency_named("Ana Teller")
    ('Associated Press', None)
    """
    name = re.sub(r"^(?:the|The|THE)\s+", "", words.strip(" .,:()"))
    known = byline_words().agencies
    if name in known or f"The {name}" in known:
        return name
    return name if name.isupper() and name.title() in known else None


def agencies_once(names: Iterable[str]) -> tuple[str, ...]:
    """The names, without one that is another name of an agency named before."""
    forms = known_outlets().forms
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(forms.get(name, forms.get(name.title(), name)), name)
    return tuple(kept.values())


def _each_once(names: Collection[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        key = name.casefold()
        if key not in kept or (kept[key].isupper() and not name.isupper()):
            kept[key] = name
    return tuple(kept.values())


def _without_dates(words: str) -> str:
    """The words with a break in place of every date and address."""
    parts, end = [], 0
    for one in written_dates(words):
        parts.append(words[end : one.start])
        end = one.end
    return ADDRESS.sub("|", " | ".join([*parts, words[end:]]))


def _pieces_of(segment: str) -> Iterator[str]:
    """What may be names in a part of a byline."""
    lexicon = byline_words()
    segment = _without_opener(_without_other_work(segment.strip(" ,.:\t")), lexicon)
    if segment.lower().startswith(lexicon.others):
        return
    yield from IN_BRACKETS.findall(segment)
    segment = IN_BRACKETS.sub("", segment)
    joiners = "|".join(rf"\s+{re.escape(one)}\s+" for one in lexicon.joiners)
    pieces = [
        one.strip() for one in re.split(rf"\s*[,/]\s*|{joiners}", segment, flags=re.IGNORECASE)
    ]
    if len(pieces) == 2 and _is_inverted(segment, *pieces):
        pieces = [f"{pieces[1]} {pieces[0]}"]
    for piece in pieces:
        bare = _without_opener(piece.strip(" .:()"), lexicon)
        if bare and not bare.lower().startswith(lexicon.others):
            yield from _without_agency(bare)


def _without_agency(piece: str) -> Iterator[str]:
    """A name and the agency behind it, if no comma stands between them."""
    words = piece.split()
    for size in range(min(MAX_AGENCY_WORDS, len(words) - 2), 0, -1):
        agency = agency_named(" ".join(words[-size:]))
        if agency and agency not in known_outlets().usual:
            yield " ".join(words[:-size])
            yield agency
            return
    yield piece


def _without_other_work(segment: str) -> str:
    """A part of a byline up to those who did something else: "Reviewed by"."""
    found = _other_work().search(segment, 1)
    return segment[: found.start()] if found else segment


@cache
def _other_work() -> re.Pattern[str]:
    others = "|".join(map(re.escape, byline_words().others))
    return re.compile(rf"\b(?:{others})(?: by\b|:)", re.IGNORECASE)


def _is_inverted(segment: str, family: str, given: str) -> bool:
    """Whether the pieces of "Teller, Ana" are family name and forename."""
    known = forenames()
    first = given.split(" ")[0].lower()
    return (
        "," in segment
        and " " not in family
        and family.istitle()
        and first in known
        and family.lower() not in known
        and given.count(" ") <= 1
    )


def _without_opener(words: str, lexicon: BylineWords) -> str:
    lower = words.lower()
    for opener in lexicon.openers:
        if lower.startswith(opener) and not lower[len(opener) : len(opener) + 1].isalnum():
            return _without_opener(words[len(opener) :].lstrip(" :\t"), lexicon)
    by = AT_BY.search(words)
    if by and by.start() > 0 and not words.lower().startswith(lexicon.others):
        return words[by.end() :]
    return words


def _agency_in(piece: str) -> str | None:
    """The agency that a piece is, or whose writer it is: "Associated Press Writer"."""
    lexicon = byline_words()
    words = _words_before_end(piece.split(), lexicon)
    for number, word in enumerate(words):
        if word.lower().strip(".,:;") in lexicon.roles:
            return agency_named(" ".join(words[:number]))
    return agency_named(" ".join(words))


def _name_in(piece: str, houses: Collection[str], *, one_word: bool) -> str | None:
    """The name in a piece of a byline, without role and place; None if there is none."""
    lexicon = byline_words()
    words = _words_before_end(_ends().split(piece, maxsplit=1)[0].split(), lexicon)
    words = _words_without_role(words, lexicon)
    while words and words[-1].lower().strip(".,()") in lexicon.behind and len(words) > 2:
        words.pop()
    name = " ".join(words).strip(" ,.:;'\"“”‘’") if not _ends_in_initial(words) else " ".join(words)
    return name if _is_name(name, houses, lexicon, one_word=one_word) else None


def _ends_in_initial(words: list[str]) -> bool:
    return bool(words) and words[-1].lower() in ("jr.", "sr.")


@cache
def _ends() -> re.Pattern[str]:
    """What ends a name; a link's words may follow it without a space."""
    ends = "|".join(map(re.escape, byline_words().ends))
    return re.compile(rf"(?:\b|(?<=[a-z])(?=[A-Z]))(?i:{ends})\b")


def _words_before_end(words: list[str], lexicon: BylineWords) -> list[str]:
    upper = " ".join(words).isupper()
    weekdays = {one for one in stamp_words().weekdays if one.endswith("day")}
    for number, word in enumerate(words):
        lower = word.lower().strip(",.:;")
        said = lower in lexicon.prepositions and (word.islower() or upper)
        if lower in weekdays or said or word.startswith("@"):
            return words[:number]
    return words


def _words_without_role(words: list[str], lexicon: BylineWords) -> list[str]:
    """The words without a role before or behind a name; none if they are a role alone."""
    bare = [one.lower().strip(",.:;") for one in words]
    where = [number for number, one in enumerate(bare) if one in lexicon.roles]
    if not where:
        return words
    first = where[0]
    while first and bare[first - 1] in lexicon.role_words:
        first -= 1
    before, after = words[:first], words[where[-1] + 1 :]
    if len(after) > 1 and all(one[0].isupper() for one in after):
        return after
    # "Port Sellan correspondent" has the form of a name and a role; a known forename tells them apart.
    known = bool(bare) and bare[0] in forenames()
    return before if known or (before and words[first][0].isupper()) else []


def _is_name(name: str, houses: Collection[str], lexicon: BylineWords, *, one_word: bool) -> bool:
    words = name.split()
    lower = [one.lower().strip(".,'’") for one in words]
    if not words or len(name) > MAX_NAME_CHARACTERS or len(words) > MAX_NAME_WORDS:
        return False
    if (
        not all(WORD.fullmatch(one.strip("\"'“”‘’")) for one in words)
        or set(lower) & lexicon.bodies
    ):
        return False
    if any(one in lexicon.roles for one in lower) or lower[0] in ("the", "a", "an", "our"):
        return False
    if lower[0] in lexicon.places and lower[0] not in forenames():
        return False
    if (
        _is_house(name, houses, known_forename=lower[0] in forenames())
        or name in known_outlets().forms
    ):
        return False
    if not name.isupper() and any(one.isupper() and one in known_outlets().forms for one in words):
        return False
    if len(words) == 1:
        return _is_one_word_name(name, lower[0], one_word=one_word)
    called = [one for one in words if one.lower().strip(".") not in titles().address]
    return bool(called) and all(_begins_like_name(one, lexicon) for one in words)


def _begins_like_name(word: str, lexicon: BylineWords) -> bool:
    bare = SMALL_BEGIN.sub("", word, count=1) or word
    return (
        not bare[0].islower()
        or word.lower().strip(".") in lexicon.particles
        or not word[0].islower()
    )


def _is_one_word_name(name: str, lower: str, *, one_word: bool) -> bool:
    if name.isupper() or len(name) < 3 or not name[0].isupper() or not name[1:].islower():
        return False
    return one_word or lower in forenames()


def _is_house(name: str, houses: Collection[str], *, known_forename: bool) -> bool:
    """Whether the name is that of the outlet or a part of it; a blog may bear its writer's name."""
    squeezed = _squeezed(name)
    for house in houses:
        own = _squeezed(house)
        if squeezed == own and not known_forename:
            return True
        if set(name.lower().split()) < set(house.lower().split()) and not known_forename:
            return True
    return False


def _squeezed(name: str) -> str:
    return re.sub(r"\W+|^the\b", "", name.lower())
