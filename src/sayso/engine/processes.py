"""Extraction in several processes, if there is enough text to be worth starting them.

Each process gets a few documents at a time. The results are the same as in one process, and in the
same order.
"""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future
from functools import partial
from itertools import chain, islice

from sayso.encoder.session import usable_cores
from sayso.engine.crew import Crew
from sayso.engine.serial import (
    MEMORY_NEEDED,
    Outcome,
    extract_each,
    facts_or_faults,
    load_extractor,
)
from sayso.engine.worker import CannotStart, Job
from sayso.errors import FaultInSayso
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.read.notes import Note, OnNote, log_note
from sayso.text.batches import text_batches

MAX_PROCESSES = 4  # each holds the network and the lexicon
MIN_CHARACTERS_FOR_PROCESSES = (
    300_000  # with fewer, starting the processes costs more than it saves
)
CHARACTERS_AT_ONCE = 20_000
PIECES_AHEAD_PER_PROCESS = 4  # submitted or done, and not yet taken

OnFault = Callable[[FaultInSayso], None]
Given = deque[tuple[list[Document], Future[list[Outcome]]]]


def extract_all(
    documents: Iterable[Document],
    on_fault: OnFault,
    on_note: OnNote = log_note,
    expected_characters: int = 0,
) -> Generator[Facts]:
    """The facts of each document, in the order given; documents are taken in as they are needed.

    A document that cannot be extracted is given to `on_fault`, and the others go on. `on_note` gets
    remarks on the work. If many characters are expected, the processes start before the first
    document is read. Raises SaysoError if no document can be extracted.
    """
    for outcome in _outcomes(documents, on_note, expected_characters):
        if isinstance(outcome, FaultInSayso):
            on_fault(outcome)
        else:
            yield outcome


def _outcomes(
    documents: Iterable[Document], on_note: OnNote, expected_characters: int
) -> Iterator[Outcome]:
    processes = min(usable_cores(), MAX_PROCESSES)
    if processes > 1 and expected_characters >= MIN_CHARACTERS_FOR_PROCESSES:
        yield from _side_by_side(documents, processes, on_note)
        return
    incoming = iter(documents)
    first, letters = [], 0
    for document in incoming:
        first.append(document)
        letters += len(document)
        if letters >= MIN_CHARACTERS_FOR_PROCESSES:
            break
    every = chain(first, incoming)
    if letters < MIN_CHARACTERS_FOR_PROCESSES or processes == 1:
        yield from extract_each(every)
    else:
        yield from _side_by_side(every, processes, on_note)


def _side_by_side(
    documents: Iterable[Document], processes: int, on_note: OnNote
) -> Iterator[Outcome]:
    threads = max(1, usable_cores() // processes)
    crew = Crew(processes, Job(partial(load_extractor, threads), facts_or_faults))
    pieces = text_batches(documents, CHARACTERS_AT_ONCE)
    given: Given = deque()
    problem: CannotStart | None = None
    try:
        while True:
            wanted = PIECES_AHEAD_PER_PROCESS * processes - len(given)
            for piece in islice(pieces, 0 if problem else wanted):
                given.append((piece, crew.submit(piece)))
            if not given:
                break
            piece, work = given.popleft()
            try:
                # Work that is under way may be killing its process, so it stays there.
                yield from extract_each(piece) if problem and work.cancel() else work.result()
            except CannotStart as error:
                if problem is None:
                    on_note(_start_note(error))
                problem = error
                yield from extract_each(piece)
    finally:
        crew.stop()
    yield from extract_each(chain.from_iterable(pieces))


def _start_note(error: CannotStart) -> Note:
    return Note(
        "several processes",
        f"they could not start ({error}), so the reports are read in one. Each process needs "
        f"{MEMORY_NEEDED}",
    )
