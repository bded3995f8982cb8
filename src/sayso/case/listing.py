"""Rows of a case for lists, and numbers for a first answer; plain SQL, nothing is loaded."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.case.searching import (
    CLAIMS_WITH_WORDS,
    POINTS_WITH_WORDS,
    REPORTS_WITH_WORDS,
    all_words,
    escaped,
    holding,
    with_words,
)
from sayso.errors import WrongDecision
from sayso.model.comparison import Likelihood, State
from sayso.model.happening import Harm
from sayso.model.speech import ActorType, Stance

Row = dict[str, Any]

# What is listed: the view, and the order of its rows.
LISTS = {
    "reports": ("v_reports", "removed, coalesce(published, '9999'), name"),
    "claims": ("v_claims", "coalesce(published, '9999'), report, start"),
    "figures": ("v_figures", "coalesce(published, '9999'), report, start"),
    "events": ("v_events", "coalesce(published, '9999'), report, start"),
    "points": ("v_points", "probability IS NULL, probability DESC, claims DESC, id"),
    "tolls": ("v_tolls", "reports DESC, figures DESC, story, harm, policy"),
    "speakers": ("v_speakers", "reports DESC, claims DESC, mentions DESC, name"),
    "decisions": ("v_decisions", "number"),
}
# Columns by which a list can be cut down, by the name of the option; `words` are searched for.
FILTERS = {
    "reports": ("outlet", "story", "removed"),
    "claims": ("outlet", "speaker", "stance", "report", "point", "source", "status"),
    "figures": ("outlet", "report", "harm", "source", "status"),
    "events": ("outlet", "report", "kind", "place", "source", "status"),
    "points": ("state", "likelihood", "story", "source", "status"),
    "tolls": ("policy", "harm", "story"),
    "speakers": ("type", "name"),
    "decisions": ("author", "kind"),
}
# Columns that are names: a part of one is enough.
NAMES = ("outlet", "speaker", "name", "place", "author")
# What these columns can have.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "stance": tuple(Stance),
    "state": tuple(State),
    "likelihood": tuple(Likelihood),
    "harm": tuple(Harm),
    "type": tuple(ActorType),
    "source": ("machine", "person"),
    "status": ("accepted", "rejected", "open"),
}
# Which columns have words; reports, claims and points are found by an index.
SEARCHED: Mapping[str, Sequence[str]] = {
    "figures": ("words", "who", "harm"),
    "events": ("words", "kind", "place"),
    "tolls": ("who",),
    "speakers": ("name", "role"),
    "decisions": ("words",),
}
FOUND = {
    "reports": f"id IN (SELECT id FROM report WHERE number IN ({REPORTS_WITH_WORDS}))",  # noqa: S608
    "claims": f"(report, id) IN (SELECT report, id FROM claim WHERE number IN ({CLAIMS_WITH_WORDS}))",  # noqa: S608
    "points": f"id IN ({POINTS_WITH_WORDS})",
}

IDS = ("report", "point", "story")


@dataclass(frozen=True, slots=True)
class Status:
    """What a case holds, in numbers. `last` is the number of the log's last row, and `head` its hash."""

    reports: int
    unread: int
    failed: int
    stories: int
    claims: int
    points: int
    disputes: int
    tolls: int
    decisions: int
    orphans: int
    compared: bool
    last: int
    head: str
    first_day: str | None
    last_day: str | None


def rows(
    connection: sqlite3.Connection,
    what: str,
    filters: Mapping[str, str] | None = None,
    words: str | None = None,
    limit: int = -1,
) -> Iterator[Row]:
    """The rows of a list, cut down to those with these values, and to those with these words.

    Raises WrongDecision if there is no such list or filter.
    """
    if what not in LISTS:
        known = ", ".join(LISTS)
        raise WrongDecision(f"there is no list of {what!r:.40}. Choose one of: {known}.")
    view, order = LISTS[what]
    wheres, values = [], dict[str, Any](limit=limit)
    for name, value in (filters or {}).items():
        if name not in FILTERS[what]:
            raise WrongDecision(f"{what} have no filter {name!r:.40}.")
        if name in CHOICES and value not in CHOICES[name]:
            raise WrongDecision(wrong_choice(name, value, CHOICES[name]))
        query, values[name] = _filter_query(name, value)
        wheres.append(query)
    if words:
        query, found_by = _words_query(what, words)
        wheres.append(query)
        values |= found_by
    where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    found = connection.execute(
        f"SELECT * FROM {view} {where} ORDER BY {order} LIMIT :limit",  # noqa: S608
        values,
    )
    names = [one[0] for one in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def _words_query(what: str, words: str) -> tuple[str, dict[str, str]]:
    """A condition for rows with these words, and its values."""
    if what in SEARCHED:
        return with_words(words, SEARCHED[what])
    asked = all_words(words)
    return (FOUND[what], {"words": asked}) if asked else ("1", {})


def _filter_query(name: str, value: str) -> tuple[str, str]:
    """A condition for rows with this value, and its own: of an id the first digits, of a name a part."""
    if name in NAMES:
        return holding(name, name, value)
    if name == "removed":
        return "removed = :removed", value
    if (name, value) == ("status", "open"):
        return "status IS NULL", value
    start = f"{escaped(value.lower())}%" if name in IDS else escaped(value)
    return f"{name} LIKE :{name} ESCAPE '\\'", start


def wrong_choice(name: str, value: str, known: Iterable[str]) -> str:
    """The sentence that a filter cannot have a value."""
    return f"{value!r:.40} is no {name}. Choose one of: {', '.join(known)}."


def status_of(connection: sqlite3.Connection, unread: int, failed: int, compared: bool) -> Status:
    """What the case holds, in numbers."""

    def count(query: str) -> int:
        number: int = connection.execute(query).fetchone()[0]
        return number

    last, head = connection.execute(
        "SELECT number, hash FROM log ORDER BY number DESC LIMIT 1"
    ).fetchone()
    days = connection.execute(
        "SELECT min(substr(published, 1, 10)), max(substr(published, 1, 10)) FROM report "
        "WHERE removed IS NULL"
    ).fetchone()
    return Status(
        reports=count("SELECT count(*) FROM report WHERE removed IS NULL"),
        unread=unread,
        failed=failed,
        stories=count("SELECT count(*) FROM story"),
        claims=count(
            "SELECT count(*) FROM claim WHERE status IS NOT 'rejected' "
            "AND report NOT IN (SELECT id FROM report WHERE removed IS NOT NULL)"
        ),
        points=count("SELECT count(*) FROM point"),
        disputes=count("SELECT count(*) FROM point WHERE state IN ('contested', 'conceded')"),
        tolls=count("SELECT count(*) FROM toll"),
        decisions=count(
            "SELECT count(*) FROM decision WHERE kind != 'undo' AND number NOT IN (SELECT decision FROM taken_back)"
        ),
        orphans=count("SELECT count(DISTINCT decision) FROM orphan"),
        compared=compared,
        last=last,
        head=head,
        first_day=days[0],
        last_day=days[1],
    )
