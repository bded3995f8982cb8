"""Undo and redo: off the log, of one person, exact, as far back as it goes."""

import random
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.api.undoing import steps_of
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind
from tests.case.test_deciding import named, random_decision
from tests.desk.client import Client

# What is made from readings and decisions. What is kept of the way there is no part of a state: the log,
# which undo takes back which, and when a claim was first disputed.
KEPT = {
    "log",
    "decision",
    "decision_subject",
    "taken_back",
    "disputed_since",
    "part",
    "part_scores",
}
SEEDS = (2, 6)  # with each, decisions of all kinds are made
COUNTED = {"claim": "number"}  # rows that are written again get another number


@pytest.fixture
def case(path):
    with Case.open(path, author="ann") as case:
        yield case


def state_of(case) -> Any:
    """The rows of all derived tables, and the comparison."""
    tables = case.query(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%search%'"
    )
    found = {}
    for table in sorted({row["name"] for row in tables} - KEPT - {"case_info"}):
        rows = case.query(f"SELECT * FROM {table}")
        dropped = COUNTED.get(table)
        found[table] = sorted(
            repr([value for name, value in row.items() if name != dropped]) for row in rows
        )
    found["searched"] = case.query("SELECT words FROM claim_search ORDER BY words")
    return found, case.comparison()


def random_change(case, chance):
    """A decision that gives things other names, members or sides."""
    claim = chance.choice(case.query("SELECT * FROM claim WHERE end - start > 9"))
    speakers = case.query("SELECT * FROM speaker WHERE report = ?", (claim["report"],))
    point = chance.choice(list(case.rows("points")))
    stand = chance.choice(case.show(point["id"])["claims"])
    place = [[claim["start"], claim["end"] - chance.randrange(1, 8)]]
    kind, subjects, value = chance.choice(
        [
            ("correct", [named(claim)], {"content": place}),
            ("merge", [named(one) for one in chance.sample(speakers, min(2, len(speakers)))], {}),
            (
                "correct",
                [point["id"]],
                {"sides": {named(stand): chance.choice(["for", "against"])}},
            ),
            ("reject", [point["id"]], {}),
            ("correct", [claim["report"]], {"outlet": chance.choice("QRS"), "title": None}),
        ]
    )
    return case.decide(kind, *subjects, value=value)


def decide_at_random(case, chance, count) -> Any:
    made: list[Any] = []
    while len(made) < count:
        try:
            one = (random_change if chance.random() < 0.3 else random_decision)(case, chance)
        except WrongDecision:
            continue
        if one is not None:
            made.append(one)
    return made


@pytest.mark.parametrize("seed", SEEDS)
def test_undo_of_all_gives_the_first_state_and_redo_of_all_the_last(case, ann, seed):
    first = state_of(case)
    made = decide_at_random(case, random.Random(seed), 40)  # noqa: S311
    assert {one.kind for one in made} == set(DecisionKind)
    case.compare()
    last = state_of(case)
    assert last != first
    undone = 0
    while ann.told("/api/history")["can_undo"]:
        ann.tell("/api/undo")
        undone += 1
    assert undone > 20
    case.compare()
    assert state_of(case) == first
    for _ in range(undone):
        assert ann.told("/api/history")["can_redo"]
        ann.tell("/api/redo")
    assert not ann.told("/api/history")["can_redo"]
    case.compare()
    assert state_of(case) == last
    assert list(case.verify()) == []


def noted(asker, case, text) -> Any:
    claim = named(next(case.rows("claims")))
    return asker.tell("/api/decisions", kind="note", subjects=[claim], value={"text": text})[
        "number"
    ]


def test_each_undo_and_redo_tells_what_it_was_about_and_what_is_left(case, ann):
    one, two = noted(ann, case, "one"), noted(ann, case, "two")
    first = ann.tell("/api/undo", seen=two)
    assert (first["of"]["number"], first["can_undo"], first["can_redo"]) == (two, True, True)
    second = ann.tell("/api/undo", seen=first["log"])
    assert (second["of"]["number"], second["can_undo"], second["can_redo"]) == (one, False, True)
    assert "nothing to undo" in ann.tell("/api/undo", 409)["error"]
    third = ann.tell("/api/redo")
    assert (third["of"]["number"], third["of"]["kind"]) == (one, "note")
    assert (third["can_undo"], third["can_redo"]) == (True, True)
    history = ann.told("/api/history")
    assert history["undo"].endswith(": one")
    assert history["redo"].endswith(": two")


def test_after_something_new_nothing_can_be_redone(case, ann):
    noted(ann, case, "one")
    ann.tell("/api/undo")
    noted(ann, case, "two")
    assert "nothing to redo" in ann.tell("/api/redo", 409)["error"]


def test_what_can_be_undone_outlives_the_desk(case, path, ann):
    noted(ann, case, "one")
    later = Client(path, "ann")
    assert later.told("/api/history")["can_undo"]
    later.tell("/api/undo")
    assert ann.told("/api/history")["can_redo"]


def test_nobody_undoes_what_another_decided(case, ann, ben):
    mine = noted(ann, case, "mine")
    noted(ben, case, "theirs")
    assert ann.tell("/api/undo")["of"]["number"] == mine
    assert ann.told("/api/history")["can_undo"] is False
    assert ben.told("/api/history")["can_undo"] is True


def test_what_another_person_took_back_is_passed_over(case, ann, ben):
    one, two = noted(ann, case, "one"), noted(ann, case, "two")
    ben.tell(f"/api/decisions/{two}/undo")
    assert ann.tell("/api/undo")["of"]["number"] == one
    assert (
        ben.tell("/api/undo")["of"]["number"] == two
    )  # taken back by ben, and now it counts again
    assert ann.told("/api/history")["can_undo"]


def test_an_older_decision_that_was_taken_back_by_its_number_comes_back_by_undo(case, ann):
    one, _ = noted(ann, case, "one"), noted(ann, case, "two")
    ann.tell(f"/api/decisions/{one}/undo")
    assert ann.tell("/api/undo")["of"]["number"] == one
    assert next(iter(case._decided().in_force)).number == one


def decision(number, author="ann", undoes=None) -> Any:
    kind = DecisionKind.NOTE if undoes is None else DecisionKind.UNDO
    return Decision(number, "", author, kind, (), {}, "", undoes)


STEPS = {
    "nothing": ([], [], []),
    "two": ([(1, None), (2, None)], [1, 2], []),
    "undo": ([(1, None), (2, None), (3, 2)], [1], [3]),
    "undo twice": ([(1, None), (2, None), (3, 2), (4, 1)], [], [3, 4]),
    "redo": ([(1, None), (2, None), (3, 2), (4, 1), (5, 4)], [1], [3]),
    "redo twice": ([(1, None), (2, None), (3, 2), (4, 1), (5, 4), (6, 3)], [1, 2], []),
    "new deed": ([(1, None), (2, 1), (3, None)], [3], []),
    "an older one": ([(1, None), (2, None), (3, 1)], [2, 3], []),
    "and back": ([(1, None), (2, None), (3, 1), (4, 3)], [1, 2], [4]),
}


@pytest.mark.parametrize(("made", "undo", "redo"), STEPS.values(), ids=STEPS)
def test_what_can_be_undone_is_read_off_the_log(made, undo, redo):
    steps = steps_of("ann", [decision(number, undoes=undoes) for number, undoes in made])
    assert (steps.undo, steps.redo) == (undo, redo)
