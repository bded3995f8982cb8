"""What is worth a look next: what nobody decided yet, and would change most.

Each sort of entry has a query and a weight. A weight is about how many independent origins, or reports,
see something else if a person decides: much for a dispute of many that may as well be none, little for
one that is clear.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from sayso.case.case import Case
from sayso.desk.api.told import deed
from sayso.desk.marks import name_of
from sayso.desk.views.queue_queries import (
    DECIDING_FIGURES,
    DISPUTES,
    HEADS,
    OF_STORY,
    SPEAKERS,
    TOGETHER,
    WITHOUT_SPEAKER,
)
from sayso.dossier.written import policy_name

Row = dict[str, Any]
Values = Mapping[str, Any]

MOST_OF_SORT = 200  # entries; who has decided those gets the next ones
MOST_POINTS = 300  # disputes, and tolls, that are looked through, the largest first
WEIGHT_OF_ORPHAN = 4.0  # somebody took care once
MOST_ALIKE = 40  # names with one last word that are held against each other
MOST_SHOWN = 12  # speakers of one name in one entry


@dataclass(frozen=True, slots=True)
class Entry:
    """Something to look at: a thing, why it is worth a look, and where it stands.

    `kind` is that of a thing, or "decision" for an orphan. `rows` has the thing, and those beside it.
    """

    sort: str
    kind: str
    name: str
    why: str
    words: str
    address: str
    weight: float
    rows: Sequence[Row] = field(default=())


def entries(case: Case, story: str | None, sort: str | None = None) -> list[Entry]:
    """What is worth a look, what would change most first; of one sort, or of all."""
    values = {"story": story, "most": MOST_OF_SORT, "points": MOST_POINTS}
    found = [
        one
        for name, finder in FINDERS.items()
        if sort in (None, name)
        for one in list(finder(case, values))[:MOST_OF_SORT]
    ]
    return sorted(found, key=lambda one: (-one.weight, one.sort, one.name))


def with_heads(case: Case, rows: Sequence[Row]) -> None:
    """Put the outlet, day and title of its report into each row of a fact."""
    reports = sorted({row["report"] for row in rows if "report" in row})
    query = HEADS.format(places=", ".join("?" * len(reports)))
    heads = {head.pop("id"): head for head in case.query(query, reports)}
    for row in rows:
        row.update(heads.get(row.get("report", ""), {}))


def _disputes(case: Case, values: Values) -> Iterator[Entry]:
    for row in case.query(DISPUTES, values):
        voices = row["origins_for"] + row["origins_against"]
        likely = {"clear": "This is", "likely": "This is likely"}.get(
            row["likelihood"], "This may be"
        )
        why = f"{likely} a dispute of {_count(voices, 'origin')}, and nobody has looked at it yet."
        address = f"/points/{row['id']}"
        yield Entry(
            "disputes", "point", row["id"], why, row["title"], address, row["weight"], (row,)
        )


def _without_speaker(case: Case, values: Values) -> Iterator[Entry]:
    for row in case.query(WITHOUT_SPEAKER, values):
        who = row["speaker"] or "somebody"
        why = f"It stands in a dispute, and who “{who}” is could not be found out."
        yield _fact("sources", "claim", row, why, row["weight"])


def _deciding_figures(case: Case, values: Values) -> Iterator[Entry]:
    """Figures that alone give the lowest or the highest number of a toll; each once."""
    by_toll = defaultdict[str, list[Row]](list)
    for row in case.query(DECIDING_FIGURES, values):
        by_toll[row["toll"]].append(row)
    best: dict[str, Entry] = {}
    for rows in by_toll.values():
        for bound, words in (("low", "lowest"), ("high", "highest")):
            giving = [row for row in rows if _bound(row, bound) == row[f"toll_{bound}"]]
            if len(giving) == 1 and giving[0]["untouched"]:
                entry = _deciding(giving[0], bound, words)
                if entry.weight > getattr(best.get(entry.name), "weight", 0):
                    best[entry.name] = entry
    yield from sorted(best.values(), key=lambda one: (-one.weight, one.name))


def _deciding(row: Row, bound: str, words: str) -> Entry:
    low, high, harm = row["toll_low"], row["toll_high"], row["toll_harm"]
    why = (
        f"It alone gives the {words} number of {row['toll_who'] or 'people'} {harm}, "
        f"{row[f'toll_{bound}']:,}; the toll by the policy of {policy_name(row['policy'])} is "
        f"{low:,} to {high:,}."
    )
    return _fact("figures", "figure", row, why, row["toll_reports"] * (high - low) / high)


def _bound(row: Row, bound: str) -> int | None:
    other = {"low": "high", "high": "low"}[bound]
    number: int | None = row[bound] if row[bound] is not None else row[other]
    return number


def _speakers(case: Case, values: Values) -> Iterator[Entry]:
    """Speakers in disputes of one story with one name, or with names of which one is part of the other."""
    together = _decided_together(case)
    named = defaultdict[tuple[str, str], list[Row]](list)
    for row in case.query(SPEAKERS, values):
        named[row["story"], " ".join(row["name"].casefold().split())].append(row)
    found = [rows for rows in named.values() if len(rows) > 1]
    by_end = defaultdict[tuple[str, str], list[Row]](list)
    for (story, name), rows in named.items():
        by_end[story, name.rpartition(" ")[2]].append(rows[0])
    for alike in by_end.values():
        pairs = combinations(alike[:MOST_ALIKE], 2)
        found.extend(list(pair) for pair in pairs if _may_be_one(*pair))
    known = set[tuple[str, ...]]()
    for rows in sorted(found, key=lambda rows: (-rows[1]["claims"], rows[0]["id"], rows[1]["id"])):
        names = tuple(row["id"] for row in rows)
        if names not in known and not any(set(names) <= decided for decided in together):
            known.add(names)
            yield _alike(rows[:MOST_SHOWN])


def _alike(rows: Sequence[Row]) -> Entry:
    """Speakers who may be one, the one with the most claims first."""
    names = list(dict.fromkeys(row["name"] for row in rows))
    who = " and ".join(f"“{name}”" for name in names)
    may = (
        f"{who} may be one speaker" if len(names) > 1 else f"{len(rows)} speakers are called {who}"
    )
    why = f"{may}; each is heard in disputes of the same story. Say whether they are one."
    first = rows[0]["id"]
    kind = "speaker" if "/" in first else "shared speaker"
    weight = float(sum(row["claims"] for row in rows[1:]))
    return Entry(
        "speakers", kind, first, why, " · ".join(names), f"/speakers/{first}", weight, tuple(rows)
    )


def _may_be_one(one: Row, other: Row) -> bool:
    left, right = (set(row["name"].casefold().split()) for row in (one, other))
    return left <= right or right <= left


def _decided_together(case: Case) -> list[set[str]]:
    """The speakers that a decision in force names together, with the members of each."""
    found = defaultdict[int, set[str]](set)
    for row in case.query(TOGETHER):
        found[row["decision"]] |= {name_of(row), *json.loads(row["members"])}
    return list(found.values())


def _orphans(case: Case, values: Values) -> Iterator[Entry]:
    """Decisions that have lost what they were on; where a story is asked for, those on its reports."""
    here = {row["report"] for row in case.query(OF_STORY, (values["story"],))}
    for decision in case.orphans():
        report = next((one.report for one in decision.subjects if one.report), None)
        if values["story"] and report not in here:
            continue
        what = deed(decision, decision.subjects).rstrip(".")
        why = f"{decision.author} {what}. That is gone: decide anew, or take it back."
        words = "; ".join(one.words for one in decision.subjects)
        address = f"/reports/{report}" if report else f"/decisions?number={decision.number}"
        name = str(decision.number)
        yield Entry("orphans", "decision", name, why, words, address, WEIGHT_OF_ORPHAN)


def _fact(sort: str, kind: str, row: Row, why: str, weight: float) -> Entry:
    address = f"/reports/{row['report']}?at={row['start']}-{row['end']}#at"
    return Entry(sort, kind, name_of(row), why, row["words"], address, weight, (row,))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


FINDERS: Mapping[str, Callable[[Case, Values], Iterator[Entry]]] = {
    "disputes": _disputes,
    "sources": _without_speaker,
    "figures": _deciding_figures,
    "speakers": _speakers,
    "orphans": _orphans,
}
