"""What comparing gave, as rows: stories, copies, origins, shared speakers and events, points, tolls."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from sayso.compare.one_story import StoryPart
from sayso.compare.pile import Pile
from sayso.model.comparison import (
    Citation,
    FigureMention,
    Point,
    Quote,
    SharedActor,
    SharedEvent,
    Story,
    Toll,
)
from sayso.model.facts import Facts
from sayso.model.reasons import Reason, RuleName
from sayso.model.text import Document

Row = tuple[Any, ...]
Documents = Mapping[str, Document]

# The rows of a story, first those that name others.
OF_STORY = (
    "DELETE FROM stand WHERE point IN (SELECT id FROM point WHERE story = ?)",
    "DELETE FROM point WHERE story = ?",
    "DELETE FROM toll_figure WHERE toll IN (SELECT id FROM toll WHERE story = ?)",
    "DELETE FROM toll WHERE story = ?",
    "DELETE FROM shared_event_mention WHERE shared IN (SELECT id FROM shared_event WHERE story = ?)",
    "DELETE FROM shared_event WHERE story = ?",
    "DELETE FROM story_report WHERE story = ?",
    "DELETE FROM story WHERE id = ?",
)


def write_pile(connection: sqlite3.Connection, pile: Pile, gone: Collection[str]) -> None:
    """Write what was found in all reports, and take away the stories that are gone or changed."""
    for story in sorted(gone):
        for query in OF_STORY:
            connection.execute(query, (story,))
    for table, wanted in pile_rows(connection, pile).items():
        _write_changes(connection, table, wanted)


def pile_rows(connection: sqlite3.Connection, pile: Pile) -> dict[str, set[Row]]:
    """The rows of every table that is of all reports together."""
    speakers = {
        (one.id, name, own.document, own.actor)
        for one, name in _named(connection, pile.actors)
        for own in one.mentions
    }
    return {
        "copy": {
            (one.left, one.right, one.kind.value, one.origin, one.share) for one in pile.copies
        },
        "origin": {(report, one.id) for one in pile.origins for report in one.documents},
        "shared_speaker": speakers,
        "citation": set(_citations(connection, pile.citations)),
    }


def _citations(connection: sqlite3.Connection, citations: Iterable[Citation]) -> Iterator[Row]:
    for one in citations:
        span = one.outlet.span
        words = connection.execute(
            "SELECT substr(text, ?, ?) FROM report WHERE id = ?",
            (span.start + 1, len(span), one.document),
        ).fetchone()
        yield one.document, span.start, span.end, words[0], one.cited


def _write_changes(connection: sqlite3.Connection, table: str, wanted: set[Row]) -> None:
    """Make the rows of a table those that are wanted; the others stay untouched."""
    cursor = connection.execute(f"SELECT * FROM {table}")  # noqa: S608
    columns = [one[0] for one in cursor.description]
    there = set(cursor)
    same = " AND ".join(f"{column} IS ?" for column in columns)
    connection.executemany(f"DELETE FROM {table} WHERE {same}", sorted(there - wanted, key=repr))  # noqa: S608
    places = ", ".join("?" * len(columns))
    connection.executemany(
        f"INSERT INTO {table} VALUES ({places})",  # noqa: S608
        sorted(wanted - there, key=repr),
    )


def _named(
    connection: sqlite3.Connection, actors: Iterable[SharedActor]
) -> Iterator[tuple[SharedActor, str]]:
    """Speakers of several reports with their names; each text is looked up once."""
    ordered = sorted(actors, key=lambda one: one.name.document)
    for report, some in groupby(ordered, key=lambda one: one.name.document):
        row = connection.execute("SELECT text FROM report WHERE id = ?", (report,)).fetchone()
        for one in some:
            yield one, row[0][one.name.span.start : one.name.span.end]


def rows_to_write(
    story: Story, key: str, part: StoryPart, facts: Sequence[Facts]
) -> dict[str, list[Row]]:
    """The rows of a story, made at once: what they are made from is needed no more."""
    documents = {one.document.id: one.document for one in facts}
    made = story_rows(story, key, part, documents)
    return {table: list(rows) for table, rows in made.items()}


def write_story(connection: sqlite3.Connection, made: Mapping[str, Sequence[Row]]) -> None:
    """Write the rows of a story that is not there, within a transaction that writes."""
    for table, rows in made.items():
        for row in rows:
            places = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608


def story_rows(
    story: Story, key: str, part: StoryPart, documents: Documents
) -> dict[str, Iterable[Row]]:
    """The rows of every table, in an order in which each finds what it names."""
    on_timeline = {entry.event for entry in part.timeline}
    return {
        "story": [_story_row(story, key, documents)],
        "story_report": ((report, story.id) for report in story.documents),
        "shared_event": (
            (one.id, story.id, *_event_row(one, documents), int(one.id in on_timeline))
            for one in part.events
        ),
        "shared_event_mention": (
            (one.id, mention.document, mention.event)
            for one in part.events
            for mention in one.mentions
        ),
        "point": (_point_row(one, story, documents) for one in part.points),
        "stand": (
            (
                *(point.id, position, one.document, one.claim, one.side.value, int(one.concedes)),
                reasons_text(one.reasons),
            )
            for point in part.points
            for position, one in enumerate(point.claims)
        ),
        "toll": ((one.id, story.id, *_toll_row(one, documents)) for one in part.tolls),
        "toll_figure": _toll_figures(part.tolls),
    }


def _words(documents: Documents, quote: Quote | None) -> str | None:
    return None if quote is None else documents[quote.document][quote.span]


def _story_row(story: Story, key: str, documents: Documents) -> Row:
    days = sorted(day for report in story.documents if (day := documents[report].day))
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else (None, None)
    return story.id, len(story.documents), first, last, key


def _event_row(event: SharedEvent, documents: Documents) -> Row:
    return (
        event.kind,
        _words(documents, event.place),
        event.first.isoformat() if event.first else None,
        event.last.isoformat() if event.last else None,
        len({mention.document for mention in event.mentions}),
    )


def _point_row(point: Point, story: Story, documents: Documents) -> Row:
    by_person = any(
        reason.rule == RuleName.DECIDED for stand in point.claims for reason in stand.reasons
    )
    return (
        point.id,
        story.id,
        _words(documents, point.title),
        point.state.value,
        point.likelihood.value if point.likelihood else None,
        point.probability,
        point.origins_for,
        point.origins_against,
        "person" if by_person else "machine",
        None,
        None,
    )


def _toll_row(toll: Toll, documents: Documents) -> Row:
    return (
        toll.policy,
        toll.harm.value,
        _words(documents, toll.who),
        toll.event,
        toll.low,
        toll.best,
        toll.high,
        len(toll.figures),
        len({mention.document for mention in toll.figures}),
    )


def _toll_figures(tolls: Iterable[Toll]) -> Iterator[Row]:
    for toll in tolls:
        steps = {FigureMention(step.document, step.figure): step for step in toll.course}
        reasons = toll.reasons or ((),) * len(toll.figures)
        for position, (mention, why) in enumerate(zip(toll.figures, toll.why, strict=True)):
            step = steps.get(mention)
            yield (
                *(toll.id, position, mention.document, mention.figure, why),
                reasons_text(reasons[position]),
                step.said_from.isoformat() if step and step.said_from else None,
                step.said_to.isoformat() if step and step.said_to else None,
                step.change.value if step and step.change else None,
            )


def reasons_text(reasons: Iterable[Reason]) -> str:
    """Reasons as JSON: a list of rules, each with its values."""
    return json.dumps([[one.rule, list(one.values)] for one in reasons], ensure_ascii=False)


def reasons_of(text: str) -> tuple[Reason, ...]:
    """The reasons that a row has as JSON. Raises ValueError or TypeError if they are none."""
    return tuple(Reason(rule, tuple(values)) for rule, values in json.loads(text))
