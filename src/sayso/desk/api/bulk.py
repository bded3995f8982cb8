"""Deciding the same on many things: first they are shown, then exactly those are decided.

The token of a preview holds what was asked and a hash of all that was found. The desk keeps nothing: when
the token comes back it looks again, and if any row has changed, nothing is decided.
"""

import base64
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.routing import Route

from sayso.case.case import Case
from sayso.case.custody import canonical, sha256
from sayso.case.listing import FILTERS, LISTS
from sayso.desk.api.asked import (
    MOST_IN_NAME,
    Check,
    Data,
    chosen,
    fields,
    object_of,
    refuse,
    text,
    told,
    whole,
)
from sayso.desk.api.decisions import answer_to, compare_soon
from sayso.desk.api.values import value_of
from sayso.desk.desk import desk_of
from sayso.desk.marks import name_of
from sayso.model.decisions import DecisionKind, Subject, Target

MOST = 500  # things in one go
MOST_SHOWN = 50
MOST_IN_TOKEN = 100_000
AGAIN = "What you previewed has changed since. Preview it again."
# What many things can be decided to be at once; of a correction, what does not depend on their words.
KINDS = (
    DecisionKind.ACCEPT,
    DecisionKind.REJECT,
    DecisionKind.CORRECT,
    DecisionKind.RELIABILITY,
    DecisionKind.CREDIBILITY,
    DecisionKind.SIDE,
    DecisionKind.NOTE,
)
CORRECTED_TOGETHER = {
    "stance",
    "harm",
    "kind",
    "hypothetical",
    "negated",
    "type",
    "outlet",
    "agency",
}
# What is listed, as what a decision is on, and the column with its words.
THINGS = {
    "reports": (Target.REPORT, "title"),
    "claims": (Target.CLAIM, "words"),
    "figures": (Target.FIGURE, "words"),
    "events": (Target.EVENT, "words"),
    "points": (Target.POINT, "title"),
    "tolls": (Target.TOLL, "harm"),
    "speakers": (Target.SPEAKER, "name"),
}
WANTED: dict[str, Check] = {
    "kind": chosen(*KINDS),
    "value": lambda _, given: given,  # checked by its kind
    "what": chosen(*(name for name in LISTS if name in THINGS)),
    "filters": lambda _, given: given,  # checked by what is listed
    "words": text,
}


def preview(request: Request, body: Data) -> Data:
    """`POST /api/preview`: what would be decided on, and a token to decide that."""
    asked = _checked(body)
    with desk_of(request).case() as case:
        rows = _rows(case, asked)
        shown = [
            {"name": name_of(row), "words": row[THINGS[asked["what"]][1]] or "", "row": row}
            for row in rows[:MOST_SHOWN]
        ]
    return {"count": len(rows), "rows": shown, "token": _token(asked, rows)}


def bulk(request: Request, body: Data) -> Data:
    """`POST /api/bulk`: decide what was previewed, a decision for each thing."""
    given = fields(body, {"token": _in_token, "reason": text, "seen": whole}, ("token",))
    asked, token = _checked(_of_token(given["token"])), given["token"]
    desk = desk_of(request)
    with desk.case() as case:

        def find() -> list[Subject]:
            rows = _rows(case, asked)
            if _token(asked, rows) != token:
                refuse(AGAIN, 409)
            return [case.subject(name_of(row)) for row in rows]

        kind = DecisionKind(asked["kind"])
        made = case.decide_each(kind, find, asked["value"], given.get("reason", ""))
        subjects = [subject for one in made for subject in one.subjects]
        answer = answer_to(case, made[0], subjects, given.get("seen"))
    compare_soon(desk)
    return {**answer, "numbers": [one.number for one in made], "count": len(made)}


def _checked(body: Data) -> Data:
    """What is asked, whole: what comes back in a token is checked as strictly."""
    asked = fields(body, WANTED, ("kind", "what"))
    kind = DecisionKind(asked["kind"])
    value = value_of(kind, asked.get("value", {}))
    if kind is DecisionKind.CORRECT and not set(value) <= CORRECTED_TOGETHER:
        known = ", ".join(sorted(CORRECTED_TOGETHER))
        refuse(f"Of many things together, these can be corrected: {known}.")
    wanted: dict[str, Check] = dict.fromkeys(FILTERS[asked["what"]], _filter)
    filters = fields(asked.get("filters", {}), wanted)
    words = asked.get("words", "")
    return {**asked, "value": value, "filters": filters, "words": words}


def _filter(name: str, given: Any) -> str:
    return text(name, given, MOST_IN_NAME)


def _in_token(name: str, given: Any) -> str:
    return text(name, given, MOST_IN_TOKEN)


def _rows(case: Case, asked: Data) -> list[dict[str, Any]]:
    """The things, each once. Raises an answer 422 if there are none, or too many."""
    listed = case.rows(asked["what"], asked["filters"], asked["words"] or None, limit=2 * MOST + 1)
    rows = list({name_of(row): row for row in listed}.values())
    if not rows:
        refuse("There is nothing like that.")
    if len(rows) > MOST:
        refuse(f"These are more than {MOST}. Choose fewer: by a filter, or by words.")
    return rows


def _token(asked: Data, rows: list[dict[str, Any]]) -> str:
    written = canonical(asked)
    found = sha256(canonical([asked, rows]))
    return f"{base64.urlsafe_b64encode(written.encode()).decode()}.{found}"


def _of_token(token: str) -> Data:
    written, _, _ = token.partition(".")
    try:
        return object_of(base64.urlsafe_b64decode(written.encode("ascii")))
    except (ValueError, HTTPException):
        refuse(AGAIN, 409)


ROUTES = (
    Route("/api/preview", told(preview, 200), methods=["POST"]),
    Route("/api/bulk", told(bulk), methods=["POST"]),
)
