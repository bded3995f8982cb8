"""The rest of an article that stands hidden behind "Read full story".

It is running text that goes on where the text that is shown ends, and a control beside it shows it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from lxml.html import HtmlElement

from sayso.lexicon.furniture import furniture
from sayso.read.pages.zones import joined_words

CONTROLS = ("button", "a", "label", "span", "summary", "input")
MAX_CHARACTERS_OF_CONTROL = 60
# What a control is called that shows the rest of a text.
SHOWS = re.compile(
    r"\W*(?:(?:click|tap|press)\s(?:here\s)?to\s)?(?:read|show|see|view|load|open|expand|continue|keep)"
    r"(?:\s(?:reading|on|more|all|the|full|whole|rest|entire|of|this|story|article|text|report|piece|it))*"
    r"\W*",
    re.IGNORECASE,
)
TARGETS = ("data-target", "data-bs-target", "aria-controls", "href", "for", "data-toggle-target")
MIN_WORDS_BEFORE = 12  # of running text that is shown
MIN_WORDS_OF_PROSE = 8
MAX_BEFORE = 6  # siblings looked at
NO_REST = frozenset({"dialog", "nav", "footer", "form"})


def rests_of_article(
    root: HtmlElement, hidden: Sequence[HtmlElement]
) -> Iterator[list[HtmlElement]]:
    """The groups of hidden siblings that each are the rest of an article that is shown before them.

    `hidden` are the outermost hidden elements, in document order.
    """
    groups: dict[HtmlElement, list[HtmlElement]] = {}
    for element in hidden:
        parent = element.getparent()
        if parent is not None and element.tag not in NO_REST and not _is_named_furniture(element):
            groups.setdefault(parent, []).append(element)
    if not groups:
        return
    targets, places = _controls(root)
    if not targets and not places:
        return
    unseen = frozenset(hidden)
    found = [
        group
        for parent, group in groups.items()
        if (parent in places or any(one.get("id") in targets for one in group))
        and _follows_prose(group[0], unseen)
    ]
    paragraphs = Counter[str](map(_said_in, root.iter("p")) if found else ())
    for group in found:
        own = Counter(_said_in(one) for element in group for one in element.iter("p"))
        # A paragraph that stands elsewhere too makes it a copy.
        if not any(
            paragraphs[said] > times
            for said, times in own.items()
            if said.count(" ") >= MIN_WORDS_OF_PROSE
        ):
            yield group


def _controls(root: HtmlElement) -> tuple[frozenset[str], frozenset[HtmlElement]]:
    """The ids that controls show, and the elements in which such controls stand."""
    targets: set[str] = set()
    places: set[HtmlElement] = set()
    for control in root.iter(*CONTROLS):
        said = control.get("value") if control.tag == "input" else _short_text(control)
        if not said or not SHOWS.fullmatch(said):
            continue
        for name in TARGETS:
            targets.update(one.lstrip("#") for one in (control.get(name) or "").split()[:4])
        parent = control.getparent()
        for _ in range(2):
            if parent is not None:
                places.add(parent)
                parent = parent.getparent()
    return frozenset(targets), frozenset(places)


def _short_text(control: HtmlElement) -> str:
    """The text of a control, if it is a few words."""
    parts: list[str] = []
    length = 0
    for one in control.itertext():
        parts.append(one)
        length += len(one)
        if length > MAX_CHARACTERS_OF_CONTROL:
            return ""
    return " ".join("".join(parts).split())


def _is_named_furniture(element: HtmlElement) -> bool:
    named = joined_words(f"{element.get('class') or ''} {element.get('id') or ''}")
    found = furniture().marks.pattern.search(named)
    return found is not None and furniture().marks.kinds[found[1]] not in ("head", "standfirst")


def _follows_prose(element: HtmlElement, hidden: Collection[HtmlElement]) -> bool:
    """Whether running text is shown right before; if nothing is, right before the parent."""
    before = [one for one in _before(element) if one not in hidden]
    if all(_short_text(one) and SHOWS.fullmatch(_short_text(one)) for one in before):
        before = [one for one in _before(element.getparent()) if one not in hidden]
    return any(_words_of(one) >= MIN_WORDS_BEFORE for one in before if one.tag not in NO_REST)


def _before(element: HtmlElement | None) -> Iterable[HtmlElement]:
    if element is None:
        return
    for number, one in enumerate(element.itersiblings(preceding=True)):
        if number >= MAX_BEFORE:
            break
        yield one


def _words_of(element: HtmlElement) -> int:
    """The words of the texts in an element that are as long as running text."""
    counts = (len(one.split()) for one in element.itertext("p", "div", "span", "li", "blockquote"))
    return sum(one for one in counts if one >= MIN_WORDS_OF_PROSE)


def _said_in(paragraph: HtmlElement) -> str:
    return " ".join(paragraph.text_content().split())
