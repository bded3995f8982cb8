import pytest

from sayso.desk.serving.keys import Keys
from tests.case.invented import made_case
from tests.desk.client import HOME, Client, Visitor

CHAT = {
    "sec-fetch-site": "cross-site",
    "sec-fetch-mode": "navigate",
    "sec-fetch-dest": "document",
}


@pytest.fixture
def client(tmp_path):
    return Client(made_case(tmp_path))


def _link(client: Client) -> str:
    return f"/-/open?token={client.keys.new_link()}"


def test_a_link_opens_the_desk_and_leaves_the_address(client):
    browser = Visitor(client.app, {"sec-fetch-site": "none"})
    answer = browser.get(_link(client))
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert browser.get("/").status_code == 200


@pytest.mark.parametrize("headers", [CHAT, {}])
def test_from_a_chat_or_a_mail_a_page_goes_on_since_a_redirect_would_have_no_cookie(
    client, headers
):
    browser, link = Visitor(client.app, headers), _link(client)
    answer = browser.get(link)
    assert answer.status_code == 200
    assert '<meta http-equiv="refresh" content="0;url=/">' in answer.text
    assert link.partition("=")[2] not in answer.text
    assert browser.cookies


def test_a_used_link_says_what_to_type_and_opens_nothing(client):
    link = _link(client)
    Visitor(client.app).get(link)
    second = Visitor(client.app)
    answer = second.get(link)
    assert answer.status_code == 403
    assert "has been used" in answer.text
    assert "sayso open CASE" in answer.text
    assert not second.cookies
    assert second.get("/").status_code == 403


def test_a_used_link_leads_on_whoever_is_in_already(client):
    link = _link(client)
    client.get(link)
    assert client.get(link).headers["location"] == "/"


@pytest.mark.parametrize(
    "link", ["/-/open", "/-/open?token=", "/-/open?token=x", "/-/open?token=é"]
)
def test_a_made_up_token_opens_nothing(client, link):
    browser = Visitor(client.app)
    assert browser.get(link).status_code == 403
    assert not browser.cookies


def test_what_only_looks_at_a_link_does_not_use_it(client):
    link, looks = _link(client), Visitor(client.app)
    assert looks.ask("HEAD", link).status_code == 403
    assert looks.get(link, headers={"sec-purpose": "prefetch;prerender"}).status_code == 403
    assert not looks.cookies
    assert Visitor(client.app).get(link).status_code == 200


def test_only_who_may_read_the_note_gets_another_link(client):
    stranger = Visitor(client.app)
    assert stranger.get("/-/link").status_code == 403
    assert stranger.get("/-/link", headers={"x-sayso-secret": "é".encode()}).status_code == 403
    given = stranger.get("/-/link", headers={"x-sayso-secret": client.keys.secret})
    assert Visitor(client.app).get(f"/-/open?token={given.json()['token']}").status_code == 200


def test_a_visitor_who_was_led_to_a_page_may_go_on_with_a_click(client):
    answer = Visitor(client.app, CHAT).get("/points?story=<x>&page=2")
    assert answer.status_code == 403
    assert 'href="/points?story=%3Cx%3E&amp;page=2"' in answer.text


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example", "/%5Cevil.example"])
def test_going_on_never_leads_elsewhere(client, path):
    page = Visitor(client.app, CHAT).get(HOME + path).text
    assert 'href="/evil.example' in page
    assert 'href="//' not in page
    assert "\\" not in page


def test_each_desk_has_its_own_keys():
    one, other = Keys(1), Keys(1)
    assert not other.opens(one.use_link(one.new_link()) or "")
    assert not other.is_secret(one.secret)
    assert other.use_link(one.new_link()) is None
