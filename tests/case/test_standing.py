"""Which decisions count: as they come in one by one, and what one more costs."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.case.decided import DecisionIndex, read_decisions
from sayso.case.standing import Standing
from sayso.errors import WrongDecision
from sayso.model.decisions import Decision, DecisionKind
from tests.case.invented import made_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(made_case(tmp_path, 8), author="ann") as case:
        yield case


def decision(number: int, undoes: int | None = None) -> Decision:
    kind = DecisionKind.NOTE if undoes is None else DecisionKind.UNDO
    return Decision(number, "2031-03-02T07:15:00Z", "ann", kind, (), undoes=undoes)


@pytest.mark.parametrize("seed", range(20))
def test_one_by_one_gives_what_all_together_give(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    standing, made = Standing(), list[Decision]()
    for number in range(1, 120):
        undoes = chance.randrange(1, number) if number > 1 and chance.random() < 0.7 else None
        made.append(decision(number, undoes))
        standing.add(made[-1])
        assert standing.taken_back == Standing(made).taken_back
    assert Standing(made[::-1]).taken_back == standing.taken_back


def test_what_is_taken_back_twice_needs_both_taken_back_to_count() -> None:
    standing, found = Standing(), list[set[int]]()
    for number, undoes in enumerate([None, 1, 1, 2, 3, 5], start=1):
        standing.add(decision(number, undoes))
        found.append(set(standing.taken_back))
    assert found == [set(), {1}, {1}, {1, 2}, {2, 3}, {1, 2, 5}]


def test_a_long_chain_of_undoing_ends() -> None:
    made = [decision(1), *(decision(number, number - 1) for number in range(2, 5001))]
    assert Standing(made).taken_back == set(range(1, 5000, 2))
    assert len(list(DecisionIndex(made).undone(made[-1]))) == 4999


@pytest.mark.parametrize("undoes", [2, 3, 99])
def test_what_takes_itself_or_a_later_one_back_takes_nothing_back(undoes: int) -> None:
    made = [decision(1), decision(2, undoes), decision(3)]
    assert Standing(made).taken_back == set()
    assert list(DecisionIndex(made).undone(made[1])) == []


def claims_of_reports(case: Case) -> list[str]:
    """A claim of each report."""
    found = {row["report"]: f"{row['report']}/{row['id']}" for row in case.rows("claims")}
    return list(found.values())


def steps_of(case: Case, work: Callable[[], object]) -> int:
    """How many steps SQLite goes for some work."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    case._connection.set_progress_handler(count, 1)
    work()
    case._connection.set_progress_handler(None, 0)
    return steps


def test_a_decision_and_its_undoing_cost_no_more_after_many_others(case: Case) -> None:
    claim, *others = claims_of_reports(case)

    def note() -> None:
        case.decide("note", claim, value={"text": "seen"})

    def undo() -> None:
        case.undo(case.decisions()[-1].number)

    def turned_down() -> None:
        with pytest.raises(WrongDecision, match="there is no decision"):
            case.undo(1)

    every = (note, undo, turned_down, note)
    for work in every:
        work()  # what SQLite and the case learn once
    before = [steps_of(case, work) for work in every]
    for number in range(60):
        case.decide("note", others[number % len(others)], value={"text": f"note {number}"})
    after = [steps_of(case, work) for work in every]
    assert all(now <= 1.1 * then for then, now in zip(before, after, strict=True)), (before, after)


def test_decisions_of_another_process_are_heeded(case: Case) -> None:
    claim = claims_of_reports(case)[0]
    first = case.decide("accept", claim)
    with Case.open(case.path, author="bea") as other:
        undo = other.undo(first.number)
        note = other.decide("note", claim, value={"text": "seen"})
    with pytest.raises(WrongDecision, match="taken back already"):
        case.undo(first.number)
    case.undo(undo.number)
    assert case._decided().in_force == [first, note]
    assert case.decisions() == read_decisions(case._connection)
    assert list(case.verify()) == []


def failing(_: str) -> None:
    """Fails as a full disk would."""
    raise RuntimeError("no more")


def test_a_decision_that_was_not_written_is_forgotten(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    claim = claims_of_reports(case)[0]
    case.decide("accept", claim)
    with monkeypatch.context() as patched:
        patched.setattr(case, "_show_facts", failing)
        with pytest.raises(RuntimeError, match="no more"):
            case.decide("reject", claim)
    with Case.open(case.path, author="bea") as other:
        other.decide("note", claim, value={"text": "it has the number of the lost one"})
    assert [one.kind for one in case.decisions()] == ["accept", "note"]
