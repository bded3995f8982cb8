"""Disputes of figures: numbers of one event at one time that cannot both be right."""

from typing import Any

import pytest

from sayso.compare.points.claim_reader import prepare_claims
from sayso.compare.points.figure_disputes import FigureDispute, find_figure_disputes
from sayso.compare.sources.citations import find_citations
from sayso.compare.sources.claim_origins import cited_origins, claim_origins
from sayso.compare.sources.speakers import find_shared_actors, speaker_keys
from sayso.model.comparison import Origin
from sayso.model.happening import Harm, Precision
from sayso.model.reasons import RuleName
from sayso.model.speech import ActorType, Stance
from tests.compare.told import Told, alone, cards_of, events_in, names_of, on, one_story, tolls_in

AT_LEAST, ABOUT, RANGE, VAGUE = (
    Precision.AT_LEAST,
    Precision.ABOUT,
    Precision.RANGE,
    Precision.VAGUE,
)
DAY, NEXT_DAY = "2031-05-04", "2031-05-05"


def report(
    sentence: str,
    speaker: str | None,
    number: str,
    name: str = "one.txt",
    published: str | None = DAY,
    day: int | None = 4,
    **given: Any,
) -> Told:
    """A report of one sentence about a blast; all of it but the speaker is the claim."""
    told = Told(sentence, f"Outlet {name}", published, name)
    event = told.event("blast", "explosion", days=on(day) if day else None)
    stance = given.pop("stance", Stance.ASSERTS)
    if speaker:
        content = sentence.removeprefix(f"{speaker} said ").rstrip(".")
        claim = told.says(speaker, content, ActorType.ORGANISATION, stance)
    else:
        claim = told.tells(sentence.rstrip("."))
    told.figure(number, who=given.pop("who", "people"), event=event, claim=claim, **given)
    return told


def disputes(*told: Told, origins: tuple[Origin, ...] | None = None) -> list[FigureDispute]:
    """The disputes of figures in reports of one story."""
    pile, stories = one_story(*told)
    cards, events, tolls = cards_of(pile), events_in(pile), tolls_in(pile, origins)
    actors, _ = find_shared_actors(cards, stories)
    voices = speaker_keys(pile, [actor.mentions for actor in actors])
    claims = [claim for facts in pile for claim in prepare_claims(facts, voices)]
    known = names_of(origins or alone(pile))
    cited = cited_origins(cards, known, find_citations(cards, stories))
    origin_of = claim_origins(pile, known, cited)
    return list(find_figure_disputes(pile, tolls, claims, events, origin_of))


def police(number: str = "20", **given: Any) -> Told:
    """The police's count."""
    text = f"The police said {number} people died in the blast."
    return report(text, "The police", number, **given)


def clinic(number: str = "35", **given: Any) -> Told:
    """The clinic's count, in another report."""
    text = f"The clinic said {number} people died in the blast."
    return report(text, "The clinic", number, **{"name": "two.txt", **given})


def test_unlike_numbers_at_one_time_are_a_dispute() -> None:
    one, two = police(), clinic()
    (found,) = disputes(one, two)
    keys = {key for side in found.sides for key in side}
    assert [len(side) for side in found.sides] == [1, 1]
    assert {document for document, _ in keys} == {t.facts().document.id for t in (one, two)}
    assert found.event_known and found.order_known and found.attributed
    assert found.strength == 3


def test_each_claim_has_the_other_number_for_its_reason() -> None:
    one, two = police(), clinic()
    (found,) = disputes(one, two)
    said = {key[0]: reason for key, reason in found.reasons.items()}
    assert said[one.facts().document.id].rule == RuleName.OTHER_COUNT
    assert said[one.facts().document.id].values == ("35 people",)
    assert said[two.facts().document.id].values == ("20 people",)


@pytest.mark.parametrize(
    ("number", "given"),
    [
        ("20", {}),  # the same
        ("at least 15", {"low": 15, "kind": AT_LEAST}),  # 20 is at least 15
        ("about 21", {"low": 21, "high": 21, "kind": ABOUT}),
        ("18 to 22", {"low": 18, "high": 22, "kind": RANGE}),
        ("dozens", {"kind": VAGUE}),
    ],
)
def test_numbers_that_can_both_be_right_are_none(number: str, given: dict[str, Any]) -> None:
    assert not disputes(police(), clinic(number, **given))


@pytest.mark.parametrize(
    ("number", "given"),
    [
        ("at least 40", {"low": 40, "kind": AT_LEAST}),
        ("about 50", {"low": 50, "high": 50, "kind": ABOUT}),
        ("30 to 40", {"low": 30, "high": 40, "kind": RANGE}),
    ],
)
def test_bounds_that_leave_the_number_out_are_one(number: str, given: dict[str, Any]) -> None:
    assert len(disputes(police(), clinic(number, **given))) == 1


