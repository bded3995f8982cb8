"""Harm that is not reported as a fact: it is threatened, planned, feared or denied."""

from collections.abc import Sequence

from sayso.lexicon.harms import Frame, harm_words
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_UNREAL = 6  # words before a predicate where "may" and the like can stand


def is_unreal(tokens: Sequence[Word], at: int) -> bool:
    """Whether words before a predicate say that its harm is threatened, planned, feared or denied."""
    lexicon = harm_words()
    if _is_aim(tokens, at):
        return True
    for place in range(at - 1, max(-1, at - MAX_WORDS_TO_UNREAL - 1), -1):
        lower = tokens[place].lower
        if lower in ";:" or lower in lexicon.parting:
            return False
        if lower in lexicon.unreal and not _is_month(tokens, place):
            return True
        if lower in lexicon.leading and _leads_to(tokens, place, at):
            return True
    return False


def _is_month(tokens: Sequence[Word], at: int) -> bool:
    """Whether "may" is the month: "the May 3 attack", "in May"."""
    if tokens[at].lower != "may":
        return False
    before = lower_at(tokens, at - 1)
    return (
        lower_at(tokens, at + 1)[:1].isdigit()
        or before in harm_words().before_month
        or before.isdigit()
    )


def _is_aim(tokens: Sequence[Word], at: int) -> bool:
    """Whether the harm is an aim: "came to kill 12 men", not "managed to kill" or "the first to kill"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if (
        lower_at(tokens, at - 1) != "to"
        or lower.endswith("ing")
        or lower_at(tokens, at - 2) in lexicon.achieving
    ):
        return False
    return any(entry.frame is Frame.VERBS for entry in lexicon.predicates.get(lower, ()))


def _leads_to(tokens: Sequence[Word], place: int, at: int) -> bool:
    """Whether what is planned, tried or denied is the harm: "plan to kill", "threats of death"."""
    behind = tokens[place + 1].lower
    return place + 1 == at or behind in harm_words().to_harm
