"""The formats that sayso reads, and which of them a file is in."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from sayso.read.reader import Format, Material

GROUP = "sayso.formats"  # of the entry points by which other packages register theirs


def _nothing(begin: bytes) -> None:  # noqa: ARG001
    return None


@dataclass(frozen=True, slots=True)
class Row:
    """What is known of a built-in format before its module, which may be slow to load, is loaded.

    `module` has a FORMAT. `suffixes` and `media` are the same as there.
    `may_begin` finds something in all first bytes that the FORMAT's `begins` knows, and in few others.
    """

    module: str
    suffixes: frozenset[str]
    media: frozenset[str]
    may_begin: Callable[[bytes], object]

    def may_be(self, suffix: str, media: str, begin: bytes) -> bool:
        """Whether a file may be in the format; its module knows."""
        named = suffix in self.suffixes or media in self.media
        return named or bool(self.may_begin(begin))

    def format(self) -> Format:
        """The format, its module loaded."""
        found: Format = import_module(f"sayso.read.{self.module}").FORMAT
        return found


def _row(
    module: str, suffixes: str, media: str, may_begin: Callable[[bytes], object] = _nothing
) -> Row:
    """A row; the names stand with spaces between them."""
    return Row(module, frozenset(suffixes.split()), frozenset(media.split()), may_begin)


ZIP = re.compile(rb"PK").match
GZIP = re.compile(rb"\x1f\x8b").match
JSON = re.compile(rb"(?:\xef\xbb\xbf)?\s*[{\[]").match
FEED = re.compile(
    rb"<(?:[^\s<>]{1,80}:)?(?:rss|feed|RDF|channel)\b|jsonfeed|\A(?:\xff\xfe|\xfe\xff|\0\0\xfe\xff)"
).search
MAIL = re.compile(rb"From |[!-9;-~]{1,100}[ \t]*:").match
WARC = re.compile(rb"WARC/|\x1f\x8b").match
POINTER = re.compile(rb"bplist|(?:\xef\xbb\xbf)?\s*\[").match
SUBTITLES = re.compile(rb"(?:\xef\xbb\xbf)?WEBVTT").match
PDF = re.compile(rb"[\xef\xbb\xbf\0\t\n\f\r ]*%PDF-").match
HTML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<").match

# The first whose `begins` knows a file has it, unless a later one that knows it too has its suffix.
BUILT_IN = (
    _row(
        "office.docx",
        ".docx .docm .dotx .dotm",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ZIP,
    ),
    _row(
        "office.xlsx",
        ".xlsx .xlsm .ods",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet "
        "application/vnd.oasis.opendocument.spreadsheet",
        ZIP,
    ),
    _row(
        "feeds.feed",
        ".rss .atom .rdf .xml",
        "application/rss+xml application/atom+xml application/rdf+xml application/feed+json "
        "application/xml text/xml",
        FEED,
    ),
    _row("lines.delimited", ".csv .tsv .tab", "text/csv text/tab-separated-values"),
    _row("lines.articles", ".json", "application/json", JSON),
    _row("lines.jsonl", ".jsonl .ndjson", "application/x-ndjson application/jsonl", JSON),
    _row("pointers", ".webloc .url .desktop .website", "", POINTER),
    _row("texts.subtitles", ".vtt .srt", "text/vtt application/x-subrip", SUBTITLES),
    _row("texts.markdown", ".md .markdown .mdown .mkd", "text/markdown"),
    _row("mail.mhtml", ".mht .mhtml", "multipart/related application/x-mimearchive", MAIL),
    _row("mail.mbox", ".mbox .mbx", "application/mbox", MAIL),
    _row("mail.eml", ".eml .emlx", "message/rfc822 message/global", MAIL),
    _row("packed.warc", ".warc", "application/warc", WARC),
    _row("packed.gzipped", ".gz .tgz", "application/gzip application/x-gzip", GZIP),
    _row("packed.zipped", ".zip", "application/zip application/x-zip-compressed", ZIP),
    _row("packed.wacz", ".wacz", "application/wacz application/x-wacz", ZIP),
    _row("pdf.pdf", ".pdf", "application/pdf application/x-pdf", PDF),
    _row("pages.html", ".html .htm .xhtml .xht", "text/html application/xhtml+xml", HTML),
    _row("plain", ".txt .text", "text/plain"),
)


@cache
def formats_of_others() -> tuple[Format, ...]:
    """The formats that other packages register."""
    return tuple(point.load() for point in entry_points(group=GROUP))


def formats() -> tuple[Format, ...]:
    """The built-in formats, then those of other packages."""
    return (*(row.format() for row in BUILT_IN), *formats_of_others())


def format_of(material: Material) -> Format | None:
    """The format of a material: by its first bytes, its suffix, its media type; None if unknown."""
    suffix, begin = material.suffix, material.begin
    media = (material.media or "").partition(";")[0].strip().lower()
    own = [row.format() for row in BUILT_IN if row.may_be(suffix, media, begin)]
    possible = (*own, *formats_of_others())
    beginning = [one for one in possible if one.begins(begin)]
    named = [one for one in possible if suffix in one.suffixes]
    typed = [one for one in possible if media in one.media]
    both = [one for one in beginning if one in named or one in typed]
    return next(iter((*both, *beginning, *named, *typed)), None)


def format_called(name: str) -> Format:
    """The format with this name."""
    return next(one for one in formats() if one.name == name)


def suffixes_read() -> Iterator[str]:
    """The ends of names that sayso knows, in the order of the table."""
    for row in BUILT_IN:
        yield from sorted(row.suffixes)
    for one in formats_of_others():
        yield from sorted(one.suffixes)
