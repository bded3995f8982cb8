"""How likely two reports are of one happening."""

from sayso.compare.stories.features import StockLines, story_features
from sayso.compare.stories.similarity import ProfileBuilder, story_signs, story_similarity
from sayso.model.text import Document

SHOT = "Ando Velk, 15, was shot in the 2100 block of Ferry Lane in Orn on Saturday."
SAME = "A boy was shot dead on Ferry Lane, Orn; he was Ando Velk, a pupil of 15."


def pair(one: Document, other: Document) -> tuple[float, dict[str, float]]:
    builder, stock = ProfileBuilder(), StockLines()
    profiles = [builder.build_profile(story_features(each, stock)) for each in (one, other)]
    return story_similarity(profiles[1], profiles[0]), story_signs(profiles[1], profiles[0])


def told(text: str, published: str | None = "2023-03-13", outlet: str | None = None) -> Document:
    return Document("a", text, published=published, outlet=outlet)


def test_names_in_common_speak_for_one_happening() -> None:
    same, found = pair(told(SHOT), told(SAME))
    assert found["names"] > 0
    other, _ = pair(told(SHOT), told("A girl was shot in Pellmere on Saturday. She is called Oda."))
    assert same > 0.5 > other


def test_time_between_reports_speaks_against_it() -> None:
    near, _ = pair(told(SHOT), told(SAME))
    far, _ = pair(told(SHOT), told(SAME, "2023-09-13"))
    assert near > far


def test_other_days_speak_against_it_and_none_say_nothing() -> None:
    _, same = pair(told(SHOT), told(f"{SAME} It was on March 11."))
    _, other = pair(told(SHOT), told(f"{SAME} It was on March 2."))
    _, none = pair(told(SHOT), told("Ando Velk was shot."))
    assert [(one["same day"], one["other days"]) for one in (same, other, none)] == [
        (1, 0),
        (0, 1),
        (0, 0),
    ]


def test_an_outlet_that_is_not_known_is_nobodys() -> None:
    assert pair(told(SHOT), told(SAME))[1]["same outlet"] == 0
    assert pair(told(SHOT, outlet="Post"), told(SAME, outlet="Post"))[1]["same outlet"] == 1
    assert pair(told(SHOT, outlet="Post"), told(SAME, outlet="Live"))[1]["same outlet"] == 0
