"""Whether words say that somebody was there, saw a paper or a picture, or was told by others."""

from collections.abc import Sequence

from sayso.lexicon.basis import basis_words
from sayso.lexicon.phrases import length_at
from sayso.model.speech import Knowing

OBJECT = 4  # words behind a verb in which what was seen is looked for
FIGURE = 8  # words behind it in which it shows that nothing was
PLAIN = "seen"  # the participle: "had seen" tells of an occasion, "has seen" need not


def perceived(spelt: Sequence[str], at: int) -> tuple[Knowing, int] | None:
    """How the subject of a verb group knows, and how many words say so; None where it does not say.

    >>> perceived(["had", "heard", "from", "relatives"], 0)
    (<Knowing.SECOND_HAND: 'second_hand'>, 3)
    >>> perceived(["saw", "the", "move", "as", "a", "retreat"], 0) is None
    True
    """
    lists = basis_words().lists
    for step in range(at, len(spelt)):
        told = length_at(basis_words().phrases["second_hand.told"], spelt, step)
        if told:
            ordered = spelt[step + told : step + told + 1] == ["to"]
            return None if ordered else (Knowing.SECOND_HAND, step + told - at)
        word = spelt[step]
        if word in lists["eyewitness.verbs"] or word in lists["eyewitness.hearing"]:
            known = _of_senses(spelt, step)
            return (known, step + 1 - at) if known is not None else None
        if word not in lists["eyewitness.auxiliaries"] and not word.endswith("ly"):
            return None
    return None


def _of_senses(spelt: Sequence[str], at: int) -> Knowing | None:
    lists = basis_words().lists
    behind = list(spelt[at + 1 : at + 1 + FIGURE])
    if behind[:1] and behind[0] in lists["eyewitness.not_before"]:
        return None
    if spelt[at] in lists["eyewitness.hearing"]:
        told = behind[:1] and behind[0] in lists["eyewitness.hearsay"]
        return Knowing.SECOND_HAND if told else Knowing.EYEWITNESS
    if spelt[at] == PLAIN and "had" not in spelt[max(0, at - 2) : at]:
        return None
    if lists["eyewitness.figurative"] & set(behind):
        return None
    return on_paper(behind[:OBJECT]) or Knowing.EYEWITNESS


def on_paper(spelt: Sequence[str]) -> Knowing | None:
    """The kind of thing that a few words name, if it is a picture or a paper."""
    lists = basis_words().lists
    for word in spelt:
        if word in lists["video.nouns"]:
            return Knowing.VIDEO
        if word in lists["document.plain"] or word in lists["document.written"]:
            return Knowing.DOCUMENT
    return None
