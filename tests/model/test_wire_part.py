"""A part of the facts: all that has words there, and all that these name."""

import pytest

from sayso.model.facts import Facts
from sayso.model.text import Document
from sayso.model.wire import facts_from_wire, facts_to_wire
from sayso.model.wire_part import facts_within
from tests.case.invented import marked, text_of


def whole() -> Facts:
    """The facts of an invented report."""
    return marked(Document("report.txt", text_of(0)))


def part(facts: Facts, start: int, end: int, more: tuple[str, ...] = ()) -> Facts:
    """The facts of a part, decoded: so every id that they name is there."""
    data = facts_within(facts_to_wire(facts), start, end, more)
    return facts_from_wire(data, facts.document)


def test_all_facts_are_in_the_whole() -> None:
    facts = whole()
    assert part(facts, 0, len(facts.document)) == facts


@pytest.mark.parametrize("width", [1, 7, 40])
def test_what_has_words_in_a_part_is_in_it_as_it_was(width: int) -> None:
    facts = whole()
    for start in range(0, len(facts.document), width):
        found = part(facts, start, start + width)
        end = start + width
        for listed in ("claims", "attributions"):
            for one in getattr(facts, listed):
                if any(span.start < end and start < span.end for span in one.content):
                    assert one in getattr(found, listed)
        for figure in facts.figures:
            if figure.span.start < end and start < figure.span.end:
                assert figure in found.figures
        assert set(found.claims) <= set(facts.claims)
        assert {one.id for one in found.actors} <= {one.id for one in facts.actors}


def test_a_part_without_facts_has_none() -> None:
    facts = whole()
    found = part(facts, facts.document.text.index("\n\n"), facts.document.text.index("\n\n") + 1)
    assert found == Facts(facts.document)


def test_facts_that_are_wanted_come_along() -> None:
    facts = whole()
    wanted = facts.claims[-1]
    found = part(facts, 0, 1, (wanted.id,))
    assert wanted in found.claims
    assert {one.id for one in found.attributions} >= set(wanted.chain)


def test_only_the_mentions_near_a_part_are_kept_of_an_actor() -> None:
    facts = whole()
    data = facts_to_wire(facts)
    actor = data["actors"][0]
    first, last = len(facts.document) - 6, len(facts.document) - 1
    far = {"start": first, "end": last, "quote": facts.document.text[first:last]}
    actor["mentions"] = [actor["name_span"], far]
    name = actor["name_span"]
    cut = facts_within(data, name["start"], name["end"])
    assert next(one for one in cut["actors"] if one["id"] == actor["id"])["mentions"] == [name]
