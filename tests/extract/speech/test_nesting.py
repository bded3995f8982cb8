"""Which attribution stands inside which."""

from sayso.extract.speech.nesting import (
    MAX_ATTRIBUTIONS_DEEP,
    nest_attributions,
    without_deepest,
)
from sayso.model.speech import Attribution, Kind, Speech
from sayso.model.text import Span


def attribution(
    source: tuple[int, int],
    cue: tuple[int, int],
    *content: tuple[int, int],
    within: str | None = None,
) -> Attribution:
    spans = tuple(Span(*piece) for piece in content)
    return Attribution(Span(*source), Span(*cue), spans, Speech.INDIRECT, Kind.SPEECH, within, 0.9)


def test_the_shortest_content_that_holds_all_of_it() -> None:
    outer = attribution((0, 4), (5, 9), (10, 900))
    middle = attribution((20, 24), (25, 29), (30, 700))
    inner = attribution((620, 624), (625, 629), (630, 660))
    nested = {known.id: known.within for known in nest_attributions([outer, inner, middle])}
    assert nested == {outer.id: None, middle.id: outer.id, inner.id: middle.id}


def test_a_content_that_holds_only_a_part_does_not_count() -> None:
    outer = attribution((0, 4), (5, 9), (10, 60))
    beside = attribution((61, 64), (50, 59), (12, 40))  # its source stands outside
    assert [known.within for known in nest_attributions([outer, beside])] == [None, None]


def test_with_one_content_it_stays_where_it_was_found() -> None:
    around = attribution((0, 4), (5, 9), (10, 400))
    passing = attribution((11, 14), (15, 19), (20, 60))
    telling = attribution((61, 64), (65, 69), (20, 60), within=passing.id)
    inside = attribution((21, 23), (24, 26), (27, 50), within=passing.id)
    known = [around, passing, telling, inside]
    assert [one.within for one in nest_attributions(known)] == [
        None,
        around.id,
        passing.id,
        telling.id,
    ]


def test_two_of_one_length_do_not_hold_each_other() -> None:
    left = attribution((0, 4), (5, 9), (10, 60))
    right = attribution((12, 14), (15, 19), (10, 60))
    assert [known.within for known in nest_attributions([left, right])] == [None, None]


def test_what_was_known_before_stays_where_nothing_holds_it() -> None:
    inner = attribution((0, 4), (5, 9), (10, 60), within="known")
    assert nest_attributions([inner]) == [inner]


def test_attributions_inside_too_many_others_are_left_out() -> None:
    inside_one_another = [
        attribution((10 * at, 10 * at + 2), (10 * at + 3, 10 * at + 5), (10 * at + 6, 900))
        for at in range(MAX_ATTRIBUTIONS_DEEP + 4)
    ]
    kept = list(without_deepest(nest_attributions(inside_one_another)))
    assert [known.id for known in kept] == [
        known.id for known in inside_one_another[:MAX_ATTRIBUTIONS_DEEP]
    ]
