"""Interviews that are printed as question and answer, without quotation marks."""

from collections.abc import Iterator, Sequence

from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.mentions import Mention
from sayso.extract.casting.tokens import Reading
from sayso.lexicon.actors import interview
from sayso.model.speech import ActorType

OPENING = 2000  # characters in which an interview says whom it is with
LEAST_FIRST, LEAST_SECOND = 8, 3  # such words outside quotation marks, by which one knows it
LEAD, CREDIT, CLOSE = 30, 4, 3  # tokens looked through before a name


def interviewee(reading: Reading, clusters: Sequence[Cluster]) -> Cluster | None:
    """Whom an interview is with; None if the text is none, or it may be with two.

    It is with the one person whom its head names as interviewed ("spoke with Ana Roll, mayor of
    Corse", "An interview with …"); where it says so of none or of several, with the one whom its
    head names most. A photographer is not counted.
    """
    spoken = [token.lower for token in reading.tokens if not reading.inside[token.start]]
    first = sum(word in interview("first") for word in spoken)
    second = sum(word in interview("second") for word in spoken)
    if first < LEAST_FIRST or second < LEAST_SECOND:
        return None
    people = {
        cluster: near
        for cluster in clusters
        if cluster.type in (ActorType.PERSON, None)
        and any(len(one.words) > 1 for one in cluster.mentions)
        and (near := list(_near(reading, cluster)))
    }
    asked = [one for one, near in people.items() if any(_is_asked(reading, own) for own in near)]
    if len(asked) == 1:
        return asked[0]
    known = {one: len(near) for one, near in people.items() if one.type is ActorType.PERSON}
    named = [one for one, places in known.items() if places == max(known.values())]
    return named[0] if len(named) == 1 else None


def _near(reading: Reading, cluster: Cluster) -> Iterator[Mention]:
    """The places at the head of the text where somebody is named, and is not its photographer."""
    for one in cluster.mentions:
        lead = reading.tokens[max(0, one.first - CREDIT) : one.first]
        own = {token.lower for token in lead if token.sentence == one.sentence}
        if one.named and one.shown.end <= OPENING and not own & interview("credits"):
            yield one


def _is_asked(reading: Reading, one: Mention) -> bool:
    """Whether words such as "spoke with" lead up to a name in its sentence, or follow its colon.

    To what may be no person's name they must be close.
    """
    far = LEAD if one.type is ActorType.PERSON else CLOSE
    lead = reading.tokens[max(0, one.first - far) : one.first]
    said = " ".join(token.lower for token in lead if token.sentence == one.sentence)
    if any(f" {words} " in f" {said} " for words in interview("asking")):
        return True
    behind = reading.tokens[one.stop : one.stop + CLOSE]
    colon = bool(behind) and reading.gap(one.stop - 1, one.stop).strip() == ":"
    return colon and any(token.lower in interview("asking") for token in behind)
