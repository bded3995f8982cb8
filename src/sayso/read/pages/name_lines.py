"""Lines that are nothing but people's names: who wrote a report, where no word and no mark says so.

Sections, places, papers and shows have the form of a name too. So a name counts only with evidence:
a known forename, a role or a date beside it, a link to its writer, a line that says who that is. A
name of unknown words counts only between title and text, and only if nothing else on the page bears it.
Better no byline than a wrong one.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache, cached_property
from itertools import islice, pairwise

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.gazetteer import gazetteer
from sayso.lexicon.nouns import nouns
from sayso.lexicon.pages import page_marks, page_words
from sayso.lexicon.people import forenames, nations
from sayso.lexicon.stamps import stamp_words
from sayso.read.bylines import (
    BETWEEN,
    NOBODY,
    Byline,
    agency_named,
    begins_with_other_work,
    name_pieces,
    without_dates,
    without_opener,
)
from sayso.read.pages.named import names_of
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown import HEADINGS, Line, Shown
from sayso.read.person_names import name_in
from sayso.read.written_dates import written_dates

MAX_LINE_CHARACTERS = 160
LINES_ABOVE_TITLE = 2
MAX_LINES_BELOW_TITLE = 8
MAX_LINES_BELOW_TEXT = 3
MAX_NAMES = 8  # in one line
MAX_LINKS = 40  # elements or links in a line's element that are looked at
LETTERS = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*\.?")
INITIAL = re.compile(r"(?:[^\W\d_]\.?){1,2}|[^\W\d_]\.-?[^\W\d_]\.")
SYMBOLS = re.compile(r"^[^\w(]+|[^\w).]+$")
REPORTS = re.compile(r"\s+report(?:s|ing)(?:\s+(?:from|in|on)\s.*)?$", re.IGNORECASE)
BIO = r"\s*(?:,[^,]{3,60},)?\s(?:is|was|covers|writes|reports|reported|has (?:covered|reported|written))\b"
PLACED = frozenset({"in", "at", "from", "for"})
# Words that papers, shows and sections make up: "Newsnight", "Newsline", "Footballtalk".
MADE_UP = re.compile(
    r"(?:news|press|media|radio|sport)\w+|\w+(?:news|times|cast|line|watch|wire|press|talk|tv)"
)
TO_WRITER = re.compile(
    r"/(?:authors?|by|bylines?|staff|people|profiles?|contributors?|writers?|reporters?|columnists?|team|journalists?)/|^mailto:",
    re.IGNORECASE,
)
TO_SUBJECT = re.compile(
    r"/(?:tags?|topics?|sections?|categor(?:y|ies)|places?|regions?|keywords?|subjects?|shows?|programmes?)/",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"\b([\w.+-]{2,40})@[\w-]+\.")


class Evidence(IntEnum):
    """How sure it is that a line names the writers."""

    NONE = 0
    FORM = 1  # it has the form of a name, and no other word of the page has it
    FORENAME = 2  # a known forename
    SAID = 3  # a role, a link, an address or another line says so


@dataclass(frozen=True, slots=True)
class _Named:
    """The people and agencies that a line names. `said` where a role or an opener is beside them."""

    people: tuple[str, ...]
    agencies: tuple[str, ...]
    said: bool
    dated: bool


def names_alone(
    shown: Shown, opening: Opening, houses: Collection[str], subjects: Collection[str]
) -> Byline:
    """The writers whom a line near the title names without saying so; nobody where it is not sure.

    `subjects` are the sections and tags that the page is filed under.
    """
    page = _Page(shown.lines, opening, houses, subjects)
    found: list[tuple[Evidence, int, _Named]] = []
    for number in page.near_title():
        named = page.named_in(number)
        if named and (evidence := page.evidence_for(named, number)):
            found.append((evidence, number, named))
    return _the_surest(found)


def signed_below(shown: Shown, opening: Opening, houses: Collection[str]) -> Byline:
    """The writers whom a line right below the text names, or says what they are."""
    page = _Page(shown.lines, opening, houses)
    if not opening.text:
        return NOBODY
    last = opening.text[-1]
    for number in range(last, min(last + 1 + MAX_LINES_BELOW_TEXT, len(page.lines))):
        line = page.lines[number]
        if not opening.holds(line.boxes):
            continue
        named = page.named_in(number) if number > last else None
        if named and page.evidence_for(named, number) >= Evidence.FORENAME:
            return Byline(named.people, named.agencies)
        if writer := page.writer_told_of(line.text):
            return Byline((writer,))
    return NOBODY


def _the_surest(found: Sequence[tuple[Evidence, int, _Named]]) -> Byline:
    """The names of the surest line and of such lines right below it; nobody where two lines that only
    have the form of names stand apart."""
    best = max((evidence for evidence, _, _ in found), default=Evidence.NONE)
    lines = [(number, named) for evidence, number, named in found if evidence is best]
    apart = any(later[0] > one[0] + 1 for one, later in pairwise(lines))
    if not lines or (apart and best is Evidence.FORM):
        return NOBODY
    read, last = NOBODY, lines[0][0] - 1
    for number, named in lines:
        if number > last + 1:
            break
        read, last = read.joined(Byline(named.people, named.agencies)), number
    return read


class _Page:
    """A page's lines, as far as they are asked whether somebody in them wrote the report."""

    def __init__(
        self,
        lines: Sequence[Line],
        opening: Opening,
        houses: Collection[str],
        subjects: Collection[str] = (),
    ) -> None:
        self.lines = lines
        self.opening = opening
        self.houses = houses
        self.subjects = {one.casefold() for one in subjects}

    def near_title(self) -> Iterator[int]:
        """The numbers of the lines of the head where a name may stand, in order."""
        title = self.opening.title
        below = 0 if title is None else title + 1
        first = min(self.opening.head.start, max(0, below - 1 - LINES_ABOVE_TITLE))
        for number in range(first, self.opening.head.stop):
            if number >= len(self.lines) or number >= below + MAX_LINES_BELOW_TITLE:
                return
            if number != title:
                yield number

    def named_in(self, number: int) -> _Named | None:
        """The people whom a line names, if it says nothing else."""
        line = self.lines[number]
        usable = (
            len(line.text) <= MAX_LINE_CHARACTERS
            and not line.is_prose
            and line.tag not in HEADINGS
            and self.opening.holds(line.boxes)
        )
        return names_only(line.spaced, self.houses) if usable else None

    def evidence_for(self, named: _Named, number: int) -> Evidence:
        """How sure it is that the people in a line wrote the report."""
        line = self.lines[number]
        links = _links_of(line)
        if any(TO_SUBJECT.search(one) for one in links) or self._is_of_subject(named, line):
            return Evidence.NONE
        if (
            named.said
            or any(TO_WRITER.search(one) for one in links)
            or any(
                self._is_told_of(name) or self._has_address(name, number) for name in named.people
            )
        ):
            return Evidence.SAID
        is_known = any(_has_known_forename(name) for name in named.people)
        title = self.opening.title
        is_above = title is not None and number < title
        if any(self._is_elsewhere(name, number) for name in named.people):
            return Evidence.FORENAME if is_known and named.dated and not is_above else Evidence.NONE
        if is_known:
            return Evidence.FORENAME
        if title is None or is_above or not self.opening.text:
            return Evidence.NONE
        strange = all(self._is_strange(name) for name in named.people)
        return Evidence.FORM if strange else Evidence.NONE

    def _is_of_subject(self, named: _Named, line: Line) -> bool:
        """Whether the line is marked as one of a subject or a picture, or names what the page is
        filed under."""
        marks = _own_marks(line)
        subject = page_marks("kicker") | page_marks("picture")
        if marks & subject and not marks & page_marks("byline"):
            return True
        return any(name.casefold() in self.subjects for name in named.people)

    def writer_told_of(self, text: str) -> str | None:
        """The person whom a line calls a writer: "Ana Vell is a reporter in Orn"."""
        hit = re.match(rf"((?:[^\W\d_][\w'’.-]*\s){{1,4}}?[^\W\d_][\w'’-]*){BIO}", text[:200])
        if not hit or not self._tells_of_writer(text):
            return None
        name = name_in(hit[1], self.houses, one_word=False)
        if not name or not has_form_of_name(name) or self._count_of(name) > 1:
            return None
        return name

    def _tells_of_writer(self, text: str) -> bool:
        words = {one.lower().strip(".") for one in LETTERS.findall(text[:200])}
        return bool(words & byline_words().roles) and not words & {"killed", "died", "arrested"}

    def _is_told_of(self, name: str) -> bool:
        """Whether a line at the end of the article says who that is."""
        text = self.opening.text
        if not text:
            return False
        bio = re.compile(rf"{re.escape(name)}{BIO}", re.IGNORECASE)
        return any(
            bio.match(line.text) and self._tells_of_writer(line.text)
            for line in self.lines[text[-1] : text[-1] + 1 + 2 * MAX_LINES_BELOW_TEXT]
        )

    def _has_address(self, name: str, number: int) -> bool:
        """Whether an e-mail address beside the line has the family name in it."""
        family = name.split()[-1].lower()
        near = self.lines[max(0, number - 1) : number + 2]
        return any(family in hit[1].lower() for line in near for hit in ADDRESS.finditer(line.text))

    def _is_elsewhere(self, name: str, number: int) -> bool:
        """Whether the name is in another line too: news of a person, a place, a paper."""
        return self._count_of(name) > _count_in(name, self.lines[number].text.casefold())

    def _count_of(self, name: str) -> int:
        return _count_in(name, self.text)

    @cached_property
    def text(self) -> str:
        """All lines of the page, in small letters."""
        return "\n".join(line.text for line in self.lines).casefold()

    def _is_strange(self, name: str) -> bool:
        """Whether no word of the name is one of the language, and the whole is no place."""
        small = {
            word
            for number in self.opening.text
            for word in LETTERS.findall(self.lines[number].text)
            if word.islower()
        }
        return (
            not any(_is_ordinary(word) or word in small for word in name.lower().split())
            and name.lower() not in nations().names
            and not gazetteer().places_named(name)
        )


