import asyncio
import threading
import time

import pytest

from tests import apart
from tests.apart import run_apart


async def where() -> tuple[str, int]:
    return threading.current_thread().name, threading.get_ident()


def test_all_coroutines_run_in_one_thread_apart() -> None:
    assert run_apart(where()) == run_apart(where())
    assert run_apart(where())[0] == "apart"


async def forever() -> None:
    await asyncio.Event().wait()


async def blocked() -> None:
    time.sleep(2)


@pytest.mark.parametrize("hangs", [forever, blocked])
def test_what_hangs_fails_with_its_name_and_stops_nothing_else(hangs, monkeypatch) -> None:
    monkeypatch.setattr(apart, "MOST_SECONDS", 0.05)
    with pytest.raises(AssertionError, match=f"{hangs.__name__} .* did not end in 0.05 seconds"):
        run_apart(hangs())
    monkeypatch.undo()
    assert run_apart(where())[0] == "apart"


async def late() -> None:
    raise TimeoutError("the desk's own")


def test_a_coroutine_may_run_out_of_its_own_time() -> None:
    with pytest.raises(TimeoutError, match="the desk's own"):
        run_apart(late())
