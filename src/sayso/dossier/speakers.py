"""The speakers: who they are, and all that each of them says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.claims import ClaimShown, KeysByActor, Saying, grouped_sayings
from sayso.dossier.report_words import Report, Reports
from sayso.model.comparison import ActorMention, Comparison
from sayso.model.speech import Actor, ActorType

GROUPS = ("named", "unnamed", "unresolved", "outlet")


@dataclass(frozen=True, slots=True)
class SpeakerShown:
    """A speaker, in one or several reports; `names` and `roles` are the reports' words.

    `type` is the actor's type in words. `group` is named, unnamed, unresolved (a source whose actor
    is not known) or outlet (a report's own voice).
    """

    key: str
    names: tuple[str, ...]
    type: str
    group: str
    roles: tuple[str, ...]
    claims: tuple[ClaimShown, ...]
    reports: tuple[Report, ...]

    @property
    def sayings(self) -> list[Saying]:
        """All that they say; the same words in several reports once."""
        return grouped_sayings(self.claims)

    @property
    def stance_counts(self) -> list[tuple[str, str, int]]:
        """How often they take each stance: its class, its word, the count; the commonest first."""
        words = {claim.stance: claim.verb for claim in self.claims}
        counted = Counter(claim.stance for claim in self.claims)
        return [(stance, words[stance], count) for stance, count in counted.most_common()]


def keys_by_actor(comparison: Comparison) -> dict[ActorMention, str]:
    """A key for every actor of every report, the same for those that are one speaker."""
    keys: dict[ActorMention, str] = {}
    for number, shared in enumerate(comparison.actors, 1):
        keys |= dict.fromkeys(shared.mentions, f"s{number}")
    number = len(comparison.actors)
    for facts in comparison.facts:
        for actor in facts.actors:
            mention = ActorMention(facts.document.id, actor.id)
            if mention not in keys:
                number += 1
                keys[mention] = f"s{number}"
    return keys


def listed_speakers(
    comparison: Comparison, reports: Reports, claims: Iterable[ClaimShown], keys: KeysByActor
) -> list[SpeakerShown]:
    """Everybody who says something, group by group; in a group, those who say most first."""
    by_speaker: dict[tuple[str, str], list[ClaimShown]] = {}
    for claim in claims:
        last = claim.chain[-1]
        name = "" if last.speaker else last.name
        by_speaker.setdefault((last.speaker or "", name), []).append(claim)
    actors = _actors_by_key(comparison, keys)
    speakers = [
        _resolved_speaker(key, actors[key], reports, tuple(said))
        if key in actors
        else _unresolved_speaker(key, tuple(said))
        for (key, _), said in by_speaker.items()
    ]
    return sorted(speakers, key=_listing_order)


def _listing_order(speaker: SpeakerShown) -> tuple[int, int, str]:
    return GROUPS.index(speaker.group), -len(speaker.claims), speaker.names[0].casefold()


def _actors_by_key(comparison: Comparison, keys: KeysByActor) -> dict[str, list[tuple[str, Actor]]]:
    actors: dict[str, list[tuple[str, Actor]]] = {}
    for facts in comparison.facts:
        for actor in facts.actors:
            document = facts.document.id
            actors.setdefault(keys[ActorMention(document, actor.id)], []).append((document, actor))
    return actors


def _resolved_speaker(
    key: str,
    members: list[tuple[str, Actor]],
    reports: Reports,
    claims: tuple[ClaimShown, ...],
) -> SpeakerShown:
    texts = {document: reports[document].document for document, _ in members}
    names = {texts[document][actor.name] for document, actor in members}
    roles = [texts[document][actor.role] for document, actor in members if actor.role]
    first = members[0][1]
    named = any(actor.named for _, actor in members)
    return SpeakerShown(
        key,
        tuple(sorted(names, key=lambda name: (-len(name), name))),
        wording.ACTORS[first.type],
        "named" if named and first.type is not ActorType.UNNAMED else "unnamed",
        _distinct_words(roles),
        claims,
        tuple(dict.fromkeys(reports[document] for document, _ in members)),
    )


def _distinct_words(words: Iterable[str]) -> tuple[str, ...]:
    """The words that differ by more than capitals, spaces and the form of an apostrophe."""
    distinct: dict[str, str] = {}
    for word in words:
        distinct.setdefault("".join(filter(str.isalnum, word.casefold())), word)
    return tuple(distinct.values())


def _unresolved_speaker(key: str, claims: tuple[ClaimShown, ...]) -> SpeakerShown:
    """A report's own voice, or a speaker without an actor."""
    reports = tuple(dict.fromkeys(claim.words.report for claim in claims))
    last = claims[0].chain[-1]
    return SpeakerShown(key, (last.name,), last.type, last.type, (), claims, reports)
