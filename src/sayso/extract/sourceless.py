"""Cues before which nobody speaks: "Orel is expected to go", "it seems", "she was accused of"."""

from sayso.encoder.tagger import Role
from sayso.lexicon.cues import cue_words
from sayso.text.words import words


def is_sourceless(text: str, cue: Role, source: Role | None) -> bool:
    """Whether what stands before a cue is spoken of, and does not speak.

    So it is with "seem" and with a passive ("was criticised"), but not with whoever is behind the
    cue ("by his party"), nor with a state of mind ("was worried", "was quoted as saying").
    """
    if source is not None and source.start >= cue.end:
        return False
    lists = cue_words().lists
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
