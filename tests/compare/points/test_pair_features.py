"""What tells how two claims are related; each feature by a pair that has it and one that has not."""

from math import exp
from typing import Any

import numpy as np
import pytest

from sayso.compare.points.pair_features import MAX_RARITY, UNREAD_CLAIM, Features
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.verdicts import ClaimVerdict, PairVerdict
from sayso.model.speech import Stance
from tests.compare.points.known import known_features
from tests.compare.points.prepared import outlet_claim, prepared_claim

MILL = "the army had burned the mill"
CHARGE = prepared_claim(MILL, "the guild", Stance.ACCUSES)
SAID = prepared_claim(MILL, "the guild")
DENIED = prepared_claim(MILL, "the army", Stance.DENIES, sentence=2)
DOUBTED = prepared_claim(MILL, "the mayor", Stance.DOUBTS, sentence=3)
RAINED = prepared_claim("it rained", "a miller", sentence=4)
ABROAD = prepared_claim(MILL, "a clerk", document="b", sentence=2)
VERDICT = PairVerdict(unrelated=-2.0, same=-3.0, opposite=-0.2)


def features(
    left: PreparedClaim, right: PreparedClaim, *others: PreparedClaim, **known: Any
) -> Features:
    """The features of two claims that the network has not read together."""
    return known_features([left, right, *others], **known).before_reading((0, 1))


def test_a_pair_is_as_likely_in_a_dispute_as_its_claims() -> None:
    of_claims = {0: ClaimVerdict(1.0, -1.0, -2.0), 1: ClaimVerdict(3.0, 2.0, 2.5)}
    found = features(SAID, DENIED, of_claims=of_claims)
    assert found["disputed"] == 2.0
    assert found["least_disputed"] == 1.0
    assert found["core"] == 0.5
    assert found["one_answers"] == 4.5
    alike = dict.fromkeys((0, 1), ClaimVerdict(1.0, 2.0, 3.0))
    assert features(SAID, DENIED, of_claims=alike)["one_answers"] == 0


def test_a_claim_that_no_window_holds_is_unlikely_in_a_dispute() -> None:
    found = features(SAID, DENIED, of_claims={0: ClaimVerdict(1.0, 2.0, 3.0)})
    assert found["least_disputed"] == UNREAD_CLAIM.disputed < 0
    assert found["disputed"] == (1.0 + UNREAD_CLAIM.disputed) / 2


@pytest.mark.parametrize(
    ("together", "odds", "in_one"),
    [({(0, 1): -2.5}, -2.5, 1), ({(0, 1): 0.0}, 0, 1), ({(0, 2): 1.0}, 0, 0), ({}, 0, 0)],
)
def test_claims_of_one_window_have_its_odds(
    together: dict[tuple[int, int], float], odds: float, in_one: int
) -> None:
    found = features(SAID, DENIED, together=together)
    assert (found["together"], found["in_one_window"]) == (odds, in_one)


def test_rules_tell_how_likely_one_claim_denies_the_other() -> None:
    asked = {(0, 1): 0.5}
    here, elsewhere = (features(one, DENIED, asked=asked) for one in (SAID, ABROAD))
    assert (here["asked"], here["asked_elsewhere"]) == (0.5, 0)
    assert (elsewhere["asked"], elsewhere["asked_elsewhere"]) == (0.5, 0.5)
    assert features(SAID, DENIED, asked={(0, 2): 1.0})["asked"] == 0


@pytest.mark.parametrize(
    ("name", "left", "right", "value"),
    [
        ("same_speaker", SAID, CHARGE, 1),
        ("same_speaker", SAID, prepared_claim(MILL, "the guild", document="b"), 1),
        ("same_speaker", SAID, DENIED, 0),
        ("one_denies", SAID, DENIED, 1),
        ("one_denies", DOUBTED, SAID, 1),
        ("one_denies", DENIED, DOUBTED, 0),
        ("one_denies", SAID, RAINED, 0),
        ("both_deny", DENIED, DOUBTED, 1),
        ("both_deny", SAID, DENIED, 0),
        ("both_deny", SAID, RAINED, 0),
        ("denies_charge", CHARGE, DENIED, 1),
        ("denies_charge", DENIED, CHARGE, 1),
        ("denies_charge", SAID, DENIED, 0),
        ("denies_charge", CHARGE, RAINED, 0),
        ("denies_charge", DENIED, DOUBTED, 0),
        ("denies_charge", CHARGE, CHARGE, 0),
        ("denies_charge", SAID, RAINED, 0),
        ("elsewhere", SAID, ABROAD, 1),
        ("elsewhere", SAID, DENIED, 0),
        ("outlet", SAID, outlet_claim(MILL, sentence=9), 1),
        ("outlet", outlet_claim(MILL), outlet_claim(MILL, document="b"), 1),
        ("outlet", SAID, RAINED, 0),
        ("shared", SAID, DENIED, 0.75),  # three of three, and one more for claims with few
        ("shared", SAID, prepared_claim("the mill was dry", sentence=2), 1 / 3),
        ("shared", SAID, RAINED, 0),
    ],
)
def test_who_speaks_where_how_and_of_what(
    name: str, left: PreparedClaim, right: PreparedClaim, value: float
) -> None:
    assert features(left, right)[name] == pytest.approx(value)
    assert features(right, left)[name] == pytest.approx(value)


