"""What the formats of other programs write, of the bundled case and of hostile words."""

from dataclasses import replace
from functools import cache

from sayso.model.decisions import Holdings
from tests.dossier.exports.held import demo, hostile
from tests.dossier.exports.writing import written

NAMES = ("acled", "annotation", "ftm", "ftm-statements", "graphml", "schema-org", "ucdp")


def demo_bytes(name: str) -> bytes:
    return written(name, demo())


def hostile_bytes(name: str) -> bytes:
    return written(name, hostile_for(name))


@cache
def hostile_for(name: str) -> Holdings:
    """The hostile holdings; for a recorder of conflict with tolls as that recorder counts."""
    held = hostile()
    if name not in ("acled", "ucdp"):
        return held
    tolls = tuple(replace(toll, policy=name) for toll in held.comparison.tolls)
    return replace(held, comparison=replace(held.comparison, tolls=tolls))
