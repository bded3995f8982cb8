"""What the reports of a case show together: found from their cards, and the comparison as a whole."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sayso.case.changes import changes
from sayso.case.decided import DecisionIndex
from sayso.case.fingerprints import this_comparer
from sayso.case.kept import comparer_of, stored_part, story_facts
from sayso.case.publications import document_of
from sayso.case.ruled import Ruled, rulings_of
from sayso.case.shown import shown_facts
from sayso.case.storage import reading
from sayso.compare.card_bytes import card_from_bytes
from sayso.compare.comparison import compare
from sayso.compare.copies.known import KnownCopies, copies_of_all
from sayso.compare.copies.known_bytes import copies_from_bytes
from sayso.compare.gathering import gathered
from sayso.compare.pile import Pile, pile_of
from sayso.errors import BrokenWire
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.text import Document

OnDamage = Callable[[str], None]


class Known(NamedTuple):
    """All that is known of the reports together, at one moment."""

    changes: int
    pile: Pile
    ruled: Ruled
    copies: KnownCopies


def known_of(
    connection: sqlite3.Connection,
    decisions: Callable[[], DecisionIndex],
    on_damage: OnDamage = lambda _: None,
) -> Known:
    """What the reports together show now; `decisions` gives those that are in the case now.

    If what was known of copies is damaged, all copies are found anew, and `on_damage` is told why.
    """
    with reading(connection):
        count = changes(connection)
        decided = decisions()  # those of this moment, which the count is of
        ruled = rulings_of(connection, decided)
        rows = connection.execute(
            "SELECT card, sketch, report.id FROM card JOIN report ON report.id = card.report "
            "WHERE removed IS NULL ORDER BY report.id"
        ).fetchall()
        before = _copies_before(connection, on_damage)

        def text_of(report: str) -> Document:
            return document_of(connection, report, decided)

        copies = copies_of_all({report: sketch for _, sketch, report in rows}, before, text_of)
        cards = [card_from_bytes(card) for card, _, _ in rows]
        return Known(count, pile_of(cards, copies.copies, text_of, ruled.rulings), ruled, copies)


def _copies_before(connection: sqlite3.Connection, on_damage: OnDamage) -> KnownCopies:
    row = connection.execute("SELECT copies FROM known_copies").fetchone()
    try:
        return copies_from_bytes(row[0]) if row else KnownCopies()
    except BrokenWire as error:
        on_damage(str(error))
        return KnownCopies()


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


def decided_facts(
    connection: sqlite3.Connection, decided: DecisionIndex, reports: Iterable[str]
) -> Iterator[Facts]:
    """What was read in reports, as people decided it; nothing of those that were not read."""
    for report in reports:
        state = shown_facts(connection, report, decided)
        if state is not None:
            yield state.facts
