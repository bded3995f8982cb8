"""What the words behind a cue make of it: an infinitive, a deed with its doer, an offer, a threat."""

from collections.abc import Sequence

from sayso.extract.stance.content_stance import stance_of_content
from sayso.extract.stance.untrue_claims import names_it_untrue
from sayso.lexicon.cues import CueClass, cue_words
from sayso.model.speech import Stance

MAX_WORDS_TO_OBJECT = 8
MAX_WORDS_TO_INFINITIVE = 5


def stance_of_complement(
    cue_class: CueClass, spelt: Sequence[str], opens_quotation: bool
) -> tuple[Stance, str] | None:
    """The stance that the form of the content gives, with the reason, if the class allows it.

    `spelt` are the words of the content, contractions expanded.
    """
    if cue_class.infinitive is not None and _is_infinitive(spelt):
        return cue_class.infinitive, f" with “to”: {cue_class.infinitive}"
    if cue_class.finite is not None and spelt[:1] == ["that"]:
        return cue_class.finite, f" with “that”: {cue_class.finite}"
    if cue_class.naming and names_it_untrue(spelt):
        return Stance.DENIES, ", and the name for it is untrue: denies"
    if cue_class.charge is not None and _is_charge(cue_class, spelt):
        return cue_class.charge, f", and lays a deed at somebody’s door: {cue_class.charge}"
    if cue_class.threat is not None and _is_own_deed(spelt):
        return cue_class.threat, f" of what the speaker is to do: {cue_class.threat}"
    offered = cue_words().lists["offered.words"]
    if cue_class.offer is not None and not offered.isdisjoint(spelt[:MAX_WORDS_TO_OBJECT]):
        return cue_class.offer, f" of an offer: {cue_class.offer}"
    return stance_of_content(spelt, opens_quotation) if cue_class.plain else None


def _is_infinitive(spelt: Sequence[str]) -> bool:
    """Whether a content is what somebody is to do: "to leave", "the men to leave"."""
    lists = cue_words().lists
    subjects = lists["infinitive.subjects"] | lists["sourceless.be"]
    not_before = lists["infinitive.not_before"]
    for index, word in enumerate(spelt[:MAX_WORDS_TO_INFINITIVE]):
        if word in subjects or word == ",":
            return False
        if word == "to":
            behind = spelt[index + 1] if index + 1 < len(spelt) else ""
            return index == 0 or behind not in not_before
    return False


def _is_charge(cue_class: CueClass, spelt: Sequence[str]) -> bool:
    """Whether the content has somebody and, behind "for" or the like, what they did."""
    not_after = cue_words().lists["charged.not_after"]
    for index in range(1, min(MAX_WORDS_TO_OBJECT, len(spelt))):
        if spelt[index] in cue_class.by:
            return spelt[index - 1] not in not_after
    return False


def _is_own_deed(spelt: Sequence[str]) -> bool:
    """Whether a content opens with what its speaker is going to do: "we will burn it"."""
    subjects, verbs, adverbs, suffered = (
        cue_words().lists[f"threatened.{key}"]
        for key in ("subjects", "verbs", "adverbs", "not_before")
    )
    subject = 1 if spelt[:1] == ["that"] else 0
    if len(spelt) < subject + 3:
        return False
    if spelt[subject] not in subjects or spelt[subject + 1] not in verbs:
        return False
    behind = next((word for word in spelt[subject + 2 :] if word not in adverbs), "")
    return behind not in suffered and behind.isalpha()
