"""Whom a pronoun means: the one speaker near enough that it fits, or nobody."""

from collections.abc import Collection
from itertools import islice

from sayso.extract.casting.agreeing import BODIES
from sayso.extract.casting.clusters import Cluster
from sayso.extract.casting.scene import Scene
from sayso.lexicon.actors import pronouns
from sayso.model.speech import ActorType
from sayso.model.text import Span

BACK = 3  # sentences before that of the pronoun
MOST = 32  # speakers of one sentence that are looked at


def fits(word: str, cluster: Cluster) -> bool:
    """Whether number, sex and kind let the pronoun mean this speaker."""
    for kind, sex in (("he", "m"), ("she", "f")):
        if word in pronouns(kind):
            person = cluster.type in (None, ActorType.PERSON, ActorType.UNNAMED)
            return person and not cluster.plural and cluster.sex in (None, sex)
    if word in pronouns("it"):
        return cluster.type in BODIES and not cluster.plural
    if word in pronouns("they"):
        return cluster.plural or cluster.type in BODIES - {ActorType.DOCUMENT}
    return False


def antecedent(
    word: str, source: Span, scene: Scene, speaking: Collection[Cluster]
) -> Cluster | None:
    """The one fitting speaker in the nearest sentence that has any, up to the pronoun.

    Those who speak in the text come before those who are only mentioned; in one sentence, one who
    is the sex that the pronoun shows before one who may be either. Two that are left are nobody.
    """
    sentence = scene.sentence(source)
    for speakers in (True, False):
        for back in range(BACK + 1):
            standing = scene.standing(sentence - back, source.start)
            fitting = (one for one in standing if fits(word, one))
            near = list(islice((one for one in fitting if not speakers or one in speaking), MOST))
            sure = [cluster for cluster in near if cluster.sex is not None]
            for some in (near, sure):
                if len(some) == 1:
                    return some[0]
            if near:
                return None
    return None


def before(source: Span, scene: Scene) -> Cluster | None:
    """Whose clause a relative pronoun opens: the mention that ends right before it."""
    at, _ = scene.tokens(source)
    sentence = scene.sentence(source)
    for token in (at, at - 1):
        near = [one for one in scene.ending_at(token) if one.sentence == sentence]
        if near:
            return scene.home(max(near, key=lambda one: one.outer[1] - one.outer[0]))
    return None
