"""Whose word a figure is, and which figures of different reports are one voice's."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.sources.belligerents import Told, side_of
from sayso.compare.sources.outlets import outlet_key
from sayso.compare.sources.speakers import name_key
from sayso.lexicon.actors import nouns
from sayso.lexicon.people import titles
from sayso.lexicon.policies import own_voice
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.speech import Actor, ActorType, Claim, Stance

Key = tuple[str, ...]
UNSAID = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.ASKS, Stance.INTENDS})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who gives a figure. `name` is None where the outlet does, in its own voice.

    `side` is the side of the fight that the voice is on, if it is known to be on one; `stance` is
    what it does with the figure.
    """

    key: Key
    name: str | None
    side: str | None
    stance: Stance


class Voices:
    """The voices of the reports of a story."""

    def __init__(self, pile: Sequence[Facts], origins: Mapping[str, str], told: Told) -> None:
        self._origins, self._told = origins, told
        self._initials: dict[str, set[str]] = {}
        self._bodies: dict[str, dict[str, set[Key]]] = {}
        self._own = {
            outlet_key(facts.document.outlet): origins[facts.document.id]
            for facts in sorted(pile, key=lambda one: one.document.id)
            if facts.document.outlet
        }
        self._claims = {(facts.document.id, one.id): one for facts in pile for one in facts.claims}
        self._actors = {(facts.document.id, one.id): one for facts in pile for one in facts.actors}
        self._sources = {
            (facts.document.id, one.id): one.source for facts in pile for one in facts.attributions
        }
        people = [
            (facts, one)
            for facts in pile
            for one in facts.actors
            if one.type is ActorType.PERSON and one.named
        ]
        for facts, one in people:
            initial, surname = _person(facts.document[one.name])
            self._initials.setdefault(surname, set()).update([initial] if initial else [])
        self._sides = self._known_sides(pile)

    def of(self, facts: Facts, figure: Figure) -> Voice:
        """The innermost voice that gives the figure."""
        document = facts.document
        own: Key = ("own", self._origins[document.id])
        claim = self._claims.get((document.id, figure.claim or ""))
        if claim is None or not claim.chain:
            return Voice(own, None, None, claim.stance if claim else Stance.ASSERTS)
        actor = self._actors.get((document.id, claim.speaker or ""))
        if actor is None:
            return self._unknown(facts, claim)
        key = self._key(facts, actor)
        if key == own:
            return Voice(own, None, None, claim.stance)
        return Voice(key, document[actor.name], self._sides.get(key), claim.stance)

    def _unknown(self, facts: Facts, claim: Claim) -> Voice:
        """The voice that only the words of the attribution name."""
        source = self._sources.get((facts.document.id, claim.chain[-1]))
        if source and facts.document[source].casefold() in own_voice():
            return Voice(("own", self._origins[facts.document.id]), None, None, claim.stance)
        name = facts.document[source] if source else "no source named"
        key = ("words", self._origins[facts.document.id], name.casefold())
        return Voice(key, name, side_of(name, self._told), claim.stance)

    def _key(self, facts: Facts, actor: Actor) -> Key:
        """The same for one speaker in all reports; unnamed ones stay with their own text."""
        name, origin = facts.document[actor.name], self._origins[facts.document.id]
        if name.casefold() in own_voice():
            return ("own", origin)
        people = (ActorType.PERSON, ActorType.UNNAMED)
        if not actor.named and actor.type not in people:
            fuller = self._fuller(facts, name_key(name))
            if len(fuller) > 1:
                return ("body", *fuller)
        if not actor.named or actor.type is ActorType.UNNAMED:
            return ("unnamed", origin, name.casefold())
        if actor.type is not ActorType.PERSON:
            own = self._own.get(outlet_key(name))
            return ("own", own) if own else ("body", *self._fuller(facts, name_key(name)))
        initial, surname = _person(name)
        known = self._initials.get(surname, set())
        if len(known) > 1:
            return ("person", initial, surname) if initial else ("person", origin, surname)
        return ("person", surname)

    def _fuller(self, facts: Facts, key: Key) -> Key:
        """The one fuller name in the report that a bare one ("the ministry") may be short for."""
        if len(key) != 1:
            return key
        if facts.document.id not in self._bodies:
            self._bodies[facts.document.id] = _bodies(facts)
        longer = self._bodies[facts.document.id].get(key[0], set())
        return min(longer) if len(longer) == 1 else key

    def _known_sides(self, pile: Iterable[Facts]) -> dict[Key, str]:
        """The sides of speakers; one who is called differently in two reports has none."""
        found: dict[Key, set[str]] = {}
        for facts in pile:
            for actor in facts.actors:
                words = [facts.document[span] for span in (actor.name, actor.role) if span]
                side = side_of(" , ".join(words), self._told)
                if side is not None:
                    found.setdefault(self._key(facts, actor), set()).add(side)
        return {key: min(own) for key, own in found.items() if len(own) == 1}


def _person(name: str) -> tuple[str, str]:
    """The initial of a person's first name and the surname, titles left aside."""
    before = {*titles().address, *titles().office, *titles().before, *nouns()}
    key = name_key(name) or ("?",)
    key = (*(word for word in key[:-1] if word not in before), key[-1])
    return (key[0][0] if len(key) > 1 else ""), key[-1]


def _bodies(facts: Facts) -> dict[str, set[Key]]:
    """The names of several words that bodies have in a report, by each of their words."""
    found: dict[str, set[Key]] = {}
    for one in facts.actors:
        if one.named and one.type not in (ActorType.PERSON, ActorType.UNNAMED):
            key = name_key(facts.document[one.name])
            for word in key if len(key) > 1 else ():
                found.setdefault(word, set()).add(key)
    return found
