"""What is kept of comparing: a card of each report, the part of each story, what the network said for it.

A part, and what the network said, is kept under the key of all that it depends on.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from sayso.case.decided import DecisionIndex
from sayso.case.shown import shown_facts
from sayso.case.storage import writing
from sayso.compare.card_bytes import card_from_bytes, card_to_bytes
from sayso.compare.cards import card_of
from sayso.compare.copies.known import sketch_bytes
from sayso.compare.one_story import StoryContext, StoryPart, compare_story
from sayso.compare.parts import part_from_wire, part_to_wire
from sayso.encoder.score_memory import RawScores, scores_from_bytes, scores_to_bytes
from sayso.model.facts import Facts
from sayso.model.packed import MAX_BYTES, pack, unpack
from sayso.model.rulings import Rulings

Scores = Mapping[bytes, RawScores]

# What the network said when the stories were compared in which some reports stand now.
SCORES_BEFORE = (
    "SELECT scores FROM part_scores WHERE made_from IN (SELECT made_from FROM story "
    "JOIN story_report ON story_report.story = story.id "
    "WHERE report IN (SELECT value FROM json_each(?))) ORDER BY made_from"
)


def comparer_of(connection: sqlite3.Connection) -> str | None:
    """Which version of sayso made the cards and parts that are stored."""
    row = connection.execute("SELECT value FROM case_info WHERE name = 'comparer'").fetchone()
    return row and str(row[0])


def keep_card(connection: sqlite3.Connection, facts: Facts) -> None:
    """Keep what comparing needs of a report, within a transaction that writes."""
    connection.execute(
        "INSERT OR REPLACE INTO card VALUES (?, ?, ?)",
        (facts.document.id, card_to_bytes(card_of(facts)), sketch_bytes(facts.document)),
    )


def story_facts(
    connection: sqlite3.Connection, context: StoryContext, decided: DecisionIndex
) -> list[Facts] | None:
    """The facts of the reports of a story; None if one of them is not what the context was made from."""
    states = [shown_facts(connection, report, decided) for report in context.documents]
    facts = [state.facts for state in states if state is not None]
    keys = [_facts_key(connection, one.document.id) for one in facts]
    wanted = [report.facts_key for report in context.reports]
    return facts if keys == wanted else None


def _facts_key(connection: sqlite3.Connection, report: str) -> str | None:
    """What the facts of a report are known by."""
    row = connection.execute("SELECT card FROM card WHERE report = ?", (report,)).fetchone()
    return card_from_bytes(row[0]).facts_key if row else None


def keep_part(
    connection: sqlite3.Connection,
    key: str,
    part: StoryPart,
    facts: Iterable[Facts],
    scores: Scores,
) -> None:
    """Keep the part of a story under a key, and what the network said for it."""
    with writing(connection):
        connection.execute(
            "INSERT OR IGNORE INTO part VALUES (?, ?, ?)",
            (key, pack(part_to_wire(part, facts)), int(bool(part.unmet))),
        )
        connection.execute(
            "INSERT OR IGNORE INTO part_scores VALUES (?, ?)", (key, scores_to_bytes(scores))
        )


def stored_part(
    connection: sqlite3.Connection, context: StoryContext, facts: Sequence[Facts]
) -> StoryPart:
    """The part of a story as it is stored; compared now if it is not."""
    row = connection.execute("SELECT part FROM part WHERE made_from = ?", (context.key,)).fetchone()
    if row is None:
        return compare_story(facts, context)
    return part_from_wire(unpack(row[0], "a part"), facts)


def unmet_of(
    connection: sqlite3.Connection, context: StoryContext, decided: DecisionIndex
) -> Rulings:
    """The rulings on a story that could not be followed."""
    if not context.rulings:
        return Rulings()
    row = connection.execute(
        "SELECT unmet FROM part WHERE made_from = ?", (context.key,)
    ).fetchone()
    if row is None or not row[0]:
        return Rulings()
    facts = story_facts(connection, context, decided) or []
    return stored_part(connection, context, facts).unmet


def scores_before(connection: sqlite3.Connection, context: StoryContext) -> Scores:
    """What the network said when the stories were compared in which the reports stand now.

    What is damaged is as if it was not kept; `verify` names it.
    """
    found: dict[bytes, RawScores] = {}
    for (scores,) in connection.execute(SCORES_BEFORE, (json.dumps(context.documents),)):
        with suppress(ValueError):
            found |= scores_from_bytes(scores, MAX_BYTES)
    return found


def stored_scores(connection: sqlite3.Connection, key: str) -> Scores:
    """What the network said when a part was made. Raises ValueError if that is damaged."""
    row = connection.execute(
        "SELECT scores FROM part_scores WHERE made_from = ?", (key,)
    ).fetchone()
    return scores_from_bytes(row[0], MAX_BYTES) if row else {}
