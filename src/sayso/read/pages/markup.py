"""From the bytes of a web page to a tree of its elements."""

import re

from lxml.etree import ElementDefaultClassLookup, LxmlError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from sayso.errors import UnreadableInput
from sayso.read.decode import byte_order_mark, decoded_text
from sayso.read.notes import Note, OnNote
from sayso.read.pages.attributes import MAX_ATTRIBUTES, limited_attributes

DECLARED = re.compile(
    rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]{2,20})",
    re.IGNORECASE,
)
MAX_TAGS = 250_000  # large pages have some ten thousand
SAVE_TEXT = "Save the article's text as .txt."
BYTES_LOOKED_AT = 4096  # a declaration must be within these
# The encodings that browsers read with another codec than the one declared.
BROWSERS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("iso-8859-9", "latin5"), "cp1254"),
    **dict.fromkeys(("gb2312", "gbk", "gb-2312"), "gb18030"),
    **dict.fromkeys(("utf-16", "utf-16le", "utf-16be", "utf8", "unicode"), "utf-8"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis"), "cp932"),
    **dict.fromkeys(("ks_c_5601-1987", "euc-kr"), "cp949"),
    **dict.fromkeys(("macintosh", "x-mac-roman"), "mac-roman"),
}
KNOWN = re.compile(
    r"utf-8|windows-(?:874|125[0-8])|iso-8859-(?:[2-8]|1[03-6])|koi8-[ru]|big5|euc-jp"
)


def tree_of(data: bytes, name: str, on_note: OnNote) -> HtmlElement:
    """The root of the page, without comments. Raises UnreadableInput if there is no page."""
    return tree_of_source(page_text(data, name, on_note), name, on_note)


def tree_of_source(source: str, name: str, on_note: OnNote) -> HtmlElement:
    """The root of a page that is decoded already. Raises UnreadableInput if there is no page."""
    if source.count("<") > MAX_TAGS:
        raise UnreadableInput(name, f"it has more than {MAX_TAGS:,} tags", SAVE_TEXT)
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))
    source, limited = limited_attributes(source)
    if limited:
        what = f"elements with more than {MAX_ATTRIBUTES} attributes: {limited}; the others were left out"
        on_note(Note(name, what))
    try:
        return document_fromstring(source.encode("utf-8"), parser=parser)
    except (LxmlError, ValueError, AssertionError) as error:
        raise UnreadableInput(name, "there is no page in it", "Save the page again.") from error


def page_text(data: bytes, name: str, on_note: OnNote) -> str:
    """The page's source as a browser decodes it: by byte-order mark, by declaration, else as a text."""
    mark, encoding = byte_order_mark(data)
    declared = mark.decode("latin-1") or _declared_encoding(data)
    if not declared or b"\0" in data:
        return decoded_text(data, name, on_note)
    encoding = encoding if mark else declared
    text = data[len(mark) :].decode(encoding, "replace")
    broken = text.count("\ufffd")
    if broken and encoding == "utf-8" and not mark:
        try:
            return decoded_text(data, name, on_note)
        except UnreadableInput:
            pass  # UTF-8 with broken characters: a browser shows U+FFFD for them
    if broken:
        on_note(
            Note(
                name,
                f"{broken} characters are not {encoding}, the encoding that it declares; they are read as �",
            )
        )
    return text


def _declared_encoding(data: bytes) -> str | None:
    """The codec of the encoding that the page declares, if browsers know it."""
    found = DECLARED.search(data[:BYTES_LOOKED_AT])
    label = found[1].decode("latin-1").lower() if found else ""
    label = BROWSERS.get(label, label)
    return label if label in BROWSERS.values() or KNOWN.fullmatch(label) else None
