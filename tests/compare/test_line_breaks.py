"""Reports are compared as if nobody had broken their lines."""

import textwrap
from dataclasses import replace
from typing import Any

import pytest

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract
from sayso.model.comparison import Comparison, CopyKind, Quote
from sayso.model.facts import Facts
from sayso.model.references import check_comparison
from sayso.model.text import Document
from sayso.model.wire import comparison_from_wire, comparison_to_wire

POST = (
    "TARN (Lenn) – Shells fell on the market at Tarn on Sunday, killing at least fourteen people, the "
    "governor of the province, Lise Harrow, said. She accused the army of firing from the ridge above "
    "the harbour.\n\nThe hospital counted thirty-two wounded. “They were buying bread,” a nurse said, "
    "“and nobody had warned them.”\n\nThe army denied that it had fired a shot at the market."
)
HERALD = (
    "The army on Monday denied shelling the market at Tarn, where seventeen people were killed on "
    "Sunday according to the hospital. A spokesman, Otto Brill, said that rebels had fired from the "
    "harbour.\n\nThe governor, Lise Harrow, said the shells came from the ridge, which the army holds."
)


def wrapped(text: str, width: int) -> str:
    return "\n\n".join(textwrap.fill(one, width) for one in text.split("\n\n"))


def read(name: str, text: str, day: str) -> Facts:
    return extract(Document(f"{name}.txt", text, outlet=name, published=day))


def pile(width: int | None) -> list[Facts]:
    return [
        read("Harbour Post", POST if width is None else wrapped(POST, width), "2026-04-12"),
        read("Herald", HERALD if width is None else wrapped(HERALD, width), "2026-04-13"),
    ]


def shown(comparison: Comparison) -> dict[str, Any]:
    """What a comparison says, in words without their line breaks."""
    documents = {one.document.id: one.document for one in comparison.facts}

    def words(quote: Quote | None) -> str:
        return " ".join(documents[quote.document][quote.span].split()) if quote else ""

    return {
        "points": sorted(
            (words(one.title), one.state, one.probability, len(one.claims))
            for one in comparison.points
        ),
        "tolls": sorted(
            (one.harm, words(one.who), one.policy, str((one.low, one.best, one.high)), one.reasons)
            for one in comparison.tolls
        ),
        "actors": sorted((words(one.name), len(one.mentions)) for one in comparison.actors),
        "events": sorted(
            (one.kind, words(one.place), len(one.mentions)) for one in comparison.events
        ),
    }


@pytest.mark.parametrize("width", [60, 72])
def test_points_and_tolls_are_those_of_the_unwrapped_reports(width: int) -> None:
    plain, broken = compare(pile(None)), compare(pile(width))
    assert plain.points
    assert plain.tolls
    assert shown(broken) == shown(plain)


def test_what_is_found_stands_in_the_reports_as_they_are() -> None:
    facts = pile(60)
    compared = compare(facts)
    check_comparison(compared)
    assert compared.facts == tuple(facts)
    assert comparison_from_wire(comparison_to_wire(compared), facts) == compared


def test_a_wrapped_copy_is_a_copy() -> None:
    cut = wrapped(POST, 72).replace("hospital", "hos-\npital").replace("governor", "gover-\nnor")
    compared = compare([pile(None)[0], read("Courier", cut, "2026-04-14")])
    (copy,) = compared.copies
    assert (copy.kind, copy.share) == (CopyKind.COPY, 1.0)
    (passage,) = copy.passages
    documents = {one.document.id: one.document for one in compared.facts}
    quoted = {
        documents[one.document].name: documents[one.document][one.span]
        for one in (passage.left, passage.right)
    }
    assert quoted["Courier.txt"].startswith("TARN (Lenn")
    assert quoted["Courier.txt"].endswith("fired a shot at the market")
    assert "\n" in quoted["Courier.txt"]


def test_facts_from_elsewhere_may_begin_and_end_inside_a_line_break() -> None:
    facts = pile(60)[0]
    at = facts.document.text.index("\n")
    claim = facts.claims[0]
    odd = tuple(
        replace(claim, content=(replace(claim.content[0], start=at - near, end=at + 1),), chain=())
        for near in (0, 1, 2)
    )
    figures = tuple(replace(one, claim=None) for one in facts.figures)
    given = replace(facts, claims=odd, figures=figures)
    compared = compare([given, pile(60)[1]])
    assert compared.facts[0] == given
