"""How many people a report counts, and what happened to them."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence

from sayso.extract.casualties.attachment import attach_harm
from sayso.extract.casualties.casualty_sentence import CasualtySentence, GroupHarm
from sayso.extract.casualties.counted_people import bare_end, counted_groups, implied_groups
from sayso.extract.casualties.enumerations import ListedPeople, enumerations, with_enumerations
from sayso.extract.casualties.event_of_figure import with_events
from sayso.extract.casualties.harm_predicates import HarmPredicate, harm_predicates
from sayso.extract.casualties.injured_then_died import with_later_deaths
from sayso.extract.casualties.parts import attach_part
from sayso.extract.casualties.person_names import surnames
from sayso.model.happening import Event, Figure, Harm, Precision, When
from sayso.model.text import Span
from sayso.text.numbers import Number, numbers
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

LOOSE = frozenset({Precision.IMPLIED, Precision.VAGUE})  # no figure unless people came to harm


def find_figures(
    text: str, events: Sequence[Event], times: Sequence[When] = ()
) -> tuple[Figure, ...]:
    """The numbers of people in a report, with the harm done to them if the sentence tells it.

    `claim` is left for the caller. event_of_figure.py says which event a figure is of.
    """
    triggers = _Triggers(events)
    found: dict[str, Figure] = {}
    unsettled: set[str] = set()
    lists: list[ListedPeople] = []
    for sentence in read_sentences(text):
        attach_groups(sentence)
        figures = _figures(sentence, triggers)
        lists += enumerations(sentence, figures)
        for figure, reading in zip(figures, sentence.readings, strict=True):
            if figure is None:
                continue
            found.setdefault(figure.id, figure)
            if reading.predicate is not None and reading.predicate.unsettled:
                unsettled.add(figure.id)
    in_order = sorted(found.values(), key=lambda figure: figure.span)
    told = with_enumerations(in_order, lists)
    return with_events(text, with_later_deaths(text, told, unsettled), events, times)


def read_sentences(text: str) -> Iterator[CasualtySentence]:
    """The sentences that count people, with the groups and the words of harm in them."""
    counts = numbers(text)
    starts = [number.start for number in counts]
    split = [words(text, start, end) for start, end in sentences(text)]
    known = {name for tokens in split for name in surnames(text, tokens)}
    for tokens in split:
        if not tokens:
            continue
        first, last = tokens[0].start, tokens[-1].end
        own = counts[bisect_left(starts, first) : bisect_left(starts, last)]
        predicates = harm_predicates(tokens, loose=True)
        if own or predicates:
            sentence = _casualty_sentence(text, tokens, own, predicates, known)
            if sentence.readings:
                yield sentence


def _casualty_sentence(
    text: str,
    tokens: Sequence[Word],
    counts: Sequence[Number],
    predicates: Sequence[HarmPredicate],
    known: Collection[str],
) -> CasualtySentence:
    groups = counted_groups(tokens, counts)
    if predicates:
        groups += implied_groups(text, tokens, groups, known)
    groups.sort(key=lambda group: group.first)
    return CasualtySentence(tokens, predicates, [GroupHarm(group) for group in groups])


def attach_groups(sentence: CasualtySentence) -> None:
    """Set the harm of each group of a sentence, and what it is a part of."""
    whole: int | None = None
    for at, reading in enumerate(sentence.readings):
        attach_harm(sentence, at)
        attach_part(sentence, at, whole)
        if reading.predicate is not None and reading.part_of is None:
            whole = at


class _Triggers:
    """The triggers of a report's events, looked up by their place in the text."""

    def __init__(self, events: Sequence[Event]) -> None:
        in_order = sorted((event.trigger, event.id) for event in events)
        self._spans = [span for span, _ in in_order]
        self._ids = [name for _, name in in_order]
        self._ends = [span.end for span in self._spans]  # triggers do not overlap

    def event_at(self, span: Span) -> str | None:
        """The first event whose trigger shares a character with a span."""
        at = bisect_right(self._ends, span.start)
        return self._ids[at] if at < len(self._ids) and self._spans[at].touches(span) else None


def _figures(sentence: CasualtySentence, triggers: _Triggers) -> list[Figure | None]:
    """The figure of each reading; None if it counts no people, or no people who came to harm."""
    figures: list[Figure | None] = []
    for at, reading in enumerate(sentence.readings):
        whole = figures[reading.part_of] if reading.part_of is not None else None
        last = figures[at - 1] if at and whole is None else None
        figures.append(_figure(sentence, reading, whole, last, triggers))
    return figures


def _figure(
    sentence: CasualtySentence,
    reading: GroupHarm,
    whole: Figure | None,
    last: Figure | None,
    triggers: _Triggers,
) -> Figure | None:
    """The figure of a reading; `whole` is the figure that it is a part of, `last` the one before it."""
    tokens, group, number = sentence.tokens, reading.group, reading.group.number
    predicate = reading.predicate
    if whole is not None and (reading.takes_harm_of_whole or predicate is None):
        predicate = sentence.readings[reading.part_of or 0].predicate
    harm: Harm | None = predicate.harm if predicate else (whole.harm if whole else None)
    if group.things or (harm is None and not _counts_people(reading)):
        return None
    event = None
    if predicate is not None:
        trigger = Span(tokens[predicate.first].start, tokens[predicate.last - 1].end)
        event = triggers.event_at(trigger)
    return Figure(
        span=Span(number.start, number.end),
        low=number.low,
        high=number.high,
        kind=number.kind,
        harm=harm,
        who=_who(tokens, reading, last, harm),
        event=event,
        claim=None,
        part_of=whole.id if whole else None,
        hypothetical=bool(predicate and predicate.unreal),
    )


def _counts_people(reading: GroupHarm) -> bool:
    """Whether a number counts people who came to no harm."""
    group, number = reading.group, reading.group.number
    return group.has_noun and not group.guessed and number.high != 1 and number.kind not in LOOSE


def _who(
    tokens: Sequence[Word], reading: GroupHarm, last: Figure | None, harm: Harm | None
) -> Span | None:
    """Those counted: the noun phrase of the number, else that of the figure before it."""
    group = reading.group
    if group.has_noun:
        return Span(tokens[group.noun].start, bare_end(tokens[group.stop - 1]))
    return last.who if last and last.harm is not None and harm is not None else None
