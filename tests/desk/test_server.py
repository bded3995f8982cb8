import http.client
import json
import os
import signal
import socket
import stat
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from time import monotonic, sleep

import pytest

from sayso.case.case import Case
from sayso.desk.serving.note import Whereabouts, places, read_note, take_note
from sayso.desk.serving.server import HOST, _socket, link_of_running
from sayso.desk.serving.warming import NEEDED, warm
from sayso.desk.templates import environment
from tests.case.invented import made_case
from tests.desk.served import Served

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals as on Unix")


@pytest.fixture
def case(tmp_path):
    return made_case(tmp_path)


@pytest.fixture
def serve(case, tmp_path):
    """Open a desk of the case; all are ended when the test is."""
    with ExitStack() as stack:

        def opened(*options, path=case, **environment):
            environment.setdefault("XDG_RUNTIME_DIR", str(tmp_path))
            served = Served(path, *options, **environment)
            stack.callback(served.close)
            return served

        yield opened


def _note(case: Path) -> Path:
    return case.with_name(f"{case.name}.desk")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_in_order_with_a_stream_open(case, serve, number):
    desk = serve().enter()
    stream = desk.ask("GET", "/events")
    assert stream.readline()
    assert stat.S_IMODE(_note(case).stat().st_mode) == 0o600
    status, errors = desk.end(number)
    assert (status, errors) == (0, "sayso: the desk is closed\n")
    assert not _note(case).exists()


HOLDS = """
import sys
from sayso.case.case import Case
with Case.open(sys.argv[1]) as case:
    case.query("SELECT * FROM log")
    print("open", flush=True)
    sys.stdin.read()
"""


