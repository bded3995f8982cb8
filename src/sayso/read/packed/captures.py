"""Which answers of servers in a web archive are reports, and what the others are."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin

from sayso.read.formats import looks_like_html
from sayso.read.packed.records import Record
from sayso.read.reader import BYTES_LOOKED_AT
from sayso.read.served import Answer, file_at

PAGES = frozenset({"text/html", "application/xhtml+xml"})
FEEDS = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml"})
FILES = frozenset(
    {
        "text/plain",
        "text/rtf",
        "application/rtf",
        "application/pdf",
        "application/msword",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.oasis.opendocument.text",
    }
)
XML = frozenset({"text/xml", "application/xml"})
FEED_MARKS = (b"<rss", b"<feed", b"<rdf:RDF")
UNKNOWN = frozenset({"", "application/octet-stream", "unknown/unknown"})
FOR_MACHINES = frozenset({"robots.txt", "ads.txt", "app-ads.txt", "security.txt", "humans.txt"})
SCHEMES = frozenset({"http", "https", "ftp", "file"})
GROUPS = {"image": "pictures", "audio": "sounds", "video": "films"}
CODE = ("javascript", "ecmascript", "css", "json", "wasm", "font")
DATA = "scripts and data"


@dataclass
class Tally:
    """What of an archive was taken for reports, and what was passed over."""

    tried: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    seen: set[bytes] = field(default_factory=set)

    def is_repeated(self, address: str, body: bytes) -> bool:
        """Whether this address gave these bytes before."""
        key = hashlib.sha256(address.encode("utf-8", "replace") + b"\n" + body).digest()[:16]
        before = len(self.seen)
        self.seen.add(key)
        return len(self.seen) == before

    def passed_over(self) -> str:
        """Like "pictures (120), scripts and data (88)", the most numerous first."""
        return ", ".join(f"{what} ({number:,})" for what, number in self.passed.most_common())


def page_key(address: str) -> str:
    """The address of a page without its fragment, in one form."""
    page = address.partition("#")[0]
    return page if page.count("/") != 2 else f"{page}/"


@dataclass
class PageList:
    """The pages that a crawl went to, each with its title; of any page if there is no list."""

    titles: dict[str, str | None] | None = None

    def has(self, address: str) -> bool:
        """Whether a page is on the list."""
        return self.titles is None or page_key(address) in self.titles

    def title_of(self, address: str) -> str | None:
        """The title that the list gives for a page."""
        return self.titles.get(page_key(address)) if self.titles else None

    def add_redirection(self, address: str, fields: Mapping[str, str]) -> None:
        """Puts the address on the list to which a page of the list leads on."""
        if self.titles is not None and self.has(address) and (to := fields.get("location")):
            try:
                self.titles.setdefault(page_key(urljoin(address, to)), self.title_of(address))
            except ValueError:
                return


def scheme_of(address: str) -> str:
    """The scheme of an address, in small letters."""
    return address.partition(":")[0].lower()


def why_no_page(record: Record, answer: Answer | None) -> str | None:
    """What a record is if no report can be in it, by its head; None if one can."""
    if record.kind == "revisit":
        return "pages that were the same at an earlier visit"
    if answer is None or scheme_of(record.address) not in SCHEMES:
        return "records that are no web pages"
    if 300 <= answer.status < 400:
        return "redirections"
    if answer.status != 200:
        return "pages that the server did not give"
    if any(word in answer.media_type for word in CODE):
        return DATA
    return GROUPS.get(answer.media_type.partition("/")[0])


def why_no_report(address: str, answer: Answer) -> str | None:
    """What an answer is if it is no report, by its media type and its first bytes."""
    media = answer.media_type
    begin = answer.body[:BYTES_LOOKED_AT]
    if not answer.body.strip():
        return "empty files"
    if media in PAGES or media in FEEDS or looks_like_html(begin):
        return None
    if file_at(address).name.lower() in FOR_MACHINES:
        return DATA
    if media in FILES or (media in UNKNOWN and begin.startswith(b"%PDF-")):
        return None
    if media in XML:
        return None if any(mark in begin for mark in FEED_MARKS) else DATA
    return "other files"
