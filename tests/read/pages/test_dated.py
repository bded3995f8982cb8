"""Which of the dates of a page counts."""

from datetime import date

import pytest

from sayso.model.particulars import DateKind, StatedDate
from sayso.read.pages.dated import Decided, decided_dates, stated

DAY, NOON, SAME = "2026-03-02", "2026-03-02T12:00:00+01:00", "2026-03-02T11:00:00Z"
OTHER = "2025-11-20"


def published(*words: str) -> list[StatedDate]:
    return [stated(DateKind.PUBLISHED, one, "field") for one in words]


def decided(
    fields: tuple[str, ...] = (),
    weak: tuple[str, ...] = (),
    seen: tuple[str, ...] = (),
    address: str | None = None,
    changed: tuple[str, ...] = (),
    crawled: date | None = None,
    *,
    labelled: bool = False,
) -> Decided:
    return decided_dates(
        published(*fields),
        published(*weak),
        published(*seen),
        published(address)[0] if address else None,
        [stated(DateKind.MODIFIED, one, "field") for one in changed],
        crawled,
        labelled=labelled,
    )


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (decided((NOON,)), NOON),
        (decided((NOON, SAME)), NOON),
        (decided((DAY, NOON)), NOON),
        (decided((NOON, "2026-03-02T15:00:00+01:00")), DAY),
        (decided(("2026-03-02T12:00:00",)), DAY),
        (decided((NOON, OTHER)), None),
        (decided((NOON, OTHER), seen=(DAY,)), NOON),
        (decided((NOON, OTHER), address=OTHER), OTHER),
        (decided((NOON,), seen=(OTHER,)), None),
        (decided((NOON,), seen=("2026-03-01",)), NOON),
        (decided(("2026-03-02T00:30:00+01:00", "2026-03-01T23:30:00Z")), "2026-03-02T00:30:00+01:00"),
        (decided(weak=(DAY,)), DAY),
        (decided(weak=(DAY,), seen=(OTHER,)), None),
        (decided(weak=(DAY,), seen=(OTHER,), labelled=True), OTHER),
        (decided(seen=(DAY, OTHER)), None),
        (decided(seen=(DAY, OTHER), address=DAY), None),
        (decided(address=DAY), DAY),
        (decided(address=DAY, changed=(OTHER,)), None),
        (decided(changed=(DAY,)), None),
        (decided((NOON,), changed=(OTHER,)), None),
        (decided(("1970-01-01T00:00:00Z",), seen=(DAY,)), DAY),
        (decided((NOON,), crawled=date(2026, 2, 1)), None),
        (decided((NOON,), crawled=date(2026, 3, 1)), NOON),
    ],
)  # fmt: skip
def test_the_date_that_counts(found: Decided, right: str | None) -> None:
    assert found.published == right


def test_what_is_refused_is_remarked_on() -> None:
    assert "0001-01-01" in decided(("0001-01-01",)).remarks[0]
    assert "later than the change" in decided((NOON,), changed=(OTHER,)).remarks[0]
    assert "fetched" in decided((NOON,), crawled=date(2026, 2, 1)).remarks[0]


def test_all_dates_are_kept_as_they_were_stated() -> None:
    (one,) = decided(("2026-03-02T08:15:00",)).dates
    assert one == StatedDate(
        DateKind.PUBLISHED, "2026-03-02T08:15:00", "2026-03-02T08:15:00", "field"
    )
    (soon,) = decided(("soon",)).dates
    assert (soon.value, soon.words) == (None, "soon")
