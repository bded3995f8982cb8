"""Facts marked by hand in invented reports."""

from dataclasses import dataclass, field

from sayso.model.comparison import Quote
from sayso.model.facts import Facts
from sayso.model.happening import Event, Figure, Place, When
from sayso.model.speech import Actor, ActorType, Attribution, Basis, Claim, Kind, Speech
from sayso.model.text import Document, Span


@dataclass
class Draft:
    """A report whose facts are marked by naming their words."""

    document: Document
    attributions: list[Attribution] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)

    def at(self, words: str, nth: int = 0) -> Span:
        """The place of these words; the nth time that they occur."""
        start = -1
        for _ in range(nth + 1):
            start = self.document.text.index(words, start + 1)
        return Span(start, start + len(words))

    def part(self, words: str, part: str) -> Span:
        """The place of a part of these words."""
        start = self.at(words).start + words.index(part)
        return Span(start, start + len(part))

    def actor(self, name, type_, *mentions, role=None) -> Actor:
        first = self.at(name)
        own = Actor(
            first,
            type_,
            type_ is not ActorType.UNNAMED,
            self.at(role) if role else None,
            (first, *mentions),
        )
        self.actors.append(own)
        return own

    def says(self, source, cue, *content, speech=Speech.INDIRECT, within=None) -> Attribution:
        own = Attribution(
            self.at(source) if isinstance(source, str) else source,
            self.at(cue) if isinstance(cue, str) else cue,
            tuple(self.at(one) for one in content),
            speech,
            Kind.SPEECH,
            within.id if within else None,
            0.9,
        )
        self.attributions.append(own)
        return own

    def claim(self, chain, stance, speaker=None, hedges=(), content=None, basis=()) -> Claim:
        own = Claim(
            content or chain[-1].content,
            tuple(one.id for one in chain),
            stance,
            tuple(self.at(one) for one in hedges),
            speaker.id if speaker else None,
            tuple(Basis(kind, self.at(one)) for kind, one in basis),
        )
        self.claims.append(own)
        return own

    def figure(self, words, low, high, kind, harm, who, claim=None, event=None) -> Figure:
        own = Figure(
            self.at(words),
            low,
            high,
            kind,
            harm,
            self.at(who) if who else None,
            event.id if event else None,
            claim.id if claim else None,
            None,
            False,
        )
        self.figures.append(own)
        return own

    def event(self, trigger, kind, place=None, when=None, days=None, negated=False) -> Event:
        own = Event(
            self.at(trigger),
            kind,
            (),
            Place(self.at(place), place) if place else None,
            When(self.at(when), *days) if when else None,
            negated,
        )
        self.events.append(own)
        return own

    def facts(self) -> Facts:
        """All of it, in text order."""
        return Facts(
            self.document,
            tuple(self.attributions),
            tuple(sorted(self.claims, key=lambda one: one.content[0])),
            tuple(self.actors),
            tuple(self.figures),
            tuple(self.events),
        )

    def quote(self, words: str, nth: int = 0) -> Quote:
        """The words for a comparison to point to."""
        return Quote(self.document.id, self.at(words, nth))
