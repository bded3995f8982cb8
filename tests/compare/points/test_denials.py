"""Which claims a denial denies."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pytest

from sayso.compare.points import denial_objects
from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.denials import (
    MAX_OBJECTS,
    Answer,
    FoundDenial,
    answered_pairs,
    asked_pairs,
    denied_alone,
    find_answers,
    find_denials,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.model.facts import Facts
from sayso.model.speech import Kind, Stance
from tests.compare.points.said import Said, report
from tests.costs import counted_calls


class Found(NamedTuple):
    """The claims of reports, the denials among them, and what these deny."""

    claims: Sequence[PreparedClaim]
    facts: Mapping[str, Facts]
    denials: Sequence[FoundDenial]
    answers: Sequence[Answer]

    def text(self, place: int) -> str:
        """The words of a claim."""
        claim = self.claims[place]
        return self.facts[claim.document].document[claim.claim.content[0]]

    def objects(self) -> list[str]:
        """The words of the objects of the only answer."""
        (answer,) = self.answers
        return [self.text(place) for place in answer.objects]

    def words(self) -> str | None:
        """The noun phrase of the only answer."""
        (answer,) = self.answers
        document = self.facts[self.claims[answer.denial].document].document
        return document[answer.words] if answer.words else None


def found(*reports: Facts, odds: Mapping[str, float] | None = None) -> Found:
    """The answers in reports; `odds` are those of a denial with the claim that has these words."""
    facts = {one.document.id: one for one in reports}
    claims = [claim for one in reports for claim in prepare_claims(one, {})]
    result = Found(claims, facts, find_denials(claims, facts), ())

    def judge(_: int, other: int) -> float | None:
        return (odds or {}).get(result.text(other))

    return result._replace(answers=find_answers(result.denials, judge))


BURNED = Said("Lena Brask", "said", "that the mill burned")
CHARGE = Said("Lena Brask", "accused", "Otto Vane of selling the ferry", Stance.ACCUSES)
SUNNY = Said("Ida Holm", "said", "that the market was busy")
GOODS = ("bread", "wool", "salt", "fish", "rope", "coal", "lamps", "wine", "cloth", "tar")
OTHERS = [Said("Ida Holm", "said", f"that the market has {good}") for good in GOODS]
REJECTS = Said("Otto Vane", "rejected", "the accusations", Stance.DENIES)


def test_the_accusations_are_the_charge_before() -> None:
    answers = found(report(CHARGE, SUNNY, REJECTS))
    assert answers.objects()[0] == CHARGE.content
    assert answers.words() == "the accusations"


@pytest.mark.parametrize("noun", ["these accusations", "those claims", "this charge", "all this"])
def test_the_whole_noun_phrase_points_back(noun: str) -> None:
    denial = REJECTS._replace(content=noun)
    answers = found(report(CHARGE, SUNNY, denial))
    assert answers.objects()[0] == CHARGE.content
    assert answers.words() == noun


@pytest.mark.parametrize(
    "denial",
    [
        Said("Otto Vane", "dismissed", "the report", Stance.DENIES),
        Said("Otto Vane", "denied", "it", Stance.DENIES),
        Said("Otto Vane", "said", "the report was false", Stance.DENIES),
        Said("Otto Vane", "said", "that's not true", Stance.DENIES),
        Said("Otto Vane", "denied", "all of it", Stance.DENIES),
        Said("Otto Vane", "disputed", "her account", Stance.DENIES),
    ],
)
def test_what_points_back_means_the_claim_just_before(denial: Said) -> None:
    answers = found(report(SUNNY, "Nothing else was known.", BURNED, denial))
    assert answers.objects()[0] == BURNED.content


def test_who_never_said_that_denies_what_was_said_before() -> None:
    denial = Said("Otto Vane", "said", "I never said that of the mill")
    assert found(report(SUNNY, BURNED, denial)).objects()[0] == BURNED.content


@pytest.mark.parametrize(
    "nearer",
    [
        Said("Otto Vane", "said", "that the ferry sailed"),  # the denier
        Said("a lawyer for Otto Vane", "said", "that the ferry sailed"),  # his ally
        Said("Ida Holm", "asked", "when the ferry would sail", Stance.ASKS),
        Said("Ida Holm", "plans", "to sail the ferry", Stance.INTENDS),
        "The ferry sailed on Monday.",
    ],
)
def test_some_claims_are_not_meant(nearer: Said | str) -> None:
    answers = found(report(CHARGE, nearer, REJECTS))
    assert answers.objects()[0] == CHARGE.content


def test_a_claim_too_far_back_is_not_meant() -> None:
    by_denier = Said("Otto Vane", "said", "that the ferry sailed")
    denial = Said("Otto Vane", "dismissed", "the report", Stance.DENIES)
    assert found(report(BURNED, *[by_denier] * 3, denial)).objects() == []
    assert found(report(CHARGE, *[by_denier] * 3, REJECTS)).objects() == [CHARGE.content]


def test_a_charge_ahead_of_a_headline_is_meant() -> None:
    assert found(report(REJECTS, CHARGE)).objects() == [CHARGE.content]


def test_a_critic_who_carries_the_name_is_no_ally() -> None:
    critic = Said("a critic of Otto Vane", "said", "that the ferry was sold")
    assert found(report(critic, REJECTS)).objects() == [critic.content]


def test_accusations_with_an_owner_are_those_of_the_owner() -> None:
    by_union = Said("the Harbour Union", "said", "that the mill was sold in secret")
    denial = Said("Otto Vane", "rejected", "the Harbour Union's accusations", Stance.DENIES)
    near = report(by_union, SUNNY, BURNED, denial)
    assert found(near).objects()[0] == by_union.content
    elsewhere = found(report(SUNNY, denial), report(by_union, BURNED, name="b"))
    assert elsewhere.objects()[0] == by_union.content


def test_the_name_of_an_outlet_before_a_noun_is_its_owner() -> None:
    courier = Said("the Courier", "said", "that the mill was sold in secret")
    denial = Said("Otto Vane", "dismissed", "the Courier report", Stance.DENIES)
    assert found(report(courier, SUNNY, BURNED, denial)).objects()[0] == courier.content


def test_what_a_denial_tells_of_another_is_its_object() -> None:
    denial = Said(
        "Otto Vane",
        "denied",
        "claims by the union that the mill had been sold",
        Stance.DENIES,
        inner=("the union", "claims", "that the mill had been sold"),
    )
    alone = found(report(denial, SUNNY))
    assert alone.objects() == ["that the mill had been sold"]
    said = Said("Lena Brask", "said", "that the mill had been sold in secret")
    assert said.content in found(report(denial, *OTHERS, said)).objects()


def test_what_is_denied_in_full_is_found_by_its_words() -> None:
    denial = Said("Otto Vane", "denied", "that the mill had burned", Stance.DENIES)
    answers = found(report(BURNED, *OTHERS, denial))
    assert answers.objects() == [BURNED.content]
    assert answers.words() is None
    headline_first = found(report(denial, SUNNY, SUNNY, BURNED))
    assert headline_first.objects() == [BURNED.content]
    elsewhere = found(report(*OTHERS, denial), report(BURNED, name="b"))
    assert elsewhere.objects() == [BURNED.content]


def test_one_shared_word_is_too_little_in_another_report() -> None:
    denial = Said("Otto Vane", "denied", "that the old mill had burned", Stance.DENIES)
    other = Said("Lena Brask", "said", "that the mill was for sale")
    assert found(report(SUNNY, denial), report(other, name="b")).objects() == []


def test_who_says_the_same_is_not_denied() -> None:
    denial = Said("Otto Vane", "denied", "that the old mill had burned", Stance.DENIES)
    same = Said("Ida Holm", "said", "that the old mill had not burned")
    assert found(report(denial, same, SUNNY)).objects() == []


def test_a_plea_answers_the_charge_of_nobody_in_particular() -> None:
    charge = Said("", "is accused of", "taking bribes", Stance.ACCUSES)
    plea = Said("Otto Vane", "pleaded", "not guilty", Stance.DENIES)
    answers = found(report(charge, SUNNY, SUNNY, plea))
    assert answers.objects()[0] == charge.content


def test_all_charges_of_one_accuser_are_objects() -> None:
    more = Said("Lena Brask", "accused", "Otto Vane of lying to the council", Stance.ACCUSES)
    objects = found(report(CHARGE, more, REJECTS)).objects()
    assert set(objects[:2]) == {CHARGE.content, more.content}
    charges = [
        Said("Lena Brask", "accused", f"Otto Vane of {deed}", Stance.ACCUSES)
        for deed in ("fraud", "theft", "arson", "perjury", "neglect", "smuggling")
    ]
    assert len(found(report(*charges, REJECTS)).objects()) <= MAX_OBJECTS


def test_a_negated_reply_to_a_charge_is_an_answer() -> None:
    reply = Said("Otto Vane", "responded", "that he never owned the boat")
    assert found(report(CHARGE, reply)).objects() == [CHARGE.content]
    assert found(report(SUNNY, reply)).answers == ()


@pytest.mark.parametrize(
    "sentence",
    [
        Said("the court", "denied", "a request for bail", Stance.DENIES),
        Said("Otto Vane", "rejected", "calls for an inquiry", Stance.DENIES),
        Said("Otto Vane", "dismissed", "an appeal by the union", Stance.DENIES),
        Said("Otto Vane", "voted against", "the new harbour", Stance.DENIES),
        Said("Otto Vane", "did not deny", "that the mill burned", Stance.CONCEDES),
        Said("Otto Vane", "stopped short of denying", "the report", Stance.CONCEDES),
        Said("Otto Vane", "neither confirmed nor denied", "the report", Stance.DECLINES),
    ],
)
def test_what_denies_no_claim_is_no_answer(sentence: Said) -> None:
    assert found(report(BURNED, CHARGE, sentence)).answers == ()


def test_the_judge_orders_the_objects_and_turns_poor_ones_down() -> None:
    other = Said("Ida Holm", "said", "that the ferry had been sold")
    denial = Said("Otto Vane", "denied", "it", Stance.DENIES)
    pile = report(BURNED, other, denial)
    assert found(pile).objects()[0] == other.content
    assert found(pile, odds={BURNED.content: 3.0}).objects()[0] == BURNED.content
    assert other.content not in found(pile, odds={other.content: -6.0}).objects()


def test_the_judge_is_asked_of_the_pairs_that_rules_find() -> None:
    """What it says changes the objects of the denial, and not what it is asked."""
    other = Said("Ida Holm", "said", "that the ferry had been sold")
    pile = report(BURNED, other, Said("Otto Vane", "denied", "it", Stance.DENIES))
    by_rules, judged = found(pile), found(pile, odds={BURNED.content: 3.0, other.content: -6.0})
    assert asked_pairs(by_rules.denials) == {(1, 2): 1.0, (0, 2): 0.5}
    assert asked_pairs(judged.denials) == asked_pairs(by_rules.denials)
    assert answered_pairs(judged.answers) == {(0, 2): 1.0}


def test_a_denial_of_what_nobody_says_stands_alone() -> None:
    whole = Said("Otto Vane", "denied", "that the ferry was sold", Stance.DENIES)
    only_noun = Said("Otto Vane", "denied", "the rumours", Stance.DENIES)
    thought = whole._replace(kind=Kind.THOUGHT)
    for sentence, expected in ((whole, 1), (only_noun, 0), (thought, 0)):
        pile = found(report(sentence, "Rain fell."))
        assert pile.objects() == []
        assert len(denied_alone(pile.claims, pile.facts, pile.answers)) == expected
    answered = found(report(Said("Lena Brask", "said", "that the ferry was sold"), whole))
    assert denied_alone(answered.claims, answered.facts, answered.answers) == ()


def test_many_denials_cost_no_more_each_than_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(denial_objects, "MAX_CLAIMS_OF_TERM", 20)
    few, many = (report(*[CHARGE, REJECTS] * count) for count in (40, 80))
    assert cost_of_answers(many) < 2.3 * cost_of_answers(few)


def cost_of_answers(one: Facts) -> int:
    """The calls that finding the answers in one report makes."""
    claims, facts = prepare_claims(one, {}), {one.document.id: one}
    return counted_calls(lambda: find_answers(find_denials(claims, facts), lambda *_: None))
