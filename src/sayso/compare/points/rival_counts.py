"""The counts of a toll that may stand against each other, and whether two of them do."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sayso.compare.figures.quantity import Bounds, are_apart, bounds_of
from sayso.compare.figures.whole_count import (
    counts_whole,
    has_grown,
    introduces_event,
    is_of_earlier_day,
    places_beside,
)
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.claim_origins import ClaimKey
from sayso.model.comparison import Change, FigureMention, SharedEvent, Step, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Figure, Harm, Precision
from sayso.model.text import Document, Span
from sayso.text.sentences import sentences

HARM_TO_PEOPLE = frozenset({Harm.KILLED, Harm.INJURED})
NO_NUMBER = frozenset({Precision.VAGUE, Precision.IMPLIED})
CHANGED = frozenset({Change.UPDATE, Change.CORRECTION})
LONG_PAST = timedelta(days=60)  # before a report, of an event without a day
MIN_SHARED_TERMS = 3  # of claims of reports without a day
OPENING_SENTENCES = 4  # of a report: they introduce its own event


@dataclass(frozen=True, slots=True)
class Count:
    """A figure of a toll with the claims that give it, the shortest first, and the origin of those.

    `names_event` is whether the figure's own event is that of the toll; `grown` whether the report
    says that the number grew to what it is. `beside` are all numbers of its report, and how often
    each stands there; `places` the places named where the report gives the number.
    """

    document: Document
    figure: Figure
    step: Step
    claims: tuple[PreparedClaim, ...]
    origin: str
    sentence: int
    names_event: bool
    grown: bool
    beside: Mapping[int, int]
    places: frozenset[str]

    @property
    def value(self) -> int:
        """The number by which it is compared."""
        return (self.figure.high if self.figure.low is None else self.figure.low) or 0

    @property
    def bounds(self) -> Bounds:
        """The least and the most that it allows."""
        return figure_bounds(self.figure)

    @property
    def attributed(self) -> bool:
        """Whether a speaker gives it, and not the outlet in its own voice."""
        return bool(self.claims) and not self.claims[0].outlet_voice

    @property
    def voice(self) -> str:
        """The key of who gives it; reports of one origin have one outlet's voice."""
        return self.claims[0].voice if self.attributed else self.origin

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which it may have been said."""
        first, last = self.step.said_from, self.step.said_to
        return (first, last) if first and last else None


class TollCounts:
    """Reads the counts of tolls: each figure that tells how many, with the claims that give it."""

    def __init__(
        self,
        pile: Sequence[Facts],
        claims: Iterable[PreparedClaim],
        events: Iterable[SharedEvent],
        origin_of: Mapping[ClaimKey, str],
    ) -> None:
        self._facts = {facts.document.id: facts for facts in pile}
        self._figures = {
            (facts.document.id, figure.id): figure for facts in pile for figure in facts.figures
        }
        self._claims_of: dict[str, list[PreparedClaim]] = {}
        for claim in claims:
            self._claims_of.setdefault(claim.document, []).append(claim)
        self._claims_in: dict[tuple[str, int], list[PreparedClaim]] = {}
        self._events = {event.id: event for event in events}
        self._origin_of = origin_of
        self._origin_of_report = {
            facts.document.id: origin_of[facts.document.id, claim.id]
            for facts in pile
            for claim in facts.claims
            if not claim.chain
        }
        self._sentences: dict[str, list[Span]] = {}
        self._numbers: dict[str, Mapping[int, int]] = {}

    def counts_of(self, toll: Toll) -> list[Count]:
        """The counts of all victims of the toll's event, in the order of saying."""
        event = self._events.get(toll.event or "")
        if event is None:
            return []
        places = self._places_of(toll)
        mentioned = {(mention.document, mention.event) for mention in event.mentions}
        return [
            Count(
                document,
                figure,
                step,
                claims,
                self._origin_of_figure(document.id, figure, claims),
                number,
                (document.id, figure.event or "") in mentioned,
                has_grown(document, figure, sentence),
                self._numbers_of(document.id),
                places[document.id, figure_bounds(figure)],
            )
            for step in toll.course
            for document in [self._facts[step.document].document]
            for figure in [self._figures[step.document, step.figure]]
            for number, sentence in [self._sentence_of(document, figure.span)]
            if self._is_of_event(document, figure, number, sentence, event)
            for claims in [self.claims_with(document.id, figure.span)]
        ]

    def _origin_of_figure(
        self, document: str, figure: Figure, claims: Sequence[PreparedClaim]
    ) -> str:
        """The origin of the claim that a figure stands in; if it is in none, that of its report."""
        claim = claims[0].claim.id if claims else figure.claim
        if claim is not None:
            return self._origin_of[document, claim]
        return self._origin_of_report.get(document, document)

    def claims_with(self, document: str, span: Span) -> tuple[PreparedClaim, ...]:
        """The claims of a report whose speakers stand behind them and that hold a span."""
        number, _ = self._sentence_of(self._facts[document].document, span)
        holding = [
            claim
            for claim in self._claims_in.get((document, number), ())
            if claim.speaker_polarity > 0 and any(part.holds(span) for part in claim.claim.content)
        ]
        return tuple(sorted(holding, key=lambda claim: sum(map(len, claim.claim.content))))

    def figures_of(self, toll: Toll) -> Iterator[tuple[Document, Figure]]:
        """All figures of a toll that count all its victims, repetitions included."""
        event = self._events.get(toll.event or "")
        for mention in toll.figures:
            document = self._facts[mention.document].document
            figure = self._figures[mention.document, mention.figure]
            number, sentence = self._sentence_of(document, figure.span)
            if event and self._is_of_event(document, figure, number, sentence, event):
                yield document, figure

    def _is_of_event(
        self, document: Document, figure: Figure, number: int, sentence: Span, event: SharedEvent
    ) -> bool:
        if number >= OPENING_SENTENCES and introduces_event(document, figure, sentence):
            return False
        if figure.kind in NO_NUMBER or not counts_whole(document, figure, sentence):
            return False
        day = event.first or (document.day - LONG_PAST if document.day else None)
        return not is_of_earlier_day(document, sentence, figure.span, day)

    def _numbers_of(self, document: str) -> Mapping[int, int]:
        """The numbers of a report, and how often each stands there."""
        if document not in self._numbers:
            figures = self._facts[document].figures
            self._numbers[document] = Counter(figure.low for figure in figures if figure.low)
        return self._numbers[document]

    def _places_of(self, toll: Toll) -> Mapping[tuple[str, Bounds], frozenset[str]]:
        """The places named where a report gives a number of the toll, here or again."""
        found: dict[tuple[str, Bounds], frozenset[str]] = {}
        for mention in toll.figures:
            document = self._facts[mention.document].document
            figure = self._figures[mention.document, mention.figure]
            key = document.id, figure_bounds(figure)
            beside = places_beside(document, self._sentence_of(document, figure.span)[1])
            found[key] = found.get(key, frozenset()) | beside
        return found

    def _file_claims(self, document: str) -> None:
        """Files the claims of a report under every sentence that they reach into."""
        starts = [sentence.start for sentence in self._sentences[document]]
        for claim in self._claims_of.get(document, ()):
            reached = {
                number
                for part in claim.claim.content
                for number in range(
                    bisect_right(starts, part.start) - 1, bisect_right(starts, part.end)
                )
            }
            for number in sorted(reached):
                self._claims_in.setdefault((document, number), []).append(claim)

    def _sentence_of(self, document: Document, span: Span) -> tuple[int, Span]:
        """The number of the sentence in which a span begins, and its place."""
        if document.id not in self._sentences:
            self._sentences[document.id] = [Span(*bounds) for bounds in sentences(document.text)]
            self._file_claims(document.id)
        known = self._sentences[document.id]
        at = bisect_right(known, span.start, key=lambda sentence: sentence.start) - 1
        return at, known[at] if at >= 0 else span


