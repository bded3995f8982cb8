"""Which speakers of different reports are one speaker, by a name that they share.

A name that could mean two speakers of one report joins none. Unnamed speakers are never joined.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from sayso.compare.card import Card, CardSpeaker, NameKey
from sayso.compare.clustering import GroupsApart
from sayso.compare.sources.outlets import outlet_key
from sayso.compare.terms import bare_lower
from sayso.lexicon.actors import actor_words
from sayso.lexicon.people import nations
from sayso.model.comparison import ActorMention, Quote, SharedActor, Story
from sayso.model.facts import Facts
from sayso.model.ids import DocumentId
from sayso.model.rulings import NO_RULINGS, Rulings
from sayso.model.speech import Actor, ActorType
from sayso.model.text import Document
from sayso.text.words import words

COLLECTIVE_TYPES = frozenset(
    {ActorType.ORGANISATION, ActorType.GROUP, ActorType.STATE, ActorType.MEDIA}
)


def speakers_of(facts: Facts) -> Iterator[CardSpeaker]:
    """The speakers of a report, with the keys by which they may be found in others."""
    for actor in facts.actors:
        known: tuple[dict[NameKey, None], dict[NameKey, None]] = ({}, {})
        if actor.named and actor.type is not ActorType.UNNAMED:
            for key, of_story in _lookup_keys(facts.document, actor):
                known[of_story][key] = None
        keys, story_keys = map(tuple, known)
        yield CardSpeaker(
            actor.id, actor.name, len(actor.name), actor.type, actor.named, keys, story_keys
        )


def find_shared_actors(
    cards: Mapping[str, Card], stories: Sequence[Story], rulings: Rulings = NO_RULINGS
) -> tuple[tuple[SharedActor, ...], Rulings]:
    """The named speakers that speak in two reports or more, each under the longest name.

    A whole name joins speakers of all reports. A surname alone, or an acronym, joins only those of
    one story, and only if it can mean one speaker of each report. Rulings join any speakers, those
    of one report too, and keep others apart; gives those that could not be followed too.
    """
    speakers = {
        ActorMention(id_, speaker.id): speaker
        for id_, card in sorted(cards.items())
        for speaker in card.speakers
    }
    groups = GroupsApart(speakers, rulings.other_speakers)
    for together in (*rulings.same_speakers, *_with_one_name(speakers, stories)):
        groups.join(together)
    unmet = Rulings(
        same_speakers=groups.not_joined(rulings.same_speakers),
        other_speakers=groups.not_here(rulings.other_speakers),
    )
    shared = [group for group in groups.groups() if len(group) > 1]
    return tuple(_shared_actor(group, speakers) for group in shared), unmet


def _with_one_name(
    speakers: Mapping[ActorMention, CardSpeaker], stories: Sequence[Story]
) -> Iterator[list[ActorMention]]:
    """Speakers of several reports that have one name and may be one speaker."""
    story_of = {id_: str(number) for number, story in enumerate(stories) for id_ in story.documents}
    by_key: dict[NameKey, list[ActorMention]] = {}
    for mention, speaker in speakers.items():
        story = story_of.get(mention.document, "")
        for key in (*speaker.keys, *((*key, story) for key in speaker.story_keys)):
            by_key.setdefault(key, []).append(mention)
    for mentions in by_key.values():
        if _one_per_report([mention.document for mention in mentions]):
            first = speakers[mentions[0]]
            yield [mention for mention in mentions if _may_be_one(first, speakers[mention])]


def speaker_keys(
    pile: Sequence[Facts], shared: Iterable[Sequence[ActorMention]]
) -> Mapping[ActorMention, str]:
    """A key for each speaker of each report, the same for those that are one speaker."""
    keys = {
        ActorMention(facts.document.id, actor.id): f"{facts.document.id}/{actor.id}"
        for facts in pile
        for actor in facts.actors
    }
    for mentions in shared:
        keys |= dict.fromkeys(mentions, keys[min(mentions)])
    return keys


def ruled_voices(
    voices: Mapping[ActorMention, str], rulings: Rulings
) -> Mapping[ActorMention, str]:
    """The keys of those speakers that are one with others, or are not, because somebody ruled so."""
    groups = (*rulings.same_speakers, *rulings.other_speakers)
    named = {voices[mention] for group in groups for mention in group if mention in voices}
    return {mention: key for mention, key in voices.items() if key in named}


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


def _lookup_keys(document: Document, actor: Actor) -> Iterator[tuple[NameKey, bool]]:
    """The keys by which a speaker may be found in another report, and whether in that of one story."""
    if actor.type is ActorType.MEDIA:
        yield ("media", outlet_key(document[actor.name])), False
        return
    is_person = actor.type is ActorType.PERSON
    kind = "person" if is_person else "body"
    for span in dict.fromkeys((actor.name, *actor.mentions)):
        name = document[span]
        key = name_key(name)
        if not key or not _is_name(name):
            continue
        if len(key) > 1 or actor.type is ActorType.STATE:
            yield (kind, *key), False
        elif not is_person and _is_acronym(name):
            yield (kind, *key), True
    if is_person:
        key = name_key(document[actor.name])
        if key:
            yield ("surname", key[-1]), True


def _is_name(words_of_speaker: str) -> bool:
    """Whether the words are a name: a capital behind the first letter, or in a long word."""
    return any(letter.isupper() for letter in words_of_speaker[1:]) or (
        words_of_speaker[:1].isupper() and len(words_of_speaker) > 3
    )


def _is_acronym(name: str) -> bool:
    """Whether two thirds of the letters are capitals."""
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and sum(map(str.isupper, letters)) * 3 >= len(letters) * 2


def _one_per_report(documents: Sequence[DocumentId]) -> bool:
    """Whether there are several reports, all different."""
    return len(documents) > 1 and len(set(documents)) == len(documents)


def _may_be_one(left: CardSpeaker, right: CardSpeaker) -> bool:
    """Whether the types of two speakers let them be one speaker."""
    return left.type is right.type or {left.type, right.type} <= COLLECTIVE_TYPES


def _shared_actor(
    mentions: Sequence[ActorMention], speakers: Mapping[ActorMention, CardSpeaker]
) -> SharedActor:
    def fullness(mention: ActorMention) -> tuple[bool, int, DocumentId]:
        speaker = speakers[mention]
        return speaker.named, speaker.length, mention.document

    named = max(mentions, key=fullness)
    return SharedActor(Quote(named.document, speakers[named].name), tuple(mentions))
