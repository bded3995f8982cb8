"""The kind of a file, by its first bytes or the end of its name."""

import re

from sayso.errors import UnreadableInput
from sayso.read.reader import BYTES_LOOKED_AT

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht"})
NO_REPORTS = {
    ".toml": "To say what a report is, name it like the report's file: report.pdf.meta.toml",
    ".rtf": "Open it and save it as .docx",
    ".doc": "Open it and save it as .docx",
    ".odt": "Open it and save it as .docx",
    ".xls": "Open it and save it as .xlsx",
    ".pages": "Export it as .docx",
    ".js": "Leave it out",
    ".css": "Leave it out",
    ".py": "Leave it out",
    ".sh": "Leave it out",
}
PLAIN_NAMES = frozenset({".txt", ".text"})

AS_TEXT = "Open it and save its text as .txt in UTF-8"
AS_OFFICE = "Open it and save it as .docx, a table as .xlsx, without a password"
UNPACK = "Unpack it and give the files inside"
PICTURE = "Type out or recognise (OCR) its words and save them as .txt"
SOUND = "Write down what is said and save it as .txt"

# offset, bytes there, what the file is, what to do
MAGIC = (
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or a locked office file", AS_OFFICE),
    (0, b"{\\rtf", "a Rich Text document", AS_OFFICE),
    (0, b"BZh", "packed with bzip2", "Unpack it: bunzip2 FILE"),
    (0, b"\xfd7zXZ\x00", "packed with xz", "Unpack it: unxz FILE"),
    (0, b"\x28\xb5\x2f\xfd", "packed with zstd", "Unpack it: unzstd FILE"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (257, b"ustar", "a tar archive", UNPACK),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image", PICTURE),
    (0, b"\xff\xd8\xff", "a JPEG image", PICTURE),
    (0, b"GIF87a", "a GIF image", PICTURE),
    (0, b"GIF89a", "a GIF image", PICTURE),
    (0, b"II*\x00", "a TIFF image", PICTURE),
    (0, b"MM\x00*", "a TIFF image", PICTURE),
    (8, b"WEBP", "a WebP image", PICTURE),
    (8, b"WAVE", "a sound recording", SOUND),
    (4, b"ftyp", "a film, a sound recording or a HEIC image", SOUND),
    (0, b"\x1aE\xdf\xa3", "a film", SOUND),
    (0, b"ID3", "a sound recording", SOUND),
    (0, b"OggS", "a sound recording", SOUND),
    (0, b"fLaC", "a sound recording", SOUND),
    (0, b"SQLite format 3\x00", "a SQLite database", "Export its reports as .jsonl"),
    (0, b"filedesc://", "an ARC archive", "Convert it: warcio recompress OLD.arc.gz NEW.warc.gz"),
    (0, b"\x7fELF", "a program", "Leave it out"),
)
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
BLANKS = b"\xef\xbb\xbf \t\r\n"
JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version\\?/')
DOSSIER = b'<meta name="generator" content="sayso">'  # in the head of our own dossiers


def check_is_report(data: bytes, name: str, suffix: str) -> None:
    """Raises UnreadableInput if the first bytes or the end of the name show that it is no report."""
    if not data:
        raise UnreadableInput(name, "it is empty", "Leave it out, or save it again.")
    if looks_like_json_feed(data):
        return
    for offset, mark, what, remedy in MAGIC:
        if data.startswith(mark, offset):
            raise UnreadableInput(name, f"it is {what}, not a text", f"{remedy}.")
    if suffix in NO_REPORTS:
        raise UnreadableInput(name, f"a {suffix} file is not a report", f"{NO_REPORTS[suffix]}.")
    if suffix in PLAIN_NAMES and looks_like_html(data):
        raise UnreadableInput(
            name, "it is a web page with the name of a text file", "Rename it to .html."
        )
    if is_dossier(data):
        raise UnreadableInput(name, "it is a dossier made by sayso, not a report", "Leave it out.")


def looks_like_html(data: bytes) -> bool:
    """Whether the file begins like an HTML page; tags further down are just text."""
    return HTML.match(data[:BYTES_LOOKED_AT]) is not None


def looks_like_json_feed(data: bytes) -> bool:
    """Whether the file begins like a feed in JSON."""
    begin = data[:BYTES_LOOKED_AT]
    return begin.lstrip(BLANKS)[:1] == b"{" and JSON_FEED.search(begin) is not None


def is_dossier(data: bytes) -> bool:
    """Whether the bytes begin a dossier made by sayso."""
    return looks_like_html(data) and DOSSIER in data[:BYTES_LOOKED_AT]
