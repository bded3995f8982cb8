"""The description of the API is that of the routes, and nothing that fits it makes the desk fail."""

from collections.abc import Iterator
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.core.result import Ok
from starlette.routing import Route

from sayso.desk.api.description import PATHS, described
from tests.case.invented import made_case
from tests.desk.client import Client

WITHOUT_NETWORK = [path for path in PATHS if path not in ("/api/links", "/api/retry")]
EXAMPLES = 20
SCHEMA = schemathesis.openapi.from_dict(described("0"))
OPERATIONS: dict[str, Any] = {
    f"{one.method.upper()} {one.path}": one
    for one in (found.ok() for found in SCHEMA.get_all_operations() if isinstance(found, Ok))
}


@pytest.fixture(scope="module")
def client(tmp_path_factory) -> Iterator[Client]:
    client = Client(made_case(tmp_path_factory.mktemp("described")))
    yield client
    client.desk.close()


def _routes(client: Client) -> set[tuple[str, str]]:
    return {
        (route.path.replace(":int}", "}"), method)
        for route in client.app.app.routes
        if isinstance(route, Route) and route.path.startswith("/api/")
        for method in (route.methods or set()) - {"HEAD"}
    }


def test_every_route_is_described(client):
    said = {(path, method.upper()) for path, given in PATHS.items() for method in given}
    assert _routes(client) == said
    assert len(OPERATIONS) == len(said)
    assert ("/api/decisions", "POST") in _routes(client)


def test_the_description_is_served(client):
    answer = client.get("/api/openapi.json").json()
    assert answer == described(client.desk.version)


@pytest.mark.parametrize(
    "name", [name for name in OPERATIONS if name.split()[1] in WITHOUT_NETWORK]
)
def test_what_fits_the_description_gets_an_answer_that_is_described(name, client):
    operation = OPERATIONS[name]

    @given(operation.as_strategy())
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case):
        sent = case.as_transport_kwargs("")
        given = {key: sent[key] for key in ("params", "json", "content", "data") if sent.get(key)}
        if isinstance(given.get("data"), str | bytes):
            given["content"] = given.pop("data")
        answer = client.ask(sent["method"], sent["url"], headers=sent["headers"], **given)
        described = operation.definition.raw["responses"]
        assert str(answer.status_code) in described, answer.text
        if answer.status_code >= 400:
            assert set(answer.json()) == {"error"}

    ask()


def test_the_case_is_whole_afterwards(client):
    with client.desk.case() as case:
        assert list(case.verify()) == []
