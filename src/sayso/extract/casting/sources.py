"""The speaker that a source names or describes."""

from collections.abc import Sequence

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mention_index import MentionIndex
from sayso.extract.casting.mentions import Mention
from sayso.lexicon.actors import actor_words, speaker_nouns
from sayso.lexicon.people import nations
from sayso.model.speech import ActorType
from sayso.model.text import Span

MAX_WORDS_BETWEEN = 3  # two speakers side by side


def speaker_of_source(source: Span, index: MentionIndex) -> SpeakerCluster:
    """The speaker that a source names or describes."""
    mentions = index.mentions_within(source)
    if not mentions:
        return _unknown_speaker(source, index)
    while len(mentions) > 1 and _is_owner_of(mentions[0], mentions[1], index):
        mentions = mentions[1:]
    if len(mentions) > 1 and _are_coordinated(mentions, index):
        return _joint_speaker(source, mentions, index)
    return index.speaker_of(_office_holder(mentions, index))


def _is_owner_of(owner: Mention, owned: Mention, index: MentionIndex) -> bool:
    """Whether a mention stands in the possessive right before another: "Ruritania's Guard"."""
    last = index.tokenized.tokens[owner.outer[1] - 1]
    return last.possessive and owned.outer[0] == owner.outer[1]


def _office_holder(mentions: Sequence[Mention], index: MentionIndex) -> Mention:
    """The person whose office a source tells first ("Dorn University president Ana Roll"),
    else its first mention."""
    if mentions[0].type in (ActorType.PERSON, ActorType.UNNAMED):
        return mentions[0]
    for mention in mentions[1:]:
        before = index.tokenized.tokens[mention.first - 1].lower
        if mention.type is ActorType.PERSON and mention.named and before in speaker_nouns():
            return mention if speaker_nouns()[before].human else mentions[0]
    return mentions[0]


def _are_coordinated(mentions: Sequence[Mention], index: MentionIndex) -> bool:
    """Whether the source names several, side by side."""
    between = index.tokenized.text_between(mentions[0].outer[1] - 1, mentions[1].outer[0])
    words = between.replace(",", " ").split()
    joined = (
        bool(words) and words[0] in actor_words().coordinating and len(words) <= MAX_WORDS_BETWEEN
    )
    return joined and not mentions[0].placed


def _joint_speaker(
    source: Span, mentions: Sequence[Mention], index: MentionIndex
) -> SpeakerCluster:
    """A speaker made of several."""
    types = {mention.type for mention in mentions[:2]}
    joint = Mention(
        mentions[0].outer[0],
        mentions[-1].outer[1],
        mentions[0].sentence,
        without_outer_marks(index.tokenized.text, source),
        types.pop() if len(types) == 1 else ActorType.GROUP,
        plural=True,
        named=all(mention.named for mention in mentions[:2]),
    )
    return index.add_speaker(joint)


def _unknown_speaker(source: Span, index: MentionIndex) -> SpeakerCluster:
    """The speaker of a source that has neither the shape of a name nor a noun of the lexicon."""
    first, stop = index.token_range(source)
    span = without_outer_marks(index.tokenized.text, source)
    known = index.speaker_named(span)
    if known is not None:
        return known
    words = index.tokenized.text[span.start : span.end]
    capital = words.istitle()
    nation = words.split()[-1].lower() in nations().people
    kind = ActorType.GROUP if nation else ActorType.PERSON if capital else ActorType.UNNAMED
    last = max(first + 1, stop)
    sentence = index.sentence_number(source)
    return index.add_speaker(Mention(first, last, sentence, span, kind, named=capital))


def without_outer_marks(text: str, span: Span) -> Span:
    """A source without marks and commas at its ends."""
    start, end = span.start, span.end
    while start < end - 1 and not text[start].isalnum():
        start += 1
    while end > start + 1 and not (text[end - 1].isalnum() or text[end - 1] in ").%"):
        end -= 1
    return Span(start, end)
