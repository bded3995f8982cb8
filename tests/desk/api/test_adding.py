"""What is sent to the desk comes in, and what cannot be is refused with a sentence."""

import errno
from collections.abc import AsyncIterator
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest

from sayso.desk.serving.bodies import MOST_BYTES
from sayso.desk.serving.guard import FORM, JSON
from sayso.desk.work.jobs import MOST_JOBS, JobState
from sayso.desk.work.worker import MOST_WAITING, Full
from tests.case.invented import made_case, text_of
from tests.desk.client import Client, working_client
from tests.desk.working import LONGEST


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path, 4)


class Noting:
    """A worker that only notes what it was given."""

    def __init__(self, desk: Client) -> None:
        self.given: list[Any] = []
        self.incoming = desk.desk.worker.incoming
        self.close = desk.desk.worker.close
        self.is_full = False

    def check_room(self) -> None:
        if self.is_full:
            raise Full

    def add_file(self, copy: Path, name: str) -> int:
        self.given.append((copy.read_bytes(), name))
        return 1

    def add_text(self, text: str, head: Any) -> int:
        self.given.append((text, head.title, head.outlet, head.published, head.url))
        return 2

    def add_link(self, address: str) -> int:
        self.given.append(address)
        return 3

    def retry(self) -> int:
        return 4


@pytest.fixture
def still(path: Path) -> tuple[Client, Noting]:
    desk = Client(path)
    desk.headers["content-type"] = JSON
    desk.desk.worker = worker = Noting(desk)  # type: ignore[assignment]
    return desk, worker


def test_a_file_a_text_a_link_and_trying_again_are_jobs(still: tuple[Client, Noting]) -> None:
    desk, worker = still
    data = b"\x00\xff" * 2_000_000
    text = {"text": "Words.", "title": " A title ", "published": "2 March 2031", "outlet": ""}
    answers = [
        desk.ask("PUT", "/api/files", params={"name": "pile/a ü.txt"}, content=data),
        desk.ask("POST", "/api/texts", json=text),
        desk.ask("POST", "/api/links", json={"url": "https://example.org/a?b=c"}),
        desk.ask("POST", "/api/retry"),
    ]
    assert [(one.status_code, one.json()) for one in answers] == [
        (202, {"job": number}) for number in (1, 2, 3, 4)
    ]
    assert worker.given == [
        (data, "pile/a ü.txt"),
        ("Words.", "A title", None, "2031-03-02", None),
        "https://example.org/a?b=c",
    ]


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/texts", b"{"),
        ("/api/texts", b"[]"),
        ("/api/texts", b"[" * 100_000),
        ("/api/texts", b"{}"),
        ("/api/texts", b'{"text": " \\n"}'),
        ("/api/texts", b'{"text": 7}'),
        ("/api/texts", b'{"text": "a \\ud800"}'),
        ("/api/texts", b'{"text": "a", "published": "03/04/05"}'),
        ("/api/texts", b'{"text": "a", "url": "javascript:alert(1)"}'),
        ("/api/texts", b'{"text": "a", "path": "/etc/passwd"}'),
        ("/api/texts", b'{"text": "a", "title": "%s"}' % (b"x" * 501)),
        ("/api/links", b'{"url": "file:///etc/passwd"}'),
        ("/api/links", b'{"url": "/etc/passwd"}'),
        ("/api/links", b'{"url": "http://a.example/ b"}'),
        ("/api/links", b"{}"),
    ],
    ids=range(15),
)
def test_what_makes_no_sense_is_refused(
    still: tuple[Client, Noting], address: str, body: bytes
) -> None:
    desk, worker = still
    answer = desk.ask("POST", address, content=body)
    assert answer.status_code == 422
    assert answer.json()["error"].endswith(".")
    assert worker.given == []


