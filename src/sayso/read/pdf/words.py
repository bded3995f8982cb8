"""The values that a page is made of: words, tokens, lines, blocks, paragraphs.

All places are in points from the lower left corner of the page as a reader sees it.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from sayso.read.places import Box

MUCH_LARGER = 2.0


class Look(StrEnum):
    """Whether a reader of the page sees a word."""

    SEEN = "seen"
    UNDRAWN = "undrawn"  # as the words that text recognition lays over a scan
    PALE = "pale"  # white: seen on a dark ground alone
    HIDDEN = "hidden"  # too small, without colour, or off the page
    TURNED = "turned"  # it does not run from left to right


@dataclass(slots=True, eq=False)
class Word:
    """Characters of one style without a space between them.

    `start` is PDFium's number of its first character on the page. `codes` are what PDFium says of
    the characters, where some of them are no letters. `boxes` has left, bottom, right and top of
    each. `glued` says that nothing stands between the word and the one before it, `spaced` that one
    space does; `broken` that PDFium takes its last character for a hyphen at the end of a line.
    """

    page: int
    start: int
    text: str
    codes: Sequence[int]
    left: float
    bottom: float
    right: float
    top: float
    base: float
    size: float
    boxes: "array[float]"
    glued: bool = False
    spaced: bool = False
    broken: bool = False
    bold: bool = False
    look: Look = Look.SEEN


@dataclass(slots=True, eq=False)
class Token:
    """Words that are glued together; the main one gives the size and the base line."""

    words: list[Word]
    left: float
    right: float
    base: float
    size: float
    text: str = field(init=False)

    def __post_init__(self) -> None:
        words = self.words
        self.text = words[0].text if len(words) == 1 else "".join(word.text for word in words)


def commonest_size(sized: Iterable[tuple[float, int]]) -> float:
    """The size that most letters have, in steps of half a point, from sizes and numbers of letters."""
    counts: Counter[float] = Counter()
    for size, letters in sized:
        counts[round(size * 2) / 2] += letters
    return max(counts, key=lambda size: (counts[size], size), default=0.0)


def is_leftward(code: int) -> bool:
    """Whether a character is of a script that is read from right to left."""
    return 0x590 <= code < 0x900 or 0xFB1D <= code < 0xFEFD


def tokens_of(words: Sequence[Word]) -> list[Token]:
    """The words of a page with those together that are glued."""
    chains: list[list[Word]] = []
    for word in words:
        if word.glued and chains:
            chains[-1].append(word)
        else:
            chains.append([word])
    return [_token(chain) for chain in chains]


def _token(chain: list[Word]) -> Token:
    if len(chain) == 1:
        (word,) = chain
        return Token(chain, word.left, word.right, word.base, word.size)
    main = max(chain, key=lambda word: word.size)
    longest = max(chain, key=lambda word: len(word.text))
    if main.size > MUCH_LARGER * longest.size:
        main = longest  # behind a large first letter
    left, right = min(one.left for one in chain), max(one.right for one in chain)
    return Token(chain, left, right, main.base, main.size)


@dataclass(slots=True, eq=False)
class Line:
    """Tokens on one base line, in reading order, in a column between `start` and `end`.

    `cells` are the numbers of tokens that begin a new cell of a table.
    """

    page: int
    tokens: list[Token]
    left: float
    right: float
    base: float
    size: float
    start: float
    end: float
    bold: bool = False
    cells: frozenset[int] = frozenset()

    @property
    def text(self) -> str:
        """The tokens with spaces between them."""
        return " ".join(token.text for token in self.tokens)


@dataclass(slots=True)
class Block:
    """Lines that are one column, or one table, from top to bottom."""

    lines: list[Line]
    table: bool = False


@dataclass(slots=True, eq=False)
class Paragraph:
    """Lines that belong together, within one block."""

    lines: list[Line]
    table: bool = False
    indented: bool = False
    """Whether its first line begins further to the right than the others of its column."""

    @property
    def text(self) -> str:
        """The lines with spaces between them; hyphens at their ends stay."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of its first line's letters."""
        return self.lines[0].size


@dataclass(slots=True)
class Sheet:
    """A page: its words, its pictures and the frames and panels drawn on it.

    `scanned` says that a picture fills the page, `recognised` that it has words of text recognition,
    `unmapped` how many characters have no known letter.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    pictures: list[Box] = field(default_factory=list)
    frames: list[Box] = field(default_factory=list)
    scanned: bool = False
    recognised: bool = False
    unmapped: int = 0
