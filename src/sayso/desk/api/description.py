"""`GET /api/openapi.json`: what scripts may ask of the desk, written by hand as OpenAPI 3.1.

A script gets in as a browser does: it asks `/-/open?token=…` with the token of a link, and keeps the
cookie. A test compares this with the routes that there are.
"""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from sayso.desk.api.things import NAMES
from sayso.desk.api.values import KINDS
from sayso.desk.desk import desk_of
from sayso.desk.views.queue_rows import FINDERS

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "maxLength": 10_000}
SHORT: Schema = {"type": "string", "maxLength": 300}
NAME: Schema = {"type": "string", "minLength": 1, "maxLength": 300}
NUMBER: Schema = {"type": "integer", "minimum": 0, "maximum": 10**12}
ANYTHING: Schema = {"type": "object"}
SEEN = NUMBER | {"description": "The row of the log that the page was made from."}
LISTED = ("reports", "claims", "figures", "events", "points", "tolls", "speakers")
ERRORS = {
    400: "The request has another address than the desk.",
    403: "The desk is not open for whoever asks, or another site asked.",
    404: "There is no such thing.",
    409: "It has changed since, or there is nothing to do.",
    413: "Too much was sent.",
    415: "JSON was wanted.",
    422: "What was sent makes no sense; the sentence says why.",
    429: "Too much waits already: send it again after `Retry-After` seconds.",
    503: "The case cannot be read or written now.",
}


def record(needed: tuple[str, ...] = (), **fields: Schema) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "properties": fields,
        "required": list(needed),
        "additionalProperties": False,
    }


