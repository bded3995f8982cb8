"""The worker takes in, reads and compares, whatever becomes of its process."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from time import monotonic, sleep

import pytest

from sayso.case.case import Case
from sayso.desk.work.process import NICENESS
from sayso.desk.work.worker import Worker
from sayso.model.decisions import Target
from sayso.read.heads import HeadData
from tests.case.invented import made_case, text_of, write_reports
from tests.desk.hand_child import FAULT, POISON
from tests.desk.working import LONGEST, Told, job, sent, worker_on


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return made_case(tmp_path, 4)


def reports(path: Path) -> dict[str, str]:
    """The names of the reports of a case that were read, with their ids."""
    with Case.open(path) as case:
        rows = case.query("SELECT id, name FROM report JOIN shown ON shown.report = report.id")
        return {row["name"]: row["id"] for row in rows}


def test_files_texts_and_their_heads_come_in_are_read_and_compared(path: Path) -> None:
    with worker_on(path) as (worker, told):
        files = [sent(worker, f"pile/{n}.txt", text_of(n)) for n in range(4, 7)]
        head = HeadData(title="From Velden", outlet="The Post", published="2031-03-04")
        text = worker.add_text(text_of(7), head)
        told.idle(worker)
        assert [job(worker, n)["state"] for n in (*files, text)] == ["done"] * 4
        assert worker.jobs()["problems"] == []
        assert job(worker, files[0])["words"] == "1 report"
        assert told.states()[-3:] == ["reading", "comparing", "idle"]
        folder = worker.incoming.folder()
        assert [one for one in folder.rglob("*") if one.is_file()] == []
    known = reports(path)
    assert {"pile/4.txt", "pile/5.txt", "pile/6.txt", "From Velden.txt"} < set(known)
    with Case.open(path) as case:
        row = case.query(
            "SELECT outlet, title FROM report WHERE id = ?", [known["From Velden.txt"]]
        )
        assert row == [{"outlet": "The Post", "title": "From Velden"}]
        assert case.status().compared
        assert not list(case.verify())
        added = [one.author for one in case.log() if one.kind == "arrival"][-4:]
    assert added == ["ben"] * 4
    assert not list(path.parent.glob(".*incoming*"))


def test_what_a_person_wrote_down_of_a_file_counts(path: Path) -> None:
    with worker_on(path) as (worker, told):
        worker.incoming.keep_beside("pile/a.txt", b'outlet = "The Marsk Echo"\n')
        sent(worker, "other/a.txt", text_of(8))
        sent(worker, "pile/a.txt", text_of(9))
        told.idle(worker)
    with Case.open(path) as case:
        rows = case.query("SELECT name, outlet FROM report ORDER BY number DESC LIMIT 2")
    assert rows == [
        {"name": "pile/a.txt", "outlet": "The Marsk Echo"},
        {"name": "other/a.txt", "outlet": None},
    ]


def test_what_cannot_be_read_is_told_and_stops_nothing(path: Path) -> None:
    with worker_on(path) as (worker, told):
        bad = sent(worker, "../../bad.pdf", "MZ\0\0 no PDF")
        case = sent(worker, "other.sayso", "SQLite format 3\0")
        link = worker.add_link("http://127.0.0.1/secret")
        fault = sent(worker, "fault.txt", f"{FAULT} Nobody was hurt.")
        good = sent(worker, "good.txt", text_of(4))
        told.idle(worker)
        assert [job(worker, n)["state"] for n in (bad, case, link)] == ["failed"] * 3
        assert job(worker, good)["state"] == job(worker, fault)["state"] == "done"
        problems = {one["job"]: one for one in worker.jobs()["problems"]}
    assert set(problems) == {bad, case, link, fault}
    assert all(one["what"] and one["remedy"] for one in problems.values())
    assert problems[bad]["where"] == "bad.pdf"
    assert "not on the public internet" in problems[link]["what"]
    assert "sayso merge" in problems[case]["remedy"]
    assert [data for name, data in told.events if name == "problem"] == list(problems.values())


def test_a_file_that_is_known_is_said_to_be(path: Path) -> None:
    with worker_on(path) as (worker, told):
        first = sent(worker, "a.txt", text_of(4))
        told.idle(worker)
        before = len(told.events)
        second, third = sent(worker, "a.txt", text_of(4)), sent(worker, "b.txt", text_of(4))
        told.idle(worker, before)
        words = [job(worker, n)["words"] for n in (first, second, third)]
    assert words == ["1 report", "in the case already", "1 report, in the case already"]


def test_several_decisions_are_compared_together_and_a_corrected_date_is_read_again(
    path: Path,
) -> None:
    with worker_on(path) as (worker, told):
        with Case.open(path, author="cleo") as case:
            report = case.query("SELECT id FROM report ORDER BY number")[0]["id"]
            claims = case.query("SELECT report || '/' || id AS name FROM claim LIMIT 3")
            case.decide("correct", report, value={"published": "2031-04-01"})
            worker.compare_soon()
            for claim in claims:
                case.decide("reject", claim["name"])
                worker.compare_soon()
            assert case.subject(report).kind is Target.REPORT
        told.idle(worker)
        assert told.states() == ["comparing", "reading", "comparing", "idle"]
    with Case.open(path) as case:
        assert case.status().compared
        assert len(case.readings(report)) == 2
        assert not list(case.verify())


def test_a_report_that_ends_the_process_is_left_out_and_the_others_are_read(path: Path) -> None:
    with worker_on(path) as (worker, told):
        for number in (4, 5):
            sent(worker, f"{number}.txt", text_of(number))
        poison = sent(worker, "poison.txt", f"{POISON} Nobody was hurt.")
        told.idle(worker)
        (problem,) = worker.jobs()["problems"]
        assert problem["job"] == poison
        assert "ended the process" in problem["what"]
    assert {"4.txt", "5.txt"} < set(reports(path))
    with Case.open(path) as case:
        assert case.status().failed == 1
        assert case.status().compared


def test_a_process_that_is_killed_is_started_again(path: Path) -> None:
    with worker_on(path) as (worker, told):
        sent(worker, "4.txt", text_of(4))
        told.idle(worker)
        before, process = len(told.events), worker._orders._process
        assert process
        os.kill(process.number, signal.SIGKILL)
        sent(worker, "5.txt", text_of(5))
        told.idle(worker, before)
        assert worker.jobs()["problems"] == []
    assert "5.txt" in reports(path)


def test_trying_again_reads_what_failed_and_files_that_were_not_read_whole(path: Path) -> None:
    with worker_on(path) as (worker, told):
        fault = sent(worker, "fault.txt", f"{FAULT} Nobody was hurt.")
        bad = sent(worker, "bad.pdf", "MZ\0\0 no PDF")
        link = worker.add_link("http://127.0.0.1/secret")
        told.idle(worker)
        before = len(told.events)
        worker.retry()
        told.idle(worker, before)
        problems = worker.jobs()["problems"]
        assert sorted(one["where"] for one in problems) == [
            "bad.pdf",
            "fault.txt",
            "http://127.0.0.1/secret",
        ]
        assert link not in [one["job"] for one in worker.jobs()["jobs"]]
        assert fault and bad
    with Case.open(path) as case:
        assert case.query("SELECT count(*) AS n FROM arrival WHERE name = 'bad.pdf'") == [{"n": 1}]


def test_another_program_that_adds_is_named_and_waited_for(path: Path) -> None:
    with worker_on(path) as (worker, told):
        with Case.open(path) as case, case.held("a long night", lambda _: None):
            sent(worker, "4.txt", text_of(4))
            told.wait_for(lambda: "waiting" in told.states())
            words = [data["words"] for _, data in told.events if data.get("state") == "waiting"]
            assert "a long night" in words[-1]
        told.idle(worker)
    assert "4.txt" in reports(path)


KILLED = """
import os, sys, time
from pathlib import Path
from tests.desk.working import sent, worker_on
from tests.desk.hand_child import SLOW
os.environ["SLOW"] = "yes"
with worker_on(Path(sys.argv[1])) as (worker, told):
    sent(worker, "4.txt", "A first report. Nobody was hurt.")
    sent(worker, "slow.txt", SLOW + " Nobody was hurt.")
    told.wait_for(lambda: told.states()[-1:] == ["reading"])
    sent(worker, "late.txt", "A late report. Nobody was hurt.")
    print(worker._orders._process.number, worker.incoming.folder(), flush=True)
    time.sleep(3600)
