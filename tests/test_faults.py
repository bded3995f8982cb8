"""An exception in any stage, for one of ten reports: the nine others are done, and the tenth is named."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from sayso.engine import processes
from sayso.engine.serial import Outcome
from sayso.model.text import Document
from sayso.model.wire import facts_from_wire, from_line
from tests.cli.driving import Said, sayso
from tests.engine import stand_ins

MARKER = "Quorne"
PLACES = ["Ormley", "Tarn", "Sellan", MARKER, "Yalmet", "Orn", "Ostmere", "Belk", "Hather", "Drum"]
REPORT = "The mayor of {} said on Monday that shells had killed {} people. The army denied it."
FAULT = re.compile(
    r"sayso: \S*Quorne\.txt: it was left out, because sayso failed while it ([a-zA-Z ]+) "
    r"\(ZeroDivisionError in [a-z/_]+\.py, line [0-9]+\)\. This is a fault in sayso: please report "
    r"this line, with the report if you may share it\."
)
# A function of each stage where it is used, and what the message says that sayso did.
STAGES_OF_EXTRACT = {
    "read": ("sayso.read.plain:read_plain", "read the file"),
    "tag": ("sayso.extract.speech.attributions:tag_texts", "looked for who says what"),
    "link": ("sayso.extract.speech.attributions:link_cues", "looked for who says what"),
    "nesting": ("sayso.extract.speech.attributions:content_excerpts", "looked for who says what"),
    "stance": (
        "sayso.extract.stance.stance:find_hedges",
        "looked for what speakers assert or deny",
    ),
    "floor": ("sayso.extract.floor.giving:tokenize_text", "looked for who says what"),
    "claims": ("sayso.extract.speech.claims:sentences", "looked for who says what"),
    "times": ("sayso.extract.events.times:resolve_dates", "looked for events"),
    "events": ("sayso.extract.events.events:place_mentions", "looked for events"),
    "figures": ("sayso.extract.casualties.figures:sentences", "counted people"),
    "print": ("sayso.model.wire:document_to_wire", "converted its results to or from JSON"),
}
STAGES_OF_COMPARE = [
    *("comparison:card_of_prepared", "comparison:copies_in_texts", "comparison:gathered"),
    *("pile:find_citations", "pile:with_origin", "pile:find_origins"),
    *("pile:find_shared_actors", "pile:story_contexts"),
    *("one_story:find_shared_events", "one_story:find_points", "one_story:find_tolls"),
    "one_story:find_timeline",
]
NEVER = ["0001-01-01", "0001-01-01T00:00:00Z", "9999-12-31", "9999-12-31T23:59:59-12:00"]
BESIDE_THE_CALENDAR = (
    "Troops took the town of Ormley on 3 May 2031, and the bridge was closed. "
    "On 31 December 9999 people had been told to leave, the mayor said two days later. "
    "The order of 1 January 0001 holds for the next 400 years, and was given 500,000 weeks ago. "
    "It ends 99999999999 days later, last week or in the year 9999. Shells killed three men. "
    f"They counted {'one hundred ' * 99} and {'9' * 5000} others dead."
)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten files, each with a short report; that of MARKER is among them."""
    folder = tmp_path_factory.mktemp("reports")
    paths = [folder / f"{place}.txt" for place in PLACES]
    for number, path in enumerate(paths, 1):
        path.write_text(REPORT.format(path.stem, number * 3), "utf-8")
    return paths


@pytest.fixture(scope="module")
def lines(reports: list[Path]) -> list[str]:
    """What `extract` prints of each report."""
    found = sayso("extract", "--text", *reports).out.splitlines(keepends=True)
    assert len(found) == len(PLACES)
    return found


@pytest.fixture(scope="module")
def nine_compared(lines: list[str]) -> str:
    """What `compare` prints of the nine good reports."""
    return sayso("compare", stdin="".join(without_marked(lines))).out


def without_marked(lines: list[str]) -> list[str]:
    """The lines of the other nine reports."""
    return [line for line in lines if MARKER not in line]


def break_for_marked(
    monkeypatch: pytest.MonkeyPatch, where: str, mark: str = f"mayor of {MARKER}"
) -> None:
    """Let a function fail for whatever holds the words of the marked report, or another mark of it."""
    module, _, name = where.partition(":")
    home = import_module(module)
    whole: Callable[..., Any] = getattr(home, name)

    def broken(*given: Any, **named: Any) -> Any:
        if mark in repr((given, named)):
            raise ZeroDivisionError(f"words of the report: {MARKER}")
        return whole(*given, **named)

    monkeypatch.setattr(home, name, broken)


def check_named(said: Said, work: str) -> None:
    """That one report is named in one line, with what sayso was doing, and no word of it."""
    line = said.err.splitlines()[0]
    assert said.err.count("it was left out") == 1
    found = FAULT.fullmatch(line)
    assert found, line
    assert found[1] == work
    assert said.status == 3


