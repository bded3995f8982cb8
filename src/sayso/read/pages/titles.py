"""A report's title and standfirst, as its page shows and states them."""

import re
from collections.abc import Sequence

from sayso.lexicon.pages import page_marks
from sayso.read.limits import MAX_TITLE_CHARACTERS
from sayso.read.pages.linked import Linked
from sayso.read.pages.opening import Opening, is_like, words_in
from sayso.read.pages.outlets import title_without_outlet
from sayso.read.pages.shown_lines import Line, Shown
from sayso.read.pages.stated import Metas, contents_named, one_line

MIN_TITLE_WORDS = 3  # of a heading that no field confirms
MIN_SUBTITLE_CHARACTERS, MAX_SUBTITLE_CHARACTERS = 25, 400
CLOCK = re.compile(r"\d{1,2}[:.]\d\d\b")
LABELS = frozenset({"span", "a", "small", "strong", "b", "em"})


def title_of(
    shown: Shown,
    at: int | None,
    titles: Sequence[str],
    outlets: Sequence[str],
    url: str | None,
    section: str | None,
) -> str | None:
    """The heading that readers see, if the page states nothing quite different; else what it states."""
    stated_title = next(iter(titles), None)
    heading = _heading(shown, at) if at is not None else None
    if (
        heading
        and len(heading) <= MAX_TITLE_CHARACTERS
        and (
            not stated_title
            or any(is_like(heading, one) for one in titles)
            or (len(titles) == 1 and len(words_in(heading)) >= MIN_TITLE_WORDS)
        )
    ):
        return one_line(title_without_outlet(heading, outlets, url, None)) or None
    stripped = [title_without_outlet(one, outlets, url, section) for one in titles]
    return next((one for one in stripped if one not in outlets), stated_title)


def _heading(shown: Shown, at: int) -> str:
    """The title's line without the label in front of the title."""
    text = shown.lines[at].text
    for one in shown.marked:
        is_label = one.line == at and one.words & page_marks("kicker") and one.element.tag in LABELS
        if (
            is_label
            and one.text
            and text.startswith(one.text)
            and len(words_in(text[len(one.text) :])) > 1
        ):
            return text[len(one.text) :].strip(" :|-–—")
    return text


def subtitle_of(
    metas: Metas, linked: Linked, shown: Shown, opening: Opening, title: str | None
) -> str | None:
    """The standfirst between title and text: marked as one, or stated as the page's description."""
    if opening.title is None:
        return None
    described = [one for one in (linked.subtitle, *contents_named(metas, "description")) if one]
    plain = {" ".join(words_in(one)) for one in described}
    for number in range(opening.title + 1, min(opening.head.stop, len(shown.lines))):
        line = shown.lines[number]
        if not opening.holds(line.boxes) or not _is_sentence(line, title):
            continue
        marked = line.marks & page_marks("subtitle") or line.tag == "h2"
        if marked or " ".join(words_in(line.text)) in plain:
            return line.text
    return None


def _is_sentence(line: Line, title: str | None) -> bool:
    if CLOCK.match(line.text):  # an entry of a running report
        return False
    long_enough = MIN_SUBTITLE_CHARACTERS <= len(line.text) <= MAX_SUBTITLE_CHARACTERS
    return (
        long_enough
        and line.linked < 0.5
        and line.text != title
        and not line.marks & page_marks("byline")
    )
