"""What is worth a look next, each thing with its words, so that it can be decided right there."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE, desk_of, page_number
from sayso.desk.marks import marks_on
from sayso.desk.views.queue_rows import FINDERS, Entry, Row, entries, with_heads
from sayso.desk.views.speakers_rows import first_said

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
SAYING = (
    "SELECT claim.*, NULL AS side, asked.key AS figure FROM json_each(?) AS asked "
    "JOIN claim ON claim.report = asked.value ->> 0 AND claim.id = asked.value ->> 1"
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
        said = first_said(
            case, (row["id"] for one in shown if one.sort == "speakers" for row in one.rows)
        )
        rows = [row for one in shown for row in one.rows]
        rows += [row for listed in claims.values() for row in listed] + list(said.values())
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
    asked = {
        one.name: (row["report"], row["claim"])
        for one in shown
        if one.kind == "figure"
        for row in one.rows
    }
    found: dict[str, list[Row]] = {name: [] for name in asked}
    for row in case.query(SAYING, (json.dumps(asked),)):
        found[row.pop("figure")].append(row)
    return found


ROUTES = (Route("/queue", queue),)
