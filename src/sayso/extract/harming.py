"""Where a text says that people came to harm: the predicates that figures and events hang on."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon.harms import Frame, Predicate, harm_words
from sayso.model.happening import Harm
from sayso.text.words import Word

UNREAL_BEFORE = 6  # words before a predicate in which it may be said to be no fact


@dataclass(frozen=True, slots=True)
class Harming:
    """A phrase of harm at words [first, last); `passive` where a form of "be" leads up to it."""

    first: int
    last: int
    harm: Harm
    frame: Frame
    passive: bool
    unreal: bool

    @property
    def takes_object(self) -> bool:
        """Whether those harmed may stand behind it."""
        return self.frame is Frame.NOUNS or (self.frame is Frame.VERBS and not self.passive)


def harmings(tokens: Sequence[Word]) -> list[Harming]:
    """The phrases of harm among the words of a sentence, in order."""
    lexicon = harm_words()
    found: list[Harming] = []
    at = 0
    while at < len(tokens):
        one = next(
            (
                predicate
                for predicate in lexicon.predicates.get(tokens[at].lower, ())
                if _stands(predicate, tokens, at)
            ),
            None,
        )
        if one is None or _is_name(tokens, at):
            at += 1
            continue
        last = at + len(one.phrase)
        found.append(
            Harming(at, last, one.harm, one.frame, _passive(tokens, at), _unreal(tokens, at))
        )
        at = last
    return found


def _stands(predicate: Predicate, tokens: Sequence[Word], at: int) -> bool:
    if len(predicate.phrase) > len(tokens) - at:
        return False
    return all(tokens[at + step].lower == word for step, word in enumerate(predicate.phrase[1:], 1))


def _is_name(tokens: Sequence[Word], at: int) -> bool:
    """Part of a compound: "dead-end", "wounded-knee"."""
    after = at + 1
    return (
        after < len(tokens)
        and tokens[after].lower in "-‐‑"
        and tokens[after].start == tokens[at].end
    )


def _passive(tokens: Sequence[Word], at: int) -> bool:
    be = harm_words().be
    return any(word.lower in be for word in tokens[max(0, at - 3) : at]) and not any(
        word.lower in ",;" for word in tokens[max(0, at - 2) : at]
    )


def _unreal(tokens: Sequence[Word], at: int) -> bool:
    lexicon = harm_words()
    for word in reversed(tokens[max(0, at - UNREAL_BEFORE) : at]):
        if word.lower in ";:":
            return False
        if word.lower in lexicon.unreal:
            return True
    return False
