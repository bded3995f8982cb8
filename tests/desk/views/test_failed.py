"""The page of what could not be used says what, why, and what to do."""

from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.errors import FaultInSayso
from tests.case.invented import made_case, text_of
from tests.desk.client import Client

HOSTILE = "<img src=x onerror=alert(1)>"


@pytest.fixture
def desk(tmp_path: Path) -> Client:
    return Client(made_case(tmp_path, 4))


def test_a_case_of_which_all_was_used_says_so(desk: Client) -> None:
    page = desk.ask("GET", "/failed")
    assert page.status_code == 200
    assert "All that came in was used." in page.text
    assert "<h2" not in page.text


def test_all_that_was_not_used_is_named_with_its_reason(desk: Client, tmp_path: Path) -> None:
    names = (f"{HOSTILE}.txt", "later.txt", "torn.pdf")
    (tmp_path / "in").mkdir()
    walled = f"{text_of(9)}\n\n75% of this article left to read\n"
    (tmp_path / "in" / "wall.txt").write_text(walled)
    for name, text in zip(names, (text_of(4), text_of(5), "MZ\0\0"), strict=True):
        (tmp_path / "in" / name).write_text(text)
    with Case.open(desk.desk.path, author="ann") as case:
        case.take_in(str(tmp_path / "in"), lambda _: None)
        unread = {one.name.rsplit("/", 1)[-1]: one.id for one in case.unread()}
        failed = unread[f"{HOSTILE}.txt"]
        case.keep_failure(failed, FaultInSayso("x", f"it failed on {HOSTILE}", "Split it."))
        claim = case.query("SELECT report || '/' || id AS name FROM claim")[0]["name"]
        number = case.decide("reject", claim, reason="an essay").number
        case._connection.execute("INSERT INTO orphan VALUES (?, ?)", (number, claim.split("/")[0]))
    page = desk.ask("GET", "/failed").text
    assert HOSTILE not in page
    for heading in (
        "Reports that sayso failed on",
        "Files that were not read whole",
        "Reports that were not read yet",
        "Pages behind walls",
        "Decisions whose subject is gone",
    ):
        assert f">{heading}</h2>" in page
    for words in ("Split it.", "torn.pdf", "later.txt", "an essay", f"Decision {number}"):
        assert words in page
    assert "withholds 75 % of the article" in page
    assert f'href="/reports/{failed}"' in page


def test_a_report_that_was_read_in_part_says_how_far(
    desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sayso.desk.views import failed_rows

    monkeypatch.setattr(failed_rows, "FEWEST_WORDS", 0)
    monkeypatch.setattr(failed_rows, "_read_to", {})
    with desk.desk.case() as case:
        first = case.query(failed_rows.LONG, {"words": 0})[0]
        failed_rows._read_to[first["id"], first["reading"]] = 12
        assert [one["read_to"] for one in failed_rows.read_in_part(case)] == [12]
    page = desk.ask("GET", "/failed").text
    assert f"Read up to character 12 of {first['length']}." in page
