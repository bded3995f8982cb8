"""The cases in tests/cases/*.jsonl as parameters, each of its sort."""

import json
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).parent / "cases"
SORTS = {"wild", "synthetic", "negative", "known failure"}


def cases(name: str) -> list[Any]:
    """One parameter a case; a known failure says so when it starts to pass."""
    return [
        pytest.param(
            case,
            id=case["text"][:40] or "nothing",
            marks=[pytest.mark.xfail(strict=True)] if case["sort"] == "known failure" else [],
        )
        for case in read_cases(name)
    ]


def read_cases(name: str) -> list[dict[str, Any]]:
    """The cases themselves; each is of a known sort and stands once."""
    lines = (FOLDER / f"{name}.jsonl").read_text("utf-8").splitlines()
    found = [json.loads(line) for line in lines]
    assert {case["sort"] for case in found} <= SORTS
    assert len({case["text"] for case in found}) == len(found)
    return found