def test_a_lower_number_at_the_same_time_is_one() -> None:
    assert len(disputes(police(), clinic("5"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The clinic said 35 people died in the blast, the worst since the mill opened in 2019.",
        "The clinic said 35 people died in the blast, and the mayor will speak in another hour.",
    ],
)
def test_words_of_another_clause_do_not_change_that(text: str) -> None:
    assert len(disputes(police(), report(text, "The clinic", "35", name="two.txt"))) == 1


def test_numbers_of_reports_without_a_day_need_more_in_common() -> None:
    (found,) = disputes(
        report(
            "The police said 20 people died in the blast at Selm mill.",
            "The police",
            "20",
            published=None,
        ),
        report(
            "The clinic said 35 people died in the blast at Selm mill.",
            "The clinic",
            "35",
            name="two.txt",
            published=None,
        ),
    )
    assert not found.order_known
    assert not disputes(police(published=None), clinic(published=None))


def test_a_sum_is_none() -> None:
    text = "The police said 20 people died in the blast and 15 were hurt."
    one = report(text, "The police", "20")
    one.figure("15", harm=Harm.INJURED, who=None)
    assert not disputes(one, clinic())


def test_a_number_that_grew_by_the_next_day_is_none() -> None:
    assert not disputes(police(), clinic(published=NEXT_DAY))


def test_a_lower_number_of_another_speaker_on_the_next_day_is_one() -> None:
    assert len(disputes(police("35"), clinic("20", published=NEXT_DAY))) == 1


def test_a_speaker_who_takes_a_number_back_is_none() -> None:
    assert not disputes(police("35"), police("20", name="two.txt", published=NEXT_DAY))


def test_copies_of_one_text_in_the_outlets_voice_are_no_two_voices() -> None:
    one = report("In all 20 people died in the blast.", None, "20")
    two = report("In all 35 people died in the blast.", None, "35", name="two.txt")
    documents = tuple(sorted(told.facts().document.id for told in (one, two)))
    assert len(disputes(one, two)) == 1
    assert not disputes(one, two, origins=(Origin(documents),))


def test_a_number_that_a_report_has_from_an_outlet_comes_from_that_outlets_report() -> None:
    plumbline = report("In all 20 people died in the blast.", None, "20")
    plumbline.outlet = "Daily Plumbline"
    citing, council, mayor = (
        report(f"{who} said {number} people died in the blast.", who, number, name=f"{who}.txt")
        for who, number in (
            ("The Daily Plumbline", "20"),
            ("The council", "35"),
            ("The mayor", "60"),
        )
    )
    (found,) = disputes(plumbline, citing, clinic("35"), council, mayor)
    told = {document for side in found.sides for document, _ in side}
    assert plumbline.facts().document.id not in told
    assert mayor.facts().document.id in told


def test_another_event_is_none() -> None:
    assert not disputes(police(), clinic(day=9, published="2031-05-09"))


def test_another_group_is_none() -> None:
    text = "The clinic said 35 soldiers died in the blast."
    two = report(text, "The clinic", "35", name="two.txt", who="soldiers")
    text = "The police said 20 mercenaries died in the blast."
    assert not disputes(report(text, "The police", "20", who="mercenaries"), two)


@pytest.mark.parametrize(
    "text",
    [
        "The clinic said 5 of the people hurt by the blast died.",  # a part
        "The clinic said that of the thirty 5 people died in the blast.",
        "The clinic said 5 people died at each gate after the blast.",
        "The clinic said the parents of 5 people died in the blast.",
        "The clinic said 5 people also died in the blast.",  # counted on top
        "The clinic said 5 people died in the blast and 15 more on the road.",
        "The clinic said 5 people died in another blast.",  # another event
        "The clinic said 5 people died in a blast in 2019.",
        "The clinic said 5 people died in the blast and in fights since the truce ended.",
    ],
)
def test_a_part_or_another_scope_is_none(text: str) -> None:
    assert not disputes(police(), report(text, "The clinic", "5", name="two.txt"))


def test_a_toll_that_rose_within_the_report_is_none() -> None:
    text = "The clinic said the toll of the blast rose to 35 people."
    assert not disputes(police(), report(text, "The clinic", "35", name="two.txt"))


def test_unlike_places_are_none() -> None:
    one = report("The police said 20 people died in the blast in Selm.", "The police", "20")
    text = "The clinic said 35 people died in the blast in Orle."
    assert not disputes(one, report(text, "The clinic", "35", name="two.txt"))


def test_who_denies_a_number_does_not_give_it() -> None:
    assert not disputes(police(), clinic(stance=Stance.DENIES))


def test_of_three_numbers_those_with_most_origins_stand_against_each_other() -> None:
    text = "The mayor said 60 people died in the blast."
    mayor = report(text, "The mayor", "60", name="three.txt")
    text = "The council said 35 people died in the blast."
    council = report(text, "The council", "35", name="four.txt")
    (found,) = disputes(police(), clinic(), mayor, council)
    assert sorted(len(side) for side in found.sides) == [1, 2]
    rules = sorted(reason.rule for reason in found.reasons.values())
    assert rules == [RuleName.OTHER_COUNT, RuleName.OTHER_COUNT, RuleName.SAME_COUNT]
    assert mayor.facts().document.id in {key[0] for side in found.sides for key in side}


def test_two_speakers_of_one_report_are_a_dispute() -> None:
    text = (
        "The police said 20 people died in the blast. "
        "Doctors said 35 people were killed in the blast."
    )
    told = Told(text, "Gazette", None)
    event = told.event("blast", "explosion")
    first = told.says("The police", "20 people died in the blast", ActorType.ORGANISATION)
    second = told.says("Doctors", "35 people were killed in the blast", ActorType.GROUP)
    told.figure("20", who="people", event=event, claim=first)
    told.figure("35", who="people", event=event, claim=second)
    (found,) = disputes(told)
    assert {key[1] for side in found.sides for key in side} == {first.id, second.id}
    assert found.attributed
