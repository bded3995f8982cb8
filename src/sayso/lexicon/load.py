"""The lexicon's files, read once. Each kind of table is checked by the module of its name."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import BrokenLexicon


@cache
def table(name: str) -> dict[str, Any]:
    """What `name`.toml says. Raises BrokenLexicon where there is no such file or it is not TOML."""
    try:
        return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenLexicon(f"{name}.toml: {error}") from error


def words(name: str, *keys: str) -> tuple[str, ...]:
    """The list of words under a dotted key of `name`.toml. Raises BrokenLexicon if it is no such list."""
    value: Any = table(name)
    for depth, key in enumerate(keys, 1):
        if not isinstance(value, dict) or key not in value:
            raise BrokenLexicon(f"{name}.toml: there is no {'.'.join(keys[:depth])}")
        value = value[key]
    if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
        raise BrokenLexicon(f"{name}.toml: {'.'.join(keys)} is not a list of words")
    return tuple(value)
