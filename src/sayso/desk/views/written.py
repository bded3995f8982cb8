"""How views write what several of them show: shares, and reports where there is little room."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import Any


def as_percent(share: float) -> str:
    """A share as a person says it, in whole per cent.

    >>> as_percent(0.2479), as_percent(0.5)
    ('25 %', '50 %')
    """
    return f"{share:.0%}".replace("%", " %")


def outlet_name(row: Mapping[str, Any]) -> str:
    """How a report's outlet is called; where none is known, by the report's file without its folders."""
    return str(row["outlet"] or PurePath(row["name"]).name or row["name"])


def short_name(row: Mapping[str, Any]) -> str:
    """What a report is called in a few words: by its outlet, its title, or its file."""
    return str(row["outlet"] or row["title"] or outlet_name(row))
