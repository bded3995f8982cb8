"""Extraction in several processes, if there is enough text to be worth starting them.

Each process gets a few documents at a time. The results are the same as in one process, and in the
same order.
"""

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from sayso.encoder.session import limit_threads, usable_cores
from sayso.engine.memory import collect_seldom
from sayso.engine.serial import extract_all as extract_serially
from sayso.extract.extracting import extract_together
from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.text.batches import text_batches

MAX_PROCESSES = 4  # each holds the network and the lexicon: a quarter of a gigabyte
MIN_CHARACTERS_FOR_PROCESSES = (
    300_000  # with fewer, starting the processes costs more than it saves
)
CHARACTERS_AT_ONCE = 20_000
PIECES_AHEAD_PER_PROCESS = 4  # submitted or done, and not yet taken

Work = Future[list[Facts]]


def extract_all(documents: Iterable[Document], expected_characters: int = 0) -> Generator[Facts]:
    """The facts of each document, in the order given; documents are taken in as they are needed.

    If many characters are expected, the processes start before the first document is read.
    """
    processes = min(usable_cores(), MAX_PROCESSES)
    if processes > 1 and expected_characters >= MIN_CHARACTERS_FOR_PROCESSES:
        yield from _side_by_side(documents, processes)
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
        yield from extract_serially(every)
    else:
        yield from _side_by_side(every, processes)


def _side_by_side(documents: Iterable[Document], processes: int) -> Iterator[Facts]:
    # Spawned, not forked: a bar may be drawn in a thread of this process.
    threads = max(1, usable_cores() // processes)
    pool = ProcessPoolExecutor(processes, get_context("spawn"), _start_process, (threads,))
    with suppress(BrokenProcessPool):  # what is submitted next says so too, and is done here
        for _ in range(processes):
            pool.submit(_load_networks)  # meanwhile the first documents are read
    pieces = text_batches(documents, CHARACTERS_AT_ONCE)
    given: deque[tuple[list[Document], Work]] = deque()
    try:
        while True:
            for piece in islice(pieces, PIECES_AHEAD_PER_PROCESS * processes - len(given)):
                given.append((piece, _submitted(pool, piece)))
            if not given:
                return
            yield from _result_of(*given.popleft())
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, piece: list[Document]) -> Work:
    try:
        return pool.submit(extract_together, piece)
    except BrokenProcessPool as error:
        failed: Work = Future()
        failed.set_exception(error)
        return failed


def _result_of(piece: list[Document], work: Work) -> list[Facts]:
    """The facts of a piece of work; extracted in this process if the other one was killed."""
    try:
        return work.result()
    except BrokenProcessPool:
        return extract_together(piece)


def _load_networks() -> None:
    """Load what the first document of a process would wait for."""
    extract_together([Document("", "The mayor said so.")])


def _start_process(threads: int) -> None:
    """Set up a new process: its threads are limited, it ignores Ctrl-C and ends with its parent."""
    limit_threads(threads)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_seldom()
    parent = parent_process()
    if parent is not None:
        Thread(target=_leave_with, args=(parent.sentinel,), daemon=True).start()


def _leave_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
