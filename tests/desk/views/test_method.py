"""The page on the method: its figures are the frozen ones, and its counts this case's own."""

import json
from pathlib import Path

from bench.table import DESK, ROOT, for_the_desk
from sayso.desk.views.method import MEANINGS, measured
from sayso.dossier.wording import LIKELIHOODS, STANCES, STATES
from tests.case.invented import made_case
from tests.desk.client import Client


def test_the_figures_are_the_frozen_ones() -> None:
    assert (ROOT / DESK).read_text("utf-8") == for_the_desk(), "run `python -m bench.table`"
    assert measured() == json.loads(for_the_desk())


def test_every_mark_is_explained() -> None:
    every = [*STANCES, *STATES, *LIKELIHOODS]
    assert set(MEANINGS) == {one.value for one in every}


def test_the_page_counts_this_case_and_shows_what_was_measured(tmp_path: Path) -> None:
    words = Client(made_case(tmp_path)).page("/method").words
    assert "8 reports in 1 story" in words
    assert "24 claims" in words
    for row in measured():
        assert f"{row['what']} {row['data']} {row['figure']}" in words
    assert "no verdict on what is true" in words
    assert "sayso verify CASE" in words
