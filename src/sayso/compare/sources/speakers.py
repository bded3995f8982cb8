"""Which speakers of different reports are one speaker, by a name that they share.

A name that could mean two speakers of one report joins none. Unnamed speakers are never joined.
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from sayso.compare.clustering import component_labels, grouped_by_label
from sayso.compare.sources.outlets import outlet_key
from sayso.compare.terms import bare_lower
from sayso.lexicon.actors import actor_words
from sayso.lexicon.people import nations
from sayso.model.comparison import ActorMention, Quote, SharedActor, Story
from sayso.model.facts import Facts
from sayso.model.speech import Actor, ActorType
from sayso.model.text import Document
from sayso.text.words import words

COLLECTIVE_TYPES = frozenset(
    {ActorType.ORGANISATION, ActorType.GROUP, ActorType.STATE, ActorType.MEDIA}
)

NameKey = tuple[str, ...]


def find_shared_actors(pile: Sequence[Facts], stories: Sequence[Story]) -> tuple[SharedActor, ...]:
    """The named speakers that speak in two reports or more, each under the longest name.

    A whole name joins speakers of all reports. A surname alone, or an acronym, joins only those of
    one story, and only if it can mean one speaker of each report.
    """
    speakers = [
        (facts.document, actor)
        for facts in sorted(pile, key=lambda facts: facts.document.id)
        for actor in facts.actors
        if actor.named and actor.type is not ActorType.UNNAMED
    ]
    story_of = {id_: number for number, story in enumerate(stories) for id_ in story.documents}
    by_key: dict[NameKey, list[int]] = {}
    for index, (document, actor) in enumerate(speakers):
        for key in _lookup_keys(document, actor, story_of.get(document.id, -1)):
            by_key.setdefault(key, []).append(index)
    links = [
        (indices[0], other)
        for indices in by_key.values()
        if _one_per_report([speakers[index][0] for index in indices])
        for other in indices[1:]
        if _may_be_one(speakers[indices[0]][1], speakers[other][1])
    ]
    groups = grouped_by_label(component_labels(len(speakers), links))
    members = [[speakers[index] for index in group] for group in groups]
    return tuple(
        _shared_actor(group) for group in members if len({document.id for document, _ in group}) > 1
    )


def speaker_keys(
    pile: Sequence[Facts], shared: Sequence[SharedActor]
) -> Mapping[ActorMention, str]:
    """A key for each speaker of each report, the same for those that are one speaker."""
    keys = {
        ActorMention(facts.document.id, actor.id): f"{facts.document.id}/{actor.id}"
        for facts in pile
        for actor in facts.actors
    }
    for speaker in shared:
        keys |= dict.fromkeys(speaker.mentions, speaker.id)
    return keys


def name_key(name: str) -> NameKey:
    """The words of a name that tell who it is; a country and its people have one word.

    >>> name_key("Ukraine’s foreign ministry") == name_key("the Ukrainian Foreign Ministry")
    True
    """
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    filler = actor_words().filler
    kept = [
        word
        for word in map(bare_lower, words(plain))
        if word not in filler and (word[0].isalnum() or word == "&")
    ]
    return tuple(nations().country(word) or word for word in kept)


def _lookup_keys(document: Document, actor: Actor, story: int) -> Iterator[NameKey]:
    """The keys by which a speaker may be found in another report."""
    if actor.type is ActorType.MEDIA:
        yield ("media", outlet_key(document[actor.name]))
        return
    is_person = actor.type is ActorType.PERSON
    kind = "person" if is_person else "body"
    for span in {actor.name, *actor.mentions}:
        name = document[span]
        key = name_key(name)
        if not key or not _is_name(name):
            continue
        if len(key) > 1 or actor.type is ActorType.STATE:
            yield (kind, *key)
        elif not is_person and _is_acronym(name):
            yield (kind, *key, str(story))
    if is_person:
        key = name_key(document[actor.name])
        if key:
            yield ("surname", key[-1], str(story))


def _is_name(words_of_speaker: str) -> bool:
    """Whether the words are a name: a capital behind the first letter, or in a long word."""
    return any(letter.isupper() for letter in words_of_speaker[1:]) or (
        words_of_speaker[:1].isupper() and len(words_of_speaker) > 3
    )


def _is_acronym(name: str) -> bool:
    """Whether two thirds of the letters are capitals."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) * 3 >= len(letters) * 2


def _one_per_report(documents: Sequence[Document]) -> bool:
    """Whether there are several reports, all different."""
    return len(documents) > 1 and len({document.id for document in documents}) == len(documents)


def _may_be_one(left: Actor, right: Actor) -> bool:
    """Whether the types of two speakers let them be one speaker."""
    return left.type is right.type or {left.type, right.type} <= COLLECTIVE_TYPES


def _shared_actor(group: Sequence[tuple[Document, Actor]]) -> SharedActor:
    document, actor = max(group, key=lambda member: (len(member[1].name), member[0].id))
    mentions = tuple(ActorMention(document.id, actor.id) for document, actor in group)
    return SharedActor(Quote(document.id, actor.name), mentions)
