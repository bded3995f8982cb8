"""Which reports are of one happening and its aftermath."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.compare.stories.stories import find_stories
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


LATER = "A shell wounded two shepherds near Yalmet on Tuesday, their families said."
TRIAL = (
    "The gunner who shelled the ferry market at Yalmet went on trial at Ondrel Quay, where the army"
    " had denied the explosions for a year."
)


def test_what_happens_there_half_a_year_later_is_another_story() -> None:
    found = stories(
        Document("a", f"{MARKET} It was on Saturday.", published="2023-03-12"),
        Document("b", LATER, published="2023-09-14"),
        *[Document(town, f"The {town} chess club has won a cup.") for town in TOWNS],
    )
    assert {"a"} in found
    assert {"b"} in found


def test_the_aftermath_is_of_the_story_however_late() -> None:
    found = stories(
        Document("a", MARKET, published="2023-03-12"), Document("b", TRIAL, published="2024-02-14")
    )
    assert len(found) == 1


TOWNS = [
    f"{first}{last}"
    for first in ("Or", "Pel", "Sed", "Vam")
    for last in ("by", "ney", "wick", "ta", "lo")
]
TEXTS = [MARKET, AGAIN, LATER, FLOUR, TRIAL]


@given(st.permutations(TEXTS))
def test_the_order_of_the_pile_changes_nothing(texts: list[str]) -> None:
    found = [find_stories([Document(text[:9], text) for text in order]) for order in (texts, TEXTS)]
    assert found[0] == found[1]


def test_a_report_without_words_stands_alone() -> None:
    assert len(stories(Document("a", "..."), Document("b", "??"))) == 2


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from([MARKET, AGAIN, FLOUR, "", "Yalmet"]), unique=True))
def test_every_report_is_in_exactly_one_story(texts: list[str]) -> None:
    documents = [Document(str(number), text) for number, text in enumerate(texts)]
    placed = [one for story in find_stories(documents) for one in story.documents]
    assert sorted(placed) == sorted(one.id for one in documents)
