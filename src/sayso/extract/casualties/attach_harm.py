"""What was done to those counted: a verb before its object, else what stands behind them."""

from collections.abc import Sequence

from sayso.extract.casualties.appositives import aside_end
from sayso.extract.casualties.attach_member import among
from sayso.extract.casualties.attach_object import before_object
from sayso.extract.casualties.counted_people import STOPS, Counted, Reading
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.extract.casualties.person_names import is_person
from sayso.extract.casualties.toll_statements import read_tally
from sayso.lexicon.harms import Frame, around, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Harm, Precision
from sayso.text.words import Word, lower_at

DESCRIBING = 2  # words between a number and the noun of harm that it counts
REACH = 14  # words between those counted and what was done to them
HELD = frozenset({Harm.CAPTURED})  # hostages and prisoners can come to other harm


def read(
    tokens: Sequence[Word], readings: list[Reading], at: int, done: Sequence[HarmPredicate]
) -> None:
    """What was done to the counted: a verb before its object, else what stands behind them."""
    one = readings[at].counted
    apart = among(tokens, one, done)
    if apart is not None:
        readings[at].harming = apart
        return
    left = before_object(tokens, readings, at, done)
    right = _right(tokens, readings, at, done)
    if right is not None and one.last <= right.first < one.stop and right.harm not in HELD:
        left = None  # "no deaths": the noun itself says what was done
    if left is not None and right is not None:
        gap = one.first - left.last
        nearer = gap > right.first - one.stop >= 0
        joined = any(word.lower in ("and", ",") for word in tokens[one.stop : right.first])
        left = None if nearer and not joined else left
    readings[at].harming = left or right
    read_tally(tokens, readings, at, done)


