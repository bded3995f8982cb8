"""Where on a page its article begins: the title's line, and the lines of the head below it."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from sayso.lexicon.pages import page_marks
from sayso.read.pages.named import names_of
from sayso.read.pages.shown_lines import HEADINGS, Line

LINES_ABOVE = 6  # above the title, where its date or section may stand
MAX_HEAD_LINES = 40  # between the title and the text
LINES_BELOW = 6  # below the text, where credits and dates may stand
MIN_SHARE_OF_WORDS = 0.6  # of the shorter of a heading and a title
MAX_LINES_BETWEEN = 8  # a standfirst and the text
MAX_COMPARED_CHARACTERS = 1_000  # of a line or a title
MIN_TITLE_WORDS = 4  # of a part of a page's title that is the title of its report
WORD = re.compile(r"\w+")
# What stands between a title, a section and an outlet's name.
BETWEEN = re.compile(r"\s+[|–—·•»›«:/-]+\s+|\s*[|»›«]\s*|\s*::\s*|:\s+")
AT_HEAD = re.compile(r"(?:by|published|updated|posted)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Opening:
    """The head of an article on its page, by numbers of lines.

    `title` is the title's line, None where none is found; `head` are the lines around it, up to the
    text; `text` are the lines of running text; `around` are elements that hold the title, whatever their
    names say.
    """

    title: int | None
    head: range
    text: tuple[int, ...]
    around: frozenset[HtmlElement]

    def holds(self, boxes: Collection[HtmlElement]) -> bool:
        """Whether what lies in these boxes belongs to the article: the title lies in them too."""
        return self.around.issuperset(boxes)

    @property
    def whole(self) -> range:
        """The lines from the head to what stands below the text."""
        last = self.text[-1] if self.text else self.head.stop
        return range(self.head.start, last + 1 + LINES_BELOW)


def words_in(text: str) -> list[str]:
    """The words of a line as they are compared."""
    return WORD.findall(text[:MAX_COMPARED_CHARACTERS].casefold())


def is_like(one: str, other: str) -> bool:
    """Whether two titles say the same: most words of the shorter one are in the other."""
    first, second = set(words_in(one)), set(words_in(other))
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= MIN_SHARE_OF_WORDS * shorter


def title_line(
    lines: Sequence[Line], stated: Sequence[str], outlets: Sequence[str] = ()
) -> int | None:
    """The line of the title: the heading that is most like what the page states of it.

    Without such a heading: a line that is exactly a stated title, or the only main heading. A heading
    that is the outlet's name is none.
    """
    others = set(_outlet_headings(lines, stated, outlets))
    parts = [*stated, *_long_parts(stated)]
    found = _most_like(lines, stated, frozenset({"h1"}), others)
    if found is None:
        found = _most_like(lines, parts if others else stated, HEADINGS, others, exactly=True)
    for tags in (HEADINGS, None):
        if found is None:
            found = _most_like(lines, parts, tags, others, exactly=True)
    if found is not None:
        return found
    for tag in ("h1", "h2") if others else ("h1",):
        main = [n for n, line in enumerate(lines) if line.tag == tag and n not in others]
        if len(main) == 1:
            return main[0]
    return None


def _outlet_headings(
    lines: Sequence[Line], stated: Sequence[str], outlets: Sequence[str]
) -> Iterator[int]:
    """The main headings that are the outlet's name: it is stated, or it is a part of the page's title
    and a longer part has a heading of its own."""
    known = {tuple(words_in(one)) for one in outlets}
    parts = {tuple(words_in(part)) for one in stated for part in BETWEEN.split(one)}
    headings = [
        (number, line.tag, tuple(words_in(line.text)))
        for number, line in enumerate(lines)
        if line.tag in HEADINGS
    ]
    longest = max((len(words) for _, _, words in headings if words in parts), default=0)
    for number, tag, words in headings:
        is_part = words in parts and len(words) < longest and _has_capitals(lines[number].text)
        own = lines[number].within[-1:]
        is_marked = any(names_of(one).words & page_marks("masthead") for one in own)
        if tag == "h1" and (words in known or is_part or is_marked):
            yield number


def _has_capitals(text: str) -> bool:
    """Whether a line has the form of an outlet's name: few words, with capitals."""
    words = text.split()
    return len(words) <= MIN_TITLE_WORDS and all(
        one[0].isupper() or one in ("of", "the", "and") for one in words
    )


def _long_parts(stated: Sequence[str]) -> list[str]:
    """The parts of stated titles that may be a title: "The Lantern - Market shelled in Orn"."""
    parts = (part for one in stated for part in BETWEEN.split(one))
    return [part for part in parts if len(words_in(part)) >= MIN_TITLE_WORDS]


def _most_like(
    lines: Sequence[Line],
    stated: Sequence[str],
    tags: frozenset[str] | None,
    others: Collection[int],
    *,
    exactly: bool = False,
) -> int | None:
    titles = [set(words_in(one)) for one in stated]
    best, most = None, 0.0
    for number, line in enumerate(lines):
        if (tags is not None and line.tag not in tags) or number in others:
            continue
        words = set(words_in(line.text))
        for title in titles:
            share = _share_alike(words, title, exactly=exactly)
            if share > most or (
                share == most
                and share
                and best is not None
                and lines[best].boxes
                and not line.boxes
            ):
                best, most = number, share
    return best


def _share_alike(words: set[str], title: set[str], *, exactly: bool) -> float:
    if exactly:
        return float(words == title and bool(title))
    shorter = min(len(words), len(title))
    share = len(words & title) / shorter if shorter else 0.0
    if shorter < 3 and words != title:  # a section or an outlet may be a word of the title
        return 0.0
    return share + len(words & title) / 1_000 if share >= MIN_SHARE_OF_WORDS else 0.0


def opening_of(lines: Sequence[Line], title: int | None) -> Opening:
    """The head and the text below a title; without a title, of the whole page."""
    around = frozenset(lines[title].boxes) if title is not None else frozenset[HtmlElement]()
    text = tuple(
        number
        for number, line in enumerate(lines)
        if line.is_prose and around.issuperset(line.boxes) and (title is None or number > title)
    )
    first = 0 if title is None else _first_near(lines, title)
    after = 0 if title is None else title
    return Opening(title, range(first, _end_of_head(lines, text, after)), text, around)


def _first_near(lines: Sequence[Line], title: int) -> int:
    """The first of the lines right above the title that share an inner element with it.

    What stands above that is the page's own: its menu, today's date.
    """
    first = title
    around = set(lines[title].within)
    while first > max(0, title - LINES_ABOVE) and around & set(lines[first - 1].within):
        first -= 1
    return first


def _end_of_head(lines: Sequence[Line], text: Sequence[int], after: int) -> int:
    """The line of the text's first paragraph: a standfirst may look like one, but stands alone."""
    if not text:
        return min(len(lines), after + MAX_HEAD_LINES)
    limit = min(len(lines), after + MAX_HEAD_LINES)
    first = text[0]
    if len(text) > 1 and text[1] > first + 1 and _is_above_head(lines, first, text[1]):
        first = text[1]
    return min(first, limit)


def _is_above_head(lines: Sequence[Line], first: int, second: int) -> bool:
    """Whether short lines of a head stand between two paragraphs, as below a standfirst."""
    named = page_marks("byline") | page_marks("stamp")
    between = lines[first + 1 : second]
    return len(between) <= MAX_LINES_BETWEEN and any(
        AT_HEAD.match(line.text) or line.marks & named for line in between if not line.boxes
    )
