"""Figures: the tolls, and the figures of each over time with what the counting rules make of them."""

from collections.abc import Mapping
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.marks import marks_on
from sayso.desk.views import figures_rows as rows_of
from sayso.desk.views.toll_chart import toll_chart
from sayso.dossier.written import POLICIES, event_kind

FILTERS = ("story", "harm", "place", "group")


def figures(request: Request) -> Response:
    """`/figures`: the tolls; `?story=`, `harm`, `place`, `group` and `rule` cut them down."""
    desk = desk_of(request)
    asked = _asked(request)
    with desk.case() as case:
        options = rows_of.options(case, asked["story"])
        rules = options.pop("rule")
        rule = _rule(request, rules)
        found = rows_of.tolls(case, {**asked, "rule": rule, **part_of_page(request)})
        shown = found[:PER_PAGE]
        return desk.page(
            request,
            case,
            "figures.html.j2",
            "Figures",
            tolls=shown,
            more=len(found) > PER_PAGE,
            number=page_number(request),
            options=options,
            rules=rules,
            rule=rule,
            marks=marks_on(case, shown),
            **_words(),
        )


def toll(request: Request) -> Response:
    """`/figures/TOLL`: `?rule=` says who counts, `by` what tells the dots apart, `said` which day."""
    desk = desk_of(request)
    with desk.case() as case:
        by_rule = rows_of.toll_by_rule(case, request.path_params["toll"])
        if not by_rule:
            raise HTTPException(404)
        own = next(iter(by_rule))
        rule = request.query_params.get("rule", own)
        shown = by_rule.get(rule, by_rule[own])
        rows = rows_of.figures_of(case, shown["id"])
        by = "origin" if request.query_params.get("by") == "origin" else "voice"
        said = request.query_params.get("said")
        listed = [row for row in rows if not said or (row["day"] or "undated") == said]
        start = (page_number(request) - 1) * PER_PAGE
        part = listed[start : start + PER_PAGE]
        return desk.page(
            request,
            case,
            "toll.html.j2",
            "Figures",
            toll=shown,
            by_rule=by_rule,
            rows=part,
            all_rows=rows,
            listed=len(listed),
            said=said,
            by=by,
            chart=toll_chart(rows, shown, by),
            rests=rows_of.resting_on(shown, rows),
            more=len(listed) > start + PER_PAGE,
            number=page_number(request),
            marks=marks_on(case, [shown, *part]),
            **_words(),
        )


def _asked(request: Request) -> Mapping[str, str | None]:
    return {name: request.query_params.get(name) or None for name in FILTERS}


def _rule(request: Request, rules: list[str]) -> str:
    """The rule that is asked for, or the first that the case counts by."""
    asked = request.query_params.get("rule", "")
    return asked if asked in rules else next(iter(rules), "ucdp")


def _words() -> dict[str, Any]:
    return {"POLICIES": POLICIES, "event_kind": event_kind}


ROUTES = (Route("/figures", figures), Route("/figures/{toll}", toll))
