"""What comparing gave, as rows: stories, copies, origins, shared speakers and events, points, tolls."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sayso.model.comparison import Comparison, Quote, Story
from sayso.model.text import Document

Row = tuple[Any, ...]
# In this order, none is emptied while another still names it.
TABLES = (
    "stand",
    "point",
    "toll_figure",
    "toll",
    "shared_event_mention",
    "shared_event",
    "shared_speaker",
    "copy",
    "origin",
    "story_report",
    "story",
)


def write_compared(
    connection: sqlite3.Connection, comparison: Comparison, made_from: Mapping[str, str]
) -> None:
    """Write the rows of a comparison anew, within a transaction that writes.

    `made_from` has the hash of what each story was compared from, by the story's id.
    """
    for table in TABLES:
        connection.execute(f"DELETE FROM {table}")  # noqa: S608
    for table, rows in _rows(comparison, made_from).items():
        for row in rows:
            places = ", ".join("?" * len(row))
            connection.execute(f"INSERT INTO {table} VALUES ({places})", row)  # noqa: S608


def _rows(comparison: Comparison, made_from: Mapping[str, str]) -> dict[str, Iterable[Row]]:
    """The rows of every table, in an order in which each finds what it names."""
    documents = {one.document.id: one.document for one in comparison.facts}
    story_of = {report: one.id for one in comparison.stories for report in one.documents}
    return {
        "story": (_story_row(one, documents, made_from[one.id]) for one in comparison.stories),
        "story_report": story_of.items(),
        "copy": (
            (one.left, one.right, one.kind.value, one.origin, one.share)
            for one in comparison.copies
        ),
        "origin": ((report, one.id) for one in comparison.origins for report in one.documents),
        "shared_speaker": (
            (one.id, _words(documents, one.name), mention.document, mention.actor)
            for one in comparison.actors
            for mention in one.mentions
        ),
        "shared_event": _event_rows(comparison, documents, story_of),
        "shared_event_mention": (
            (one.id, mention.document, mention.event)
            for one in comparison.events
            for mention in one.mentions
        ),
        "point": _point_rows(comparison, documents, story_of),
        "stand": (
            (point.id, position, one.document, one.claim, one.side.value, int(one.concedes))
            for point in comparison.points
            for position, one in enumerate(point.claims)
        ),
        "toll": (
            (
                one.id,
                story_of[one.figures[0].document],
                one.policy,
                one.harm.value,
                _words(documents, one.who),
                one.event,
                one.low,
                one.best,
                one.high,
                len(one.figures),
                len({mention.document for mention in one.figures}),
            )
            for one in comparison.tolls
        ),
        "toll_figure": (
            (one.id, position, mention.document, mention.figure, why)
            for one in comparison.tolls
            for position, (mention, why) in enumerate(zip(one.figures, one.why, strict=True))
        ),
    }


def _words(documents: Mapping[str, Document], quote: Quote | None) -> str | None:
    return None if quote is None else documents[quote.document][quote.span]


def _story_row(story: Story, documents: Mapping[str, Document], made_from: str) -> Row:
    days = sorted(day for report in story.documents if (day := documents[report].day))
    first, last = (days[0].isoformat(), days[-1].isoformat()) if days else (None, None)
    return story.id, len(story.documents), first, last, made_from


def _event_rows(
    comparison: Comparison, documents: Mapping[str, Document], story_of: Mapping[str, str]
) -> Iterator[Row]:
    on_timeline = {entry.event for entry in comparison.timeline}
    for one in comparison.events:
        yield (
            one.id,
            story_of[one.mentions[0].document],
            one.kind,
            _words(documents, one.place),
            one.first.isoformat() if one.first else None,
            one.last.isoformat() if one.last else None,
            len({mention.document for mention in one.mentions}),
            int(one.id in on_timeline),
        )


def _point_rows(
    comparison: Comparison, documents: Mapping[str, Document], story_of: Mapping[str, str]
) -> Iterator[Row]:
    for one in comparison.points:
        yield (
            one.id,
            story_of[one.claims[0].document],
            _words(documents, one.title),
            one.state.value,
            one.likelihood.value if one.likelihood else None,
            one.probability,
            one.origins_for,
            one.origins_against,
            "machine",
            None,
            None,
        )
