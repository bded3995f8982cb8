"""Which reports are of one happening and its aftermath."""

from collections.abc import Sequence

from sayso.compare.stories.features import APART, StockLines
from sayso.compare.stories.stream import StoryStream
from sayso.model.comparison import Story
from sayso.model.text import Document

ALIKE = 0.3  # mean likeness within a story
FEW, ALIKE_IN_FEW = 20, 0.1  # in a pile of so few reports, likely gathered for one happening

NEVER = 10_000_000  # days; such a pile has no stock lines: what its reports share tells of it


def find_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Every report in one story, alone if it is like no other.

    The reports are read as they came out, so that a later one never changes what an earlier one is
    weighed by.
    """
    ordered = sorted(documents, key=lambda document: (document.published or "", document.id))
    few = len(ordered) < FEW
    stock = StockLines(NEVER if few else APART)
    for document in ordered:
        stock.see(document)
    stream = StoryStream(ALIKE_IN_FEW if few else ALIKE, stock)
    for document in ordered:
        stream.add(document)
    groups = [sorted(ordered[place].id for place in group) for group in stream.settled()]
    return tuple(Story(tuple(group)) for group in sorted(groups))
