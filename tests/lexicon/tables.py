"""Letting a table of the lexicon say something else for one test."""

from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

from sayso.lexicon import load

Say = Callable[[str, dict[str, Any]], None]


def saying(patch: pytest.MonkeyPatch, module: ModuleType) -> Iterator[Say]:
    """A function that changes keys of a table; the module is made to read it anew."""
    cached = [one for one in vars(module).values() if hasattr(one, "cache_clear")]
    own = [one for one in cached if one.__module__ == module.__name__]

    def say(name: str, changed: dict[str, Any]) -> None:
        real = load.table
        given = {**real(name), **changed}
        for place in (load, module):
            patch.setattr(
                place, "table", lambda asked: given if asked == name else real(asked), raising=False
            )
        for one in own:
            one.cache_clear()

    yield say
    patch.undo()
    for one in own:
        one.cache_clear()
