"""A whole review of the demo case by keyboard alone; two people at once; a desk that was killed."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso.case.case import Case
from sayso.model.wire import comparison_to_wire
from tests.desk.hands import Hands
from tests.desk.served import PROGRAM, Served
from tests.made_once import made_once
from tests.test_demo import DEMO, KINDS, reports

# What comparing keeps for itself, and what says when something was first so.
NOT_STATE = {"part", "part_scores", "case_info", "disputed_since", "card", "known_copies"}
DECIDED = {"decision", "decision_subject", "log", "seal", "taken_back", "look", "reading", "reader"}
MOST_WORDS = 200
TOASTS = "document.getElementById('toasts').innerText"


@made_once
def demo_case() -> bytes:
    """The demo as a case, read and compared."""
    known = {facts.document.id: facts for facts in reports().values()}
    with TemporaryDirectory() as name:
        path = Path(name, "demo.sayso")
        with Case.open(path, make=True, author="ann") as case:
            paths = sorted(str(one) for one in DEMO.iterdir() if one.suffix in KINDS)
            case.add(*paths, extract=lambda texts, _: (known[one.id] for one in texts))
        return path.read_bytes()


@contextmanager
def desk_of(folder: Path) -> Iterator[tuple[Path, Served]]:
    """A copy of the demo case, and its desk in a process of its own."""
    path = folder / "demo.sayso"
    path.write_bytes(demo_case())
    served = Served(path)
    try:
        yield path, served
    finally:
        served.close()


@contextmanager
def hands_on(browser: Any, link: str) -> Iterator[Hands]:
    """Hands on the first page of a desk, in a browser of their own."""
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, reduced_motion="reduce", accept_downloads=True
    )
    try:
        hands = Hands(context.new_page())
        hands.page.goto(link)
        hands.arrive("/")
        yield hands
    finally:
        context.close()


def state_of(path: Path) -> dict[str, Any]:
    """All that a case shows, without the numbers of rows, and all that comparing found."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        tables = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_search%' "
                "ESCAPE '\\' AND name NOT LIKE 'sqlite%'"
            )
        ]
        found: dict[str, Any] = {}
        for table in set(tables) - NOT_STATE - DECIDED:
            rows = connection.execute(f"SELECT * FROM {table}")
            names = [one[0] for one in rows.description]
            kept = [at for at, name in enumerate(names) if name != "number"]
            found[table] = sorted(repr([row[at] for at in kept]) for row in rows)
    with Case.open(path) as case:
        found["comparison"] = json.dumps(comparison_to_wire(case.comparison()), sort_keys=True)
    return found


def different(one: dict[str, Any], other: dict[str, Any]) -> list[str]:
    return sorted(table for table in one if one[table] != other[table])


def on_points(hands: Hands) -> None:
    """Decide on points, and on claims in one."""
    hands.go("p", "/points")
    hands.to("li:nth-child(6)")
    hands.answer("m", hands.tick_first)
    hands.to("li:nth-child(4)")
    hands.answer("s", hands.tick_first)
    hands.to("[data-thing=point]")
    hands.decide("a")
    hands.answer("n", lambda: hands.fill("Note", "Both <b>sides</b> are named"))
    hands.answer("y", lambda: hands.press("2"))
    hands.open("/points/*")
    hands.to(".point-head")
    hands.answer("e", lambda: hands.pick("", "Open"))
    hands.to("[data-thing=claim][data-side=against]")
    hands.decide("t")
    hands.to("[data-thing=claim]")
    hands.decide("b")
    hands.to("[data-thing=claim]")
    hands.decide("a")
    hands.answer("y", lambda: hands.press("5"))


def on_report(hands: Hands) -> None:
    """Decide on a report, correct its head, and each kind of its facts."""
    hands.go("d", "/reports")
    hands.to("[data-thing=report]")
    hands.answer("r", lambda: hands.press("b"))
    hands.answer("e", lambda: hands.fill("Outlet", "The Sellan Gazette"))
    hands.to("[data-thing=report]:last-child")
    hands.open("/reports/*")
    hands.to("[data-thing=claim]")
    hands.answer("c", lambda: hands.pick("Who says it", "Nine"))
    hands.answer("e", lambda: hands.pick("What the speaker", "doubts"))
    hands.press("]", "]", "[")
    hands.decide("Enter")
    hands.to("[data-thing=claim]:not(:first-child)")
    hands.decide("x")
    hands.to("[data-thing=figure]")
    hands.answer("e", lambda: hands.fill("At most", "44"))
    hands.to("[data-thing=event]")
    hands.answer("e", lambda: hands.pick("What happened", "riot"))
    hands.answer("Shift+X", lambda: hands.fill("Reason", "Nothing happened"))
    hands.to("[data-thing=event]:last-child")
    hands.answer("m", hands.tick_first)
    hands.answer("s", hands.tick_first)
    hands.to("[data-thing=speaker]")
    hands.answer("e", lambda: hands.pick("What it is", "group"))


