import asyncio
import json
import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route

from sayso.desk.serving.bodies import MOST_BYTES
from sayso.desk.serving.guard import policy
from sayso.desk.serving.turns import Turns
from tests.apart import run_apart
from tests.case.invented import made_case
from tests.desk.client import HOME, Client, Visitor

WORDS = "the password is swordfish"


@pytest.fixture
def client(tmp_path):
    return Client(made_case(tmp_path))


async def fail(_: Request) -> Response:
    raise KeyError(WORDS)


async def read(request: Request) -> Response:
    body = await request.body()
    return JSONResponse(len(body))


def _with(client: Client, *routes: Route) -> Client:
    client.app.app.routes.extend(routes)
    return client


def _addresses(client: Client) -> Iterator[str]:
    """An address of each route."""
    for route in client.app.app.routes:
        if isinstance(route, Route):
            yield route.path.replace("{number:int}", "1").replace("{report}", "x")
        elif isinstance(route, Mount):
            yield f"{route.path}/desk.css"


def _messages(client: Client, scope: Any, *came: Any) -> tuple[list[Any], list[Any]]:
    """What is sent when these messages come; the scope has what an ordinary request has."""
    sent, waiting = [], list(came)
    cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    headers = [(b"host", HOME.removeprefix("http://").encode()), (b"cookie", cookie.encode())]
    given = {
        "type": "http",
        "method": "POST",
        "query_string": b"",
        **scope,
        "headers": headers + scope.get("headers", []),
    }

    async def receive():
        return waiting.pop(0) if waiting else {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    async def ask() -> None:
        await client.app(given, receive, send)

    run_apart(ask())
    return sent, waiting


def test_every_answer_is_sealed(client):
    _with(client, Route("/fails", fail))
    addresses = {*_addresses(client), "/no/such", "/api/no/such"} - {"/events"}
    stranger = Visitor(client.app, {"host": "evil.example"})
    assert len(addresses) > 10
    for address in sorted(addresses):
        for who in (client, stranger, Visitor(client.app)):
            answer = who.get(address)
            for name in policy(""):
                assert name in answer.headers, (address, answer.status_code)
            assert "access-control-allow-origin" not in answer.headers


def test_a_stranger_gets_nothing_from_any_route(client):
    open_to_all = ("/-/", "/static/")
    for address in _addresses(client):
        if not address.startswith(open_to_all):
            for method in ("GET", "POST", "PUT"):
                assert Visitor(client.app).ask(method, address).status_code == 403, address


def test_a_page_has_a_nonce_of_its_own(client):
    first, second = (client.get("/") for _ in range(2))
    nonce = first.headers["content-security-policy"].split("'nonce-")[1].split("'")[0]
    assert f'nonce="{nonce}"' in first.text
    assert nonce not in second.text


def test_a_fault_is_one_line_in_the_terminal_and_a_plain_page(client, caplog):
    _with(client, Route("/fails{rest:path}", fail), Route("/api/fails", fail))
    caplog.set_level(logging.ERROR, "sayso.desk")
    page = client.get("/fails/a%1Bb?q=swordfish")
    assert page.status_code == 500
    assert "report the line" in page.text
    assert page.headers["content-type"].startswith("text/html")
    told = client.get("/api/fails")
    assert (told.status_code, set(told.json())) == (500, {"error"})
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 2
    assert "KeyError" in lines[0]
    assert "GET '/fails/a\\x1bb'" in lines[0]
    assert not any(record.exc_info for record in caplog.records)
    for text in (*lines, page.text, told.text):
        assert "swordfish" not in text
        assert "Traceback" not in text
        assert "\n" not in text or text == page.text


def test_a_case_that_is_gone_is_told_and_comes_back(client):
    path = client.desk.path
    away = path.rename(path.with_name("away"))
    answer = client.get("/")
    assert answer.status_code == 503
    assert "Put it back" in answer.text
    assert not path.exists()
    away.rename(path)
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""],
)
def test_writes_are_json(client, kind):
    answer = client.post("/api/look", content=b'{"log": 1}', headers={"content-type": kind})
    assert answer.status_code == 415
    assert client.post("/api/look", json={"log": 1}).status_code == 201


@pytest.mark.parametrize("length", [str(MOST_BYTES + 1), "9" * 19])
def test_a_head_that_promises_too_much_is_refused_unread(client, length):
    scope = {
        "path": "/api/look",
        "headers": [(b"content-length", length.encode()), (b"expect", b"100-continue")],
    }
    sent, waiting = _messages(client, scope, {"type": "http.request", "body": b"x"})
    assert sent[0]["status"] == 413
    assert len(waiting) == 1


