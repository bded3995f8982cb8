"""What happened above, when it was said below."""

from typing import Any

from sayso.desk.views.lanes import lanes


def told(
    happened: str | None, said: str | None, tellings: int = 1, changed: int = 0
) -> dict[str, Any]:
    return {"happened": happened, "said": said, "tellings": tellings, "changed": changed}


def test_days_have_one_scale_in_both_lanes() -> None:
    drawn = lanes([told("2031-03-02", "2031-03-02"), told("2031-03-02", "2031-03-09", 4)])
    assert drawn is not None
    (happened,), (prompt, late) = drawn.happened, drawn.said
    assert happened.x == prompt.x < late.x
    assert happened.tellings == 5
    assert late.radius > prompt.radius
    assert [day for day, _ in drawn.days][::2] == ["2031-03-02", "2031-03-09"]


def test_late_early_and_changed_tellings_are_told_apart() -> None:
    rows = [
        told("2031-03-05", "2031-03-01"),
        told("2031-03-05", "2031-03-07"),
        told("2031-03-05", "2031-03-08"),
        told("2031-03-04", "2031-03-05", changed=1),
    ]
    drawn = lanes(rows)
    assert drawn is not None
    assert [line.way for line in drawn.lines] == ["early", "prompt", "late", "changed"]


def test_without_days_there_is_nothing_to_draw() -> None:
    assert lanes([told(None, "2031-03-01"), told("in spring", "2031-03-01")]) is None
    one = lanes([told("2031-03-01", "2031-03-01")])
    assert one is not None
    assert len(one.days) == 1
