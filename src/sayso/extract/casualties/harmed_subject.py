"""Whether a predicate harms its subject: "two men were shot", not "two men shot a guard"."""

from collections.abc import Sequence

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Harm
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_DEATH = 14  # words between "was shot" and "died"
MAX_WORDS_TO_BE = 3  # words before "reported" where its "were" may stand


def takes_subject(sentence: CasualtySentence, predicate: HarmPredicate, near: bool) -> bool:
    """Whether those before a word of harm are harmed by it; `near` where no phrase lies between."""
    if predicate.frame is Frame.NOUNS:
        return False
    if lower_at(sentence.tokens, predicate.last) in harm_words().reflexive:
        return near
    if predicate.active:
        return False
    if predicate.frame is not Frame.VERBS or predicate.passive:
        return True
    return near and not _has_object(sentence, predicate)


def outcome(sentence: CasualtySentence, predicate: HarmPredicate) -> HarmPredicate:
    """Death, if those harmed also died of it: "was shot and killed", "who was shot has died"."""
    if predicate.harm is not Harm.INJURED:
        return predicate
    for place in range(predicate.last, predicate.last + MAX_WORDS_TO_DEATH + 1):
        other = sentence.predicate_at(place)
        if other is None or other.harm is not Harm.KILLED:
            continue
        between = range(predicate.last, place)
        if any(sentence.group_at(word) is not None for word in between):
            continue
        if other.frame is Frame.HAPPEN or other.passive or _is_joined(sentence, predicate, other):
            return other
    return predicate


def has_other_subject(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word of saying has a subject of its own: "the mayor said that", not "were reported"."""
    lexicon = harm_words()
    if tokens[at].lower == "that":  # "the commander of the area added that"
        return tokens[at - 1].lower.endswith(lexicon.around.saying)
    if tokens[at].lower not in lexicon.reporting or lower_at(tokens, at + 1) in lexicon.predicates:
        return False
    before = tokens[max(0, at - MAX_WORDS_TO_BE) : at]
    return not any(word.lower in lexicon.be for word in before)


def _is_joined(sentence: CasualtySentence, predicate: HarmPredicate, other: HarmPredicate) -> bool:
    """Whether "and" or a comma joins a second predicate to the first."""
    before = sentence.tokens[other.first - 1].lower
    if before == ",":
        return not _has_object(sentence, other)
    return other.first > predicate.last and before in harm_words().around.joining_harm


def _has_object(sentence: CasualtySentence, predicate: HarmPredicate) -> bool:
    """Whether those that the verb harms stand right behind it."""
    tokens, place = sentence.tokens, predicate.last
    while place < len(tokens) and tokens[place].lower.endswith("ly"):
        place += 1
    if place == len(tokens):
        return False
    if sentence.group_at(place) is not None:
        return True
    is_time = lower_at(tokens, place + 1) in number_words().around.units
    return tokens[place].lower in harm_words().objects and not is_time
