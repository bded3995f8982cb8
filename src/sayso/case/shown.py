"""The facts of reports as they are shown: what was read, with what people decided, as rows and as values."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sayso.case.decided import DecisionIndex
from sayso.case.followed import LISTS, FactKey, Followed
from sayso.case.following import followed
from sayso.case.publications import document_of
from sayso.case.readings import facts_of_part, facts_of_reading
from sayso.case.searching import forget_claims, index_claims
from sayso.model.decisions import Target
from sayso.model.facts import Facts
from sayso.model.speech import Claim
from sayso.model.text import Document, Span

Row = tuple[Any, ...]

SAID_BY = "source, decision, status"
COLUMNS = {
    "claim": f"report, id, start, end, words, stance, speaker, speaker_id, chain, {SAID_BY}",
    "figure": f"report, id, start, end, words, low, high, kind, harm, who, claim, {SAID_BY}",
    "event": f"report, id, start, end, words, kind, place, first, last, negated, {SAID_BY}",
    "speaker": f"report, id, start, end, name, type, named, role, mentions, {SAID_BY}",
}


def shown_facts(
    connection: sqlite3.Connection, report: str, decided: DecisionIndex
) -> Followed | None:
    """The facts of a report as people decided them; None if it was not read."""
    facts = facts_of_reading(connection, document_of(connection, report, decided))
    return None if facts is None else followed(facts, decided.on_report(report))


def shown_part(
    connection: sqlite3.Connection, document: Document, decided: DecisionIndex, part: Span
) -> Followed | None:
    """As `shown_facts`, of what has words in a part of the text; much faster for a long one."""
    decisions = decided.on_report(document.id)
    subjects = [one for decision in decisions for one in decision.subjects]
    named = {name for one in subjects for name in (one.id, *one.members)}
    facts = facts_of_part(connection, document, part, named)
    return None if facts is None else followed(facts, decisions)


def write_shown_facts(
    connection: sqlite3.Connection, report: str, decided: DecisionIndex
) -> Facts | None:
    """Write the rows of a report's facts anew, within a transaction that writes; the facts."""
    read = facts_of_reading(connection, document_of(connection, report, decided))
    if read is None:
        return None
    state = followed(read, decided.on_report(report))
    forget_claims(connection, report)
    for table, rows in rows_of_state(state).items():
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))  # noqa: S608
        columns = COLUMNS[table]
        places = ", ".join("?" * len(columns.split(", ")))
        connection.executemany(
            f"INSERT INTO {table} ({columns}) VALUES ({places})",  # noqa: S608
            rows,
        )
    index_claims(connection, report)
    connection.execute("DELETE FROM orphan WHERE report = ?", (report,))
    connection.executemany(
        "INSERT INTO orphan VALUES (?, ?)", [(number, report) for number in sorted(state.orphans)]
    )
    return state.facts


def shown_rows(connection: sqlite3.Connection, table: str, report: str) -> list[Row]:
    """The rows that a report has in a table."""
    return connection.execute(
        f"SELECT {COLUMNS[table]} FROM {table} WHERE report = ?",  # noqa: S608
        (report,),
    ).fetchall()


def rows_of_state(state: Followed) -> Mapping[str, Sequence[Row]]:
    """The rows that a report must have, by table."""
    return {kind.value: list(_rows(kind, state)) for kind in LISTS}


def _rows(kind: Target, state: Followed) -> Iterator[Row]:
    """The rows of one kind of fact: those that count, then those that a person rejected."""
    make = _MAKERS[kind]
    rejected = [fact for of, fact in state.rejected_facts if of is kind]
    for fact in (*getattr(state.facts, LISTS[kind]), *rejected):
        own = make(state.facts, fact)
        yield state.facts.document.id, fact.id, *own, *_said_by(state, (kind, fact.id))


def _said_by(state: Followed, key: FactKey) -> Row:
    """Whose a row is: 'machine' or 'person', the last decision on it, and its status."""
    numbers = [
        found[key] for found in (state.changed, state.accepted, state.rejected) if key in found
    ]
    status = None
    if key in state.rejected:
        status = "rejected"
    elif key in state.accepted:
        status = "accepted"
    return "person" if key in state.changed else "machine", max(numbers, default=None), status


def _claim_row(facts: Facts, claim: Claim) -> Row:
    document = facts.document
    names = {one.id: document[one.name] for one in facts.actors}
    sources = _sources(facts)
    chain = [sources.get(one, "") for one in claim.chain]
    speaker = names.get(claim.speaker or "") or (chain[-1] if chain else None)
    words = " … ".join(document[span] for span in claim.content)
    return (
        claim.content[0].start,
        claim.content[-1].end,
        words,
        claim.stance.value,
        speaker or None,
        claim.speaker,
        " > ".join(chain),
    )


def _sources(facts: Facts) -> Mapping[str, str]:
    """The words for whoever speaks, by the id of the attribution."""
    return {
        one.id: facts.document[one.source] for one in facts.attributions if one.source is not None
    }


def _figure_row(facts: Facts, figure: Any) -> Row:
    document = facts.document
    return (
        *_place(figure.span),
        document[figure.span],
        figure.low,
        figure.high,
        figure.kind.value,
        figure.harm.value if figure.harm else None,
        document[figure.who] if figure.who else None,
        figure.claim,
    )


def _event_row(facts: Facts, event: Any) -> Row:
    return (
        *_place(event.trigger),
        facts.document[event.trigger],
        event.kind,
        event.place.name if event.place else None,
        event.when.first.isoformat() if event.when else None,
        event.when.last.isoformat() if event.when else None,
        int(event.negated),
    )


def _speaker_row(facts: Facts, actor: Any) -> Row:
    document = facts.document
    return (
        *_place(actor.name),
        document[actor.name],
        actor.type.value,
        int(actor.named),
        document[actor.role] if actor.role else None,
        len(actor.mentions),
    )


def _place(span: Span) -> tuple[int, int]:
    return span.start, span.end


_MAKERS: Mapping[Target, Callable[[Facts, Any], Row]] = {
    Target.CLAIM: _claim_row,
    Target.FIGURE: _figure_row,
    Target.EVENT: _event_row,
    Target.SPEAKER: _speaker_row,
}