def test_all_is_in_the_one_file_when_it_has_ended(case, serve):
    """Though work on the case was ended in its middle, as the desk ends its own."""
    desk = serve().enter()
    work = subprocess.Popen(
        [sys.executable, "-c", HOLDS, str(case)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert work.stdout is not None
    assert work.stdout.readline() == "open\n"
    assert desk.ask("POST", "/api/look", {"log": 1}).status == 201
    work.kill()
    work.communicate()
    assert list(case.parent.glob("*-wal"))
    assert desk.end(signal.SIGTERM)[0] == 0
    assert not list(case.parent.glob("*-wal"))


def test_only_this_computer_reaches_it(serve):
    desk = serve()
    with socket.socket() as other:
        other.settimeout(1)
        assert other.connect_ex(("127.0.0.2", desk.port)) != 0


def test_a_second_open_finds_the_first(serve):
    first = serve().enter()
    second = serve()
    assert second.wait()[0] == 0
    assert second.port == first.port
    assert second.link != first.link
    second.enter()
    assert first.ask("GET", "/").status == 200


def test_a_second_open_finds_the_first_by_another_path(case, serve, tmp_path):
    first, link = serve(), tmp_path / "link.sayso"
    link.symlink_to(case)
    assert serve(path=link).port == first.port


def test_a_proxy_does_not_come_between(serve):
    first = serve()
    second = serve(HTTP_PROXY="http://127.0.0.1:9", ALL_PROXY="http://127.0.0.1:9")
    assert second.port == first.port


def test_a_second_open_for_somebody_else_is_refused(serve):
    serve("--author", "ann")
    status, errors = serve("--author", "ben").wait()
    assert status == 1
    assert "open for ann" in errors
    assert len(errors.splitlines()) == 1


def test_two_that_start_at_once_are_one(case, tmp_path):
    with ExitStack() as stack:
        started = []
        for _ in range(2):  # without reading the link, so that neither waits for the other
            served = _Unread(case, XDG_RUNTIME_DIR=str(tmp_path))
            stack.callback(served.close)
            started.append(served)
        links = [served.read().split("/-/")[0] for served in started]
        assert links[0] == links[1] != ""


class _Unread(Served):
    def __init__(self, case: Path, **environment: str) -> None:
        super().__init__(case, program=f"print(); {_PROGRAM}", **environment)

    def read(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


_PROGRAM = "from sayso.cli.main import main; main()"


def test_a_killed_desk_leaves_a_note_that_stops_nobody(case, serve):
    first = serve()
    first.close()
    assert _note(case).exists()
    assert link_of_running(case) is None
    second = serve().enter()
    assert second.ask("GET", "/").status == 200
    assert second.end(signal.SIGTERM)[0] == 0
    assert not _note(case).exists()


def test_a_stale_note_may_name_another_process_and_another_program(case, serve):
    with socket.create_server(("127.0.0.1", 0)) as silent:  # takes connections, and says nothing
        port = silent.getsockname()[1]
        where = {"pid": os.getpid(), "port": port, "secret": "x", "author": "ann"}
        _note(case).write_text(json.dumps(where))
        assert serve().port != port


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"pid": 1}', '{"pid": "a", "port": "b"}', "\0" * 20_000]
)
def test_a_note_that_says_nothing_stops_nobody(case, text):
    _note(case).write_text(text)
    assert read_note(case) is None
    held = take_note(case)
    assert held is not None
    held.remove()
    assert not _note(case).exists()


def test_a_desk_that_does_not_answer_is_named(case, serve):
    first = serve()
    os.kill(first.process.pid, signal.SIGSTOP)
    program = f"from sayso.desk.serving import server; server.SECONDS_TO_START = 0.5; {_PROGRAM}"
    second = Served(case, program=program)
    status, errors = second.wait()
    assert status == 1
    assert f"process {first.process.pid}" in errors
    assert "End that process" in errors


def test_a_port_that_is_taken_is_told_with_what_to_type(case, serve):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        status, errors = serve("--port", str(port)).wait()
    assert status == 1
    assert f"port {port} is taken" in errors
    assert "sayso open" in errors
    assert not _note(case).exists()


def test_the_note_goes_elsewhere_where_the_folder_cannot_be_written(case, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    _note(case).mkdir()  # as root may write everywhere, the place is taken by something else
    held = take_note(case)
    assert held is not None
    held.write(Whereabouts(1, 2, "secret", "ann"))
    assert held.path == list(places(case))[1]
    assert stat.S_IMODE(held.path.parent.stat().st_mode) == 0o700
    assert read_note(case) == Whereabouts(1, 2, "secret", "ann")
    assert take_note(case) is None
    held.remove()
    assert read_note(case) is None


def test_a_note_is_not_written_through_a_link(case, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    victim = tmp_path / "victim"
    victim.write_text("precious")
    _note(case).symlink_to(victim)
    held = take_note(case)
    assert held is not None
    held.write(Whereabouts(1, 2, "secret", "ann"))
    held.remove()
    assert victim.read_text() == "precious"


@pytest.mark.parametrize(("after", "delay"), [(0, 0.0), (3, 0.004), (6, 0.012)])
def test_a_desk_that_is_killed_in_the_middle_of_a_decision_keeps_all_or_nothing_of_it(
    case, serve, after, delay
):
    desk = serve().enter()
    with Case.open(case) as held:
        rows = held.query("SELECT report, id FROM claim ORDER BY report, id")
    sent = [
        {"kind": "accept", "subjects": [f"{row['report']}/{row['id']}"]}
        for row in rows[: after + 1]
    ]
    for one in sent[:after]:
        assert desk.ask("POST", "/api/decisions", one).status == 201
    desk.send("POST", "/api/decisions", sent[after])
    sleep(delay)
    desk.close()
    with Case.open(case) as held:
        assert list(held.verify()) == []
        made = [one.subjects[0].id for one in held.decisions()]
    wanted = [one["subjects"][0].partition("/")[2] for one in sent]
    assert made in (wanted, wanted[:after])


def test_small_answers_are_not_held_back(case):
    with (
        _socket(0, case) as opened,
        socket.create_connection((HOST, opened.getsockname()[1])),
        opened.accept()[0] as connection,
    ):
        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


def test_answers_on_one_connection_come_at_once(serve):
    desk = serve().enter()
    connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
    took = []
    for _ in range(20):
        began = monotonic()
        connection.request("GET", "/static/icon.svg")
        connection.getresponse().read()
        took.append(monotonic() - began)
    assert min(took) < 0.03  # 0.04 is what the kernel waits for an acknowledgement


def test_the_first_page_finds_all_loaded():
    environment.cache_clear()
    warm().join(60)
    known = environment()
    assert known.cache is not None
    assert len(known.cache) == len(known.list_templates(["j2"])) > 20
    assert set(NEEDED) <= set(sys.modules)


def test_a_browser_keeps_the_files_of_the_desk_and_no_page(serve):
    desk = serve().enter()
    for address in ("/static/desk.js", "/static/dossier.css"):
        answer = desk.ask("GET", address)
        assert answer.getheader("cache-control") == "no-cache"
        headers = {"if-none-match": answer.getheader("etag") or ""}
        connection = http.client.HTTPConnection("127.0.0.1", desk.port, timeout=60)
        connection.request("GET", address, headers=headers)
        again = connection.getresponse()
        assert (again.status, again.getheader("cache-control")) == (304, "no-cache")
    assert desk.ask("GET", "/").getheader("cache-control") == "no-store"
