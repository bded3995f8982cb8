"""Comparing what has changed, and writing what that gives.

What only all reports together show is found anew from their cards, which is quick. What the reports of
one story say together is kept under the key of all that it depends on, and found anew only where that
changed. So adding a report costs the work of its story, and gives what comparing everything would.
"""

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from sayso.case.changes import changes, is_compared, note_change, note_compared
from sayso.case.compared_rows import Row, rows_to_write, write_pile, write_story
from sayso.case.decided import DecisionIndex
from sayso.case.fingerprints import this_comparer
from sayso.case.group_marks import mark_groups
from sayso.case.kept import (
    comparer_of,
    keep_card,
    keep_part,
    scores_before,
    stored_part,
    story_facts,
    unmet_of,
)
from sayso.case.shown import shown_facts
from sayso.case.storage import writing
from sayso.case.together import Known, known_of
from sayso.compare.card_bytes import card_to_bytes
from sayso.compare.copies.known_bytes import copies_to_bytes
from sayso.compare.one_story import StoryContext, compare_story
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.score_memory import ScoreMemory
from sayso.errors import CaseNotUsable, SaysoError

# Claims that were in no dispute before are in one since the last row of the log.
NOTE_DISPUTED = (
    "INSERT OR IGNORE INTO disputed_since "
    "SELECT DISTINCT report, claim, (SELECT max(number) FROM log) FROM stand "
    "JOIN point ON point.id = stand.point WHERE state IN ('contested', 'conceded')"
)
OnStory = Callable[[int, int], None]
OnNote = Callable[[str], None]  # is told a sentence for whoever waits


class Compared(NamedTuple):
    """How many stories were compared again, and how many stayed as they were."""

    again: int
    kept: int


class StoryNotCompared(Exception):
    """Comparing the reports of one story failed; the reason is its cause. `reports` are their ids."""

    def __init__(self, reports: tuple[str, ...]) -> None:
        super().__init__(f"{len(reports)} reports")
        self.reports = reports


def compare_again(
    connection: sqlite3.Connection,
    decided: Callable[[], DecisionIndex],
    on_story: OnStory,
    on_note: OnNote,
) -> Compared:
    """Compare what has changed since the last time; again, if more changes meanwhile."""

    def note_damage(why: str) -> None:
        on_note(f"what was known of copies is damaged ({why}): they are looked for anew")

    if comparer_of(connection) != this_comparer():
        _make_anew(connection, decided)
    while not is_compared(connection):
        known = known_of(connection, decided, note_damage)
        again = _compare_stories(connection, known.pile.contexts, decided(), on_story)
        if again is not None and _store(connection, known, decided()):
            return Compared(again, len(known.pile.contexts) - again)
        if changes(connection) == known.changes and not is_compared(connection):
            raise CaseNotUsable("a report has lost what was read in it. `sayso verify` says which.")
    return Compared(0, 0)


def _make_anew(connection: sqlite3.Connection, decided: Callable[[], DecisionIndex]) -> None:
    """Make the cards again, by this version, and forget what was compared by another one."""
    with writing(connection):
        for table in ("part", "known_copies", "card"):
            connection.execute(f"DELETE FROM {table}")  # noqa: S608
        connection.execute("UPDATE story SET made_from = ''")  # so that their rows are written anew
        for (report,) in connection.execute("SELECT report FROM shown").fetchall():
            state = shown_facts(connection, report, decided())
            if state is not None:
                keep_card(connection, state.facts)
        connection.execute(
            "INSERT OR REPLACE INTO case_info VALUES ('comparer', ?)", (this_comparer(),)
        )
        note_change(connection)


def _compare_stories(
    connection: sqlite3.Connection,
    contexts: Sequence[StoryContext],
    decided: DecisionIndex,
    on_story: OnStory,
) -> int | None:
    """Compare the stories whose parts are not stored; how many. None if a report changed meanwhile."""
    stored = {row[0] for row in connection.execute("SELECT made_from FROM part")}
    missing = [context for context in contexts if context.key not in stored]
    for done, context in enumerate(missing):
        on_story(done, len(missing))
        facts = story_facts(connection, context, decided)
        if facts is None:
            return None
        memory = ScoreMemory(scores_before(connection, context))
        try:
            part = compare_story(facts, context, partial(read_disputes, memory=memory))
        except SaysoError:
            raise
        except Exception as error:
            raise StoryNotCompared(context.documents) from error
        keep_part(connection, context.key, part, facts, memory.used)
    on_story(len(missing), len(missing))
    return len(missing)


def _store(connection: sqlite3.Connection, known: Known, decided: DecisionIndex) -> bool:
    """Write the rows of what was compared; False if more has changed meanwhile.

    All that takes long is made before, so that others can decide meanwhile.
    """
    shown = dict(connection.execute("SELECT id, made_from FROM story"))
    stories = list(zip(known.pile.stories, known.pile.contexts, strict=True))
    gone = shown.keys() - {story.id for story, _ in stories}
    made: dict[str, dict[str, list[Row]]] = {}
    for story, context in stories:
        if shown.get(story.id) != context.key:
            facts = story_facts(connection, context, decided)
            if facts is None:
                return False
            part = stored_part(connection, context, facts)
            made[story.id] = rows_to_write(story, context.key, part, facts)
    unmet = [known.pile.unmet]
    unmet += [unmet_of(connection, context, decided) for context in known.pile.contexts]
    with writing(connection):
        if changes(connection) != known.changes:
            return False
        if shown != dict(connection.execute("SELECT id, made_from FROM story")):
            return False  # another process compared the same
        write_pile(connection, known.pile, gone | made.keys())
        for rows in made.values():
            write_story(connection, rows)
        for card in known.pile.renewed:
            connection.execute(
                "UPDATE card SET card = ? WHERE report = ?", (card_to_bytes(card), card.id)
            )
        connection.execute(
            "INSERT OR REPLACE INTO known_copies VALUES (1, ?)", (copies_to_bytes(known.copies),)
        )
        connection.execute("DELETE FROM part WHERE made_from NOT IN (SELECT made_from FROM story)")
        orphans = {number for one in unmet for number in known.ruled.decisions_behind(one)}
        mark_groups(connection, decided, orphans)
        connection.execute(NOTE_DISPUTED)
        note_compared(connection, known.changes)
    return True
