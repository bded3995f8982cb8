"""Which answers of servers in a web archive are reports, and what the others are."""

import hashlib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from urllib.parse import urldefrag, urljoin, urlsplit

from sayso.read.answers import Answer
from sayso.read.formats import looks_like_html
from sayso.read.packed.records import Record
from sayso.read.reader import BYTES_LOOKED_AT

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
GROUPS = {"image": "pictures", "audio": "sounds", "video": "films", "font": "fonts"}
CODE = ("javascript", "ecmascript", "css", "json", "wasm", "font")
DATA = "scripts and data"


@dataclass
class Tally:
    """What was read of an archive, and what was passed over."""

    read: int = 0
    passed: Counter[str] = field(default_factory=Counter)
    seen: set[bytes] = field(default_factory=set)

    def is_repeated(self, address: str, body: bytes) -> bool:
        """Whether this address gave these bytes before."""
        key = hashlib.sha256(address.encode("utf-8", "replace") + b"\n" + body).digest()[:16]
        before = len(self.seen)
        self.seen.add(key)
        return len(self.seen) == before

    def passed_over(self) -> str:
        """Like "120 pictures, 88 scripts and data", the most numerous first."""
        return ", ".join(f"{number:,} {what}" for what, number in self.passed.most_common())


@dataclass
class PageList:
    """The pages that a crawl went to, each with its title; of any page if there is no list."""

    titles: dict[str, str | None] | None = None

    def has(self, address: str) -> bool:
        """Whether a page is on the list."""
        return self.titles is None or urldefrag(address).url in self.titles

    def title_of(self, address: str) -> str | None:
        """The title that the list gives for a page."""
        return self.titles.get(urldefrag(address).url) if self.titles else None

    def add_redirection(self, address: str, fields: Mapping[str, str]) -> None:
        """Puts the address on the list to which a page of the list leads on."""
        if self.titles is not None and self.has(address) and (to := fields.get("location")):
            try:
                self.titles.setdefault(urldefrag(urljoin(address, to)).url, self.title_of(address))
            except ValueError:
                return


def scheme_of(address: str) -> str:
    """The scheme of an address, in small letters."""
    return address.partition(":")[0].lower()


def suffix_of(address: str) -> str:
    """The end of the name of the file at an address, in small letters."""
    return _file_at(address).suffix.lower()


def why_no_page(record: Record, answer: Answer | None) -> str | None:
    """What a record is if no page can be in it, by its head; None if one can."""
    if record.kind == "revisit":
        return "pages that were the same at an earlier visit"
    if answer is None or scheme_of(record.address) not in SCHEMES:
        return "records that are no web pages"
    if 300 <= answer.status < 400:
        return "redirections"
    return None if answer.status == 200 else "pages that the server did not give"


def why_no_report(address: str, answer: Answer) -> str | None:
    """What an answer is if it is no report, by its media type and its first bytes."""
    media = answer.media_type
    begin = answer.body[:BYTES_LOOKED_AT]
    if not answer.body.strip():
        return "empty files"
    if media in PAGES or media in FEEDS or looks_like_html(begin):
        return None
    if _file_at(address).name.lower() in FOR_MACHINES:
        return DATA
    if media in FILES or (media in UNKNOWN and begin.startswith(b"%PDF-")):
        return None
    if media in XML and any(mark in begin for mark in FEED_MARKS):
        return None
    if media in XML or any(word in media for word in CODE):
        return DATA
    return GROUPS.get(media.partition("/")[0], "other files")


def _file_at(address: str) -> PurePosixPath:
    try:
        return PurePosixPath(urlsplit(address).path)
    except ValueError:
        return PurePosixPath()
