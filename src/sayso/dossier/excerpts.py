"""A comparison whose reports are cut down to the words that its findings quote, with some around.

It is for dossiers that may be handed on where the reports may not. The findings are points, tolls and the
timeline; claims, figures and events that none of them has are left out, since nearly every sentence has one.
The names and roles of all speakers stay, and what shows where a report comes from: the words by which it
cites an outlet, and both ends of the passages that it shares with others. What is left out of a text is blank, so that every place stays the place that it is in the whole report,
whose hash the report keeps.
"""

from collections.abc import Iterable, Iterator, Set
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from sayso.model.comparison import Comparison, Quote
from sayso.model.facts import Facts
from sayso.model.text import Document, Span

Kind = TypeVar("Kind")

AROUND = 40  # characters kept before and after words that were found
SHORTEST_GAP = 20  # characters; less than that is kept
GAP = " […] "
HEADING = 100  # characters of a report without a title, which stand in place of one
PASSAGE_END = 90  # of a passage that reports share, shown at either end


def excerpted(comparison: Comparison) -> Comparison:
    """The comparison without the rest of its reports; every place stays where it is."""
    comparison = _findings(comparison)
    quoted: dict[str, list[Span]] = {}
    for quote in _all_of(Quote, comparison):
        quoted.setdefault(quote.document, []).append(quote.span)
    return replace(
        comparison,
        facts=tuple(_excerpt(one, quoted.get(one.document.id, ())) for one in comparison.facts),
    )


def _findings(comparison: Comparison) -> Comparison:
    """The comparison without the facts of which no point, toll or timeline has any."""
    dated = {one.event for one in comparison.timeline} | {one.event for one in comparison.tolls}
    events = tuple(one for one in comparison.events if one.id in dated)
    wanted = {(one.document, one.claim) for point in comparison.points for one in point.claims}
    wanted |= {(one.document, one.figure) for toll in comparison.tolls for one in toll.figures}
    wanted |= {(one.document, one.event) for event in events for one in event.mentions}
    return replace(
        comparison,
        facts=tuple(_wanted(one, wanted) for one in comparison.facts),
        events=events,
    )


def _wanted(facts: Facts, wanted: Set[tuple[str, str]]) -> Facts:
    """The facts of a report that are wanted, and what these name; a name that is left out is None."""
    report = facts.document.id
    figures = [one for one in facts.figures if (report, one.id) in wanted]
    counted = {one.claim for one in figures}
    claims = tuple(
        one
        for one in facts.claims
        if (report, one.id) in wanted or (one.id in counted and one.chain)
    )
    known = {*(one.id for one in claims), *(one.id for one in figures)}
    happened = {one.event for one in figures}
    said = {name for one in claims for name in one.chain}
    return replace(
        facts,
        attributions=tuple(one for one in facts.attributions if one.id in said),
        claims=claims,
        figures=tuple(
            replace(
                one,
                claim=one.claim if one.claim in known else None,
                part_of=one.part_of if one.part_of in known else None,
            )
            for one in figures
        ),
        events=tuple(
            one for one in facts.events if (report, one.id) in wanted or one.id in happened
        ),
    )


def _excerpt(facts: Facts, quoted: Iterable[Span]) -> Facts:
    document = facts.document
    found = [*_found(facts), *(end for span in quoted for end in _ends(span))]
    if not document.title:
        found.append(Span(0, min(HEADING, len(document))))
    return replace(facts, document=_with_other_text(document, _blanked(document.text, found)))


def _found(facts: Facts) -> Iterator[Span]:
    """The places of all that was found, with some words around."""
    text = facts.document.text
    for claim in facts.claims:
        yield from (_widened(text, span) for span in (*claim.content, *claim.hedges))
    for one in facts.attributions:
        yield from (_widened(text, span) for span in (one.source, one.cue) if span)
    for figure in facts.figures:
        yield _widened(text, figure.span)
    for event in facts.events:
        yield _widened(text, event.trigger)
    for fact in (*facts.figures, *facts.events, *facts.claims):
        yield from _all_of(Span, fact)
    for actor in facts.actors:  # where else it is mentioned is not kept
        yield from (span for span in (actor.name, actor.role) if span)


def _all_of(kind: type[Kind], value: Any) -> Iterator[Kind]:
    """Every value of a kind that is in another value, but none that is in a report."""
    if isinstance(value, kind):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _all_of(kind, one)
    elif is_dataclass(value) and not isinstance(value, Facts | Document):
        for one in fields(value):
            yield from _all_of(kind, getattr(value, one.name))


def _ends(span: Span) -> Iterator[Span]:
    """A place; only both ends of a long one."""
    if span.end - span.start <= 2 * PASSAGE_END + SHORTEST_GAP:
        yield span
    else:
        yield Span(span.start, span.start + PASSAGE_END)
        yield Span(span.end - PASSAGE_END, span.end)


def _blanked(text: str, found: Iterable[Span]) -> str:
    """The text as long as it was, with blanks for what is not near a place that was found."""
    kept: list[list[int]] = []
    for span in sorted(found, key=lambda one: (one.start, one.end)):
        if kept and span.start - kept[-1][1] < SHORTEST_GAP:
            kept[-1][1] = max(kept[-1][1], span.end)
        else:
            kept.append([span.start, span.end])
    pieces, at = [], 0
    for start, end in [*kept, [len(text), len(text)]]:
        pieces.append(_gap(text[at:start]) + text[start:end])
        at = end
    return "".join(pieces)


def _gap(left_out: str) -> str:
    """Blanks as long as what they stand for; line breaks at either end stay."""
    if len(left_out) < len(GAP):
        return left_out
    inner = left_out.strip("\n")
    before = left_out[: len(left_out) - len(left_out.lstrip("\n"))]
    after = left_out[len(before) + len(inner) :]
    return before + GAP[: len(inner)].ljust(len(inner)) + after


def _widened(text: str, span: Span) -> Span:
    """A place with some whole words around it, within its paragraph."""
    start, end = max(0, span.start - AROUND), min(len(text), span.end + AROUND)
    before, after = text[start : span.start], text[span.end : end]
    before = before.rpartition("\n")[2]
    after = after.partition("\n")[0]
    if start and span.start - len(before) == start:
        before = before.partition(" ")[2]
    if end < len(text) and span.end + len(after) == end:
        after = after.rpartition(" ")[0]
    return Span(span.start - len(before), span.end + len(after))


def _with_other_text(document: Document, text: str) -> Document:
    """The document with another text of the same length; its identity stays that of the whole report."""
    made = replace(document, text=text, left_out=(), entries=(), corrections=())
    object.__setattr__(made, "id", document.id)
    return made