def figure_bounds(figure: Figure) -> Bounds:
    """The least and the most that a figure allows."""
    return bounds_of(figure.low, figure.high, figure.kind is Precision.ABOUT)


def stand_against(one: Count, two: Count) -> bool:
    """Whether two counts of a toll are by two voices, of one time, and cannot both be right."""
    fewer, more = sorted((one, two), key=lambda count: count.value)
    if not are_apart(one.bounds, two.bounds) or one.voice == two.voice:
        return False
    if Change.OLDER in (one.step.change, two.step.change):
        return False
    if one.figure.harm not in HARM_TO_PEOPLE and not (one.attributed and two.attributed):
        return False
    if fewer.value == 0 or (fewer.value == 1 and not fewer.attributed):
        return False
    if _is_sum(more, fewer) or not _may_be_one_place(fewer, more):
        return False
    if _in_one_report(fewer, more):
        if not (fewer.attributed and more.attributed):
            return False  # the outlet mostly sums up, or tells of a part
    elif not (fewer.days and more.days) and not _tell_the_same(fewer, more):
        return False
    return not _only_changed(fewer, more)


def _only_changed(fewer: Count, more: Count) -> bool:
    """Whether one number is what has become of the other."""
    for count, other in ((fewer, more), (more, fewer)):
        former = count.step.former
        if count.step.change in CHANGED and former == _mention(other):
            return True
    if more.grown and (_in_one_report(fewer, more) or not _said_before(more, fewer)):
        return True
    is_rival = _is_rival_of(fewer, more) or _is_rival_of(more, fewer)
    return not is_rival and _said_before(fewer, more)


def _in_one_report(one: Count, two: Count) -> bool:
    return one.document.id == two.document.id


def _is_sum(more: Count, fewer: Count) -> bool:
    """Whether a number is the sum of the other and a further number of the other's report."""
    rest = more.value - fewer.value
    return fewer.beside.get(rest, 0) > (rest == fewer.value)


def _may_be_one_place(one: Count, two: Count) -> bool:
    """Whether no places are named beside both, or one of them is the same."""
    return not (one.places and two.places) or bool(one.places & two.places)


def _tell_the_same(one: Count, two: Count) -> bool:
    """Whether both are of the toll's event by name, and their claims share some words."""
    shared = [left.terms & right.terms for left in one.claims[:1] for right in two.claims[:1]]
    is_alike = any(len(terms) >= MIN_SHARED_TERMS for terms in shared)
    return is_alike and one.names_event and two.names_event


def _is_rival_of(count: Count, other: Count) -> bool:
    return count.step.change is Change.RIVAL and count.step.former == _mention(other)


def _mention(count: Count) -> FigureMention:
    return FigureMention(count.document.id, count.figure.id)


def _said_before(count: Count, other: Count) -> bool:
    """Whether a count was certainly said on a day before the other's."""
    return bool(count.days and other.days and count.days[1] < other.days[0])
