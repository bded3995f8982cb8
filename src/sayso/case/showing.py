"""All that a case knows of one thing, as plain data; nothing is loaded."""

import sqlite3
from typing import Any

from sayso.case.listing import Row, rows
from sayso.case.naming import FACTS, Decided, find_subject
from sayso.model.decisions import Subject, Target

AROUND = 120  # characters before and after the words of a fact

GROUPS = {
    Target.REPORT: "v_reports",
    Target.POINT: "v_points",
    Target.TOLL: "v_tolls",
    Target.SHARED_SPEAKER: "v_speakers",
    Target.SHARED_EVENT: "shared_event",
}
ARRIVALS = (
    "SELECT arrival.number, arrival.at, arrival.how, arrival.name, arrival.evidence, arrival.version "
    "FROM publication JOIN arrival ON arrival.number = publication.arrival "
    "WHERE publication.report = ?"
)
CLAIMS_OF_POINT = (
    "SELECT stand.side, stand.concedes, claim.*, report.outlet, report.published FROM stand "
    "JOIN claim ON claim.report = stand.report AND claim.id = stand.claim "
    "JOIN report ON report.id = stand.report WHERE stand.point = ? ORDER BY position"
)
CLAIMS_OF_SPEAKER = (
    "SELECT claim.*, report.outlet, report.published FROM claim JOIN report ON report.id = claim.report "
    "JOIN shared_speaker ON shared_speaker.report = claim.report "
    "AND shared_speaker.speaker = claim.speaker_id WHERE shared_speaker.id = ? AND removed IS NULL "
    "ORDER BY coalesce(published, '9999'), claim.report, start"
)
CLAIMS_OF_ONE_SPEAKER = (
    "SELECT claim.*, report.outlet, report.published FROM claim JOIN report ON report.id = claim.report "
    "WHERE claim.speaker_id = ? AND claim.report = ? ORDER BY start"
)
FIGURES_OF_TOLL = (
    "SELECT toll_figure.why, figure.*, report.outlet, report.published FROM toll_figure "
    "JOIN figure ON figure.report = toll_figure.report AND figure.id = toll_figure.figure "
    "JOIN report ON report.id = figure.report WHERE toll = ? ORDER BY position"
)
EVENTS = (
    "SELECT event.*, report.outlet, report.published FROM shared_event_mention AS mention "
    "JOIN event ON event.report = mention.report AND event.id = mention.event "
    "JOIN report ON report.id = event.report WHERE mention.shared = ? ORDER BY published"
)
POINTS_OF_CLAIM = (
    "SELECT point.id, point.title, point.state, stand.side FROM stand "
    "JOIN point ON point.id = stand.point WHERE stand.claim = ? AND stand.report = ?"
)
DECISIONS = (
    "SELECT decision.*, number IN (SELECT decision FROM taken_back) AS undone FROM decision "
    "WHERE number IN (SELECT decision FROM decision_subject WHERE id = ? AND report IS ?) "
    "ORDER BY number"
)


def one_thing(connection: sqlite3.Connection, name: str, decided: Decided) -> Row:
    """All that the case knows of a report, a fact or a group. Raises WrongDecision if there is none."""
    subject = find_subject(connection, name, decided)
    found: Row = {"kind": subject.kind.value}
    if subject.kind is Target.OUTLET:
        found |= {
            "name": subject.id,
            "reports": list(rows(connection, "reports", {"outlet": subject.id})),
        }
    elif subject.kind in FACTS:
        found |= _fact(connection, subject)
    else:
        query = f"SELECT * FROM {GROUPS[subject.kind]} WHERE id = ?"  # noqa: S608
        found |= _first(connection, query, subject.id)
    found |= _parts(connection, subject)
    found["decisions"] = _all(connection, DECISIONS, subject.id, subject.report)
    return found


def _fact(connection: sqlite3.Connection, subject: Subject) -> Row:
    """A fact of a report, with the words around its own and what is known of the report."""
    table, _ = FACTS[subject.kind]
    found = _first(
        connection,
        f"SELECT * FROM {table} WHERE id = ? AND report = ?",  # noqa: S608
        subject.id,
        subject.report,
    )
    found.pop("number", None)
    first = max(0, found["start"] - AROUND)
    length = found["end"] + AROUND - first
    return found | _first(
        connection,
        "SELECT outlet, published, title, substr(text, ?, ?) AS around FROM report WHERE id = ?",
        first + 1,
        length,
        subject.report,
    )


def _parts(connection: sqlite3.Connection, subject: Subject) -> Row:
    """What belongs to a thing, or what it belongs to."""
    name = subject.id
    if subject.kind is Target.REPORT:
        text = _first(connection, "SELECT text FROM report WHERE id = ?", name)
        facts = {
            what: list(rows(connection, what, {"report": name}))
            for what in ("claims", "figures", "events")
        }
        return {**text, **facts, "arrivals": _all(connection, ARRIVALS, name)}
    if subject.kind is Target.POINT:
        return {"claims": _all(connection, CLAIMS_OF_POINT, name)}
    if subject.kind is Target.TOLL:
        return {"figures": _all(connection, FIGURES_OF_TOLL, name)}
    if subject.kind is Target.SHARED_SPEAKER:
        return {"claims": _all(connection, CLAIMS_OF_SPEAKER, name)}
    if subject.kind is Target.SPEAKER:
        return {"claims": _all(connection, CLAIMS_OF_ONE_SPEAKER, name, subject.report)}
    if subject.kind is Target.SHARED_EVENT:
        return {"events": _all(connection, EVENTS, name)}
    if subject.kind is Target.CLAIM:
        return {"points": _all(connection, POINTS_OF_CLAIM, name, subject.report)}
    return {}


def _first(connection: sqlite3.Connection, query: str, *values: Any) -> Row:
    return _all(connection, query, *values)[0]


def _all(connection: sqlite3.Connection, query: str, *values: Any) -> list[Row]:
    found = connection.execute(query, values)
    names = [one[0] for one in found.description]
    return [dict(zip(names, row, strict=True)) for row in found]
