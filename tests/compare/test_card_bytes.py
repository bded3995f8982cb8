"""Cards come back from bytes as they were, and bytes that are no card are turned down."""

import json
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.compare.card_bytes import card_from_bytes, card_to_bytes
from sayso.compare.cards import card_of, facts_key
from sayso.errors import BrokenWire
from sayso.model.facts import Facts
from tests.compare.invented import invented
from tests.strategies import facts

MAX_BYTES_OF_A_REPORT = 8_000  # of 350 words


@given(facts(1))
def test_any_card_comes_back(report: Facts) -> None:
    card = card_of(report)
    assert card_from_bytes(card_to_bytes(card)) == card


def test_cards_of_real_reports_come_back_and_are_small() -> None:
    for report in invented():
        card = card_of(report)
        data = card_to_bytes(card)
        assert card_from_bytes(data) == card
        words = max(50, len(report.document.text.split()))
        assert len(data) < MAX_BYTES_OF_A_REPORT * words / 350


def test_places_on_a_card_are_those_of_the_text_as_it_stands() -> None:
    for report in invented():
        card, document = card_of(report), report.document
        names = {actor.id: document[actor.name] for actor in report.actors}
        assert {speaker.id: document[speaker.name] for speaker in card.speakers} == names
        known = {attribution.id for attribution in report.attributions}
        for outlet in card.named_outlets:
            assert document[outlet.span][0].isupper()
            assert outlet.attribution is None or outlet.attribution in known


def test_the_key_of_facts_changes_with_what_is_known_of_the_report() -> None:
    keys = {facts_key(report) for report in invented()}
    assert len(keys) == len(invented())


def changed(change: Any) -> bytes:
    data = json.loads(zlib.decompress(card_to_bytes(card_of(invented()[4]))))
    change(data)
    return zlib.compress(json.dumps(data).encode())


def set_to(key: str, value: Any) -> Any:
    return lambda data: data.__setitem__(key, value)


@pytest.mark.parametrize(
    "change",
    [
        lambda data: data.pop("heads"),
        set_to("card", 0),
        set_to("card", "1"),
        set_to("id", 5),
        set_to("heads", []),
        set_to("heads", [["a"]]),
        set_to("heads", [["a", 1, None, None, None, None, None]]),
        set_to("length", -1),
        set_to("length", 1e300),
        set_to("words", ["a", 5]),
        set_to("words", "abc"),
        set_to("words", ["\ud800"]),
        set_to("days", ["soon"]),
        set_to("lines", "xyz"),
        set_to("lines", "0" * 15),
        set_to("publications", [[7, "a", "b"]]),
        set_to("named", [[5, 5, "a", "b", None]]),
        set_to("speakers", [["a", 0, 4, 4, "ghost", True, [], []]]),
        set_to("speakers", [["a", 0, 4, 4, "person", 1, [], []]]),
        set_to("speakers", [["a"]]),
        set_to("speakers", 3),
    ],
)
def test_what_is_no_card_is_turned_down(change: Any) -> None:
    with pytest.raises(BrokenWire):
        card_from_bytes(changed(change))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"card",
        zlib.compress(b"[1]"),
        zlib.compress(b"\xff"),
        zlib.compress(b"[" * 100_000),
        zlib.compress(b'{"card":1}'),
    ],
    ids=["empty", "plain", "list", "no UTF-8", "deep", "bare"],
)
def test_bytes_that_cannot_be_unpacked_are_turned_down(data: bytes) -> None:
    with pytest.raises(BrokenWire):
        card_from_bytes(data)


def test_a_card_that_is_cut_or_longer_than_it_was_is_turned_down() -> None:
    card = card_to_bytes(card_of(invented()[0]))
    for data in (card[:-4], card + b"more"):
        with pytest.raises(BrokenWire):
            card_from_bytes(data)


@given(st.binary())
def test_any_bytes_are_a_card_or_turned_down(data: bytes) -> None:
    with pytest.raises(BrokenWire):
        card_from_bytes(zlib.compress(data))
