"""The lexicon's files, read once. Each table is checked by the module of its name.

An entry "@grammar.articles" of a list stands for all words of that list of grammar.toml.
"""

import tomllib
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from sayso.errors import BrokenLexicon

REFERENCE = "@"


@cache
def table(name: str) -> dict[str, Any]:
    """What `name`.toml says, with the words that it refers to. Raises BrokenLexicon where there is no
    such file or it is not TOML."""
    resolved: dict[str, Any] = _with_references(file_content(name), f"{name}.toml", ())
    return resolved


@cache
def file_content(name: str) -> dict[str, Any]:
    """What `name`.toml says, word for word. Raises BrokenLexicon."""
    try:
        return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenLexicon(f"{name}.toml: {error}") from error


def word_list(name: str, *keys: str) -> tuple[str, ...]:
    """The list of words under a dotted key of `name`.toml. Raises BrokenLexicon if it is no such list."""
    return _words_at(table(name), name, keys)


def refuse_unknown(name: str, known: Collection[str], *keys: str) -> None:
    """Raise BrokenLexicon where `name`.toml has, under a key, one that nothing reads.

    `known` keys are dotted where the table holds tables; of a table that is known itself, any key is
    allowed.
    """
    entry: Any = table(name)
    for key in keys:
        entry = entry.get(key, {}) if isinstance(entry, dict) else {}
    for key in _dotted_keys(entry):
        parts = key.split(".")
        if not any(".".join(parts[:size]) in known for size in range(1, len(parts) + 1)):
            raise BrokenLexicon(f"{name}.toml: nothing reads {'.'.join((*keys, key))}")


def _dotted_keys(entry: Any) -> Iterator[str]:
    """The keys of a table, those of the tables in it behind a dot."""
    if isinstance(entry, dict):
        for key, value in entry.items():
            if isinstance(value, dict):
                yield from (f"{key}.{inner}" for inner in _dotted_keys(value))
            else:
                yield key


def _words_at(entry: Any, name: str, keys: Sequence[str]) -> tuple[str, ...]:
    for depth, key in enumerate(keys, 1):
        if not isinstance(entry, dict) or key not in entry:
            raise BrokenLexicon(f"{name}.toml: there is no {'.'.join(keys[:depth])}")
        entry = entry[key]
    if not isinstance(entry, list) or not all(isinstance(word, str) and word for word in entry):
        raise BrokenLexicon(f"{name}.toml: {'.'.join(keys)} is not a list of words")
    return tuple(entry)


def _with_references(entry: Any, where: str, trail: tuple[str, ...]) -> Any:
    """An entry with every reference in a list replaced by the words that it stands for."""
    if isinstance(entry, dict):
        return {key: _with_references(value, where, trail) for key, value in entry.items()}
    if not isinstance(entry, list):
        return entry
    resolved: list[Any] = []
    for item in entry:
        if isinstance(item, str) and item.startswith(REFERENCE):
            resolved += _referred_words(item, where, trail)
        else:
            resolved.append(_with_references(item, where, trail))
    return resolved


def _referred_words(reference: str, where: str, trail: tuple[str, ...]) -> list[Any]:
    if reference in trail:
        raise BrokenLexicon(f"{where}: {reference!r} leads back to itself")
    name, *keys = reference.removeprefix(REFERENCE).split(".")
    listed = list(_words_at(file_content(name), name, keys))
    resolved: list[Any] = _with_references(listed, where, (*trail, reference))
    return resolved
