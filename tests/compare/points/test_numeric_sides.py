"""Numbers of a point: what grew or was corrected is no contradiction."""

import pytest

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract
from sayso.model.comparison import Point, State
from sayso.model.text import Document

FLOOD = "The dam above Selm burst on Sunday and killed {} people in the town, {} said."


def point(*reports: tuple[str, str, str, str]) -> Point:
    """The one point on which the reports (number, speaker, outlet, published) all speak."""
    facts = [
        extract(
            Document(f"{at}.txt", FLOOD.format(number, who), outlet=outlet, published=published)
        )
        for at, (number, who, outlet, published) in enumerate(reports)
    ]
    found = [one for one in compare(facts).points if len(one.claims) >= len(reports)]
    assert found
    return found[0]


MORNING, NIGHT = "2031-05-04T08:00Z", "2031-05-04T22:00Z"


@pytest.mark.parametrize(
    "reports",
    [
        # 20 in the morning and 35 at night.
        [
            ("20", "mayor Ilva Brant", "Gazette", MORNING),
            ("35", "mayor Ilva Brant", "Review", NIGHT),
        ],
        [
            ("20", "mayor Ilva Brant", "Gazette", MORNING),
            ("35", "the interior ministry", "Review", NIGHT),
        ],
        # The same speaker takes it back.
        [
            ("35", "mayor Ilva Brant", "Gazette", MORNING),
            ("20", "mayor Ilva Brant", "Review", NIGHT),
        ],
        # An older figure comes again.
        [
            ("20", "mayor Ilva Brant", "Gazette", MORNING),
            ("35", "mayor Ilva Brant", "Review", NIGHT),
            ("20", "the council", "Echo", "2031-05-06"),
        ],
    ],
)
def test_a_number_that_only_changed_is_not_contested(
    reports: list[tuple[str, str, str, str]],
) -> None:
    found = point(*reports)
    assert found.state is not State.CONTESTED
    assert found.origins_against == 0
    assert any(why.feature.startswith("a number that") for why in found.why)


@pytest.mark.parametrize(
    "reports",
    [
        [
            ("20", "mayor Ilva Brant", "Gazette", NIGHT),
            ("35", "the interior ministry", "Review", NIGHT),
        ],
        [
            ("35", "mayor Ilva Brant", "Gazette", MORNING),
            ("20", "the interior ministry", "Review", NIGHT),
        ],
        [("20", "the army", "Gazette", MORNING), ("84", "the rebels", "Review", NIGHT)],
    ],
)
def test_numbers_that_cannot_both_be_right_are(reports: list[tuple[str, str, str, str]]) -> None:
    found = point(*reports)
    assert found.state is State.CONTESTED
    assert (found.origins_for, found.origins_against) == (1, 1)
