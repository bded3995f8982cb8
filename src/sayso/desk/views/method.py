"""What sayso does and does not, how well that was measured, and how to check this case."""

import json
from functools import cache
from importlib.resources import files
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from sayso.case.fingerprints import READING, fingerprint, this_comparer
from sayso.desk.desk import desk_of

COUNTS = (
    "SELECT (SELECT count(*) FROM report WHERE removed IS NULL) AS reports, "
    "(SELECT count(*) FROM report WHERE removed IS NOT NULL) AS removed, "
    "(SELECT count(*) FROM failure) AS failed, (SELECT count(*) FROM story) AS stories, "
    "(SELECT count(*) FROM claim) AS claims, (SELECT count(*) FROM figure) AS figures, "
    "(SELECT count(*) FROM event) AS events, (SELECT count(*) FROM point) AS points, "
    "(SELECT count(*) FROM point WHERE state IN ('contested', 'conceded')) AS disputes, "
    "(SELECT count(*) FROM decision WHERE kind != 'undo' "
    "AND number NOT IN (SELECT decision FROM taken_back)) AS decisions, "
    "(SELECT count(*) FROM seal) AS seals, "
    "(SELECT hash FROM log ORDER BY number DESC LIMIT 1) AS head"
)
READERS = (
    "SELECT reader.version, reader.id, count(*) AS reports FROM shown "
    "JOIN reading ON reading.number = shown.reading JOIN reader ON reader.id = reading.reader "
    "GROUP BY reader.id ORDER BY 3 DESC"
)

MEANINGS = {
    "asserts": "says that it is so; an outlet in its own voice reports it",
    "denies": "says that it is not so",
    "doubts": "questions it, or says that it is not known",
    "concedes": "admits it against the interest of the speaker's own side",
    "accuses": "says that somebody has done it, as a reproach",
    "asks": "asks whether it is so, or asks for it",
    "intends": "promises, threatens or plans it",
    "declines": "does not comment on it",
    "contested": "some say it, and others deny or doubt it, or say what cannot be so together with it",
    "conceded": "somebody admits what others of that side denied, or what goes against it",
    "corroborated": "several speakers say it, and nobody here speaks against it",
    "single": "one speaker says it, however many reports repeat that",
    "clear": "a chance of 80 % or more that a reader would call it a dispute",
    "likely": "a chance of 45 to 80 %",
    "perhaps": "a chance of less than 45 %; listed after the others",
}


def method(request: Request) -> Response:
    """`/method`."""
    desk = desk_of(request)
    with desk.case() as case:
        return desk.page(
            request,
            case,
            "method.html.j2",
            "Method and limits",
            measured=measured(),
            meanings=MEANINGS,
            counts=case.query(COUNTS)[0],
            readers=case.query(READERS),
            reader=fingerprint(READING),
            comparer=this_comparer(),
        )


@cache
def measured() -> list[dict[str, Any]]:
    """The measured figures, as `bench/table.py` wrote them: `what`, `data`, `figure` and `beside`."""
    text = files("sayso.desk").joinpath("measured.json").read_text("utf-8")
    found: list[dict[str, Any]] = json.loads(text)
    return found


ROUTES = (Route("/method", method),)
