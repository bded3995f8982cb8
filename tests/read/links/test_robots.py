"""What a robots.txt allows, by the examples and rules of RFC 9309."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.read.links.robots import rules_for

SITE = b"""\xef\xbb\xbf# by hand
User-agent: othercrawler
Disallow: /

User-Agent: SaySo/0.1 # and its friends
user-agent : friend
Disallow: /drafts/
Allow: /drafts/public$
disallow: /*?print=
Disallow: /a%2Fb
Disallow: /k%C3%A4fer

Sitemap: https://gazette.example/sitemap.xml
User-agent: *
Disallow: /all
"""


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("/", True),
        ("/news/bridge", True),
        ("/drafts/one", False),
        ("/drafts/public", True),
        ("/drafts/public/more", False),
        ("/news/bridge?print=1", False),
        ("/news/bridge?page=1&print=", True),
        ("/a/b", True),
        ("/a%2fb", False),
        ("/käfer", False),
        ("/k%c3%a4fer", False),
        ("/%64rafts/one", False),
        ("/all", True),
        ("/robots.txt", True),
    ],
)
def test_the_longest_rule_for_our_name_decides(target: str, allowed: bool) -> None:
    assert rules_for("sayso", SITE).allow(target) is allowed


@pytest.mark.parametrize(
    ("robots", "target", "allowed"),
    [
        (b"", "/a", True),
        (b"User-agent: *\nDisallow:", "/a", True),
        (b"User-agent: *\nDisallow: /", "/a", False),
        (b"User-agent: *\r\rDisallow: /", "/a", False),
        (b"User-agent: *\nAllow: /\nDisallow: /a", "/a", False),
        (b"User-agent: *\nDisallow: /a\nAllow: /a", "/a", True),
        (b"User-agent: sayso\nUser-agent: x\nDisallow: /", "/a", False),
        (b"User-agent: sayso\n\nDisallow: /a\nUser-agent: sayso\nDisallow: /b", "/b", False),
        (b"User-agent: sayso\nAllow: /\nUser-agent: *\nDisallow: /", "/a", True),
        (b"User-agent: saysomore\nDisallow: /", "/a", True),
        (b"Disallow: /\nUser-agent: *\nDisallow: /b", "/a", True),
        (b"User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        (b"User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        (b"User-agent: *\nDisallow: /*a*b*", "/xayb", False),
        (b"User-agent: *\nDisallow: /*ab$", "/ab", False),
        (b"User-agent: *\nDisallow: /ab*ab$", "/ab", True),
        (b"User-agent: *\nDisallow: *", "/a", False),
        (b"<!doctype html><p>User-agent: *", "/a", True),
        (b"User-agent: *\nDisallow: /a\0\xff", "/a", True),
    ],
)
def test_what_other_files_allow(robots: bytes, target: str, allowed: bool) -> None:
    assert rules_for("sayso", robots).allow(target) is allowed


def test_a_file_of_stars_takes_no_time() -> None:
    robots = b"User-agent: *\n" + (b"Disallow: /" + b"*a" * 900 + b"b\n") * 270
    assert rules_for("sayso", robots).allow("/" + "a" * 2_000)


@given(st.binary(max_size=200), st.text(max_size=20))
def test_any_file_is_read(robots: bytes, target: str) -> None:
    assert rules_for("sayso", b"User-agent: *\nDisallow: " + robots).allow(f"/{target}") in (
        True,
        False,
    )
