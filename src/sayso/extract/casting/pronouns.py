"""The speaker that a pronoun means: the only one near enough that it fits, else None."""

from collections.abc import Collection, Iterator, Sequence
from itertools import islice

from sayso.extract.casting.agreeing import BODIES
from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mention_index import MentionIndex
from sayso.lexicon.actors import actor_words, source_pronouns
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_SENTENCES_BACK = 3  # before that of the pronoun
MAX_SPEAKERS_IN_SENTENCE = 32  # others are not looked at


def sex_of_pronoun(word: str) -> str | None:
    """The sex that a pronoun shows: "m", "f" or None."""
    if word in source_pronouns("he") or word in actor_words().his:
        return "m"
    return "f" if word in source_pronouns("she") or word in actor_words().her else None


def pronoun_fits(word: str, speaker: SpeakerCluster) -> bool:
    """Whether number, sex and kind let the pronoun mean this speaker."""
    sex = sex_of_pronoun(word)
    if sex is not None:
        person = speaker.type in (None, ActorType.PERSON, ActorType.UNNAMED)
        return person and not speaker.plural and speaker.sex in (None, sex)
    if word in source_pronouns("it"):
        return speaker.type in BODIES and not speaker.plural
    if word in source_pronouns("they"):
        return speaker.plural or speaker.type in BODIES - {ActorType.DOCUMENT}
    return False


def find_antecedent(
    word: str,
    source: Span,
    index: MentionIndex,
    speaking: Collection[SpeakerCluster],
    quoted: SpeakerCluster | None = None,
) -> SpeakerCluster | None:
    """The one fitting speaker in the nearest sentence that has any, up to the pronoun.

    Those whose sex is known come first, then those who speak in the text. Of two that may be meant,
    it is neither. `quoted` speaks the words around the pronoun, and so is not meant.
    """
    near = [
        list(islice((one for one in fitting if one is not quoted), MAX_SPEAKERS_IN_SENTENCE))
        for fitting in _fitting_by_sentence(word, source, index)
    ]
    if sex_of_pronoun(word):
        candidates = _of_known_sex(near, speaking)
        if candidates:
            return _only(candidates)
    if word in source_pronouns("they"):
        near = [[one for one in here if one.plural] or here for here in near]
    for some in (*([one for one in here if one in speaking] for here in near), *near):
        if some:
            return _only(some)
    return None


def _of_known_sex(
    near: Sequence[Sequence[SpeakerCluster]], speaking: Collection[SpeakerCluster]
) -> Sequence[SpeakerCluster]:
    """Those whose sex the pronoun tells, in the nearest sentence that has any; also those nearer by
    name who speak, and may be of either sex."""
    rivals: list[SpeakerCluster] = []
    for here in near:
        known = [one for one in here if one.sex is not None]
        known_to_speak = [one for one in known if one in speaking]
        if known and not rivals:
            return known_to_speak if len(known_to_speak) == 1 else known
        if known_to_speak:
            return [*known_to_speak, *rivals]
        rivals += [one for one in here if one.named and one in speaking]
    return ()


def _only(candidates: Sequence[SpeakerCluster]) -> SpeakerCluster | None:
    return candidates[0] if len(candidates) == 1 else None


def is_sure(word: str, source: Span, index: MentionIndex) -> bool:
    """Whether only one speaker in reach fits a pronoun, so that it tells the speaker's sex."""
    fitting = {
        one
        for here in _fitting_by_sentence(word, source, index)
        for one in islice(here, MAX_SPEAKERS_IN_SENTENCE)
    }
    return len(fitting) == 1


def _fitting_by_sentence(
    word: str, source: Span, index: MentionIndex
) -> Iterator[Iterator[SpeakerCluster]]:
    """The speakers that fit, sentence by sentence, that of the pronoun first."""
    sentence = index.sentence_number(source)
    for number in range(sentence, sentence - MAX_SENTENCES_BACK - 1, -1):
        mentioned = index.speakers_before(number, source)
        yield (speaker for speaker in mentioned if pronoun_fits(word, speaker))


def running_pronouns(index: MentionIndex) -> Iterator[tuple[Span, str]]:
    """The pronouns for one man or woman outside quotation marks, in text order."""
    wanted = source_pronouns("he") | source_pronouns("she") | actor_words().his | actor_words().her
    for token in index.tokenized.tokens:
        if token.lower in wanted and not index.tokenized.in_quotes[token.start]:
            yield Span(token.start, token.end), token.lower


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
