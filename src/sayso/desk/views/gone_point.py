"""A point that is no longer there: what became of it, and which points have its claims now."""

import json
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from sayso.case.case import Case
from sayso.desk.desk import Desk
from sayso.desk.marks import marks_on
from sayso.desk.views.point_rows import DISPUTED, as_decided, with_leads

MOST = 20
DECISIONS = (
    "SELECT decision.number, at, author, decision.kind, reason, members, words, "
    "json_extract(value, '$.text') AS note, json_extract(value, '$.mark') AS mark, "
    "(SELECT count(*) FROM decision_subject AS one WHERE one.decision = decision.number) AS things, "
    "(SELECT count(*) FROM json_each(decision.value, '$.sides')) AS moved, "
    "EXISTS (SELECT 1 FROM taken_back WHERE decision = decision.number) AS taken_back "
    "FROM decision_subject AS subject JOIN decision ON decision.number = subject.decision "
    "WHERE subject.id = ? AND subject.kind = 'point' ORDER BY decision.number DESC"
)
HOLDERS = (
    "SELECT v_points.*, count(*) AS shared FROM json_each(:claims) AS member "
    "JOIN stand ON stand.report = substr(member.value, 1, instr(member.value, '/') - 1) "
    "AND stand.claim = substr(member.value, instr(member.value, '/') + 1) "
    "JOIN v_points ON v_points.id = stand.point GROUP BY v_points.id ORDER BY shared DESC, id LIMIT :most"
)
CLAIMS = (
    "SELECT claim.*, report.outlet, report.title, report.name, report.published, "
    "speaker.type AS speaker_type, speaker.role AS speaker_role FROM json_each(:claims) AS member "
    "JOIN claim ON claim.report = substr(member.value, 1, instr(member.value, '/') - 1) "
    "AND claim.id = substr(member.value, instr(member.value, '/') + 1) "
    "JOIN report ON report.id = claim.report AND removed IS NULL "
    "LEFT JOIN speaker ON speaker.report = claim.report AND speaker.id = claim.speaker_id "
    "WHERE NOT EXISTS (SELECT 1 FROM stand WHERE stand.report = claim.report AND stand.claim = claim.id) "
    "ORDER BY member.key LIMIT :most"
)
# Where nothing is known of the point, the disputes that the last comparing brought.
NEWEST = (
    "SELECT * FROM v_points WHERE id IN (SELECT stand.point FROM disputed_since AS since "  # noqa: S608
    "CROSS JOIN stand ON stand.report = since.report AND stand.claim = since.claim "
    "JOIN point ON point.id = stand.point "
    f"WHERE since.log = (SELECT max(log) FROM disputed_since) AND {DISPUTED} "
    "GROUP BY stand.point ORDER BY max(probability) DESC, stand.point LIMIT :most) "
    "ORDER BY probability DESC, id"
)


def gone_point(desk: Desk, request: Request, case: Case, name: str) -> Response:
    """A page that says that the point is gone, with the points that have its claims now."""
    decisions = case.query(DECISIONS, (name,))
    claims = _members(decisions)
    asked = {"claims": json.dumps(claims), "most": MOST}
    alone = case.query(CLAIMS, asked) if claims else []
    found = case.query(HOLDERS, asked) if claims else case.query(NEWEST, {"most": MOST})
    points, marks = with_leads(case, found), marks_on(case, [*found, *alone])
    return desk.page(
        request,
        case,
        "gone_point.html.j2",
        "This point is no longer there",
        404,
        name=name,
        words=next((one["words"] for one in decisions if one["words"]), None),
        decisions=decisions,
        known=bool(claims),
        points=[as_decided(row, marks) for row in points],
        alone=alone,
        most=MOST,
        marks=marks,
    )


def _members(decisions: list[dict[str, Any]]) -> list[str]:
    """The claims that the point had when people last decided on it, as "REPORT/CLAIM"."""
    for one in decisions:
        members: list[str] = json.loads(one["members"])
        if members:
            return members
    return []
