"""How likely two reports are of one happening."""

import numpy as np

from sayso.compare.stories.features import story_card
from sayso.compare.stories.similarity import SimilarityReader
from sayso.model.text import Document

SHOT = "Ando Velk, 15, was shot in the 2100 block of Ferry Lane in Orn on Saturday."
SAME = "A boy was shot dead on Ferry Lane, Orn; he was Ando Velk, a pupil of 15."
OTHER = "A girl was shot in Pellmere on Saturday. She is called Oda."


def reader(*documents: Document) -> SimilarityReader:
    return SimilarityReader([story_card(document).features for document in documents])


def pair(one: Document, other: Document) -> tuple[float, dict[str, float]]:
    both, first = reader(one, other), np.array([0])
    (likely,) = both.similarities(1, first)
    return likely, {name: float(sign[0]) for name, sign in both.signs(1, first).items()}


def told(text: str, published: str | None = "2023-03-13", outlet: str | None = None) -> Document:
    return Document("a", text, published=published, outlet=outlet)


def test_names_in_common_speak_for_one_happening() -> None:
    same, found = pair(told(SHOT), told(SAME))
    assert found["names"] > 0
    other, _ = pair(told(SHOT), told(OTHER))
    assert same > 0.5 > other


def test_several_earlier_reports_are_compared_as_each_alone() -> None:
    three = reader(told(SHOT), told(OTHER, "2023-03-20", "Post"), told(SAME, None, "Post"))
    both = three.similarities(2, np.array([0, 1])).tolist()
    assert both == [three.similarities(2, np.array([at])).tolist()[0] for at in (0, 1)]
    assert three.similarities(2, np.array([], dtype=np.int64)).tolist() == []


def test_a_report_is_all_that_it_can_share_with_itself() -> None:
    _, found = pair(told(SHOT), told(SHOT))
    assert abs(found["head"] - 1) < 0.02
    assert found["numbers"] > 0.9


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
