"""The speakers: who they are, and all that each of them says."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sayso.dossier import wording
from sayso.dossier.places import Report, Reports
from sayso.dossier.voices import Keys, Saying, Voice, sayings
from sayso.model.comparison import ActorMention, Comparison
from sayso.model.speech import Actor, ActorType

GROUPS = ("named", "unnamed", "unresolved", "outlet")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who speaks, in whichever reports; `names` and `roles` are the reports' words.

    `type` is the actor's type in words. `group` is named, unnamed, unresolved (words that say whose
    it is without our knowing who that is), or outlet (a report's own voice).
    """

    key: str
    names: tuple[str, ...]
    type: str
    group: str
    roles: tuple[str, ...]
    voices: tuple[Voice, ...]
    reports: tuple[Report, ...]

    @property
    def sayings(self) -> list[Saying]:
        """All that they say, what several reports have in the same words once."""
        return sayings(self.voices)

    @property
    def tally(self) -> list[tuple[str, str, int]]:
        """How often they take each stance: its class, its word, the count; the commonest first."""
        words = {voice.stance: voice.verb for voice in self.voices}
        counted = Counter(voice.stance for voice in self.voices)
        return [(stance, words[stance], count) for stance, count in counted.most_common()]


def keys(comparison: Comparison) -> dict[ActorMention, str]:
    """A key for every actor of every report, the same for those that are one speaker."""
    out: dict[ActorMention, str] = {}
    for number, shared in enumerate(comparison.actors, 1):
        out |= dict.fromkeys(shared.mentions, f"s{number}")
    number = len(comparison.actors)
    for facts in comparison.facts:
        for actor in facts.actors:
            mention = ActorMention(facts.document.id, actor.id)
            if mention not in out:
                number += 1
                out[mention] = f"s{number}"
    return out


def speakers(
    comparison: Comparison, reports: Reports, voices: Iterable[Voice], keyed: Keys
) -> list[Speaker]:
    """Everybody who says something, those who say most first within each kind.

    The kinds: the named, the unnamed, words that were not resolved, outlets in their own voice.
    """
    said: dict[tuple[str, str], list[Voice]] = {}
    for voice in voices:
        last = voice.chain[-1]
        said.setdefault((last.speaker or "", "" if last.speaker else last.name), []).append(voice)
    actors = _by_key(comparison, keyed)
    found = [
        _known(key, actors[key], reports, tuple(own)) if key in actors else _other(key, tuple(own))
        for (key, _), own in said.items()
    ]
    return sorted(
        found, key=lambda one: (GROUPS.index(one.group), -len(one.voices), one.names[0].casefold())
    )


def _by_key(comparison: Comparison, keyed: Keys) -> dict[str, list[tuple[str, Actor]]]:
    out: dict[str, list[tuple[str, Actor]]] = {}
    for facts in comparison.facts:
        for actor in facts.actors:
            document = facts.document.id
            out.setdefault(keyed[ActorMention(document, actor.id)], []).append((document, actor))
    return out


def _known(
    key: str, members: list[tuple[str, Actor]], reports: Reports, own: tuple[Voice, ...]
) -> Speaker:
    texts = {document: reports[document].document for document, _ in members}
    names = {texts[document][actor.name] for document, actor in members}
    roles = [texts[document][actor.role] for document, actor in members if actor.role]
    first = members[0][1]
    named = any(actor.named for _, actor in members)
    return Speaker(
        key,
        tuple(sorted(names, key=lambda name: (-len(name), name))),
        wording.ACTORS[first.type],
        "named" if named and first.type is not ActorType.UNNAMED else "unnamed",
        _unlike(roles),
        own,
        tuple(dict.fromkeys(reports[document] for document, _ in members)),
    )


def _unlike(words: Iterable[str]) -> tuple[str, ...]:
    """The words that differ by more than capitals, spaces and the form of an apostrophe."""
    found: dict[str, str] = {}
    for one in words:
        found.setdefault("".join(filter(str.isalnum, one.casefold())), one)
    return tuple(found.values())


def _other(key: str, own: tuple[Voice, ...]) -> Speaker:
    """A report's own voice, or a speaker that no actor was found for."""
    where = tuple(dict.fromkeys(voice.words.report for voice in own))
    last = own[0].chain[-1]
    return Speaker(key, (last.name,), last.type, last.type, (), own, where)
