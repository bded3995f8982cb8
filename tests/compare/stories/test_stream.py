"""Stories of reports that come one after the other."""

from sayso.compare.stories.features import StockLines
from sayso.compare.stories.similarity import Profile
from sayso.compare.stories.stream import FAR, NEAR, StoryStream
from sayso.model.text import Document

FERRY = "The ferry Ondrel Star sank off Yalmet on Sunday, and Captain Hesk was rescued by trawlers."
HESK = "Captain Hesk, whose ferry Ondrel Star sank off Yalmet on Sunday, was questioned by police."
FIRE = "A sawmill burnt down at Pellmere on Sunday; the owner, Brann Tolle, blamed a stove."


class Counting(StoryStream):
    """A stream that counts its comparisons."""

    comparisons = 0

    def compared(self, later: Profile, earlier: int) -> float:
        self.comparisons += 1
        return super().compared(later, earlier)


def test_a_report_joins_a_story_or_opens_one() -> None:
    stream = StoryStream(0.3, StockLines())
    found = []
    for text in (FERRY, FIRE, HESK):
        stream.add(Document("a", text, published="2023-03-13"))
        found.append(stream.stories())
    assert found == [[[0]], [[0], [1]], [[0, 2], [1]]]
    assert stream.settled() == found[-1]


def test_a_report_costs_work_for_itself_however_many_came_before() -> None:
    stream = Counting(0.3, StockLines())
    for number in range(3 * (NEAR + FAR)):
        stream.add(Document("a", f"{FERRY} It was voyage {number}.", published="2023-03-13"))
    before = stream.comparisons
    stream.add(Document("b", HESK, published="2023-03-13"))
    assert stream.comparisons - before <= NEAR + FAR
