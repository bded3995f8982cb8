"""One point: who says it and who denies it, in which words, and why each claim is there."""

from pathlib import PurePath

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import desk_of, page_number
from sayso.desk.marks import marks_on
from sayso.desk.templates import asking
from sayso.desk.views.gone_point import gone_point
from sayso.desk.views.point_rows import (
    Chosen,
    as_decided,
    chosen,
    point_ids,
    point_rows,
    with_leads,
)
from sayso.desk.views.sayings import Row, Side, side_of
from sayso.dossier.points import SIDE_ORDER
from sayso.dossier.private_names import PrivateNames

FIRST_SAYINGS = 12  # of a side, beside the other one
MOST_SAYINGS = 50  # of a side that is shown alone
MOST_OTHERS = 8  # points of the same story
MOST_REJECTED = 20
CLAIMS = (
    "SELECT stand.side, stand.concedes, stand.reasons, claim.*, report.outlet, report.title, "
    "report.name, report.published, coalesce(origin.origin, claim.report) AS origin, "
    "speaker.type AS speaker_type, speaker.role AS speaker_role FROM stand "
    "JOIN claim ON claim.report = stand.report AND claim.id = stand.claim "
    "JOIN report ON report.id = stand.report LEFT JOIN origin ON origin.report = stand.report "
    "LEFT JOIN speaker ON speaker.report = claim.report AND speaker.id = claim.speaker_id "
    "WHERE stand.point = ? ORDER BY position"
)
# Claims that were in a dispute, and are in no point now because people rejected them.
REJECTED = (
    "SELECT claim.*, report.outlet, report.title, report.name, report.published, "
    "speaker.type AS speaker_type, speaker.role AS speaker_role FROM claim "
    "JOIN report ON report.id = claim.report AND removed IS NULL "
    "LEFT JOIN speaker ON speaker.report = claim.report AND speaker.id = claim.speaker_id "
    "JOIN disputed_since AS since ON since.report = claim.report AND since.claim = claim.id "
    "WHERE claim.report IN (SELECT report FROM stand WHERE point = ?) AND claim.status = 'rejected' "
    "AND NOT EXISTS (SELECT 1 FROM stand WHERE stand.report = claim.report AND stand.claim = claim.id) "
    "ORDER BY claim.report, claim.start LIMIT ?"
)
DECIDED = (
    "SELECT number, at, author, kind, json_extract(value, '$.text') AS note, "
    "json_extract(value, '$.mark') AS mark, "
    "(SELECT count(*) FROM decision_subject AS one WHERE one.decision = decision.number) AS things, "
    "(SELECT count(*) FROM json_each(decision.value, '$.sides')) AS moved, reason, {earlier} AS earlier "
    "FROM decision WHERE number IN ({numbers}) AND kind != 'undo' "
    "AND number NOT IN (SELECT decision FROM taken_back) ORDER BY number DESC"
)
ON_IT = DECIDED.format(
    earlier=0,
    numbers="SELECT decision FROM decision_subject WHERE id = :id UNION SELECT :decision",
)
# A mark does not follow a point that lost a claim; it is not lost, and stands here as one of before.
ON_EARLIER = DECIDED.format(
    earlier=1,
    numbers="SELECT orphan.decision FROM orphan JOIN decision_subject AS subject "
    "ON subject.decision = orphan.decision AND subject.kind = 'point' AND subject.id != :id "
    "WHERE orphan.report = '' AND EXISTS (SELECT 1 FROM stand WHERE point = :id "
    "AND report || '/' || claim IN (SELECT value FROM json_each(subject.members)))",
)
BY_START = "SELECT id FROM point WHERE id >= :id AND id < :id || 'g' LIMIT 2"


def point(request: Request) -> Response:
    """`/points/ID`; the filters of the list that one came from say which point is next."""
    desk, name = desk_of(request), request.path_params["id"]
    with desk.case() as case:
        asked = chosen(case, request.query_params)
        found = case.query("SELECT * FROM v_points WHERE id = ?", (name,))
        if not found:
            whole = _whole_name(case, name)
            if whole:
                return RedirectResponse(asking(f"/points/{whole}", request.query_params), 303)
            return gone_point(desk, request, case, name)
        return _page(request, case, with_leads(case, found)[0], asked)


def _page(request: Request, case: Case, row: Row, asked: Chosen) -> Response:
    claims = case.query(CLAIMS, (row["id"],))
    rejected = case.query(REJECTED, (row["id"], MOST_REJECTED))
    others = _others(case, row)
    marks = marks_on(case, [row, *claims, *rejected, *others])
    only = request.query_params.get("side")
    return desk_of(request).page(
        request,
        case,
        "point.html.j2",
        _title(row),
        point=as_decided(row, marks),
        sides=_sides(claims, only if only in SIDE_ORDER else None, page_number(request)),
        only=only if only in SIDE_ORDER else None,
        number=page_number(request),
        per_page=MOST_SAYINGS,
        rejected=rejected,
        most_rejected=MOST_REJECTED,
        others=[as_decided(one, marks) for one in others[:MOST_OTHERS]],
        more_others=len(others) > MOST_OTHERS,
        beside=_beside(case, row["id"], asked),
        filters=asked.asked,
        marks=marks,
        decided=_decided(case, row),
    )


def _sides(claims: list[Row], only: str | None, number: int) -> list[Side]:
    names = PrivateNames({row["name"]: PurePath(row["name"]).name for row in claims})
    first, most = ((number - 1) * MOST_SAYINGS, MOST_SAYINGS) if only else (0, FIRST_SAYINGS)
    held = {side.value: [claim for claim in claims if claim["side"] == side] for side in SIDE_ORDER}
    return [
        side_of(side, some, names, first, most)
        for side, some in held.items()
        if some and only in (None, side)
    ]


def _others(case: Case, row: Row) -> list[Row]:
    """The first points of the same story, one more than are shown."""
    of_story = Chosen(
        {"story": "story = :story", "id": "id != :id"}, {"story": row["story"], "id": row["id"]}
    )
    return point_rows(case, of_story, MOST_OTHERS + 1)


def _beside(case: Case, name: str, asked: Chosen) -> Row | None:
    """The points before and after in the list, and the place in it; None if it is not in the list."""
    listed = point_ids(case, asked)
    if name not in listed:
        return None
    place = listed.index(name)
    before, after = listed[max(0, place - 1) : place], listed[place + 1 : place + 2]
    return {
        "before": before[0] if before else None,
        "after": after[0] if after else None,
        "place": place + 1,
        "total": len(listed),
    }


def _whole_name(case: Case, start: str) -> str | None:
    """The id of the one point whose id begins so: commands print the first digits alone."""
    if len(start) < 4 or not set(start) <= set("0123456789abcdef"):
        return None
    found = case.query(BY_START, {"id": start})
    return str(found[0]["id"]) if len(found) == 1 else None


def _decided(case: Case, row: Row) -> list[Row]:
    """The decisions in force on the point, the last first, then those on what was there of it before."""
    values = {"id": row["id"], "decision": row["decision"]}
    return [*case.query(ON_IT, values), *case.query(ON_EARLIER, {"id": row["id"]})]


def _title(row: Row) -> str:
    words = " ".join(row["title"].split())
    return words if len(words) <= 90 else f"{words[:89].rstrip()}…"


ROUTES = (Route("/points/{id}", point),)
