"""Whom a source names or describes."""

from collections.abc import Sequence

from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.scene import Scene
from sayso.lexicon.actors import nouns
from sayso.lexicon.people import nations
from sayso.model.speech import ActorType
from sayso.model.text import Span


def described(source: Span, scene: Scene) -> Cluster:
    """The speaker that a source names or describes."""
    found = scene.within(source)
    if not found:
        return _only_described(source, scene)
    while len(found) > 1 and _owns(found[0], found[1], scene):
        found = found[1:]
    if len(found) > 1 and _coordinated(found, scene):
        return _several(source, found, scene)
    return scene.home(_bearer(found, scene))


def _owns(one: Mention, other: Mention, scene: Scene) -> bool:
    """Whether one stands in the possessive right before the other: "Ruritania's Guard"."""
    last = scene.reading.tokens[one.outer[1] - 1]
    return last.possessive and other.outer[0] == one.outer[1]


def _bearer(found: Sequence[Mention], scene: Scene) -> Mention:
    """The person whose office a source tells first ("Dorn University president Ana Roll"),
    else its first mention."""
    if found[0].type in (ActorType.PERSON, ActorType.UNNAMED):
        return found[0]
    for one in found[1:]:
        before = scene.reading.tokens[one.first - 1].lower
        if one.type is ActorType.PERSON and one.named and before in nouns():
            return one if nouns()[before].human else found[0]
    return found[0]


def _coordinated(found: Sequence[Mention], scene: Scene) -> bool:
    """Whether the source names several, side by side."""
    tokens = scene.reading.tokens
    end = tokens[found[0].outer[1] - 1].end
    words = scene.reading.text[end : tokens[found[1].outer[0]].start].replace(",", " ").split()
    return words[:1] in (["and"], ["or"]) and len(words) < 4 and not found[0].placed


def _several(source: Span, found: Sequence[Mention], scene: Scene) -> Cluster:
    """A speaker made of several."""
    types = {one.type for one in found[:2]}
    made = Mention(
        found[0].outer[0],
        found[-1].outer[1],
        found[0].sentence,
        trimmed(scene.reading.text, source),
        types.pop() if len(types) == 1 else ActorType.GROUP,
        plural=True,
        named=all(one.named for one in found[:2]),
    )
    return scene.new(made)


def _only_described(source: Span, scene: Scene) -> Cluster:
    """A speaker of whom neither shape nor lexicon knows a word."""
    first, stop = scene.tokens(source)
    span = trimmed(scene.reading.text, source)
    known = scene.shown(span)
    if known is not None:
        return known
    words = scene.reading.text[span.start : span.end]
    capital = words.istitle()
    nation = words.split()[-1].lower() in nations().people
    kind = ActorType.GROUP if nation else ActorType.PERSON if capital else ActorType.UNNAMED
    last = max(first + 1, stop)
    return scene.new(Mention(first, last, scene.sentence(source), span, kind, named=capital))


def trimmed(text: str, span: Span) -> Span:
    """A source without marks and commas at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in ").%"):
        end -= 1
    return Span(start, end)
