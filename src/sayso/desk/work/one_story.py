"""What a case holds of one story."""

from collections.abc import Iterable
from dataclasses import replace

from sayso.errors import WrongDecision
from sayso.model.comparison import Comparison, EventMention, FigureMention
from sayso.model.decisions import Decision, Holdings
from sayso.model.points import Stand

Mention = EventMention | FigureMention | Stand


def only_story(holdings: Holdings, story: str) -> Holdings:
    """The holdings of one story, by its id. Raises WrongDecision if there is none."""
    found = [one for one in holdings.comparison.stories if one.id == story]
    if not found:
        raise WrongDecision("There is no such story now. Load the page again and choose one.")
    reports = frozenset(found[0].documents)
    return replace(
        holdings,
        comparison=_only(holdings.comparison, reports),
        decisions=tuple(one for one in holdings.decisions if _is_on(one, reports)),
        orphans=tuple(one for one in holdings.orphans if _is_on(one, reports)),
    )


def _only(whole: Comparison, reports: frozenset[str]) -> Comparison:
    """What a comparison says of some reports alone. A group that loses members is named by the rest."""
    events = tuple(one for one in whole.events if _all_in(one.mentions, reports))
    known = {one.id for one in events}
    actors = (
        replace(one, mentions=tuple(m for m in one.mentions if m.document in reports))
        for one in whole.actors
        if one.name.document in reports
    )
    origins = (
        replace(one, documents=tuple(d for d in one.documents if d in reports))
        for one in whole.origins
    )
    return Comparison(
        facts=tuple(one for one in whole.facts if one.document.id in reports),
        stories=tuple(one for one in whole.stories if set(one.documents) <= reports),
        copies=tuple(one for one in whole.copies if {one.left, one.right} <= reports),
        citations=tuple(
            replace(one, cited=one.cited if one.cited in reports else None)
            for one in whole.citations
            if one.document in reports
        ),
        origins=tuple(one for one in origins if one.documents),
        actors=tuple(one for one in actors if one.mentions),
        events=events,
        points=tuple(one for one in whole.points if _all_in(one.claims, reports)),
        tolls=tuple(one for one in whole.tolls if _all_in(one.figures, reports)),
        timeline=tuple(one for one in whole.timeline if one.event in known),
    )


def _all_in(members: Iterable[Mention], reports: frozenset[str]) -> bool:
    return all(one.document in reports for one in members)


def _is_on(decision: Decision, reports: frozenset[str]) -> bool:
    """Whether a decision is on one of these reports, or on what all have a part in, such as an outlet."""
    named = {one.report for one in decision.subjects if one.report}
    named |= {name.partition("/")[0] for one in decision.subjects for name in one.members}
    return not named or not named.isdisjoint(reports)
