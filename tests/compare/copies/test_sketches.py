"""Sketches that were put away come back as they were."""

from pathlib import Path

import pytest

from sayso.compare.copies.sketches import Sketch, SketchStore, documents_by_number, make_sketch
from sayso.model.text import Document
from tests.compare.copies.test_incremental import pile


def told(one: Sketch) -> tuple[object, ...]:
    columns = (
        one.words.hash,
        one.words.start,
        one.words.end,
        one.marks,
        one.places,
        one.outlet_marks,
    )
    kinds = [column.dtype for column in columns]
    return one.number, one.outlet, one.day, kinds, [column.tolist() for column in columns]


@pytest.mark.parametrize("filed", [False, True])
def test_sketches_come_back_as_they_were(tmp_path: Path, filed: bool) -> None:
    documents = documents_by_number(
        [*pile(3, 40), Document("short", "Two words"), Document("none", "")]
    )
    store = SketchStore(documents, max_sketches=6, folder=tmp_path if filed else None)
    first = {one.number: told(one) for one in store.all_sketches()}
    for _ in range(2):
        for number, document in documents.items():
            assert told(store.sketch_of(number)) == told(make_sketch(document)) == first[number]


def test_what_is_on_the_disk_is_not_made_anew(tmp_path: Path) -> None:
    documents = documents_by_number(pile(5, 30))
    store = SketchStore(documents, max_sketches=4, folder=tmp_path)
    oldest = next(store.all_sketches()).number
    for number in documents:
        store.sketch_of(number)
    documents.clear()
    assert store.sketch_of(oldest).number == oldest
    with pytest.raises(KeyError):
        store.sketch_of(1)


def test_few_reports_leave_nothing_on_the_disk(tmp_path: Path) -> None:
    store = SketchStore(documents_by_number(pile(6, 20)), folder=tmp_path)
    assert len(list(store.all_sketches())) == 20
    assert not list(tmp_path.iterdir())
