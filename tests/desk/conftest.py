"""Desks of one small case, and what each test leaves."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.case.invented import made_case
from tests.desk.client import Client, closing
from tests.left_over import left_over


@pytest.fixture(scope="module", autouse=True)
def _nothing_is_left() -> Iterator[None]:
    """No process works for a desk when the tests of a module have ended."""
    with closing():
        yield
    assert left_over() == []


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    with closing():
        yield


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path, 8)


@pytest.fixture
def ann(path: Path) -> Client:
    return Client(path, "ann")


@pytest.fixture
def ben(path: Path) -> Client:
    return Client(path, "ben")
