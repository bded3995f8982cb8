"""A page asks the case as often for many things as for few."""

from pathlib import Path

import pytest

from sayso.case.case import Case
from tests.case.invented import made_case
from tests.desk.client import Client


@pytest.fixture
def queries(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is asked of cases from now on."""
    asked, query = list[str](), Case.query

    def listening(case: Case, sql: str, values: object = ()) -> object:
        asked.append(sql)
        return query(case, sql, values)  # type: ignore[arg-type]

    monkeypatch.setattr(Case, "query", listening)
    return asked


def speakers(path: Path) -> list[str]:
    with Case.open(path) as case:
        rows = case.query("SELECT report, id FROM speaker ORDER BY report, id")
        return [f"{row['report']}/{row['id']}" for row in rows]


def test_decisions_on_speakers_are_asked_for_together(tmp_path: Path, queries: list[str]) -> None:
    path = made_case(tmp_path)
    asked = Client(path)
    counts = []
    for some in (speakers(path)[:2], speakers(path)[2:]):
        with Case.open(path, author="bo") as case:
            for name in some:
                case.decide("note", name, value={"text": "ask again"})
        queries.clear()
        assert "ask again" in asked.page("/speakers").words
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_the_queue_asks_for_what_speakers_say_together(tmp_path: Path, queries: list[str]) -> None:
    counts = []
    for count in (8, 20):
        folder = tmp_path / str(count)
        folder.mkdir()
        path = made_case(folder, count)
        with Case.open(path) as case:
            case._connection.execute("DELETE FROM shared_speaker")
        asked = Client(path)
        queries.clear()
        page = asked.page("/queue?sort=speakers")
        assert "the army had shelled the" in page.words
        assert len(page.things("speaker")) > count
        counts.append(len(queries))
    assert counts[0] == counts[1]
