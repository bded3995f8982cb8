"""Single things and names: what a dialog of the desk asks for."""

from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from sayso.desk.api.asked import (
    MOST_IN_NAME,
    Check,
    Data,
    asked,
    chosen,
    fields,
    name_of_thing,
    refuse,
    text,
)
from sayso.desk.api.told import in_the_desk
from sayso.desk.desk import desk_of
from sayso.errors import WrongDecision

MOST_NAMES = 20
MOST_OF_REPORT = 200  # names of one report, so that all its speakers can be chosen from
MOST_WORDS = 160  # characters of a name that are told
# The names that hold `:like`; those that begin with it first, then those of much.
CHOICES = (
    "SELECT name, words || coalesce(about, '') AS words FROM ({names}) WHERE words LIKE :like ESCAPE '\\' "
    "ORDER BY words NOT LIKE :begins ESCAPE '\\', much DESC, length(words), words, name LIMIT :most"
)
# All names of a kind: `words` are searched, `about` is told too; in a report or story if one is given.
NAMES: Mapping[str, str] = {
    "speaker": "SELECT report || '/' || id AS name, name AS words, ', ' || role AS about, mentions AS much "
    "FROM speaker WHERE (:report IS NULL OR report = :report) AND status IS NOT 'rejected'",
    "event": "SELECT report || '/' || id AS name, kind || ': ' || words || coalesce(', ' || place, '') AS words, "
    "', ' || first AS about, 1 AS much "
    "FROM event WHERE (:report IS NULL OR report = :report) AND status IS NOT 'rejected'",
    "shared speaker": "SELECT id AS name, name AS words, ' (in ' || count(*) || ')' AS about, "
    "count(*) AS much FROM shared_speaker WHERE (:report IS NULL OR id IN "
    "(SELECT id FROM shared_speaker WHERE report = :report)) GROUP BY id",
    "shared event": "SELECT id AS name, kind || coalesce(', ' || place, '') || coalesce(', ' || first, '') "
    "AS words, ' (in ' || reports || ')' AS about, reports AS much FROM shared_event "
    "WHERE (:story IS NULL OR story = :story)",
    "point": "SELECT id AS name, title AS words, NULL AS about, origins_for + origins_against AS much "
    "FROM point WHERE (:story IS NULL OR story = :story)",
    "report": "SELECT report.id AS name, coalesce(title, name) AS words, ' (' || outlet || ')' AS about, "
    "1 AS much FROM report LEFT JOIN story_report ON story_report.report = report.id "
    "WHERE removed IS NULL AND (:story IS NULL OR story = :story)",
    "outlet": "SELECT 'outlet:' || outlet AS name, outlet AS words, NULL AS about, count(*) AS much "
    "FROM report WHERE removed IS NULL AND outlet IS NOT NULL GROUP BY outlet",
}


def thing(request: Request, given: Data) -> Any:
    """`GET /api/things?name=NAME`: all that the case knows of a thing."""
    name = fields(given, {"name": name_of_thing}, ("name",))["name"]
    with desk_of(request).case() as case:
        try:
            return case.show(name)
        except WrongDecision as error:
            refuse(in_the_desk(str(error)), 404)


def names(request: Request, given: Data) -> Any:
    """`GET /api/names?kind=speaker&report=ID&q=…`: names to choose from, the likeliest first."""
    wanted: dict[str, Check] = {
        "kind": chosen(*NAMES),
        "report": _words,
        "story": _words,
        "q": _words,
    }
    found = fields(given, wanted, ("kind",))
    words = found.get("q", "").strip()
    like = words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    values = {
        "report": found.get("report") or None,
        "story": found.get("story") or None,
        "like": f"%{like}%",
        "begins": f"{like}%",
        "most": MOST_OF_REPORT if found.get("report") else MOST_NAMES,
    }
    with desk_of(request).case() as case:
        rows = case.query(CHOICES.format(names=NAMES[found["kind"]]), values)
    return [{"name": row["name"], "words": row["words"][:MOST_WORDS]} for row in rows]


def _words(name: str, given: Any) -> str:
    return text(name, given, MOST_IN_NAME)


ROUTES = (Route("/api/things", asked(thing)), Route("/api/names", asked(names)))
