"""Extraction in one process, a few documents at a time."""

from collections.abc import Iterable, Iterator

from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.text.batches import text_batches

# Enough text for the network's workers to stay busy, little enough to show progress.
CHARACTERS_AT_ONCE = 200_000


def extract_all(documents: Iterable[Document]) -> Iterator[Facts]:
    """The facts of each document, in the order given; documents are taken in as they are needed."""
    for batch in text_batches(documents, CHARACTERS_AT_ONCE):
        yield from extract_together(batch)
