"""Holdings to export: the bundled case with decisions on it, and reports of hostile words."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from sayso.model.comparison import Comparison
from sayso.model.decisions import Decision, DecisionKind, Holdings, Subject, Target
from sayso.model.speech import Claim
from sayso.model.text import Document
from tests.dossier.exports.hostile_reports import HOSTILE as HOSTILE
from tests.dossier.exports.hostile_reports import hostile_comparison
from tests.test_demo import case

MADE_AT = "2031-05-06T09:30:00Z"


@cache
def demo() -> Holdings:
    """The bundled case, with decisions of two people on it."""
    comparison = case()
    return Holdings("Yalmet", "1.2.3", MADE_AT, comparison, *_decided(comparison))


@cache
def hostile() -> Holdings:
    """Reports of hostile words, with a decision in these words on a claim of each."""
    comparison = hostile_comparison()
    kinds = {"note": 1}
    decisions = tuple(
        Decision(
            number,
            MADE_AT,
            words,
            DecisionKind.NOTE,
            (Subject(Target.CLAIM, one.claims[0].id, one.document.id, (), words),),
            {"note": words, "nested": [words, kinds, None, True, 0.5]},
            words,
        )
        for number, (words, one) in enumerate(zip(HOSTILE, comparison.facts, strict=True), 1)
    )
    return Holdings("=case\n# <b>", "1.2.3", MADE_AT, comparison, decisions)


def empty() -> Holdings:
    """A case without reports."""
    return Holdings("empty", "1.2.3", MADE_AT, Comparison(()))


def _decided(
    comparison: Comparison,
) -> tuple[tuple[Decision, ...], tuple[Decision, ...], dict[str, int]]:
    """The decisions in force, the orphans among them, and what was corrected."""
    first, second = comparison.points[0].claims[:2]
    point = comparison.points[0]
    toll = comparison.tolls[0]
    figure = toll.figures[0]
    members = tuple(f"{one.document}/{one.claim}" for one in point.claims)
    claim_one = Subject(Target.CLAIM, first.claim, first.document, (), "the army of firing")
    claim_two = Subject(Target.CLAIM, second.claim, second.document, (), "the munitions")
    told: tuple[tuple[DecisionKind, Subject, dict[str, Any], str], ...] = (
        (DecisionKind.ACCEPT, claim_one, {}, "it is what the front said"),
        (DecisionKind.CREDIBILITY, claim_one, {"mark": "2"}, ""),
        (DecisionKind.REJECT, claim_two, {}, "no claim at all"),
        (
            DecisionKind.RELIABILITY,
            Subject(Target.OUTLET, "Daily Plumbline", words="Daily Plumbline"),
            {"mark": "B"},
            "",
        ),
        (DecisionKind.NOTE, Subject(Target.POINT, point.id, members=members), {"text": "1"}, ""),
        # made when the point had fewer members, and so another id
        (
            DecisionKind.ACCEPT,
            Subject(Target.POINT, "0123456789ab", members=members[:2], words="the guns"),
            {},
            "",
        ),
        (
            DecisionKind.CORRECT,
            Subject(Target.FIGURE, figure.figure, figure.document, (), "at least 20"),
            {"low": 21},
            "the outlet put it right",
        ),
        (
            DecisionKind.MERGE,
            Subject(Target.SHARED_EVENT, "ba9876543210", members=("gone/event",), words="the raid"),
            {},
            "",
        ),
        (DecisionKind.CREDIBILITY, claim_one, {"mark": "3"}, "second thoughts"),
        (
            DecisionKind.NOTE,
            Subject(
                Target.TOLL,
                toll.id,
                members=tuple(f"{m.document}/{m.figure}" for m in toll.figures),
            ),
            {"text": "to be checked"},
            "",
        ),
    )
    decisions = tuple(
        Decision(
            number, MADE_AT, "A. Reader" if number % 2 else "B. Reader", kind, (on,), value, why
        )
        for number, (kind, on, value, why) in enumerate(told, 1)
    )
    orphans = tuple(one for one in decisions if one.kind is DecisionKind.MERGE)
    corrected = next(one for one in decisions if one.kind is DecisionKind.CORRECT)
    return decisions, orphans, {f"{figure.document}/{figure.figure}": corrected.number}


def without_decisions(holdings: Holdings) -> Holdings:
    """The holdings as if nobody had decided anything."""
    return replace(holdings, decisions=(), orphans=(), added={})


def documents(holdings: Holdings) -> dict[str, Document]:
    """The documents by their ids."""
    return {facts.document.id: facts.document for facts in holdings.comparison.facts}


def every_claim(holdings: Holdings) -> Iterator[tuple[Document, Claim]]:
    """The claims of all reports."""
    for facts in holdings.comparison.facts:
        for claim in facts.claims:
            yield facts.document, claim
