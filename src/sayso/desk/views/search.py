"""One search over all that a case holds."""

from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.desk.views.reports_rows import outlets
from sayso.desk.views.search_filters import CHOICES, FILTERS, Search, search_of
from sayso.desk.views.search_rows import MOST_COUNTED, count_of, found_of, found_points

FIRST = 5  # things of each kind beside one another


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind: how many, and those that the page shows."""

    kind: str
    count: int
    rows: list[dict[str, Any]]


def search(request: Request) -> Response:
    """`/search`, with `q`, `what` and the filters; each kind has its first results, or its pages."""
    desk, asked = desk_of(request), search_of(request.query_params)
    with desk.case() as case:
        groups = [_group(case, request, asked, kind) for kind in _searched(asked)]
        kept = {"q": asked.words, "what": asked.what, **asked.filters}
        return desk.page(
            request,
            case,
            "search.html.j2",
            f"Search: {asked.words[:80]}" if asked.words else "Search",
            search=asked,
            kept={name: value for name, value in kept.items() if value},
            counts={one.kind: one.count for one in groups},
            most=MOST_COUNTED,
            groups=[one for one in groups if one.rows],
            more=any(len(one.rows) > PER_PAGE for one in groups),
            number=page_number(request),
            per_page=PER_PAGE if asked.what else FIRST,
            choices=CHOICES,
            filters=FILTERS,
            outlets=outlets(case),
            marks=marks_on(case, [row for one in groups for row in one.rows]),
        )


def _searched(asked: Search) -> list[str]:
    return [] if asked.is_empty else asked.kinds


def _group(case: Case, request: Request, asked: Search, kind: str) -> Group:
    part = part_of_page(request) if asked.what else {"limit": FIRST, "offset": 0}
    if asked.what not in ("", kind):
        part = {"limit": 0, "offset": 0}
    if kind == "points":
        return Group(kind, *found_points(case, asked, **part))
    count = count_of(case, asked, kind)
    rows = found_of(case, asked, kind, count, **part) if count and part["limit"] else []
    return Group(kind, count, rows)


ROUTES = (Route("/search", search),)
