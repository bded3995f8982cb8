"""Desks of one small case."""

import pytest

from tests.case.invented import made_case
from tests.desk.asking import Asker


@pytest.fixture
def path(tmp_path):
    return made_case(tmp_path, 8)


@pytest.fixture
def ann(path):
    return Asker(path, "ann")


@pytest.fixture
def ben(path):
    return Asker(path, "ben")
