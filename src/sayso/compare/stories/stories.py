"""Which reports are of one story: one event and what follows from it.

A new report costs no more work, however many reports there are: it is compared only with those that
its rarest words lead to.
"""

from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from sayso.compare.card import LineHash, StoryFeatures
from sayso.compare.clustering import IndexPair, average_linkage
from sayso.compare.stories.features import STOCK_LINE_DAYS, StockLines, story_card
from sayso.compare.stories.similarity import ProfileBuilder, StoryProfile, story_similarity
from sayso.model.comparison import Story
from sayso.model.ids import DocumentId
from sayso.model.text import Document

MIN_MEAN_SIMILARITY = 0.3  # of the reports of a story
SMALL_PILE_REPORTS = 20  # a pile with fewer was likely gathered for one story
MIN_MEAN_SIMILARITY_IN_SMALL_PILE = 0.1
NO_STOCK_LINES_DAYS = 10_000_000  # in a small pile, shared lines are about the story

MAX_LEADS = 60  # words and names of a report that lead to others: those with most weight
MAX_REPORTS_PER_LEAD = 300  # a word that leads to more leads to none
MAX_NEAR_REPORTS = 25  # of the same days that a report is compared with
MAX_FAR_REPORTS = 25  # of any day that a report is compared with
NEAR_DAYS = 10
MIN_SIMILARITY = 0.01  # a lower one counts as none
UNKNOWN_DAY = 0  # in place of a day's number

# A word of the head, or of the names, that leads to other reports.
LeadKey = tuple[str, str]


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
    stream = StoryStream()
    for report in ordered:
        stream.add_report(report.features)
    least = MIN_MEAN_SIMILARITY_IN_SMALL_PILE if _is_small(ordered) else MIN_MEAN_SIMILARITY
    stories = [sorted(ordered[index].id for index in story) for story in stream.stories(least)]
    return tuple(Story(tuple(ids)) for ids in sorted(stories))


def _is_small(reports: Collection[object]) -> bool:
    return len(reports) < SMALL_PILE_REPORTS


class StoryStream:
    """Reports that come one after the other, each compared with those before it that it is most like;
    they go by their index in the stream."""

    def __init__(self) -> None:
        self._builder = ProfileBuilder()
        self._profiles: list[StoryProfile] = []
        self._reports_by_lead: dict[LeadKey, array[int]] = {}
        self._days = array("q")  # of publication, or UNKNOWN_DAY
        self._similarities: dict[IndexPair, float] = {}

    def add_report(self, features: StoryFeatures) -> int:
        """Add a report. Returns its index."""
        index = len(self._profiles)
        profile = self._builder.build_profile(features)
        leads = _leads_of(profile)
        candidates = self._candidates(profile, leads)
        compared = {earlier: self.similarity_to(profile, earlier) for earlier in candidates}
        similar = {earlier: score for earlier, score in compared.items() if score >= MIN_SIMILARITY}
        self._profiles.append(profile)
        self._days.append(_day_number(profile))
        for key, _ in leads:
            self._reports_by_lead.setdefault(key, array("q")).append(index)
        self._similarities.update({(earlier, index): score for earlier, score in similar.items()})
        return index

    def stories(self, min_similarity: float) -> list[list[int]]:
        """The reports of each story; the most similar ones are joined first."""
        return average_linkage(len(self._profiles), self._similarities, min_similarity)

    def similarity_to(self, later: StoryProfile, earlier: int) -> float:
        """How likely it is that a report is of one story with an earlier one, 0–1."""
        return story_similarity(later, self._profiles[earlier])

    def _candidates(
        self, profile: StoryProfile, leads: Iterable[tuple[LeadKey, float]]
    ) -> list[int]:
        """The reports to compare it with: those that share the leads with most weight."""
        known = [(self._reports_by_lead.get(key), weight) for key, weight in leads]
        followed = [
            (np.array(reports), weight)
            for reports, weight in known
            if reports and len(reports) <= MAX_REPORTS_PER_LEAD
        ]
        if not followed:
            return []
        sizes = [len(reports) for reports, _ in followed]
        weights = np.repeat([weight for _, weight in followed], sizes)
        reports, index = np.unique(
            np.concatenate([reports for reports, _ in followed]), return_inverse=True
        )
        ranked = reports[np.argsort(-np.bincount(index, weights), kind="stable")]
        days, day = np.array([self._days[other] for other in ranked.tolist()]), _day_number(profile)
        near = (days == UNKNOWN_DAY) | (day == UNKNOWN_DAY) | (np.abs(days - day) <= NEAR_DAYS)
        best = ranked[:MAX_FAR_REPORTS].tolist(), ranked[near][:MAX_NEAR_REPORTS].tolist()
        return sorted({*best[0], *best[1]})


def _day_number(profile: StoryProfile) -> int:
    """The number of the day of publication."""
    return UNKNOWN_DAY if profile.published is None else profile.published.toordinal()


def _leads_of(profile: StoryProfile) -> list[tuple[LeadKey, float]]:
    """The words of the head and the names with most weight, each with the square of its weight."""
    leads: Iterator[tuple[LeadKey, float]] = (
        ((kind, word), weight * weight)
        for kind, weights in (("head", profile.head), ("name", profile.names))
        for word, weight in weights.items()
    )
    return sorted(leads, key=lambda lead: (-lead[1], lead[0]))[:MAX_LEADS]
