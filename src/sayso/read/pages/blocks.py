"""What a page is read into: blocks of text, and the zones and the elements that they lie in."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from sayso.read.places import Piece

BLOCK_LEVEL = (
    "html body address article aside blockquote caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu "
    "nav ol p pre search section summary table tbody tfoot thead ul"
)
BLOCKS = frozenset(BLOCK_LEVEL.split())
CELLS = frozenset({"td", "th"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
MIN_WORDS = 10  # of running text in a block
MAX_SHARE_LINKED = 0.5  # of the words of running text


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a heading or a list item: its text, its element's tag, and its places.

    `element` is the number of the block-level element, `zone` that of the innermost zone around it.
    `words` counts its words, `linked` those in links, `bold` those in bold type.
    `lead` is how many characters at its beginning are a link, `address` where its last link leads.
    """

    text: str
    tag: str
    pieces: tuple[Piece, ...]
    element: int = 0
    zone: int | None = None
    words: int = 0
    linked: int = 0
    bold: int = 0
    lead: int = 0
    address: str = ""


def is_prose(block: Block) -> bool:
    """Whether the block is running text: some words, few of them in links."""
    return block.words >= MIN_WORDS and block.linked <= MAX_SHARE_LINKED * block.words


@dataclass(frozen=True, slots=True)
class Zone:
    """An element whose mark says that it is no part of an article, or that it is one.

    `mark` is the word that says so, `outer` the number of the zone around it.
    """

    kind: str
    mark: str
    element: int
    outer: int | None


@dataclass(slots=True)
class Pictures:
    """The numbers of the elements that are pictures, in document order."""

    numbers: list[int] = field(default_factory=list)

    def within(self, first: int, last: int, without: tuple[int, int]) -> bool:
        """Whether a picture is among the elements [first, last], and not among those of `without`."""
        begin, end = bisect_left(self.numbers, first), bisect_right(self.numbers, last)
        inside = bisect_right(self.numbers, without[1]) - bisect_left(self.numbers, without[0])
        return end - begin > max(0, inside)


@dataclass(slots=True)
class Page:
    """A page: its blocks, its zones, its hidden elements, each with the number of blocks before it.

    `parents` has the number of every element's parent, `ends` that of the last element inside it.
    `elements` has all of them: lxml makes the object of an element anew whenever nobody holds it.
    """

    elements: list[HtmlElement] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    hidden: list[tuple[int, HtmlElement]] = field(default_factory=list)
    uncovered: int = 0
    parents: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    depth: int = 0
    pictures: Pictures = field(default_factory=Pictures)
