"""What people rule about groups is followed, and what cannot be followed is said."""

from collections.abc import Iterable

import pytest

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract_together
from sayso.model.comparison import (
    ActorMention,
    Comparison,
    EventMention,
    Point,
    Quote,
    Side,
    Stand,
    State,
)
from sayso.model.facts import Facts
from sayso.model.ids import group_id
from sayso.model.reasons import RuleName
from sayso.model.references import check_comparison
from sayso.model.rulings import (
    NO_RULINGS,
    AddedPoint,
    ClaimMention,
    ClaimSide,
    Rulings,
    SamePoint,
    SidedClaim,
)
from sayso.model.text import Document, Span
from tests.compare.growing import GrowingPile
from tests.compare.told import Told, on

GAZETTE = (
    "The Nine Valleys Front accused the army on Sunday of shelling the ferry market at Yalmet from "
    "Fort Drumlow.\n\nThe Ministry of Defence denied that the army had shelled the ferry market. "
    "The ministry's spokesman, Colonel Idren Oskeld, said that the rebels had stored munitions there."
)
POST = (
    "YALMET – A rebel group says the army shelled the ferry market at Yalmet. The army rejected "
    "these accusations on Sunday, calling them a lie.\n\nA senior defence official admitted that the "
    "guns at Fort Drumlow had been active overnight. Oskeld said that the market had been closed."
)
FERRY = (
    "The seamen's union on Tuesday accused the owners of the Ondrel Star of ignoring warnings about "
    "the ferry's bow door.\n\nThe owners denied that they had ignored warnings about the bow door. "
    "Captain Hesk Brann said that the ferry was seaworthy."
)


@pytest.fixture(scope="module")
def facts() -> list[Facts]:
    texts = {"Gazette": GAZETTE, "Post": POST, "Ferry Times": FERRY}
    documents = [
        Document(f"{name}.txt", text, outlet=name, published="2031-05-05")
        for name, text in texts.items()
    ]
    return list(extract_together(documents))


def ruled(facts: Iterable[Facts], rulings: Rulings) -> Comparison:
    """A comparison that follows rulings, all of them."""
    found = compare(facts, rulings)
    check_comparison(found)
    assert not unmet(facts, rulings)
    return found


def unmet(facts: Iterable[Facts], rulings: Rulings) -> Rulings:
    """The rulings that cannot be followed."""
    pile = GrowingPile()
    for one in facts:
        pile.add(one)
    assert pile.compared(rulings) == compare(pile.facts.values(), rulings)
    return pile.unmet


def claim(stand: Stand) -> ClaimMention:
    return ClaimMention(stand.document, stand.claim)


def claims(point: Point) -> tuple[ClaimMention, ...]:
    return tuple(map(claim, point.claims))


def with_all(comparison: Comparison, some: Iterable[ClaimMention]) -> list[Point]:
    """The points that hold all of some claims."""
    return [point for point in comparison.points if set(some) <= set(claims(point))]


def side_of(point: Point, wanted: ClaimMention) -> Side:
    return next(stand.side for stand in point.claims if claim(stand) == wanted)


def rules(point: Point) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.rule, one.values) for why in point.why for one in why.reasons]


def largest(comparison: Comparison) -> Point:
    return max(comparison.points, key=lambda point: (len(point.claims), point.id))


def test_a_claim_that_is_none_of_the_others_leaves(facts: list[Facts]) -> None:
    point = largest(compare(facts))
    assert len(point.claims) > 2
    gone = claims(point)[-1]
    found = ruled(facts, Rulings(other_points=(gone,)))
    (left,) = with_all(found, claims(point)[:-1])
    assert set(claims(left)) == set(claims(point)[:-1])
    assert not with_all(found, [gone])
    assert rules(left) == [(RuleName.DECIDED, ("claims taken out",))]
    assert left.probability is None


def test_a_point_of_which_one_claim_is_left_is_gone(facts: list[Facts]) -> None:
    point = largest(compare(facts))
    found = ruled(facts, Rulings(other_points=claims(point)[1:]))
    assert not with_all(found, claims(point)[:1])


def test_a_rejected_point_is_gone_and_the_others_stay(facts: list[Facts]) -> None:
    before = compare(facts)
    point = largest(before)
    found = ruled(facts, Rulings(rejected_points=(claims(point),)))
    assert found.points == tuple(one for one in before.points if one != point)


