"""What is worth a look next, each thing with its words, so that it can be decided right there."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE, desk_of, page_number
from sayso.desk.marks import marks_on
from sayso.desk.views.queue_rows import FINDERS, Entry, Row, entries, with_heads

PER_QUEUE_PAGE = 20
MOST_OF_SIDE = 2  # claims of a side that are shown; the point's own page has all
SORTS = {
    "disputes": "Disputes",
    "sources": "Claims without a known speaker",
    "figures": "Figures that decide a toll",
    "speakers": "Speakers who may be one",
    "orphans": "Decisions that lost their thing",
}
CLAIMS = (
    "SELECT * FROM (SELECT claim.*, stand.point, stand.side, stand.position, "
    "row_number() OVER (PARTITION BY stand.point, stand.side ORDER BY stand.position) AS place "
    "FROM stand JOIN claim ON claim.report = stand.report AND claim.id = stand.claim "
    "WHERE stand.point IN ({places}) AND stand.side != 'open') "
    "WHERE place <= {most} ORDER BY point, side DESC, position"
)
SAYING = "SELECT *, NULL AS side FROM claim WHERE report = ? AND id = ?"
SAID_BY = (
    "SELECT claim.* FROM claim WHERE claim.report = ? AND claim.speaker_id = ? "
    "ORDER BY claim.start LIMIT 1"
)
SAID_BY_SHARED = (
    "SELECT claim.* FROM shared_speaker AS shared JOIN claim ON claim.report = shared.report "
    "AND claim.speaker_id = shared.speaker WHERE shared.id = ? ORDER BY claim.number LIMIT 1"
)


def queue(request: Request) -> Response:
    """`/queue?story=&sort=`."""
    desk = desk_of(request)
    story = request.query_params.get("story") or None
    sort = request.query_params.get("sort")
    with desk.case() as case:
        every = entries(case, story)
        some = [one for one in every if sort not in FINDERS or one.sort == sort]
        start = (page_number(request) - 1) * PER_QUEUE_PAGE
        shown = some[start : start + PER_QUEUE_PAGE]
        claims = {**_claims(case, shown), **_saying(case, shown)}
        said = {
            row["id"]: _said_by(case, row)
            for one in shown
            if one.sort == "speakers"
            for row in one.rows
        }
        rows = [row for one in shown for row in one.rows]
        rows += [row for listed in (*claims.values(), *said.values()) for row in listed]
        with_heads(case, rows)
        return desk.page(
            request,
            case,
            "queue.html.j2",
            "Worth a look",
            entries=shown,
            claims=claims,
            said=said,
            sorts=SORTS,
            counts=Counter(one.sort for one in every),
            sort=sort if sort in FINDERS else None,
            number=page_number(request),
            more=len(some) > start + PER_QUEUE_PAGE,
            marks=marks_on(case, rows),
        )


def _claims(case: Case, shown: Sequence[Entry]) -> Mapping[str, Sequence[Row]]:
    """Claims of both sides of the disputes that are shown, by point."""
    points = [one.name for one in shown if one.kind == "point"][:PER_PAGE]
    query = CLAIMS.format(places=", ".join("?" * len(points)), most=MOST_OF_SIDE)
    found = defaultdict[str, list[Row]](list)
    for row in case.query(query, points):
        found[row["point"]].append(row)
    return found


def _saying(case: Case, shown: Sequence[Entry]) -> Mapping[str, Sequence[Row]]:
    """The claims that say the figures that are shown, by the names of the figures."""
    return {
        one.name: case.query(SAYING, (row["report"], row["claim"]))
        for one in shown
        if one.kind == "figure"
        for row in one.rows
    }


def _said_by(case: Case, speaker: Mapping[str, Any]) -> Sequence[Row]:
    """Something that a speaker says, by which one knows who it is."""
    report, slash, own = speaker["id"].partition("/")
    if slash:
        return case.query(SAID_BY, (report, own))
    return case.query(SAID_BY_SHARED, (speaker["id"],))


ROUTES = (Route("/queue", queue),)
