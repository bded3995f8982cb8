"""What the elements around a line, and the links in it, say of what the line names."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from sayso.lexicon.pages import page_marks
from sayso.read.pages.named import names_of
from sayso.read.pages.shown_lines import Line

MIN_TURNS = 3
MAX_INSIDE = 40  # elements inside a line's own that are looked at
OF_WRITER = re.compile(r"avatar|author|byline|headshot|profile|portrait|staff", re.IGNORECASE)
TO_WRITER = re.compile(
    r"/(?:authors?|by|bylines?|staff|people|profiles?|contributors?|writers?|reporters?|columnists?|team|journalists?)/|^mailto:",
    re.IGNORECASE,
)
TO_SUBJECT = re.compile(
    r"/(?:tags?|topics?|sections?|categor(?:y|ies)|places?|regions?|keywords?|subjects?|shows?|programmes?)/",
    re.IGNORECASE,
)


def leads_to_writer(line: Line) -> bool:
    """Whether a link in the line leads to the page of a writer, or to an address."""
    return any(TO_WRITER.search(one) for one in _links_of(line))


def is_of_subject(line: Line) -> bool:
    """Whether the line is marked as a subject, a place or a picture's, or leads to a subject's page."""
    marks = _own_marks(line)
    subject = page_marks("kicker") | page_marks("no_writer")
    if marks & page_marks("byline"):
        return False
    if marks & subject or _is_below_picture(line):
        return True
    return any(TO_SUBJECT.search(one) for one in _links_of(line))


def is_of_turn(lines: Sequence[Line], number: int, text: Sequence[int]) -> bool:
    """Whether the line names who speaks below it: it comes back, or is one of several of its class, with
    running text right below each. `text` are the numbers of the lines of running text."""
    said, own = lines[number].text, _class_of(lines[number])
    headed = [lines[one] for one in {one - back for one in text for back in (1, 2)} if one > number]
    alike = sum(_class_of(one) == own for one in headed) if own else 0
    return alike >= MIN_TURNS - 1 or any(one.text == said for one in headed)


def _class_of(line: Line) -> str | None:
    return line.within[-1].get("class") if line.within else None


def _is_below_picture(line: Line) -> bool:
    """Whether the line shares its element with a picture that is not one of its writer."""
    for image in islice(line.within[-1].iter("img"), MAX_INSIDE) if line.within else ():
        names = " ".join(image.get(key, "") for key in ("src", "class", "id"))
        alt = image.get("alt", "").strip()
        if not OF_WRITER.search(names) and not (alt and alt in line.text):
            return True
    return False


def _own_marks(line: Line) -> set[str]:
    """The words in the names of the element around a line and of those that hold its words."""
    if not line.within:
        return set(line.marks)
    block = line.within[-1]
    lists = line.within[-2:-1] if block.tag == "li" else ()
    marks = set[str]().union(*(names_of(one).words for one in lists))
    marks |= (
        set(names_of(block).words) if block.tag not in ("article", "section", "main") else set()
    )
    for inner in islice(block.iterdescendants(), MAX_INSIDE):
        words = (inner.text or "").strip()
        if words and words in line.text:
            marks |= names_of(inner).words
    return marks


def _links_of(line: Line) -> Iterator[str]:
    """The addresses of the links in the innermost element around a line."""
    if not line.within or not line.linked:
        return
    for link in islice(line.within[-1].iter("a"), MAX_INSIDE):
        words = "".join(link.itertext()).strip()
        if words and words in line.text:
            yield link.get("href", "")
