"""Comparing one more report gives what comparing all anew gives, and does no more than it must."""

import json
from dataclasses import replace
from random import Random
from typing import Any

import pytest

from sayso.compare.comparison import compare
from sayso.model.comparison import ActorMention, Comparison, CopyKind, EventMention
from sayso.model.references import check_comparison
from sayso.model.rulings import ClaimMention, Rulings, SamePoint
from sayso.model.wire import comparison_to_wire
from tests.compare.growing import GrowingPile
from tests.compare.invented import invented


def on_the_wire(comparison: Comparison) -> dict[str, Any]:
    """A comparison as it is printed, its reports in the order of their ids."""
    wire = comparison_to_wire(comparison)
    wire["documents"].sort(key=lambda document: document["id"])
    read: dict[str, Any] = json.loads(json.dumps(wire))
    return read


@pytest.fixture(scope="module")
def whole() -> Comparison:
    """All invented reports, compared at once."""
    return compare(invented())


def test_the_invented_reports_have_what_makes_comparing_hard(whole: Comparison) -> None:
    check_comparison(whole)
    assert len({len(story.documents) for story in whole.stories} - {1}) > 1
    assert {copy.kind for copy in whole.copies} >= {CopyKind.COPY, CopyKind.CITATION}
    assert any(citation.cited for citation in whole.citations)
    assert any(len(one.document.heads) > 1 for one in whole.facts)
    story_of = {id_: story.id for story in whole.stories for id_ in story.documents}
    over_stories = [
        actor
        for actor in whole.actors
        if len({story_of[mention.document] for mention in actor.mentions}) > 1
    ]
    assert over_stories
    assert whole.points
    assert whole.tolls
    assert whole.timeline


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_reports_that_come_one_by_one_give_what_all_at_once_give(
    whole: Comparison, seed: int
) -> None:
    order = list(invented())
    Random(seed).shuffle(order)  # noqa: S311
    pile = GrowingPile()
    for number, one in enumerate(order):
        pile.add(one)
        if number % 5 == seed:
            pile.compared()
    assert on_the_wire(pile.compared()) == on_the_wire(whole)
    assert on_the_wire(pile.compared()) == on_the_wire(whole)


def test_reports_that_are_taken_away_leave_nothing(whole: Comparison) -> None:
    pile = GrowingPile()
    for one in invented():
        pile.add(one)
    assert on_the_wire(pile.compared()) == on_the_wire(whole)
    gone = {one.document.id for one in invented()[1::6]}
    for id_ in gone:
        pile.remove(id_)
    left = [one for one in invented() if one.document.id not in gone]
    assert on_the_wire(pile.compared()) == on_the_wire(compare(left))


def test_one_more_report_costs_its_own_story_alone() -> None:
    last = next(one for one in invented() if "baths at Aske" in one.document.text)
    others = [one for one in invented() if one is not last]
    pile = GrowingPile()
    for one in others:
        pile.add(one)
    before = pile.compared()
    pile.work.clear()
    pile.add(last)
    after = pile.compared()
    story = next(one for one in after.stories if last.document.id in one.documents)
    assert len(before.stories) > 2
    assert pile.work["stories"] == 1
    assert pile.work["texts"] <= len(story.documents)
    pile.work.clear()
    assert pile.compared() == after
    assert not pile.work


def test_another_date_of_a_report_is_seen() -> None:
    one, other = invented()[6:8]
    pile = GrowingPile()
    for facts in (one, other):
        pile.add(facts)
    pile.compared()
    later = replace(other, document=replace(other.document, published="2031-05-30"))
    pile.remove(other.document.id)
    pile.add(later)
    assert on_the_wire(pile.compared()) == on_the_wire(compare([one, later]))


def some_rulings(whole: Comparison) -> Rulings:
    """Rulings of all kinds on what was found."""
    points = [point for point in whole.points if len(point.claims) > 1]
    claims = [ClaimMention(point.claims[0].document, point.claims[0].claim) for point in points]
    several = [event for event in whole.events if len(event.mentions) > 1]
    actor = next(actor for actor in whole.actors if len(actor.mentions) > 2)
    unnamed = [
        ActorMention(facts.document.id, one.id)
        for facts in whole.facts
        for one in facts.actors
        if not one.named
    ]
    stand = points[3].claims[-1]
    return Rulings(
        same_speakers=(tuple(unnamed[:2]), (unnamed[2], ActorMention("gone", "gone"))),
        other_speakers=(actor.mentions,),
        same_events=((several[0].mentions[0], several[1].mentions[0]),),
        other_events=(
            several[0].mentions[::-1],
            (EventMention("gone", "x"), several[1].mentions[0]),
        ),
        same_points=(SamePoint(claims[0], claims[1], opposed=True),),
        other_points=(ClaimMention(stand.document, stand.claim),),
        rejected_points=((claims[2],), (ClaimMention("gone", "gone"),)),
    )


def test_rulings_are_followed_the_same_way(whole: Comparison) -> None:
    rulings = some_rulings(whole)
    ruled = compare(invented(), rulings)
    check_comparison(ruled)
    assert on_the_wire(ruled) != on_the_wire(whole)
    order = list(invented())
    Random(4).shuffle(order)  # noqa: S311
    pile = GrowingPile()
    for one in order:
        pile.add(one)
    pile.compared()
    assert on_the_wire(pile.compared(rulings)) == on_the_wire(ruled)
    assert on_the_wire(pile.compared()) == on_the_wire(whole)
