"""Who gives a figure, and which figures in different reports are by the same voice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.compare.sources.belligerents import SidesByName, side_of_speaker
from sayso.compare.sources.outlets import outlet_key, outlet_keys
from sayso.compare.sources.speakers import name_key
from sayso.lexicon.actors import speaker_nouns
from sayso.lexicon.people import titles
from sayso.lexicon.policies import outlet_voice_words
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.happening import Figure
from sayso.model.speech import Actor, ActorType, Claim, Stance

VoiceKey = tuple[str, ...]
NameKey = tuple[str, ...]
NO_VOICES: Mapping[ActorMention, str] = {}
NOT_ASSERTING = frozenset({Stance.DENIES, Stance.DOUBTS, Stance.ASKS, Stance.INTENDS})


@dataclass(frozen=True, slots=True)
class FigureVoice:
    """Who gives a figure. `name` is None if it is the outlet, in its own voice.

    Voices with the same `key` are one. `side` is the side of the fight that the voice is on, if that
    is known; `stance` is what it does with the figure.
    """

    key: VoiceKey
    name: str | None
    side: str | None
    stance: Stance


class StoryVoices:
    """The voices in the reports of one story; `by_hand` has the keys of those that somebody ruled on."""

    def __init__(
        self,
        pile: Sequence[Facts],
        origins: Mapping[str, str],
        told: SidesByName,
        by_hand: Mapping[ActorMention, str] = NO_VOICES,
    ) -> None:
        self._origins, self._told, self._by_hand = origins, told, by_hand
        self._outlets = {
            key: origins[facts.document.id]
            for facts in sorted(pile, key=lambda facts: facts.document.id)
            for key in outlet_keys(facts.document)
        }
        self._claims = {
            (facts.document.id, claim.id): claim for facts in pile for claim in facts.claims
        }
        self._actors = {
            (facts.document.id, actor.id): actor for facts in pile for actor in facts.actors
        }
        self._sources = {
            (facts.document.id, attribution.id): attribution.source
            for facts in pile
            for attribution in facts.attributions
        }
        self._initials = _initials_by_surname(pile)
        self._full_names: dict[str, dict[str, set[NameKey]]] = {}
        self._sides = self._known_sides(pile)

    def voice_of(self, facts: Facts, figure: Figure) -> FigureVoice:
        """The innermost voice that gives the figure."""
        document = facts.document
        claim = self._claims.get((document.id, figure.claim or ""))
        if claim is None or not claim.chain:
            return self._outlet_voice(facts, claim.stance if claim else Stance.ASSERTS)
        actor = self._actors.get((document.id, claim.speaker or ""))
        if actor is None:
            return self._unlinked_voice(facts, claim)
        key = self._key_of(facts, actor)
        if key == ("own", self._origins[document.id]):
            return self._outlet_voice(facts, claim.stance)
        return FigureVoice(key, document[actor.name], self._sides.get(key), claim.stance)

    def _outlet_voice(self, facts: Facts, stance: Stance) -> FigureVoice:
        return FigureVoice(("own", self._origins[facts.document.id]), None, None, stance)

    def _unlinked_voice(self, facts: Facts, claim: Claim) -> FigureVoice:
        """The voice of a source that could not be linked to an actor: its words are its name."""
        source = self._sources.get((facts.document.id, claim.chain[-1]))
        if source and facts.document[source].casefold() in outlet_voice_words():
            return self._outlet_voice(facts, claim.stance)
        name = facts.document[source] if source else "no source named"
        key = ("words", self._origins[facts.document.id], name.casefold())
        return FigureVoice(key, name, side_of_speaker(name, self._told), claim.stance)

    def _key_of(self, facts: Facts, actor: Actor) -> VoiceKey:
        """A key that is the same for a named speaker in all reports; others belong to one origin."""
        decided = self._by_hand.get(ActorMention(facts.document.id, actor.id))
        if decided is not None:
            return ("decided", decided)
        name, origin = facts.document[actor.name], self._origins[facts.document.id]
        if name.casefold() in outlet_voice_words():
            return ("own", origin)
        people = (ActorType.PERSON, ActorType.UNNAMED)
        if not actor.named and actor.type not in people:
            full_name = self._full_name(facts, name_key(name))
            if len(full_name) > 1:
                return ("body", *full_name)
        if not actor.named or actor.type is ActorType.UNNAMED:
            return ("unnamed", origin, name.casefold())
        if actor.type is ActorType.PERSON:
            return self._person_key(name, origin)
        outlet_origin = self._outlets.get(outlet_key(name))
        if outlet_origin:
            return ("own", outlet_origin)
        return ("body", *self._full_name(facts, name_key(name)))

    def _person_key(self, name: str, origin: str) -> VoiceKey:
        """The surname, with the initial if the story has two people with that surname."""
        initial, surname = _initial_and_surname(name)
        if len(self._initials.get(surname, ())) > 1:
            return ("person", initial, surname) if initial else ("person", origin, surname)
        return ("person", surname)

    def _full_name(self, facts: Facts, key: NameKey) -> NameKey:
        """The only longer name in the report that a single word ("the ministry") may stand for."""
        if len(key) != 1:
            return key
        if facts.document.id not in self._full_names:
            self._full_names[facts.document.id] = _body_names_by_word(facts)
        longer = self._full_names[facts.document.id].get(key[0], set())
        return min(longer) if len(longer) == 1 else key

    def _known_sides(self, pile: Iterable[Facts]) -> dict[VoiceKey, str]:
        """The sides of speakers, without those that two reports put on different sides."""
        sides: dict[VoiceKey, set[str]] = {}
        for facts in pile:
            for actor in facts.actors:
                words = [facts.document[span] for span in (actor.name, actor.role) if span]
                side = side_of_speaker(" , ".join(words), self._told)
                if side is not None:
                    sides.setdefault(self._key_of(facts, actor), set()).add(side)
        return {key: min(known) for key, known in sides.items() if len(known) == 1}


def _initials_by_surname(pile: Iterable[Facts]) -> dict[str, set[str]]:
    initials: dict[str, set[str]] = {}
    for facts in pile:
        for actor in facts.actors:
            if actor.type is ActorType.PERSON and actor.named:
                initial, surname = _initial_and_surname(facts.document[actor.name])
                initials.setdefault(surname, set()).update([initial] if initial else [])
    return initials


def _initial_and_surname(name: str) -> tuple[str, str]:
    """The initial of a person's first name, and the surname; titles are left out."""
    before = {*titles().address, *titles().office, *titles().before, *speaker_nouns()}
    key = name_key(name) or ("?",)
    key = (*(word for word in key[:-1] if word not in before), key[-1])
    return (key[0][0] if len(key) > 1 else ""), key[-1]


def _body_names_by_word(facts: Facts) -> dict[str, set[NameKey]]:
    """The names of two words and more that bodies have in a report, by each of their words."""
    names: dict[str, set[NameKey]] = {}
    for actor in facts.actors:
        if actor.named and actor.type not in (ActorType.PERSON, ActorType.UNNAMED):
            key = name_key(facts.document[actor.name])
            for word in key if len(key) > 1 else ():
                names.setdefault(word, set()).add(key)
    return names
