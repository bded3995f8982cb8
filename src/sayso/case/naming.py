"""The names of things in a case, as a person types them.

A report has the first digits of its id: `1a2b3c4d`. A fact has those of its report and its own:
`1a2b3c4d/9f8e7d`. A point, toll, story, event or speaker of several reports has its own.
"""

import sqlite3
from collections.abc import Callable
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from sayso.case.searching import escaped
from sayso.errors import WrongDecision
from sayso.model.decisions import Subject, Target

if TYPE_CHECKING:
    from sayso.case.decided import DecisionIndex

Decided = Callable[[], "DecisionIndex"]

SHORT = 8  # digits of an id that are shown
FACTS = {
    Target.CLAIM: ("claim", "words"),
    Target.FIGURE: ("figure", "words"),
    Target.EVENT: ("event", "words"),
    Target.SPEAKER: ("speaker", "name"),
}
GROUPS = {
    Target.POINT: ("point", "title"),
    Target.TOLL: ("toll", "policy || ': ' || harm || coalesce(' ' || who, '')"),
    Target.SHARED_EVENT: ("shared_event", "kind"),
    Target.SHARED_SPEAKER: ("shared_speaker", "name"),
}
MOST_WORDS = 300  # characters that a decision keeps of what it was about


class _Found(NamedTuple):
    kind: Target
    id: str
    words: str


def find_report(connection: sqlite3.Connection, name: str) -> str:
    """The id of a report by its first digits, its file's name or its address. Raises WrongDecision."""
    rows = _starting_with(connection, "report", "id", name) or _reports_called(connection, name)
    if len(rows) == 1:
        return rows[0]
    raise _not_one(name, "report", len(rows))


def find_subject(connection: sqlite3.Connection, name: str, decided: Decided) -> Subject:
    """What a person named: a report, a fact of one, or a group. Raises WrongDecision.

    `decided` is asked for the decisions if the name may be an older one, which they changed.
    """
    if name.startswith("outlet:"):
        return _outlet(connection, name.removeprefix("outlet:").strip())
    report, slash, fact = name.partition("/")
    if slash and not _reports_called(connection, name):
        return _fact(connection, find_report(connection, report), fact, name, decided)
    groups = [
        _Found(kind, found, words or "")
        for kind, (table, column) in GROUPS.items()
        for found in dict.fromkeys(_starting_with(connection, table, "id", name))
        for words in [_words(connection, table, column, found)]
    ]
    if len(groups) == 1 and not _starting_with(connection, "report", "id", name):
        one = groups[0]
        return Subject(one.kind, one.id, None, members_of(connection, one.kind, one.id), one.words)
    if groups:
        raise _not_one(name, "thing", 2)
    found = find_report(connection, name)
    title, file = connection.execute(
        "SELECT title, name FROM report WHERE id = ?", (found,)
    ).fetchone()
    words = title or (file if "://" in file else PurePath(file).name)
    return Subject(Target.REPORT, found, found, (), words[:MOST_WORDS])


def _outlet(connection: sqlite3.Connection, name: str) -> Subject:
    """An outlet of the case, however its name is cased. Raises WrongDecision."""
    rows = connection.execute(
        "SELECT outlet FROM report UNION SELECT json_extract(document, '$.outlet') FROM publication"
    )
    known = sorted(row[0] for row in rows if row[0] and row[0].casefold() == name.casefold())
    if not known:
        raise WrongDecision(
            f"no report in the case is of the outlet {name!r:.80}. `sayso list CASE reports` shows the "
            "outlets."
        )
    outlet = name if name in known else known[0]
    return Subject(Target.OUTLET, outlet, words=outlet)


