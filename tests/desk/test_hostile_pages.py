"""Words of reports, decisions, addresses and uploads run nowhere at the desk, and load nothing."""

import re
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from sayso.case.case import Case
from tests.desk.client import Client
from tests.desk.harmless import LISTS, NAMED, Markup, names, well_answered
from tests.desk.hostile_case import ADDRESSES, PAYLOADS, hostile_case

FILTERED = (
    "/points",
    "/figures",
    "/timeline",
    "/speakers",
    "/origins",
    "/reports",
    "/queue",
    "/decisions",
    "/changes",
    "/search",
    "/failed",
)
# Every filter that some view has.
FILTERS = (
    "q",
    "story",
    "page",
    "sort",
    "what",
    "outlet",
    "speaker",
    "type",
    "name",
    "place",
    "harm",
    "stance",
    "state",
    "likelihood",
    "from",
    "to",
    "day",
    "kind",
    "author",
    "thing",
    "number",
    "since",
    "rule",
    "by",
    "said",
    "origin",
    "show",
    "reading",
    "part",
    "at",
    "source",
    "beside",
    "passage",
    "other-part",
    "title",
    "published",
    "language",
    "status",
    "event",
)
SHORT = [one for one in (*PAYLOADS, *ADDRESSES) if len(one) < 300]
ACTING = (
    "<script>x</script>",
    "<script src=/static/desk.js></script>",
    "<svg onload=x>",
    "<a href=javascript:x>x</a>",
    "<a href=//bad.example>x</a>",
    "<img src=https://bad.example/x.png>",
    "<p style=color:red>x</p>",
    "<meta http-equiv=refresh content=0>",
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_case(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="module")
def ann(case: Path) -> Client:
    return Client(case, "<img src=x onerror=alert(1)>")


def files_beside(case: Path) -> set[Path]:
    """The files in the folder of a case that are none of its own."""
    return {one for one in case.parent.iterdir() if one.is_file() and case.name not in one.name}


@pytest.mark.parametrize("markup", ACTING)
def test_what_would_act_is_seen(markup: str) -> None:
    assert len(Markup(markup).strange) == 1


def test_hostile_words_are_there_to_be_read(case: Path, ann: Client) -> None:
    shown = "".join(ann.get(address).text for address in names(case, "/reports/"))
    for words in ("<svg><script>window.taken=1</script></svg>", "{{7*7}}", "${alert(9)}"):
        assert escape(words) in shown


@pytest.mark.parametrize("before", NAMED)
def test_no_page_of_a_thing_has_an_element_that_is_not_ours(
    case: Path, ann: Client, before: str
) -> None:
    found = names(case, before)
    assert len(found) > 5
    for address in found:
        well_answered(ann, address)


@pytest.mark.parametrize("address", LISTS)
def test_no_list_has_an_element_that_is_not_ours(ann: Client, address: str) -> None:
    well_answered(ann, address)


@pytest.mark.parametrize("address", FILTERED)
def test_no_filter_takes_what_is_hostile_for_its_own(ann: Client, address: str) -> None:
    for turn in range(0, len(SHORT), 8):
        given = {name: SHORT[(turn + at) % len(SHORT)] for at, name in enumerate(FILTERS)}
        well_answered(ann, f"{address}?{urlencode(given)}")


def test_no_path_is_taken_for_markup_or_for_a_file(ann: Client) -> None:
    rooms = (*NAMED, "/", "/static/", "/reports/x/", "/api/")
    for turn, words in enumerate((*SHORT, "/etc/passwd", "..", "../desk.py", "..%2f..%2fdesk.py")):
        for at in range(3):
            well_answered(ann, rooms[(turn + at) % len(rooms)] + quote(words))


def test_what_is_sent_is_kept_as_words_or_refused(case: Path, ann: Client) -> None:
    report = names(case, "/reports/")[0].rpartition("/")[2]
    note: dict[str, Any] = {"kind": "note", "subjects": [report], "value": {"text": "x"}, "seen": 0}
    for words in PAYLOADS[::3]:
        answer = ann.post("/api/decisions", {**note, "value": {"text": words}, "reason": words})
        assert answer.status_code in (201, 422), answer.text
        if answer.status_code == 201:
            with Case.open(case) as opened:
                assert opened.decisions()[-1].reason == words
        for wrong in ({"kind": words}, {"subjects": [words]}, {"value": {words: words}}):
            answer = ann.post("/api/decisions", {**note, **wrong})
            assert answer.status_code in (404, 422), answer.text
            assert answer.headers["content-type"].startswith("application/json")
        for address in ("/api/things", "/api/names?kind=speaker", "/api/queue"):
            params = {
                "name": words,
                "q": words,
                "report": report,
                "story": words,
                "kind": "speaker",
            }
            answer = ann.get(address, params=params)
            assert answer.status_code < 500
            assert answer.headers["content-type"].startswith("application/json")


@pytest.mark.parametrize("at_once", [PAYLOADS[::2], PAYLOADS[1::2]], ids=["even", "odd"])
def test_what_is_uploaded_names_no_place_of_this_computer(
    case: Path, ann: Client, at_once: tuple[str, ...]
) -> None:
    before = files_beside(case)
    for words in at_once:
        answer = ann.put("/api/files", words.encode(), params={"name": words})
        assert answer.status_code in (202, 422), answer.text
        body = {"text": words, "title": words, "outlet": words, "url": words}
        answer = ann.post("/api/texts", body)
        assert answer.status_code in (202, 422), answer.text
        answer = ann.post("/api/links", {"url": words})
        assert answer.status_code in (202, 422), answer.text
    assert files_beside(case) == before
    well_answered(ann, "/api/work")
    well_answered(ann, "/add")
    well_answered(ann, "/failed")


def test_a_download_has_a_harmless_name(case: Path, ann: Client) -> None:
    for address in names(case, "/reports/"):
        answer = ann.get(f"{address}/original?as=file")
        assert answer.status_code in (200, 404)
        given = answer.headers.get("content-disposition", "attachment")
        assert given.startswith("attachment")
        assert not re.search(r"[\r\n<>/\\\x00]", given)
