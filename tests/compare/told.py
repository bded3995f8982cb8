"""Facts of invented reports, marked by naming their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sayso.compare.card import Card
from sayso.compare.cards import card_of
from sayso.compare.events.shared_events import find_shared_events
from sayso.compare.figures.said_when import SayingTime
from sayso.compare.figures.victims import parse_victim
from sayso.compare.sources.citations import find_citations
from sayso.compare.sources.claim_origins import cited_origins, claim_origins
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.tolls import find_tolls
from sayso.compare.tolls.voices import FigureVoice
from sayso.model.comparison import EventMention, Origin, Quote, SharedEvent, Story, Toll
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Harm, Participant, Place, Precision, When
from sayso.model.speech import Actor, ActorType, Attribution, Claim, Kind, Speech, Stance
from sayso.model.text import Document, Span


@dataclass
class Told:
    """A report and what is marked in it."""

    text: str
    outlet: str | None = None
    published: str | None = None
    name: str = "report.txt"
    marked: dict[str, list[Any]] = field(default_factory=dict)

    def at(self, words: str, nth: int = 0) -> Span:
        """Where the words stand, the nth time."""
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def near(self, words: str, after: Span) -> Span:
        """Where the words stand behind a span; before it, if not behind."""
        start = self.text.find(words, after.start)
        return Span(start, start + len(words)) if start >= 0 else self.at(words)

    def event(
        self, trigger, kind="attack", place=None, days=None, who=None, negated=False, nth=0
    ) -> Event:
        """An event; `days` is a day, a first and a last day, or None where it is undated."""
        span = self.at(trigger, nth)
        first, last = days if isinstance(days, tuple) else (days, days)
        own = Event(
            span,
            kind,
            (Participant("agent", self.at(who), None),) if who else (),
            Place(self.at(place), place) if place else None,
            When(span, first, last) if first else None,
            negated,
        )
        self.marked.setdefault("events", []).append(own)
        return own

    def says(
        self,
        speaker,
        content,
        type_=ActorType.PERSON,
        stance=Stance.ASSERTS,
        role=None,
        named=True,
    ) -> Claim:
        """A claim of a speaker."""
        source = self.at(speaker)
        actor = Actor(source, type_, named, self.at(role) if role else None, (source,))
        said = (self.at(content),)
        attribution = Attribution(source, None, said, Speech.INDIRECT, Kind.SPEECH, None, 0.9)
        claim = Claim(said, (attribution.id,), stance, (), actor.id)
        known = self.marked.setdefault("actors", [])
        if actor not in known:
            known.append(actor)
        self.marked.setdefault("attributions", []).append(attribution)
        self.marked.setdefault("claims", []).append(claim)
        return claim

    def tells(self, content) -> Claim:
        """A claim in the outlet's own voice."""
        claim = Claim((self.at(content),), (), Stance.ASSERTS, (), None)
        self.marked.setdefault("claims", []).append(claim)
        return claim

    def figure(
        self,
        words,
        low=None,
        high=None,
        kind=Precision.EXACT,
        harm=Harm.KILLED,
        who=None,
        event=None,
        claim=None,
        part_of=None,
        hypothetical=False,
    ) -> Figure:
        """A figure; without `low` and `high`, the number that its words end in."""
        if low is None and high is None and kind is not Precision.VAGUE:
            low = high = int(words.split()[-1])
        span = self.at(words)
        own = Figure(
            span,
            low,
            high,
            kind,
            harm,
            self.near(who, span) if who else None,
            event.id if event else None,
            claim.id if claim else None,
            part_of.id if part_of else None,
            hypothetical,
        )
        self.marked.setdefault("figures", []).append(own)
        return own

    def facts(self) -> Facts:
        """All of it."""
        document = Document(
            self.name, self.text, outlet=self.outlet, published=self.published, language="en"
        )
        return Facts(document, **{key: tuple(some) for key, some in self.marked.items()})


def one_story(*told: Told) -> tuple[list[Facts], tuple[Story, ...]]:
    """The facts of the reports, and the story that they are all of."""
    pile = [one.facts() for one in told]
    return pile, (Story(tuple(sorted(one.document.id for one in pile))),)


def cards_of(pile: Iterable[Facts | Document]) -> dict[str, Card]:
    """The cards of reports, or of documents that say nothing."""
    made = (card_of(one if isinstance(one, Facts) else Facts(one)) for one in pile)
    return {card.id: card for card in made}


def events_in(pile: Iterable[Facts]) -> tuple[SharedEvent, ...]:
    """The events of the reports of a story."""
    return find_shared_events(pile)[0]


def names_of(origins: Iterable[Origin]) -> dict[str, str]:
    """The origin of each report."""
    return {document: origin.id for origin in origins for document in origin.documents}


def tolls_in(pile: Sequence[Facts], origins: Iterable[Origin] | None = None) -> tuple[Toll, ...]:
    """The tolls of a story; without origins, each report is one."""
    origin_of = names_of(origins if origins is not None else alone(pile))
    cards = cards_of(pile)
    story = Story(tuple(sorted(cards)))
    cited = cited_origins(cards, origin_of, find_citations(cards, [story]))
    return find_tolls(pile, events_in(pile), origin_of, claim_origins(pile, origin_of, cited))


def alone(pile: Sequence[Facts]) -> tuple[Origin, ...]:
    """Every report an origin of its own."""
    return tuple(Origin((one.document.id,)) for one in pile)


def triggers(event: SharedEvent, pile: list[Facts]) -> set[str]:
    """The words that tell of a happening."""
    facts = {one.document.id: one for one in pile}
    return {
        facts[mention.document].document[own.trigger]
        for mention in event.mentions
        for own in facts[mention.document].events
        if own.id == mention.event
    }


def shared_event(*mentions: tuple[Told, Event]) -> SharedEvent:
    """One event that reports mention, with the place and the days of the first mention that has them."""
    placed = [(told, event.place) for told, event in mentions if event.place]
    dated = [event.when for _, event in mentions if event.when]
    return SharedEvent(
        tuple(sorted(EventMention(told.facts().document.id, event.id) for told, event in mentions)),
        mentions[0][1].kind,
        Quote(placed[0][0].facts().document.id, placed[0][1].span) if placed else None,
        dated[0].first if dated else None,
        dated[0].last if dated else None,
    )


def counted(
    told: Told,
    figure: Figure,
    speaker: str | None = None,
    side: str | None = None,
    stance: Stance = Stance.ASSERTS,
    **given: Any,
) -> CountedFigure:
    """A figure of a report as tolls count it, said when the report was published.

    The speaker is the outlet if none is named; whom it counts is read from the words for them.
    """
    facts = told.facts()
    document = facts.document
    key = ("body", speaker.casefold()) if speaker else ("own", document.id)
    voice = FigureVoice(key, speaker, side, stance)
    victim = parse_victim(document[figure.who] if figure.who else "")
    day = document.day
    said = SayingTime(day, day, document.moment) if day else None
    fields = {"origin": document.id, "voice": voice, "victim": victim, "said": said}
    return CountedFigure(facts, figure, **{**fields, **given})


def on(day: int, month: int = 5) -> date:
    """A day of the year in which all of it is set."""
    return date(2031, month, day)