def names_only(words: str, houses: Collection[str]) -> _Named | None:
    """The people whom a line names, if all of it is names, roles, places behind names, dates, agencies.

    None where it says something else, or names nobody.
    """
    people: list[str] = []
    agencies: list[str] = []
    said = False
    for given in BETWEEN.split(without_dates(words)):
        segment = SYMBOLS.sub("", given)
        if not segment or _is_about_date(segment) or _is_house(segment, houses):
            continue
        if people and _is_desk(segment):
            continue
        if segment.lower().startswith("from "):  # "From Ana Vell", and also "From Port Sellan"
            segment = segment[len("from ") :]
        rest = REPORTS.sub("", without_opener(segment))
        if begins_with_other_work(rest):
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
            elif _is_role(piece):
                said = True
            elif not (people and _is_place(piece)):
                return None
    if not 0 < len(people) <= MAX_NAMES:
        return None
    dated = bool(written_dates(words))
    return _Named(tuple(people), tuple(agencies), said, dated)


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
    return not (lexicon.labels & set(lower)) and " ".join(lower) not in page_words("sections")


def _count_in(name: str, text: str) -> int:
    """How often a name stands in a text that is in small letters."""
    return len(re.findall(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text))


def _has_known_forename(name: str) -> bool:
    first = name.split()[0].lower()
    return first in forenames() or first.split("-")[0] in forenames()


