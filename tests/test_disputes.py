"""Disputes marked in real reports, without the reports."""

import gzip
import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

import training.disputes
from sayso.model.text import Document
from training.disputes import MARK_FILES, marked_piles

TEXT = "The mayor said that the bridge was shut. The guild denied that it was shut."
README = Path(training.disputes.__file__).parents[1] / "README.md"
KINDS = {"denial", "figure", "blame", "meaning", "concession", "update"}
STATES = {"contested", "conceded", "update"}
# By file: the piles, how many reports a pile has, and the core and optional points.
FILES = {
    "polnear": (80, {2}, 75, 304),
    "chosen": (180, {1}, 210, 392),
    "matters": (80, {2, 3, 4}, 184, 342),
    "ecbplus": (96, {3, 4, 5}, 110, 407),
    "wikinews": (65, {2}, 32, 109),
}


def lines_of(name: str) -> list[dict[str, Any]]:
    """The piles of a file of marks."""
    return [json.loads(line) for line in MARK_FILES[name].read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_the_marks_keep_to_their_form(name: str) -> None:
    for pile in lines_of(name):
        for point in pile["points"]:
            claims = point["claims"]
            assert point["kind"] in KINDS
            assert point["state"] in STATES
            assert point["weight"] in ("core", "optional")
            assert claims
            assert all(0 <= claim["start"] < claim["end"] for claim in claims)
            assert all(0 <= claim["report"] < len(pile["reports"]) for claim in claims)
            if point["state"] == "contested":
                assert len({claim["side"] for claim in claims}) > 1
            if point["state"] == "update":
                assert point["weight"] == "optional"


@pytest.mark.parametrize("name", FILES)
def test_a_file_has_the_piles_and_points_that_are_told_of_it(name: str) -> None:
    count, sizes, core, optional = FILES[name]
    piles = lines_of(name)
    assert len({pile["pile"] for pile in piles}) == len(piles) == count
    assert {len(pile["reports"]) for pile in piles} == sizes
    weights = Counter(point["weight"] for pile in piles for point in pile["points"])
    assert weights == {"core": core, "optional": optional}
    for told in (training.disputes.__doc__, README.read_text("utf-8")):
        (row,) = re.findall(rf"^\| `?{name}\.jsonl`? \|.*$", told or "", re.MULTILINE)
        assert row.split(" | ")[1].startswith(f"{count} ")
        assert row.endswith(f" | {core} | {optional} |")


def test_no_report_is_in_two_piles_but_for_those_on_one_matter() -> None:
    """Only matters.jsonl puts texts of other files together anew."""
    texts = [
        report["sha256"]
        for name in MARK_FILES
        if name != "matters"
        for pile in lines_of(name)
        for report in pile["reports"]
    ]
    assert set(MARK_FILES) == set(FILES)
    assert len(set(texts)) == len(texts)
    matters = [report["sha256"] for pile in lines_of("matters") for report in pile["reports"]]
    assert len(set(matters)) == len(matters)


def test_a_pile_gets_its_texts_and_no_others(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "data.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({"name": "one", "text": TEXT, "outlet": "Herald"}) + "\n")
    marks = tmp_path / "marks.jsonl"
    claim = {"report": 0, "start": 20, "end": 39, "speaker": "The mayor", "side": "a"}
    line = {"pile": "p", "data": "data.jsonl.gz", "points": [{"claims": [claim]}]}

    def write(sha256: str) -> None:
        marks.write_text(
            json.dumps(line | {"reports": [{"name": "one", "sha256": sha256}]}), "utf-8"
        )

    write(Document("one", TEXT).id)
    (pile,) = marked_piles(tmp_path, marks)
    assert pile.documents[0].outlet == "Herald"
    assert pile.documents[0].text[20:39] == "the bridge was shut"
    write("0" * 64)
    with pytest.raises(ValueError, match="one is not the text that was marked"):
        list(marked_piles(tmp_path, marks))
