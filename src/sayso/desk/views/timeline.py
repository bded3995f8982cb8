"""The timeline: what happened when, and when it was said."""

from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.desk.views import timeline_rows as rows_of
from sayso.desk.views.lanes import lanes
from sayso.dossier.written import event_kind

MOST_MENTIONS = 4  # of an event; the others stand on its own address
FILTERS = ("story", "kind", "place", "event")


def timeline(request: Request) -> Response:
    """`/timeline`: `?story=`, `kind`, `place`, `from` and `to` cut it down; `order` is happened or said.

    `every=1` shows all that is told, not only what belongs on a timeline; `event` shows one event
    with all that tell it.
    """
    desk = desk_of(request)
    asked = _asked(request)
    order = "said" if request.query_params.get("order") == "said" else "happened"
    one, number = asked["event"] is not None, page_number(request)
    part = {"limit": 1, "offset": 0} if one else part_of_page(request)
    with desk.case() as case:
        found = rows_of.events(case, {**asked, **part}, order)
        shown = found[:PER_PAGE]
        most = PER_PAGE if one else MOST_MENTIONS
        told = rows_of.mentions(case, shown, (number - 1) * PER_PAGE if one else 0, most)
        mentions = [row for rows in told.values() for row in rows]
        more = len(found) > PER_PAGE
        if one:
            more = any(row["nth"] == number * PER_PAGE < row["total"] for row in mentions)
        return desk.page(
            request,
            case,
            "timeline.html.j2",
            "Timeline",
            events=shown,
            told=told,
            drawn=lanes(rows_of.tellings(case, shown)),
            order=order,
            every=asked["every"],
            one=one,
            more=more,
            number=number,
            options=rows_of.options(case, asked),
            event_kind=event_kind,
            marks=marks_on(case, [*shown, *mentions]),
        )


def _asked(request: Request) -> dict[str, Any]:
    """The filters; a day that is none is as if it were not given."""
    given = request.query_params
    asked: dict[str, Any] = {name: given.get(name) or None for name in FILTERS}
    asked |= {name: _day(given.get(name)) for name in ("from", "to")}
    return asked | {"every": given.get("every") == "1" or asked["event"] is not None}


def _day(text: str | None) -> str | None:
    try:
        return date.fromisoformat(text or "").isoformat()
    except ValueError:
        return None


ROUTES = (Route("/timeline", timeline),)
