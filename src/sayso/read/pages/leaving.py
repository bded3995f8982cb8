"""What a page shows and its article's text does not hold."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.model.particulars import LeftOut, LeftOutKind
from sayso.read.notices import Notice, notice_in_line
from sayso.read.pages.article import Article
from sayso.read.pages.blocks import Block, Page, is_prose

GAP = "\n\n"
MAX_SHOWN = 2_000  # words left out that are shown, each as one; more are only counted
MAX_CHARACTERS = 2_000  # of one
NEAR_BEGINNING, NEAR_END = 6, 14  # blocks of the article among which a line can be a notice
BEFORE, BEHIND = 20, 40  # blocks around the article among which a line can be a notice
# What stands between the title and the article and belongs to it in a way.
ABOVE = (LeftOutKind.HEAD, LeftOutKind.CAPTION)
CUT = "…"


@dataclass(frozen=True, slots=True)
class Left:
    """What was left out: `words` counts all that the page shows, `inside` those within the article,
    `hidden` what is hidden there, `prose` the running text outside it."""

    out: tuple[LeftOut, ...]
    words: int
    inside: int
    hidden: int
    prose: int


def notices_among(blocks: Sequence[Block], taken: Sequence[int]) -> dict[int, Notice]:
    """The blocks that are notices, by number: those outside the article, or near its ends.

    What stands beside one ("Sign in") is one as well.
    """
    far = set(taken[NEAR_BEGINNING:-NEAR_END])
    first, last = (taken[0], taken[-1]) if taken else (0, len(blocks))
    around = range(max(0, first - BEFORE), min(len(blocks), last + BEHIND))
    read = {
        number: said
        for number in around
        if number not in far and (said := notice_in_line(blocks[number].text))
    }
    found: dict[int, Notice] = {}
    for numbers in (sorted(read), sorted(read, reverse=True)):
        for number in numbers:
            beside = number - 1 in found or number + 1 in found
            if read[number].plain or beside:
                found[number] = read[number]
    return found


def noticed_share(notices: Iterable[Notice]) -> float | None:
    """The share of the article that notices say is withheld; None if they give none, or several."""
    shares = frozenset[Decimal]().union(*(one.shares for one in notices))
    return float(next(iter(shares))) if len(shares) == 1 else None


def left_words(
    page: Page,
    article: Article,
    taken: Sequence[int],
    notices: Collection[int],
    titles: frozenset[int],
    hidden: Sequence[tuple[int, str]],
) -> Left:
    """What is left out of a page whose blocks `taken` are the text; `hidden` are its hidden words."""
    blocks = page.blocks
    starts = _starts(blocks, taken)
    first, last = (taken[0], taken[-1]) if taken else (0, -1)
    begin = max((one for one in titles if one < first), default=first)
    out: list[tuple[int, LeftOut]] = []
    words = inside = prose = 0
    for number, block in enumerate(blocks):
        if starts[number][1] or number in titles:
            continue
        words += block.words
        mark = article.marks[number]
        prose += block.words if mark is None and is_prose(block) else 0
        within = first <= number <= last
        inside += block.words if within else 0
        kind = LeftOutKind.NOTICE if number in notices else mark.kind if mark else LeftOutKind.OTHER
        above = begin < number < first and kind in ABOVE
        if within or above or number in notices:
            out.append((number, _left(starts[number][0], kind, block.text)))
    unseen = 0
    for before, said in hidden:
        if first < before <= last and said:
            unseen += len(said.split())
            at = starts[before][0]
            out.append((before, _left(at, LeftOutKind.HIDDEN, said)))
    out.sort(key=lambda one: one[0])
    shown = tuple(one for _, one in out[:MAX_SHOWN])
    return Left(shown, words, inside, unseen, prose)


def _starts(blocks: Sequence[Block], taken: Sequence[int]) -> list[tuple[int, bool]]:
    """For each block, where it stands in the text, or before what, and whether it is in it."""
    inside = set(taken)
    starts: list[tuple[int, bool]] = []
    at = 0
    last = taken[-1] if taken else -1
    for number, block in enumerate(blocks):
        starts.append((at, number in inside))
        if number in inside:
            at += len(block.text) + (len(GAP) if number != last else 0)
    return starts


def _left(at: int, kind: LeftOutKind, words: str) -> LeftOut:
    shown = words if len(words) <= MAX_CHARACTERS else words[:MAX_CHARACTERS] + CUT
    return LeftOut(at, kind, shown)
