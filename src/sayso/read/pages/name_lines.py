"""Lines that are nothing but people's names: who wrote a report, where no word and no mark says so.

Sections, places, papers and shows have the form of a name too. So a name counts only with evidence:
a known forename, a role or a date beside it, a link to its writer, a line that says who that is. A
name of unknown words counts only between title and text, and only if nothing else on the page bears it.
Better no byline than a wrong one.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from functools import cached_property
from itertools import pairwise

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.gazetteer import gazetteer
from sayso.read.bare_names import (
    LETTERS,
    NamesOnly,
    has_form_of_name,
    has_known_forename,
    is_ordinary,
    is_role,
    names_only,
)
from sayso.read.bylines import NOBODY, Byline
from sayso.read.pages.line_elements import is_of_subject, is_of_turn, leads_to_writer
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import HEADINGS, Line, Shown
from sayso.read.person_names import name_in

MAX_LINE_CHARACTERS = 160
LINES_ABOVE_TITLE = 2
MAX_LINES_BELOW_TITLE = 8
MAX_LINES_BELOW_TEXT = 3
BIO = r"\s*(?:,[^,]{3,60},)?\s(?:is|was|covers|writes|reports|reported|has (?:covered|reported|written))\b"
SUFFERED = frozenset(
    {"killed", "died", "arrested", "jailed", "detained", "injured", "shot", "missing"}
)
ADDRESS = re.compile(r"\b([\w.+-]{2,40})@[\w-]+\.")


class Evidence(IntEnum):
    """How sure it is that a line names the writers."""

    NONE = 0
    FORM = 1  # it has the form of a name, and no other word of the page has it
    FORENAME = 2  # a known forename
    SAID = 3  # a role, a link, an address or another line says so


def names_alone(
    shown: Shown, opening: Opening, houses: Collection[str], subjects: Collection[str]
) -> Byline:
    """The writers that a line near the title names without saying so; none where that is not sure.

    `subjects` are the sections and tags that the page is filed under.
    """
    page = _Page(shown.lines, opening, houses, subjects)
    found: list[tuple[Evidence, int, NamesOnly]] = []
    for number in page.near_title():
        named = page.named_in(number)
        if named and (evidence := page.evidence_for(named, number)):
            found.append((evidence, number, named))
    return _the_surest(found)


def signed_below(shown: Shown, opening: Opening, houses: Collection[str]) -> Byline:
    """The writers that a line right below the text names, or says what they are."""
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


def _the_surest(found: Sequence[tuple[Evidence, int, NamesOnly]]) -> Byline:
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

    def named_in(self, number: int) -> NamesOnly | None:
        """The people that a line names, if it says nothing else."""
        line = self.lines[number]
        usable = (
            len(line.text) <= MAX_LINE_CHARACTERS
            and not line.is_prose
            and line.tag not in HEADINGS
            and self.opening.holds(line.boxes)
        )
        return names_only(line.spaced, self.houses) if usable else None

    def evidence_for(self, named: NamesOnly, number: int) -> Evidence:
        """How sure it is that the people in a line wrote the report."""
        line = self.lines[number]
        if is_of_turn(self.lines, number, self.opening.text):
            return Evidence.NONE
        filed_under = any(name.casefold() in self.subjects for name in named.people)
        if filed_under or is_of_subject(line) or self._is_below_quotation(number):
            return Evidence.NONE
        if named.said or leads_to_writer(line) or self._has_role_below(number):
            return Evidence.SAID
        if any(self._is_told_of(name) or self._has_address(name, number) for name in named.people):
            return Evidence.SAID
        is_known = any(has_known_forename(name) for name in named.people)
        title = self.opening.title
        is_above = title is not None and number < title
        if is_known:
            doubtful = any(_is_land(name) or self._is_in_story(name) for name in named.people)
            return (
                Evidence.NONE if doubtful and (is_above or not named.dated) else Evidence.FORENAME
            )
        if title is None or is_above or not self.opening.text:
            return Evidence.NONE
        if any(self._is_elsewhere(name, number) for name in named.people):
            return Evidence.NONE
        strange = all(self._is_strange(name) for name in named.people)
        return Evidence.FORM if strange else Evidence.NONE

    def writer_told_of(self, text: str) -> str | None:
        """The person that a line calls a writer: "Ana Vell is a reporter in Orn"."""
        hit = re.match(rf"((?:[^\W\d_][\w'’.-]*\s){{1,4}}?[^\W\d_][\w'’-]*){BIO}", text[:200])
        if not hit or not self._tells_of_writer(text):
            return None
        name = name_in(hit[1], self.houses, one_word=False)
        if not name or not has_form_of_name(name) or _count_in(name, self.text) > 1:
            return None
        return name

    def _tells_of_writer(self, text: str) -> bool:
        words = {one.lower().strip(".") for one in LETTERS.findall(text[:200])}
        return bool(words & byline_words().roles) and not words & SUFFERED

    def _is_below_quotation(self, number: int) -> bool:
        """Whether the line names who said the words above it."""
        above = self.lines[number - 1] if number else None
        if above is None or number - 1 == self.opening.title:
            return False
        return above.text[0] in '“„«"‘' or any(one.tag == "blockquote" for one in above.within)

    def _has_role_below(self, number: int) -> bool:
        """Whether the line below says what the writer is at the paper, and nothing else."""
        below = self.lines[number + 1 : number + 2]
        return any(is_role(line.text) and not line.is_prose for line in below)

    def _is_told_of(self, name: str) -> bool:
        """Whether a line at the end of the article says who that is, or another report is by the same
        person."""
        if re.search(rf"(?:^|\W)by:? {re.escape(name.casefold())}(?!\w)", self.text):
            return True
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

    def _is_in_story(self, name: str) -> bool:
        """Whether the title or the text tells of somebody of that name."""
        numbers = self.opening.text
        title = () if self.opening.title is None else (self.opening.title,)
        story = "\n".join(self.lines[number].text for number in (*title, *numbers))
        return _count_in(name, story.casefold()) > 0

    def _is_elsewhere(self, name: str, number: int) -> bool:
        """Whether the name is in another line too: news of a person, a place, a paper."""
        return _count_in(name, self.text) > _count_in(name, self.lines[number].text.casefold())

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
        words = name.lower().split()
        if words[-1] in byline_words().family_names:
            words.pop()
        ordinary = any(is_ordinary(word) or word in small for word in words)
        return not ordinary and not gazetteer().places_named(name)


def _is_land(name: str) -> bool:
    """Whether a name ends as those of places do: "Jordan Valley"."""
    return name.lower().split()[-1] in byline_words().lands


def _count_in(name: str, text: str) -> int:
    """How often a name stands in a text that is in small letters."""
    return len(re.findall(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text))