def test_claims_are_near_by_the_sentences_between_them() -> None:
    same, next_one, farther = (
        features(SAID, prepared_claim("it rained", sentence=sentence)) for sentence in (1, 2, 9)
    )
    assert same["near"] == same["nearer"] == 1
    assert next_one["near"] == pytest.approx(exp(-1 / 6))
    assert next_one["nearer"] == pytest.approx(exp(-1 / 1.5))
    assert next_one["near"] > farther["near"] > farther["nearer"]


def test_claims_of_two_reports_are_not_near_whatever_their_sentences() -> None:
    one, other = (
        features(SAID, prepared_claim("it rained", document="b", sentence=sentence))
        for sentence in (1, 30)
    )
    assert one["near"] == other["near"] < 0.01
    assert one["nearer"] == other["nearer"] < 0.01


def test_a_claim_may_name_the_speaker_of_the_other() -> None:
    of_army = prepared_claim("it rained", "x", sentence=2, speaker_terms=frozenset({"armi"}))
    of_guild = prepared_claim(MILL, "y", speaker_terms=frozenset({"guild"}))
    about_guild = prepared_claim("the guild lied", "x", speaker_terms=frozenset({"armi"}))
    assert features(SAID, of_army)["names_speaker"] == 1
    assert features(of_army, SAID)["names_speaker"] == 1
    assert features(of_guild, about_guild)["names_speaker"] == 2
    assert features(SAID, DENIED)["names_speaker"] == 0


def mentioning(*terms: str, document: str = "a", sentence: int = 1) -> PreparedClaim:
    """A claim with these terms."""
    return prepared_claim("it", "one", document=document, sentence=sentence, terms=frozenset(terms))


def test_terms_that_few_claims_share_are_rare() -> None:
    pair = mentioning("mill", "fire"), mentioning("mill", "fire", "rain", sentence=2)
    again = mentioning("mill", sentence=3)
    assert features(*pair)["rarity"] == pytest.approx(1 / 2 + 1 / 2)
    assert features(*pair, again)["rarity"] == pytest.approx(1 / 3 + 1 / 2)
    assert features(*pair, again, again)["rarity"] == pytest.approx(1 / 4 + 1 / 2)
    assert features(pair[0], mentioning("rain"))["rarity"] == 0


def test_a_term_is_as_rare_as_in_its_own_story() -> None:
    pair = mentioning("mill"), mentioning("mill", sentence=2)
    other = mentioning("mill", document="b")
    for story, rarity in (("one", 1 / 3), ("two", 1 / 2)):
        found = features(*pair, other, story_of={"a": "one", "b": story})
        assert found["rarity"] == pytest.approx(rarity)


def test_many_rare_terms_count_only_so_much() -> None:
    many = [f"term{number}" for number in range(2 * int(MAX_RARITY) + 2)]
    assert features(mentioning(*many), mentioning(*many))["rarity"] == MAX_RARITY


def test_rare_terms_of_two_reports_have_a_weight_of_their_own() -> None:
    one = mentioning("mill")
    assert features(one, mentioning("mill", document="b"))["rarity_elsewhere"] == 0.5
    here = features(one, mentioning("mill", sentence=2))
    assert (here["rarity"], here["rarity_elsewhere"]) == (0.5, 0)


def test_claims_that_mean_the_same_have_a_large_cosine() -> None:
    meaning = {0: np.array([0.6, 0.8], np.float32), 1: np.array([1.0, 0.0], np.float32)}
    here, elsewhere = (features(one, DENIED, meaning=meaning) for one in (SAID, ABROAD))
    assert here["cosine"] == pytest.approx(0.6)
    assert here["cosine_elsewhere"] == 0
    assert elsewhere["cosine"] == elsewhere["cosine_elsewhere"] == pytest.approx(0.6)
    assert features(SAID, DENIED, meaning={0: meaning[0]})["cosine"] == 0


def test_what_was_read_is_added_to_what_is_known_before() -> None:
    for claims, elsewhere in (([SAID, DENIED], 0), ([ABROAD, DENIED], 1)):
        found = known_features(claims)
        read = found.after_reading((0, 1), VERDICT, answered=0.5, ahead=-1.5)
        added = {
            "opposite": pytest.approx(1.8),
            "opposite_elsewhere": pytest.approx(1.8 * elsewhere),
            "not_same": pytest.approx(2.8),
            "answered": 0.5,
            "ahead": -1.5,
        }
        assert read == found.before_reading((0, 1)) | added


def test_all_pairs_have_the_same_features_whatever_is_known() -> None:
    bare = features(RAINED, outlet_claim("Bread is dear", document="b"))
    full = features(
        CHARGE,
        DENIED,
        of_claims=dict.fromkeys((0, 1), ClaimVerdict(1.0, 1.0, 1.0)),
        together={(0, 1): 1.0},
        asked={(0, 1): 1.0},
        meaning=dict.fromkeys((0, 1), np.ones(1, np.float32)),
    )
    assert list(bare) == list(full)
    assert bare["constant"] == full["constant"] == 1
