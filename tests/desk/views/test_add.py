"""The page where reports come in works without script, and shows what became of them."""

import re
from pathlib import Path

import pytest

from sayso.desk.serving.guard import FORM
from sayso.desk.work.jobs import JobState
from tests.case.invented import made_case
from tests.desk.client import Client

HOSTILE = "<script>alert(1)</script>\u202e"


@pytest.fixture
def desk(tmp_path: Path) -> Client:
    client = Client(made_case(tmp_path, 4))
    client.headers["content-type"] = FORM
    return client


def test_a_text_and_a_link_come_in_by_the_forms(desk: Client) -> None:
    form = desk.ask("GET", "/add").text
    actions = re.findall(r'<form action="(/add/[a-z]+)" method="post">', form)
    assert sorted(actions) == ["/add/link", "/add/text"]
    text = desk.ask(
        "POST", "/add/text", content="text=Two%0D%0Alines.&title=A+title&published=&url=&outlet="
    )
    link = desk.ask("POST", "/add/link", content="url=https%3A%2F%2Fexample.org%2F")
    assert [(one.status_code, one.headers["location"]) for one in (text, link)] == [
        (303, "/add#work")
    ] * 2
    jobs = desk.desk.worker.jobs()["jobs"]
    assert [(one["kind"], one["name"]) for one in jobs] == [
        ("text", "A title.txt"),
        ("link", "https://example.org/"),
    ]
    (copy,) = desk.desk.worker.incoming.folder().rglob("copy")
    assert copy.read_bytes() == b"Two\nlines."


def test_what_was_typed_wrong_stays_in_the_form_with_the_reason(desk: Client) -> None:
    body = "text=%3Cscript%3E+words&published=03%2F04%2F05&title=&outlet=&url="
    page = desk.ask("POST", "/add/text", content=body)
    assert page.status_code == 422
    assert 'role="alert">“03/04/05” is no date that can be read.' in page.text
    assert "&lt;script&gt; words" in page.text
    assert 'value="03/04/05"' in page.text
    assert desk.desk.worker.jobs()["jobs"] == []


def test_what_came_in_is_listed_the_failed_first_with_reasons_and_a_way_to_try_again(
    desk: Client,
) -> None:
    jobs = desk.desk.worker._jobs
    good, bad = jobs.new("file", "good.txt", {}), jobs.new("file", HOSTILE, {})
    jobs.found(good, "a" * 64)
    jobs.set(good, JobState.DONE, "1 report")
    jobs.problem(HOSTILE, f"it is {HOSTILE}", "Leave it out.", job=bad.number)
    jobs.set(bad, JobState.FAILED, "no report could be read from it")
    jobs.step("reading", 10, 40, "Reading reports")
    page = desk.ask("GET", "/add").text
    assert "<script>alert" not in page
    assert page.index("Leave it out.") < page.index("good.txt")
    assert "Reading reports: 10 of 40" in page
    assert '<progress aria-labelledby="step-words" max="40" value="10">' in page
    assert f'href="/reports/{"a" * 64}"' in page
    assert '<form class="retry" action="/add/retry" method="post">' in page


def test_trying_again_asks_for_failed_links_anew(desk: Client) -> None:
    jobs = desk.desk.worker._jobs
    link = jobs.new("link", "https://a.example/", {"address": "https://a.example/"})
    jobs.set(link, JobState.FAILED)
    assert desk.ask("POST", "/add/retry").status_code == 303
    kinds = [(one["kind"], one["state"]) for one in desk.desk.worker.jobs()["jobs"]]
    assert kinds == [("link", "waiting"), ("retry", "waiting")]
