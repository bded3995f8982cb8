"""Who wrote a report, by the words of its byline: people, and the agencies that it came from.

A person is known by the form of a name. Roles, places, papers, desks, addresses and what a system
leaves in place of a name are no people. Names keep the case that they have.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.outlets import known_outlets
from sayso.lexicon.people import forenames
from sayso.read.person_names import name_in, words_before_end
from sayso.read.written_dates import written_dates

MAX_LOOKED_AT_CHARACTERS = 600
MAX_AGENCY_WORDS = 4
ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*", re.IGNORECASE)
TEMPLATE = re.compile(r"[{}<>\[\]$%#=\\]|\b\w+\.\w+\.\w+|\w_\w")
BETWEEN = re.compile(r"\s*[|•·;\n]\s*|\s+[-–—]+\s+|\s*[–—]\s*")
IN_BRACKETS = re.compile(r"\(([^()]{0,80})\)")
SHORT_ENDS = (" Jr", " Sr")
AT_JOINER = re.compile(r"^(?:and|&)\s+")
# One family name with small words before it, and what else the person is called.
INVERTED = re.compile(
    r"((?:[a-zà-ÿ'’]{1,4} ){0,3}[A-ZÀ-Þ][\w'’-]+), ([A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*){0,2})"
)
AT_BY = re.compile(r"\bby:?\s+", re.IGNORECASE)


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
    """The people that a byline names.

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
    for segment in _forenames_first(BETWEEN.split(without_dates(words))):
        if not segment or TEMPLATE.search(segment):
            continue
        for piece in name_pieces(segment):
            agency = _agency_in(piece)
            if agency:
                agencies.append(agency)
            if agency != piece and (name := name_in(piece, houses, one_word=one_word)):
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


def without_dates(words: str) -> str:
    """The words with a break in place of every date and address."""
    parts, end = [], 0
    for one in written_dates(words):
        parts.append(words[end : one.start])
        end = one.end
    return ADDRESS.sub("|", " | ".join([*parts, words[end:]]))


def name_pieces(segment: str) -> Iterator[str]:
    """What may be names in a part of a byline."""
    segment = _without_other_work(
        without_opener(AT_JOINER.sub("", _with_mark(segment.strip(" ,.:\t"), segment)))
    )
    segment = _behind_by(segment)
    if begins_with_other_work(segment):
        return
    yield from IN_BRACKETS.findall(segment)
    segment = IN_BRACKETS.sub(" ", segment)
    pieces = [one.strip() for one in _between_names().split(segment)]
    if len(pieces) == 2 and _is_inverted(segment, *pieces):
        pieces = [f"{pieces[1]} {pieces[0]}"]
    for piece in pieces:
        bare = _behind_by(without_opener(_with_mark(piece.strip(" .:()"), piece)))
        if bare and not begins_with_other_work(bare):
            yield from _without_agency(bare)


@cache
def _between_names() -> re.Pattern[str]:
    joiners = "|".join(rf"\s+{re.escape(one)}\s+" for one in byline_words().joiners)
    return re.compile(rf"\s*[,/]\s*(?:(?:and|&)\s+)?|{joiners}", re.IGNORECASE)


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
    works = {one.removesuffix(" by").removesuffix(":") for one in byline_words().others}
    others = "|".join(map(re.escape, sorted(works, key=len, reverse=True)))
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


def without_opener(words: str) -> str:
    """A part of a byline without what stands before its first name: "Reported by", "Words:"."""
    lower = words.lower()
    for opener in byline_words().openers:
        if lower.startswith(opener) and not lower[len(opener) : len(opener) + 1].isalnum():
            return without_opener(words[len(opener) :].lstrip(" :\t"))
    return words


def begins_with_other_work(words: str) -> bool:
    """Whether a part of a byline names people who did something else: "Photo: Ana Teller"."""
    return words.lower().startswith(byline_words().others)


def _behind_by(words: str) -> str:
    by = AT_BY.search(words)
    return (
        words[by.end() :] if by and by.start() > 0 and not begins_with_other_work(words) else words
    )


def _forenames_first(segments: list[str]) -> list[str]:
    """The parts of a byline; those of "Teller, Ana; Okada, Rufus" as people write them."""
    turned = [forename_first(one.strip()) for one in segments]
    is_list = len(segments) > 1 and all(map(str.__ne__, turned, map(str.strip, segments)))
    return turned if is_list else segments


def forename_first(name: str) -> str:
    """A name with the family name last, if it has the form "de Hals, Ruud".

    >>> forename_first("de Hals, Ruud"), forename_first("Ana Teller")
    ('Ruud de Hals', 'Ana Teller')
    """
    hit = INVERTED.fullmatch(name)
    return f"{hit[2]} {hit[1]}" if hit else name


def _with_mark(bare: str, given: str) -> str:
    """The name with the mark of "Jr." that was taken off with others."""
    return f"{bare}." if bare.endswith(SHORT_ENDS) and f"{bare}." in given else bare


def _agency_in(piece: str) -> str | None:
    """The agency that a piece is, or whose writer it is: "Associated Press Writer"."""
    lexicon = byline_words()
    words = words_before_end(piece.split(), lexicon)
    for number, word in enumerate(words):
        if word.lower().strip(".,:;") in lexicon.roles:
            return agency_named(" ".join(words[:number]))
    for size in range(len(words), 0, -1):
        agency = agency_named(" ".join(words[:size]))
        if agency:
            return agency
        if words[size - 1].lower() not in lexicon.bodies:
            return None
    return None
