"""The formats that sayso reads, and which of them a file is in."""

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from sayso.read.reader import Format, Material

# Modules with a FORMAT. The first whose `begins` knows a file has it, unless a later one that knows
# it too has its suffix. A module is loaded only when a file is looked at.
BUILT_IN = (
    "sayso.read.office.docx",
    "sayso.read.office.xlsx",
    "sayso.read.feeds.feed",
    "sayso.read.lines.delimited",
    "sayso.read.lines.articles",
    "sayso.read.lines.jsonl",
    "sayso.read.pointers",
    "sayso.read.texts.subtitles",
    "sayso.read.texts.markdown",
    "sayso.read.mail.mhtml",
    "sayso.read.mail.mbox",
    "sayso.read.mail.eml",
    "sayso.read.packed.warc",
    "sayso.read.packed.gzipped",
    "sayso.read.packed.zipped",
    "sayso.read.packed.wacz",
    "sayso.read.pdf.pdf",
    "sayso.read.pages.html",
    "sayso.read.plain",
)
GROUP = "sayso.formats"  # of the entry points by which other packages register theirs


@cache
def formats() -> tuple[Format, ...]:
    """The built-in formats, then those of other packages."""
    own = [import_module(name).FORMAT for name in BUILT_IN]
    others = [point.load() for point in entry_points(group=GROUP)]
    return (*own, *others)


def format_of(material: Material) -> Format | None:
    """The format of a material: by its first bytes, its suffix, its media type; None if unknown."""
    beginning = [one for one in formats() if one.begins(material.begin)]
    named = [one for one in formats() if material.suffix in one.suffixes]
    media = (material.media or "").partition(";")[0].strip().lower()
    typed = [one for one in formats() if media in one.media]
    both = [one for one in beginning if one in named or one in typed]
    return next(iter((*both, *beginning, *named, *typed)), None)


def format_called(name: str) -> Format:
    """The format with this name."""
    return next(one for one in formats() if one.name == name)


def suffixes_read() -> Iterator[str]:
    """The ends of names that sayso knows, in the order of the table."""
    for one in formats():
        yield from sorted(one.suffixes)
