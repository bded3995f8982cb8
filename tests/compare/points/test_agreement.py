"""Claims of several voices that say the same."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

import pytest

from sayso.compare.figures.quantity import Quantity
from sayso.compare.points.agreement import find_agreement
from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.speech import Stance
from tests.compare.points.prepared import outlet_claim, prepared_claim

ONE_STORY: Mapping[str, str] = defaultdict(lambda: "story")
SANK = prepared_claim("the ferry sank off Selm in a storm", "the mayor")
WENT_DOWN = prepared_claim("the Selm ferry went down in the storm", "a fisherman", document="b")
SUNK = prepared_claim("a storm sank the ferry near Selm", "the coastguard", document="c")
BREAD = prepared_claim("bread has become dearer in Selm", "a baker", document="b")
KILLED = frozenset({"killed"})


def groups(
    *claims: PreparedClaim, taken: Collection[int] = (), origins: str = ""
) -> Sequence[tuple[int, ...]]:
    """The groups of claims of one story; `origins` has a letter for the origin of each claim.

    Without it every report is an origin of its own.
    """
    own = origins or [claim.document for claim in claims]
    origin_of = {claim.key: origin for claim, origin in zip(claims, own, strict=True)}
    return find_agreement(claims, ONE_STORY, origin_of, taken)


def changed(claim: PreparedClaim, **changes: object) -> PreparedClaim:
    """The same words by the same speaker, with other fields."""
    return prepared_claim(
        claim.compared_text,
        claim.voice,
        document=claim.document,
        sentence=claim.sentence_number,
        **changes,  # type: ignore[arg-type]
    )


def counting(*numbers: Quantity) -> list[PreparedClaim]:
    """Two claims in the same words; the first says the first number, the other the second."""
    text = "the storm off Selm killed people on the ferry"
    return [
        prepared_claim(text, f"{at}", document=f"{at}", quantities=(number,))
        for at, number in enumerate(numbers)
    ]


def test_several_voices_that_say_the_same_agree() -> None:
    assert groups(SANK, BREAD, WENT_DOWN, SUNK) == [(0, 2, 3)]


def test_two_speakers_of_one_report_agree_too() -> None:
    assert groups(SANK, prepared_claim(SUNK.compared_text, "the coastguard", sentence=5)) == [
        (0, 1)
    ]


def test_one_who_says_a_thing_twice_in_one_report_does_not_agree_with_oneself() -> None:
    assert not groups(SANK, prepared_claim(SUNK.compared_text, "the mayor", sentence=5))


def test_outlets_that_print_one_text_are_no_two_voices() -> None:
    one, other = outlet_claim(SANK.compared_text), outlet_claim(SUNK.compared_text, "b", 5)
    assert groups(one, other, origins="ab") == [(0, 1)]
    assert not groups(one, other, origins="aa")
    # Who is quoted in that text is a voice beside the outlet's.
    assert groups(one, WENT_DOWN, other, origins="aaa") == [(0, 1, 2)]


def test_two_speakers_of_one_origin_are_two_voices() -> None:
    assert groups(SANK, SUNK, origins="aa") == [(0, 1)]


def test_reports_of_two_stories_are_not_compared() -> None:
    origin_of = {SANK.key: "a", SUNK.key: "c"}
    assert not find_agreement([SANK, SUNK], {"a": "one", "c": "two"}, origin_of, ())
    assert find_agreement([SANK, SUNK], ONE_STORY, origin_of, ())


def test_a_claim_that_is_in_a_dispute_stays_out() -> None:
    assert groups(SANK, WENT_DOWN, SUNK, taken={1}) == [(0, 2)]
    assert not groups(SANK, WENT_DOWN, SUNK, taken={0, 1})


@pytest.mark.parametrize(
    "other",
    [
        changed(SUNK, stance=Stance.DENIES),
        changed(SUNK, speaker_polarity=0),
        changed(SUNK, negated=True),
        changed(SUNK, back_reference=BackReference(frozenset(), untrue=False)),
        changed(SUNK, terms=frozenset({"ferri"})),
    ],
)
def test_some_claims_agree_with_nobody(other: PreparedClaim) -> None:
    assert not groups(SANK, other)
    assert groups(SANK, SUNK)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (Quantity(12, 12, False, KILLED), Quantity(12, 12, False, KILLED), True),
        (Quantity(12, 12, False, KILLED), Quantity(30, 30, False, KILLED), False),
        (Quantity(12, 12, False, KILLED), Quantity(10, None, False, KILLED), True),
        (Quantity(12, 12, False, KILLED), Quantity(30, 30, False, frozenset({"boat"})), True),
        # What the number counts was said before.
        (Quantity(12, 12, False, KILLED), Quantity(30, 30, False, frozenset()), False),
    ],
)
def test_numbers_that_cannot_both_be_right_are_no_agreement(
    one: Quantity, other: Quantity, agree: bool
) -> None:
    assert bool(groups(*counting(one, other))) is agree


def test_the_order_of_claims_changes_nothing() -> None:
    claims = [SANK, BREAD, WENT_DOWN, SUNK]
    there = {claims[place].voice for place in groups(*claims)[0]}
    back = {claims[::-1][place].voice for place in groups(*claims[::-1])[0]}
    assert there == back
