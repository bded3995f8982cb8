"""WACZ files: WARC files of one crawl in a zip file, with a list of the pages that it went to.

If there is such a list, the pages on it are read, and not the frames and advertisements inside them.
A title on the list fills a gap of the page's own head.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

from sayso.errors import UnreadableInput
from sayso.read.packed.captures import PageList, Tally, page_key
from sayso.read.packed.streams import begun_stream, with_unpacking
from sayso.read.packed.warc import read_captures, tell_tally
from sayso.read.packed.zipfiles import member_reader, opened_zip
from sayso.read.packed.zipped import members_to_read
from sayso.read.reader import Format, Material, Reading, Setting
from sayso.read.unpacking import UNPACK, Unpacking

ARCHIVES = "archive/"
LISTS = "pages/"
WARCS = (".warc", ".warc.gz")
MAX_PAGES = 500_000
MAX_ADDRESS_CHARACTERS = 2_000


def read_wacz(material: Material, setting: Setting) -> Iterator[Reading]:
    """The pages of a crawl."""
    archive, _ = opened_zip(material, setting.limits)
    material, unpacking = with_unpacking(material, setting.limits)
    members = [one.filename for one in members_to_read(archive, material, setting)]
    archives = [one for one in members if one.startswith(ARCHIVES) and one.endswith(WARCS)]
    if not archives:
        raise UnreadableInput(material.name, "there is no WARC file in it", UNPACK)
    lists = [one for one in members if one.startswith(LISTS) and one.endswith(".jsonl")]
    listed = _listed_pages(archive, lists, material, setting, unpacking)
    tally = Tally()
    for listing in (listed, PageList()) if listed.titles else (listed,):
        tally = Tally()
        for name in archives:
            yield from _read_member(archive, name, material, setting, unpacking, tally, listing)
        if tally.tried or unpacking.spent:
            break
    if not unpacking.spent:
        tell_tally(material, setting, tally)


def _read_member(
    archive: ZipFile,
    name: str,
    material: Material,
    setting: Setting,
    unpacking: Unpacking,
    tally: Tally,
    listed: PageList,
) -> Iterator[Reading]:
    if unpacking.spent:
        return
    try:
        begin, stream = begun_stream(
            member_reader(archive, archive.getinfo(name), material.name, unpacking.take_bytes)
        )
        member = replace(material, stream=stream, begin=begin)
        yield from read_captures(member, setting, tally, listed)
    except UnreadableInput as problem:
        setting.on_problem(problem)


def _listed_pages(
    archive: ZipFile, lists: list[str], material: Material, setting: Setting, unpacking: Unpacking
) -> PageList:
    """The pages of all lists. A list that cannot be read is a note, since no report is lost by it."""
    titles: dict[str, str | None] = {}
    longest = setting.limits.report_bytes
    for name in lists:
        try:
            _, stream = begun_stream(
                member_reader(archive, archive.getinfo(name), material.name, unpacking.take_bytes)
            )
            # a line may hold the whole text of its page
            while len(titles) < MAX_PAGES and (line := stream.readline(longest)):
                _add_page(line, titles)
        except UnreadableInput as problem:
            setting.note(material, f"its list of pages cannot be read ({problem.what})")
    return PageList(titles or None)


def _add_page(line: bytes, titles: dict[str, str | None]) -> None:
    try:
        page = json.loads(line)
        address, title = page["url"], page.get("title")
    except (ValueError, RecursionError, TypeError, LookupError, AttributeError):
        return  # the first line says what the list is
    if isinstance(address, str) and len(address) <= MAX_ADDRESS_CHARACTERS:
        titles[page_key(address)] = title if isinstance(title, str) else None


FORMAT = Format(
    "WACZ",
    read_wacz,
    suffixes=frozenset({".wacz"}),
    media=frozenset({"application/wacz", "application/x-wacz"}),
    begins=lambda begin: begin.startswith(b"PK\x03\x04"),
)
