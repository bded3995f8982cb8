"""Writes a format of the bundled case, of hostile words and of nothing, once in a run of the tests."""

import io
from dataclasses import replace
from functools import cache

from sayso.dossier.exports.export import ExportReport, export_format
from sayso.model.decisions import Holdings
from tests.dossier.exports.held import demo, empty, hostile


def write(name: str, holdings: Holdings) -> tuple[bytes, ExportReport]:
    """The bytes of an export, and its report."""
    out = io.BytesIO()
    report = export_format(name).write(holdings, out)
    return out.getvalue(), report


@cache
def demo_bytes(name: str) -> bytes:
    return write(name, demo())[0]


@cache
def hostile_bytes(name: str) -> bytes:
    return write(name, hostile_for(name))[0]


@cache
def empty_bytes(name: str) -> bytes:
    return write(name, empty())[0]


def hostile_for(name: str) -> Holdings:
    """The hostile holdings; for a recorder of conflict with tolls as that recorder counts."""
    held = hostile()
    if name not in ("acled", "ucdp"):
        return held
    tolls = tuple(replace(toll, policy=name) for toll in held.comparison.tolls)
    return replace(held, comparison=replace(held.comparison, tolls=tolls))
