"""The speakers of a case, each once however many reports quote them, and the chains of claims."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from sayso.dossier.claims import ChainLink
from sayso.dossier.exports.lookup import Lookup
from sayso.dossier.speakers import keys_by_actor
from sayso.model.comparison import ActorMention
from sayso.model.ids import group_id
from sayso.model.speech import ActorType, Claim
from sayso.model.text import Document


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker in one or several reports; `name`, `names` and `roles` are the reports' words.

    `id` is that of the shared speaker, or the one that a shared speaker of this one report would have.
    """

    id: str
    name: str
    names: tuple[str, ...]
    type: ActorType
    named: bool
    roles: tuple[str, ...]
    mentions: tuple[ActorMention, ...]

    @property
    def members(self) -> tuple[str, ...]:
        """The mentions as decisions name them: "REPORT/FACT"."""
        return tuple(f"{one.document}/{one.actor}" for one in self.mentions)


class Voices:
    """Finds the speaker behind a report's actor, or behind a link of a chain."""

    def __init__(self, lookup: Lookup) -> None:
        self._lookup = lookup

    @cached_property
    def all(self) -> tuple[Voice, ...]:
        """All speakers: those of several reports first, then those of one, in the reports' order."""
        shared = [one.mentions for one in self._lookup.comparison.actors if one.mentions]
        taken = {mention for mentions in shared for mention in mentions}
        single = [(one,) for one in self._mentions if one not in taken]
        return tuple(self._voice(mentions) for mentions in (*shared, *single))

    @cached_property
    def by_mention(self) -> dict[ActorMention, Voice]:
        """The speaker that each report's actor is."""
        return {mention: voice for voice in self.all for mention in voice.mentions}

    @cached_property
    def _by_key(self) -> dict[str, Voice]:
        keys = keys_by_actor(self._lookup.comparison)
        return {key: self.by_mention[mention] for mention, key in keys.items()}

    def of(self, document: str, actor: str | None) -> Voice | None:
        """The speaker that a report's actor is; None for no actor."""
        return None if actor is None else self.by_mention.get(ActorMention(document, actor))

    def behind(self, link: ChainLink) -> Voice | None:
        """The speaker of a link; None for an outlet, and where it is not known who speaks."""
        return self._by_key.get(link.speaker or "")

    @property
    def _mentions(self) -> Iterator[ActorMention]:
        for facts in self._lookup.comparison.facts:
            for actor in facts.actors:
                yield ActorMention(facts.document.id, actor.id)

    def _voice(self, mentions: tuple[ActorMention, ...]) -> Voice:
        actors = [self._lookup.actors[one.document, one.actor] for one in mentions]
        texts = [self._lookup.document(one.document) for one in mentions]
        pairs = list(zip(texts, actors, strict=True))
        names = dict.fromkeys(text[actor.name] for text, actor in pairs)
        roles = dict.fromkeys(text[actor.role] for text, actor in pairs if actor.role)
        shared = self._lookup.shared_speakers.get(mentions[0])
        name = self._lookup.words(shared.name) if shared else next(iter(names))
        return Voice(
            group_id("actor", [f"{one.document}/{one.actor}" for one in mentions]),
            name,
            tuple(other for other in names if other != name),
            actors[0].type,
            any(actor.named for actor in actors),
            tuple(roles),
            mentions,
        )


def chain_words(links: tuple[ChainLink, ...]) -> list[str]:
    """A chain as words, the outlet first: the name, and the words for the speaking ("X: denied")."""
    return [link.name if link.cue is None else f"{link.name}: {link.cue}" for link in links]


def claim_words(document: Document, claim: Claim) -> str:
    """The words of a claim; " … " stands where words of the report interrupt it."""
    return " … ".join(document[span] for span in claim.content)
