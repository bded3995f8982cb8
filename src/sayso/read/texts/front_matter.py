"""The head that a text states before it begins: lines `key: value` between lines of dashes.

Only simple lines are read, in the way of YAML (---) or TOML (+++); what is nested is passed over.
"""

import re

from sayso.lexicon.columns import TEXT
from sayso.model.particulars import DateKind, StatedDate
from sayso.read.heads import NOTHING_KNOWN, HeadData
from sayso.read.lines.columns import columns_of, filled_columns
from sayso.read.reader import Material, Setting
from sayso.read.stated_dates import whole_date
from sayso.read.tidy import on_one_line

ENDS = {"---": ("---", "..."), "+++": ("+++",)}
MAX_LINES = 200
PAIR = re.compile(r"(?P<key>[A-Za-z][\w. -]{0,60}?)[ \t]*[:=](?:[ \t]+(?P<value>.*))?$")
ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
QUOTES = "\"'"


def front_matter(source: str, material: Material, setting: Setting) -> tuple[HeadData, int]:
    """The head that stands before a text, and where the text begins."""
    first = source.partition("\n")[0].rstrip()
    if first not in ENDS:
        return NOTHING_KNOWN, 0
    at = source.find("\n") + 1
    pairs: list[tuple[str, str]] = []
    for _ in range(MAX_LINES):
        end = source.find("\n", at)
        line = source[at : end if end >= 0 else len(source)].rstrip()
        if line in ENDS[first] or end < 0:
            known = line in ENDS[first] and pairs
            start = end + 1 if end >= 0 else len(source)
            return (_head_of(pairs, material, setting), start) if known else (NOTHING_KNOWN, 0)
        _take_line(pairs, line)
        at = end + 1
    return NOTHING_KNOWN, 0


def _take_line(pairs: list[tuple[str, str]], line: str) -> None:
    pair = PAIR.match(line)
    item = ITEM.match(line)
    if pair:
        pairs.append((pair["key"], _plain(pair["value"] or "")))
    elif item and pairs:
        key, value = pairs[-1]
        more = _plain(item["value"])
        pairs[-1] = (key, f"{value}, {more}" if value else more)


def _plain(value: str) -> str:
    """A value without quotation marks, or the items of a list in brackets."""
    value = value.strip()
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_plain(item) for item in value[1:-1].split(","))
    if len(value) > 1 and value[0] in QUOTES and value[-1] == value[0]:
        return value[1:-1]
    return value


def _head_of(pairs: list[tuple[str, str]], material: Material, setting: Setting) -> HeadData:
    columns = columns_of([key for key, _ in pairs])
    values = [value for _, value in pairs]
    said: dict[str, str | None] = {}
    dates: list[StatedDate] = []
    for kind, number in filled_columns(columns, values).items():
        if kind == TEXT:
            continue
        key, value = pairs[number]
        said[kind] = on_one_line(value)
        if kind in list(DateKind):
            said[kind], date = whole_date(DateKind(kind), value, key)
            dates.append(date)
            if said[kind] is None:
                setting.note(material, f"its date {value!r:.60} was read as unknown")
    return HeadData(**said, dates=tuple(dates))
