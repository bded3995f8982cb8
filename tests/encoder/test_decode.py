"""The best tags under BIO's rules, and the spans they stand for."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.encoder import decode
from sayso.encoder.decode import best_tags, tagged_spans, transition_penalties
from sayso.encoder.labels import LABELS, may_follow

ROWS = st.lists(
    st.lists(st.floats(-5, 5, width=32), min_size=len(LABELS), max_size=len(LABELS)), max_size=12
)


@given(st.lists(ROWS, max_size=4))
def test_tags_never_break_the_rules(texts: list[list[list[float]]]) -> None:
    scores = [np.array(rows, dtype=np.float32).reshape(-1, len(LABELS)) for rows in texts]
    start = np.zeros(len(LABELS), dtype=np.float32)
    for tags, own in zip(best_tags(scores, transition_penalties(), start), scores, strict=True):
        assert len(tags) == len(own)
        before = 0
        for tag in tags:
            assert may_follow(before, int(tag))
            before = int(tag)


@given(ROWS, ROWS)
def test_a_text_is_tagged_the_same_beside_another(
    one: list[list[float]], other: list[list[float]]
) -> None:
    scores = [np.array(rows, dtype=np.float32).reshape(-1, len(LABELS)) for rows in (one, other)]
    start = np.zeros(len(LABELS), dtype=np.float32)
    alone = best_tags(scores[:1], transition_penalties(), start)[0]
    assert best_tags(scores, transition_penalties(), start)[0].tolist() == alone.tolist()


@settings(max_examples=25)
@given(st.lists(ROWS, max_size=5))
def test_texts_are_tagged_the_same_a_few_at_a_time(texts: list[list[list[float]]]) -> None:
    scores = [np.array(rows, dtype=np.float32).reshape(-1, len(LABELS)) for rows in texts]
    start = np.zeros(len(LABELS), dtype=np.float32)
    together = best_tags(scores, transition_penalties(), start)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decode, "MAX_WORDS_AT_ONCE", 15)
        apart = best_tags(scores, transition_penalties(), start)
    assert [tags.tolist() for tags in apart] == [tags.tolist() for tags in together]


def test_spans_are_runs_of_one_role() -> None:
    tags = np.array(
        [LABELS.index(name) for name in ("B-source", "I-source", "B-cue", "O", "B-cue", "B-cue")]
    )
    scores = np.zeros((6, len(LABELS)), dtype=np.float32)
    found = [(one.role, one.first, one.last) for one in tagged_spans(tags, scores)]
    assert found == [("source", 0, 2), ("cue", 2, 3), ("cue", 4, 5), ("cue", 5, 6)]
