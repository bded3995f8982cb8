"""The part of a story comes back from JSON, and what is no part of these reports is turned down."""

import json
from typing import Any

import pytest

from sayso.compare.cards import card_of
from sayso.compare.one_story import StoryContext, StoryPart, compare_story
from sayso.compare.parts import part_from_wire, part_to_wire
from sayso.compare.pile import pile_of
from sayso.errors import BrokenWire
from sayso.model.facts import Facts
from sayso.model.rulings import ClaimMention, Rulings
from tests.compare.invented import invented


def story() -> tuple[list[Facts], StoryContext]:
    """Some reports of one story, and its context."""
    by_id = {one.document.id: one for one in invented()[:5]}
    cards = [card_of(one) for one in by_id.values()]
    gone = ClaimMention(cards[0].id, "gone")
    rulings = Rulings(other_points=(gone,), rejected_points=((gone,),))
    pile = pile_of(cards, (), lambda id_: by_id[id_].document, rulings)
    context = max(pile.contexts, key=lambda one: len(one.reports))
    return [by_id[id_] for id_ in context.documents], context


@pytest.fixture(scope="module")
def compared() -> tuple[list[Facts], StoryPart]:
    facts, context = story()
    return facts, compare_story(facts, context)


def printed(compared: tuple[list[Facts], StoryPart]) -> Any:
    facts, part = compared
    return json.loads(json.dumps(part_to_wire(part, facts)))


def test_a_part_comes_back(compared: tuple[list[Facts], StoryPart]) -> None:
    facts, part = compared
    assert part.events
    assert part.points
    assert part.tolls
    assert part.timeline
    assert part.unmet
    assert part_from_wire(printed(compared), facts) == part


def test_the_order_of_the_facts_and_other_facts_change_nothing(
    compared: tuple[list[Facts], StoryPart],
) -> None:
    facts, context = story()
    assert compare_story([*facts[::-1], *invented()[14:16]], context) == compared[1]


def test_without_a_report_a_story_cannot_be_compared() -> None:
    facts, context = story()
    with pytest.raises(KeyError):
        compare_story(facts[1:], context)


def test_the_key_changes_with_all_that_matters() -> None:
    _, context = story()
    others = [
        StoryContext(context.reports[1:], context.cited, context.speakers, context.rulings),
        StoryContext(context.reports, (), context.speakers, Rulings()),
        StoryContext(context.reports, context.cited, context.speakers[1:], context.rulings),
        StoryContext(context.reports, context.cited, context.speakers, Rulings()),
    ]
    assert len({context.key, *(one.key for one in others)}) > len(others) - 1
    assert story()[1].key == context.key


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("part"),
        lambda data: data.update(part=0),
        lambda data: data.pop("tolls"),
        lambda data: data.update(points=5),
        lambda data: data["points"][0].update(id="0"),
        lambda data: data["points"][0].update(title="other words"),
        lambda data: data["points"][0]["claims"][0].update(claim="gone"),
        lambda data: data["events"][0]["mentions"][0].update(document="gone"),
        lambda data: data["events"].append(data["events"][0]),
        lambda data: data["timeline"][0].update(event="gone"),
        lambda data: data["unmet"].pop("sides"),
    ],
)
def test_what_is_no_part_is_turned_down(
    compared: tuple[list[Facts], StoryPart], change: Any
) -> None:
    data = printed(compared)
    change(data)
    with pytest.raises(BrokenWire):
        part_from_wire(data, compared[0])


@pytest.mark.parametrize("data", [None, 5, [], "part", {}])
def test_other_data_is_turned_down(data: Any) -> None:
    with pytest.raises(BrokenWire):
        part_from_wire(data, [])
