"""Which columns of a table, or keys of an object, hold the text of a report and its head."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from sayso.errors import UnreadableInput
from sayso.lexicon.columns import KINDS, TEXT, column_names

SMALL_TO_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BETWEEN_WORDS = re.compile(r"[\s_.-]+")
MAX_SHOWN = 12  # columns in a message
MAX_NAME_CHARACTERS = 40  # in a message
MAX_NAME_LOOKED_AT = 200  # characters
REMEDY = (
    'Call the column with the text "text" in the first row; those for the head are called title, '
    "outlet, byline, url and published."
)


def plain_name(name: str) -> str:
    """A column's name as the lexicon writes it.

    >>> plain_name("publishedAt"), plain_name(" Full_Text ")
    ('published at', 'full text')
    """
    return _plain_name(name[:MAX_NAME_LOOKED_AT])


@lru_cache(maxsize=10_000)
def _plain_name(name: str) -> str:
    parted = SMALL_TO_CAPITAL.sub(" ", name.strip().strip("\ufeff"))
    return BETWEEN_WORDS.sub(" ", parted).strip().lower()


def columns_of(names: Sequence[str]) -> dict[str, list[int]]:
    """The numbers of the columns of each kind, in order of preference."""
    places: dict[str, int] = {}
    for number, name in enumerate(names):
        places.setdefault(plain_name(name), number)
    found = {
        kind: [places[name] for name in column_names(kind) if name in places] for kind in KINDS
    }
    return {kind: numbers for kind, numbers in found.items() if numbers}


def filled_columns(columns: Mapping[str, Sequence[int]], cells: Sequence[str]) -> dict[str, int]:
    """For each kind the first of its columns in which a row has words, if there is one."""
    found: dict[str, int] = {}
    for kind, numbers in columns.items():
        filled = [one for one in numbers if one < len(cells) and cells[one].strip()]
        if filled:
            found[kind] = filled[0]
    return found


def check_has_text(columns: dict[str, list[int]], names: Sequence[str], where: str) -> None:
    """Raises UnreadableInput where no column holds a text."""
    if TEXT not in columns:
        what = f"none of its columns is the text; {shown_names('the first row', names)}"
        raise UnreadableInput(where, what, REMEDY)


def shown_names(what: str, names: Sequence[str]) -> str:
    """What the names are, as a message says it."""
    named = [name.strip() for name in names if name.strip()]
    shown = [repr(name[:MAX_NAME_CHARACTERS]) for name in named[:MAX_SHOWN]]
    more = f" and {len(named) - len(shown):,} more" if len(named) > len(shown) else ""
    return f"{what} has {', '.join(shown)}{more}" if shown else f"{what} has no names"


def column_letters(number: int) -> str:
    """What a spreadsheet calls a column.

    >>> column_letters(0), column_letters(27)
    ('A', 'AB')
    """
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
