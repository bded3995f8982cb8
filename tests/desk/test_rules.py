from itertools import product

import pytest
from starlette.datastructures import Headers

from sayso.desk.serving.keys import Keys
from sayso.desk.serving.rules import FROM_ELSEWHERE, LED_HERE, NO_DESK, NO_KEY, NOT_OURS, refusal

PORT = 8321
OWN = f"127.0.0.1:{PORT}"
KEYS = Keys(PORT)
COOKIE = f"{KEYS.cookie}={KEYS.use_link(KEYS.new_link())}"
REBOUND = (
    "",
    "evil.example",
    f"evil.example:{PORT}",
    f"127.0.0.1.nip.io:{PORT}",
    f"localhost.evil.example:{PORT}",
    f"localhost.:{PORT}",
    f"0.0.0.0:{PORT}",
    f"127.1:{PORT}",
    f"2130706433:{PORT}",
    f"[::ffff:127.0.0.1]:{PORT}",
    f"127.0.0.1:{PORT + 1}",
    "127.0.0.1",
    f"127.0.0.1:{PORT}:80",
    f"evil.example@127.0.0.1:{PORT}",
    f"127.0.0.1:{PORT}/",
    f"{OWN}, evil.example",
)
SITES = (None, "same-origin", "none", "same-site", "cross-site", "", "odd")
ORIGINS = (
    None,
    f"http://{OWN}",
    f"http://localhost:{PORT}",
    f"https://{OWN}",
    f"http://127.0.0.1:{PORT + 1}",
    "http://evil.example",
    "null",
    "",
)
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS")


def asked(
    method: str = "GET",
    path: str = "/points",
    host: str = OWN,
    cookie: str | None = COOKIE,
    **more: str | None,
) -> str | None:
    """What is said to a request; `more` are headers, with `_` for `-`."""
    given = {"host": host, "cookie": cookie, **more}
    raw = [
        (name.replace("_", "-").encode(), value.encode())
        for name, value in given.items()
        if value is not None
    ]
    found = refusal(method, path, Headers(raw=raw), KEYS, PORT)
    return found.text if found else None


@pytest.mark.parametrize("host", [OWN, f"localhost:{PORT}", f"LOCALHOST:{PORT}", f"[::1]:{PORT}"])
def test_the_desk_answers_to_its_own_names(host):
    assert asked(host=host) is None


@pytest.mark.parametrize("path", ["/", "/api/things", "/events", "/static/desk.js", "/-/link"])
@pytest.mark.parametrize("host", REBOUND)
def test_another_name_is_refused_everywhere(host, path):
    assert asked(path=path, host=host) == NO_DESK


def test_two_names_and_none_are_refused():
    raw = [(b"host", OWN.encode()), (b"host", b"evil.example"), (b"cookie", COOKIE.encode())]
    for headers in (raw, raw[:1] * 2, []):
        found = refusal("GET", "/", Headers(raw=headers), KEYS, PORT)
        assert found is not None
        assert found.text == NO_DESK


def test_who_may_ask_by_method_site_and_origin():
    """All combinations: a write passes from the desk's own pages, and from what is no browser."""
    for method, site, origin in product(METHODS, SITES, ORIGINS):
        found = asked(method, sec_fetch_site=site, origin=origin)
        own_origin = origin in (None, f"http://{OWN}") or (
            origin == "null" and site == "same-origin"
        )
        own_site = site in (None, "same-origin", "none")
        reads = method in ("GET", "HEAD")
        expected = own_origin and (own_site or reads)
        assert (found is None) == expected, (method, site, origin, found)


@pytest.mark.parametrize("path", ["/api/things", "/static/desk.js", "/events"])
def test_another_site_loads_nothing(path):
    assert asked(path=path, sec_fetch_site="cross-site") == FROM_ELSEWHERE
    assert asked(path=path, sec_fetch_site="same-site") == FROM_ELSEWHERE


@pytest.mark.parametrize(
    ("mode", "dest"),
    [("no-cors", "image"), ("cors", "empty"), ("navigate", "iframe"), ("navigate", "object")],
)
def test_another_site_shows_no_page_inside_its_own(mode, dest):
    found = asked(sec_fetch_site="cross-site", sec_fetch_mode=mode, sec_fetch_dest=dest)
    assert found == FROM_ELSEWHERE


def test_a_link_elsewhere_may_lead_to_a_page():
    led = {
        "sec_fetch_site": "cross-site",
        "sec_fetch_mode": "navigate",
        "sec_fetch_dest": "document",
    }
    assert asked(**led) is None
    assert asked(cookie=None, **led) == LED_HERE


@pytest.mark.parametrize(
    "cookie",
    [
        None,
        "",
        "a",
        f"{KEYS.cookie}=",
        f"{KEYS.cookie}=é",
        f"{KEYS.cookie}={KEYS.secret}",
        "=;,\x7f",
    ],
    ids=["none", "empty", "other", "no value", "no ascii", "the secret", "no cookie"],
)
@pytest.mark.parametrize("path", ["/", "/points", "/api/things", "/events", "/no/such"])
def test_without_the_cookie_nothing_is_answered(path, cookie):
    assert asked(path=path, cookie=cookie) == NO_KEY


def test_a_write_of_a_program_needs_the_cookie_alone():
    assert asked("POST", "/api/undo") is None
    assert asked("POST", "/api/undo", cookie=None) == NO_KEY
    assert asked("POST", "/api/undo", origin="http://evil.example") == NOT_OURS