def test_a_body_without_a_length_is_counted_while_it_comes(client):
    piece = {"type": "http.request", "body": b"x" * 400_000, "more_body": True}
    sent, _ = _messages(client, {"path": "/api/look"}, *[piece] * 4)
    assert sent[0]["status"] == 413
    assert "1,000,000" in json.loads(sent[1]["body"])["error"]


def test_an_upload_is_counted_while_it_comes_and_leaves_nothing(client, monkeypatch):
    monkeypatch.setattr("sayso.desk.serving.guard.most_of", lambda _: 1_000_000)
    before = sorted(client.desk.path.parent.iterdir())
    piece = {"type": "http.request", "body": b"x" * 400_000, "more_body": True}
    scope = {"method": "PUT", "path": "/api/files", "query_string": b"name=a.txt"}
    sent, _ = _messages(client, scope, *[piece] * 5)
    client.desk.close()
    assert sent[0]["status"] == 413
    assert sorted(client.desk.path.parent.iterdir()) == before


def test_an_upload_may_be_larger_than_other_bodies(client):
    client.app.app.routes.insert(0, Route("/api/files", read, methods=["PUT"]))
    answer = client.put("/api/files", content=b"x" * (MOST_BYTES + 1))
    assert (answer.status_code, answer.json()) == (200, MOST_BYTES + 1)


def test_whoever_leaves_in_the_middle_of_a_body_changes_nothing(client):
    half = {"type": "http.request", "body": b'{"log":', "more_body": True}
    sent, _ = _messages(
        client, {"path": "/api/look", "headers": [(b"content-type", b"application/json")]}, half
    )
    assert sent == []


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static/%2e%2e%2f%2e%2e%2fdesk/app.py",
        "/static/..%5capp.py",
        "/static//etc/passwd",
        "/static/%2fetc/passwd",
        "/static/desk.css%00.js",
        "/static/" + "a" * 5_000,
        "/static/",
        "/static/.",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/reports/..%2f..%2fetc%2fpasswd",
        "/api/reports/..%2f/remove",
    ],
)
def test_no_address_leads_out_of_the_desk(client, path):
    scope_path = path.replace("%00", "\0").replace("%2f", "/").replace("%2e", ".")
    for given in {path, scope_path.replace("%5c", "\\")}:
        sent, _ = _messages(client, {"method": "GET", "path": given})
        assert sent[0]["status"] in (404, 405), given
        assert b"def make_app" not in sent[1].get("body", b"")


def test_a_thousand_writes_at_once_are_slowed_and_none_is_lost(tmp_path):
    count, done = 1_000, []

    async def note(request):
        done.append((await request.json())["n"])
        return JSONResponse("ok")

    turns = Turns(a_second=2_000, at_once=100)
    client = Client(made_case(tmp_path), turns=turns)
    _with(client, Route("/api/note", note, methods=["POST"]))
    moments = []

    async def one(n: int) -> list[int]:
        body = json.dumps({"n": n}).encode()
        came = [{"type": "http.request", "body": body, "more_body": False}]
        status: list[int] = []

        async def receive():
            return came.pop()

        async def send(message):
            if "status" in message:
                status.append(message["status"])
                moments.append(asyncio.get_running_loop().time())

        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items()).encode()
        headers = [
            (b"host", HOME.removeprefix("http://").encode()),
            (b"cookie", cookie),
            (b"content-type", b"application/json"),
        ]
        scope = {
            "type": "http",
            "method": "POST",
            "path": "/api/note",
            "query_string": b"",
            "headers": headers,
        }
        await client.app(scope, receive, send)
        return status

    async def all_at_once() -> list[list[int]]:
        return await asyncio.gather(*(one(n) for n in range(count)))

    assert run_apart(all_at_once()) == [[200]] * count
    assert sorted(done) == list(range(count))
    assert moments[-1] - moments[0] > (count - 100) / 2_000 * 0.9  # slowed: it takes its time


def test_very_many_writes_are_told_to_come_again(tmp_path):
    client = Client(made_case(tmp_path), turns=Turns(most_waiting=0))
    answer = client.post("/api/look", json={"log": 1})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
    assert "seconds" in answer.json()["error"]


def test_reading_waits_for_no_write(tmp_path):
    client = Client(made_case(tmp_path), turns=Turns(most_waiting=0))
    assert client.get("/").status_code == 200


def test_no_page_holds_a_key(client):
    for address in ("/", "/no/such", "/api/no/such", "/queue"):
        text = client.get(address).text
        for key in (client.keys.secret, *client.cookies.values()):
            assert key not in text


def test_the_note_is_no_page(client):
    assert Path(client.desk.path).parent.exists()
    assert client.get(f"/static/../../{client.desk.path.name}.desk").status_code == 404
