"""Who wrote a report, and which agencies it credits, as its page says it.

What readers see beside the title counts more than what fields say, unless the fields name more of
the same people. Organisations are no people.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from sayso.lexicon.bylines import byline_words
from sayso.lexicon.pages import page_marks, page_names
from sayso.read.bylines import NOBODY, Byline, byline_in, forename_first
from sayso.read.pages.linked import Linked
from sayso.read.pages.name_lines import names_alone, signed_below
from sayso.read.pages.opening import Opening
from sayso.read.pages.shown_lines import Line, Marked, Shown
from sayso.read.pages.stated import Metas, contents_named, web_address

MAX_BYLINE_CHARACTERS = 200
OF_LIBRARIES = ("dc.", "dcterms.", "citation_")  # their fields have the family name first
POSTED_BY = re.compile(
    r"(?:posted|published|written|submitted|filed|updated|created|added)\b.{0,80}\bby\s",
    re.IGNORECASE,
)
AT_FOOT = re.compile(r"[(\[]?(?:reporting|reported|written|story|words) by\s", re.IGNORECASE)


def byline_of(
    metas: Metas, linked: Linked, shown: Shown, opening: Opening, houses: Collection[str]
) -> Byline:
    """The people and agencies that the page names as its writers."""
    seen = _seen_byline(shown, opening, houses)
    stated = _stated_byline(metas, linked, houses)
    if not seen.people:
        subjects = [*contents_named(metas, "section"), *contents_named(metas, "subjects")]
        named = [part.strip() for one in subjects for part in re.split(r"[,;|]", one)]
        alone = names_alone(shown, opening, houses, named)
        if _includes(alone, stated):
            seen = seen.joined(alone)
    people = _people_of(seen.people, stated.people)
    if not people:
        people = (
            _elsewhere(shown, opening, houses).people
            or _at_foot(shown.lines, opening, houses).people
            or signed_below(shown, opening, houses).people
        )
    return Byline(people, seen.joined(stated).agencies)


def _people_of(seen: tuple[str, ...], stated: tuple[str, ...]) -> tuple[str, ...]:
    """Those seen, or those stated if they are the same and more; in capitals only if all are."""
    there = {one.casefold(): one for one in stated}
    shown = {one.casefold(): one for one in seen}
    if not seen or shown.keys() <= there.keys():
        return tuple(shown.get(one.casefold(), one) if one.isupper() else one for one in stated)
    return tuple(there.get(one.casefold(), one) if one.isupper() else one for one in seen)


def _stated_byline(metas: Metas, linked: Linked, houses: Collection[str]) -> Byline:
    """What the fields say: the first that names a person counts, and every agency."""
    found = NOBODY
    for name in linked.people:
        found = found.joined(byline_in(name, houses, one_word=True))
    for name in (*linked.houses, *linked.source):
        found = Byline(found.people, found.joined(byline_in(name, houses)).agencies)
    for field in page_names("byline"):
        given = [one for one in metas.get(field, ()) if web_address(one) is None]
        if field == "twitter:data1" and not _is_author_label(metas):
            continue
        more = NOBODY
        is_library = field.startswith(OF_LIBRARIES)
        for one in given:
            more = more.joined(byline_in(forename_first(one) if is_library else one, houses))
        people = found.people or more.people
        found = Byline(people, found.joined(more).agencies)
    return found


def _is_author_label(metas: Metas) -> bool:
    """Whether the first line of a card for posts names the author: its label says so."""
    return any(_at_byline().match(f"{one} ") for one in metas.get("twitter:label1", ()))


def _seen_byline(shown: Shown, opening: Opening, houses: Collection[str]) -> Byline:
    """What stands in the head of the article: in elements marked as a byline, and behind "By"."""
    head = opening.head
    marked = [
        one
        for one in shown.marked
        if one.line in head
        and opening.holds(one.boxes)
        and one.words & page_marks("byline")
        and one.text
    ]
    inner = NOBODY
    outer = NOBODY
    for one in marked:
        if len(one.text) > MAX_BYLINE_CHARACTERS or one.text.count("\n") > 5:
            continue
        is_name = bool(one.words & {"author", "name", "writer"}) and one.element.tag in (
            "a",
            "span",
            "cite",
        )
        read = byline_in(one.text, houses, one_word=is_name and not _at_byline().match(one.text))
        if is_name:
            inner = inner.joined(read)
        outer = outer.joined(read) if not outer.people or _includes(read, outer) else outer
    lines = [
        shown.lines[number]
        for number in head
        if number < len(shown.lines) and number != opening.title
    ]
    for line in lines:
        if _is_byline(line, opening):
            outer = outer.joined(byline_in(line.spaced, houses))
    return _more_exact(inner, outer)


def _more_exact(inner: Byline, outer: Byline) -> Byline:
    """The names in the outer elements, if they hold those of the inner ones; else the inner ones."""
    agencies = inner.joined(outer).agencies
    people = outer.people if _includes(outer, inner) else inner.people
    return Byline(people, agencies)


def _includes(one: Byline, other: Byline) -> bool:
    return {name.casefold() for name in other.people} <= {name.casefold() for name in one.people}


@cache
def _at_byline() -> re.Pattern[str]:
    openers = "|".join(map(re.escape, byline_words().openers))
    return re.compile(rf"(?:{openers})(?!\w):?\s", re.IGNORECASE)


def _is_byline(line: Line, opening: Opening) -> bool:
    return (
        (_at_byline().match(line.text) or POSTED_BY.match(line.text)) is not None
        and len(line.text) <= MAX_BYLINE_CHARACTERS
        and not line.is_prose
        and opening.holds(line.boxes)
    )


def _elsewhere(shown: Shown, opening: Opening, houses: Collection[str]) -> Byline:
    """The people in marked elements outside the head, if all name the same."""
    found = {
        read.people
        for one in shown.marked
        if one.words & page_marks("byline")
        and one.text
        and opening.holds(one.boxes)
        and len(one.text) <= MAX_BYLINE_CHARACTERS
        and (read := byline_in(one.text, houses)).people
    }
    return Byline(found.pop()) if len(found) == 1 else NOBODY


def _at_foot(lines: Sequence[Line], opening: Opening, houses: Collection[str]) -> Byline:
    """The people that a line below the text names: "(Reporting by Ana Teller in Orn; editing by …)"."""
    for number in reversed(opening.whole):
        if (
            number < len(lines)
            and AT_FOOT.match(lines[number].text)
            and opening.holds(lines[number].boxes)
        ):
            words = lines[number].text.strip("()[]")
            if len(words) <= 2 * MAX_BYLINE_CHARACTERS:
                return byline_in(words, houses)
    return NOBODY


def names_marked(marked: Iterable[Marked], opening: Opening) -> Iterator[str]:
    """The text of marked bylines in the head: a date's line may hold it."""
    for one in marked:
        if one.line in opening.head and one.words & page_marks("byline"):
            yield one.text
