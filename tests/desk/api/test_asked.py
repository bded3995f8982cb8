"""What is nested too deeply, or is no object, is refused by every address that takes JSON."""

from collections.abc import Iterator
from itertools import product

import pytest

from sayso.desk.api.asked import MOST_NESTED
from sayso.desk.api.description import PATHS
from tests.case.invented import made_case
from tests.desk.client import Client

WRITES = sorted(path for path, given in PATHS.items() if "post" in given)
FIELDS = ("kind", "subjects", "value", "reason", "token", "text", "url", "log", "seen", "filters")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    client = Client(made_case(tmp_path_factory.mktemp("asked"), 4))
    yield client
    client.desk.close()


def _nested(depth: int) -> list[str]:
    """Lists and objects that stand so deep in each other: alone, and as the value of each field."""
    inner = ["[" * depth + "]" * depth, '{"a":' * depth + "1" + "}" * depth]
    return [*inner, *(f'{{"{name}": {one}}}' for name, one in product(FIELDS, inner))]


@pytest.mark.parametrize("depth", [MOST_NESTED, 900, 990, 5_000, 100_000])
@pytest.mark.parametrize("path", WRITES)
def test_what_is_nested_deeply_is_refused(client: Client, path: str, depth: int) -> None:
    address = path.replace("{number}", "1").replace("{report}", "0" * 64)
    for body in _nested(depth):
        answer = client.post(address, content=body, headers={"content-type": "application/json"})
        assert answer.status_code == 422, (address, body[:60], answer.text)
        assert answer.json()["error"]


@pytest.mark.parametrize("body", ["", "[]", "1", '"a"', "{", '{"a": NaN}', '{"a": 1, "a": 2}'])
def test_what_is_no_object_is_refused(client: Client, body: str) -> None:
    headers = {"content-type": "application/json"}
    assert client.post("/api/look", content=body, headers=headers).status_code == 422
