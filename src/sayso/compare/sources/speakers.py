"""Which speakers of different reports are one and the same: by a name that they share.

Two in one report who could both be meant leave a name with nobody; unnamed speakers stay apart.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.sources.outlets import outlet_key
from sayso.lexicon.people import nations
from sayso.model.comparison import ActorMention, Quote, SharedActor, Story
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType
from sayso.model.text import Document
from sayso.text.words import words

COLLECTIVE_TYPES = frozenset(
    {ActorType.ORGANISATION, ActorType.GROUP, ActorType.STATE, ActorType.MEDIA}
)
WORDS_LEFT_OUT = frozenset({"the", "a", "an", "of", "for", "and", "'s", "’s", "'", "’"})


def find_shared_actors(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[SharedActor, ...]:
    """The named speakers that speak in two reports or more, each under the fullest name.

    A whole name joins across all reports; a person's surname alone, or an acronym, only within a
    story, and only where it can mean one speaker in each report.
    """
    held = [
        (facts.document, actor)
        for facts in sorted(pile, key=lambda facts: facts.document.id)
        for actor in facts.actors
        if actor.named and actor.type is not ActorType.UNNAMED
    ]
    story = {one: number for number, group in enumerate(stories) for one in group.documents}
    by_key: dict[tuple[str, ...], list[int]] = {}
    for place, (document, actor) in enumerate(held):
        for key in _lookup_keys(document, actor, story.get(document.id, -1)):
            by_key.setdefault(key, []).append(place)
    joins = [
        (places[0], other)
        for places in by_key.values()
        if _one_per_report(places, held)
        for other in places[1:]
        if _may_be_one(held[places[0]][1], held[other][1])
    ]
    labels = component_labels(len(held), joins)
    groups = [[held[place] for place in part] for part in grouped_by_label(labels)]
    return tuple(_shared_actor(group) for group in groups if len({one.id for one, _ in group}) > 1)


def speaker_keys(
    pile: Sequence[Facts], shared: Sequence[SharedActor]
) -> Mapping[ActorMention, str]:
    """A name for every speaker of every report, the same for those that are one."""
    keys = {
        ActorMention(facts.document.id, actor.id): f"{facts.document.id}/{actor.id}"
        for facts in pile
        for actor in facts.actors
    }
    for one in shared:
        keys |= dict.fromkeys(one.mentions, one.id)
    return keys


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name that tell its bearer, countries and their people as one.

    >>> name_key("Ukraine’s foreign ministry") == name_key("the Ukrainian Foreign Ministry")
    True
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    found = (word.lower.removesuffix("'s").removesuffix("’s") for word in words(plain))
    kept = [
        word for word in found if word not in WORDS_LEFT_OUT and (word[0].isalnum() or word == "&")
    ]
    return tuple(nations().country(word) or word for word in kept)


def _lookup_keys(document: Document, actor: Actor, story: int) -> Iterator[tuple[str, ...]]:
    """Under which names a speaker may be found in another report."""
    if actor.type is ActorType.MEDIA:
        yield ("media", outlet_key(document[actor.name]))
        return
    for span in {actor.name, *actor.mentions}:
        name = document[span]
        key = name_key(name)
        if not key or not _is_name(name):
            continue
        kind = "person" if actor.type is ActorType.PERSON else "body"
        if len(key) > 1 or (kind == "body" and actor.type is ActorType.STATE):
            yield (kind, *key)
        elif kind == "body" and _is_acronym(name):
            yield (kind, *key, str(story))
    if actor.type is ActorType.PERSON:
        key = name_key(document[actor.name])
        if key:
            yield ("surname", key[-1], str(story))


def _is_name(words_of_it: str) -> bool:
    """Whether the words name somebody, rather than point back at them."""
    return any(letter.isupper() for letter in words_of_it[1:]) or (
        words_of_it[:1].isupper() and len(words_of_it) > 3
    )


def _is_acronym(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) * 3 >= len(letters) * 2


def _one_per_report(places: Sequence[int], held: Sequence[tuple[Document, Actor]]) -> bool:
    documents = [held[place][0].id for place in places]
    return len(places) > 1 and len(set(documents)) == len(documents)


def _may_be_one(one: Actor, other: Actor) -> bool:
    """Whether the types of two speakers let them be one."""
    return one.type is other.type or {one.type, other.type} <= COLLECTIVE_TYPES


def _shared_actor(group: Sequence[tuple[Document, Actor]]) -> SharedActor:
    """The speaker, called by the longest of the names."""
    document, actor = max(group, key=lambda one: (len(one[1].name), one[0].id))
    mentions = tuple(ActorMention(one.id, own.id) for one, own in group)
    return SharedActor(Quote(document.id, actor.name), mentions)