def with_words(hands: Hands) -> None:
    """Add a claim, a figure and a point; decide on several things."""
    hands.to("[data-thing=claim]")
    hands.press("v", "ArrowDown", "Shift+ArrowRight", "Shift+ArrowRight")
    hands.answer("+")
    hands.press("v")
    for _ in range(MOST_WORDS):
        if hands.look("/^\\d+$/.test(String(getSelection()))"):
            break
        hands.press("ArrowRight")
    hands.answer("+")
    for last in ("+", "a"):
        hands.to("[data-thing=claim]")
        hands.press("Space")
        hands.to("[data-thing=claim]:nth-child(2):not(.rejected)")
        hands.press("Space")
        hands.answer(
            last, lambda: hands.until("dialog.querySelectorAll('.preview li').length === 2")
        )


def on_sources(hands: Hands) -> None:
    """Decide on speakers, a toll and an event of several reports."""
    hands.go("s", "/speakers")
    hands.to("[data-thing='shared speaker']")
    hands.answer("p", lambda: hands.fill("Side", "the Front"))
    hands.answer("r", lambda: hands.press("c"))
    hands.answer("m", hands.tick_first)
    hands.to("[data-thing='shared speaker']:nth-child(3)")
    hands.answer("s", hands.tick_first)
    hands.go("f", "/figures")
    hands.to("[data-thing=toll]")
    hands.answer("y", lambda: hands.press("3"))
    hands.go("t", "/timeline")
    hands.to("[data-thing='shared event']")
    hands.decide("a")


def handed_on(hands: Hands, words: str, folder: Path) -> str:
    """What a button of the page that hands on makes."""
    with hands.page.expect_download() as download:
        hands.hand_on(words)
    download.value.save_as(folder / "handed-on")
    return (folder / "handed-on").read_text("utf-8")


def test_a_whole_review_by_keyboard(browser: Any, tmp_path: Path) -> None:
    with desk_of(tmp_path) as (path, served), hands_on(browser, served.link) as hands:
        before = state_of(path)
        for work in (on_points, on_report, with_words, on_sources):
            work(hands)
        hands.idle()
        decided = state_of(path)
        assert different(before, decided)
        assert hands.decisions >= 30
        made = hands.decisions
        for _ in range(made):
            hands.decide("u")
        hands.idle()
        assert hands.look("document.querySelector('[data-act=undo]').disabled")
        assert different(before, state_of(path)) == []
        for _ in range(made):
            hands.decide("Shift+U")
        hands.idle()
        assert different(decided, state_of(path)) == []
        kept = {
            words: handed_on(hands, words, tmp_path)
            for words in ("Make the log", "Make the dossier", "bibtex")
        }
        assert kept["Make the log"].count('"kind"') >= made
        assert "The Sellan Gazette" in kept["Make the dossier"]
        assert kept["bibtex"].count("\n@") >= len(reports()) - 1


def test_two_people_decide_on_one_point(browser: Any, tmp_path: Path) -> None:
    with desk_of(tmp_path) as (path, served), hands_on(browser, served.link) as one:
        again = subprocess.run(
            [sys.executable, "-c", PROGRAM, "open", str(path), "--no-browser"],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        with hands_on(browser, again.stdout.strip()) as other:
            other.page.route("**/events", lambda route: route.abort())  # it hears of nothing
            for hands in (one, other):
                hands.go("p", "/points")
                hands.to("[data-thing=point]")
            one.decide("a")
            other.decide("x")
            other.until(f"{TOASTS}.includes('Both decisions are kept')")
            one.until("document.querySelectorAll('[data-thing=point] .by-person').length === 2")
            assert "Both decisions are kept" not in one.look(TOASTS)
        with Case.open(path) as case:
            assert {row["kind"] for row in case.query("SELECT kind FROM decision")} == {
                "accept",
                "reject",
            }


def test_a_tab_outlives_a_desk_that_was_killed(browser: Any, tmp_path: Path) -> None:
    with desk_of(tmp_path) as (path, served), hands_on(browser, served.link) as hands:
        hands.go("p", "/points")
        hands.to("[data-thing=point]")
        port = served.port
        served.close()
        hands.press("a")
        hands.until(f"{TOASTS}.includes('does not answer')")
        assert not hands.look("document.querySelector('.thing.accepted') !== null")
        hands.until("document.getElementById('state').innerText.includes('sayso open')")
        again = Served(path, "--port", str(port))
        try:  # its link is opened in another tab; the first one goes on
            hands.page.context.new_page().goto(again.link)
            hands.until("document.getElementById('state').innerText === ''")
            hands.decide("a")
        finally:
            again.close()
