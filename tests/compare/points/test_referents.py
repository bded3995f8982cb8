"""Which claim a back reference means."""

from collections.abc import Sequence

import pytest

from sayso.compare.points import referents
from sayso.compare.points.back_reference import BackReference
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.referents import MAX_SENTENCES_BACK, find_referents
from sayso.compare.terms import terms_in
from sayso.model.speech import Stance
from tests.compare.points.prepared import prepared_claim
from tests.costs import counted_calls


def answer(
    sentence: int, owners: str = "", accusing: bool = False, document: str = "a", by: str = ""
) -> PreparedClaim:
    """A denial of what was said before; `by` is the name of its speaker."""
    return prepared_claim(
        "this",
        "x",
        Stance.DENIES,
        document,
        sentence,
        back_reference=BackReference(accusing, terms_in(owners), untrue=False),
        speaker_terms=terms_in(by),
    )


def meant(claims: Sequence[PreparedClaim], groups: Sequence[int] | None = None) -> int | None:
    """The claim that the last one means; without `groups`, each claim is in a group of its own."""
    group_of = dict(enumerate(groups or range(len(claims))))
    return dict(find_referents(claims, group_of)).get(len(claims) - 1)


FIRST = prepared_claim("the mill burned", "one", sentence=1)
SECOND = prepared_claim("the ferry sank", "two", sentence=2)


def test_the_nearest_claim_before_is_meant() -> None:
    assert meant([FIRST, SECOND, answer(3)]) == 1
    later = prepared_claim("the bridge fell", "three", sentence=4)
    assert meant([FIRST, SECOND, later, answer(3)]) == 1


@pytest.mark.parametrize(
    "nearer",
    [
        prepared_claim("the ferry sank", "x", sentence=2),  # the same speaker
        prepared_claim("the ferry will sail", "two", Stance.INTENDS, sentence=2),
        prepared_claim("the ferry sank", "two", sentence=2, document="b"),
        prepared_claim("the ferry sank", "two", sentence=2, speaker_polarity=0),
    ],
)
def test_some_claims_are_not_meant(nearer: PreparedClaim) -> None:
    assert meant([FIRST, nearer, answer(3)]) == 0


def test_a_claim_too_far_back_is_not_meant() -> None:
    assert meant([FIRST, answer(1 + MAX_SENTENCES_BACK)]) == 0
    assert meant([FIRST, answer(2 + MAX_SENTENCES_BACK)]) is None


def test_two_claims_as_near_are_meant_only_if_they_are_of_one_group() -> None:
    beside = prepared_claim("the mill was old", "two", sentence=1)
    assert meant([FIRST, beside, answer(3)]) is None
    assert meant([FIRST, beside, answer(3)], groups=[0, 0, 1]) == 1


def test_of_two_claims_as_near_the_one_that_names_the_speaker_is_meant() -> None:
    named = prepared_claim("the council sold the mill", "two", sentence=1)
    assert meant([named, FIRST, answer(3)]) is None
    assert meant([named, FIRST, answer(3, by="the council")]) == 0


def test_accusations_mean_a_charge() -> None:
    charge = prepared_claim("the mayor of theft", "one", Stance.ACCUSES, sentence=1)
    assert meant([charge, SECOND, answer(3, accusing=True)]) == 0
    assert meant([charge, SECOND, answer(3)]) == 1


def test_what_is_said_to_be_of_an_owner_means_the_claim_of_that_owner() -> None:
    by_opposition = prepared_claim(
        "the vote was rigged", "one", sentence=1, speaker_terms=terms_in("the opposition")
    )
    far = answer(9, owners="the opposition")
    assert meant([by_opposition, SECOND, far]) == 0
    elsewhere = answer(1, owners="the opposition", document="b")
    assert meant([by_opposition, SECOND, elsewhere]) == 0
    assert meant([FIRST, SECOND, answer(3, owners="the opposition")]) is None


@pytest.mark.parametrize("elsewhere", [False, True])
def test_many_back_references_to_one_owner_cost_no_more_each_than_a_few(
    elsewhere: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(referents, "MAX_CLAIMS_OF_OWNER", 40, raising=False)
    few, many = (
        [
            claim
            for sentence in range(1, count)
            for claim in (
                charge_by("opposition", sentence, "b" if elsewhere else "a"),
                answer(sentence, owners="opposition"),
            )
        ]
        for count in (100, 200)
    )
    groups = dict.fromkeys(range(len(many)), 0)
    cost_of_few = counted_calls(lambda: list(find_referents(few, groups)))
    assert counted_calls(lambda: list(find_referents(many, groups))) < 2.3 * cost_of_few


def charge_by(owner: str, sentence: int, document: str) -> PreparedClaim:
    """A charge that an owner makes."""
    return prepared_claim(
        "the mill burned", owner, Stance.ACCUSES, document, sentence, speaker_terms=terms_in(owner)
    )


def test_of_many_claims_of_an_owner_the_nearest_before_is_meant(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(referents, "MAX_CLAIMS_OF_OWNER", 4)
    charges = [charge_by("opposition", sentence, "a") for sentence in range(1, 10)]
    assert meant([*charges, answer(11, owners="opposition")]) == 8
    assert meant([*charges[:6], answer(6, owners="opposition")]) == 4
    far = [charge_by("opposition", sentence, "b") for sentence in range(1, 6)]
    assert meant([*far[:4], answer(9, owners="opposition")], [0] * 5) == 3
    assert meant([*far, answer(9, owners="opposition")], [0] * 6) is None
