"""Which reports are of one story: one event and what follows from it.

A new report costs no more work, however many reports there are: it is compared only with those that
its rarest words lead to.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.compare.clustering import GrowingClusters, IndexPair, average_linkage
from sayso.compare.stories.features import STOCK_LINE_DAYS, StockLines, story_features
from sayso.compare.stories.similarity import ProfileBuilder, StoryProfile, story_similarity
from sayso.model.comparison import Story
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


def find_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """The stories of the reports, each report in one of them.

    The reports are read in the order of publication, and a later one never changes the weights of
    an earlier one.
    """
    ordered = sorted(documents, key=lambda document: (document.published or "", document.id))
    is_small = len(ordered) < SMALL_PILE_REPORTS
    stock = StockLines(NO_STOCK_LINES_DAYS if is_small else STOCK_LINE_DAYS)
    for document in ordered:
        stock.remember_lines(document)
    stream = StoryStream(
        MIN_MEAN_SIMILARITY_IN_SMALL_PILE if is_small else MIN_MEAN_SIMILARITY, stock
    )
    for document in ordered:
        stream.add_report(document)
    stories = [sorted(ordered[index].id for index in story) for story in stream.final_stories()]
    return tuple(Story(tuple(ids)) for ids in sorted(stories))


class StoryStream:
    """Stories of reports that come one after the other; reports go by their index in the stream."""

    def __init__(self, min_similarity: float, stock: StockLines) -> None:
        self._stock = stock
        self._builder = ProfileBuilder()
        self._profiles: list[StoryProfile] = []
        self._reports_by_lead: dict[LeadKey, array[int]] = {}
        self._days = array("q")  # of publication, or UNKNOWN_DAY
        self._similarities: dict[IndexPair, float] = {}
        self._min_similarity = min_similarity
        self._clusters = GrowingClusters(min_similarity)

    def add_report(self, document: Document) -> int:
        """Add a report: it joins a story, opens one, or joins two into one. Returns its index."""
        index = len(self._profiles)
        self._stock.remember_lines(document)
        profile = self._builder.build_profile(story_features(document, self._stock))
        leads = _leads_of(profile)
        candidates = self._candidates(profile, leads)
        compared = {earlier: self.similarity_to(profile, earlier) for earlier in candidates}
        similar = {earlier: score for earlier, score in compared.items() if score >= MIN_SIMILARITY}
        self._profiles.append(profile)
        self._days.append(_day_number(profile))
        for key, _ in leads:
            self._reports_by_lead.setdefault(key, array("q")).append(index)
        self._similarities.update({(earlier, index): score for earlier, score in similar.items()})
        self._clusters.add_item(similar)
        return index

    def similarity_to(self, later: StoryProfile, earlier: int) -> float:
        """How likely it is that a report is of one story with an earlier one, 0–1."""
        return story_similarity(later, self._profiles[earlier])

    def current_stories(self) -> list[list[int]]:
        """The reports of each story so far."""
        return self._clusters.clusters()

    def final_stories(self) -> list[list[int]]:
        """The stories if the most similar reports are joined first, whatever order they came in."""
        return average_linkage(len(self._profiles), self._similarities, self._min_similarity)

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
