"""What all tests share: no test fails because a machine is slow, and what costs much is made once."""

import pytest
from hypothesis import HealthCheck, settings

from tests import made_once
from tests.asked_once import ask_once
from tests.chromium import NOT_INSTALLED, not_run
from tests.chromium import browser as browser

settings.register_profile(
    "any machine", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any machine")


def is_worker(config: pytest.Config) -> bool:
    """Whether another process of this run started this one."""
    return hasattr(config, "workerinput")


def pytest_configure(config: pytest.Config) -> None:
    ask_once()
    if not is_worker(config):
        made_once.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not is_worker(config):
        made_once.end()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say at the end how many tests in a browser could not be run."""
    if count := not_run(terminalreporter):
        terminalreporter.section("browser tests")
        terminalreporter.write_line(
            f"{count} tests in a browser were NOT run: {NOT_INSTALLED}. "
            "On Debian: apt-get install chromium"
        )
