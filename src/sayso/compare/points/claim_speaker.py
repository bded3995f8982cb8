"""Who makes a claim, by the words of the report."""

from collections.abc import Mapping
from dataclasses import dataclass

from sayso.compare.terms import terms_in
from sayso.model.comparison import ActorMention
from sayso.model.facts import Facts
from sayso.model.speech import Claim
from sayso.model.text import Span


@dataclass(frozen=True, slots=True)
class ClaimSpeaker:
    """The speaker of a claim: name and role as printed, and the key that all reports share."""

    name: str
    role: str
    voice: str
    terms: frozenset[str]


class ReportSpeakers:
    """The speakers of the claims of one report."""

    def __init__(self, facts: Facts, voices: Mapping[ActorMention, str]) -> None:
        self._document, self._voices = facts.document, voices
        self._actors = {actor.id: actor for actor in facts.actors}
        self._sources = {one.id: one.source for one in facts.attributions}
        self._known: dict[tuple[str | None, str | None], ClaimSpeaker] = {}

    def speaker_of(self, claim: Claim) -> ClaimSpeaker:
        """The speaker of a claim."""
        key = claim.speaker, claim.chain[-1] if claim.chain else None
        if key not in self._known:
            self._known[key] = self._read_speaker(*key)
        return self._known[key]

    def _read_speaker(self, actor_id: str | None, attribution_id: str | None) -> ClaimSpeaker:
        source = self._sources[attribution_id] if attribution_id else None
        name = self._name(actor_id, source)
        role = self._role(actor_id, source)
        voice = self._voice(actor_id, attribution_id, source)
        return ClaimSpeaker(name, role, voice, terms_in(f"{name} {role}"))

    def _name(self, actor_id: str | None, source: Span | None) -> str:
        """The name of the speaker; the words of the source where no actor is known."""
        if actor_id is not None:
            return self._document[self._actors[actor_id].name]
        return self._document[source] if source else ""

    def _role(self, actor_id: str | None, source: Span | None) -> str:
        """The role of the speaker, and the words of the source, which may name it too."""
        actor = self._actors.get(actor_id or "")
        spans = (actor.role if actor else None, source)
        return " ".join(self._document[span] for span in spans if span)

    def _voice(self, actor_id: str | None, attribution_id: str | None, source: Span | None) -> str:
        """The key of the speaker; a source without an actor has a key of its own in its report."""
        if actor_id is not None:
            return self._voices[ActorMention(self._document.id, actor_id)]
        if attribution_id is None:
            return self._document.id
        name = self._document[source].lower() if source else attribution_id
        return f"{self._document.id}/{name}"
