"""Rows of a case for lists, and numbers for a first answer; plain SQL, nothing is loaded."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

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
    "status": ("accepted", "rejected"),
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
    wheres, values = [], list[Any]()
    for name, value in (filters or {}).items():
        if name not in FILTERS[what]:
            raise WrongDecision(f"{what} have no filter {name!r:.40}.")
        if name in CHOICES and value not in CHOICES[name]:
            known = ", ".join(CHOICES[name])
            raise WrongDecision(f"{value!r:.40} is no {name}. Choose one of: {known}.")
        wheres.append(f"{name} = ?" if name == "removed" else f"{name} LIKE ? ESCAPE '\\'")
        values.append(value if name == "removed" else _filter_value(name, value))
    if words:
        query, value = _words_query(what, words)
        wheres.append(query)
        values.append(value)
    where = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    found = connection.execute(
        f"SELECT * FROM {view} {where} ORDER BY {order} LIMIT ?",  # noqa: S608
        (*values, limit),
    )
    names = [one[0] for one in found.description]
    for row in found:
        yield dict(zip(names, row, strict=True))


def _words_query(what: str, words: str) -> tuple[str, str]:
    """A condition for rows with these words, and its value."""
    if what == "reports":
        return (
            "id IN (SELECT report.id FROM report_search JOIN report ON report.number = report_search.rowid "
            "WHERE report_search MATCH ?)",
            all_words(words),
        )
    if what == "claims":
        return (
            "(report, id) IN (SELECT claim.report, claim.id FROM claim_search "
            "JOIN claim ON claim.number = claim_search.rowid WHERE claim_search MATCH ?)",
            all_words(words),
        )
    column = {"points": "title", "tolls": "who", "speakers": "name"}.get(what, "words")
    return f"{column} LIKE ? ESCAPE '\\'", f"%{_like(words)}%"


def all_words(words: str) -> str:
    """What `report_search` and `claim_search` are asked for all of the words; none is an operator.

    >>> all_words("market OR shelled")
    '"market" "OR" "shelled"'
    """
    return " ".join(
        '"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split()
    )


def _filter_value(name: str, value: str) -> str:
    """What a column must be like: an id may be given by its first digits, a name by a part."""
    if name in IDS:
        return f"{_like(value.lower())}%"
    return f"%{_like(value)}%" if name in NAMES else _like(value)


def _like(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


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
