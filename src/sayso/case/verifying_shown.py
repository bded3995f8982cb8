"""Whether what is shown is what the readings and decisions make of it: each report's rows, its card, and
the rows of the comparison beside the parts that they were written from.

The comparison itself is not made anew here, which would take as long as comparing all.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from sayso.case.changes import is_compared
from sayso.case.compared_rows import pile_rows, story_rows
from sayso.case.decided import DecisionIndex, read_decisions
from sayso.case.finding import Finding
from sayso.case.fingerprints import this_comparer
from sayso.case.followed import Followed
from sayso.case.group_marks import marks_of
from sayso.case.kept import comparer_of, stored_part, stored_scores, story_facts, unmet_of
from sayso.case.publications import HEAD_COLUMNS, document_of, head_that_counts
from sayso.case.shown import COLUMNS, rows_of_state, shown_facts, shown_rows
from sayso.case.together import Known, known_of
from sayso.compare.card_bytes import card_from_bytes
from sayso.compare.cards import card_of
from sayso.compare.copies.known import sketch_bytes
from sayso.compare.prepared import plain_document
from sayso.compare.stories.features import story_card
from sayso.errors import SaysoError

Row = tuple[Any, ...]

# The tables that have rows of one story, and of all reports together.
OF_COMPARISON = (
    "story",
    "story_report",
    "shared_event",
    "shared_event_mention",
    "point",
    "stand",
    "toll",
    "toll_figure",
    "copy",
    "origin",
    "shared_speaker",
    "citation",
)
OTHERWISE = "what is shown is not what was read and decided"


def heads_shown(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The columns of each report beside its publications and what people corrected in them."""
    decided = DecisionIndex(read_decisions(connection))
    columns = ("words", "head", *HEAD_COLUMNS)
    reports = connection.execute(f"SELECT id, text, {', '.join(columns)} FROM report")  # noqa: S608
    for report, text, *there in reports.fetchall():
        document = document_of(connection, report, decided)
        own = (getattr(document, name) for name in HEAD_COLUMNS)
        wanted = [len(text.split()), head_that_counts(document), *own]
        for name, value, right in zip(columns, there, wanted, strict=True):
            if value != right:
                yield Finding(f"report {report:.12}", f"its {name} is not as it came in or decided")