def test_the_side_of_a_claim_is_the_one_that_was_set(facts: list[Facts]) -> None:
    point = largest(compare(facts))
    first = next(claim(stand) for stand in point.claims if stand.side is Side.FOR)
    moved = next(claim(stand) for stand in point.claims if stand.side is Side.AGAINST)
    for side in Side:
        sided = SidedClaim(moved.document, moved.claim, side, title=first)
        (found,) = with_all(ruled(facts, Rulings(sides=(sided,))), claims(point))
        assert side_of(found, moved) is side
        assert side_of(found, first) is Side.FOR
        assert bool(rules(found)) is (side is not Side.AGAINST)
    everyone = tuple(
        SidedClaim(one.document, one.claim, Side.FOR, title=first) for one in claims(point)
    )
    (found,) = with_all(ruled(facts, Rulings(sides=everyone)), claims(point))
    assert {stand.side for stand in found.claims} == {Side.FOR}
    assert found.state is State.CONCEDED  # an official admits it, and nobody denies it now


def test_for_is_the_side_of_the_claim_that_gave_the_title(facts: list[Facts]) -> None:
    point = largest(compare(facts))
    first, other = (
        next(claim(stand) for stand in point.claims if stand.side is side)
        for side in (Side.FOR, Side.AGAINST)
    )
    sided = SidedClaim(first.document, first.claim, Side.FOR, title=other)
    (found,) = with_all(ruled(facts, Rulings(sides=(sided,))), claims(point))
    assert side_of(found, first) is side_of(found, other) is Side.FOR


@pytest.mark.parametrize("opposed", [False, True])
def test_two_points_that_are_one_have_all_claims_and_the_title_of_the_larger(
    facts: list[Facts], opposed: bool
) -> None:
    before = compare(facts)
    point = largest(before)
    other = next(one for one in before.points if one != point and len(one.claims) > 1)
    same = SamePoint(claims(point)[0], claims(other)[0], opposed)
    found = ruled(facts, Rulings(same_points=(same,)))
    (one,) = with_all(found, [*claims(point), *claims(other)])
    assert one.title == point.title
    assert (side_of(one, same.left) is side_of(one, same.right)) is not opposed
    for own in claims(point):
        assert side_of(one, own) is side_of(point, own)
    assert len(found.points) == len(before.points) - 1
    story_of = {id_: story for story in found.stories for id_ in story.documents}
    assert story_of[same.left.document] == story_of[same.right.document]


def test_a_point_that_a_person_made_has_its_title_sides_and_state(facts: list[Facts]) -> None:
    before = compare(facts)
    one, other = before.facts[0], before.facts[2]
    mine = [
        ClaimSide(one.document.id, one.claims[-1].id, Side.AGAINST),
        ClaimSide(other.document.id, other.claims[0].id, Side.FOR),
        ClaimSide("gone", "gone", Side.FOR),
    ]
    title = Quote(other.document.id, Span(0, 9))
    found = ruled(facts, Rulings(added_points=(AddedPoint(title, tuple(mine)),)))
    (point,) = with_all(found, [each.mention for each in mine[:2]])
    assert point.title == title
    assert [side_of(point, each.mention) for each in mine[:2]] == [Side.AGAINST, Side.FOR]
    assert point.state is State.CONTESTED
    assert (point.origins_for, point.origins_against) == (1, 1)
    assert rules(point) == [(RuleName.DECIDED, ("added",))]
    assert point.id == group_id("point", [f"{each.document}/{each.claim}" for each in mine[:2]])
    given = AddedPoint(title, tuple(mine), State.CONCEDED)
    (point,) = with_all(
        ruled(facts, Rulings(added_points=(given,))), [each.mention for each in mine[:2]]
    )
    assert point.state is State.CONCEDED


def test_every_claim_can_be_put_into_a_point(facts: list[Facts]) -> None:
    for one in facts:
        for own in one.claims:
            title = Quote(one.document.id, own.content[0])
            mine = AddedPoint(title, (ClaimSide(one.document.id, own.id, Side.OPEN),))
            found = compare(facts, Rulings(added_points=(mine,)))
            assert with_all(found, [ClaimMention(one.document.id, own.id)])


def test_what_is_not_here_is_not_followed_and_said(facts: list[Facts]) -> None:
    here = claims(largest(compare(facts)))[0]
    gone = ClaimMention("0" * 64, "gone")
    no_claim = ClaimMention(here.document, "gone")
    nowhere = AddedPoint(Quote("0" * 64, Span(0, 4)), (ClaimSide(*_parts(here), Side.FOR),))
    too_far = AddedPoint(Quote(here.document, Span(0, 9999)), nowhere.claims)
    rulings = Rulings(
        same_speakers=((ActorMention("0" * 64, "a"), ActorMention(here.document, "b")),),
        other_speakers=((ActorMention("0" * 64, "a"), ActorMention(here.document, "b")),),
        same_events=((EventMention("0" * 64, "a"), EventMention(here.document, "b")),),
        other_events=((EventMention(here.document, "b"), EventMention("0" * 64, "a")),),
        same_points=(SamePoint(here, no_claim), SamePoint(gone, here)),
        other_points=(gone, no_claim),
        sides=(SidedClaim(*_parts(gone), Side.FOR), SidedClaim(*_parts(no_claim), Side.FOR)),
        rejected_points=((here, no_claim), (gone,)),
        added_points=(
            nowhere,
            too_far,
            AddedPoint(Quote(here.document, Span(0, 4)), (ClaimSide(*_parts(gone), Side.FOR),)),
        ),
    )
    assert compare(facts, rulings) == compare(facts)
    found = unmet(facts, rulings)
    for name in Rulings.__slots__:
        assert set(getattr(found, name)) == set(getattr(rulings, name))


