"""Which reports are of one happening and its aftermath."""

from array import array
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from sayso.compare.clustering import GrowingClusters, IndexPair, average_linkage
from sayso.compare.stories.features import STOCK_LINE_DAYS, StockLines, story_features
from sayso.compare.stories.similarity import ProfileBuilder, StoryProfile, story_similarity
from sayso.model.comparison import Story
from sayso.model.text import Document

MIN_MEAN_SIMILARITY = 0.3  # mean likeness within a story
SMALL_PILE_REPORTS, MIN_MEAN_SIMILARITY_IN_SMALL_PILE = (
    20,
    0.1,
)  # in a pile of so few reports, likely gathered for one happening

NO_STOCK_LINES_DAYS = (
    10_000_000  # days; such a pile has no stock lines: what its reports share tells of it
)


def find_stories(documents: Sequence[Document]) -> tuple[Story, ...]:
    """Every report in one story, alone if it is like no other.

    The reports are read as they came out, so that a later one never changes what an earlier one is
    weighed by.
    """
    ordered = sorted(documents, key=lambda document: (document.published or "", document.id))
    few = len(ordered) < SMALL_PILE_REPORTS
    stock = StockLines(NO_STOCK_LINES_DAYS if few else STOCK_LINE_DAYS)
    for document in ordered:
        stock.see(document)
    stream = StoryStream(MIN_MEAN_SIMILARITY_IN_SMALL_PILE if few else MIN_MEAN_SIMILARITY, stock)
    for document in ordered:
        stream.add(document)
    groups = [sorted(ordered[place].id for place in group) for group in stream.settled()]
    return tuple(Story(tuple(group)) for group in sorted(groups))


MAX_LEADS = 60  # of a report's words and names, the weightiest, lead to others
MAX_REPORTS_PER_LEAD = 300  # reports; a word in more of them leads to none
MAX_NEAR_REPORTS, MAX_FAR_REPORTS = (
    25,
    25,
)  # reports that it is compared with: those of the same days, those of any time
NEAR_DAYS = 10
MIN_SIMILARITY = 0.01  # a likeness below counts as none
UNKNOWN_DAY = 0  # in place of a day's number


class StoryStream:
    """Reports in groups that are alike on average by `least` or more."""

    def __init__(self, least: float, stock: StockLines) -> None:
        self._stock = stock
        self._weighing = ProfileBuilder()
        self.profiles: list[StoryProfile] = []
        self._holders: dict[tuple[str, str], array[int]] = {}
        self._days = array("q")  # of publication, UNKNOWN where that is not known
        self._scores: dict[IndexPair, float] = {}
        self._least = least
        self._links = GrowingClusters(least)

    def add(self, document: Document) -> int:
        """Take a report in; its place in the stream, from nought."""
        place = len(self.profiles)
        self._stock.see(document)
        profile = self._weighing.profile(story_features(document, self._stock))
        leads = _leads_of(profile)
        scores = {
            other: score
            for other in self._candidates(profile, leads)
            for score in [self.compared(profile, other)]
            if score >= MIN_SIMILARITY
        }
        self.profiles.append(profile)
        self._days.append(_day_number(profile))
        for key, _ in leads:
            self._holders.setdefault(key, array("q")).append(place)
        self._scores.update({(other, place): score for other, score in scores.items()})
        self._links.add_item(scores)
        return place

    def compared(self, later: StoryProfile, earlier: int) -> float:
        """How likely a report is of one happening with the one in that place."""
        return story_similarity(later, self.profiles[earlier])

    def stories(self) -> list[list[int]]:
        """The places of the reports of each story."""
        return self._links.clusters()

    def settled(self) -> list[list[int]]:
        """The same, the groups most alike joined first, in whatever order the reports came.

        No report is read or compared again.
        """
        return average_linkage(len(self.profiles), self._scores, self._least)

    def _candidates(
        self, profile: StoryProfile, leads: Iterable[tuple[tuple[str, str], float]]
    ) -> list[int]:
        """The reports to compare it with, the likest by their rarest words."""
        held = [(self._holders.get(key), weight) for key, weight in leads]
        few = [
            (np.array(own), weight)
            for own, weight in held
            if own and len(own) <= MAX_REPORTS_PER_LEAD
        ]
        if not few:
            return []
        sizes = [len(own) for own, _ in few]
        weights = np.repeat([weight for _, weight in few], sizes)
        others, place = np.unique(np.concatenate([own for own, _ in few]), return_inverse=True)
        ranked = others[np.argsort(-np.bincount(place, weights), kind="stable")]
        days, own = np.array([self._days[other] for other in ranked.tolist()]), _day_number(profile)
        close = (days == UNKNOWN_DAY) | (own == UNKNOWN_DAY) | (np.abs(days - own) <= NEAR_DAYS)
        return sorted(
            {*ranked[:MAX_FAR_REPORTS].tolist(), *ranked[close][:MAX_NEAR_REPORTS].tolist()}
        )


def _day_number(profile: StoryProfile) -> int:
    """The number of the day of publication."""
    published = profile.published
    return UNKNOWN_DAY if published is None else published.toordinal()


def _leads_of(profile: StoryProfile) -> list[tuple[tuple[str, str], float]]:
    """The weightiest words of the head and names, each with the square of its weight."""
    found: Iterator[tuple[tuple[str, str], float]] = (
        ((kind, word), weight * weight)
        for kind, weights in (("head", profile.head), ("name", profile.names))
        for word, weight in weights.items()
    )
    return sorted(found, key=lambda lead: (-lead[1], lead[0]))[:MAX_LEADS]
