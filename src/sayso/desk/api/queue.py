"""What is worth a look next, for a script."""

from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sayso.desk.api.asked import Check, Data, asked, chosen, fields, name_of_thing
from sayso.desk.desk import desk_of
from sayso.desk.views.queue_rows import FINDERS, entries

MOST = 100
FIELDS: dict[str, Check] = {"story": name_of_thing, "sort": chosen(*FINDERS)}


def queue(request: Request, given: Data) -> Any:
    """`GET /api/queue?story=&sort=`: the first entries of the queue."""
    wanted = fields({name: one for name, one in given.items() if one}, FIELDS)
    with desk_of(request).case() as case:
        found = entries(case, wanted.get("story"), wanted.get("sort"))
    return [
        {
            "name": one.name,
            "kind": one.kind,
            "sort": one.sort,
            "why": one.why,
            "words": one.words,
            "address": one.address,
        }
        for one in found[:MOST]
    ]


ROUTES = (Route("/api/queue", asked(queue)),)
