"""What a case holds, on the command line: status, list, show, log, verify, seal, diff."""

import json
import re
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.case.readings import Reader
from sayso.cli.cases import tables
from sayso.model.speech import Stance
from tests.case.invented import made_case

from ..driving import Said, sayso

REPORTS = 8
ACTING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return made_case(tmp_path, REPORTS)


def first(said: Said) -> str:
    """The name of the first thing in a list."""
    return said.out.splitlines()[1].split()[0]


def test_status_says_what_there_is_and_what_to_type_next(case: Path) -> None:
    said = sayso("status", case)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"{case}: 8 reports, of 2031-03-03 to 2031-03-10\n")
    with Case.open(case) as opened:
        status = opened.status()
    assert f", {status.claims} claims, {status.points} points, " in said.out
    assert f"log: {status.last} rows, head {status.head}\n" in said.out
    assert said.out.endswith(f"next: sayso report {case} -o velden.html\n")


def test_status_of_an_empty_case_says_how_to_add(tmp_path: Path) -> None:
    path = tmp_path / "a b.sayso"
    assert sayso("new", path).status == 0
    assert sayso("status", path).out.endswith(f"next: sayso add '{path}' PATH...\n")


def test_status_says_that_reports_are_to_be_read_or_compared(case: Path) -> None:
    with Case.open(case) as opened:
        report = next(opened.rows("reports"))["id"]
        opened.decide("correct", report, value={"title": "Shells"})
    assert "not compared since the last change; next: sayso add" in sayso("status", case).out
    with Case.open(case) as opened:
        opened.decide("correct", report, value={"published": "2031-04-01"})
    assert "1 report still to read; next: sayso add" in sayso("status", case).out