"""


@pytest.mark.skipif(os.name != "posix", reason="the signal is one of POSIX")
def test_a_desk_that_is_killed_leaves_a_whole_case_and_nothing_else(path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, str(path)], stdout=subprocess.PIPE, text=True
    ) as desk:
        assert desk.stdout
        number, folder = desk.stdout.readline().split()
        assert stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
        desk.kill()
        desk.wait()
    until = monotonic() + LONGEST
    while _lives(int(number)):
        assert monotonic() < until
        sleep(0.02)
    assert list(Path(folder).rglob("copy"))
    with Case.open(path) as case:
        assert not list(case.verify())
        assert case.count_unread() >= 1
    with worker_on(path) as (worker, told):
        worker.go_on()
        told.idle(worker)
        assert not Path(folder).exists()
    assert "4.txt" in reports(path)
    assert not list(path.parent.glob(".*incoming*"))


def _lives(number: int) -> bool:
    state = Path(f"/proc/{number}/stat")
    try:
        return state.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_a_file_whose_intake_was_stopped_is_gone_through_again(path: Path) -> None:
    (name,) = write_reports(path.parent / "in", [5])
    with Case.open(path, author="ann") as case:
        case.take_in(name, lambda _: None)
        case._connection.execute(
            "UPDATE arrival SET reports = NULL, problems = NULL WHERE name = ?", [name]
        )
    with worker_on(path) as (worker, told):
        worker.go_on()
        told.idle(worker)
    assert name in reports(path)
    with Case.open(path) as case:
        assert case.query("SELECT count(*) AS n FROM arrival WHERE reports IS NULL") == [{"n": 0}]


def test_a_worker_that_never_worked_ends_at_once(path: Path) -> None:
    with worker_on(path) as (worker, told):
        assert worker.jobs()["jobs"] == []
    assert told.events == []


FAILS_AT_FIRST = """
import json, os, sys
from pathlib import Path
was_here = Path(sys.argv[2] + ".was-here")
for line in sys.stdin:
    order = json.loads(line)["do"]
    if order == "take_file":
        print('{"found": "r1"}', flush=True)
        print('{"done": {"known": 0, "reports": 1, "new": 1}}', flush=True)
    elif order == "read" and not was_here.exists():
        if sys.argv[1] == "dies":
            os._exit(9)
        print('{"error": "the disk is full."}', flush=True)
    else:
        print('{"done": {"files": 0, "reports": 0}}', flush=True)
