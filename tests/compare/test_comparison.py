"""Reports with the same text, from their facts to a comparison."""

from dataclasses import replace
from functools import cache
from itertools import permutations

import pytest

from sayso.compare.comparison import compare
from sayso.extract.extracting import extract
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.heads import one_document_a_text
from sayso.model.text import Document
from sayso.model.wire import (
    comparison_from_wire,
    comparison_to_wire,
    facts_from_wire,
    facts_to_wire,
    from_line,
    to_line,
)

AGENCY = (
    "ORMLEY (Skerrin) – Shells fell on Ormley on Sunday, killing 14 people, the village's mayor "
    "said. She accused the army of firing from the ridge. The army said it had not fired a shot."
)
CITING = (
    "Fourteen people were killed in Ormley, the Sellan Gazette reported. The village’s mayor told the "
    "Port Herald that the shells had come from the ridge."
)
OTHER = "The army denied on Monday that it had shelled Ormley. A colonel put the dead at 9."

REPORTS = (
    Document("h.txt", AGENCY, outlet="Port Herald", published="2031-05-05", byline="A. Bell"),
    Document("g.txt", AGENCY, outlet="Sellan Gazette", published="2031-05-04T21:00Z"),
    Document("p.txt", AGENCY, title="Fourteen dead", url="https://post.example/1"),
    Document("r.txt", CITING, outlet="Ostmere Review", published="2031-05-06"),
    Document("o.txt", OTHER, outlet="Ombry Post", published="2031-05-06"),
)


@cache
def facts_of(document: Document) -> Facts:
    return extract(document)


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(map(facts_of, REPORTS))


def test_nothing_is_lost_of_the_reports_with_the_same_text(found: Comparison) -> None:
    assert len(found.facts) == 3
    heads = found.facts[0].document.heads
    assert heads == (REPORTS[1].head, REPORTS[0].head, REPORTS[2].head)


def test_the_text_is_one_voice_and_the_reason_names_the_outlets(found: Comparison) -> None:
    (origin,) = [one for one in found.origins if found.facts[0].document.id in one.documents]
    assert origin.documents == (REPORTS[0].id,)
    assert origin.why[0].reasons[0].values == ("Port Herald", "Sellan Gazette")
    assert len(found.origins) == 3


def test_what_is_counted_is_counted_once(found: Comparison) -> None:
    once = compare(map(facts_of, (REPORTS[1], *REPORTS[3:])))
    # The outlets that are cited are heads of one text only in the first: so origins may differ.
    assert [one.claims for one in found.points] == [one.claims for one in once.points]
    assert found.tolls == once.tolls
    assert (found.stories, found.events) == (once.stories, once.events)
    assert [len(one.documents) for one in found.origins] == [
        len(one.documents) for one in once.origins
    ]


def test_an_outlet_that_is_cited_is_found_under_any_head(found: Comparison) -> None:
    citing = [one for one in found.citations if one.document == REPORTS[3].id]
    assert [REPORTS[3][one.outlet.span] for one in citing] == ["Sellan Gazette", "Port Herald"]
    assert {one.cited for one in citing} == {REPORTS[0].id}


def test_the_order_of_the_reports_changes_nothing_else(found: Comparison) -> None:
    facts_of_text = {one.document.id: one for one in found.facts}
    for order in list(permutations(REPORTS))[::40]:
        again = compare(map(facts_of, order))
        assert {one.document.id: one for one in again.facts} == facts_of_text
        assert replace(again, facts=found.facts) == found


def test_comparing_what_was_compared_changes_nothing(found: Comparison) -> None:
    assert compare(found.facts) == found
    assert compare([*found.facts, *map(facts_of, REPORTS)]) == found


def test_one_document_a_text_comes_to_the_same_as_facts_of_all(found: Comparison) -> None:
    assert compare(map(facts_of, one_document_a_text(REPORTS))) == found


def test_lines_and_the_comparison_itself_are_read_back(found: Comparison) -> None:
    lines = [to_line(facts_to_wire(facts_of(one), text=True)) for one in REPORTS]
    read = [facts_from_wire(from_line(line)) for line in lines]
    assert compare(read) == found
    data = from_line(to_line(comparison_to_wire(found)))
    assert comparison_from_wire(data, read[::-1]) == found


def test_events_and_figures_have_the_day_of_the_first_publication(found: Comparison) -> None:
    (entry,) = [one for one in found.timeline if REPORTS[0].id in one.documents][:1]
    assert entry.said_from == REPORTS[1].day
    days = {step.said_from for toll in found.tolls for step in toll.course}
    assert REPORTS[0].day not in days
