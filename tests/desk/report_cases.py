"""Cases with reports of many kinds of file."""

import io
import json
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from sayso.case.case import Case
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document
from tests.read.pdf.writer import Page, pdf_of

WORDS = "The mayor of Marsk said the bridge had been closed since dawn, and nobody could cross it. "
PAGE = (
    "<!doctype html><html><head><title>Bridge closed at Marsk</title>"
    '<link rel="preconnect" href="https://other.example/"><base href="https://other.example/">'
    '<meta http-equiv="refresh" content="0;url=https://other.example/"></head>'
    f"<body><article><h1>Bridge closed at Marsk</h1>{f'<p>{WORDS}</p>' * 6}</article>"
    "<script>document.title = 'taken over'</script>"
    '<img src="https://other.example/pixel.png" onerror="alert(1)">'
    '<iframe src="https://other.example/frame"></iframe></body></html>'
)
HOSTILE = "<script>alert(1)</script> & \u202eevil\u202c <b>bold</b>"
RTL = "قال رئيس البلدية إن الجسر أغلق منذ الفجر."


def unread(
    documents: Iterable[Document],
    on_fault: Callable[[FaultInSayso], None],  # noqa: ARG001
) -> Iterator[Facts]:
    """Nothing is found in any report."""
    return map(Facts, documents)


def case_of(folder: Path, files: dict[str, str | bytes], keep: bool = True) -> Path:
    """A case with these files, in whose reports nothing was found."""
    path = folder / "kinds.sayso"
    with Case.open(path, make=True, author="ann") as case:
        for name, content in files.items():
            file = folder / name
            data = content if isinstance(content, bytes) else content.encode()
            file.write_bytes(data)
            case.take_in(str(file), _raise, keep=keep)
        for facts in unread(case.unread(), _raise):
            case.keep(facts)
        case.compare()
    return path


def ids(path: Path) -> list[str]:
    """The ids of the reports of a case, as they came in."""
    with Case.open(path) as case:
        return [row["id"] for row in case.query("SELECT id FROM report ORDER BY number")]


def pdf() -> bytes:
    """A PDF of two pages."""
    pages = [Page(), Page()]
    for page in pages:
        for at in range(12):
            page.text(72, 700 - 14 * at, WORDS.strip(), 9)
    return pdf_of(pages)


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip file."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def json_lines() -> str:
    """Two reports in one file."""
    texts = (WORDS * 3, WORDS.replace("Marsk", "Velden") * 3)
    return "".join(
        json.dumps({"name": f"report {at}", "text": text}) + "\n" for at, text in enumerate(texts)
    )


def mail() -> bytes:
    """A mail that holds one report."""
    head = "From: Desk <desk@post.example>\r\nSubject: Bridge closed\r\nDate: Sun, 2 Mar 2031 10:00:00 +0000\r\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\r\n\r\n{WORDS * 4}\r\n".encode()


def _raise(problem: Exception) -> None:
    raise problem
