"""One report: its text can be counted, its notes lead to its words and back, others stand beside it."""

import re
from html import unescape
from pathlib import Path

import pytest

from sayso.case.case import Case
from sayso.model.decisions import DecisionKind
from tests.case.invented import made_case, text_of
from tests.desk.client import Client
from tests.desk.report_cases import HOSTILE, RTL, WORDS, case_of, ids

SEGMENT = re.compile(r'<span([^>]*) data-start="(\d+)"[^>]*>(.*?)</span>(?=<|\s*$)', re.DOTALL)
MARK = re.compile(r'<span class="mark"[^>]*data-mark="U\+([0-9A-F]+)"[^>]*></span>')


def text_on(page: str) -> str:
    """The text of a report as a program finds it on the page, by the places of the segments."""
    body = page.split('<div class="report-text')[1].split("</section>")[0]
    body = MARK.sub(lambda mark: f"&#x{mark[1]};", body)
    found = ""
    for part in re.finditer(r'data-start="(\d+)"[^>]*>([^<]*)', body):
        assert int(part[1]) == len(found)
        found += unescape(part[2])
    return found


def shown(path: Path, number: int = 0, query: str = "") -> str:
    """The page of a report."""
    answer = Client(path).get(f"/reports/{ids(path)[number]}{query}")
    assert answer.status_code == 200
    return answer.text


def test_the_page_has_the_whole_text_at_its_places(tmp_path: Path) -> None:
    page = shown(made_case(tmp_path))
    assert text_on(page) == text_of(0)


def test_words_that_are_asked_for_are_lit(tmp_path: Path) -> None:
    text = text_of(0)
    start = text.index("shelled the Velden")
    page = shown(made_case(tmp_path), query=f"?at={start}-{start + 7}")
    lit = re.findall(
        r'<span( id="at" tabindex="-1")? class="([^"]*\blit)" data-start="(\d+)"[^>]*>([^<]*)', page
    )
    assert lit[0][0]
    assert not any(one[0] for one in lit[1:])
    assert int(lit[0][2]) == start
    assert "".join(one[3] for one in lit) == "shelled"
    assert text_on(page) == text


@pytest.mark.parametrize(
    "at", ["", "5", "5-5", "9-5", "x-y", "-1-5", "99999-999999", "9" * 40 + "-1", "²-³"]
)
def test_a_place_that_is_none_lights_nothing(tmp_path: Path, at: str) -> None:
    page = shown(made_case(tmp_path), query=f"?at={at}")
    assert 'id="at"' not in page