def _parts(mention: ClaimMention) -> tuple[str, str]:
    return mention.document, mention.claim


def mentions_of(facts: Facts, words: str) -> ActorMention:
    (own,) = [actor.id for actor in facts.actors if facts.document[actor.name] == words]
    return ActorMention(facts.document.id, own)


def test_speakers_that_are_one_are_one_voice_and_others_are_two(facts: list[Facts]) -> None:
    gazette, post = facts[:2]
    colonel, surname = mentions_of(gazette, "Idren Oskeld"), mentions_of(post, "Oskeld")
    assert any({colonel, surname} <= set(one.mentions) for one in compare(facts).actors)
    apart = ruled(facts, Rulings(other_speakers=((surname, colonel),)))
    assert not any({colonel, surname} <= set(one.mentions) for one in apart.actors)
    group = mentions_of(post, "A rebel group")
    front = mentions_of(gazette, "Nine Valleys Front")
    joined = ruled(facts, Rulings(same_speakers=((front, group),)))
    (one,) = [each for each in joined.actors if group in each.mentions]
    assert set(one.mentions) == {front, group}
    assert one.name.document == gazette.document.id


def events_of(comparison: Comparison, mention: EventMention) -> set[EventMention]:
    (event,) = [one for one in comparison.events if mention in one.mentions]
    return set(event.mentions)


def two_blasts() -> list[Facts]:
    one = Told("A blast at Orn on Saturday killed 20 people.", "Gazette", "2031-05-04", "one.txt")
    two = Told("A blast at Aske on Sunday killed 35 people.", "Post", "2031-05-05", "two.txt")
    for told, place, day, number in ((one, "Orn", 3, "20"), (two, "Aske", 4, "35")):
        event = told.event("blast", "explosion", place, on(day))
        told.figure(number, who="people", event=event)
    return [one.facts(), two.facts()]


def test_events_that_are_one_make_one_story_and_one_toll() -> None:
    facts = two_blasts()
    first, second = (EventMention(one.document.id, one.events[0].id) for one in facts)
    before = compare(facts)
    assert events_of(before, first) == {first}
    found = ruled(facts, Rulings(same_events=((first, second),)))
    assert events_of(found, first) == {first, second}
    assert len(found.stories) == 1
    assert {len(toll.figures) for toll in found.tolls} == {2}
    assert len(found.timeline) == 1
    both = Rulings(same_events=((first, second),), other_events=((second, first),))
    assert events_of(compare(facts, both), first) == {first}


def test_an_event_that_is_none_of_the_others_stands_alone() -> None:
    one, two = two_blasts()
    three = Told("The blast at Orn on Saturday was heard in Aske.", "Echo", "2031-05-04")
    three.event("blast", "explosion", "Orn", on(3))
    facts = [one, two, three.facts()]
    first, last = (EventMention(each.document.id, each.events[0].id) for each in (one, facts[2]))
    assert events_of(compare(facts), first) == {first, last}
    found = ruled(facts, Rulings(other_events=((last, first),)))
    assert events_of(found, first) == {first}
    assert events_of(found, last) == {last}


def test_speakers_that_are_one_are_one_voice_in_a_toll() -> None:
    blast = "died in the blast at the ferry market of Orn on Saturday"
    clinic = Told(f"The clinic said 35 people {blast}.", "Gazette", "2031-05-04", "one.txt")
    head = Told(f"Dr Oda Brenn said 20 people {blast}.", "Post", "2031-05-06", "two.txt")
    for told, speaker, number in ((clinic, "The clinic", "35"), (head, "Dr Oda Brenn", "20")):
        event = told.event("blast", "explosion", "Orn", on(3))
        said = told.says(speaker, f"{number} people {blast}")
        told.figure(number, who="people", claim=said, event=event)
    facts = [clinic.facts(), head.facts()]
    mentions = tuple(ActorMention(one.document.id, one.actors[0].id) for one in facts)

    def last_rule(rulings: Rulings) -> str:
        (rule,) = {toll.course[-1].reasons[0].rule for toll in compare(facts, rulings).tolls}
        return rule

    assert last_rule(NO_RULINGS) != RuleName.SPEAKER_NOW_FEWER
    assert last_rule(Rulings(same_speakers=(mentions,))) == RuleName.SPEAKER_NOW_FEWER
