"""A command that is asked to stop ends in order, and so do the processes that work for it."""

import os
import signal
import time
from multiprocessing import get_context

import pytest

from sayso.cli.signals import Stopped, end_processes, ignore_signals, stop_in_order

from .driving import STOPPING, signals_kept


@pytest.mark.parametrize("number", STOPPING)
def test_a_signal_passes_by_what_handles_errors(number: signal.Signals) -> None:
    with signals_kept():
        signal.signal(number, signal.SIG_DFL)
        stop_in_order()
        with pytest.raises(Stopped) as stopped:
            try:
                os.kill(os.getpid(), number)
                time.sleep(60)
            except Exception:
                pytest.fail("it was taken for an error")
        assert stopped.value.status == 128 + number
        ignore_signals()
        os.kill(os.getpid(), number)


def test_a_signal_that_was_to_be_ignored_is_ignored() -> None:
    with signals_kept():
        signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as `nohup` does
        stop_in_order()
        os.kill(os.getpid(), signal.SIGHUP)


def test_no_process_is_waited_for() -> None:
    working = get_context("spawn").Process(target=time.sleep, args=(600,))
    working.start()
    end_processes()
    working.join()
    assert working.exitcode == -signal.SIGKILL
