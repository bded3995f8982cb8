"""Any comparison of up to three documents, for property tests."""

from collections.abc import Sequence
from typing import Any

from hypothesis import strategies as st

from sayso.model.comparison import (
    ActorMention,
    Change,
    Citation,
    Comparison,
    Copy,
    CopyKind,
    Entry,
    EventMention,
    Evidence,
    FigureMention,
    Likelihood,
    Origin,
    Passage,
    Point,
    Quote,
    SharedActor,
    SharedEvent,
    Side,
    Stand,
    State,
    Step,
    Story,
    Toll,
)
from sayso.model.facts import Facts
from sayso.model.happening import Harm
from sayso.model.reasons import Reason
from sayso.model.text import Document
from tests.strategies import (
    counts,
    days,
    facts,
    ids,
    one_of,
    shares,
    spans,
    strings,
    tuples,
    unlike,
)

Reports = st.SearchStrategy[tuple[str, ...]]
Quotes = st.SearchStrategy[Quote]
reasons = tuples(st.builds(Reason, strings, tuples(strings)))
why = tuples(st.builds(Evidence, strings, shares, strings, reasons))


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """A comparison of one to three documents, with groups of every kind."""
    many = st.lists(facts(1), min_size=1, max_size=3, unique_by=lambda one: one.document.id)
    compared = draw(many)
    quote = st.sampled_from(compared).flatmap(lambda one: quotes(one.document))
    reports = st.lists(_reports(compared), min_size=1, max_size=3, unique=True).map(tuple)
    actors = st.builds(SharedActor, quote, _members(ActorMention, compared, "actors"))
    events = draw(unlike(_events(compared, quote)))
    return Comparison(
        facts=tuple(compared),
        stories=draw(unlike(st.builds(Story, reports))),
        copies=draw(tuples(_copies(compared))),
        citations=draw(tuples(_citations(compared))),
        origins=draw(unlike(st.builds(Origin, reports, why))),
        actors=draw(unlike(actors)),
        events=events,
        points=draw(unlike(_points(compared, quote))),
        tolls=draw(unlike(_tolls(compared, quote, ids(events)))),
        timeline=draw(tuples(_entries(ids(events), reports))) if events else (),
    )


@st.composite
def quotes(draw: st.DrawFn, document: Document) -> Quote:
    """Some words of the document."""
    return Quote(document.id, draw(spans(document)))


def _copies(compared: Sequence[Facts]) -> st.SearchStrategy[Copy]:
    pair = st.tuples(st.sampled_from(compared), st.sampled_from(compared))
    return pair.flatmap(
        lambda two: st.builds(
            Copy,
            left=st.just(two[0].document.id),
            right=st.just(two[1].document.id),
            kind=st.sampled_from(CopyKind),
            origin=one_of([one.document.id for one in two]),
            share=shares,
            passages=tuples(st.builds(Passage, *(quotes(one.document) for one in two))),
        )
    )


def _citations(compared: Sequence[Facts]) -> st.SearchStrategy[Citation]:
    return st.sampled_from(compared).flatmap(
        lambda one: st.builds(
            Citation,
            document=st.just(one.document.id),
            outlet=quotes(one.document),
            attribution=one_of(ids(one.attributions)),
            cited=st.none() | _reports(compared),
        )
    )


def _events(compared: Sequence[Facts], quote: Quotes) -> st.SearchStrategy[SharedEvent]:
    known = days() | st.tuples(st.dates(), st.none()) | st.tuples(st.none(), st.dates())
    return st.builds(
        lambda mentions, kind, place, when: SharedEvent(mentions, kind, place, *when),
        _members(EventMention, compared, "events"),
        strings,
        st.none() | quote,
        known | st.just((None, None)),
    )


def _points(compared: Sequence[Facts], quote: Quotes) -> st.SearchStrategy[Point]:
    how = st.tuples(st.sampled_from(Side), reasons, st.none() | shares, st.booleans())
    return st.builds(
        lambda members, held, **rest: Point(
            claims=tuple(
                Stand(document, claim, *one)
                for (document, claim), one in zip(members, held, strict=False)
            ),
            **rest,
        ),
        _members(lambda *names: names, compared, "claims"),
        st.lists(how, min_size=3, max_size=3),
        title=quote,
        state=st.sampled_from(State),
        origins_for=counts,
        origins_against=counts,
        why=why,
        probability=st.none() | shares,
        likelihood=st.none() | st.sampled_from(Likelihood),
    )


def _tolls(
    compared: Sequence[Facts], quote: Quotes, events: Sequence[str]
) -> st.SearchStrategy[Toll]:
    known = st.lists(counts, min_size=3, max_size=3).map(sorted)
    return st.builds(
        lambda bounds, **rest: Toll(low=bounds[0], best=bounds[1], high=bounds[2], **rest),
        known | st.just([None, None, None]),
        event=one_of(events),
        harm=st.sampled_from(Harm),
        who=st.none() | quote,
        figures=_members(FigureMention, compared, "figures"),
        policy=st.sampled_from(("ucdp", "acled", "airwars")),
        why=tuples(strings),
        course=_course(compared, quote),
        reasons=tuples(reasons),
    )


def _course(compared: Sequence[Facts], quote: Quotes) -> st.SearchStrategy[tuple[Step, ...]]:
    mentions = _members(FigureMention, compared, "figures")
    return st.builds(
        lambda mentions, when, dated, change, why, reasons: tuple(
            Step(
                one.document, one.figure, when[0], when[1], dated, change, mentions[0], why, reasons
            )
            for one in mentions
        ),
        mentions,
        days() | st.just((None, None)),
        st.none() | quote,
        st.none() | st.sampled_from(Change),
        strings,
        reasons,
    )


def _entries(events: Sequence[str], reports: Reports) -> st.SearchStrategy[Entry]:
    return st.builds(
        lambda when, event, told, said: Entry(when[0], when[1], event, told, *said),
        days(),
        st.sampled_from(events),
        reports,
        days() | st.just((None, None)),
    )


def _members(kind: Any, compared: Sequence[Facts], listed: str) -> st.SearchStrategy[Any]:
    """Some of the facts of one list, each as the `kind` that names its document and itself."""
    pool = [kind(one.document.id, fact.id) for one in compared for fact in getattr(one, listed)]
    if not pool:
        return st.just(())
    return st.lists(st.sampled_from(pool), max_size=3, unique=True).map(tuple)


def _reports(compared: Sequence[Facts]) -> st.SearchStrategy[str]:
    return st.sampled_from([one.document.id for one in compared])