def _reports_called(connection: sqlite3.Connection, name: str) -> list[str]:
    """The reports whose file or address has this name, or whose file has it without its folders."""
    rows = connection.execute("SELECT id FROM report WHERE name = ? OR url = ?", (name, name))
    found = [row[0] for row in rows]
    if found or not name or "/" in name:
        return found
    rows = connection.execute(
        "SELECT id FROM report WHERE name LIKE ? ESCAPE '\\'", (f"%/{escaped(name)}",)
    )
    return [row[0] for row in rows]


def _fact(
    connection: sqlite3.Connection, report: str, fact: str, name: str, decided: Decided
) -> Subject:
    found = [
        _Found(kind, own, words)
        for kind, (table, column) in FACTS.items()
        for own, words in connection.execute(
            f"SELECT id, {column} FROM {table} WHERE report = ? AND id LIKE ? ESCAPE '\\'",  # noqa: S608
            (report, _pattern(fact)),
        )
        if fact
    ]
    if not found and fact and (renamed := _corrected_fact(connection, report, fact, decided)):
        return renamed
    if len(found) != 1:
        raise _not_one(name, "fact", len(found))
    one = found[0]
    return Subject(one.kind, one.id, report, (), one.words[:MOST_WORDS])


def current_name(
    connection: sqlite3.Connection, subject: Subject, decided: "DecisionIndex"
) -> str | None:
    """The id that a fact of a report has now; None for what is no fact."""
    from sayso.case.shown import shown_facts

    if subject.kind not in FACTS or subject.report is None:
        return None
    state = shown_facts(connection, subject.report, decided)
    return state.current((subject.kind, subject.id)) if state else None


def _corrected_fact(
    connection: sqlite3.Connection, report: str, fact: str, decided: Decided
) -> Subject | None:
    """The fact that had this name before a person corrected its words, or merged it."""
    from sayso.case.shown import shown_facts

    state = shown_facts(connection, report, decided())
    if state is None:
        return None
    old = [(kind, name) for kind, name in state.renamed if name.startswith(fact.lower())]
    if len(old) != 1 or (now := state.current(old[0])) == old[0][1]:
        return None
    return _fact(connection, report, now, f"{report}/{now}", decided)


def members_of(connection: sqlite3.Connection, kind: Target, name: str) -> tuple[str, ...]:
    """The members of a group, each "REPORT/FACT"."""
    queries = {
        Target.POINT: "SELECT report || '/' || claim FROM stand WHERE point = ? ORDER BY position",
        Target.SHARED_SPEAKER: "SELECT report || '/' || speaker FROM shared_speaker WHERE id = ? ORDER BY 1",
        Target.SHARED_EVENT: "SELECT report || '/' || event FROM shared_event_mention WHERE shared = ? ORDER BY 1",
        Target.TOLL: "SELECT report || '/' || figure FROM toll_figure WHERE toll = ? ORDER BY position",
    }
    return tuple(row[0] for row in connection.execute(queries[kind], (name,)))


def _starting_with(connection: sqlite3.Connection, table: str, column: str, name: str) -> list[str]:
    if not name:
        return []
    rows = connection.execute(
        f"SELECT DISTINCT {column} FROM {table} WHERE {column} LIKE ? ESCAPE '\\' LIMIT 2",  # noqa: S608
        (_pattern(name),),
    )
    return [row[0] for row in rows]


def _pattern(name: str) -> str:
    return f"{escaped(name.lower())}%"


def _words(connection: sqlite3.Connection, table: str, column: str, name: str) -> str | None:
    row = connection.execute(
        f"SELECT {column} FROM {table} WHERE id = ? LIMIT 1",  # noqa: S608
        (name,),
    ).fetchone()
    return row and str(row[0])[:MOST_WORDS]


def _not_one(name: str, what: str, count: int) -> WrongDecision:
    if count:
        return WrongDecision(f"{name!r:.80} names several things. Type more of its digits.")
    return WrongDecision(
        f"there is no {what} {name!r:.80} in the case. `sayso list CASE reports` (or claims, figures, "
        "events, speakers, points, tolls) shows the names."
    )
