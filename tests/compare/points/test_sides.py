"""On which side of a point a claim stands: one test or more for each rule."""

from collections.abc import Mapping, Sequence

import pytest

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.grouping import ClaimGroup
from sayso.compare.points.numeric_sides import read_point_numbers
from sayso.compare.points.pile_size import MAX_CLAIMS_OF_ONE_QUESTION
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.points.sides import (
    against_interest,
    decide_polarities,
    split_unmatched_denials,
    stated_polarities,
)
from sayso.compare.sources.speakers import speaker_keys
from sayso.model.reasons import RuleName
from sayso.model.speech import Stance
from tests.compare.points.prepared import prepared_claim
from tests.compare.told import Told

SAYS, DENIES, DOUBTS, ACCUSES = Stance.ASSERTS, Stance.DENIES, Stance.DOUBTS, Stance.ACCUSES
CONCEDES, DECLINES = Stance.CONCEDES, Stance.DECLINES

Statement = tuple[str, Stance, str]


def prepared(
    *statements: Statement, own_voice: str = "", killed: Sequence[str] = ()
) -> list[PreparedClaim]:
    """The claims of a report: speaker, stance and content of each, then one in the outlet's voice.

    `killed` are words of the contents that end in a number of people killed.
    """
    text = " ".join(f"{speaker} spoke: {content}." for speaker, _, content in statements)
    told = Told(f"{text} {own_voice}", published="2031-05-04T08:00Z")
    for speaker, stance, content in statements:
        told.says(speaker, content, stance=stance)
    if own_voice:
        told.tells(own_voice)
    for number in killed:
        told.figure(number, who="people")
    facts = told.facts()
    return prepare_claims(facts, speaker_keys([facts], ()))


def sides(claims: Sequence[PreparedClaim], referents: Mapping[int, int] | None = None) -> list[int]:
    """The side of each claim, where all of them are of one point."""
    group = ClaimGroup(tuple(range(len(claims))), referents or {})
    numbers = read_point_numbers(claims, group.content)
    stated = stated_polarities(claims, group.content)
    polarities = decide_polarities(claims, group, stated, numbers)
    return [polarities[place] for place in group.members]


# --- Stance


@pytest.mark.parametrize(
    ("stance", "side"),
    [(SAYS, 1), (ACCUSES, 1), (CONCEDES, 1), (DENIES, -1), (DOUBTS, -1), (DECLINES, 0)],
)
def test_the_stance_of_a_speaker_gives_the_side(stance: Stance, side: int) -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the army had burned the mill"),
        ("Brandt", stance, "soldiers burned the mill at Selm"),
    )
    assert sides(claims) == [1, side]


# --- Negation


def test_a_negation_turns_a_claim_against_one_without_it() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the gate was guarded"), ("Brandt", SAYS, "the gate was not guarded")
    )
    assert sides(claims) == [1, -1]


def test_a_denied_negation_affirms() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the gate was guarded"), ("Brandt", DENIES, "the gate was not guarded")
    )
    assert sides(claims) == [1, 1]


def test_a_negation_that_all_have_turns_nothing() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the gate was not guarded"), ("Brandt", SAYS, "no guard stood at the gate")
    )
    assert sides(claims) == [1, 1]


def test_of_two_claims_a_negation_turns_one_only_with_a_shared_word() -> None:
    statements: list[Statement] = [
        ("Ruiz", SAYS, "the gate was guarded"),
        ("Brandt", SAYS, "nobody fell ill"),
    ]
    assert sides(prepared(*statements)) == [1, 1]
    assert sides(prepared(*statements, ("Kern", SAYS, "some guests fell ill"))) == [1, -1, 1]


def test_a_negation_in_the_voice_of_the_outlet_is_on_no_side() -> None:
    claims = prepared(("Ruiz", SAYS, "the gate was guarded"), own_voice="The gate was not guarded")
    assert sides(claims) == [1, 0]


# --- Contradiction


