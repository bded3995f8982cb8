"""The mentions of one speaker put together; what could be two speakers stays apart."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from sayso.extract.casting.agreeing import (
    are_forms_of_body_name,
    are_forms_of_person_name,
    may_be_forename,
    sex_and_title_agree,
    surname_of,
)
from sayso.extract.casting.aliases import is_alias
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import nouns_alike
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_SENTENCES_BACK = 2  # from "the ministry" to the one meant, where it could be several
MAX_SPEAKERS_ALIKE = 64  # the latest ones; the others are not looked at, which bounds the work


@dataclass(slots=True, eq=False)
class SpeakerCluster:
    """One speaker: all mentions, and what they say about the speaker."""

    mentions: list[Mention] = field(default_factory=list)
    pronouns: list[Span] = field(default_factory=list)
    aliases: set[tuple[str, ...]] = field(default_factory=set)
    type: ActorType | None = None
    sex: str | None = None
    plural: bool = False
    human: bool = False
    named: bool = False
    offices: set[str] = field(default_factory=set)
    heads: set[str] = field(default_factory=set)
    marks: set[str] = field(default_factory=set)

    def add(self, mention: Mention) -> None:
        """Take in a mention and what it tells."""
        self.mentions.append(mention)
        if mention.words:
            self.aliases.add(mention.words)
        better = mention.type is not None and mention.type is not ActorType.UNNAMED
        if self.type is None or (better and self.type is ActorType.UNNAMED):
            self.type = mention.type
        self.sex = self.sex or mention.sex
        self.plural = self.plural or mention.plural
        self.human = self.human or mention.human
        self.named = self.named or mention.named
        self.offices |= mention.offices
        self.marks |= mention.marks
        if mention.head:
            self.heads.add(mention.head)


def cluster_mentions(
    tokenized: TokenizedText, mentions: Sequence[Mention]
) -> list[tuple[Mention, SpeakerCluster]]:
    """Every mention, in order, with the speaker that it means."""
    known = _SpeakerLookup()
    clustered: list[tuple[Mention, SpeakerCluster]] = []
    for mention in mentions:
        speaker: SpeakerCluster | None = None
        if clustered and is_alias(tokenized, mention, clustered[-1][0]):
            speaker = clustered[-1][1]
        speaker = speaker or _known_speaker(mention, known) or SpeakerCluster()
        speaker.add(mention)
        known.add(mention, speaker)
        clustered.append((mention, speaker))
    return clustered


class _SpeakerLookup:
    """The speakers so far by what they may be called, the most recent first."""

    def __init__(self) -> None:
        self._speakers_by_key: dict[Hashable, dict[SpeakerCluster, None]] = defaultdict(dict)

    def add(self, mention: Mention, speaker: SpeakerCluster) -> None:
        """Remember which speaker a mention means."""
        for key in _lookup_keys(mention):
            speakers = self._speakers_by_key[key]
            speakers.pop(speaker, None)
            speakers[speaker] = None

    def called(self, *keys: Hashable) -> list[SpeakerCluster]:
        """The speakers that have been called this, each once."""
        found: dict[SpeakerCluster, None] = {}
        for key in keys:
            found.update(
                dict.fromkeys(
                    islice(reversed(self._speakers_by_key.get(key, {})), MAX_SPEAKERS_ALIKE)
                )
            )
        return list(found)


def _lookup_keys(mention: Mention) -> Iterator[Hashable]:
    if mention.words:
        yield "name", mention.words
        yield "first", mention.words[0]
        yield "last", surname_of(mention.words)
    if mention.named and mention.head:
        yield "body", mention.head, mention.marks
    for noun in {*mention.offices, mention.head} - {""}:
        yield "noun", noun


def _known_speaker(mention: Mention, known: _SpeakerLookup) -> SpeakerCluster | None:
    """The speaker that a mention means, if just one of those known so far can be meant."""
    if mention.words:
        return _by_name(mention, known)
    if mention.named:
        return _only_speaker(known.called(("body", mention.head, mention.marks)))
    return _by_description(mention, known) if mention.definite else None


def _by_name(mention: Mention, known: _SpeakerLookup) -> SpeakerCluster | None:
    """The speaker of the same name; a person also by the surname, if sex and offices agree."""
    same = [
        speaker
        for speaker in known.called(("name", mention.words))
        if sex_and_title_agree(mention, speaker)
    ]
    if same:
        return _nearest_speaker(mention, same)
    if mention.type not in (None, ActorType.PERSON):
        return _only_speaker(
            speaker
            for speaker in known.called(("first", mention.words[0]), ("last", mention.words[-1]))
            if speaker.type in (mention.type, None)
            and any(are_forms_of_body_name(mention.words, alias) for alias in speaker.aliases)
        )
    called = known.called(("last", surname_of(mention.words)))
    if not called and may_be_forename(mention):
        called = known.called(("first", mention.words[0]))
        called = [speaker for speaker in called if not speaker.mentions[0].placed]
    alike = [
        speaker
        for speaker in called
        if speaker.type in (None, ActorType.PERSON)
        and any(are_forms_of_person_name(mention.words, alias) for alias in speaker.aliases)
        and all(
            len(alias) < 2 or are_forms_of_person_name(mention.words, alias)
            for alias in speaker.aliases
        )
        and sex_and_title_agree(mention, speaker)
    ]
    return _nearest_speaker(mention, alike)


def _by_description(mention: Mention, known: _SpeakerLookup) -> SpeakerCluster | None:
    """The speaker that "the ministry", "the spokesman", "the group" points back to."""
    alike = nouns_alike(mention.head)
    pointed_at = [
        speaker
        for speaker in known.called(*(("noun", noun) for noun in sorted(alike)))
        if speaker.plural == mention.plural
        and (alike & (speaker.heads if not mention.human else speaker.offices | speaker.heads))
        and mention.marks <= speaker.marks
        and not (mention.sex and speaker.sex and mention.sex != speaker.sex)
    ]
    return _nearest_speaker(mention, pointed_at)


def _nearest_speaker(
    mention: Mention, candidates: Sequence[SpeakerCluster]
) -> SpeakerCluster | None:
    """The only speaker; of several the only one that is near, else None."""
    if len(candidates) < 2:
        return candidates[0] if candidates else None
    near = [
        speaker
        for speaker in candidates
        if mention.sentence - speaker.mentions[-1].sentence <= MAX_SENTENCES_BACK
    ]
    return near[0] if len(near) == 1 else None


def _only_speaker(candidates: Iterable[SpeakerCluster]) -> SpeakerCluster | None:
    speakers = list(candidates)
    return speakers[0] if len(speakers) == 1 else None
