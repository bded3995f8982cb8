"""The speakers of a report, and the attributions that are theirs."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.first_person import FirstPersonSpeakers
from sayso.extract.casting.mention_index import MentionIndex
from sayso.extract.casting.pronouns import (
    find_antecedent,
    is_sure,
    relative_antecedent,
    running_pronouns,
    sex_of_pronoun,
)
from sayso.extract.casting.sexes import learn_sexes
from sayso.extract.casting.sources import speaker_of_source
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import source_pronouns
from sayso.model.speech import Actor, ActorType, Attribution
from sayso.model.text import Span

THIRD_PERSON = ("he", "she", "it", "they")
PRONOUN_KINDS = (*THIRD_PERSON, "first", "second", "relative", "nobody")
NO_ANTECEDENTS: Mapping[Span, Span | None] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Cast:
    """The speakers of a report; `speaker` leads from attributions to those that are known."""

    actors: tuple[Actor, ...]
    speaker: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class SpeakersRead:
    """The mentions of a text, and the speakers of its attributions that are known, by their ids."""

    index: MentionIndex
    known: dict[str, SpeakerCluster]


def read_speakers(
    tokenized: TokenizedText,
    attributions: Sequence[Attribution],
    antecedents: Mapping[Span, Span | None] = NO_ANTECEDENTS,
) -> SpeakersRead:
    """The speakers of a report: one for all the names, nouns and pronouns that mean them.

    `antecedents` leads from pronouns to the words that they stand for, where that is known; None for
    one that may mean two.
    """
    sources = {
        attribution.id: attribution.source
        for attribution in attributions
        if attribution.source is not None
    }
    index = MentionIndex(tokenized, sources.values())
    learn_sexes(index)
    known = _speakers_by_attribution(index, attributions, sources, antecedents)
    return SpeakersRead(index, known)


def _speakers_by_attribution(
    index: MentionIndex,
    attributions: Sequence[Attribution],
    sources: Mapping[str, Span],
    antecedents: Mapping[Span, Span | None],
) -> dict[str, SpeakerCluster]:
    """The speakers that are known, by the attribution's id: names first, then relative clauses, the
    other pronouns in text order, and last those who say "I"."""
    known: dict[str, SpeakerCluster] = {}
    words = {name: pronoun_of(index, source) for name, source in sources.items()}
    for name, source in sources.items():
        if not words[name]:
            known[name] = speaker_of_source(source, index)
    for name, source in sources.items():
        if words[name] in source_pronouns("relative"):
            speaker = relative_antecedent(source, index)
            _assign_speaker(name, source, speaker, index, known)
    for name, source in sources.items():
        meant = antecedents.get(source)
        if words[name] and meant is not None:
            speaker = speaker_of_source(meant, index)
            _assign_speaker(name, source, speaker, index, known)
    open_ones = {source for source, meant in antecedents.items() if meant is None}
    _assign_third_person(index, attributions, words, known, open_ones)
    _assign_first_person(index, attributions, words, known)
    return known


def _assign_third_person(
    index: MentionIndex,
    attributions: Sequence[Attribution],
    words: Mapping[str, str],
    known: dict[str, SpeakerCluster],
    open_ones: Collection[Span],
) -> None:
    """Add the speakers of sources such as "he", in text order, but for the open ones: each may be the
    next one's. The other pronouns for a man or woman show who is at hand."""
    speaking = dict.fromkeys(known.values())
    third = {
        (attribution.source, attribution.id): words[attribution.id]
        for attribution in attributions
        if attribution.source is not None
        and attribution.id not in known
        and attribution.source not in open_ones
        and any(words[attribution.id] in source_pronouns(kind) for kind in THIRD_PERSON)
    }
    within = {attribution.id: attribution.within for attribution in attributions}
    spoken = {source for source, _ in third}
    others = {(span, ""): word for span, word in running_pronouns(index) if span not in spoken}
    for (span, name), word in sorted({**third, **others}.items()):
        outer = known.get(within.get(name) or "") if index.is_quoted(span) else None
        speaker = find_antecedent(word, span, index, speaking, outer)
        if speaker is None:
            continue
        if speaker.sex is None and sex_of_pronoun(word) and is_sure(word, span, index):
            speaker.sex = sex_of_pronoun(word)
        if name:
            _assign_speaker(name, span, speaker, index, known)
            speaking[speaker] = None
        else:
            index.add_place(speaker, span)


def _assign_first_person(
    index: MentionIndex,
    attributions: Sequence[Attribution],
    words: Mapping[str, str],
    known: dict[str, SpeakerCluster],
) -> None:
    """Add the speakers of sources such as "I", and of "you" in a question."""
    first_person = FirstPersonSpeakers(index, attributions)
    for attribution in attributions:
        source = attribution.source
        if source is None:
            continue
        word = words[attribution.id]
        asked = word in source_pronouns("second") and first_person.is_asked(source)
        if asked or word in source_pronouns("first"):
            speaker = first_person.speaker_around(attribution, known)
            speaker = speaker or first_person.interviewed_speaker(source)
            _assign_speaker(attribution.id, source, speaker, index, known)


def pronoun_of(index: MentionIndex, source: Span) -> str:
    """The pronoun that a source is, in lower case; "" if it is none. WHO is an organisation."""
    quote = index.tokenized.text[source.start : source.end]
    shouted = index.sentence_number(source) in index.tokenized.shouted
    words = quote.lower().split() if shouted or not quote.isupper() or len(quote) == 1 else []
    if words and words[0] in source_pronouns("relative") and words[0] != "that":
        return words[0]
    whole = " ".join(words)
    return whole if any(whole in source_pronouns(kind) for kind in PRONOUN_KINDS) else ""


def _assign_speaker(
    name: str,
    source: Span,
    speaker: SpeakerCluster | None,
    index: MentionIndex,
    known: dict[str, SpeakerCluster],
) -> None:
    if speaker is not None:
        known[name] = speaker
        index.add_pronoun(speaker, source)


def make_cast(known: Mapping[str, SpeakerCluster]) -> Cast:
    """Those who speak, as actors in text order."""
    actors = {cluster: _make_actor(cluster) for cluster in dict.fromkeys(known.values())}
    by_id: dict[str, Actor] = {}
    for actor in sorted(actors.values(), key=lambda actor: actor.mentions[0]):
        by_id.setdefault(actor.id, actor)
    return Cast(
        tuple(by_id.values()), {name: actors[speaker].id for name, speaker in known.items()}
    )


def _make_actor(cluster: SpeakerCluster) -> Actor:
    """A cluster as a value; its name is the longest, or the first description."""
    named = [mention for mention in cluster.mentions if mention.named]
    naming = cluster.mentions[0]
    if named:
        naming = max(named, key=lambda mention: (len(mention.shown), -mention.shown.start))
    roles = [mention.role for mention in cluster.mentions if mention.role is not None]
    spans = {*(mention.shown for mention in cluster.mentions), *cluster.pronouns}
    return Actor(
        name=naming.shown,
        type=_actor_type(cluster),
        named=bool(named),
        role=max(roles, key=lambda span: (len(span), -span.start)) if roles else None,
        mentions=tuple(sorted(spans)),
    )


def _actor_type(cluster: SpeakerCluster) -> ActorType:
    if cluster.type is None or (cluster.named and cluster.type is ActorType.UNNAMED):
        return ActorType.PERSON
    return cluster.type
