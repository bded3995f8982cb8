"""Whom a pronoun means: the one speaker near enough that it fits, or nobody."""

from collections.abc import Sequence

from sayso.extract.casting.clusters import BODIES, Cluster
from sayso.model.speech import ActorType

BACK = 3  # sentences before that of the pronoun

MALE = frozenset({"he", "him", "himself"})
FEMALE = frozenset({"she", "her", "herself"})
THING = frozenset({"it", "itself"})
SEVERAL = frozenset({"they", "them", "themselves"})
SPEAKER = frozenset({"i", "we", "me", "us", "myself", "ourselves"})
RELATIVE = frozenset({"who", "which", "that", "whom"})
PERSONAL = MALE | FEMALE | THING | SEVERAL
NOBODY = frozenset(
    {
        "you",
        "one",
        "whoever",
        "someone",
        "somebody",
        "anyone",
        "anybody",
        "everyone",
        "everybody",
        "nobody",
        "others",
        "those",
        "these",
        "this",
        "some",
        "many",
        "most",
        "all",
        "what",
    }
)  # nobody in particular: no speaker
ALL = NOBODY | PERSONAL | SPEAKER | RELATIVE


def fits(word: str, cluster: Cluster) -> bool:
    """Whether number, sex and kind let the pronoun mean this speaker."""
    if word in MALE or word in FEMALE:
        wanted = "m" if word in MALE else "f"
        person = cluster.type in (None, ActorType.PERSON, ActorType.UNNAMED) and not cluster.plural
        return person and cluster.sex in (None, wanted)
    if word in THING:
        return cluster.type in BODIES and not cluster.plural
    if word in SEVERAL:
        return cluster.plural or cluster.type in BODIES - {ActorType.DOCUMENT}
    return False


def antecedent(
    word: str, sentence: int, place: int, clusters: Sequence[Cluster], speaking: Sequence[Cluster]
) -> Cluster | None:
    """The one fitting speaker in the nearest sentence that has any, at `place` or before.

    Those who speak in the text come before those who are only mentioned; in one sentence, one who
    is the sex that the pronoun shows before one who may be either. Two that are left are nobody.
    """
    for known in (speaking, clusters):
        for back in range(BACK + 1):
            near = [
                cluster
                for cluster in known
                if fits(word, cluster) and _stands(cluster, sentence - back, place)
            ]
            sure = [cluster for cluster in near if cluster.sex is not None]
            for some in (near, sure):
                if len(some) == 1:
                    return some[0]
            if near:
                return None
    return None


def _stands(cluster: Cluster, sentence: int, place: int) -> bool:
    """Whether the speaker is mentioned in the sentence, before the place."""
    named = any(one.sentence == sentence and one.shown.end <= place for one in cluster.mentions)
    return named or any(
        number == sentence and span.end <= place for number, span in cluster.pronouns
    )
