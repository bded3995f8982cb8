"""Disputes marked in real reports, without the reports."""

import gzip
import json
from pathlib import Path

import pytest

from sayso.model.text import Document
from training.disputes import MARKS, marked_piles

TEXT = "The mayor said that the bridge was shut. The guild denied that it was shut."
KINDS = {"denial", "figure", "blame", "meaning", "concession", "update"}


def test_the_marks_keep_to_their_form() -> None:
    piles = [json.loads(line) for line in MARKS.read_text("utf-8").splitlines()]
    assert len({pile["pile"] for pile in piles}) == len(piles) == 65
    for pile in piles:
        for point in pile["points"]:
            claims = point["claims"]
            assert point["kind"] in KINDS
            assert point["weight"] in ("core", "optional")
            assert all(0 <= claim["start"] < claim["end"] for claim in claims)
            assert all(pile["reports"][claim["report"]]["name"] for claim in claims)
            if point["state"] == "contested":
                assert len({claim["side"] for claim in claims}) > 1


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