"""


@pytest.mark.parametrize(("way", "why"), [("dies", "ends the process"), ("says", "disk is full")])
def test_what_could_not_be_read_has_failed_until_it_is_read(path: Path, way: str, why: str) -> None:
    told = Told()
    worker = Worker(path, "ben", told.tell, (sys.executable, "-c", FAILS_AT_FIRST, way))
    try:
        number = sent(worker, "a.txt", text_of(4))
        told.idle(worker)
        first = job(worker, number)
        assert (first["state"], first["words"]) == ("failed", "not all of it was read")
        assert why in worker.jobs()["problems"][-1]["what"]
        path.with_name(f"{path.name}.was-here").touch()
        before = len(told.events)
        worker.retry()
        told.idle(worker, before)
        assert job(worker, number)["state"] == "done"
        assert worker.jobs()["problems"] == []
    finally:
        worker.close()


@pytest.mark.skipif(not hasattr(os, "nice"), reason="the system has no such thing")
def test_the_pages_come_before_reading(path: Path) -> None:
    with worker_on(path) as (worker, told):
        sent(worker, "a.txt", text_of(4))
        told.idle(worker)
        process = worker._orders._process
        assert process
        own = os.getpriority(os.PRIO_PROCESS, 0)
        assert os.getpriority(os.PRIO_PROCESS, process.number) == min(own + NICENESS, 19)