def _right(
    tokens: Sequence[Word], readings: Sequence[Reading], at: int, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """What stands behind those counted: "were killed", "dead", "and 47 others died"."""
    lexicon = harm_words()
    one = readings[at].counted
    held = (h for h in done if one.last <= h.first < one.stop)
    inside = next((h for h in held if tokens[h.first].lower not in lexicon.doers), None)
    beside = inside or _described(tokens, one, done) or _owned(tokens, one, done)
    if beside is not None:
        return beside
    place, began = one.stop, one.stop
    limit = began + REACH
    governed = _is_governed(tokens, one.first)
    loose = doing = False  # within a phrase that says where, of which or what they were doing
    relative = False  # within a clause that says what else they did
    while place < len(tokens) and place <= limit:
        here = next((h for h in done if h.first == place), None)
        if here is not None and governed and (here.passive or here.frame is Frame.HAPPEN):
            return None  # "the mother of two boys died"
        if here is not None and _takes_subject(tokens, readings, here, place == began or not loose):
            return _worse(tokens, readings, here, done)
        lower = tokens[place].lower
        behind = aside_end(tokens, place) if not governed else None
        if behind is not None:
            limit += behind - place
            place, loose = behind, False
            continue
        if lower == "," and lower_at(tokens, place + 1).isdigit():
            place += 2  # an age
            continue
        following = next((r.counted for r in readings[at + 1 :] if r.counted.first == place), None)
        if following is not None and relative:
            return None
        if following is not None:
            loose = loose and tokens[place - 1].lower not in (",", "and", "or")
            place = following.stop
            continue
        if lower in STOPS or governed or _reports(tokens, place):
            return None
        if relative and lower in lexicon.opening and lower not in around("carrying"):
            return None
        if tokens[place - 1].lower == "who" and lower not in lexicon.passive:
            relative = loose = True
        opens = place == began and (lower.endswith("ing") or lower in lexicon.described)
        if lower in lexicon.preposition or (opens and here is None):
            loose = True  # "two men riding a mule were killed", "four people suspected of it"
            doing = doing or lower.endswith("ing")
        elif lower in lexicon.passive or lower.endswith("ly"):
            loose = relative or (doing and lower not in lexicon.helpers)
        elif not (loose or _goes_on(tokens, place)):
            return None
        place += 1
    return None


def _goes_on(tokens: Sequence[Word], at: int) -> bool:
    """Whether a list goes on here ("two soldiers or guards were killed"), or a name is to follow ("a man
    named Ana Roll was killed")."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower in ("as", "well") or lower in around("joining") or lower in lexicon.known_as:
        return True
    return tokens[at - 1].lower in around("joining") and (
        lower in lexicon.people or lower in around("owner")
    )


def _described(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """A noun of harm with a word or two before it: "one needless death", "12 civilian deaths"."""
    lexicon = harm_words()
    if one.number.kind is Precision.IMPLIED:
        return None
    for here in done:
        if here.frame is not Frame.NOUNS or not 0 < here.first - one.last <= DESCRIBING:
            continue
        between = [word.lower for word in tokens[one.last : here.first]]
        if lower_at(tokens, here.last - 1) not in lexicon.counted_harm:
            continue
        closed = (lexicon.preposition, lexicon.passive, lexicon.opening, lexicon.predicates)
        if all(lower.isalpha() and not any(lower in some for some in closed) for lower in between):
            return here
    return None


def _is_governed(tokens: Sequence[Word], first: int) -> bool:
    """Whether a preposition makes those counted part of what is said of another: "by three men", "the
    mother of two boys"."""
    at = first - 1
    while at > 0 and tokens[at].lower in around("owner"):
        at -= 1
    if at < 0:
        return False
    if tokens[at].lower == "of":
        return at > 0 and (is_person(tokens, at - 1) or _is_some(tokens[at - 1].lower))
    return tokens[at].lower in around("governing") and at == first - 1


def _is_some(lower: str) -> bool:
    """Whether a word says how many of a number, or none of it: "none of the 12 passengers"."""
    return lower in ("none", "neither", "any", "some", "most", "half") or (
        lower in number_words().ones
    )


def _reports(tokens: Sequence[Word], at: int) -> bool:
    """Whether a word of saying has a subject of its own: "the mayor said that", not "were reported"."""
    lexicon = harm_words()
    if tokens[at].lower == "that":  # "the commander of the area added that"
        return tokens[at - 1].lower.endswith(("ed", "said", "says"))
    if tokens[at].lower not in lexicon.reporting or lower_at(tokens, at + 1) in lexicon.predicates:
        return False
    return not any(word.lower in lexicon.be for word in tokens[max(0, at - 3) : at])


def _owned(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """The noun of harm that stands behind whose it was: "Ana Roll's murder"."""
    if not one.has_noun or not tokens[one.stop - 1].lower.endswith(("'s", "’s")):
        return None
    for here in done:
        if here.first in (one.stop, one.stop + 1):
            named = here.frame is Frame.NOUNS or tokens[here.first].lower in harm_words().owned
            return here if named and tokens[here.first].lower in harm_words().owned else None
    return None


def _worse(
    tokens: Sequence[Word],
    readings: Sequence[Reading],
    here: HarmPredicate,
    done: Sequence[HarmPredicate],
) -> HarmPredicate:
    """Death, where those harmed also died of it: "was shot and killed", "who was shot has died"."""
    if here.harm is not Harm.INJURED:
        return here
    for other in done:
        if other.harm is not Harm.KILLED or not 0 <= other.first - here.last <= REACH:
            continue
        between = range(here.last, other.first)
        joined = bool(between) and tokens[other.first - 1].lower in ("and", "&", "then", "later")
        joined = joined or (
            tokens[other.first - 1].lower == "," and not _has_object(tokens, readings, other)
        )
        verbal = other.frame is Frame.HAPPEN or other.passive or joined
        if verbal and not any(one.counted.first in between for one in readings):
            return other
    return here


def _takes_subject(
    tokens: Sequence[Word], readings: Sequence[Reading], here: HarmPredicate, near: bool
) -> bool:
    """Whether those before a word of harm are the ones harmed, and do not do it themselves."""
    if here.frame is Frame.NOUNS:
        return False
    if lower_at(tokens, here.last) in harm_words().reflexive:
        return near
    if here.active:
        return False
    if here.frame is not Frame.VERBS or here.passive:
        return True
    return near and not _has_object(tokens, readings, here)


def _has_object(tokens: Sequence[Word], readings: Sequence[Reading], here: HarmPredicate) -> bool:
    """Whether those whom the verb harms stand right behind it."""
    place = here.last
    while place < len(tokens) and tokens[place].lower.endswith("ly"):
        place += 1
    if place == len(tokens):
        return False
    if any(one.counted.first == place for one in readings):
        return True
    timed = lower_at(tokens, place + 1) in number_words().around["units"]
    return tokens[place].lower in harm_words().objects and not timed
