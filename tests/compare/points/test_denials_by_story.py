"""The denials of each story, and how much each pair of a denial and a claim counts."""

import pytest

from sayso.compare.points import denials as module
from sayso.compare.points.denial_objects import Candidate
from sayso.compare.points.denial_reader import Denial, DenialForm
from sayso.compare.points.denials import (
    MAX_CANDIDATES,
    MAX_OBJECTS,
    Answer,
    FoundDenial,
    answered_pairs,
    asked_pairs,
    denials_by_story,
    find_answers,
    find_denials,
)
from sayso.model.speech import Stance
from tests.compare.points.said import Said, report
from tests.compare.points.stories import Pile, pile_of

SUNNY = Said("Ida Holm", "said", "that the market was busy")
BURNED = Said("Lena Brask", "said", "that the old mill burned")
DENIED = Said("Otto Vane", "denied", "that the old mill had burned", Stance.DENIES)
CHARGE = Said("Lena Brask", "accused", "Otto Vane of selling the ferry", Stance.ACCUSES)
REJECTS = Said("Otto Vane", "rejected", "the accusations", Stance.DENIES)


def denial(place: int, *objects: int) -> FoundDenial:
    """A denial with the claims that it may deny, the likeliest first."""
    read = Denial(DenialForm.STANCE, None, False, frozenset(), frozenset())
    return FoundDenial(
        place, read, tuple(Candidate(one, 1.0 / (1 + one), False) for one in objects)
    )


def denials_in(pile: Pile) -> list[FoundDenial]:
    """The denials of every story of a pile."""
    return denials_by_story(*pile)


def may_deny(pile: Pile) -> dict[int, list[int]]:
    """For every denial of a pile the claims that it may deny."""
    return {one.place: [other.place for other in one.candidates] for one in denials_in(pile)}


def test_the_likelier_a_claim_is_denied_the_more_its_pair_counts() -> None:
    expected = {(4, 7): 1.0, (7, 9): 1 / 2, (2, 7): 1 / 3}
    assert asked_pairs([denial(7, 4, 9, 2)]) == pytest.approx(expected)
    assert answered_pairs([Answer(7, (4, 9, 2), None)]) == pytest.approx(expected)
    assert asked_pairs([denial(7)]) == answered_pairs([Answer(7, (), None)]) == {}


def test_of_two_that_deny_each_other_the_likelier_counts() -> None:
    for denials in ([denial(1, 5, 2), denial(2, 1)], [denial(2, 1), denial(1, 5, 2)]):
        assert asked_pairs(denials) == {(1, 5): 1.0, (1, 2): 1.0}


def test_of_many_claims_that_may_be_denied_few_are_asked_for() -> None:
    assert len(asked_pairs([denial(0, *range(1, 3 * MAX_OBJECTS))])) == MAX_OBJECTS


def test_only_the_places_change_in_a_longer_list() -> None:
    before, moved = denial(3, 1, 5), denial(3, 1, 5).moved(10)
    assert (moved.place, moved.denial) == (13, before.denial)
    assert moved.candidates == tuple(
        one._replace(place=10 + one.place) for one in before.candidates
    )
    assert before.moved(0) == before


def test_a_denial_denies_no_claim_of_another_story() -> None:
    said, denied = report(BURNED, name="a"), report(SUNNY, DENIED, name="b")
    assert may_deny(pile_of([said, denied])) == {2: [0]}
    assert may_deny(pile_of([said], [denied])) == {2: []}
    assert may_deny(pile_of([denied], [said])) == {1: []}


def test_each_denial_has_the_objects_that_it_has_without_the_other_story() -> None:
    stories = [report(SUNNY, CHARGE, REJECTS)], [report(BURNED, DENIED, SUNNY, name="b")]
    (first,), (second,) = (denials_in(pile_of(reports)) for reports in stories)
    assert first.candidates
    assert second.candidates
    assert denials_in(pile_of(*stories)) == [first, second.moved(3)]


def test_the_judge_is_asked_of_places_in_the_list_of_all() -> None:
    """Both stories have the same denial, so only the places can tell them apart."""
    stories = [report(CHARGE, REJECTS)], [report(CHARGE, REJECTS, SUNNY, name="b")]
    asked: list[tuple[int, int]] = []
    answers = find_answers(
        denials_in(pile_of(*stories)), lambda place, other: asked.append((place, other))
    )
    assert asked == [(1, 0), (3, 2)]
    assert [(one.denial, one.objects) for one in answers] == [(1, (0,)), (3, (2,))]
    assert answers[0].words == answers[1].words is not None


def test_a_denial_keeps_the_likeliest_of_many_claims(monkeypatch: pytest.MonkeyPatch) -> None:
    charges = [
        CHARGE._replace(content=f"Otto Vane of selling boat {number}")
        for number in range(2 * MAX_CANDIDATES)
    ]
    pile = pile_of([report(*charges, REJECTS)])
    (few,) = find_denials(pile.claims, pile.facts)
    monkeypatch.setattr(module, "MAX_CANDIDATES", 3 * MAX_CANDIDATES)
    (many,) = find_denials(pile.claims, pile.facts)
    assert len(many.candidates) > MAX_CANDIDATES
    assert few.candidates == many.candidates[:MAX_CANDIDATES]
    assert asked_pairs([few]) == asked_pairs([many])
