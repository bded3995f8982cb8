"""Comparing what has changed, and what is stored of it.

What only all reports together show is found anew from their cards, which is quick. What the reports of
one story say together is kept under the key of all that it depends on, and found anew only where that
changed. So adding a report costs the work of its story, and gives what comparing everything would.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from sayso.case.changes import changes, is_compared, note_change, note_compared
from sayso.case.compared_rows import Row, rows_to_write, write_pile, write_story
from sayso.case.decided import DecisionIndex
from sayso.case.fingerprints import this_comparer
from sayso.case.group_marks import mark_groups
from sayso.case.publications import document_of
from sayso.case.ruled import Ruled, rulings_of
from sayso.case.shown import shown_facts
from sayso.case.storage import reading, writing
from sayso.compare.card_bytes import card_from_bytes, card_to_bytes
from sayso.compare.cards import card_of
from sayso.compare.comparison import compare
from sayso.compare.copies.known import KnownCopies, copies_of_all, sketch_bytes
from sayso.compare.copies.known_bytes import copies_from_bytes, copies_to_bytes
from sayso.compare.gathering import gathered
from sayso.compare.one_story import StoryContext, StoryPart, compare_story
from sayso.compare.parts import part_from_wire, part_to_wire
from sayso.compare.pile import Pile, pile_of
from sayso.encoder.dispute_scores import read_disputes
from sayso.encoder.score_memory import (
    RawScores,
    ScoreMemory,
    scores_from_bytes,
    scores_to_bytes,
)
from sayso.errors import CaseNotUsable, SaysoError
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.packed import MAX_BYTES, pack, unpack
from sayso.model.rulings import Rulings
from sayso.model.text import Document

# Claims that were in no dispute before are in one since the last row of the log.
NOTE_DISPUTED = (
    "INSERT OR IGNORE INTO disputed_since "
    "SELECT DISTINCT report, claim, (SELECT max(number) FROM log) FROM stand "
    "JOIN point ON point.id = stand.point WHERE state IN ('contested', 'conceded')"
)
OnStory = Callable[[int, int], None]


class Compared(NamedTuple):
    """How many stories were compared again, and how many stayed as they were."""

    again: int
    kept: int


class StoryNotCompared(Exception):
    """Comparing the reports of one story failed; the reason is its cause. `reports` are their ids."""

    def __init__(self, reports: tuple[str, ...]) -> None:
        super().__init__(f"{len(reports)} reports")
        self.reports = reports


class Known(NamedTuple):
    """All that is known of the reports together, at one moment."""

    changes: int
    pile: Pile
    ruled: Ruled
    copies: KnownCopies


def keep_card(connection: sqlite3.Connection, facts: Facts) -> None:
    """Keep what comparing needs of a report, within a transaction that writes."""
    connection.execute(
        "INSERT OR REPLACE INTO card VALUES (?, ?, ?)",
        (facts.document.id, card_to_bytes(card_of(facts)), sketch_bytes(facts.document)),
    )


def compare_again(
    connection: sqlite3.Connection, decided: Callable[[], DecisionIndex], on_story: OnStory
) -> Compared:
    """Compare what has changed since the last time; again, if more changes meanwhile."""
    if comparer_of(connection) != this_comparer():
        _make_anew(connection, decided)
    while not is_compared(connection):
        known = known_of(connection, decided)
        again = _compare_stories(connection, known.pile.contexts, decided(), on_story)
        if again is not None and _store(connection, known, decided()):
            return Compared(again, len(known.pile.contexts) - again)
        if changes(connection) == known.changes and not is_compared(connection):
            raise CaseNotUsable("a report has lost what was read in it. `sayso verify` says which.")
    return Compared(0, 0)


def comparer_of(connection: sqlite3.Connection) -> str | None:
    """Which version of sayso made the cards and parts that are stored."""
    row = connection.execute("SELECT value FROM case_info WHERE name = 'comparer'").fetchone()
    return row and str(row[0])


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


def known_of(connection: sqlite3.Connection, decisions: Callable[[], DecisionIndex]) -> Known:
    """What the reports together show now; `decisions` gives those that are in the case now."""
    with reading(connection):
        count = changes(connection)
        decided = decisions()  # those of this moment, which the count is of
        ruled = rulings_of(connection, decided)
        rows = connection.execute(
            "SELECT card, sketch, report.id FROM card JOIN report ON report.id = card.report "
            "WHERE removed IS NULL ORDER BY report.id"
        ).fetchall()
        row = connection.execute("SELECT copies FROM known_copies").fetchone()

        def text_of(report: str) -> Document:
            return document_of(connection, report, decided)

        before = copies_from_bytes(row[0]) if row else KnownCopies()
        copies = copies_of_all({report: sketch for _, sketch, report in rows}, before, text_of)
        cards = [card_from_bytes(card) for card, _, _ in rows]
        return Known(count, pile_of(cards, copies.copies, text_of, ruled.rulings), ruled, copies)


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
        try:
            memory = ScoreMemory(_scores_before(connection, context))
            part = compare_story(facts, context, partial(read_disputes, memory=memory))
        except SaysoError:
            raise
        except Exception as error:
            raise StoryNotCompared(context.documents) from error
        _keep_part(connection, context.key, part, facts, memory)
    on_story(len(missing), len(missing))
    return len(missing)


def story_facts(
    connection: sqlite3.Connection, context: StoryContext, decided: DecisionIndex
) -> list[Facts] | None:
    """The facts of the reports of a story; None if one of them is not what the context was made from."""
    states = [shown_facts(connection, report, decided) for report in context.documents]
    facts = [state.facts for state in states if state is not None]
    keys = [card_of_key(connection, one.document.id) for one in facts]
    wanted = [report.facts_key for report in context.reports]
    return facts if keys == wanted else None


def card_of_key(connection: sqlite3.Connection, report: str) -> str | None:
    """What the facts of a report are known by."""
    row = connection.execute("SELECT card FROM card WHERE report = ?", (report,)).fetchone()
    return card_from_bytes(row[0]).facts_key if row else None


def _scores_before(connection: sqlite3.Connection, context: StoryContext) -> dict[bytes, RawScores]:
    """What the network said when the stories were compared in which the reports stand now.

    What is damaged is as if it was not kept; `verify` names it.
    """
    found: dict[bytes, RawScores] = {}
    stories: set[str] = set()
    for report in context.documents:
        stories.update(
            row[0]
            for row in connection.execute(
                "SELECT made_from FROM story JOIN story_report ON story.id = story_report.story "
                "WHERE report = ?",
                (report,),
            )
        )
    for key in sorted(stories):
        with suppress(ValueError):
            found |= stored_scores(connection, key)
    return found


def stored_scores(connection: sqlite3.Connection, key: str) -> dict[bytes, RawScores]:
    """What the network said when a part was made. Raises ValueError if that is damaged."""
    row = connection.execute(
        "SELECT scores FROM part_scores WHERE made_from = ?", (key,)
    ).fetchone()
    return scores_from_bytes(row[0], MAX_BYTES) if row else {}


def _keep_part(
    connection: sqlite3.Connection,
    key: str,
    part: StoryPart,
    facts: Iterable[Facts],
    memory: ScoreMemory,
) -> None:
    with writing(connection):
        connection.execute(
            "INSERT OR IGNORE INTO part VALUES (?, ?, ?)",
            (key, pack(part_to_wire(part, facts)), int(bool(part.unmet))),
        )
        connection.execute(
            "INSERT OR IGNORE INTO part_scores VALUES (?, ?)", (key, scores_to_bytes(memory.used))
        )


def stored_part(
    connection: sqlite3.Connection, context: StoryContext, facts: Sequence[Facts]
) -> StoryPart:
    """The part of a story as it is stored; compared now if it is not."""
    row = connection.execute("SELECT part FROM part WHERE made_from = ?", (context.key,)).fetchone()
    if row is None:
        return compare_story(facts, context)
    return part_from_wire(unpack(row[0], "a part"), facts)


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


def decided_facts(
    connection: sqlite3.Connection, decided: DecisionIndex, reports: Iterable[str]
) -> Iterator[Facts]:
    """What was read in reports, as people decided it; nothing of those that were not read."""
    for report in reports:
        state = shown_facts(connection, report, decided)
        if state is not None:
            yield state.facts


def stored_comparison(connection: sqlite3.Connection, decided: DecisionIndex) -> Comparison:
    """The comparison of all reports that were read; what is not stored is compared now."""
    if comparer_of(connection) != this_comparer():
        ruled = rulings_of(connection, decided)
        return compare(facts_to_compare(connection, decided), ruled.rulings)
    known = known_of(connection, lambda: decided)
    facts: dict[str, Facts] = {}
    for context in known.pile.contexts:
        for one in story_facts(connection, context, decided) or ():
            facts[one.document.id] = one
    parts = [
        stored_part(connection, context, [facts[name] for name in context.documents])
        for context in known.pile.contexts
    ]
    ordered = connection.execute("SELECT id FROM report WHERE removed IS NULL ORDER BY number")
    return gathered([facts[name] for (name,) in ordered if name in facts], known.pile, parts)


def facts_to_compare(connection: sqlite3.Connection, decided: DecisionIndex) -> Iterator[Facts]:
    """The facts of the reports in the case, as people decided them."""
    rows = connection.execute(
        "SELECT report FROM shown JOIN report ON report.id = shown.report "
        "WHERE removed IS NULL ORDER BY report.number"
    ).fetchall()
    yield from decided_facts(connection, decided, (row[0] for row in rows))
