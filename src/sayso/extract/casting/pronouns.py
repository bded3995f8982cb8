"""The speaker that a pronoun means: the only one near enough that it fits, else None."""

from collections.abc import Collection, Iterator
from itertools import islice

from sayso.extract.casting.agreeing import BODIES
from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mention_index import MentionIndex
from sayso.lexicon.actors import source_pronouns
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_SENTENCES_BACK = 3  # before that of the pronoun
MAX_SPEAKERS_IN_SENTENCE = 32  # others are not looked at
SEX_OF_PRONOUN = {"he": "m", "she": "f"}


def pronoun_fits(word: str, speaker: SpeakerCluster) -> bool:
    """Whether number, sex and kind let the pronoun mean this speaker."""
    for kind, sex in SEX_OF_PRONOUN.items():
        if word in source_pronouns(kind):
            person = speaker.type in (None, ActorType.PERSON, ActorType.UNNAMED)
            return person and not speaker.plural and speaker.sex in (None, sex)
    if word in source_pronouns("it"):
        return speaker.type in BODIES and not speaker.plural
    if word in source_pronouns("they"):
        return speaker.plural or speaker.type in BODIES - {ActorType.DOCUMENT}
    return False


def find_antecedent(
    word: str, source: Span, index: MentionIndex, speaking: Collection[SpeakerCluster]
) -> SpeakerCluster | None:
    """The one fitting speaker in the nearest sentence that has any, up to the pronoun.

    Those who speak in the text come before those who are only mentioned. Where several in one
    sentence fit, it is the only one whose sex is known; of two such, neither.
    """
    for must_speak in (True, False):
        for fitting in _fitting_by_sentence(word, source, index):
            allowed = (one for one in fitting if not must_speak or one in speaking)
            near = list(islice(allowed, MAX_SPEAKERS_IN_SENTENCE))
            certain = [speaker for speaker in near if speaker.sex is not None]
            for candidates in (near, certain):
                if len(candidates) == 1:
                    return candidates[0]
            if near:
                return None
    return None


def _fitting_by_sentence(
    word: str, source: Span, index: MentionIndex
) -> Iterator[Iterator[SpeakerCluster]]:
    """The speakers that fit, sentence by sentence, that of the pronoun first."""
    sentence = index.sentence_number(source)
    for number in range(sentence, sentence - MAX_SENTENCES_BACK - 1, -1):
        mentioned = index.speakers_before(number, source.start)
        yield (speaker for speaker in mentioned if pronoun_fits(word, speaker))


def relative_antecedent(source: Span, index: MentionIndex) -> SpeakerCluster | None:
    """The speaker whose clause a relative pronoun opens: the mention that ends right before it."""
    at, _ = index.token_range(source)
    sentence = index.sentence_number(source)
    for token in (at, at - 1):
        near = [
            mention for mention in index.mentions_ending_at(token) if mention.sentence == sentence
        ]
        if near:
            return index.speaker_of(
                max(near, key=lambda mention: mention.outer[1] - mention.outer[0])
            )
    return None
