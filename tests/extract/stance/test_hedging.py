"""Words that weaken what is said: hand-made sentences, and how often they are found."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.extract.stance.hedging import find_hedges
from sayso.extract.stance.joined_words import joined_words

CASES = [
    json.loads(line)
    for line in (Path(__file__).parents[2] / "cases/hedges.jsonl").read_text("utf-8").splitlines()
]


def found(case: dict[str, Any]) -> list[str]:
    text = case["text"]
    return [
        text[one.start : one.end] for one in find_hedges(text, joined_words(text, 0, len(text)))
    ]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 40
    assert len({case["text"] for case in CASES}) == len(CASES)


@pytest.mark.parametrize("half", ["tune", "check"])
def test_nearly_all_hedges_are_found_as_printed(half: str) -> None:
    cases = [case for case in CASES if case["half"] == half]
    wrong = [
        (case["text"], case["hedges"], got)
        for case in cases
        if (got := found(case)) != case["hedges"]
    ]
    assert 1 - len(wrong) / len(cases) >= 0.92, wrong