@cache
def _is_ordinary(word: str) -> bool:
    lexicon = byline_words()
    bare = word.strip(".")
    known = nouns()
    return (
        bare in lexicon.places
        or bare in lexicon.role_words
        or MADE_UP.fullmatch(bare) is not None
        or bare in nations().names
        or bare in nations().people
        or known.is_person(bare)
        or known.is_people(bare)
        or known.is_animal(bare)
        or known.is_thing(bare)
    )


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


def _is_role(piece: str) -> bool:
    """Whether a piece is a role and nothing else: "data editor", "chief water correspondent"."""
    words = piece.split()
    return _has_role(piece) and len(words) <= 6


def _is_place(piece: str) -> bool:
    """Whether a piece behind a name may be where its owner is: one word, or "Port Sellan"."""
    words = piece.lower().split()
    at = words[0] in ("in", "at", "from") if words else False
    return at or len(words) == 1 or (len(words) < 4 and words[0] in byline_words().places)


def _own_marks(line: Line) -> set[str]:
    """The words in the names of the element around a line and of those that hold its words."""
    if not line.within:
        return set(line.marks)
    block = line.within[-1]
    marks = set(names_of(block).words) if block.tag not in ("article", "section", "main") else set()
    for inner in islice(block.iterdescendants(), MAX_LINKS):
        words = (inner.text or "").strip()
        if words and words in line.text:
            marks |= names_of(inner).words
    return marks


def _links_of(line: Line) -> list[str]:
    """The addresses of the links in the innermost element around a line."""
    if not line.within or not line.linked:
        return []
    found: list[str] = []
    for link in islice(line.within[-1].iter("a"), MAX_LINKS):
        words = "".join(link.itertext()).strip()
        if words and words in line.text:
            found.append(link.get("href", ""))
    return found
