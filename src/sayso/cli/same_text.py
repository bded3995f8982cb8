"""Reports with the same text: what is printed about them."""

from collections.abc import Callable, Iterable

from sayso.cli.terminal import print_note
from sayso.errors import FaultInSayso, UnreadableInput
from sayso.model.heads import ReportKey, report_keys
from sayso.model.text import Document

OnProblem = Callable[[UnreadableInput], None]


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


def named_with_same_text(report: OnProblem, documents: Iterable[Document]) -> OnProblem:
    """A function that reports a problem with a document, and then its other reports.

    The text of these is the same, so that they are left out too.
    """
    others = {document.name: document.also for document in documents if document.also}

    def report_all(problem: UnreadableInput) -> None:
        report(problem)
        for head in others.get(problem.name, ()):
            what = f"it was left out with {problem.name}, which has the same text"
            report(FaultInSayso(head.name, what, "The reason is in a line above."))

    return report_all
