"""The sex of a speaker, told by the pronouns that follow a name: "Corin Vale, who left her hat"."""

from collections.abc import Iterator

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mention_index import MentionIndex
from sayso.extract.casting.mentions import Mention
from sayso.lexicon.grammar import grammar
from sayso.model.speech import ActorType

# How far behind a name a pronoun may stand that means its bearer: a possessive, or a subject.
MAX_TOKENS_TO_POSSESSIVE, MAX_TOKENS_TO_SUBJECT = 10, 4
POSSESSIVES = {"his": "m", "her": "f"}
SUBJECTS = {"he": "m", "she": "f"}


def learn_sexes(index: MentionIndex) -> None:
    """Record the sex of every person whose name is followed by pronouns of one sex only.

    A pronoun counts where its sentence has named nobody else before, or where it stands in the
    relative clause behind a name.
    """
    told: dict[SpeakerCluster, set[str]] = {}
    for mention, following in _with_following(index):
        speaker = index.speaker_of(mention)
        if speaker.sex is None and _is_person(mention, speaker):
            sex = _sex_behind(index, mention, following)
            if sex is not None:
                told.setdefault(speaker, set()).add(sex)
    for speaker, sexes in told.items():
        if len(sexes) == 1:
            speaker.sex = sexes.pop()


def _with_following(index: MentionIndex) -> Iterator[tuple[Mention, int]]:
    """Each mention that may be meant, with the first token of the next one in its sentence."""
    tokens = index.tokenized.tokens
    sentence = -1
    for at, mention in enumerate(index.mentions):
        is_first = mention.sentence != sentence
        sentence = mention.sentence
        related = mention.outer[1] < len(tokens) and (
            tokens[mention.outer[1]].lower in grammar().pronouns_relative
        )
        if is_first or related:
            later = index.mentions[at + 1] if at + 1 < len(index.mentions) else None
            yield mention, later.outer[0] if later is not None else len(tokens)


def _is_person(mention: Mention, speaker: SpeakerCluster) -> bool:
    may_be = speaker.type in (None, ActorType.PERSON, ActorType.UNNAMED)
    return may_be and not speaker.plural and not mention.placed


def _sex_behind(index: MentionIndex, mention: Mention, following: int) -> str | None:
    """The sex of the first pronoun behind a mention, before another one and in its sentence."""
    tokens = index.tokenized.tokens
    last = min(len(tokens), mention.outer[1] + MAX_TOKENS_TO_POSSESSIVE, following + 1)
    for at in range(mention.outer[1], last):
        token = tokens[at]
        if token.sentence != mention.sentence or index.tokenized.in_quotes[token.start]:
            return None
        if token.lower in SUBJECTS and at - mention.outer[1] <= MAX_TOKENS_TO_SUBJECT:
            return SUBJECTS[token.lower]
        if token.lower in POSSESSIVES and _has_noun_behind(index, at):
            return POSSESSIVES[token.lower]
    return None


def _has_noun_behind(index: MentionIndex, at: int) -> bool:
    """Whether a word that is no preposition follows a token at once: "her hat", not "her to"."""
    tokens = index.tokenized.tokens
    if at + 1 >= len(tokens) or not index.tokenized.are_adjacent(at, at + 1):
        return False
    return tokens[at + 1].lower not in grammar().prepositions_plain | {"to", "as", "and", "or"}