def test_a_denial_of_what_no_claim_says_is_open_in_a_large_pile() -> None:
    claims = [
        prepared_claim("the mill leaked", "one"),
        prepared_claim("the mill leaked oil", "two", DENIES),
        prepared_claim("the ferry was late", "three", DENIES),
    ]
    others = [prepared_claim("a fair", "four")] * MAX_CLAIMS_OF_ONE_QUESTION
    content = range(len(claims))
    assert stated_polarities([*claims, *others], content) == {0: 1, 1: -1, 2: 0}
    assert stated_polarities(claims, content) == {0: 1, 1: -1, 2: -1}


def test_a_denial_of_what_no_claim_says_makes_a_group_of_its_own() -> None:
    claims = [
        prepared_claim("the mill leaked", "one"),
        prepared_claim("the mill leaked oil", "two", DENIES),
        prepared_claim("the ferry was late", "three", DENIES),
        prepared_claim("the ferry had been late", "four", DENIES),
        prepared_claim("a bribe was paid", "five", DENIES),
    ]
    others = [prepared_claim("a fair", "six")] * MAX_CLAIMS_OF_ONE_QUESTION
    group = ClaimGroup((0, 1, 2, 3, 4), {})
    parts = list(split_unmatched_denials([*claims, *others], group))
    assert [part.members for part, _ in parts] == [(0, 1), (2, 3), (4,)]
    assert [stated for _, stated in parts] == [{0: 1, 1: -1}, {2: -1, 3: -1}, {4: -1}]


def test_a_denial_that_another_claim_points_back_to_stays() -> None:
    claims = [
        prepared_claim("the mill leaked", "one"),
        prepared_claim("the ferry was late", "three", DENIES),
    ]
    answer = prepared(("Ruiz", DENIES, "this"))
    others = [prepared_claim("a fair", "six")] * MAX_CLAIMS_OF_ONE_QUESTION
    every = [*claims, *answer, *others]
    ((whole, _),) = split_unmatched_denials(every, ClaimGroup((0, 1, 2), {2: 1}))
    assert whole.members == (0, 1, 2)


# --- Numbers


def test_a_number_that_excludes_the_number_of_most_is_against_it() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the flood killed 35 people"),
        ("Brandt", SAYS, "the flood buried 12 people"),
        ("Kern", SAYS, "the flood drowned 12 people"),
        killed=("killed 35", "buried 12", "drowned 12"),
    )
    assert sides(claims) == [-1, 1, 1]


# --- Opposite words


def test_a_claim_with_the_opposite_of_an_earlier_word_is_against_it() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the gate of the mill was open"),
        ("Brandt", SAYS, "the gate of the mill was locked"),
    )
    assert sides(claims) == [1, -1]


def test_a_charge_with_the_opposite_of_an_earlier_word_turns_that_one() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the gate of the mill was open"),
        ("Brandt", ACCUSES, "the miller of having locked the gate of the mill"),
    )
    assert sides(claims) == [-1, 1]


@pytest.mark.parametrize(
    "other",
    [
        ("Brandt", SAYS, "the gate was open and later locked"),  # both words
        ("Ruiz", SAYS, "the gate of the mill was locked"),  # the same speaker
        ("Brandt", SAYS, "hundreds of frightened children escaped by a locked cellar window"),
    ],
)
def test_an_opposite_word_alone_does_not_turn_a_claim(other: Statement) -> None:
    first = ("Ruiz", SAYS, "the gate of the mill beside the river was open all night")
    assert sides(prepared(first, other)) == [1, 1]


# --- Allies


def test_a_speaker_whose_ally_denies_is_against_the_claim() -> None:
    claims = prepared(
        ("Korn", SAYS, "the bronze horse was cast a hundred years ago"),
        ("the museum", DENIES, "the bronze horse was cast a hundred years ago by thieves"),
        ("a guide of the museum", SAYS, "tests gave the third century"),
        ("a baker", SAYS, "visitors came every day"),
    )
    assert sides(claims) == [1, -1, -1, 1]


def test_two_speakers_of_one_calling_are_no_allies() -> None:
    claims = prepared(
        ("Korn", SAYS, "the bronze horse was cast a hundred years ago"),
        ("one doctor", DENIES, "the bronze horse was cast a hundred years ago by thieves"),
        ("another doctor", SAYS, "tests gave the third century"),
    )
    assert sides(claims) == [1, -1, 1]


