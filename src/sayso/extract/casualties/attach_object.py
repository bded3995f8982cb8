"""Harm that stands before the people it was done to: "killed 12", "the deaths of 12", "killed 12
men and 3 boys"."""

from collections.abc import Sequence

from sayso.extract.casualties.casualty_sentence import CasualtySentence, GroupHarm
from sayso.extract.casualties.counted_people import STOPS, CountedGroup
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.actors import actor_words
from sayso.lexicon.harms import Frame, harm_words
from sayso.text.words import Word, lower_at

MAX_WORDS_TO_OBJECT = 7  # words between a verb and the number of its object
MAX_DESCRIBING_WORDS = 4  # words before a name that may describe the person
MAX_WORDS_TO_OF = 10  # words between a noun of harm and "of"
MAX_WORDS_TO_COMPANY = 16  # words between harm and "along with"


def predicate_before_object(sentence: CasualtySentence, at: int) -> HarmPredicate | None:
    """The harm whose object a counted group is."""
    group, tokens = sentence.readings[at].group, sentence.tokens
    company = _predicate_of_company(sentence, group)
    if company is not None:
        return company
    place = _description_start(tokens, group)
    while place > 0 and group.first - place < MAX_WORDS_TO_OBJECT:
        predicate = sentence.predicate_before(place)
        if predicate is not None:
            return predicate if _governs(tokens, predicate, group) else None
        before = sentence.reading_before(place)
        if before is not None and before[0] < at:
            return _shared_predicate(before[1], _is_listed(tokens, place, group))
        if not _may_stand_between(tokens[place - 1].lower):
            break
        place -= 1
    return _distant_noun(sentence, group)


def _may_stand_between(lower: str) -> bool:
    """Whether a word may stand between a verb of harm and its object."""
    if lower in STOPS or lower == "by":
        return False
    lexicon = harm_words()
    return lower in lexicon.object or lower in lexicon.around.before_object or lower.endswith("ly")


def _governs(tokens: Sequence[Word], predicate: HarmPredicate, group: CountedGroup) -> bool:
    """Whether a predicate right before a group, or nearly so, can have it as its object."""
    if predicate.frame is Frame.NOUNS and tokens[predicate.last - 1].lower != "of":
        return _leads_to_number(tokens[predicate.last : group.first])
    return predicate.takes_object


def _leads_to_number(between: Sequence[Word]) -> bool:
    """Whether the words between a noun of harm and a number tie them: "of", "rose to"."""
    if not between or between[0].lower in harm_words().around.beside_number:
        return False
    listing = harm_words().around.listing
    return not any(word.lower in listing for word in between)


def _shared_predicate(before: GroupHarm, listed: bool) -> HarmPredicate | None:
    """The harm of the group before, if this one is another object of it."""
    shared = before.predicate
    if not listed or shared is None or not shared.takes_object:
        return None
    return shared if shared.last <= before.group.first else None


def _is_listed(tokens: Sequence[Word], at: int, group: CountedGroup) -> bool:
    """Whether the words from here on make the group one more of a list."""
    around = harm_words().around
    between = {word.lower for word in tokens[at : group.first]}
    if between & around.adding:
        return True
    behind = lower_at(tokens, group.stop)
    return "," in between and (not behind or behind in around.behind_added)


def _description_start(tokens: Sequence[Word], group: CountedGroup) -> int:
    """The first of the words that describe somebody named: "killed [salt trader Ana Roll]"."""
    first = group.first
    if not group.is_bare_name:
        return first
    while first > 0 and group.first - first < MAX_DESCRIBING_WORDS:
        if not _may_describe_name(lower_at(tokens, first - 1)):
            break
        first -= 1
    return first


def _may_describe_name(lower: str) -> bool:
    lexicon = harm_words()
    return lower.isalpha() and not (
        _may_stand_between(lower)
        or lower in actor_words().verb
        or lower in lexicon.preposition
        or lower in lexicon.passive
        or lower in lexicon.predicates
        or lower in lexicon.opening
        or lower.endswith(("ed", "ing"))
    )


def _distant_noun(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """A noun of harm with a place or time before "of": "the murder on Friday of two clerks"."""
    tokens = sentence.tokens
    first = _description_start(tokens, group)
    if first > 0 and tokens[first - 1].lower in harm_words().around.owner:
        first -= 1
    if lower_at(tokens, first - 1) != "of":
        return None
    ending_place = harm_words().around.ending_place
    for place in range(first - 2, max(-1, first - MAX_WORDS_TO_OF), -1):
        if tokens[place].lower in STOPS or tokens[place].lower in ending_place:
            return None
        predicate = sentence.predicate_before(place + 1)
        if predicate is not None:
            owned = tokens[predicate.last - 1].lower in harm_words().owned
            parted = lower_at(tokens, predicate.last) in harm_words().preposition
            return predicate if owned and parted else None
    return None


def _predicate_of_company(sentence: CasualtySentence, group: CountedGroup) -> HarmPredicate | None:
    """The harm of those that the group was harmed with: "was killed along with two guards"."""
    lead = tuple(word.lower for word in sentence.tokens[max(0, group.first - 3) : group.first])
    around = harm_words().around
    if lead[1:] not in around.together and lead not in around.in_addition:
        return None
    predicate = sentence.last_predicate(group.first - 2)
    if predicate is None or group.first - predicate.last > MAX_WORDS_TO_COMPANY:
        return None
    # "He shot a man along with two friends": they did it together.
    did_it_together = predicate.active and lead not in around.in_addition
    return None if did_it_together else predicate
