from dataclasses import replace
from typing import Any

import pytest

from sayso.errors import BrokenWire
from sayso.model.comparison import Comparison, EventMention, Stand
from sayso.model.facts import Facts
from sayso.model.happening import Participant
from sayso.model.references import check_comparison, check_facts
from sayso.model.speech import Attribution
from sayso.model.text import Document, Span
from tests.model.example import CLAIM, COMPARISON, EVENT, FACTS, FIGURE, INNER, OTHER, OUTER, at

PART = replace(FIGURE, span=at("12"), part_of=FIGURE.id)
THIRD = replace(OUTER, cue=None, within=INNER.id)


def test_what_names_only_what_is_there_is_let_through() -> None:
    check_facts(replace(FACTS, figures=(PART, FIGURE)))
    check_comparison(COMPARISON)
    check_comparison(Comparison(()))


BROKEN: list[tuple[dict[str, Any], str]] = [
    ({"attributions": (INNER,), "claims": ()}, "attributions[0].within: nothing in the attr"),
    ({"attributions": (OUTER,), "claims": (CLAIM,)}, "claims[0].chain[1]: nothing in the attr"),
    ({"attributions": (OUTER, INNER, OUTER)}, f"attributions[2].id: {OUTER.id} stands twice"),
    ({"attributions": (replace(OUTER, within=OUTER.id), INNER)}, f"attributions: {OUTER.id} lies"),
    (
        {"attributions": (replace(OUTER, within=THIRD.id), INNER, THIRD)},
        f"attributions: {OUTER.id} lies within itself",
    ),
    ({"figures": (replace(FIGURE, part_of=PART.id), PART)}, f"figures: {FIGURE.id} lies part_of"),
    ({"claims": ()}, "figures[0].claim: nothing in the claims has the id"),
    ({"events": ()}, "figures[0].event: nothing in the events has the id"),
    ({"actors": ()}, "claims[0].speaker: nothing in the actors has the id"),
    (
        {"events": (replace(EVENT, participants=(Participant("agent", at("raid"), "x"),)),)},
        "events[0].participants[0].actor: nothing in the actors has the id 'x'",
    ),
]


@pytest.mark.parametrize(("change", "complaint"), BROKEN)
def test_facts_that_name_what_is_not_there_are_refused(
    change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(BrokenWire) as caught:
        check_facts(replace(FACTS, **change))
    assert str(caught.value).startswith(complaint)


def test_a_chain_of_any_depth_comes_to_its_end() -> None:
    document = Document("reports/deep.txt", "He said " * 5000)
    chain: list[Attribution] = []
    for start in range(5000):
        content = (Span(start, len(document)),)
        within = chain[-1].id if chain else None
        chain.append(replace(OUTER, source=None, cue=None, content=content, within=within))
    check_facts(Facts(document, tuple(chain)))
    check_facts(Facts(document, tuple(reversed(chain))))


POINT = COMPARISON.points[0]
(RAID,) = COMPARISON.events
COMPARED: list[tuple[dict[str, Any], str]] = [
    ({"events": ()}, "tolls[0].event: nothing in the shared events has the id"),
    ({"events": (RAID, RAID)}, f"events[1].id: {RAID.id} stands twice"),
    (
        {"events": (RAID, replace(RAID, mentions=(EventMention(OTHER.document.id, EVENT.id),)))},
        "events[1].mentions[0].event: nothing in the events has the id",
    ),
    (
        {"points": (replace(POINT, claims=(Stand("x", CLAIM.id, POINT.claims[0].side),)),)},
        "points[0].claims[0].document: nothing in the documents has the id 'x'",
    ),
    ({"facts": (FACTS,)}, "stories[0].documents[1]: nothing in the documents has the id"),
]


@pytest.mark.parametrize(("change", "complaint"), COMPARED)
def test_a_comparison_that_names_what_is_not_there_is_refused(
    change: dict[str, Any], complaint: str
) -> None:
    with pytest.raises(BrokenWire) as caught:
        check_comparison(replace(COMPARISON, **change))
    assert str(caught.value).startswith(complaint)
