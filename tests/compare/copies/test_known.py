"""Copies of a pile that grows: what was found before is kept, and the outcome is that of all anew."""

import json
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

import numpy as np
import pytest

from sayso.compare.copies import known as module
from sayso.compare.copies.known import KnownCopies, copies_in_texts, copies_of_all, sketch_bytes
from sayso.compare.copies.known_bytes import copies_from_bytes, copies_to_bytes
from sayso.compare.copies.sketches import (
    HEAD_BYTES,
    make_sketch,
    sketch_from_bytes,
    sketch_to_bytes,
)
from sayso.compare.prepared import prepare_reports
from sayso.errors import BrokenWire
from sayso.model.comparison import Copy
from sayso.model.facts import Facts
from sayso.model.text import Document

WORDS = [f"{first}{last}" for first in ("orn", "vel", "sed", "pel") for last in "abcdefghij"]


def report(number: int, *sentences: Sequence[int]) -> Document:
    """A report of sentences; equal numbers make equal sentences."""
    draws = [Random(one) for some in sentences for one in some]  # noqa: S311
    text = " ".join(" ".join(draw.choices(WORDS, k=24)) + "." for draw in draws)
    day = f"2031-05-{number % 28 + 1:02}"
    return Document(f"{number}.txt", text, outlet=f"Paper {number % 3}", published=day)


def pile(count: int) -> list[Document]:
    """Reports with sentences of their own, those of others, and one that comes again and again."""
    draw = Random(5)  # noqa: S311
    made = [
        report(number, [1000 + number], draw.sample(range(count // 2), 2), [7] * (number % 3 == 0))
        for number in range(count)
    ]
    lines = ["\n".join(_lines(made[0].text)), *(one.text for one in made[1:])]
    return [
        Document(one.name, text, outlet=one.outlet, published=one.published)
        for one, text in zip(made, lines, strict=True)
    ]


def _lines(text: str) -> list[str]:
    words = text.split()
    return [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]


class Texts:
    """Gives texts, and remembers which were asked for."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.by_id = {one.id: one for one in documents}
        self.asked: set[str] = set()

    def __call__(self, id_: str) -> Document:
        self.asked.add(id_)
        return self.by_id[id_]


def anew(documents: Sequence[Document]) -> tuple[Copy, ...]:
    return copies_in_texts(prepare_reports(map(Facts, documents)))


def sketches_of(documents: Sequence[Document]) -> dict[str, bytes]:
    return {one.id: sketch_bytes(one) for one in documents}


def test_reports_that_come_one_by_one_give_the_copies_of_all() -> None:
    documents = pile(70)
    texts, known = Texts(documents), KnownCopies()
    for count in (20, 21, 22, 24, 40, 41, 45, 48, 50, 51, 70):
        sketches = sketches_of(documents[:count])
        known = copies_from_bytes(copies_to_bytes(copies_of_all(sketches, known, texts)))
        assert known.copies == anew(documents[:count])
    assert known.copies


def test_reports_that_go_or_change_leave_nothing() -> None:
    documents = pile(40)
    texts = Texts(documents)
    known = copies_of_all(sketches_of(documents), KnownCopies(), texts)
    left = documents[3:]
    assert copies_of_all(sketches_of(left), known, texts).copies == anew(left)
    moved = [
        Document(one.name, one.text, outlet="One paper", published=f"2031-06-{at % 28 + 1:02}")
        for at, one in enumerate(documents)
    ]
    assert copies_of_all(sketches_of(moved), known, texts).copies == anew(moved)
    assert anew(moved) != anew(documents)


def test_only_texts_that_share_words_with_a_new_report_are_asked_for() -> None:
    documents = pile(60)
    known = copies_of_all(sketches_of(documents[:-1]), KnownCopies(), Texts(documents))
    texts = Texts(documents)
    found = copies_of_all(sketches_of(documents), known, texts)
    assert 1 < len(texts.asked) < 30
    again = Texts(documents)
    assert copies_of_all(sketches_of(documents), found, again) == found
    assert not again.asked


def test_few_texts_at_a_time_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TEXTS_IN_MEMORY", 1)
    documents = pile(20)
    found = copies_of_all(sketches_of(documents), KnownCopies(), Texts(documents))
    assert found.copies == anew(documents)


def test_sketches_of_other_texts_are_turned_down_where_they_lead_outside_a_text() -> None:
    short = [Document(f"{name}.txt", name) for name in ("Orn.", "Orn..")]
    sketches = {one.id: sketch_bytes(report(1, [1, 2, 3])) for one in short}
    with pytest.raises(BrokenWire, match="sketch"):
        copies_of_all(sketches, KnownCopies(), Texts(short))


def numbers(data: bytes, at: int, value: int) -> bytes:
    head = np.frombuffer(data[:HEAD_BYTES], "<u8").copy()
    head[at] = value
    return head.tobytes() + data[HEAD_BYTES:]


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data[:0],
        lambda data: data[:-1],
        lambda data: data + b"1",
        lambda data: numbers(data, 0, 2**63),
        lambda data: numbers(data, 1, 0),
        lambda data: data[:-4] + b"\xff\xff\xff\x7f",
        lambda data: data[:-4] + b"\xff\xff\xff\xff",
    ],
)
def test_what_is_no_sketch_is_turned_down(change: Callable[[bytes], bytes]) -> None:
    sketch = make_sketch(report(1, [1, 2]))
    data = sketch_to_bytes(sketch)
    same = sketch_from_bytes(sketch.number, data)
    assert sketch_to_bytes(same) == data
    with pytest.raises(BrokenWire):
        sketch_from_bytes(1, change(data))


def test_words_out_of_order_are_no_sketch() -> None:
    sketch = make_sketch(report(1, [1]))
    data = bytearray(sketch_to_bytes(sketch))
    at = HEAD_BYTES + 8 * (len(sketch.words) + len(sketch.marks))
    data[at : at + 4], data[at + 4 : at + 8] = data[at + 4 : at + 8], data[at : at + 4]
    with pytest.raises(BrokenWire, match="order"):
        sketch_from_bytes(1, bytes(data))


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("pairs"),
        lambda data: data.update(copies=0),
        lambda data: data.update(reports=[["a"]]),
        lambda data: data.update(reports=5),
        lambda data: data["pairs"][0].__setitem__(0, 10**6),
        lambda data: data["pairs"][0].__setitem__(0, -1),
        lambda data: data["pairs"][0].__setitem__(2, "echo"),
        lambda data: data["pairs"][0].__setitem__(3, 7.5),
        lambda data: data["pairs"][0][4][0].__setitem__(0, 10**9),
        lambda data: data["pairs"][0][4].__setitem__(0, [1, 2, 3]),
        lambda data: data["pairs"][0].pop(),
    ],
)
def test_what_are_no_copies_is_turned_down(change: Callable[[Any], Any]) -> None:
    documents = pile(20)
    known = copies_of_all(sketches_of(documents), KnownCopies(), Texts(documents))
    data = json.loads(zlib.decompress(copies_to_bytes(known)))
    change(data)
    with pytest.raises(BrokenWire):
        copies_from_bytes(zlib.compress(json.dumps(data).encode()))
