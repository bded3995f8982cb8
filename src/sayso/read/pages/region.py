"""Which part of a page is the article, by the page's own shape: the third opinion.

The smallest element that holds nearly all running text is the article's. What a page marks as its
article's body counts first. Boxes that are marked as no part of an article do not count, unless they
hold most of the page's running text, whatever they are called.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sayso.read.pages.blocks import Block, Page, is_prose
from sayso.read.pages.several import headed_articles, own_article
from sayso.read.pages.wording import Words
from sayso.read.pages.zones import ARTICLE, BODY, POST

NO_FURNITURE = frozenset({ARTICLE, BODY, POST, "main", "caption_of_table"})
CHATTER = frozenset({"comments", "consent", "footer"})  # may well hold more words than the article
MIN_SHARE_OF_PAGE = 0.35  # a zone with so much of the running text is no box
OFTEN_MISUSED = frozenset({"box", "head", "standfirst", "aside", "pull_quote"})
MIN_SHARE_OF_MARK = 0.6  # all zones of a mark with so much of it are none
MIN_SHARE_OF_CHATTER = 0.9
MIN_SHARE_OF_CHILD = 0.75  # of an element's running text: then the child is the article as well
MIN_SHARE_MARKED = 0.5  # of the running text, in what is marked as the article's body
MIN_SHARE_OF_PART = 0.15  # of the largest part of an article in several parts
MIN_BLOCKS = 2  # of running text in an article


@dataclass(frozen=True, slots=True)
class Region:
    """The elements [first, last] by number, and the zones that are furniture (the kind, or None).

    `others` are the elements of other articles of the page, in document order.
    """

    first: int
    last: int
    furniture: tuple[str | None, ...]
    others: tuple[tuple[int, int], ...] = ()

    def holds(self, block: Block) -> bool:
        """Whether the block lies in the region."""
        return self.first <= block.element <= self.last

    def kind_of(self, block: Block) -> str | None:
        """The kind of furniture that the block lies in."""
        return None if block.zone is None else self.furniture[block.zone]


def region_of(
    page: Page, words: Sequence[Words], title: Words, apart: Collection[int] = ()
) -> Region:
    """The page's region of running text. The blocks `apart`, given by number, do not count as such."""
    prose = [is_prose(block) for block in page.blocks]
    for number in apart:
        prose[number] = False
    furniture = _furniture_zones(page, prose)
    scores = [0] * len(page.parents)
    counts = [0] * len(page.parents)
    for block, counted in zip(page.blocks, prose, strict=True):
        if counted and (block.zone is None or furniture[block.zone] is None):
            scores[block.element] += block.words - block.linked
            counts[block.element] += 1
    children = [-1] * len(scores)  # the child with the most running text
    for number in range(len(scores) - 1, 0, -1):
        outer = page.parents[number]
        scores[outer] += scores[number]
        counts[outer] += counts[number]
        if scores[number] and (children[outer] < 0 or scores[number] >= scores[children[outer]]):
            children[outer] = number
    headed = headed_articles(page, words, counts)
    own = own_article(headed, scores, title)
    others = tuple((one, page.ends[one]) for one in sorted(headed) if own not in (None, one))
    first, last = (0, page.ends[0]) if own is None else (own, page.ends[own])
    node = _marked(page, BODY, furniture, scores, first, last)
    if node is None:
        node = _marked(page, ARTICLE, furniture, scores, first, last)
        node = first if node is None else node
        while (
            (child := children[node]) >= 0
            and scores[child] >= MIN_SHARE_OF_CHILD * scores[node]
            and counts[child] >= MIN_BLOCKS
        ):
            node = child
    return Region(node, page.ends[node], tuple(furniture), others)


def _furniture_zones(page: Page, prose: Sequence[bool]) -> list[str | None]:
    """For each zone, the kind of furniture that it is, or lies in."""
    own = [0] * len(page.zones)
    marked = _marked_zones(page)
    total = chatter = unmarked = 0
    for block, counted in zip(page.blocks, prose, strict=True):
        if counted:
            amount = block.words - block.linked
            total += amount
            if block.zone is not None:
                own[block.zone] += amount
                chatter += amount if page.zones[block.zone].kind in CHATTER else 0
            unmarked += amount if block.zone is None or not marked[block.zone] else 0
    by_mark = Counter[str]()
    for zone, amount in zip(page.zones, own, strict=True):
        by_mark[zone.mark] += amount
    for number in range(len(own) - 1, -1, -1):
        if (outer := page.zones[number].outer) is not None:
            own[outer] += own[number]
    kinds: list[str | None] = []
    for zone, amount in zip(page.zones, own, strict=True):
        is_chatter = zone.kind in CHATTER
        enough = MIN_SHARE_OF_CHATTER if is_chatter else MIN_SHARE_OF_PAGE
        least = enough * (total if is_chatter else total - chatter)
        holds_most = amount > max(least, unmarked) or (
            zone.kind in OFTEN_MISUSED
            and by_mark[zone.mark] > max(MIN_SHARE_OF_MARK * (total - chatter), 2 * unmarked)
        )
        outer_kind = None if zone.outer is None else kinds[zone.outer]
        if zone.kind == POST:
            kinds.append(None)
        elif zone.kind in NO_FURNITURE or holds_most:
            kinds.append(outer_kind)
        else:
            kinds.append(zone.kind)
    return kinds


def _marked_zones(page: Page) -> list[bool]:
    """For each zone, whether its mark, or that of one around it, is one of furniture."""
    marked: list[bool] = []
    for zone in page.zones:
        around = zone.outer is not None and marked[zone.outer]
        marked.append(around or zone.kind not in NO_FURNITURE)
    return marked


def _marked(
    page: Page,
    kind: str,
    furniture: Sequence[str | None],
    scores: Sequence[int],
    first: int,
    last: int,
) -> int | None:
    """Of the elements [first, last] that are marked as the kind, the one with enough running text."""
    marked = [
        zone.element
        for zone, void in zip(page.zones, furniture, strict=True)
        if zone.kind == kind and void is None and first <= zone.element <= last
    ]
    best = max(marked, key=lambda number: (scores[number], -number), default=None)
    if best is None or not scores[best] or scores[best] < MIN_SHARE_MARKED * scores[first]:
        return None
    for number in marked:  # one inside the best one, that holds nearly all of it
        if best < number <= page.ends[best] and scores[number] >= MIN_SHARE_OF_CHILD * scores[best]:
            best = number
    return _with_siblings(page, best, marked, scores) if kind == BODY else best


def _with_siblings(page: Page, best: int, marked: Sequence[int], scores: Sequence[int]) -> int:
    """The parent or grandparent of a marked body, if it holds more bodies: an article in several parts."""
    for outer in (page.parents[best], page.parents[page.parents[best]]):
        parts = [
            scores[one]
            for one in marked
            if outer < one <= page.ends[outer] and not best <= one <= page.ends[best]
        ]
        if outer > 0 and max(parts, default=0) >= MIN_SHARE_OF_PART * scores[best]:
            return outer
    return best
