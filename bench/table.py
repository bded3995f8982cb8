"""Put the frozen figures into the documents and the desk: `python -m bench.table`.

Each document has its table between two comments, `<!-- figures -->` and `<!-- end of figures -->`. A
row is left out while its bench has no frozen file.
"""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FROZEN = ROOT / "bench/frozen"
BEGIN, END = "<!-- figures -->\n", "<!-- end of figures -->"
HEAD = "| what | measured on | figure | beside it |\n| --- | --- | --- | --- |\n"


@dataclass(frozen=True)
class Row:
    """One row of a table: a figure by its place in a frozen file, and the figures of others."""

    what: str
    data: str
    bench: str
    path: tuple[str, ...]
    unit: str = "%"
    beside: str = ""


SAID = Row(
    "who says what: F1 of content and source",
    "PolNeAR, development half",
    "polnear-dev",
    ("content+source", "0.5", "f1"),
    beside="people among themselves 75.3, BERT-base fine-tuned 69.8, Citron retrained 53.7, "
    "rules over parses 41.8 (all on the test half)",
)
NEWS = Row(
    "who says what on other news, attributions inside others included",
    "GUM, Wikinews",
    "gum-news",
    ("content+source", "0.5", "f1"),
)
EXACT = Row(
    "who says what, all three spans exact to the word", SAID.data, SAID.bench, ("strict", "f1")
)
SOURCE = Row(
    "right source, where the content is found", SAID.data, SAID.bench, ("source accuracy",)
)
QUOTES = Row("spans that are the text, letter for letter", SAID.data, SAID.bench, ("integrity",))
SPEED = Row(
    "speed of `sayso extract`, start included",
    SAID.data,
    SAID.bench,
    ("words/s",),
    "words a second",
)
MUC = Row(
    "people killed and injured: F1 of numbers",
    "MUC-4, development texts",
    "muc4",
    ("headline", "*"),
    beside="the best of 1992: 69.2 and 58.8 on the two test sets; a plain pattern 22.9 here",
)
DRONES = Row(
    "killed: both ends of the recorded range",
    "Dronestream",
    "dronestream",
    ("headline", "*"),
    beside="a plain pattern 22.1",
)
DRONE_TOLLS = Row(
    "killed: both ends of the range, from tolls",
    DRONES.data,
    "dronestream-tolls",
    ("headline", "*"),
)
RANGES = Row(
    "killed: both ends of the recorded range",
    "Airwars, development half",
    "airwars",
    ("headline", "*"),
    beside="a plain pattern 32.1",
)
TOLLS = Row(
    "killed: both ends of the range, from tolls", RANGES.data, "airwars-tolls", ("headline", "*")
)
INCIDENTS = Row(
    "killed: the registry's final count of an incident",
    "Gun Violence Archive, development half",
    "gva",
    ("headline", "*"),
    beside="a plain pattern, by majority of the articles 71.0",
)
EVENTS = Row(
    "which events are one: CoNLL F1 on gold mentions",
    "ECB+, development topics",
    "events",
    ("headline", "*"),
    beside="the same word 63.7, every mention alone 29.7",
)
DISPUTES = Row(
    "disputes in real reports: F1 of found and right",
    "27 piles of US politics, shootings and the war in Syria",
    "disputes",
    ("headline", "*"),
    beside="two independent readings of nine other piles 92 to 99",
)
WRITTEN_DISPUTES = Row(
    "disputes in invented reports: F1 of found and right",
    "20 piles by a writer whose texts were not fitted on",
    "disputes-written",
    ("headline", "*"),
)
STORIES = Row(
    "which reports are of one story: pairwise F1",
    "Gun Violence Archive, development half",
    "stories",
    ("headline", "*"),
)
COPIES = Row(
    "which text copies which: F1", "13,000 texts of known origin", "copies", ("headline", "*")
)
STAGE = Row(
    "speed of looking for copies",
    COPIES.data,
    "copystage",
    ("texts a second",),
    "texts a second",
)
FOURFOLD = Row(
    "time to look for copies among four times as many texts",
    COPIES.data,
    "copystage",
    ("a quarter", "the whole takes so many times as long"),
    "times",
)
DOUBLED = Row(
    "time to read and compare a report twice as long",
    "Gun Violence Archive, articles joined to 50 to 400 thousand characters",
    "longreport",
    ("greatest growth of the whole",),
    "times, at most",
)
GROWTH = Row(
    "work for a report twice as long",
    "reports of one thing over and over, such as quotation marks, 20 to 160 thousand bytes",
    "growth",
    ("most growth at a doubling",),
    "times, at most",
)
MEMORY = Row(
    "memory to look for copies among 52,000 texts",
    "the same texts in four versions each, with words spelt differently",
    "copymemory",
    ("four times", "peak megabytes"),
    "megabytes",
)
DATES = Row("events dated exactly", "SemEval-2015 task 4, corpus 1", "timeline", ("headline", "*"))

