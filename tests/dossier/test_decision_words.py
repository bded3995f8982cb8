"""What people decided, as sentences."""

from typing import Any

import pytest

from sayso.dossier.decision_words import day_and_time, deed_words, mark_words, plain_deed
from sayso.dossier.exports.lookup import Lookup
from sayso.model.decisions import Decision, DecisionKind, Subject, Target
from tests.dossier.compared import sample
from tests.dossier.decisions import claim, every_kind, figure, one, outlet, point, report

FACTS = sample().facts[0]
EVENT = Subject(Target.EVENT, FACTS.events[0].id, FACTS.document.id, (), "shells struck")
SPEAKER = Subject(Target.SPEAKER, FACTS.actors[2].id, FACTS.document.id, (), "Vanbeke")
NAME = FACTS.actors[2].name


def told(decision: Decision) -> str:
    return plain_deed(deed_words(decision, Lookup(sample())))


def test_a_decision_of_each_kind_is_a_sentence() -> None:
    assert [told(each) for each in every_kind()] == [
        "accepted the point",
        "rejected the claim",
        "corrected the stance to denies",
        "merged 2 speakers",
        "took 2 claims out of the point",
        "added a claim",
        "reliability: B, usually reliable",
        "credibility: 2, probably true",
        "speaks for the government",
        "note: call again",
        "corrected the number to 21",
    ]


def test_every_kind_of_decision_has_a_sentence() -> None:
    bare = {kind: told(one(1, kind)) for kind in DecisionKind if kind is not DecisionKind.CORRECT}
    assert all(bare.values())
    assert told(Decision(9, "", "", DecisionKind.UNDO, (), undoes=4)) == "took decision 4 back"


@pytest.mark.parametrize(
    ("subject", "value", "sentence"),
    [
        (claim(1, 0), {"stance": "declines"}, "corrected the stance to declines to comment"),
        (claim(1, 0), {"speaker": None}, "corrected the speaker to not known"),
        (claim(1, 0), {"speaker": SPEAKER.id}, "corrected the speaker to Odric Vanbeke"),
        (claim(1, 0), {"speaker": "gone"}, "corrected the speaker to a speaker who is not here"),
        (
            claim(1, 0),
            {"content": [[NAME.start, NAME.end]], "stance": "asks"},
            "corrected the stance to asks; corrected the words to Odric Vanbeke",
        ),
        (
            figure(1, 0),
            {"high": None, "low": 1200, "kind": "at_least"},
            "corrected the lowest number to 1,200; corrected the highest number to not known; "
            "corrected the kind to lower bound",
        ),
        (
            figure(1, 0),
            {"hypothetical": True, "harm": "injured"},
            "corrected the harm to injured; said that it is threatened, planned or denied",
        ),
        (
            EVENT,
            {"from": "2031-05-04", "to": "soon", "negated": False},
            "corrected the first day to 4 May 2031; corrected the last day to soon; "
            "said that it is reported as having happened",
        ),
        (
            EVENT,
            {"kind": "attack/shelling", "place": {"name": "Sedge Ferry"}},
            "corrected the kind to attack, shelling; corrected the place to Sedge Ferry",
        ),
        (
            EVENT,
            {"place": {"span": [NAME.start, NAME.end]}},
            "corrected the place to Odric Vanbeke",
        ),
        (SPEAKER, {"type": "organisation"}, "corrected the type to organisation"),
        (report(1), {"outlet": "The Tarn"}, "corrected the outlet to The Tarn"),
        (report(1), {"published": None}, "corrected the date to not known"),
        (
            point(1),
            {"sides": {point(1).members[0]: "against", "gone/claim": "for"}},
            "put “placing mortars beside the market hall” on the side Against, "
            "and “a claim that is not here” on the side For",
        ),
    ],
    ids=range(14),
)
def test_a_correction_says_what_it_was_corrected_to(
    subject: Subject, value: dict[str, Any], sentence: str
) -> None:
    assert told(one(1, DecisionKind.CORRECT, subject, value=value)) == sentence


def test_several_things_are_counted_and_a_point_that_was_made_too() -> None:
    assert told(one(1, DecisionKind.REJECT, claim(1, 0), claim(1, 1))) == "rejected 2 claims"
    assert told(one(1, DecisionKind.ACCEPT, claim(1, 0), point())) == "accepted 2 things"
    assert told(one(1, DecisionKind.SPLIT, SPEAKER, SPEAKER)) == "said that 2 speakers are not one"
    made = one(1, DecisionKind.ADD, claim(1, 0), claim(1, 1), value={"what": "point", "sides": {}})
    assert told(made) == "made a point of 2 claims"
    turned = one(1, DecisionKind.MERGE, point(0), point(1), value={"turned": True})
    assert told(turned) == "merged 2 points, of which one says the opposite"


@pytest.mark.parametrize(
    "value",
    [
        {"stance": ["x"]},
        {"content": 5},
        {"content": [[1]]},
        {"content": [[True, None]]},
        {"content": {}},
        {"content": []},
        {"low": [1, {"a": None}], "high": 2.5},
        {"sides": 5},
        {"sides": {"x": {"y": 1}}},
        {"place": 5},
        {"from": 7},
        {"type": {}},
        {"<b>": "<i>"},
        {},
    ],
    ids=range(14),
)
def test_a_value_of_another_program_is_told_as_it_is(value: dict[str, Any]) -> None:
    for subject in (claim(1, 0), figure(1, 0), EVENT, SPEAKER, outlet()):
        assert isinstance(told(one(1, DecisionKind.CORRECT, subject, value=value)), str)
    assert isinstance(told(one(1, DecisionKind.NOTE, value=value)), str)
    assert isinstance(told(one(1, DecisionKind.RELIABILITY, value=value)), str)


def test_what_is_no_mark_is_shown_as_it_was_given() -> None:
    assert mark_words(one(1, DecisionKind.RELIABILITY, value={"mark": "Z"})) == "mark: Z"


def test_a_moment_has_a_day_and_a_time_and_other_text_stays() -> None:
    assert day_and_time("2031-05-06T09:30:00Z") == ("6 May 2031", "09:30 UTC")
    assert day_and_time("2031-05-06T00:30:00+02:00") == ("5 May 2031", "22:30 UTC")
    assert day_and_time("<b>soon") == ("<b>soon", "")
