"""Who does the harm that a predicate tells, by its form and the words before it."""

from collections.abc import Sequence

from sayso.lexicon.harms import Frame, Predicate, harm_words
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_BE = 3  # words before a passive predicate where its "was" may stand
MAX_WORDS_TO_COMMA = 2  # words before a predicate; a comma among them parts it from a "was"


def is_passive(tokens: Sequence[Word], at: int) -> bool:
    """Whether a form of "be" leads up to a predicate, without a comma."""
    be = harm_words().be
    return any(word.lower in be for word in tokens[max(0, at - MAX_WORDS_TO_BE) : at]) and not any(
        word.lower in ",;" for word in tokens[max(0, at - MAX_WORDS_TO_COMMA) : at]
    )


def shows_doer(tokens: Sequence[Word], at: int) -> bool:
    """Whether the form of a verb shows that its subject does it: "kills", "has killed", "to kill"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower.endswith("ing"):
        return True
    if not lower.endswith("ed") and lower not in lexicon.participles:
        return True
    while at > 0 and tokens[at - 1].lower.endswith("ly"):
        at -= 1
    return at > 0 and (tokens[at - 1].lower in lexicon.have or tokens[at - 1].lower == "who")


def is_noun(entry: Predicate, tokens: Sequence[Word], at: int) -> bool:
    """Whether the form of a verb is a noun here: "a wound", "a single shot"."""
    lexicon = harm_words()
    if entry.frame is not Frame.VERBS or tokens[at].lower not in lexicon.nominal or at == 0:
        return False
    return tokens[at - 1].lower in lexicon.before_nominal or _is_gunshot(tokens, at)


def _is_gunshot(tokens: Sequence[Word], at: int) -> bool:
    """Whether "one shot" is of a gun: "one shot was fired", "fired one shot"."""
    if tokens[at].lower != "shot" or tokens[at - 1].lower not in ("one", "1"):
        return False
    firing = harm_words().firing
    return any(lower_at(tokens, at + step) in firing for step in (-3, -2, 1, 2))
