"""Reports made ready for comparing: what many rules read from a text is read once."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.model.facts import Facts
from sayso.text.prepared import ReadingMemory

# The words, dates and sentences of so much text take about a quarter of a gigabyte.
MAX_CHARACTERS = 5_000_000


def prepare_reports(pile: Iterable[Facts]) -> tuple[Facts, ...]:
    """The same facts, with texts that remember what was read from them, as far as there is room."""
    memory = ReadingMemory(MAX_CHARACTERS)
    return tuple(
        replace(facts, document=replace(facts.document, text=memory.prepare(facts.document.text)))
        for facts in pile
    )