def facts_shown(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The rows of the facts of each report, its card, and which decisions do not find their fact."""
    decided = DecisionIndex(read_decisions(connection))
    orphans: set[Row] = set()
    reports = [row[0] for row in connection.execute("SELECT report FROM shown").fetchall()]
    for report in reports:
        try:
            state = shown_facts(connection, report, decided)
        except SaysoError as error:
            yield Finding(f"reading of report {report:.12}", f"it cannot be read ({error})")
            continue
        if state is not None:
            orphans |= {(number, report) for number in state.orphans}
            yield from _rows_of_report(connection, report, state)
            yield from _card(connection, report, state)
    for table in (*COLUMNS, "card"):
        yield from _unknown_reports(connection, table)
    yield from _set_of_rows(
        connection, "taken_back", {(number,) for number in decided.taken_back}, ""
    )
    yield from _set_of_rows(connection, "orphan", orphans, "WHERE report != ''")


def _rows_of_report(
    connection: sqlite3.Connection, report: str, state: Followed
) -> Iterator[Finding]:
    for table, rows in rows_of_state(state).items():
        if sorted(rows, key=repr) != sorted(shown_rows(connection, table, report), key=repr):
            yield Finding(f"table {table}, report {report:.12}", OTHERWISE)


def _card(connection: sqlite3.Connection, report: str, state: Followed) -> Iterator[Finding]:
    """The card of a report; what it leaves out of the story depends on all reports."""
    if comparer_of(connection) != this_comparer():
        return  # they are made again before they are used
    row = connection.execute("SELECT card, sketch FROM card WHERE report = ?", (report,)).fetchone()
    where = f"table card, report {report:.12}"
    if row is None:
        yield Finding(where, "it is missing")
        return
    document, wanted = state.facts.document, card_of(state.facts)
    try:
        there = card_from_bytes(row[0])
    except SaysoError as error:
        yield Finding(where, f"it cannot be read ({error})")
        return
    if there.story.without:
        wanted = replace(wanted, story=story_card(plain_document(document), there.story.without))
    if there != wanted or row[1] != sketch_bytes(document):
        yield Finding(where, OTHERWISE)


def _unknown_reports(connection: sqlite3.Connection, table: str) -> Iterator[Finding]:
    rows = connection.execute(
        f"SELECT DISTINCT report FROM {table} WHERE report NOT IN (SELECT report FROM shown)"  # noqa: S608
    )
    for (report,) in rows:
        yield Finding(f"table {table}, report {report!s:.12}", "no reading of that report is shown")


def comparison_shown(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The rows of the comparison, if they follow all changes; if not, comparing writes them again."""
    if comparer_of(connection) != this_comparer() or not is_compared(connection):
        return
    decided = DecisionIndex(read_decisions(connection))
    damage: list[str] = []
    known = known_of(connection, lambda: decided, damage.append)
    yield from (Finding("table known_copies", f"it cannot be read ({why})") for why in damage)
    wanted: dict[str, set[Row]] = {table: set() for table in OF_COMPARISON}
    wanted |= pile_rows(connection, known.pile)
    broken = False
    for story, context in zip(known.pile.stories, known.pile.contexts, strict=True):
        facts = story_facts(connection, context, decided) or []
        try:
            part = stored_part(connection, context, facts)
        except SaysoError as error:
            yield Finding(f"part of story {story.id}", f"it cannot be read ({error})")
            broken = True
            continue
        documents = {one.document.id: one.document for one in facts}
        for table, rows in story_rows(story, context.key, part, documents).items():
            wanted[table].update(rows)
        yield from _part(connection, context.key, story.id, bool(part.unmet))
    if broken:
        return
    yield from _marked(connection, known, decided, wanted)
    for table in OF_COMPARISON:
        yield from _set_of_rows(connection, table, wanted[table], "")


def _part(connection: sqlite3.Connection, key: str, story: str, unmet: bool) -> Iterator[Finding]:
    row = connection.execute("SELECT unmet FROM part WHERE made_from = ?", (key,)).fetchone()
    if row is None:
        yield Finding(f"part of story {story}", "it is missing")
    elif bool(row[0]) != unmet:
        yield Finding(f"part of story {story}", "it does not say whether decisions were followed")
    try:
        stored_scores(connection, key)
    except ValueError as error:
        yield Finding(f"scores of story {story}", f"they cannot be read ({error})")


def _marked(
    connection: sqlite3.Connection,
    known: Known,
    decided: DecisionIndex,
    wanted: dict[str, set[Row]],
) -> Iterator[Finding]:
    """Put what people decided of points on the rows that are wanted; and the orphans of groups."""
    unmet = [known.pile.unmet]
    unmet += [unmet_of(connection, context, decided) for context in known.pile.contexts]
    not_followed = {number for one in unmet for number in known.ruled.decisions_behind(one)}
    marks, orphans = marks_of(connection, decided, not_followed)
    points = {row[0]: row for row in wanted["point"]}
    for point, mark in marks.items():
        if point in points:
            *own, source, _, _ = points[point]
            points[point] = (*own, mark.source or source, mark.decision, mark.status)
    wanted["point"] = set(points.values())
    rows: set[Row] = {(number, "") for number in orphans}
    yield from _set_of_rows(connection, "orphan", rows, "WHERE report = ''")


def _set_of_rows(
    connection: sqlite3.Connection, table: str, wanted: Iterable[Row], where: str
) -> Iterator[Finding]:
    """One finding if the rows of a table are not those that are wanted; the first of them is named."""
    rows: Mapping[Row, None] = dict.fromkeys(connection.execute(f"SELECT * FROM {table} {where}"))  # noqa: S608
    others = sorted(rows.keys() ^ set(wanted), key=repr)
    if others:
        yield Finding(f"table {table}, {others[0][0]!s:.40}", OTHERWISE)
