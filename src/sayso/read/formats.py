"""The kind of a file, by its first bytes or the end of its name."""

import re

from sayso.errors import UnreadableInput

HTML_NAMES = frozenset({".html", ".htm", ".xhtml", ".xht"})
NO_REPORTS = {
    ".json": "Write each report as one line of a .jsonl file",
    ".csv": "Write each row's report as one line of a .jsonl file",
    ".tsv": "Write each row's report as one line of a .jsonl file",
    ".xml": "Save the reports in it as .html or .txt",
    ".rss": "Save the reports that it lists as .html",
    ".eml": "Save the message's text as .txt",
    ".js": "Leave it out",
    ".css": "Leave it out",
    ".py": "Leave it out",
    ".sh": "Leave it out",
}
LINES_NAMES = frozenset({".jsonl", ".ndjson"})
PLAIN_NAMES = frozenset({".txt", ".text"})

AS_TEXT = "Open it and save its text as .txt in UTF-8"
UNPACK = "Unpack it and give the files inside"
PICTURE = "Type out or recognise (OCR) its words and save them as .txt"
SOUND = "Write down what is said and save it as .txt"

# offset, bytes there, what the file is, what to do
MAGIC = (
    (0, b"PK\x03\x04", "a zip archive or an office document", f"{AS_TEXT}, or unpack it"),
    (0, b"PK\x05\x06", "an empty zip archive", UNPACK),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document", AS_TEXT),
    (0, b"{\\rtf", "a Rich Text document", AS_TEXT),
    (0, b"bplist", "a Safari web archive", "Save the page again as HTML"),
    (0, b"\x1f\x8b", "packed with gzip", "Unpack it: gunzip FILE"),
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
    (0, b"WARC/", "a WARC archive of web pages", "Take the pages out as .html"),
    (0, b"\x7fELF", "a program", "Leave it out"),
)
HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
MIME = re.compile(
    rb"(?:From|Snapshot-Content-Location|MIME-Version|Return-Path|Received): ", re.IGNORECASE
)
JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"[a-z_]+"\s*:', re.IGNORECASE)
BYTES_LOOKED_AT = 4096
DOSSIER = b'<meta name="generator" content="sayso">'  # in the head of our own dossiers


def check_is_report(data: bytes, name: str, suffix: str) -> None:
    """Raises UnreadableInput if the first bytes or the end of the name show that it is no report."""
    if not data:
        raise UnreadableInput(name, "it is empty", "Leave it out, or save it again.")
    for offset, mark, what, remedy in MAGIC:
        if data.startswith(mark, offset):
            raise UnreadableInput(name, f"it is {what}, not a text", f"{remedy}.")
    if suffix in NO_REPORTS:
        raise UnreadableInput(name, f"a {suffix} file is not a report", f"{NO_REPORTS[suffix]}.")
    if suffix in PLAIN_NAMES and looks_like_html(data):
        raise UnreadableInput(
            name, "it is a web page with the name of a text file", "Rename it to .html."
        )
    if JSON_OBJECT.match(data[:BYTES_LOOKED_AT]):
        raise UnreadableInput(
            name,
            "it is JSON, not a text",
            "Give it a name that ends in .jsonl, or pipe it: | sayso report -",
        )
    if is_dossier(data):
        raise UnreadableInput(name, "it is a dossier made by sayso, not a report", "Leave it out.")
    if MIME.match(data) and b"multipart/related" in data[:BYTES_LOOKED_AT]:
        raise UnreadableInput(
            name, "it is a web archive (MHTML), not a text", "Save the page again as HTML."
        )


def looks_like_html(data: bytes) -> bool:
    """Whether the file begins like an HTML page; tags further down are just text."""
    return HTML.match(data[:BYTES_LOOKED_AT]) is not None


def is_dossier(data: bytes) -> bool:
    """Whether the bytes begin a dossier made by sayso."""
    return looks_like_html(data) and DOSSIER in data[:BYTES_LOOKED_AT]
