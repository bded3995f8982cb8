"""Any document and any facts about it, for property tests; comparisons are in the next file.

What is made is consistent: spans lie in their text, ids name what is there, nothing stands twice.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import strategies as st

from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Harm, Participant, Place, Precision, When
from sayso.model.limits import MAX_COUNT
from sayso.model.particulars import DateKind, LeftOut, LeftOutKind, StatedDate
from sayso.model.speech import (
    Actor,
    ActorType,
    Attribution,
    Basis,
    Claim,
    Kind,
    Knowing,
    Speech,
    Stance,
)
from sayso.model.text import Document, Entry, Head, Span

AWKWARD = (
    "The ministry denied it. ",
    "“We lost nobody,” she said.\r\n",
    "\n\n",
    "\0",
    "\u2028\x85\u2029",
    "\ufeff",
    "\N{WOMAN}\u200d\N{FIRE ENGINE}\N{VARIATION SELECTOR-16}",
    "e\u0301a\u0308\u0323",
    "\N{RIGHT-TO-LEFT OVERRIDE}نفت الوزارة\N{POP DIRECTIONAL FORMATTING}",
    "\u00a0\u200b",
    "\U0010ffff",
    '"\\/\b\t',
    "</script><!--",
    "=1+1",
    "84",
)

strings = st.sampled_from(AWKWARD) | st.text(max_size=12)
shares = st.floats(0, 1)
counts = st.integers(0, MAX_COUNT)
times = st.sampled_from(("T00:00Z", "T22:10:30-05:00", "T23:59:59.123+11:30"))
hashes = st.binary(min_size=32, max_size=32).map(bytes.hex)
moments = st.builds(lambda day, time: f"{day}{time}", st.dates(), st.just("") | times)
Spans = st.SearchStrategy[Span]


def texts(least: int = 0) -> st.SearchStrategy[str]:
    """Texts of at least so many pieces, of the kind that makes trouble."""
    return st.lists(strings.filter(bool), min_size=least, max_size=8).map("".join)


@st.composite
def heads(draw: st.DrawFn) -> Head:
    """A head with whatever is known of it."""
    some = st.none() | strings
    return Head(
        name=draw(strings),
        title=draw(some),
        outlet=draw(some),
        byline=draw(some),
        url=draw(some),
        published=draw(st.none() | moments),
        raw_sha256=draw(st.none() | hashes),
    )


@st.composite
def documents(draw: st.DrawFn, least: int = 0) -> Document:
    """A document with whatever is known of it."""
    some = st.none() | strings
    document = Document(
        name=draw(strings),
        text=draw(texts(least)),
        title=draw(some),
        outlet=draw(some),
        byline=draw(some),
        url=draw(some),
        published=draw(st.none() | moments),
        language=draw(st.sampled_from((None, "en"))),
        raw_sha256=draw(st.none() | hashes),
        remaining=draw(st.none() | shares),
        also=draw(st.lists(heads(), max_size=2).map(tuple)),
        subtitle=draw(some),
        section=draw(some),
        agency=draw(some),
        modified=draw(st.none() | moments),
        crawled=draw(st.none() | moments),
        format=draw(some),
        dates=draw(tuples(_dates())),
    )
    document = replace(
        document,
        read_to=draw(st.none() | st.integers(0, len(document))),
        left_out=draw(tuples(_left_out(len(document)))),
        words_left_out=draw(st.integers(0, 9)),
    )
    if not document.text:
        return document
    span = spans(document)
    return replace(
        document,
        furniture=draw(tuples(span)),
        corrections=draw(tuples(span)),
        entries=draw(tuples(st.builds(Entry, span, st.none() | moments))),
    )


def _left_out(length: int) -> st.SearchStrategy[LeftOut]:
    return st.builds(LeftOut, st.integers(0, length), st.sampled_from(LeftOutKind), strings)


def _dates() -> st.SearchStrategy[StatedDate]:
    return st.builds(StatedDate, st.sampled_from(DateKind), st.none() | moments, strings, strings)


@st.composite
def spans(draw: st.DrawFn, document: Document) -> Span:
    """A place in a document that has text."""
    start = draw(st.integers(0, len(document) - 1))
    return Span(start, draw(st.integers(start + 1, len(document))))


@st.composite
def facts(draw: st.DrawFn, least: int = 0) -> Facts:
    """A document and facts of every kind about it; none where it has no text."""
    document = draw(documents(least))
    if not document.text:
        return Facts(document)
    span = spans(document)
    actors = draw(unlike(_actors(span)))
    attributions = _linked(draw, draw(unlike(_attributions(span))), "within")
    claims = draw(unlike(_claims(span, ids(attributions), ids(actors))))
    events = draw(unlike(_events(span, ids(actors))))
    figures = _linked(draw, draw(unlike(_figures(span, ids(events), ids(claims)))), "part_of")
    return Facts(document, attributions, claims, actors, figures, events)


def _attributions(span: Spans) -> st.SearchStrategy[Attribution]:
    return st.builds(
        Attribution,
        source=st.none() | span,
        cue=st.none() | span,
        content=tuples(span, 1),
        speech=st.sampled_from(Speech),
        kind=st.sampled_from(Kind),
        within=st.none(),
        score=shares,
    )


def _claims(
    span: Spans, attributions: Sequence[str], actors: Sequence[str]
) -> st.SearchStrategy[Claim]:
    return st.builds(
        Claim,
        content=tuples(span, 1),
        chain=tuples(st.sampled_from(attributions)) if attributions else st.just(()),
        stance=st.sampled_from(Stance),
        hedges=tuples(span),
        speaker=one_of(actors),
        basis=tuples(st.builds(Basis, kind=st.sampled_from(Knowing), span=span)),
    )


def _actors(span: Spans) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        name=span,
        type=st.sampled_from(ActorType),
        named=st.booleans(),
        role=st.none() | span,
        mentions=tuples(span),
    )


def _figures(
    span: Spans, events: Sequence[str], claims: Sequence[str]
) -> st.SearchStrategy[Figure]:
    return st.builds(
        lambda bounds, **rest: Figure(low=bounds[0], high=bounds[1], **rest),
        st.lists(counts, min_size=2, max_size=2).map(sorted)
        | st.tuples(counts, st.none())
        | st.tuples(st.none(), counts),
        span=span,
        kind=st.sampled_from(Precision),
        harm=st.none() | st.sampled_from(Harm),
        who=st.none() | span,
        event=one_of(events),
        claim=one_of(claims),
        part_of=st.none(),
        hypothetical=st.booleans(),
    )


def _events(span: Spans, actors: Sequence[str]) -> st.SearchStrategy[Event]:
    place = st.builds(
        Place,
        span=span,
        name=strings,
        country=st.none() | strings,
        lat=st.none() | st.floats(-90, 90),
        lon=st.none() | st.floats(-180, 180),
    )
    return st.builds(
        Event,
        trigger=span,
        kind=strings,
        participants=tuples(st.builds(Participant, strings, span, one_of(actors))),
        place=st.none() | place,
        when=st.none() | st.builds(lambda span, days: When(span, *days), span, days()),
        negated=st.booleans(),
    )


def days() -> st.SearchStrategy[tuple[date, date]]:
    """A first and a last day."""
    return st.tuples(st.dates(), st.dates()).map(lambda two: (min(two), max(two)))


def tuples(items: st.SearchStrategy[Any], least: int = 0) -> st.SearchStrategy[Any]:
    """A few of them."""
    return st.lists(items, min_size=least, max_size=3).map(tuple)


def unlike(items: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A few of them, no two with the same id."""
    return st.lists(items, max_size=3, unique_by=lambda one: one.id).map(tuple)


def one_of(names: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of the names, or none."""
    return st.sampled_from([None, *names])


def ids(values: Sequence[Any]) -> list[str]:
    """Their ids."""
    return [one.id for one in values]


def _linked(draw: st.DrawFn, values: Sequence[Any], link: str) -> Any:
    """The values, some of them linked to one that stands before them."""
    return tuple(
        replace(one, **{link: draw(one_of(ids(values[:place])))})
        for place, one in enumerate(values)
    )
