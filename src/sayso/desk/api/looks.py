"""How far somebody has looked at the case."""

from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sayso.desk.api.asked import Data, fields, refuse, told, whole
from sayso.desk.desk import desk_of, last_of_log


def look(request: Request, body: Data) -> Data:
    """`POST /api/look`: this person has looked that far; an older look changes nothing."""
    wanted = fields(body, {"log": _row}, ("log",))["log"]
    with desk_of(request).case() as case:
        return {"log": case.look(min(wanted, last_of_log(case)))}


def _row(name: str, given: Any) -> int:
    return whole(name, given) or refuse("The first row of the log is 1.")


ROUTES = (Route("/api/look", told(look), methods=["POST"]),)
