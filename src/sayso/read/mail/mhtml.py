"""Web pages that a browser saved as one file (MHTML): a page and its pictures as parts of a mail.

The report is the page: the part that the file calls its root. Frames, which Chrome saves as parts
with an address "cid:…", are read only if the root gives no report. Nothing else in the file is
looked at. The address is that from which the page was saved, and `crawled` when.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from sayso.errors import UnreadableInput
from sayso.model.particulars import DateKind
from sayso.read.heads import HeadData
from sayso.read.mail.fields import Fields, split_header
from sayso.read.mail.parts import Part, parts_of
from sayso.read.reader import (
    BYTES_LOOKED_AT,
    Format,
    Material,
    Reading,
    Setting,
    part_of,
    within_part,
)
from sayso.read.stated_dates import stated_date
from sayso.read.tidy import web_address

LOCATION = "snapshot-content-location"
SAVED = re.compile(r"[<\"]?saved by\b", re.IGNORECASE)  # the sender, as browsers write it
PAGES = frozenset({"text/html", "application/xhtml+xml"})
SAVE_AGAIN = "Open it in a browser and save the page as HTML."


def begins_like_saved_page(begin: bytes) -> bool:
    """Whether the header is that of a saved page and not of a mail, which may look the same."""
    fields, _ = split_header(begin)
    if fields.raw(LOCATION):
        return True
    sender = fields.words("from")
    if sender is not None:
        return SAVED.match(sender) is not None
    return fields.content_type == "multipart/related" and fields.raw("to") is None


def read_saved_page(material: Material, setting: Setting) -> Iterator[Reading]:
    """The report of a saved page."""
    whole = parts_of(material.all_bytes(setting.limits.mail_bytes)).part
    pages = [one for one in whole.leaves() if one.media in PAGES]
    if not pages:
        raise UnreadableInput(material.name, "there is no web page in it", SAVE_AGAIN)
    root = _root_of(whole.fields, pages)
    found = False
    for reading in _read_page(root, material, setting, _known(whole.fields, root)):
        found = True
        yield reading
    if found:
        return
    frames = [one for one in pages if one is not root]
    for number, frame in enumerate(frames, 1):
        known = replace(_known(whole.fields, frame), url=_address(frame))
        inner = replace(material, name=f"{material.name}:frame-{number}")
        yield from _read_page(frame, inner, setting, known)


def _root_of(fields: Fields, pages: list[Part]) -> Part:
    """The page itself: the one that the header points to, else the first."""
    start = (fields.parameter("start") or "").strip("<> ")
    location = fields.raw(LOCATION)
    for page in pages:
        if start and (page.fields.raw("content-id") or "").strip("<> ") == start:
            return page
    for page in pages:
        if location and page.fields.raw("content-location") == location:
            return page
    return pages[0]


def _read_page(
    page: Part, material: Material, setting: Setting, known: HeadData
) -> Iterator[Reading]:
    data, wrong = page.data()
    if wrong:
        setting.note(material, wrong)
    media = page.fields.raw("content-type") or page.media
    one = part_of(
        material,
        page.number,
        BytesIO(data),
        data[:BYTES_LOOKED_AT],
        suffix=".html",
        media=media,
        known=known,
    )
    for reading in setting.read_part(replace(one, name=material.name)):
        yield within_part(reading, page.number, "/")


def _known(fields: Fields, page: Part) -> HeadData:
    """What the file says of the page: its address, its title, and when it was saved."""
    saved = fields.words("date")
    crawled, stated = stated_date(DateKind.CRAWLED, saved or "", "Date")
    return HeadData(
        title=fields.words("subject"),
        url=web_address(fields.words(LOCATION)) or _address(page),
        crawled=crawled,
        dates=(stated,) if saved else (),
    )


def _address(page: Part) -> str | None:
    return web_address(page.fields.words("content-location"))


FORMAT = Format(
    "web page in one file (MHTML)",
    read_saved_page,
    suffixes=frozenset({".mht", ".mhtml"}),
    media=frozenset({"multipart/related", "application/x-mimearchive"}),
    begins=begins_like_saved_page,
)