def test_every_claim_figure_and_event_has_a_note_that_leads_to_its_words(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    page, report = shown(path), ids(path)[0]
    with Case.open(path) as case:
        for table in ("claim", "figure", "event", "speaker"):
            rows = case.query(f"SELECT * FROM {table} WHERE report = ?", [report])
            assert rows
            for row in rows:
                thing = f'data-thing="{table}" data-name="{report}/{row["id"]}"'
                assert page.count(thing) == 1
                own = page.split(thing)[1].split("</li>")[0]
                assert f"at={row['start']}-{row['end']}#at" in own
    names = {one for found in re.findall(r'data-facts="([^"]*)"', page) for one in found.split()}
    assert names == set(re.findall(r'id="n-([cfe]\d+)"', page))
    for number in re.findall(r'href="#n-c(\d+)"', page):
        assert f'id="n-c{number}"' in page
    assert "s-denies" in page
    assert "s-accuses" in page


def test_decisions_stand_beside_their_words(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    report = ids(path)[0]
    with Case.open(path, author="bo") as case:
        claims = case.query(
            "SELECT id, start, end FROM claim WHERE report = ? ORDER BY start", [report]
        )
        case.decide(DecisionKind.REJECT, f"{report}/{claims[0]['id']}", reason="misread <b>")
        case.decide(DecisionKind.ACCEPT, f"{report}/{claims[1]['id']}")
    page = shown(path)
    rejected = page.split(f'data-name="{report}/{claims[0]["id"]}"')
    assert rejected[0].endswith('data-thing="claim" ')
    assert "rejected" in rejected[0][-80:]
    assert "misread &lt;b&gt;" in rejected[1]
    assert "accepted" in page.split(f'data-name="{report}/{claims[1]["id"]}"')[0][-80:]
    assert "Decided here" in page


def test_hostile_words_act_nowhere_and_can_be_counted(tmp_path: Path) -> None:
    text = (
        f"{HOSTILE}\n\n{RTL}\n\n"
        + "The way from Velden to Marsk is long and the mayor said so " * 700
        + "\u200bend."
    )
    path = case_of(tmp_path, {f"{'x' * 20}<b>\u202e.txt": text})
    page = shown(path)
    assert "<script>alert" not in page
    assert "<b>bold" not in page
    assert "\u202e" not in page
    with Case.open(path) as case:
        kept = case.query("SELECT text FROM report")[0]["text"]
    parts = int(re.findall(r"Part 1 of (\d+)", page)[0])
    assert parts > 1
    bodies = [shown(path, query=f"?part={number}") for number in range(1, parts + 1)]
    starts = [int(re.findall(r'data-start="(\d+)"', body)[0]) for body in bodies]
    assert starts == sorted(set(starts))
    assert text_on(page) == kept[: starts[1]]
    assert max(map(len, bodies)) < 150_000
    last = shown(path, query=f"?at={len(kept) - 4}-{len(kept) - 1}")
    assert f"Part {parts} of {parts}" in last
    assert 'id="at"' in last


def test_another_report_stands_beside_it_with_the_passages_that_they_share(tmp_path: Path) -> None:
    shared = (
        "The mayor of Marsk said the bridge had been closed since dawn, and nobody could cross it. "
        "A baker who lives beside the river told reporters that soldiers had come in three lorries."
    )
    files: dict[str, str | bytes] = {
        "a.txt": f"First report. {shared} It was told here.",
        "b.txt": f"Another one begins in another way. {shared} And it ends so.",
        "c.txt": "Nothing of that stands in this report, which is about a harvest of apples in Velden.",
    }
    path = case_of(tmp_path, files)
    first, second, third = ids(path)
    page = shown(path, query=f"?beside={second}&passage=1")
    assert "1</b> shared passage" in page
    assert 'id="here-1"' in page
    assert 'id="there-1"' in page
    lit = re.findall(r'class="[^"]*\blit[^"]*"[^>]*>([^<]*)', page)
    assert "".join(lit).count("The mayor of Marsk") == 2
    assert "share no passage" in shown(path, query=f"?beside={third}")
    assert "the same report" in shown(path, query=f"?beside={first}")
    assert "Nothing of that" in shown(path, query="?beside=c.txt")
    assert Client(path).get(f"/reports/{first}?beside={'0' * 64}").status_code == 404


def test_a_report_that_was_read_once_has_no_other_reading(tmp_path: Path) -> None:
    assert "read once only" in shown(made_case(tmp_path), query="?beside=reading")


def test_what_another_reading_found_is_listed(tmp_path: Path) -> None:
    path = made_case(tmp_path)
    report = ids(path)[0]
    with Case.open(path) as case:
        facts = case.facts(report)
        assert facts is not None
        case._connection.execute("UPDATE report SET head = 'another' WHERE id = ?", [report])
        case.keep(type(facts)(facts.document, facts.attributions, facts.claims[1:], facts.actors))
    page = shown(path, query="?beside=reading")
    gone = page.split('<ol class="differences">')[1].split("</ol>")[0]
    assert gone.count("how-gone") == 2
    assert "how-new" not in gone
    assert "shelled the Velden market" in gone


def test_a_report_that_was_not_read_says_so_and_shows_its_text(tmp_path: Path) -> None:
    path = tmp_path / "unread.sayso"
    file = tmp_path / "a.txt"
    file.write_text(WORDS)
    with Case.open(path, make=True) as case:
        case.take_in(str(file), lambda _: None)
    page = shown(path)
    assert "Not read." in page
    assert text_on(page).strip() == WORDS.strip()


def test_a_report_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    assert Client(made_case(tmp_path)).get(f"/reports/{'0' * 64}").status_code == 404
