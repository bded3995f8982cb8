"""What tells whether a source or a content belongs to a cue, as numbers."""

import numpy as np

from sayso.encoder.tagger import RoleSpan
from sayso.extract.speech.link_features import (
    FEATURES,
    MAX_CHARACTERS_TO_CUE,
    MAX_CUES_ON_A_SIDE,
    TextLayout,
    cues_in_reach,
    link_features,
)
from tests.extract.speech.marked import tagged_text, with_scores

TEXT = "Orel said that it rained. “The dam held,” the mayor added.\n\nThe road was shut."
MARKED = [
    ("source", "Orel"),
    ("cue", "said"),
    ("content", "that it rained"),
    ("content", "“The dam held,”"),
    ("source", "the mayor"),
    ("cue", "added"),
]


def features_of(item: int, column: int) -> dict[str, float]:
    tagged = tagged_text(TEXT, MARKED, [[1, 0], [0, 0], [2, 0.5], [0, 3], [0, 1], [0, 0]])
    name = MARKED[item][0]
    rows = link_features(TextLayout(TEXT), tagged, name, cues_in_reach(tagged, name))
    return dict(zip(FEATURES, rows[item][column].tolist(), strict=True))


def test_a_content_right_behind_its_cue() -> None:
    features = features_of(2, 0)
    assert features["attachment"] == 2
    assert features["touching"] == features["cue first"] == features["touching, cue first"] == 1
    for name in ("roles between", "sentences apart", "quoted apart", "preposition", "inside"):
        assert features[name] == 0, name


def test_a_quotation_before_its_cue() -> None:
    features = features_of(3, 1)
    assert features["quotation before its cue"] == features["quoted apart"] == 1
    assert features["roles between"] == 1  # the mayor
    assert features["same role between"] == features["cues between"] == 0


def test_a_content_and_the_cue_of_another_sentence() -> None:
    features = features_of(2, 1)
    assert features["sentences apart"] == features["another sentence"] == 1
    assert features["same role between"] == 1
    assert features["paragraphs apart"] == features["cue first"] == 0


def test_a_framing_cue_is_a_preposition() -> None:
    text = "According to Orel, it rained."
    tagged = tagged_text(text, [("cue", "According to"), ("source", "Orel"), ("content", "it")])
    rows = link_features(TextLayout(text), tagged, "content", {2: [0]})
    features = dict(zip(FEATURES, rows[2][0].tolist(), strict=True))
    assert features["preposition"] == features["preposition, cue first"] == 1


def test_a_cue_reaches_so_far_and_no_farther() -> None:
    near, far = "x" * (MAX_CHARACTERS_TO_CUE - 2), "x" * (MAX_CHARACTERS_TO_CUE - 1)
    for between, in_reach in ((near, {1: [0]}), (far, {})):
        text = f"said {between} rain"
        assert (
            cues_in_reach(tagged_text(text, [("cue", "said"), ("content", "rain")]), "content")
            == in_reach
        )


def test_so_many_cues_are_in_reach_on_either_side_and_no_more() -> None:
    count = MAX_CUES_ON_A_SIDE + 3
    spans = [RoleSpan("cue", 5 * at, 5 * at + 4, 0.9) for at in range(2 * count)]
    spans.insert(count, RoleSpan("source", 5 * count - 1, 5 * count, 0.9))
    tagged = with_scores(spans, np.zeros((len(spans), 2 * count), dtype=np.float32))
    nearest = list(range(count - MAX_CUES_ON_A_SIDE, count + MAX_CUES_ON_A_SIDE))
    assert cues_in_reach(tagged, "source") == {count: nearest}


def test_without_a_pair_there_are_no_features() -> None:
    tagged = tagged_text(TEXT, MARKED[:1], [[]])
    assert link_features(TextLayout(TEXT), tagged, "source", {}) == {}
