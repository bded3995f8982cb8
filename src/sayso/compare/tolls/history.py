"""The course of a toll: its figures in the order in which they were said, and what each changes."""

from collections.abc import Iterable, Iterator

from sayso.compare.figures.revisions import Finding, Lines
from sayso.compare.tolls.counted_figure import CountedFigure, alike
from sayso.compare.tolls.status import parts_of, unsaid
from sayso.compare.tolls.superseded import greatness
from sayso.model.comparison import Quote, Step


def course(counts: Iterable[CountedFigure]) -> tuple[Step, ...]:
    """The figures of one toll that tell how many, in the order in which they were said.

    Left out are parts, denials, words such as "dozens", and what a speaker says less than their
    greatest figure in one report, or in one entry of a running report. Those of unknown day come last.
    """
    told = sorted(_telling(counts), key=lambda one: one.order)
    return tuple(_step(one, found) for one, found in Lines(told).found)


def _telling(counts: Iterable[CountedFigure]) -> Iterator[CountedFigure]:
    ordered = sorted(counts, key=lambda one: one.order)
    left = {one.mention for one in ordered} - unsaid(ordered, ordered).keys()
    own = [one for one in ordered if one.mention in left]
    left -= parts_of(own, ordered).keys()
    own = [one for one in own if one.mention in left and one.numbered]
    for same in alike(own, _occasion):
        yield max(same, key=greatness)


def _occasion(one: CountedFigure) -> tuple[object, ...]:
    clock = one.said.clock if one.said else None
    return one.document.id, one.voice.key, one.former, clock


def _step(one: CountedFigure, found: Finding[CountedFigure]) -> Step:
    said, why = one.said, found.why
    if one.revised is not None:
        why = f"{why}: “{one.document[one.revised.words]}”"
    return Step(
        one.document.id,
        one.figure.id,
        said.first if said else None,
        said.last if said else None,
        Quote(one.document.id, said.words) if said and said.words else None,
        found.change,
        found.former.mention if found.former else None,
        why,
    )
