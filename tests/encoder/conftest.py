"""What the networks answer is tested here, so they are asked each time."""

from collections.abc import Iterator

import pytest

from tests.asked_once import asked_anew


@pytest.fixture(autouse=True)
def each_time() -> Iterator[None]:
    with asked_anew():
        yield
