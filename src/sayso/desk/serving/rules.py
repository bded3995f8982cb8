"""Who may ask the desk what, by the head of a request: this computer, one browser, the desk's pages.

The rules are those of Datasette and of Go 1.25, drawn tighter. A name that is no loopback address is
refused (DNS rebinding). So is what another site's page sends or loads (`Sec-Fetch-Site`, `Origin`);
it may only lead to a page of the desk, as a link does.
"""

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.datastructures import Headers

from sayso.desk.serving.keys import Keys

NAMES = ("127.0.0.1", "localhost", "[::1]")
WEB_PORT = 80  # which browsers leave out
SAFE = ("GET", "HEAD")
HERE = ("same-origin", "none")  # `none`: typed, or a bookmark
DOORS = (
    "/-/",
    "/static/",
)  # open to every browser of this computer: locks of their own, or no secrets
ONLY_FOR_PAGES = ("/api/", "/static/", "/events")


@dataclass(frozen=True)
class Refusal:
    """Why a request is refused. With `may_go_on`, a click on its page leads where it wanted to go."""

    status: int
    text: str
    may_go_on: bool = False


NO_DESK = "The desk is not at this address. Use the link that `sayso open CASE` printed."
NOT_OURS = "This was not sent by a page of the desk, so nothing was done."
FROM_ELSEWHERE = "Another site's page asked for this, and got nothing."
NO_KEY = "The desk is not open for this browser. Type `sayso open CASE` for a link that opens it."
LED_HERE = "Something outside the desk led you here. Go on if you meant to open it."


def refusal(method: str, path: str, headers: Headers, keys: Keys, port: int) -> Refusal | None:
    """Why a request may not be answered; None if it may."""
    hosts, site = headers.getlist("host"), headers.get("sec-fetch-site")
    host = hosts[0].lower() if len(hosts) == 1 else ""
    if host not in own_names(port):
        return Refusal(400, NO_DESK)
    if not _is_own_origin(headers, host, site):
        return Refusal(403, NOT_OURS)
    from_elsewhere = site is not None and site not in HERE
    if from_elsewhere and method not in SAFE:
        return Refusal(403, NOT_OURS)
    if from_elsewhere and not _leads_to_page(path, headers):
        return Refusal(403, FROM_ELSEWHERE)
    if path.startswith(DOORS) or keys.opens(cookie(headers, keys.cookie)):
        return None
    return Refusal(403, LED_HERE, may_go_on=True) if from_elsewhere else Refusal(403, NO_KEY)


def own_names(port: int) -> frozenset[str]:
    """What the desk is called in `Host`."""
    bare = NAMES if port == WEB_PORT else ()
    return frozenset((*(f"{name}:{port}" for name in NAMES), *bare))


def cookie(headers: Headers, name: str) -> str:
    """A cookie of a request; empty if there is none."""
    try:
        found: Any = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _is_own_origin(headers: Headers, host: str, site: str | None) -> bool:
    """Whether `Origin` is the desk, or not given. A form that keeps its page secret says "null"."""
    origins = headers.getlist("origin")
    return all(
        origin.lower() == f"http://{host}" or (origin == "null" and site == "same-origin")
        for origin in origins
    )


def _leads_to_page(path: str, headers: Headers) -> bool:
    """Whether a browser goes to a page in a tab of its own; old ones do not say how they go."""
    return (
        not path.startswith(ONLY_FOR_PAGES)
        and headers.get("sec-fetch-mode", "navigate") == "navigate"
        and headers.get("sec-fetch-dest", "document") == "document"
    )
