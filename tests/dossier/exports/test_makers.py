"""Decisions that a file does not show are counted."""

import re

import pytest

from tests.dossier.exports.held import demo, without_decisions
from tests.dossier.exports.other_programs import NAMES
from tests.dossier.exports.writing import export

UNTOLD = re.compile("([0-9]+) decisions: what they ")
# The decisions of the bundled case that each format shows, by number.
ON_CLAIMS, ON_OUTLET, ON_FIGURE, ON_TOLL = {1, 2, 3, 9}, {4}, {7}, {10}
TOLD = {
    "acled": ON_FIGURE,  # the toll that was noted is one as UCDP counts
    "annotation": ON_CLAIMS | ON_FIGURE,
    "ftm": ON_CLAIMS | ON_OUTLET,
    "ftm-statements": ON_CLAIMS | ON_OUTLET,
    "graphml": ON_OUTLET,
    "schema-org": ON_CLAIMS | ON_OUTLET,
    "ucdp": ON_FIGURE | ON_TOLL,
}


@pytest.mark.parametrize("name", NAMES)
def test_decisions_are_shown_or_counted(name: str):
    untold = sum(
        int(found[1]) for found in map(UNTOLD.match, export(name, demo())[1].left_out) if found
    )
    assert len(demo().decisions) - untold == len(TOLD[name])


@pytest.mark.parametrize("name", NAMES)
def test_without_decisions_none_is_counted(name: str):
    lines = export(name, without_decisions(demo()))[1].left_out
    assert not any(UNTOLD.match(line) for line in lines)
