"""Which reports are of one story: one event and what follows from it."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from sayso.compare.card import LineHash, StoryFeatures
from sayso.compare.clustering import IndexPair, average_linkage
from sayso.compare.stories.features import STOCK_LINE_DAYS, StockLines, story_card
from sayso.compare.stories.leads import candidates_of
from sayso.compare.stories.similarity import SimilarityReader
from sayso.model.comparison import Story
from sayso.model.ids import DocumentId
from sayso.model.text import Document

MIN_MEAN_SIMILARITY = 0.3  # of the reports of a story
SMALL_PILE_REPORTS = 20  # a pile with fewer was likely gathered for one story
MIN_MEAN_SIMILARITY_IN_SMALL_PILE = 0.1
NO_STOCK_LINES_DAYS = 10_000_000  # in a small pile, shared lines are about the story

MIN_SIMILARITY = 0.01  # a lower one counts as none


class StoryReport(NamedTuple):
    """A report whose story is wanted; `published` is as its source gave it."""

    id: DocumentId
    published: str | None
    features: StoryFeatures


def find_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories of some documents, each of them in one."""
    cards = {document.id: story_card(document) for document in documents}
    stock = stock_lines((cards[one.id].lines, one.day) for one in documents)
    reports = []
    for document in documents:
        without = stock.among(cards[document.id].droppable)
        card = story_card(document, without) if without else cards[document.id]
        reports.append(StoryReport(document.id, document.published, card.features))
    return stories_of(reports)


def stock_lines(reports: Iterable[tuple[Collection[LineHash], date | None]]) -> StockLines:
    """The stock lines of a pile, from the lines and the day of each report; a small pile has none."""
    known = list(reports)
    stock = StockLines(NO_STOCK_LINES_DAYS if _is_small(known) else STOCK_LINE_DAYS)
    for lines, published in known:
        stock.remember_lines(lines, published)
    return stock


def stories_of(reports: Collection[StoryReport]) -> tuple[Story, ...]:
    """The stories of the reports, each report in one of them.

    The reports are read in the order of publication, and a later one never changes the weights of
    an earlier one.
    """
    ordered = sorted(reports, key=lambda report: (report.published or "", report.id))
    similar = similarities_of([report.features for report in ordered])
    least = MIN_MEAN_SIMILARITY_IN_SMALL_PILE if _is_small(ordered) else MIN_MEAN_SIMILARITY
    groups = average_linkage(len(ordered), similar, least)
    stories = [sorted(ordered[number].id for number in group) for group in groups]
    return tuple(Story(tuple(ids)) for ids in sorted(stories))


def similarities_of(reports: Sequence[StoryFeatures]) -> dict[IndexPair, float]:
    """How similar reports are that come one after the other, for those worth comparing."""
    reader = SimilarityReader(reports)
    published = [report.published for report in reports]
    found: dict[IndexPair, float] = {}
    for later, earlier in enumerate(candidates_of(reader.head, reader.names, published)):
        likely = reader.similarities(later, earlier).tolist()
        for number, similarity in zip(earlier.tolist(), likely, strict=True):
            if similarity >= MIN_SIMILARITY:
                found[number, later] = similarity
    return found


def _is_small(reports: Collection[object]) -> bool:
    return len(reports) < SMALL_PILE_REPORTS