DATES_2 = Row(DATES.what, "SemEval-2015 task 4, corpus 2", "timeline-2", ("headline", "*"))
CHAINS = Row(
    "sayings inside sayings, found inside the right one",
    "texts by a hand that the tagger has not learned from",
    "chains",
    ("tests/cases/chains_blind.jsonl", "parents found", "share"),
)
QUOTED = Row(
    "quotations with the right speaker",
    "written passages by a hand that no rule was made from",
    "cases",
    ("quotations_blind", "all", "right"),
)
PAGES = {
    "README.md": (SAID, QUOTES, SPEED, DISPUTES, MUC, RANGES, EVENTS, STORIES, COPIES),
    "src/sayso/encoder/weights/README.md": (SAID, EXACT, SOURCE, NEWS, CHAINS, QUOTES, SPEED),
    "docs/figures.md": (
        *(SAID, EXACT, SOURCE, NEWS, CHAINS, QUOTED, QUOTES, SPEED),
        *(
            DISPUTES,
            WRITTEN_DISPUTES,
            MUC,
            DRONES,
            DRONE_TOLLS,
            RANGES,
            TOLLS,
            INCIDENTS,
            EVENTS,
            DATES,
            DATES_2,
            STORIES,
            COPIES,
            STAGE,
            FOURFOLD,
            DOUBLED,
            GROWTH,
            MEMORY,
        ),
    ),
}

DESK = "src/sayso/desk/measured.json"  # what the desk's page on its method shows


def main() -> int:
    """Write the table of every page again."""
    (ROOT / DESK).write_text(for_the_desk(), encoding="utf-8")
    for name in PAGES:
        page = ROOT / name
        page.write_text(filled(name, page.read_text("utf-8")), encoding="utf-8")
    return 0


def filled(name: str, text: str) -> str:
    """The page with the frozen figures between its comments."""
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    return before + BEGIN + table(PAGES[name]) + END + after


def for_the_desk() -> str:
    """The figures of the longest table as JSON, without those of speed and memory."""
    rows = [
        {"what": row.what, "data": row.data, "figure": shown, "beside": row.beside}
        for row in PAGES["docs/figures.md"]
        if row.unit == "%" and (shown := figure(row)) is not None
    ]
    return json.dumps(rows, indent=1, ensure_ascii=False) + "\n"


def table(rows: tuple[Row, ...]) -> str:
    """The rows whose figures are frozen, as a table."""
    made = [
        f"| {row.what} | {row.data} | **{shown}** | {row.beside or machine(row)} |\n"
        for row in rows
        if (shown := figure(row)) is not None
    ]
    return HEAD + "".join(made)


def machine(row: Row) -> str:
    """The machine that a speed was measured on; empty for a percentage."""
    return "" if row.unit == "%" else str(_frozen(row)["machine"])


def figure(row: Row) -> str | None:
    """The row's figure as one reads it; None where it is not frozen."""
    value = _frozen(row).get("figures")
    if value is None:
        return None
    for key in row.path:
        value = next(iter(value.values())) if key == "*" else value[key]
    if row.unit != "%":
        return f"{value:,.3g} {row.unit}" if value < 100 else f"{value:,.0f} {row.unit}"
    # One evaluator prints percentages, the others shares.
    return f"{value if row.path[0] != 'headline' else 100 * value:.1f}"


def _frozen(row: Row) -> dict[str, Any]:
    file = FROZEN / f"{row.bench}.json"
    return dict(json.loads(file.read_text("utf-8"))) if file.exists() else {}


if __name__ == "__main__":
    sys.exit(main())
