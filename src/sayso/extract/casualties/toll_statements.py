"""A count of the harmed given as a number alone: "put the toll at 20", "the dead numbered 17"."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Precision
from sayso.text.marks import DASHES, HYPHENS
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_NUMBER = 12  # words between the noun of harm and its number
HEAD_WORDS = 3  # words before a noun of harm that may say that it is a toll or a number
MAX_WORDS_TO_CHANGE = 6  # words before the noun of harm where "put" or "raised" may stand
MIN_PLURAL_LETTERS = 5
LABEL_MARKS = DASHES | HYPHENS | {":"}
ENDS = frozenset('.;!?"“”')


def tied_toll(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The noun of harm that a verb or a colon ties to a number; a number of things counts no people."""
    toll = _toll_before(sentence, group) if _may_be_toll(group) else None
    return toll if toll is not None and _is_tied(sentence.tokens, group, toll) else None


def label_before(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The word of harm that labels a number alone: "Killed: 14.", "dead 9, wounded 17"."""
    if group.has_noun or not _may_be_toll(group):
        return None
    tokens = sentence.tokens
    place = group.first - (lower_at(tokens, group.first - 1) in LABEL_MARKS)
    label = sentence.predicate_before(place)
    if label is None or label.active or label.passive:
        return None
    before, behind = lower_at(tokens, label.first - 1), lower_at(tokens, group.stop)
    return label if not before.isalpha() and not behind.isalpha() else None


def with_toll(sentence: CasualtySentence, at: int) -> None:
    """Set what the words of a toll say of its number, if the predicate of a group is one.

    A number that the toll has passed ("passed 200") is its lower bound. One that it may come to is
    hypothetical.
    """
    reading, tokens = sentence.readings[at], sentence.tokens
    group, toll = reading.group, reading.predicate
    if toll is None or not _may_be_toll(group) or _toll_before(sentence, group) is not toll:
        return
    foreseen = toll.unreal or _is_foreseen(tokens, group, toll)
    reading.predicate = replace(toll, unreal=foreseen) if foreseen != toll.unreal else toll
    passed = lower_at(tokens, group.first - 1) in harm_words().passing
    if passed and group.number.kind is Precision.EXACT:
        number = replace(group.number, high=None, kind=Precision.AT_LEAST)
        reading.group = replace(group, number=number)


def _may_be_toll(group: CountedGroup) -> bool:
    counted = group.number.kind is not Precision.IMPLIED
    return counted and not (group.things or group.guessed)


def _toll_before(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The nearest noun of harm before the number that can have a toll."""
    place = group.first
    while (predicate := sentence.last_predicate(place)) is not None:
        if group.first - predicate.last > MAX_WORDS_TO_NUMBER:
            return None
        if _can_have_toll(sentence.tokens, predicate):
            return predicate
        place = predicate.last - 1
    return None


def _can_have_toll(tokens: Sequence[Word], predicate: HarmPredicate) -> bool:
    """Whether a toll may be given of it: "the toll", "the wounded", "the number of people killed"."""
    lexicon = harm_words()
    if predicate.frame is Frame.NOUNS and tokens[predicate.last - 1].lower in lexicon.tallied:
        return True
    before = [word.lower for word in tokens[max(0, predicate.first - 3) : predicate.first]]
    if before[-1:] and before[-1] in lexicon.people:
        before.pop()
    led = any(tuple(before[-size:]) in lexicon.leading_up for size in (1, 2))
    return not predicate.active and (led or before[-1:] == ["the"])


def _is_tied(tokens: Sequence[Word], group: CountedGroup, toll: HarmPredicate) -> bool:
    """Whether the words around tie the number to the toll: "the toll rose to", "put the toll at"."""
    lexicon, moving = harm_words(), number_words().around.change
    between = [word.lower for word in tokens[toll.last : group.first]]
    if ENDS & {*between} or ("," in between and "which" not in between):
        return False
    if _counts_things(tokens, group):
        return False
    heads = {word.lower for word in tokens[max(0, toll.first - HEAD_WORDS) : toll.last]}
    headed = not heads.isdisjoint(lexicon.heads)
    if between == [":"] or (headed and lower_at(tokens, group.first) in lexicon.reaching):
        return True
    last = between[-1] if between else ""
    if last in lexicon.numbering or (
        headed and (last in lexicon.reaching or last in lexicon.passing)
    ):
        return True
    before = {word.lower for word in tokens[max(0, toll.first - MAX_WORDS_TO_CHANGE) : toll.first]}
    if last == "at":
        return bool(before & lexicon.putting or {*between} & lexicon.standing)
    if lexicon.ranging & {*between}:
        return group.number.kind is Precision.RANGE
    beyond = last in moving and group.number.kind is Precision.AT_LEAST
    return beyond or (last in lexicon.changing_to and bool({*between, *before} & moving))


def _counts_things(tokens: Sequence[Word], group: CountedGroup) -> bool:
    """Whether a plural that is no word for people follows the number: "passed 12 checkpoints"."""
    lower = lower_at(tokens, group.number_stop)
    plural = len(lower) >= MIN_PLURAL_LETTERS and lower.endswith("s") and lower[-2:] != "ss"
    return plural and not group.has_noun


def _is_foreseen(tokens: Sequence[Word], group: CountedGroup, toll: HarmPredicate) -> bool:
    """Whether the toll may only come to that: "could rise to 100", "is expected to pass 100"."""
    between = {word.lower for word in tokens[toll.last : group.first]}
    lexicon = harm_words()
    return bool(between & (lexicon.unreal | lexicon.foreseen)) and not ENDS & between
