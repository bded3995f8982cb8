"""What the words behind a cue make of it: an infinitive, a deed with its doer, an offer, a threat."""

from collections.abc import Sequence

from sayso.extract.stance.content_stance import names_it_untrue, own_stance
from sayso.lexicon.cues import CueClass, cue_words
from sayso.model.speech import Stance

NEAR = 8  # words in which what a content is the object of is looked for


def special(made: CueClass, spelt: Sequence[str], quoted: bool) -> tuple[Stance, str] | None:
    """The stance that the content's own form gives, where the class lets it."""
    if made.infinitive is not None and _is_infinitive(spelt):
        return made.infinitive, f" with “to”: {made.infinitive}"
    if made.finite is not None and spelt[:1] == ["that"]:
        return made.finite, f" with “that”: {made.finite}"
    if made.naming and names_it_untrue(spelt):
        return Stance.DENIES, ", and the name for it is untrue: denies"
    if made.charge is not None and _charges(made, spelt):
        return made.charge, f", and lays a deed at somebody’s door: {made.charge}"
    if made.threat is not None and _is_own_deed(spelt):
        return made.threat, f" of what the speaker is to do: {made.threat}"
    offered = cue_words().lists["offered.words"]
    if made.offer is not None and any(word in offered for word in spelt[:NEAR]):
        return made.offer, f" of an offer: {made.offer}"
    return own_stance(spelt, quoted) if made.plain else None


def _is_infinitive(spelt: Sequence[str]) -> bool:
    """Whether a content is what somebody is to do: "to leave", "the men to leave"."""
    lexicon = cue_words()
    subjects, not_before = (
        lexicon.lists[f"infinitive.{key}"] for key in ("subjects", "not_before")
    )
    for at, word in enumerate(spelt[: NEAR - 3]):
        if word in subjects or word == ",":
            return False
        if word == "to":
            ahead = spelt[at + 1] if at + 1 < len(spelt) else ""
            return at == 0 or ahead not in not_before
    return False


def _charges(made: CueClass, spelt: Sequence[str]) -> bool:
    """Whether the content has somebody and, behind "for" or the like, what they did."""
    not_after = cue_words().lists["charged.not_after"]
    for at in range(1, min(NEAR, len(spelt))):
        if spelt[at] in made.by:
            return spelt[at - 1] not in not_after
    return False


def _is_own_deed(spelt: Sequence[str]) -> bool:
    """Whether a content opens with what its speaker is going to do: "we will burn it"."""
    subjects, verbs, adverbs, suffered = (
        cue_words().lists[f"threatened.{key}"]
        for key in ("subjects", "verbs", "adverbs", "not_before")
    )
    at = 1 if spelt[:1] == ["that"] else 0
    if len(spelt) < at + 3 or spelt[at] not in subjects or spelt[at + 1] not in verbs:
        return False
    behind = next((word for word in spelt[at + 2 :] if word not in adverbs), "")
    return behind not in suffered and behind.isalpha()
