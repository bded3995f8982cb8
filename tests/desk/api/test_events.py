"""Every tab is told what happens, whoever does it."""

import asyncio
import json
import threading
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from sayso.case.case import Case
from sayso.desk.api import events
from sayso.desk.desk import Desk
from sayso.desk.work import listeners
from sayso.desk.work.listeners import Event
from tests.apart import run_apart
from tests.case.invented import made_case

SOON = 20.0  # seconds that a test waits before it fails


@pytest.fixture
def desk(tmp_path: Path):
    opened = Desk(made_case(tmp_path, 4), "ben")
    yield opened
    opened.close()


async def _next(stream: AsyncIterator[str]) -> tuple[str, dict[str, Any]]:
    while True:
        text = await asyncio.wait_for(anext(stream), SOON)
        lines = text.split("\n")
        if lines[0].startswith("event: "):
            return lines[0][7:], json.loads(lines[1].removeprefix("data: "))


async def _heard(queue: listeners.Queue) -> Event:
    found = await asyncio.wait_for(queue.get(), SOON)
    assert found is not None
    return found


def test_a_tab_hears_first_where_the_case_is_and_then_what_others_decide(desk: Desk) -> None:
    async def listening() -> None:
        stream = events._stream(desk)
        name, first = await _next(stream)
        assert (name, first["compared"]) == ("change", True)
        await asyncio.to_thread(_decide, desk.path)
        name, then = await _next(stream)
        assert name == "change"
        assert then == {"log": first["log"] + 1, "changes": first["changes"] + 1, "compared": False}
        await stream.aclose()

    run_apart(listening())


def _decide(path: Path) -> None:
    with Case.open(path, author="cleo") as case:
        claim = case.query("SELECT report || '/' || id AS name FROM claim")[0]["name"]
        case.decide("reject", claim)


def test_many_tabs_hear_the_same_and_one_thread_looks(desk: Desk) -> None:
    async def listening() -> None:
        tabs = [events._stream(desk) for _ in range(20)]
        for tab in tabs:
            await _next(tab)
        thread = desk.listeners._thread
        hostile = {"words": "a\n\nevent: change\ndata: {}\u2028\r", "job": 1}
        await asyncio.to_thread(desk.listeners.tell, "problem", hostile)
        assert [await _next(tab) for tab in tabs] == [("problem", hostile)] * 20
        assert desk.listeners._thread is thread
        for tab in tabs:
            await tab.aclose()
        assert not desk.listeners._queues

    run_apart(listening())


def test_a_stream_ends_at_once_when_the_desk_closes(desk: Desk) -> None:
    async def listening() -> None:
        stream = events._stream(desk)
        await _next(stream)
        waiting = asyncio.ensure_future(anext(stream))
        await asyncio.sleep(0)
        desk.listeners.close()
        with pytest.raises(StopAsyncIteration):
            await asyncio.wait_for(waiting, SOON)
        late = desk.listeners.join()
        assert await late.get() is None

    run_apart(listening())


def test_a_quiet_stream_beats(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "SECONDS_BETWEEN_BEATS", 0.01)

    async def listening() -> None:
        stream = events._stream(desk)
        found = [await asyncio.wait_for(anext(stream), SOON) for _ in range(3)]
        assert found[2] == ":\n\n"
        await stream.aclose()

    run_apart(listening())


def test_a_tab_that_does_not_listen_is_let_go(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listeners, "MOST_UNHEARD", 3)

    async def listening() -> None:
        queue = desk.listeners.join()
        assert (await _heard(queue)).name == "change"
        for number in range(5):
            desk.listeners.tell("work", {"job": number})
        await asyncio.sleep(0)
        heard = [await asyncio.wait_for(queue.get(), SOON) for _ in range(2)]
        assert heard == [None, Event("work", {"job": 4})]

    run_apart(listening())


def test_whoever_joins_as_the_last_one_leaves_is_told_by_one_thread(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listeners, "SECONDS_BETWEEN_LOOKS", 0.001)

    async def listening() -> None:
        for _ in range(200):
            queue = desk.listeners.join()
            assert (await _heard(queue)).name == "change"
            desk.listeners.leave(queue)
        queue = desk.listeners.join()
        await _heard(queue)
        await asyncio.sleep(0.1)
        assert len([one for one in threading.enumerate() if one.name == "listeners"]) == 1

    run_apart(listening())


def test_joining_does_not_wait_for_the_case(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    real = Case.open

    def noted(*given: Any, **more: Any) -> Any:
        opened.append(threading.current_thread().name)
        return real(*given, **more)

    monkeypatch.setattr(Case, "open", noted)

    async def listening() -> None:
        queue = desk.listeners.join()
        await _heard(queue)

    run_apart(listening())
    assert opened == ["listeners"]


def test_a_tab_hears_where_the_case_is_when_it_can_be_read_again(desk: Desk) -> None:
    away = desk.path.rename(desk.path.with_name("away"))

    async def listening() -> None:
        queue = desk.listeners.join()
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(queue.get(), 0.3)
        away.rename(desk.path)
        assert (await _heard(queue)).data["compared"] is True

    run_apart(listening())
