"""The files of reports: shown so that nothing in them acts, or offered as they are."""

import re
import sqlite3
from pathlib import Path

import pytest

from sayso.desk.views.originals import harmless, safe_name
from tests.desk.client import Client
from tests.desk.report_cases import PAGE, WORDS, case_of, ids, json_lines, mail, pdf, zipped
from tests.read.office.packages import docx, p, r

PNG = b"\x89PNG\r\n\x1a\n"


def test_a_saved_page_stands_in_a_frame_where_nothing_runs_or_loads(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"page.html": PAGE})
    door, (report,) = Client(path), ids(path)
    shown = door.get(f"/reports/{report}?beside=original").text
    assert f'<iframe class="original-page" sandbox src="/reports/{report}/original' in shown
    assert "taken over" not in shown
    answer = door.get(f"/reports/{report}/original")
    policy = answer.headers["content-security-policy"]
    assert policy.startswith("sandbox; default-src 'none'; style-src 'unsafe-inline'")
    assert "allow-scripts" not in policy
    assert "script-src" not in policy
    assert "http" not in policy
    assert answer.headers["x-dns-prefetch-control"] == "off"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.search(r"<(?:link|base|meta|iframe)\b", answer.text)
    assert "Bridge closed at Marsk" in answer.text


def test_what_reaches_outside_by_itself_is_spoilt_however_it_is_written() -> None:
    for tag in ("link", "LINK", "base", "meta", "iframe", "frame", "object", "embed"):
        assert harmless(f"<{tag} x>") == f"<x-{tag} x>"
        assert harmless(f"<{tag}/x>") == f"<x-{tag}/x>"
        assert harmless(f"</{tag}>") == f"</x-{tag}>"
    assert harmless("<p>a < b</p><linked>") == "<p>a < b</p><linked>"


def test_the_file_itself_comes_as_an_attachment_under_a_safe_name(tmp_path: Path) -> None:
    path = case_of(tmp_path, {'a "b" é.html': PAGE})
    door, (report,) = Client(path), ids(path)
    answer = door.get(f"/reports/{report}/original?as=file")
    assert answer.content == PAGE.encode()
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"] == (
        "attachment; filename=\"a _b_ _.html\"; filename*=UTF-8''a%20%22b%22%20%C3%A9.html"
    )


def test_names_keep_letters_digits_and_few_signs() -> None:
    assert safe_name("../../a\r\nb\x00\u202egpj.exe") == "....__a__b__gpj.exe".replace(
        "....__a", ".._.._a"
    )
    assert len(safe_name("x" * 500 + ".pdf")) == 120
    assert safe_name("") == "file"


def test_a_pdf_is_shown_as_pictures_of_its_pages(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"paper.pdf": pdf()})
    door, (report,) = Client(path), ids(path)
    first = door.get(f"/reports/{report}?beside=original").text
    assert "Page 1 of 2" in first
    assert f"/reports/{report}/page/1.png" in first
    assert "Page 2 of 2" in door.get(f"/reports/{report}?beside=original&page=99").text
    answer = door.get(f"/reports/{report}/page/2.png")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(PNG)
    assert len(answer.content) > 5_000
    assert door.get(f"/reports/{report}/page/3.png").status_code == 404
    assert door.get(f"/reports/{report}/original").status_code == 404


def test_a_text_is_shown_as_text(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"a.txt": WORDS * 2 + "<b>&"})
    door, (report,) = Client(path), ids(path)
    shown = door.get(f"/reports/{report}?beside=original").text
    assert '<pre class="original-text"' in shown
    assert "&lt;b&gt;&amp;" in shown.split("<pre")[1]


@pytest.mark.parametrize("name", ["mail.eml", "lines.jsonl", "pages.zip"])
def test_the_part_of_a_container_is_found_by_its_hash(tmp_path: Path, name: str) -> None:
    kinds: dict[str, str | bytes] = {
        "mail.eml": mail(),
        "lines.jsonl": json_lines(),
        "pages.zip": zipped({"one.txt": (WORDS * 3).encode(), "two.html": PAGE.encode()}),
    }
    path = case_of(tmp_path, {name: kinds[name]})
    door = Client(path)
    for report in ids(path):
        shown = door.get(f"/reports/{report}?beside=original").text
        assert ('<pre class="original-text"' in shown) != ("<iframe" in shown)
        assert "as=file" in shown


def test_a_file_that_cannot_be_shown_is_offered(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"office.docx": docx(p(r(WORDS * 3)))})
    door, (report,) = Client(path), ids(path)
    shown = door.get(f"/reports/{report}?beside=original").text
    assert "cannot be shown here" in shown
    assert "as=file" in shown


def test_bytes_that_were_not_kept_are_said_to_be_so(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"page.html": PAGE}, keep=False)
    door, (report,) = Client(path), ids(path)
    shown = door.get(f"/reports/{report}?beside=original").text
    assert "were not kept" in shown
    assert "as=file" not in shown
    assert door.get(f"/reports/{report}/original").status_code == 404
    assert door.get(f"/reports/{report}/original?as=file").status_code == 404


def test_a_damaged_file_is_said_to_be_so(tmp_path: Path) -> None:
    path = case_of(tmp_path, {"page.html": PAGE})
    with sqlite3.connect(path) as connection:
        kept = "SELECT sql FROM sqlite_schema WHERE name = 'piece_is_kept'"
        (trigger,) = connection.execute(kept).fetchone()
        connection.execute("DROP TRIGGER piece_is_kept")
        connection.execute("UPDATE evidence_piece SET packed = x'00'")
        connection.execute(trigger)
    answer = Client(path).get(f"/reports/{ids(path)[0]}/original")
    assert answer.status_code == 503
    assert "damaged" in answer.text


def test_a_report_that_is_not_there_has_no_original(tmp_path: Path) -> None:
    door = Client(case_of(tmp_path, {"a.txt": WORDS}))
    for tail in ("original", "original?as=file", "page/1.png", "page/x.png"):
        assert door.get(f"/reports/{'0' * 64}/{tail}").status_code == 404
