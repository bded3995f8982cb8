"""What tells whether a predicate is the harm of a counted group, as numbers: the input of `attachment`."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log1p

from sayso.extract.casualties.attach_member import predicate_of_members
from sayso.extract.casualties.attach_object import predicate_before_object
from sayso.extract.casualties.attach_subject import is_governed, predicate_behind
from sayso.extract.casualties.casualty_sentence import CasualtySentence
from sayso.extract.casualties.counted_people import STOPS, CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.extract.casualties.toll_statements import label_before, tied_toll
from sayso.extract.casualties.vetoes import is_vetoed
from sayso.lexicon.harms import Frame, harm_words
from sayso.model.happening import Harm, Precision
from sayso.text.words import Word, lower_at

MAX_PREDICATES = 12  # on each side of a group
MAX_COUNTED = 3  # words of one kind between a group and a predicate


@dataclass(frozen=True, slots=True)
class Choice:
    """A predicate that may tell the harm of a group, None where nothing does; and what speaks for it."""

    predicate: HarmPredicate | None
    features: Mapping[str, float]


def choices(sentence: CasualtySentence, at: int) -> Iterator[Choice]:
    """The choices for a group; the groups before it have their predicates."""
    group = sentence.readings[at].group
    ways = _ways(sentence, at)
    yield Choice(None, _features_of_none(sentence, group, bool(ways)))
    for predicate in _near(sentence, group):
        if is_vetoed(sentence, group, predicate):
            continue
        yield Choice(predicate, _features(sentence, at, predicate, ways))


def _near(sentence: CasualtySentence, group: CountedGroup) -> Sequence[HarmPredicate]:
    """The predicates nearest to a group."""
    first = bisect_left(sentence.predicate_starts, group.first)
    low, high = max(0, first - MAX_PREDICATES), first + MAX_PREDICATES
    return sentence.predicates[low:high]


def _ways(sentence: CasualtySentence, at: int) -> Mapping[str, HarmPredicate]:
    """What grammar says: for each way to be told of the harm the predicate that does it."""
    group = sentence.readings[at].group
    found = {
        "member": predicate_of_members(sentence, group),
        "object": predicate_before_object(sentence, at),
        "subject": predicate_behind(sentence, at),
        "toll": tied_toll(sentence, group),
        "label": label_before(sentence, group),
    }
    return {way: predicate for way, predicate in found.items() if predicate is not None}


def _features_of_none(
    sentence: CasualtySentence, group: CountedGroup, told: bool
) -> Mapping[str, float]:
    """What speaks for it that nothing tells the harm of a group."""
    kind = group.number.kind
    return {
        "none": 1.0,
        "none: told by grammar": told,
        "none: one person": kind is Precision.IMPLIED,
        "none: vague": kind is Precision.VAGUE,
        "none: guessed noun": group.guessed,
        "none: no noun": not group.has_noun,
        "none: governed": is_governed(sentence.tokens, group.first),
    }


def _features(
    sentence: CasualtySentence,
    at: int,
    predicate: HarmPredicate,
    ways: Mapping[str, HarmPredicate],
) -> Mapping[str, float]:
    """What speaks for and against a predicate."""
    group = sentence.readings[at].group
    found: dict[str, float] = {way: float(known is predicate) for way, known in ways.items()}
    by_grammar = any(known is predicate for known in ways.values())
    found |= _form(group, predicate, by_grammar)
    found |= _place(sentence, group, predicate)
    found |= _beside_last(sentence, at, predicate, by_grammar)
    return found


def _form(group: CountedGroup, predicate: HarmPredicate, by_grammar: bool) -> dict[str, float]:
    """What the predicate is."""
    loose, named = predicate.loose, group.has_noun and not group.guessed
    return {
        "by grammar": by_grammar,
        f"harm: {predicate.harm}": 1.0,
        "loose": loose,
        "loose, by grammar": loose and by_grammar,
        "loose, nobody named": loose and not named,
        "loose, guessed": loose and group.guessed,
        "loose, one person": loose and group.number.kind is Precision.IMPLIED,
        "noun": predicate.frame is Frame.NOUNS,
        "unreal": predicate.unreal,
    }


def _place(
    sentence: CasualtySentence, group: CountedGroup, predicate: HarmPredicate
) -> dict[str, float]:
    """Where the predicate stands, and what lies between."""
    tokens = sentence.tokens
    if group.first <= predicate.first < group.stop:
        return {"inside": 1.0, "inside, captured": predicate.harm is Harm.CAPTURED}
    behind = predicate.first >= group.stop
    between = (
        tokens[group.stop : predicate.first] if behind else tokens[predicate.last : group.first]
    )
    side = "behind" if behind else "before"
    suits = _suits_subject(predicate) if behind else predicate.takes_object
    found = {
        side: 1.0,
        f"{side}: distance": log1p(len(between)),
        f"{side}: touching": not between,
        f"{side}: touching, nobody named": not between and not group.has_noun,
        f"{side}: suits": suits,
        f"{side}: suits, distance": suits * log1p(len(between)),
        f"{side}: passive": predicate.passive,
        f"{side}: active": predicate.active,
    }
    for name, count in _kinds_between(sentence, between).items():
        found[f"{side}: {name}"] = min(MAX_COUNTED, count)
    return found


def _suits_subject(predicate: HarmPredicate) -> bool:
    """Whether those harmed may stand before a predicate."""
    return predicate.frame is not Frame.NOUNS and not predicate.active


def _kinds_between(sentence: CasualtySentence, between: Sequence[Word]) -> dict[str, int]:
    """How many words of each kind stand between a group and a predicate."""
    lexicon = harm_words()
    kinds = {
        "stops": STOPS,
        "commas": frozenset(","),
        "and": lexicon.around.joining_harm,
        "helpers": lexicon.helpers,
        "relatives": frozenset(("who", "which", "that", "whose", "whom")),
        "prepositions": lexicon.preposition,
        "governing": lexicon.around.governing,
        "opening": lexicon.opening,
    }
    lowers = [word.lower for word in between]
    found = {name: sum(lower in known for lower in lowers) for name, known in kinds.items()}
    if lowers:
        first, last = between[0].start, between[-1].end
        found["groups"] = sentence.groups_between(first, last)
        found["predicates"] = sentence.predicates_between(first, last)
    return found


def _beside_last(
    sentence: CasualtySentence, at: int, predicate: HarmPredicate, by_grammar: bool
) -> dict[str, float]:
    """Whether the group before has this predicate, and how close it is."""
    last = sentence.readings[at - 1] if at else None
    if last is None or last.predicate is None or last.predicate.first != predicate.first:
        return {}
    group = sentence.readings[at].group
    tokens = sentence.tokens[last.group.stop : group.first]
    lowers = [word.lower for word in tokens]
    listing = harm_words().around.listing_any
    pieces = [lower for lower in lowers if lower in listing]
    return {
        "as last": 1.0,
        "as last, listed": bool(lowers) and lowers[-1] in listing,
        "as last, only listed": bool(lowers) and len(pieces) == len(lowers),
        "as last, no grammar": not by_grammar,
        "as last, nobody named": not group.has_noun,
        "as last, nobody named, preposition": not group.has_noun
        and lower_at(sentence.tokens, group.stop) in harm_words().preposition,
        "as last, nobody named, listed": not group.has_noun
        and bool(lowers)
        and lowers[-1] in listing,
        "as last, stops": any(lower in STOPS for lower in lowers),
    }
