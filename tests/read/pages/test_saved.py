"""What browsers and archives write into the pages that they save."""

import pytest

from sayso.read.pages.html import read_page
from sayso.read.pages.saved import saved_head

PAGE = b"<html><head><title>A</title></head><body><h1>Market shelled in Orn</h1><p>Twelve people were killed.</p></body></html>"
SINGLE = b"""<!DOCTYPE html><!--
 Page saved with SingleFile
 url: https://lantern.example/a
 saved date: Mon Mar 02 2026 08:15:00 GMT+0100 (Central European Standard Time)
-->"""
BROWSER = b"<!DOCTYPE html>\n<!-- saved from url=(0029)https://lantern.example/world -->\n"
ARCHIVE = b"""<!--
     FILE ARCHIVED ON 08:15:00 Mar 02, 2026 AND RETRIEVED FROM THE
     INTERNET ARCHIVE ON 10:00:00 Nov 3, 2026.-->"""


@pytest.mark.parametrize(
    ("data", "url", "crawled"),
    [
        (SINGLE + PAGE, "https://lantern.example/a", "2026-03-02T08:15:00+01:00"),
        (BROWSER + PAGE, "https://lantern.example/world", None),
        (PAGE + ARCHIVE, None, "2026-03-02"),
        (PAGE, None, None),
        (b"<!-- saved from url=(0014)about:internet -->" + PAGE, None, None),
        (b"", None, None),
        (b"\xff" * 9_000, None, None),
    ],
)
def test_a_saved_page(data: bytes, url: str | None, crawled: str | None) -> None:
    found = saved_head(data)
    assert (found.url, found.crawled) == (url, crawled)


def test_a_date_after_the_saving_is_refused() -> None:
    stated = b'<meta property="article:published_time" content="2026-04-02T08:15:00Z"><h1>'
    document = read_page(SINGLE + PAGE.replace(b"<h1>", stated), "a")[0]
    assert document.published is None
    assert document.crawled == "2026-03-02T08:15:00+01:00"
    assert document.url == "https://lantern.example/a"
