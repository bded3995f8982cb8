"""Who the speakers of a report are, and which attribution is whose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.first_person import Voices
from sayso.extract.casting.pronouns import antecedent, before
from sayso.extract.casting.scene import Scene
from sayso.extract.casting.sources import described
from sayso.extract.casting.tokens import read_words
from sayso.lexicon.actors import pronouns
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Span

PERSONAL = ("he", "she", "it", "they")
KINDS = (*PERSONAL, "first", "second", "relative", "nobody")


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a report; `speaker` leads from attributions to them, where they are known."""

    actors: tuple[Actor, ...]
    speaker: Mapping[str, str]


def find_actors(text: str, attributions: Sequence[Attribution]) -> Cast:
    """The speakers of a report: one actor for all the names, nouns and pronouns that mean them."""
    sources = {one.id: one.source for one in attributions if one.source is not None}
    scene = Scene(read_words(text), sources.values())
    return _cast(_speakers(scene, attributions, sources))


def _speakers(
    scene: Scene, attributions: Sequence[Attribution], sources: Mapping[str, Span]
) -> dict[str, Cluster]:
    """Whose each attribution is, where that is known: names first, then relative clauses, the
    other pronouns in text order, and last those who say "I"."""
    known: dict[str, Cluster] = {}
    words = {name: _pronoun(scene.reading.text, source) for name, source in sources.items()}
    for name, source in sources.items():
        if not words[name]:
            known[name] = described(source, scene)
    for name, source in sources.items():
        if words[name] in pronouns("relative"):
            _take(name, source, before(source, scene), scene, known)
    speaking = dict.fromkeys(known.values())
    for name, source in sources.items():
        if any(words[name] in pronouns(kind) for kind in PERSONAL):
            found = antecedent(words[name], source, scene, speaking)
            _take(name, source, found, scene, known)
            if found is not None:
                speaking[found] = None
    voices = Voices(scene, attributions)
    for one in attributions:
        if one.source is None:
            continue
        word = words[one.id]
        second = word in pronouns("second") and voices.asked(one.source)
        if word in pronouns("first") or second:
            found = voices.around(one, known) or voices.interviewed(one.source)
            _take(one.id, one.source, found, scene, known)
    return known


def _pronoun(text: str, source: Span) -> str:
    """The pronoun that a source is, in lower case; "" if it is none. WHO is an organisation."""
    said = text[source.start : source.end]
    words = said.lower().split() if not said.isupper() or len(said) == 1 else []
    if words and words[0] in pronouns("relative") and words[0] != "that":
        return words[0]
    whole = " ".join(words)
    return whole if any(whole in pronouns(kind) for kind in KINDS) else ""


def _take(
    name: str, source: Span, found: Cluster | None, scene: Scene, known: dict[str, Cluster]
) -> None:
    if found is not None:
        known[name] = found
        scene.refer(found, source)


def _cast(known: Mapping[str, Cluster]) -> Cast:
    """Those who speak, as actors in text order."""
    actors = {cluster: _actor(cluster) for cluster in known.values()}
    once: dict[str, Actor] = {}
    for actor in sorted(actors.values(), key=lambda actor: actor.mentions[0]):
        once.setdefault(actor.id, actor)
    return Cast(tuple(once.values()), {name: actors[one].id for name, one in known.items()})


def _actor(cluster: Cluster) -> Actor:
    """A cluster as a value: its fullest name, or the first description."""
    named = [one for one in cluster.mentions if one.named]
    name = cluster.mentions[0]
    if named:
        name = max(named, key=lambda one: (len(one.shown), -one.shown.start))
    roles = [one.role for one in cluster.mentions if one.role is not None]
    spans = {*(one.shown for one in cluster.mentions), *cluster.pronouns}
    return Actor(
        name=name.shown,
        type=_type(cluster),
        named=bool(named),
        role=max(roles, key=lambda span: (len(span), -span.start)) if roles else None,
        mentions=tuple(sorted(spans)),
    )


def _type(cluster: Cluster) -> ActorType:
    if cluster.type is None or (cluster.named and cluster.type is ActorType.UNNAMED):
        return ActorType.PERSON
    return cluster.type
