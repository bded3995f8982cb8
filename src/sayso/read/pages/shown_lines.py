"""The lines of a page as its head is read from them, and the marked elements in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from lxml.html import HtmlElement

from sayso.read.pages.named import Named
from sayso.read.pages.stated import one_line

MAX_MARKED_CHARACTERS, MAX_MARKED_PARTS = 1_000, 60  # of a marked element
PROSE_CHARACTERS = 80
PROSE_END = re.compile(r"""[.!?…:"”’»)\]][\s"”’»)\]]*$""")
MAX_SHARE_LINKED = 0.5
HEADINGS = frozenset({"h1", "h2", "h3"})


@dataclass(eq=False)
class Marked:
    """An element with a name, a machine's date or a link in it, and the text that it shows.

    `line` counts the lines before it; `words` are those in its own names; `boxes` are the elements
    around it that hold other things than the article. `lines` and `parts` are where its text stands:
    whole lines, and parts of the next one.
    """

    element: HtmlElement
    line: int
    words: frozenset[str]
    boxes: tuple[HtmlElement, ...]
    lines: Sequence["Line"] = ()
    parts: Sequence[str] = ()

    @cached_property
    def text(self) -> str:
        """What it shows, line by line; "" for an element that holds more than a name or a date."""
        ended = [one.spaced for one in self.lines]
        return "\n".join([*ended, spaced_out(self.parts)]).strip()[:MAX_MARKED_CHARACTERS]


@dataclass(eq=False)
class Line:
    """A line that the page shows. `linked` is the share of its characters that are links; `within` are
    the innermost block-level elements around it; `parts` are its pieces between tags, and `names` are
    of the innermost elements around each."""

    text: str
    tag: str
    boxes: tuple[HtmlElement, ...]
    linked: float = 0.0
    within: tuple[HtmlElement, ...] = ()
    parts: Sequence[str] = ()
    names: Sequence[Named] = ()

    @cached_property
    def marks(self) -> frozenset[str]:
        """The words of the names of the innermost elements around it and in it."""
        return frozenset[str]().union(*(one.words for one in self.names))

    @cached_property
    def spaced(self) -> str:
        """The text with a space wherever an element ends."""
        return spaced_out(self.parts) if 1 < len(self.parts) <= MAX_MARKED_PARTS else self.text

    @property
    def is_prose(self) -> bool:
        """Whether it is a sentence or more of running text."""
        return (
            len(self.text) >= PROSE_CHARACTERS
            and self.tag not in HEADINGS
            and self.linked < MAX_SHARE_LINKED
            and PROSE_END.search(self.text[-10:]) is not None
        )


@dataclass(slots=True)
class Shown:
    """All that a page shows of use for its head."""

    lines: list[Line] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)


def spaced_out(parts: Sequence[str]) -> str:
    """Pieces of text on one line with spaces between them."""
    return one_line(" ".join(parts))
