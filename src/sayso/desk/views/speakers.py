"""The list of speakers."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.desk.desk import PER_PAGE, desk_of, page_number, part_of_page
from sayso.desk.views.asked import checked_choice
from sayso.desk.views.speaker_marks import names_marked, speaker_marks
from sayso.desk.views.speakers_rows import lookalikes, speaker_rows, with_stances
from sayso.dossier.wording import ACTORS

TYPES = {one.value: words for one, words in ACTORS.items()}
MARKS = {
    "side": "a side",
    "reliability": "a reliability",
    "note": "a note",
    "merge": "a merger",
    "reject": "a rejection",
    "any": "any decision",
}
FILTERS = ("name", "type", "story", "marks")


def speakers(request: Request) -> Response:
    """`/speakers`: the speakers that the filters in the address leave, those in most reports first."""
    desk = desk_of(request)
    filters = {name: request.query_params.get(name, "").strip() for name in FILTERS}
    checked_choice("type", filters["type"], TYPES)
    checked_choice("mark", filters["marks"], MARKS)
    with desk.case() as case:
        marks = speaker_marks(case)
        marked = names_marked(marks, filters["marks"]) if filters["marks"] else None
        listed, found = speaker_rows(case, filters, marked, part_of_page(request))
        rows = with_stances(case, listed[:PER_PAGE])
        return desk.page(
            request,
            case,
            "speakers.html.j2",
            "Speakers",
            speakers=rows,
            found=found,
            alike=lookalikes(case, rows),
            more=len(listed) > PER_PAGE,
            number=page_number(request),
            filters={name: value for name, value in filters.items() if value},
            types=TYPES,
            kinds_of_marks=MARKS,
            marks=marks,
        )


ROUTES = (Route("/speakers", speakers),)
