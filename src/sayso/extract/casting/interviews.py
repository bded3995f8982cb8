"""Interviews that are printed as question and answer, without quotation marks."""

from collections.abc import Iterator, Sequence

from sayso.extract.casting.clusters import SpeakerCluster
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import TokenizedText
from sayso.lexicon.actors import interview_words
from sayso.model.speech import ActorType

MAX_OPENING_CHARACTERS = 2000  # at the start, where an interview names the person
# The fewest words of the first and of the second person outside the quotation marks of an interview.
MIN_FIRST_PERSON_WORDS, MIN_SECOND_PERSON_WORDS = 8, 3
# How far before a name to look for words that introduce a person, that credit a photographer, and
# that may also introduce something else.
MAX_LEAD_TOKENS, MAX_CREDIT_TOKENS, MAX_CLOSE_TOKENS = 30, 4, 3


def find_interviewee(
    tokenized: TokenizedText, clusters: Sequence[SpeakerCluster]
) -> SpeakerCluster | None:
    """The person that an interview is with; None if the text is no interview, or there may be two.

    It is the person that the opening names as interviewed ("spoke with Ana Roll, mayor of Corse", "An
    interview with …"). If it names no one or several people, it is the person that the opening
    mentions most often. A photographer does not count.
    """
    spoken = [token.lower for token in tokenized.tokens if not tokenized.in_quotes[token.start]]
    first = sum(word in interview_words().first for word in spoken)
    second = sum(word in interview_words().second for word in spoken)
    if first < MIN_FIRST_PERSON_WORDS or second < MIN_SECOND_PERSON_WORDS:
        return None
    people = {
        cluster: opening
        for cluster in clusters
        if cluster.type in (ActorType.PERSON, None)
        and any(len(mention.words) > 1 for mention in cluster.mentions)
        and (opening := list(_opening_mentions(tokenized, cluster)))
    }
    introduced = [
        cluster
        for cluster, opening in people.items()
        if any(_is_introduced(tokenized, mention) for mention in opening)
    ]
    return introduced[0] if len(introduced) == 1 else _most_mentioned(people)


def _most_mentioned(people: dict[SpeakerCluster, list[Mention]]) -> SpeakerCluster | None:
    counts = {
        cluster: len(opening)
        for cluster, opening in people.items()
        if cluster.type is ActorType.PERSON
    }
    most = [cluster for cluster, count in counts.items() if count == max(counts.values())]
    return most[0] if len(most) == 1 else None


def _opening_mentions(tokenized: TokenizedText, cluster: SpeakerCluster) -> Iterator[Mention]:
    """The mentions in the opening of the text that name somebody, not as its photographer."""
    for mention in cluster.mentions:
        if mention.named and mention.shown.end <= MAX_OPENING_CHARACTERS:
            lead = _words_before(tokenized, mention, MAX_CREDIT_TOKENS)
            if interview_words().credits.isdisjoint(lead):
                yield mention


def _is_introduced(tokenized: TokenizedText, mention: Mention) -> bool:
    """Whether words such as "spoke with" lead up to a name in its sentence, or follow its colon.

    Before what may be no person's name they must be close.
    """
    person = mention.type is ActorType.PERSON
    lead = _words_before(tokenized, mention, MAX_LEAD_TOKENS if person else MAX_CLOSE_TOKENS)
    if any(f" {words} " in f" {' '.join(lead)} " for words in interview_words().asking):
        return True
    behind = tokenized.tokens[mention.stop : mention.stop + MAX_CLOSE_TOKENS]
    colon = bool(behind) and tokenized.text_between(mention.stop - 1, mention.stop).strip() == ":"
    return colon and any(token.lower in interview_words().asking for token in behind)


def _words_before(tokenized: TokenizedText, mention: Mention, most: int) -> list[str]:
    """The last words of its sentence before a mention."""
    lead = tokenized.tokens[max(0, mention.first - most) : mention.first]
    return [token.lower for token in lead if token.sentence == mention.sentence]
