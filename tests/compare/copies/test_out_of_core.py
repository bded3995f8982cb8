"""Copies among more reports than memory holds: the same ones, and memory stays flat."""

import random
import tracemalloc
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from sayso.compare.copies import copies, postings
from sayso.compare.copies.candidates import candidate_pairs, linked_pairs_together
from sayso.compare.copies.copies import copies_among, copies_of, find_copies
from sayso.compare.copies.index import index_of
from sayso.compare.copies.sketches import SketchStore, documents_by_number, number_of
from sayso.model.comparison import Copy
from sayso.model.text import Document
from tests.compare.copies.test_incremental import pile


def found(documents: Mapping[int, Document], folder: Path) -> Iterator[Copy]:
    """What `copies_of` does, with room for little."""
    store = SketchStore(documents, max_sketches=30, folder=folder)
    index = index_of(store.all_sketches(), folder, max_rows=1000)
    yield from copies_among(linked_pairs_together(candidate_pairs(index.marks)), index, store)


@pytest.mark.parametrize("seed", range(4))
def test_copies_are_the_same_with_an_index_on_the_disk(tmp_path: Path, seed: int) -> None:
    documents = pile(seed, 150)
    several = sorted(
        found(documents_by_number(documents), tmp_path), key=lambda one: (one.left, one.right)
    )
    assert list(tmp_path.iterdir()) == []  # a run that is killed leaves nothing
    assert tuple(several) == find_copies(documents)


def test_many_reports_are_compared_by_way_of_the_disk(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    folders = []

    def noting(documents: Mapping[int, Document], folder: Path | None = None) -> Iterator[Copy]:
        folders.append(folder)
        return copies_of(documents, folder)

    documents = pile(11)
    few = find_copies(documents)
    monkeypatch.setattr(copies, "copies_of", noting)
    assert find_copies(documents) == few
    monkeypatch.setattr(copies, "MAX_REPORTS_IN_MEMORY", 20)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert find_copies(documents) == few
    assert folders == [None, tmp_path]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("full", ["gettempdir", "copies_of"])
def test_where_nothing_can_be_written_memory_has_to_do(
    monkeypatch: pytest.MonkeyPatch, full: str
) -> None:
    was = getattr(copies, full)

    def failing(*given: object, **_: object) -> object:
        if full == "copies_of" and len(given) == 1:
            return was(*given)
        raise OSError(28, "No space left on device")

    documents = pile(12)
    few = find_copies(documents)
    monkeypatch.setattr(copies, "MAX_REPORTS_IN_MEMORY", 20)
    monkeypatch.setattr(copies, full, failing)
    assert find_copies(documents) == few


class Invented(Mapping[int, Document]):
    """Reports that are in memory only while they are looked at; every third is the next one's copy."""

    def __init__(self, count: int) -> None:
        self._seeds = {number_of(self._made(seed)): seed for seed in range(count)}
        self._order = sorted(self._seeds)

    def __getitem__(self, number: int) -> Document:
        return self._made(self._seeds[number])

    def __iter__(self) -> Iterator[int]:
        return iter(self._order)

    def __len__(self) -> int:
        return len(self._order)

    def _made(self, seed: int) -> Document:
        chance = random.Random(seed // 3)  # noqa: S311
        words = [
            f"{chance.choice(('ka', 'lo', 'mir'))}{chance.randrange(9**6)}" for _ in range(200)
        ]
        own = [f"{seed}x{at}" for at in range(150 if seed % 3 else 10)]
        return Document(str(seed), " ".join([*words[: 200 if seed % 3 < 2 else 5], *own]))


def test_memory_does_not_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "ROWS_AT_ONCE", 2000)
    peaks = []
    for count in (300, 1200):
        documents = Invented(count)
        tracemalloc.start()
        with TemporaryDirectory() as folder:
            assert sum(1 for _ in found(documents, Path(folder))) == count // 3
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]
