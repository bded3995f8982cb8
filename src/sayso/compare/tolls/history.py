"""The history of a toll: its figures in the order in which they were said, and what each changes."""

from collections.abc import Iterable, Iterator, Sequence

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.revisions import Threads, ThreadStep
from sayso.compare.figures.supersession import Supersession
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.outcome import TollFigures, TollHistory
from sayso.compare.tolls.status import RULES
from sayso.model.comparison import Quote, Step
from sayso.model.reasons import RuleName, because, reasons_line

LEFT_OUT = (
    "hypothetical",
    "not asserted",
    "part of whole",
    "adds to others",
    "among all",
    "nobody harmed",
)  # rules; figures that they exclude are no steps


def toll_history(counts: Iterable[CountedFigure]) -> TollHistory:
    """The figures of one toll that tell how many, in the order in which they were said.

    Left out are parts, denials and words such as "dozens". Of each speaker there is the greatest
    figure in a report, or in an entry of a running report. Figures of unknown day come last.
    """
    figures = sorted(_telling_figures(counts), key=lambda count: count.publication_order)
    threads = Threads([count.as_dated_number(at) for at, count in enumerate(figures)])
    steps = tuple(_step(step, figures) for step in threads.steps)
    return TollHistory(steps, Supersession(threads.steps))


def _telling_figures(counts: Iterable[CountedFigure]) -> Iterator[CountedFigure]:
    ordered = sorted(counts, key=lambda count: count.publication_order)
    toll = TollFigures(ordered, TollHistory())
    left = ordered
    for name in LEFT_OUT:
        excluded = RULES[name](left, toll)
        left = [count for count in left if count.mention not in excluded]
    for group in grouped_by((count for count in left if count.has_number), _occasion):
        yield max(group, key=lambda count: count.size_order)


def _occasion(count: CountedFigure) -> tuple[object, ...]:
    entry_time = count.said.entry_time if count.said else None
    return count.report, count.voice.key, count.is_former, entry_time


def _step(step: ThreadStep, figures: Sequence[CountedFigure]) -> Step:
    count, former = figures[step.number.ref], step.former
    said, reasons = count.said, [step.reason]
    if count.revised is not None:
        cue = f"“{count.document[count.revised.cue]}”"
        reasons.append(because(RuleName.REPORT_SAYS, cue))
    return Step(
        count.report,
        count.figure.id,
        said.first if said else None,
        said.last if said else None,
        Quote(count.report, said.shown_by) if said and said.shown_by else None,
        step.change,
        figures[former.ref].mention if former else None,
        reasons_line(reasons),
        tuple(reasons),
    )