def rows(of: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": of}


def reading(summary: str, gives: Schema, *parameters: Schema) -> Schema:
    """Something that is only asked for."""
    return {"get": _operation(summary, 200, gives, parameters)}


def writing(
    summary: str, body: Schema, gives: Schema, *parameters: Schema, status: int = 201
) -> Schema:
    """Something that JSON is sent to."""
    sent = {"required": True, "content": {"application/json": {"schema": body}}}
    return {"post": {**_operation(summary, status, gives, parameters), "requestBody": sent}}


def query(name: str, schema: Schema, required: bool = False) -> Schema:
    """Something behind the `?` of an address."""
    return {"name": name, "in": "query", "required": required, "schema": schema}


def part(name: str, schema: Schema) -> Schema:
    """A part of the address."""
    return {"name": name, "in": "path", "required": True, "schema": schema}


def _operation(summary: str, status: int, gives: Schema, parameters: tuple[Schema, ...]) -> Schema:
    answers = {
        str(code): {"description": text, "content": _json({"$ref": "#/components/schemas/Error"})}
        for code, text in ERRORS.items()
    }
    answers[str(status)] = {"description": "Done.", "content": _json(gives)}
    return {"summary": summary, "parameters": list(parameters), "responses": answers}


def _json(schema: Schema) -> Schema:
    return {"application/json": {"schema": schema}}


TOLD = record(number=NUMBER, kind=TEXT, words=TEXT)
OTHER = record(number=NUMBER, author=TEXT, at=TEXT, kind=TEXT, words=TEXT)
CHANGED = ("number", "log")
UNDONE = record(
    CHANGED,
    number=NUMBER,
    log=NUMBER,
    of=TOLD,
    others=rows(OTHER),
    can_undo={"type": "boolean"},
    can_redo={"type": "boolean"},
)
JOB = record(("job",), job={"type": ["integer", "null"]})
HEAD = {name: {"type": "string", "maxLength": 500} for name in ("title", "outlet", "url")}
PUBLISHED: Schema = {"type": "string", "format": "date"}
PATHS: dict[str, Schema] = {
    "/api/decisions": writing(
        "Decide on things. `value` has the fields of the kind; docs/case-file.md has them.",
        record(
            ("kind", "subjects"),
            kind={"enum": [str(kind) for kind in KINDS]},
            subjects={**rows(NAME), "minItems": 1, "maxItems": 1_000, "uniqueItems": True},
            value=ANYTHING,
            reason=TEXT,
            seen=SEEN,
        ),
        record(
            CHANGED,
            number=NUMBER,
            log=NUMBER,
            renamed=rows({**rows(NAME), "minItems": 2, "maxItems": 2}),
            others=rows(OTHER),
        ),
    ),
    "/api/decisions/{number}/undo": writing(
        "Take one decision back, whoever made it.",
        record(reason=TEXT, seen=SEEN),
        UNDONE,
        part("number", NUMBER),
    ),
    "/api/undo": writing("Take back what you decided last.", record(seen=SEEN), UNDONE),
    "/api/redo": writing("Decide again what you took back last.", record(seen=SEEN), UNDONE),
    "/api/history": reading(
        "What you can undo and redo.",
        record(
            ("can_undo", "can_redo"),
            can_undo={"type": "boolean"},
            can_redo={"type": "boolean"},
            undo={"type": ["string", "null"]},
            redo={"type": ["string", "null"]},
        ),
    ),
    "/api/preview": writing(
        "What a decision on many things would be on, and a token to make it.",
        record(
            ("kind", "what"),
            kind={"enum": [str(kind) for kind in KINDS]},
            value=ANYTHING,
            what={"enum": list(LISTED)},
            filters=ANYTHING,
            words=TEXT,
        ),
        record(
            ("count", "rows", "token"),
            count=NUMBER,
            rows=rows(record(name=NAME, words=TEXT, row=ANYTHING)),
            token={"type": "string"},
        ),
        status=200,
    ),
    "/api/bulk": writing(
        "Decide on all that was previewed: one decision for each thing.",
        record(("token",), token={"type": "string"}, reason=TEXT, seen=SEEN),
        ANYTHING,
    ),
    "/api/things": reading(
        "All that the case knows of a thing.", ANYTHING, query("name", NAME, required=True)
    ),
    "/api/names": reading(
        "Names to choose from, the likeliest first.",
        rows(record(("name", "words"), name=NAME, words=TEXT)),
        query("kind", {"enum": list(NAMES)}, required=True),
        query("report", SHORT),
        query("story", SHORT),
        query("q", SHORT),
    ),
    "/api/queue": reading(
        "What is worth a look next.",
        rows(record(name=NAME, kind=TEXT, sort=TEXT, why=TEXT, words=TEXT, address=TEXT)),
        query("story", SHORT),
        query("sort", {"enum": list(FINDERS)}),
    ),
    "/api/look": writing(
        "You have looked as far as this row of the log.",
        record(("log",), log=NUMBER),
        record(("log",), log=NUMBER),
    ),
    "/api/files": {
        "put": {
            **_operation(
                "Add a file; its bytes are the body.", 202, JOB, (query("name", NAME, True),)
            ),
            "requestBody": {
                "content": {"application/octet-stream": {"schema": {"type": "string"}}}
            },
        }
    },
    "/api/texts": writing(
        "Add a text, with what is known of it.",
        record(("text",), text={"type": "string"}, published=PUBLISHED, **HEAD),
        JOB,
        status=202,
    ),
    "/api/links": writing(
        "Add the page at an address. This connects outward.",
        record(("url",), url={"type": "string", "maxLength": 4_000}),
        JOB,
        status=202,
    ),
    "/api/retry": writing("Try again what failed.", record(), JOB, status=202),
    "/api/work": reading("What was given, and what became of it.", ANYTHING),
    "/api/reports/{report}/remove": writing(
        "Take a report out of the case; its evidence stays.",
        record(reason={"type": "string", "maxLength": 2_000}),
        record(("log",), log=NUMBER),
        part("report", NAME),
    ),
    "/api/reports/{report}/return": writing(
        "Put a report back that was taken out.",
        record(),
        record(("log",), log=NUMBER),
        part("report", NAME),
    ),
    "/api/openapi.json": reading("This description.", ANYTHING),
}


def description(request: Request) -> Response:
    """`GET /api/openapi.json`."""
    return JSONResponse(described(desk_of(request).version))


def described(version: str) -> Schema:
    """The API of a version of sayso, as OpenAPI."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "The desk of sayso", "version": version},
        "paths": PATHS,
        "components": {"schemas": {"Error": record(("error",), error={"type": "string"})}},
    }


ROUTES = (Route("/api/openapi.json", description),)
