"""Tables of marks that lie on the disk are those that would lie in memory."""

import os
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.copies import postings
from sayso.compare.copies.postings import (
    Part,
    PartOnDisk,
    Postings,
    PostingsBuilder,
    merge_parts,
    part_of,
)

ROOM = 40
marks = st.lists(st.integers(0, 30), max_size=12)


def rows(table: Postings) -> list[tuple[int, int]]:
    whole = merge_parts(list(table.stretches()))
    return list(zip(whole.mark.tolist(), whole.holder.tolist(), strict=True))


def gathered(held: list[list[int]], folder: Path | None) -> Postings:
    gathering = PostingsBuilder(folder, ROOM)
    for holder, own in enumerate(held):
        gathering.add_holder(np.array(own, dtype=np.uint64) << np.uint64(58), holder)
    return gathering.build()


@given(st.lists(marks, max_size=40))
def test_what_is_gathered_on_the_disk_is_what_is_gathered_in_memory(
    tmp_path_factory: pytest.TempPathFactory, held: list[list[int]]
) -> None:
    folder = tmp_path_factory.mktemp("index")
    memory, disk = gathered(held, None), gathered(held, folder)
    assert rows(memory) == rows(disk)
    assert any(isinstance(part, PartOnDisk) for part in disk.parts) == (sum(map(len, held)) >= ROOM)
    for mark in np.arange(31, dtype=np.uint64) << np.uint64(58):
        assert memory.holders_of(mark).tolist() == disk.holders_of(mark).tolist()
        assert [one.tolist() for one in memory.neighbours(mark, 20, 2)] == [
            one.tolist() for one in disk.neighbours(mark, 20, 2)
        ]


def test_runs_that_were_put_together_are_gone(tmp_path: Path) -> None:
    table = gathered([[one, one + 1, one + 2] for one in range(100)], tmp_path)
    assert len(table.parts) == 1
    (part,) = table.parts
    assert isinstance(part, PartOnDisk)
    assert sum(os.fstat(file.fileno()).st_size for file in part.files) == 16 * len(table)
    assert list(tmp_path.iterdir()) == []  # a run that is killed leaves nothing


def test_a_table_on_the_disk_stays_there_when_one_more_comes(tmp_path: Path) -> None:
    table = gathered([[one, one + 1] for one in range(40)], tmp_path)
    grown = table.with_parts(part_of([(np.array([7], dtype=np.uint64), 900)]))
    assert grown.parts[0] is table.parts[0]
    assert (7, 900) in rows(grown)
    assert len(grown) == len(table) + 1


def test_a_table_is_read_through_a_stretch_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postings, "ROWS_AT_ONCE", 20)
    gathering = PostingsBuilder(tmp_path, ROOM)
    chance = np.random.default_rng(5)
    for holder in range(60):
        gathering.add_holder(
            chance.integers(0, 1 << 63, 9, dtype=np.uint64) << np.uint64(1), holder
        )
    stretches = list(gathering.build().stretches())
    assert max(map(len, stretches)) < 60
    assert all(type(one) is Part for one in stretches)
    assert all(
        left.mark[-1] < right.mark[0]
        for left, right in pairwise(stretches)
        if len(left) and len(right)
    )
