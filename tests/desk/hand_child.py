"""The desk's process, with a reader that needs no network; some texts make it fail as others would."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import sleep

from sayso.desk.work.child import main
from sayso.errors import FaultInSayso, fault_of_report
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.notes import OnNote
from tests.case.invented import marked

PROGRAM = (sys.executable, "-m", "tests.desk.hand_child")
POISON = "This report ends whoever reads it."
FAULT = "This report is a fault."
SLOW = "This report takes for ever, where the variable SLOW is set."


def read(
    documents: Iterable[Document],
    on_fault: Callable[[FaultInSayso], None],
    on_note: OnNote,  # noqa: ARG001
) -> Iterator[Facts]:
    """The facts of each report, as a person would mark them."""
    for document in list(documents):
        if POISON in document.text:
            os._exit(9)
        if SLOW in document.text and "SLOW" in os.environ:
            sleep(3600)
        if FAULT in document.text:
            on_fault(fault_of_report(document.name, ValueError()))
        elif "mayor of " in document.text:
            yield marked(document)
        else:
            yield Facts(document, (), (), (), (), ())


if __name__ == "__main__":
    main(read)