@pytest.mark.parametrize("stage", STAGES_OF_EXTRACT)
def test_a_report_that_fails_while_it_is_extracted_costs_no_other(
    reports: list[Path], lines: list[str], monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    where, work = STAGES_OF_EXTRACT[stage]
    break_for_marked(monkeypatch, where)
    said = sayso("extract", "--text", *reports)
    assert said.out.splitlines(keepends=True) == without_marked(lines)
    check_named(said, work)


@pytest.mark.parametrize("stage", STAGES_OF_COMPARE)
def test_a_report_that_fails_while_it_is_compared_costs_no_other(
    lines: list[str], nine_compared: str, monkeypatch: pytest.MonkeyPatch, stage: str
) -> None:
    break_for_marked(monkeypatch, f"sayso.compare.{stage}", f"{MARKER}.txt")  # a card has no text
    said = sayso("compare", stdin="".join(lines))
    assert said.out == nine_compared
    check_named(said, "compared the reports")


def test_a_report_whose_results_cannot_be_printed_costs_no_other(
    lines: list[str], nine_compared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_for_marked(monkeypatch, "sayso.model.wire:document_to_wire")
    said = sayso("compare", stdin="".join(lines))
    assert said.out == nine_compared
    check_named(said, "converted its results to or from JSON")


def test_a_line_of_facts_that_fails_while_it_is_read_costs_no_other(
    lines: list[str], nine_compared: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_for_marked(monkeypatch, "sayso.model.wire:facts_from_wire")
    said = sayso("compare", stdin="".join(lines))
    assert said.out == nine_compared
    assert said.status == 3
    assert f"standard input, line {PLACES.index(MARKER) + 1}: it was left out" in said.err
    assert "words of the report" not in said.err


@pytest.mark.parametrize("where", ["html:dossier_page", "page:report_shown"])
def test_a_report_that_fails_while_the_page_is_written_costs_no_other(
    reports: list[Path],
    lines: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
) -> None:
    known = {facts.document.id: facts for facts in map(facts_from_wire, map(from_line, lines))}

    def extracted(documents: Iterable[Document]) -> Iterator[Outcome]:
        return (known[document.id] for document in documents)

    monkeypatch.setattr(processes, "extract_each", extracted)
    nine = [path for path in reports if path.stem != MARKER]
    assert sayso("report", *nine, "-o", tmp_path / "nine.html").status == 0
    break_for_marked(monkeypatch, f"sayso.dossier.{where}")
    said = sayso("report", *reports, "-o", tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes() == (tmp_path / "nine.html").read_bytes()
    assert "9 reports" in said.out
    check_named(said, "wrote the page")


def test_where_every_report_fails_the_command_fails(
    reports: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = reports[PLACES.index(MARKER)]
    break_for_marked(monkeypatch, "sayso.extract.extracting:find_times")
    for words in (["extract"], ["compare"], ["report", "-o", tmp_path / "page.html"]):
        said = sayso(*words, marked)
        assert said.status == 1
        assert said.out == ""
        assert "it was left out" in said.err
        assert not list(tmp_path.iterdir())


def test_reports_that_kill_the_process_that_reads_them_are_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(processes, "usable_cores", lambda: 2)
    monkeypatch.setattr(processes, "MIN_CHARACTERS_FOR_PROCESSES", 10)
    monkeypatch.setattr(processes, "CHARACTERS_AT_ONCE", 20)
    monkeypatch.setattr(processes, "load_extractor", stand_ins.be_ready_with)
    monkeypatch.setattr(processes, "facts_or_faults", stand_ins.read_all)
    texts = ["one", "two", "is killed", "three", "ends the process", "four", "raises", "five"]
    pile = "\n".join(json.dumps({"name": f"{text}.txt", "text": text}) for text in texts)
    said = sayso("extract", "-", stdin=pile)
    names = [line["document"]["name"] for line in said.lines()]
    assert names == ["one.txt", "two.txt", "three.txt", "four.txt", "five.txt"]
    assert said.status == 3
    first, second, third = said.err.splitlines()
    assert first.startswith("sayso: is killed.txt: it was left out, because the process that read")
    assert second.startswith("sayso: ends the process.txt: it was left out, because the process")
    assert third.startswith("sayso: raises.txt: it was left out, because sayso failed")


def test_dates_and_numbers_beside_the_calendar_cost_nothing(tmp_path: Path) -> None:
    pile = tmp_path / "pile.jsonl"
    pile.write_text(
        "\n".join(
            json.dumps({"name": when, "text": f"{BESIDE_THE_CALENDAR} {when}", "published": when})
            for when in (*NEVER, "2031-05-04")
        )
    )
    said = sayso("extract", "--text", pile)
    assert said.status == 0
    assert [line["document"]["published"] for line in said.lines()] == [*[None] * 4, "2031-05-04"]
    assert all(f"its published '{when}' was read as unknown" in said.err for when in NEVER)
    counted = [figure["low"] for line in said.lines() for figure in line["figures"]]
    assert 3 in counted
    assert 9999 not in counted
    # What another program gives as facts may still be dated so.
    dated = said.out.replace('"published":null', '"published":"0001-01-01"')
    ended, count = re.subn('"(from|to)":"[0-9-]{10}"', r'"\1":"9999-12-31"', dated)
    assert count
    assert sayso("compare", stdin=ended).status == 0
