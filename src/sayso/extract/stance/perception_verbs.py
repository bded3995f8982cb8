"""Whether words say that somebody was there, saw a document or a picture, or was told by others."""

from collections.abc import Sequence

from sayso.lexicon.basis import basis_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.model.speech import Knowing

MAX_WORDS_TO_OBJECT = 4  # behind a verb, where what was seen is looked for
MAX_WORDS_TO_FIGURE_OF_SPEECH = 8  # behind it, where words show that nothing was seen
# "Had seen" is about one occasion, "has seen" need not be.
PARTICIPLE, PAST_AUXILIARY = "seen", "had"


def knowing_by_verb(spelt: Sequence[str], first: int) -> tuple[Knowing, int] | None:
    """How the subject of a verb group knows, and how many words say so; None if they do not.

    >>> knowing_by_verb(["had", "heard", "from", "relatives"], 0)
    (<Knowing.SECOND_HAND: 'second_hand'>, 3)
    >>> knowing_by_verb(["saw", "the", "move", "as", "a", "retreat"], 0) is None
    True
    """
    lists, phrases = basis_words().lists, basis_words().phrases
    for at in range(first, len(spelt)):
        length = phrase_length_at(phrases["second_hand.told"], spelt, at)
        if length:
            is_order = spelt[at + length : at + length + 1] == ["to"]
            return None if is_order else (Knowing.SECOND_HAND, at + length - first)
        word = spelt[at]
        if word in lists["eyewitness.verbs"] or word in lists["eyewitness.hearing"]:
            knowing = _knowing_by_senses(spelt, at)
            return (knowing, at + 1 - first) if knowing is not None else None
        if word not in lists["eyewitness.auxiliaries"] and not word.endswith("ly"):
            return None
    return None


def _knowing_by_senses(spelt: Sequence[str], verb: int) -> Knowing | None:
    """How the subject of a verb of seeing or hearing knows; None if nothing was seen or heard."""
    lists = basis_words().lists
    behind = spelt[verb + 1 : verb + 1 + MAX_WORDS_TO_FIGURE_OF_SPEECH]
    if behind and behind[0] in lists["eyewitness.not_before"]:
        return None
    if spelt[verb] in lists["eyewitness.hearing"]:
        is_hearsay = bool(behind) and behind[0] in lists["eyewitness.hearsay"]
        return Knowing.SECOND_HAND if is_hearsay else Knowing.EYEWITNESS
    if spelt[verb] == PARTICIPLE and PAST_AUXILIARY not in spelt[max(0, verb - 2) : verb]:
        return None
    if not lists["eyewitness.figurative"].isdisjoint(behind):
        return None
    return kind_of_evidence(behind[:MAX_WORDS_TO_OBJECT]) or Knowing.EYEWITNESS


def kind_of_evidence(spelt: Sequence[str]) -> Knowing | None:
    """Whether a few words name a picture or a document: the first that does decides."""
    lists = basis_words().lists
    for word in spelt:
        if word in lists["video.nouns"]:
            return Knowing.VIDEO
        if word in lists["document.plain"] or word in lists["document.written"]:
            return Knowing.DOCUMENT
    return None
