"""Extraction in this process, a few documents at a time.

The extractor and its networks are imported when they are first used: a process that has too little
memory for them can say so.
"""

from collections.abc import Iterable, Iterator, Sequence

from sayso.errors import (
    FaultInSayso,
    SaysoError,
    fault_of_report,
    is_lack_of_memory,
    kind_and_place,
)
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.text.batches import text_batches

# Enough text for the network's workers to stay busy, little enough to show progress.
CHARACTERS_AT_ONCE = 200_000
# For one process that reads reports of ordinary length. It touches less than 200 MB.
MEMORY_NEEDED = "about 300 MB of memory (700 MB of address space, where `ulimit -v` limits that)"

Outcome = Facts | FaultInSayso


def extract_all(documents: Iterable[Document]) -> Iterator[Facts]:
    """The facts of each document, in the order given. Raises FaultInSayso for one that fails."""
    for outcome in extract_each(documents):
        if isinstance(outcome, FaultInSayso):
            raise outcome
        yield outcome


def extract_each(documents: Iterable[Document]) -> Iterator[Outcome]:
    """What becomes of each document, in the order given: its facts, or the fault that it met.

    Documents are taken in as they are needed. Raises SaysoError if no document can be read.
    """
    for number, batch in enumerate(text_batches(documents, CHARACTERS_AT_ONCE)):
        if number == 0:
            _check_extractor()
        yield from facts_or_faults(batch)


def facts_or_faults(batch: Sequence[Document]) -> list[Outcome]:
    """What becomes of each document. If they fail together, each is read again by itself."""
    from sayso.extract.extracting import extract_together

    try:
        return list(extract_together(batch))
    except Exception as error:
        if len(batch) == 1:
            return [fault_of_report(batch[0].name, error)]
    return [outcome for document in batch for outcome in facts_or_faults([document])]


def load_extractor(max_threads: int | None = None) -> None:
    """Load what the first document would wait for; its networks use at most so many threads."""
    from sayso.encoder.session import limit_threads
    from sayso.extract.extracting import extract_together

    if max_threads is not None:
        limit_threads(max_threads)
    extract_together([Document("", "The mayor said so.")])


def _check_extractor() -> None:
    """Raises SaysoError if the extractor fails before it has seen a report."""
    try:
        load_extractor()
    except SaysoError:
        raise
    except Exception as error:
        if is_lack_of_memory(error) or isinstance(error, ImportError | OSError):
            raise SaysoError(
                f"sayso has too little memory to read reports ({kind_and_place(error)}). It needs "
                f"{MEMORY_NEEDED}. Close other programs, or raise the limit."
            ) from error
        raise SaysoError(
            f"sayso fails on any text here ({kind_and_place(error)}). Install it again; if it still "
            "fails, please report this line."
        ) from error
