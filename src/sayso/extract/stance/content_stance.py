"""What a content says by its own form, where the cue leaves it open.

It may be a question, decline to comment, call something a lie, or say that the speaker is sorry.
"""

from collections.abc import Sequence

from sayso.extract.stance.untrue_claims import (
    MARKS,
    MAX_OPENING_WORDS,
    MAX_WORDS_BETWEEN,
    says_it_is_untrue,
)
from sayso.lexicon.cues import cue_words
from sayso.lexicon.phrases import phrase_length_at
from sayso.model.speech import Stance


def stance_of_content(spelt: Sequence[str], opens_quotation: bool) -> tuple[Stance, str] | None:
    """The stance that a content has by its own form, with the reason; None where it has none.

    `spelt` are its words, contractions expanded. Only a content that opens a quotation can ask
    somebody to do something.
    """
    phrases = cue_words().phrases
    opening = spelt[:MAX_OPENING_WORDS]
    if spelt[-1:] == ["?"]:
        return Stance.ASKS, ", and what is said is a question: asks"
    if _declines_to_comment(opening):
        return Stance.DECLINES, ", and nothing is said of the matter: declines"
    if opens_quotation and opening and phrase_length_at(phrases["bidding.words"], opening, 0):
        return Stance.ASKS, ", and what is said bids somebody do something: asks"
    in_person = _stance_in_person(opening)
    if in_person is not None:
        return in_person
    if says_it_is_untrue(opening):
        return Stance.DENIES, ", and what is said calls it untrue: denies"
    return None


def _stance_in_person(opening: Sequence[str]) -> tuple[Stance, str] | None:
    """A denial or an admission in the first person: "we firmly reject", "I am sorry"."""
    lists = cue_words().lists
    first = 1 if opening[:1] == ["that"] else 0
    for at, word in enumerate(opening):
        is_first_person = word in lists["rejected.first_person"]
        is_speaker = is_first_person or (at == first and word in lists["rejected.itself"])
        verb = _verb_behind(opening, at + 1) if is_speaker else None
        if verb is None:
            continue
        is_negated = not lists["rejected.negations"].isdisjoint(opening[at:verb])
        if opening[verb] in lists["rejected.denying"]:
            if is_negated:
                return Stance.CONCEDES, f", and what is said does not deny it: {Stance.CONCEDES}"
            return Stance.DENIES, f", and what is said denies it: {Stance.DENIES}"
        if is_first_person and not is_negated and (at == 0 or opening[at - 1] in MARKS):
            return Stance.CONCEDES, ", and what is said admits it: concedes"
    return None


def _verb_behind(opening: Sequence[str], at: int) -> int | None:
    """Where a verb of denying or admitting stands, with only adverbs before it; None if it does not."""
    lexicon = cue_words()
    while at < len(opening):
        if opening[at] in lexicon.lists["rejected.denying"]:
            return at
        if phrase_length_at(lexicon.phrases["admitted.words"], opening, at):
            return at
        if opening[at] not in lexicon.lists["rejected.adverbs"]:
            return None
        at += 1
    return None


def _declines_to_comment(opening: Sequence[str]) -> bool:
    """Whether a content says nothing of the matter: "he had no comment".

    It does not where it speaks of others: "you can't talk about it".
    """
    silence, others = cue_words().phrases["silence.words"], cue_words().lists["silence.not_after"]
    for at in range(len(opening)):
        if phrase_length_at(silence, opening, at):
            return others.isdisjoint(opening[max(0, at - MAX_WORDS_BETWEEN) : at])
    return False