def test_status_loads_nothing_heavy(case: Path) -> None:
    asked = (
        "import sys\nfrom sayso.cli.main import main\n"
        f"sys.argv = ['sayso', 'status', {str(case)!r}]\n"
        "try:\n    main()\nexcept SystemExit as ended:\n    assert not ended.code\n"
        "heavy = ('onnxruntime', 'tokenizers', 'numpy', 'trafilatura', 'lxml', 'rapidfuzz')\n"
        "print([name for name in heavy if name in sys.modules], file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert "8 reports" in done.stdout
    assert done.stderr == "[]\n"


@pytest.mark.parametrize("command", ["status", "verify", "log", "seal", "diff"])
def test_what_is_no_case_is_named(command: str, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("not a case", "utf-8")
    for path, what in ((other, "this file is no case"), (tmp_path / "gone", "no such case")):
        said = sayso(command, path)
        assert said.status == 1
        assert said.out == ""
        assert what in said.err
        assert "sayso new" in said.err


@pytest.mark.parametrize("what", ["reports", "claims", "points", "tolls", "speakers"])
def test_the_first_column_of_a_list_names_the_thing_to_show(what: str, case: Path) -> None:
    listed = sayso("list", case, what)
    assert (listed.status, listed.err) == (0, "")
    shown = sayso("show", case, first(listed))
    assert shown.status == 0
    assert first(listed) in shown.out.splitlines()[0]


@pytest.mark.parametrize("what", ["reports", "claims", "points", "tolls", "speakers"])
def test_json_is_one_array_with_the_rows_of_the_view(what: str, case: Path) -> None:
    rows = json.loads(sayso("list", case, what, "--json").out)
    with Case.open(case) as opened:
        assert rows == list(opened.rows(what))
    assert rows


def test_a_list_is_cut_down_by_its_columns_and_by_words(case: Path) -> None:
    denials = json.loads(sayso("list", case, "claims", "--stance", "denies", "--json").out)
    assert {one["stance"] for one in denials} == {"denies"}
    found = json.loads(sayso("list", case, "claims", "--words", "quarry shelled", "--json").out)
    assert found and all("Quarry" in one["words"] for one in found)
    report = first(sayso("list", case, "reports"))
    own = json.loads(sayso("list", case, "claims", "--report", report, "--json").out)
    assert {one["report"][: len(report)] for one in own} == {report}
    assert len(json.loads(sayso("list", case, "claims", "--limit", "3", "--json").out)) == 3


def test_an_empty_list_says_so_and_is_an_empty_array(case: Path) -> None:
    said = sayso("list", case, "claims", "--words", "zeppelin")
    assert (said.status, said.out) == (0, "")
    assert "there are no such claims" in said.err
    assert json.loads(sayso("list", case, "claims", "--words", "zeppelin", "--json").out) == []


def test_a_filter_that_a_list_does_not_have_is_wrong_usage(case: Path) -> None:
    said = sayso("list", case, "tolls", "--stance", "denies")
    assert said.status == 2
    assert "tolls have no --stance; they have --policy, --harm, --story, --words" in said.err


def test_a_table_is_cut_on_terminals_only(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = sayso("list", case, "claims").out
    monkeypatch.setattr(tables, "terminal_width", lambda: 60)
    cut = sayso("list", case, "claims").out
    assert "…" not in whole
    assert max(map(len, whole.splitlines())) > 90
    assert "…" in cut
    assert [line.split()[0] for line in cut.splitlines()] == [
        line.split()[0] for line in whole.splitlines()
    ]


def test_words_of_reports_can_neither_act_nor_forge_a_line(tmp_path: Path) -> None:
    hostile = 'The mayor said \x1b[2J\u202e"all was\x07 well" on Monday.\r\nsayso: done'
    path = tmp_path / "hostile.sayso"
    line = json.dumps({"name": "n\x1b]0;x\x07\nsayso: x", "text": hostile, "outlet": "A\nB\x9b"})
    assert sayso("add", path, "-", stdin=line).status == 0
    report = first(sayso("list", path, "reports"))
    for words in (
        ("list", path, "reports"),
        ("list", path, "claims"),
        ("list", path, "claims", "--json"),
        ("list", path, "speakers"),
        ("show", path, report),
        ("show", path, report, "--json"),
        ("log", path),
        ("decide", path, "note", report, "x\x1b[2J", "--later"),
        ("remove", path, report, "--later"),
    ):
        said = sayso(*words)
        assert said.status == 0, said.err
        assert not ACTING.search((said.out + said.err).replace("\n", "")), words
        assert not any(line.startswith("sayso: x") for line in said.out.splitlines())


def test_show_has_the_place_and_the_words_around(case: Path) -> None:
    claim = first(sayso("list", case, "claims", "--stance", "denies"))
    row = json.loads(sayso("show", case, claim, "--json").out)
    with Case.open(case) as opened:
        text = opened.document(row["report"]).text
    assert text[row["start"] : row["end"]] == row["words"]
    assert row["words"] in row["around"]
    assert f"at          {row['start']}:{row['end']}" in sayso("show", case, claim).out


@pytest.mark.parametrize("name", ["", "zzzz", "1/", "%", "_", "outlet:", "outlet:Nobody"])
def test_a_name_of_nothing_is_named(name: str, case: Path) -> None:
    said = sayso("show", case, name)
    assert said.status == 1
    assert "sayso list" in said.err


def test_a_report_can_be_named_by_its_file(case: Path) -> None:
    with Case.open(case) as opened:
        row = next(opened.rows("reports"))
    assert json.loads(sayso("show", case, row["name"], "--json").out)["id"] == row["id"]


def test_the_log_begins_where_it_is_asked_to(case: Path) -> None:
    rows = json.loads(sayso("log", case, "--from", "3", "--json").out)
    with Case.open(case) as opened:
        assert rows == [row._asdict() for row in opened.log(3)]
    shown = sayso("log", case, "--from", "3").out.splitlines()
    assert len(shown) == len(rows) + 1
    assert shown[1].split()[0] == "3"


def test_verify_counts_what_is_whole_and_names_what_is_not(case: Path) -> None:
    said = sayso("verify", case)
    assert said.status == 0
    assert re.fullmatch(
        r"whole: \d+ log rows, 8 files, 8 readings, 0 decisions, head \w{64}\n", said.out
    )
    with sqlite3.connect(case) as connection:
        connection.execute("UPDATE claim SET words = 'forged' WHERE number = 1")
    said = sayso("verify", case)
    assert said.status == 1
    assert "table claim" in said.out
    assert "1 thing does not fit" in said.err


def test_verify_says_of_a_broken_file_that_it_is_damaged(case: Path) -> None:
    data = bytearray(case.read_bytes())
    data[4096:8192] = bytes(4096)
    case.write_bytes(data)
    said = sayso("verify", case)
    assert said.status == 1
    assert "damaged" in said.out + said.err


def test_a_seal_is_for_the_row_whose_hash_it_has(case: Path, tmp_path: Path) -> None:
    printed = sayso("seal", case).out
    number, hashed = re.findall(r"row (\d+) of the log: (\w{64})", printed)[0]
    report = first(sayso("list", case, "reports"))
    assert sayso("decide", case, "note", report, "later", "--later").status == 0
    token = tmp_path / "token.tsr"
    token.write_bytes(b"\x30\x82begin" + bytes.fromhex(hashed) + b"end")
    said = sayso("seal", case, "--token", token)
    assert (said.status, said.err) == (0, "")
    assert f"row {number} of the log: {hashed}" in said.out
    assert sayso("verify", case).status == 0
    token.write_bytes(b"of something else")
    assert sayso("seal", case, "--token", token).status == 1


def test_diff_says_what_another_reading_changed(
    case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "no report was read more than once" in sayso("diff", case).err
    with Case.open(case) as opened:
        report = next(opened.rows("reports"))["id"]
        facts = opened.facts(report)
        assert facts is not None
        first_claim, second, *others = facts.claims
        changed = (replace(second, stance=Stance.DOUBTS), *others)
        monkeypatch.setattr("sayso.case.door.readings.this_reader", lambda: Reader("newer", "9.9"))
        opened.keep(replace(facts, claims=changed))
    said = sayso("diff", case, report[:8])
    assert said.out.splitlines()[0].endswith("1 fact gone, 0 facts new, 1 fact changed")
    rows = json.loads(sayso("diff", case, "--json").out)
    assert {(one["how"], one["id"]) for one in rows} == {
        ("gone", first_claim.id),
        ("changed", second.id),
    }
    assert [one["changed"] for one in rows if one["how"] == "changed"] == [["stance"]]
