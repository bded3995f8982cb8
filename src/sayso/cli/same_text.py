"""Reports with the same text: what is printed about them."""

from collections.abc import Iterable, Iterator

from sayso.cli.terminal import print_note
from sayso.errors import FaultInSayso
from sayso.model.heads import ReportKey, report_keys
from sayso.model.text import Document


def note_repeated_reports(documents: Iterable[Document]) -> None:
    """Print a note for each document that is the same report as one before it."""
    seen: dict[tuple[str, ReportKey], str] = {}
    for document in documents:
        keys = [(document.id, key) for key in report_keys(document.head)]
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            print_note(f"{document.name}: the same report as {first}; it is read once")
        for key in keys:
            seen.setdefault(key, document.name)


def reports_left_out_with(document: Document) -> Iterator[FaultInSayso]:
    """The problems of the other reports with the text of a document that was left out."""
    for head in document.also:
        what = f"it was left out with {document.name}, which has the same text"
        yield FaultInSayso(head.name, what, "The reason is in a line above.")