def test_a_file_without_a_name_and_one_too_large_are_refused_and_leave_nothing(
    still: tuple[Client, Noting], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, worker = still
    assert desk.ask("PUT", "/api/files", content=b"x").status_code == 422
    monkeypatch.setattr("sayso.desk.serving.guard.most_of", lambda _: 1000)

    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(3):
            yield b"x" * 500

    answer = desk.ask("PUT", "/api/files", params={"name": "a.txt"}, content=pieces())
    assert answer.status_code == 413
    assert worker.given == []
    assert list(worker.incoming.folder().iterdir()) == []


def test_a_text_too_large_is_refused_though_its_length_is_not_told(
    still: tuple[Client, Noting],
) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield b'{"text": "'
        yield b"x" * MOST_BYTES

    assert still[0].ask("POST", "/api/texts", content=pieces()).status_code == 413


def test_who_sends_too_much_at_once_is_asked_to_wait(still: tuple[Client, Noting]) -> None:
    desk, worker = still
    worker.is_full = True
    answer = desk.ask("PUT", "/api/files", params={"name": "a.txt"}, content=b"x")
    assert answer.status_code == 429
    assert worker.given == []


@pytest.mark.parametrize(
    "headers", [{"sec-fetch-site": "cross-site"}, {"cookie": ""}], ids=["site", "key"]
)
@pytest.mark.parametrize(
    ("method", "address"),
    [("PUT", "/api/files?name=a"), *(("POST", f"/api/{one}") for one in ("texts", "links", "retry")),
     *(("POST", f"/add/{one}") for one in ("text", "link", "retry"))],
    ids=str,
)  # fmt: skip
def test_only_a_page_of_the_desk_may_send(
    still: tuple[Client, Noting], method: str, address: str, headers: dict[str, str]
) -> None:
    desk, worker = still
    content = b'{"text": "a", "url": "http://a.example"}'
    assert desk.ask(method, address, content=content, headers=headers).status_code == 403
    assert worker.given == []


def test_what_is_sent_is_read_and_the_work_is_told(path: Path) -> None:
    desk = working_client(path)
    sidecar = {"name": "pile/4.txt.meta.toml"}
    answer = desk.ask("PUT", "/api/files", params=sidecar, content=b'outlet = "The Echo"\n')
    assert (answer.status_code, answer.json()) == (202, {"job": None})
    desk.ask("PUT", "/api/files", params={"name": "pile/4.txt"}, content=text_of(4).encode())
    until = monotonic() + LONGEST
    work: dict[str, Any] = {"step": {}}
    while work["step"].get("state") != "idle" or not work["jobs"][0]["total"]:
        assert monotonic() < until
        sleep(0.05)
        work = desk.ask("GET", "/api/work").json()
    (job,) = work["jobs"]
    assert (job["state"], job["name"], job["done"]) == ("done", "pile/4.txt", 1)
    with desk.desk.case() as case:
        rows = case.query("SELECT id, outlet FROM report ORDER BY number DESC LIMIT 1")
    assert rows == [{"id": job["reports"][0], "outlet": "The Echo"}]


def test_the_forms_wait_too_where_so_much_waits(path: Path) -> None:
    desk = working_client(path)
    worker = desk.desk.worker
    worker._go = lambda: None  # type: ignore[method-assign]  # nothing is begun
    for number in range(MOST_WAITING):
        worker.add_link(f"https://example.org/{number}")
    for address, body in (("text", "text=Words."), ("link", "url=https://example.org/")):
        form = {"content-type": FORM}
        answer = desk.ask("POST", f"/add/{address}", content=body, headers=form)
        assert "wait to be taken in. Send more in a moment." in answer.text
    assert desk.ask("POST", "/api/links", json={"url": "https://a.example"}).status_code == 429
    assert len(worker.jobs()["jobs"]) == MOST_WAITING
    assert list(worker.incoming.folder().iterdir()) == []


def test_nothing_is_left_where_the_disk_is_full(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    desk = working_client(path)
    incoming = desk.desk.worker.incoming
    monkeypatch.setattr(incoming, "put_beside", full)
    file = desk.ask("PUT", "/api/files", params={"name": "a.txt"}, content=b"x")
    text = desk.ask("POST", "/api/texts", json={"text": "Words."})
    for answer in (file, text):
        assert answer.status_code == 503
        assert "No space left on device" in answer.json()["error"]
    assert list(incoming.folder().iterdir()) == []


def test_failed_jobs_are_not_kept_without_bound_and_the_page_says_so(path: Path) -> None:
    desk = working_client(path)
    jobs = desk.desk.worker._jobs
    for number in range(MOST_JOBS + 30):
        jobs.set(jobs.new("file", f"{number}.pdf", {}), JobState.FAILED, "not taken in")
    assert len(jobs.as_json()["jobs"]) <= MOST_JOBS + 1
    assert jobs.as_json()["counts"]["failed"] == MOST_JOBS + 30
    page = " ".join(desk.ask("GET", "/add").text.split())
    assert "30 that ended before are not listed any more" in page
