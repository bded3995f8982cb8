"""The heads of many pages, each in another dialect and with other traps."""

from pathlib import Path
from typing import Any

import pytest

from bench.heads import answers, cases_in

FOLDER = Path(__file__).parents[2] / "cases" / "heads"
MADE = [case for name in ("dev", "check") for case in cases_in(FOLDER / f"{name}.jsonl")]


@pytest.mark.parametrize("case", MADE, ids=lambda case: case["id"])
def test_a_head(case: dict[str, Any]) -> None:
    found = list(answers(case))
    assert {one.field: one.given for one in found if not one.is_right} == {}
