"""Who is counted among the dead: "two girls are among the wounded", "the dead include a guard"."""

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import harm_words
from sayso.text.words import lower_at


def predicate_of_members(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The harm of the larger group that the counted people are among."""
    return _said_behind(sentence, group.stop) or _said_before(sentence, group.first)


def _said_behind(sentence: CasualtySentence, at: int) -> HarmPredicate | None:
    """The harm of "are among the wounded", which stands here."""
    tokens = sentence.tokens
    if lower_at(tokens, at) not in harm_words().be:
        return None
    at += 1 + (lower_at(tokens, at + 1) == "also")
    if lower_at(tokens, at) not in harm_words().around.among:
        return None
    return (
        sentence.predicate_at(at + 2)
        if lower_at(tokens, at + 1) in harm_words().around.those
        else None
    )


def _said_before(sentence: CasualtySentence, at: int) -> HarmPredicate | None:
    """The harm of "among the wounded are" or "the wounded include", which ends here."""
    tokens, lexicon = sentence.tokens, harm_words()
    predicate = sentence.predicate_before(at - 1)
    if predicate is None or lower_at(tokens, predicate.first - 1) not in harm_words().around.those:
        return None
    verb = lower_at(tokens, at - 1)
    led = lower_at(tokens, predicate.first - 2) in harm_words().around.among
    return predicate if verb in lexicon.includes or (led and verb in lexicon.be) else None
