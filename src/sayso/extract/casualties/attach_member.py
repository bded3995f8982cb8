"""Who is counted among the dead: "two girls are among the wounded", "the dead include a guard"."""

from collections.abc import Sequence

from sayso.extract.casualties.counted_people import Counted
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import around, harm_words
from sayso.text.words import Word, lower_at


def among(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """The harm of those among whom the counted are, said before or behind them."""
    return _behind(tokens, one.stop, done) or _before(tokens, one.first, done)


def _behind(tokens: Sequence[Word], at: int, done: Sequence[HarmPredicate]) -> HarmPredicate | None:
    """Said behind them: "are among the wounded"."""
    if lower_at(tokens, at) not in harm_words().be:
        return None
    at += 1 + (lower_at(tokens, at + 1) == "also")
    if lower_at(tokens, at) not in around("among") or lower_at(tokens, at + 1) not in around(
        "those"
    ):
        return None
    return next((here for here in done if here.first == at + 2), None)


def _before(tokens: Sequence[Word], at: int, done: Sequence[HarmPredicate]) -> HarmPredicate | None:
    """Said before them: "among the wounded are", "the wounded include"."""
    lexicon, verb = harm_words(), lower_at(tokens, at - 1)
    here = next((here for here in done if here.last == at - 1), None)
    if here is None or lower_at(tokens, here.first - 1) not in around("those"):
        return None
    led = lower_at(tokens, here.first - 2) in around("among")
    return here if verb in lexicon.includes or (led and verb in lexicon.be) else None
