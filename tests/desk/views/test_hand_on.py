"""What the desk hands on: the same dossier and exports as at the command line, as files."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest

from sayso.case.case import Case
from sayso.desk.work import handing
from sayso.desk.work.handed import write
from sayso.desk.work.handing import Handing, NotMade
from sayso.desk.work.incoming import Incoming
from sayso.dossier.html import render_dossier
from tests.case.invented import made_case
from tests.desk.client import Client
from tests.desk.served import Served

NOTE = "ask the ferryman of Velden"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = made_case(tmp_path)
    with Case.open(made, author="ann") as case:
        claim = next(iter(case.rows("claims")))
        name = f"{claim['report']}/{claim['id']}"
        case.decide("note", name, value={"text": NOTE})
        case.decide("accept", name, reason="heard it twice")
    return made


def written(path: Path, **wanted: object) -> str:
    out = path.with_name("out")
    write({"case": str(path), "out": str(out), **wanted})
    return out.read_text("utf-8")


def test_the_dossier_is_that_of_the_command_line(path: Path) -> None:
    with Case.open(path) as case:
        holdings = case.holdings()
    page = written(path, what="dossier", notes=True)
    assert page == render_dossier(holdings.comparison, holdings)
    assert NOTE in page


def test_notes_stay_here_unless_they_are_wanted(path: Path) -> None:
    page = written(path, what="dossier")
    assert NOTE not in page
    assert "heard it twice" in page
    assert NOTE not in written(path, what="export", format="jsonl")
    assert NOTE in written(path, what="export", format="jsonl", notes=True)


def test_one_story_has_the_reports_of_that_story(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    with Case.open(path) as case:
        story = case.query("SELECT id FROM story")[0]["id"]
        whole = case.holdings()
    assert written(path, what="dossier", story=story) == render_dossier(whole.comparison, whole)


def test_excerpts_say_so(path: Path) -> None:
    assert "Excerpts." in written(path, what="dossier", excerpts=True)


def test_the_log_has_every_row(path: Path) -> None:
    lines = written(path, what="log").splitlines()
    with Case.open(path) as case:
        assert [json.loads(line)["hash"] for line in lines] == [row.hash for row in case.log()]


def test_a_file_is_made_in_a_process_and_gone_when_the_desk_is(path: Path) -> None:
    asked = Client(path)
    for _ in range(2):
        answer = asked.get("/hand-on/log")
        assert answer.status_code == 200
        assert answer.headers["content-disposition"] == 'attachment; filename="velden.log.jsonl"'
        assert len(answer.text.splitlines()) > 8
    assert len(list(asked.desk.worker.incoming.folder().iterdir())) == 1  # the one made last
    asked.desk.close()
    assert not list(path.parent.glob(".*incoming*"))


def test_what_a_format_has_no_place_for_is_shown_beside_the_file(path: Path) -> None:
    asked = Client(path)
    led = asked.get("/hand-on/export/csv").headers["location"]
    page = asked.page(led)
    assert "texts of reports: " in page.words
    assert f'content="0;url={led}/file"' in page.source
    answer = asked.get(f"{led}/file")
    assert answer.headers["content-disposition"].startswith('attachment; filename="velden')
    assert answer.content
    asked.get("/hand-on/log")
    for address in (led, f"{led}/file"):
        assert "another one was made since" in asked.page(address, 404).words
    asked.desk.close()


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ('print(\'{"error": "the <b>moon</b> is full."}\')', "the <b>moon</b> is full."),
        ("import os; os._exit(9)", "ended before it was done"),
        ("import os; os.mkdir(os.environ['TMPDIR'] + '/deep'); os._exit(9)", "ended before"),
        ("print('no JSON')", "ended before it was done"),
    ],
    ids=["says why", "dies", "dies and leaves more", "talks"],
)
def test_what_cannot_be_made_is_a_sentence_and_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch, program: str, why: str
) -> None:
    monkeypatch.setattr(handing, "PROGRAM", (sys.executable, "-c", program))
    asked = Client(path)
    assert why in asked.page("/hand-on/dossier", 503).words
    assert list(asked.desk.worker.incoming.folder().iterdir()) == []
    asked.desk.close()


def test_what_makes_no_sense_is_a_sentence(path: Path) -> None:
    asked = Client(path)
    assert "no such story" in asked.page("/hand-on/dossier?story=none", 503).words
    assert "The formats are" in asked.page("/hand-on/export/nope", 404).words
    asked.desk.close()


WAITS = "import sys; sys.stdin.buffer.read()"


def test_one_file_is_made_at_a_time_and_closing_ends_it(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handing, "PROGRAM", (sys.executable, "-c", WAITS))
    asked = Client(path)
    said: list[str] = []
    first = Thread(target=lambda: said.append(asked.page("/hand-on/log", 503).words))
    first.start()
    until = monotonic() + 60
    while (process := asked.desk.handing._process) is None:
        assert monotonic() < until
        sleep(0.01)
    assert "Another download is being made." in asked.page("/hand-on/export/csv", 429).words
    asked.desk.close()
    first.join(60)
    assert "The desk was closed" in said[0]
    assert process.returncode == -signal.SIGKILL
    with pytest.raises(NotMade, match="closed"):
        asked.desk.handing.make(asked.desk.worker.incoming, "log", {"what": "log"})
    asked.desk.worker.incoming.close()


SLOW_DESK = f"""
import sys
from sayso.desk.work import handing
handing.PROGRAM = (sys.executable, "-c", "import os, pathlib, sys; pathlib.Path(os.environ['PIDS'])"
    ".write_text(str(os.getpid())); sys.stdin.buffer.readline(); " + {WAITS!r})
from sayso.cli.main import main
main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as on Unix")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_the_process_ends_with_the_desk(path: Path, tmp_path: Path, number: int) -> None:
    pids = tmp_path / "pids"
    desk = Served(path, program=SLOW_DESK, PIDS=str(pids), XDG_RUNTIME_DIR=str(tmp_path))
    try:
        desk.enter().send("GET", "/hand-on/dossier")
        until = monotonic() + 60
        while not (pids.exists() and pids.read_text()):
            assert monotonic() < until
            sleep(0.01)
        began = monotonic()
        desk.end(number)
        assert monotonic() - began < 20
        while _lives(int(pids.read_text())):
            assert monotonic() < until
            sleep(0.01)
    finally:
        desk.close()


def _lives(number: int) -> bool:
    with suppress(OSError):
        return Path(f"/proc/{number}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    return False


def test_the_real_process_ends_when_its_input_does(path: Path, tmp_path: Path) -> None:
    order = json.dumps({"what": "log", "case": str(path), "out": str(tmp_path / "out")})
    held = "import sayso.desk.work.handed as handed, time; handed.write = lambda _: time.sleep(3600); handed.main()"
    with subprocess.Popen(
        [sys.executable, "-c", held], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin
        process.stdin.write(order.encode() + b"\n")
        process.stdin.flush()
        sleep(0.5)
        assert process.poll() is None
        process.stdin.close()
        assert process.wait(60) == 1


def test_a_full_disk_is_a_sentence(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: Incoming) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Incoming, "place", full)
    with pytest.raises(NotMade, match="No space left on device"):
        Handing(path).make(Incoming(path), "log", {"what": "log"})


def test_the_page_offers_every_format(path: Path) -> None:
    from sayso.dossier.exports.export import FORMATS

    links = Client(path).page("/hand-on").links()
    assert {f"/hand-on/export/{name}" for name in FORMATS} <= set(links)
    assert "/hand-on/log" in links
    assert "download>" not in Client(path).page("/hand-on").source  # a refusal would not be shown
