"""One speaker: who it is, and all that it says in all reports."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from sayso.case.case import Case
from sayso.desk.desk import PER_PAGE, Desk, desk_of, page_number, part_of_page
from sayso.desk.marks import Marks, marks_on
from sayso.desk.templates import asking
from sayso.desk.views import speaker_rows as rows
from sayso.desk.views.speaker_marks import speaker_marks, speakers_after
from sayso.desk.views.speakers import TYPES
from sayso.desk.views.speakers_rows import first_said, lookalikes
from sayso.dossier.claims import letters_only
from sayso.errors import WrongDecision

MOST_DENIALS = 8
MOST_FIGURES = 30
MOST_ALL = 500  # of denials and figures, where all are asked for


def shared(request: Request) -> Response:
    """`/speakers/ID`: a shared speaker; an id that is gone leads to who has its mentions now."""
    name = request.path_params["id"]
    desk = desk_of(request)
    with desk.case() as case:
        named = {"shared": name, "report": None, "fact": None}
        members = rows.members_named(case, named)
        return _page(desk, request, case, named, members) if members else _gone(case, name)


def of_report(request: Request) -> Response:
    """`/speakers/REPORT/FACT`: a speaker of one report; one of several leads to the page of all."""
    report, fact = request.path_params["report"], request.path_params["fact"]
    desk = desk_of(request)
    with desk.case() as case:
        known = case.query(
            "SELECT id FROM shared_speaker WHERE report = ? AND speaker = ?", (report, fact)
        )
        if known:
            return RedirectResponse(asking(f"/speakers/{known[0]['id']}", request.query_params))
        named = {"shared": None, "report": report, "fact": fact}
        members = rows.members_named(case, named)
        if not members:
            raise WrongDecision(
                "No report has this speaker now. Look for the name among the speakers."
            )
        return _page(desk, request, case, named, members)


def _gone(case: Case, name: str) -> Response:
    words, now = speakers_after(case, name)
    if not now:
        raise WrongDecision(
            "This speaker is no longer there: the reports were compared again. Look for the name among "
            "the speakers."
        )
    asked = {"was": words or name, "others": ",".join(now[1:]) or None}
    return RedirectResponse(asking(f"/speakers/{now[0]}", asked))


def _page(
    desk: Desk, request: Request, case: Case, named: dict[str, Any], members: list[dict[str, Any]]
) -> Response:
    asked = {
        key: request.query_params.get(key, "")
        for key in ("stance", "month", "all", "was", "others")
    }
    listed = rows.with_points(
        case, case.query(rows.CLAIMS, {**named, **asked, **part_of_page(request)})
    )
    claims = listed[:PER_PAGE]
    months, stances = rows.months_of(case, named)
    at_once = MOST_ALL if asked["all"] == "denials" else MOST_DENIALS
    denied, denying = rows.denials(case, named, at_once + 1)
    most = MOST_ALL if asked["all"] == "figures" else MOST_FIGURES
    figures = case.query(rows.FIGURES, {**named, "limit": most + 1})
    row = _who(named, members)
    own = speaker_marks(case)
    return desk.page(
        request,
        case,
        "speaker.html.j2",
        row["name"],
        row=row,
        names=_called(members, "name"),
        roles=_called(members, "role"),
        alike=_alike(case, row, members),
        months=months,
        stances=stances,
        groups=[list(some) for _, some in groupby(claims, key=lambda one: str(one["report"]))],
        more=len(listed) > PER_PAGE,
        number=page_number(request),
        total=sum(one["all"] for one in stances.values()),
        denied=denied,
        denying=denying,
        figures=figures[:most],
        more_figures=len(figures) > most,
        most=at_once,
        filters=asked,
        others=[one for one in asked["others"].split(",") if one][:10],
        types=TYPES,
        marks=Marks({**marks_on(case, [*claims, *figures]).by_name, **own.by_name}),
    )


def _who(named: dict[str, Any], members: list[dict[str, Any]]) -> dict[str, Any]:
    """The speaker as a row: its fullest name, and what the reports say of it."""
    fullest = max(members, key=lambda one: (one["named"], len(one["name"])))
    return {
        "id": named["shared"] or named["fact"],
        "report": named["report"],
        "name": fullest["name"],
        "type": fullest["type"],
        "named": any(one["named"] for one in members),
        "status": members[0]["status"] if named["report"] else None,
        "reports": len({one["report"] for one in members}),
        "mentions": sum(one["mentions"] for one in members),
        "source": fullest["source"],
        "start": fullest["start"],
        "end": fullest["end"],
    }


def _called(members: Iterable[dict[str, Any]], what: str) -> list[dict[str, Any]]:
    """What the reports call a speaker, with the number of reports and the first that does so."""
    found: dict[str, dict[str, Any]] = {}
    for one in members:
        if one[what]:
            known = found.setdefault(
                letters_only(one[what]),
                {"words": one[what], "reports": 0, "first": one},
            )
            known["reports"] += 1
    return sorted(found.values(), key=lambda one: -int(one["reports"]))


def _alike(case: Case, row: dict[str, Any], members: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Speakers who may be this one, each with `name`, `called`, and what it `said` first."""
    found = [one for listed in lookalikes(case, [row]).values() for one in listed]
    fuller = rows.fuller_names(case, members[0]) if row["report"] and row["named"] else []
    said = first_said(case, (one["name"] for one in fuller))
    return [*found, *(one | {"said": said.get(one["name"])} for one in fuller)]


ROUTES = (
    Route("/speakers/{id}", shared),
    Route("/speakers/{report}/{fact}", of_report),
)
