"""What scripts ask of the desk, and what it answers: JSON in, checked strictly, and JSON out."""

import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, NoReturn

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sayso.case.holding import holder
from sayso.desk.api.told import in_the_desk, who_writes
from sayso.desk.desk import Desk, desk_of
from sayso.errors import CaseNotUsable, WrongDecision

Data = dict[str, Any]
Check = Callable[[str, Any], Any]  # the name and the value of a field to what the field means

MOST_IN_NAME = 300  # characters of the name of a thing
MOST_NESTED = 20  # lists and objects in each other
MOST_IN_TEXT = 10_000  # characters of a reason, a note or a field
LARGEST = 10**12  # number of people, or of a row of the log


def told(work: Callable[[Request, Data], Data], status: int = 201) -> Callable[..., Any]:
    """The answer to a request that sends JSON; `work` is given its object, in a thread."""

    async def answer(request: Request) -> Response:
        body = await _body(request)
        return JSONResponse(await run_in_threadpool(_in_words, work, request, body), status)

    return answer


def asked(work: Callable[[Request, Data], Any]) -> Callable[[Request], Awaitable[Response]]:
    """The answer to a request that only asks; `work` is given what stands behind the `?`."""

    async def answer(request: Request) -> Response:
        pairs = request.query_params.multi_items()
        if len({name for name, _ in pairs}) != len(pairs):
            refuse("Something is asked twice in this address.")
        return JSONResponse(await run_in_threadpool(_in_words, work, request, dict(pairs)))

    return answer


def fields(given: Any, wanted: Mapping[str, Check], needed: tuple[str, ...] = ()) -> Data:
    """The fields of an object, each checked; raises an answer 422 for one that nobody knows."""
    if not isinstance(given, dict):
        refuse("Send an object with names and values.")
    for name in given:
        if name not in wanted:
            refuse(f"There is no field {name!r:.60} here. Known are: {', '.join(wanted)}.")
    for name in needed:
        if name not in given:
            refuse(f"{name} is missing.")
    return {name: wanted[name](name, value) for name, value in given.items()}


def text(name: str, given: Any, most: int = MOST_IN_TEXT) -> str:
    """A text that can be written to a file, and is not too long."""
    if not isinstance(given, str):
        refuse(f"{name} is text.")
    if len(given) > most:
        refuse(f"{name} has more than {most:,} characters.")
    try:
        given.encode()
    except UnicodeEncodeError:
        refuse(f"{name} has characters that are no text. Type it again without them.")
    return str(given)


def name_of_thing(name: str, given: Any) -> str:
    """The name of a thing, as pages have it in `data-name`."""
    found = text(name, given, MOST_IN_NAME)
    if not found.strip() or "\0" in found:
        refuse(f"{name} is the name of a thing, and cannot be empty.")
    return found


def whole(name: str, given: Any) -> int:
    """A whole number, not below 0."""
    if type(given) is not int or not 0 <= given <= LARGEST:
        refuse(f"{name} is a whole number from 0 to {LARGEST:,}.")
    return int(given)


def switch(name: str, given: Any) -> bool:
    """True or false."""
    if type(given) is not bool:
        refuse(f"{name} is true or false.")
    return bool(given)


def listed(one: Check, most: int, least: int = 1) -> Check:
    """A list of so many values, each checked."""

    def check(name: str, given: Any) -> list[Any]:
        if not isinstance(given, list) or not least <= len(given) <= most:
            refuse(f"{name} is a list of {least} to {most:,}.")
        return [one(name, value) for value in given]

    return check


def or_none(one: Check) -> Check:
    """A value, or null where it is not known."""
    return lambda name, given: None if given is None else one(name, given)


def chosen(*known: str) -> Check:
    """One of a few words."""

    def check(name: str, given: Any) -> str:
        if not isinstance(given, str) or given not in known:
            refuse(f"{name} is one of: {', '.join(known)}.")
        return given

    return check


def refuse(sentence: str, status: int = 422) -> NoReturn:
    """Raises an answer that says what is wrong."""
    raise HTTPException(status, sentence)


def _in_words(work: Callable[[Request, Data], Any], request: Request, given: Data) -> Any:
    """What the work gives; what goes wrong is said in the desk's words."""
    desk: Desk = desk_of(request)
    try:
        return work(request, given)
    except WrongDecision as error:
        refuse(in_the_desk(str(error)))
    except CaseNotUsable as error:
        refuse(who_writes(str(error), holder(desk.path)), 503)


async def _body(request: Request) -> Data:
    """The object that a request sends; an empty one if it sends nothing. Raises an answer 422.

    The guard has looked at its length and kind.
    """
    return object_of(await request.body() or b"{}")


def object_of(sent: bytes) -> Data:
    """An object written as JSON. Raises an answer 422."""
    try:
        found = json.loads(sent.decode(), parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        refuse("This is not JSON.")
    if not isinstance(found, dict):
        refuse("Send an object with names and values.")
    if _is_deeper(found, MOST_NESTED):
        refuse(f"This is nested more than {MOST_NESTED} deep.")
    return found


def _is_deeper(found: Any, most: int) -> bool:
    """Whether lists and objects stand more than so deep in each other, where work on them may fail."""
    inside = [found]
    for _ in range(most):
        inside = [
            value
            for one in inside
            for value in (one.values() if isinstance(one, dict) else one)
            if isinstance(value, dict | list)
        ]
    return bool(inside)


def _no_number(text: str) -> NoReturn:
    raise ValueError(text)  # NaN and Infinity are no JSON


def _once(pairs: list[tuple[str, Any]]) -> Data:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
