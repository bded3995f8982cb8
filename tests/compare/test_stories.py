"""Which reports are of one happening."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.stories import find_stories
from sayso.model.text import Document

MARKET = "Three explosions struck the ferry market at Yalmet on the Ondrel, and the army denied shelling it."
AGAIN = "The army has denied that it shelled Yalmet, where explosions destroyed the ferry market."
FLOUR = (
    "A bakery in Sellan won a prize for bread made with old flour, cold water and some patience."
)


def stories(*documents: Document) -> list[set[str]]:
    names = {one.id: one.name for one in documents}
    return [{names[one] for one in story.documents} for story in find_stories(documents)]


def test_reports_of_one_happening_are_one_story() -> None:
    found = stories(Document("a", MARKET), Document("b", AGAIN), Document("c", FLOUR))
    assert sorted(map(sorted, found)) == [["a", "b"], ["c"]]


def test_reports_far_apart_in_time_are_not() -> None:
    found = stories(
        Document("a", MARKET, published="2023-03-12"), Document("b", AGAIN, published="2023-09-12")
    )
    assert len(found) == 2


def test_a_report_without_words_stands_alone() -> None:
    assert len(stories(Document("a", "..."), Document("b", "??"))) == 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([MARKET, AGAIN, FLOUR, "", "Yalmet"]), unique=True))
def test_every_report_is_in_exactly_one_story(texts: list[str]) -> None:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    placed = [one for story in find_stories(documents) for one in story.documents]
    assert sorted(placed) == sorted(one.id for one in documents)
