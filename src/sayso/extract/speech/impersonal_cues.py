"""Cues before which nobody speaks: "Orel is expected to go", "it seems", "she was accused of"."""

from collections.abc import Sequence

from sayso.encoder.tagger import RoleSpan
from sayso.lexicon.cues import cue_words
from sayso.text.words import words

LONGEST = 8  # words of a source behind its cue


def is_sourceless(text: str, cue: RoleSpan, source: RoleSpan | None) -> bool:
    """Whether what stands before a cue is spoken of, and does not speak.

    So it is with "seem" and with a passive ("was criticised"), but not with whoever is behind the
    cue ("by his party"), nor with a state of mind ("was worried", "was quoted as saying").
    """
    lists = cue_words().lists
    if source is not None and source.start >= cue.end:
        return False
    said = [word.lower for word in words(text[cue.start : cue.end])]
    if not said or said[-1] == "by":
        return False
    if set(said) & lists["sourceless.words"]:
        return True
    at = next((at for at, word in enumerate(said) if word in lists["sourceless.be"]), len(said)) + 1
    while at < len(said) and (
        said[at].endswith("ly") or said[at] in lists["sourceless.be"] | lists["sourceless.adverbs"]
    ):
        at += 1
    return at < len(said) and said[at] in lists["sourceless.participles"]


def behind_article(text: str, cue: RoleSpan, source: RoleSpan, contents: Sequence[RoleSpan]) -> RoleSpan | None:
    """The source, unless it is a mere article: then who stands between the cue and its content ("the
    allegations of the Echo that …"), or nobody."""
    if text[source.start : source.end].lower() not in cue_words().lists["sourceless.articles"]:
        return source
    end = min((one.start for one in contents if one.start >= cue.end), default=cue.end)
    between = text[cue.end : end]
    named = between.strip()
    if not named or len(named.split()) > LONGEST or any(mark in named for mark in ".;:"):
        return None
    start = cue.end + between.index(named)
    return RoleSpan("source", start, start + len(named), source.score)