def test_a_speaker_without_others_to_contradict_is_not_against_the_claim() -> None:
    claims = prepared(
        ("the museum", DENIES, "thieves had cast the bronze horse"),
        ("a guide of the museum", SAYS, "tests gave the third century"),
    )
    assert sides(claims) == [-1, 1]


def test_a_speaker_who_denies_in_a_word_says_the_rest_against_the_claim_too() -> None:
    claims = prepared(
        ("Korn", SAYS, "the bronze horse was cast a hundred years ago"),
        ("the museum", DENIES, "this"),
        ("a guide of the museum", SAYS, "tests gave the third century"),
    )
    assert sides(claims, {1: 0}) == [1, -1, -1]


def test_the_accused_are_against_the_charge() -> None:
    claims = prepared(
        ("Ruiz", ACCUSES, "the mill of poisoning the brook"),
        ("the mill", SAYS, "a storm had washed soil down the slope"),
        ("the dairy", SAYS, "cows had broken a fence"),
    )
    assert sides(claims) == [1, -1, 1]


@pytest.mark.parametrize(
    ("stance", "content"),
    [
        (CONCEDES, "a valve had been left open overnight"),
        (SAYS, "the brook was poisoned by rain"),  # what the charge says, over again
    ],
)
def test_the_accused_may_say_the_same(stance: Stance, content: str) -> None:
    claims = prepared(
        ("Ruiz", ACCUSES, "the mill of poisoning the brook"), ("the mill", stance, content)
    )
    assert sides(claims) == [1, 1]


# --- Back references

CHARGE: Statement = ("Ruiz", ACCUSES, "the army of burning the ferry")
DENIAL: Statement = ("the ministry", DENIES, "the army had burned the ferry")


def test_a_denial_that_points_back_is_against_what_it_means() -> None:
    claims = prepared(CHARGE, ("the council", DENIES, "these accusations"))
    assert sides(claims, {1: 0}) == [1, -1]


def test_an_assent_that_points_back_is_on_the_side_of_what_it_means() -> None:
    claims = prepared(CHARGE, DENIAL, ("Brandt", SAYS, "that"))
    assert sides(claims, {2: 1}) == [1, -1, -1]


def test_a_denial_that_points_back_to_a_denial_denies_the_same() -> None:
    claims = prepared(CHARGE, DENIAL, ("the president", DENIES, "the accusation"))
    assert sides(claims, {2: 1}) == [1, -1, -1]


def test_who_calls_a_denial_untrue_is_against_it() -> None:
    claims = prepared(CHARGE, DENIAL, ("Brandt", DENIES, "this"))
    assert sides(claims, {2: 1}) == [1, -1, 1]


def test_a_charge_that_is_called_untrue_is_not_the_denial_of_it() -> None:
    claims = prepared(CHARGE, DENIAL, ("Brandt", DENIES, "the accusation as baseless"))
    assert sides(claims, {2: 1}) == [1, -1, -1]


def test_accusations_to_the_contrary_are_not_what_was_said() -> None:
    claims = prepared(
        ("Ruiz", SAYS, "the crew had left the ferry first"),
        ("the owner", SAYS, "the crew had not left the ferry first"),
        ("a clerk of the owner", DENIES, "these accusations"),
    )
    assert sides(claims, {2: 1}) == [1, -1, -1]


def test_an_ally_who_rejects_what_was_denied_denies_the_same() -> None:
    claims = prepared(CHARGE, DENIAL, ("a clerk of the ministry", DENIES, "this"))
    assert sides(claims, {2: 1}) == [1, -1, -1]


# --- Concessions


def test_an_admission_and_a_claim_that_an_ally_denies_are_against_interest() -> None:
    claims = prepared(
        DENIAL,
        ("a guard of the ministry", SAYS, "the ferry had been set on fire by the army"),
        ("the mayor", CONCEDES, "the ferry had burned"),
        ("Ruiz", SAYS, "the army burned the ferry"),
        ("a friend of Ruiz", SAYS, "rain put out every fire"),
    )
    assert against_interest(claims, {0: -1, 1: 1, 2: 1, 3: 1, 4: -1}) == [
        (1, RuleName.AGAINST_OWN_SIDE),
        (2, RuleName.ADMITTED),
    ]
