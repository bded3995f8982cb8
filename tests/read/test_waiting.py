"""A process is killed when it keeps us waiting, and not while we work on what it said."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from sayso.read.waiting import Patience

SECONDS = 0.3


@pytest.fixture
def process() -> "Iterator[subprocess.Popen[bytes]]":
    with subprocess.Popen([sys.executable, "-S", "-c", "import time; time.sleep(60)"]) as one:
        yield one
        one.kill()


def test_one_that_keeps_us_waiting_is_killed(process: "subprocess.Popen[bytes]") -> None:
    Patience(process, SECONDS)
    assert process.wait(20) < 0


def test_work_of_our_own_does_not_count(process: "subprocess.Popen[bytes]") -> None:
    patience = Patience(process, SECONDS)
    for _ in range(3):
        with patience.pause():
            time.sleep(2 * SECONDS)
        assert process.poll() is None
    assert process.wait(20) < 0


def test_at_its_end_nothing_is_killed(process: "subprocess.Popen[bytes]") -> None:
    Patience(process, SECONDS).end()
    time.sleep(2 * SECONDS)
    assert process.poll() is None
