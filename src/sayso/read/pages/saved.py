"""What a browser or an archive wrote into a page when it saved it: the address, and when.

Browsers write <!-- saved from url=(0042)https://… -->; the extension SingleFile writes the address and
the date into a comment at the top; the Wayback Machine writes at the end when it took the page.
"""

import re

from sayso.model.particulars import DateKind
from sayso.read.dates import published_as
from sayso.read.heads import HeadData
from sayso.read.pages.dated import stated
from sayso.read.pages.stated import web_address

BYTES_LOOKED_AT = 4096  # at either end
SAVED_FROM = re.compile(r"saved from url=\(\d{1,5}\)(https?://[^\s<>\"]{1,2000})")
SINGLE_FILE = re.compile(
    r"Page saved with SingleFile\s{1,9}url:\s{1,4}(?P<url>https?://[^\s<>\"]{1,2000})\s{1,9}saved date:\s(?P<date>[^\n]{1,80})"
)
ARCHIVED = re.compile(r"FILE ARCHIVED ON (?P<date>[^\n]{1,40}?) AND RETRIEVED FROM", re.IGNORECASE)


def saved_head(data: bytes) -> HeadData:
    """The address of a saved page and the date on which it was fetched, as far as its comments say."""
    begin = data[:BYTES_LOOKED_AT].decode("utf-8", "replace")
    end = data[-BYTES_LOOKED_AT:].decode("utf-8", "replace")
    single = SINGLE_FILE.search(begin)
    found = SAVED_FROM.search(begin)
    archived = ARCHIVED.search(end)
    url = single["url"] if single else found[1] if found else None
    given = [
        stated(DateKind.CRAWLED, one["date"], field)
        for one, field in ((single, "comment of SingleFile"), (archived, "comment of the archive"))
        if one
    ]
    crawled = next((one.value for one in given if one.value), None)
    return HeadData(
        url=web_address(url),
        crawled=published_as(crawled) if crawled else None,
        dates=tuple(given),
    )
