"""Which speakers of different reports are one."""

from sayso.compare.sources.speakers import find_shared_actors
from sayso.extract.extracting import extract_together
from sayso.model.comparison import Story
from sayso.model.text import Document
from tests.compare.told import cards_of


def shared(*texts: str) -> list[tuple[str, int]]:
    documents = [Document(f"{number}.txt", text) for number, text in enumerate(texts)]
    facts = extract_together(documents)
    by_id = {one.id: one for one in documents}
    story = Story(tuple(by_id))
    return [
        (by_id[one.name.document][one.name.span], len(one.mentions))
        for one in find_shared_actors(cards_of(facts), [story])[0]
    ]


def test_a_whole_name_is_one_speaker() -> None:
    found = shared(
        "Colonel Idren Oskeld said that the fort was quiet.",
        "“Nothing was fired,” Idren Oskeld said on Sunday, and the fort was quiet.",
    )
    assert found == [("Idren Oskeld", 2)]


def test_a_surname_joins_where_it_can_mean_one() -> None:
    found = shared(
        "Lieve Torrash, a spokeswoman, said that the market was shelled.",
        "Torrash said that the market was shelled from the fort.",
    )
    assert found == [("Lieve Torrash", 2)]


def test_a_surname_that_may_mean_two_joins_nobody() -> None:
    found = shared(
        "Idren Oskeld said that the fort was quiet. Sefa Oskeld said that the wards were full.",
        "Oskeld said that nobody had fired from the fort.",
    )
    assert found == []


def test_unnamed_speakers_stay_apart() -> None:
    assert (
        shared(
            "A rebel commander said that the bridge was mined.",
            "A rebel commander said that the bridge was mined again.",
        )
        == []
    )


def test_a_country_by_its_people_is_the_same_ministry() -> None:
    found = shared(
        "Ukraine's foreign ministry said that the reports were wrong.",
        "The Ukrainian foreign ministry said that it had sent a note.",
    )
    assert [count for _, count in found] == [2]
