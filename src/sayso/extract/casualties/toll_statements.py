"""A count of the harmed given as a number alone: "put the toll at 20", "the dead numbered 17"."""

from collections.abc import Sequence
from dataclasses import replace

from sayso.extract.casualties.counted_people import Counted, Reading
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.harms import Frame, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Precision
from sayso.text.words import Word, lower_at

REACH = 12  # words between the noun of harm and its number
HEAD = 3  # words before a noun of harm, and its own, of which one is a toll or a number
BEFORE = 6  # words before the noun of harm that may set or move it
LONG = 4  # letters that a plural has more than
ENDS = frozenset('.;!?"“”')


def read_tally(
    tokens: Sequence[Word], readings: list[Reading], at: int, done: Sequence[HarmPredicate]
) -> None:
    """The harm that a number counts by itself, where a verb or a colon ties it to the noun of harm.

    What a tally has passed ("passed 200") is its least, and what it may come to is no fact. A number
    of things is none of people.
    """
    one, known = readings[at].counted, readings[at].harming
    if one.things or one.guessed or one.number.kind is Precision.IMPLIED:
        return
    here = _tally(tokens, one, done)
    if here is None or not (_is_tied(tokens, one, here) if known is None else known is here):
        return
    readings[at].harming = replace(here, unreal=here.unreal or _is_foreseen(tokens, one, here))
    passed = lower_at(tokens, one.first - 1) in harm_words().passing
    if passed and one.number.kind is Precision.EXACT:
        number = replace(one.number, high=None, kind=Precision.AT_LEAST)
        readings[at].counted = replace(one, number=number)


def _tally(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """The nearest noun of harm before the number that a tally may be told of."""
    near = (here for here in reversed(done) if 0 <= one.first - here.last <= REACH)
    return next((here for here in near if _is_counted(tokens, here)), None)


def _is_counted(tokens: Sequence[Word], here: HarmPredicate) -> bool:
    """Whether a tally may be told of it: "the toll", "the wounded", "the number of people killed"."""
    lexicon = harm_words()
    if here.frame is Frame.NOUNS and tokens[here.last - 1].lower in lexicon.tallied:
        return True
    before = [word.lower for word in tokens[max(0, here.first - 3) : here.first]]
    if before[-1:] and before[-1] in lexicon.people:
        before.pop()
    led = before[-1:] == ["number"] or before[-2:] == ["number", "of"]
    return not here.active and (led or before[-1:] == ["the"])


def _is_tied(tokens: Sequence[Word], one: Counted, here: HarmPredicate) -> bool:
    """Whether the words around tie the number to the tally: "the toll rose to", "put the toll at"."""
    lexicon, moving = harm_words(), number_words().around["change"]
    between = [word.lower for word in tokens[here.last : one.first]]
    before = {word.lower for word in tokens[max(0, here.first - BEFORE) : here.first]}
    if (
        ENDS & {*between}
        or ("," in between and "which" not in between)
        or _is_of_things(tokens, one)
    ):
        return False
    heads = {word.lower for word in tokens[max(0, here.first - HEAD) : here.last]}
    headed = not heads.isdisjoint(lexicon.heads)
    if between == [":"] or (headed and lower_at(tokens, one.first) in lexicon.reaching):
        return True
    last = between[-1] if between else ""
    if last in lexicon.numbering or (headed and last in lexicon.reaching | lexicon.passing):
        return True
    if last == "at":
        return bool(before & lexicon.putting or {*between} & lexicon.standing)
    if lexicon.ranging & {*between}:
        return one.number.kind is Precision.RANGE
    beyond = last in moving and one.number.kind is Precision.AT_LEAST
    return beyond or (last in ("to", "from") and bool({*between, *before} & moving))


def _is_of_things(tokens: Sequence[Word], one: Counted) -> bool:
    """Whether a plural that nobody is called by stands behind the number: "passed 12 checkpoints"."""
    lower = lower_at(tokens, one.last)
    return not one.has_noun and len(lower) > LONG and lower.endswith("s") and lower[-2:] != "ss"


def _is_foreseen(tokens: Sequence[Word], one: Counted, here: HarmPredicate) -> bool:
    """Whether the tally may only come to that: "could rise to 100", "is expected to pass 100"."""
    between = {word.lower for word in tokens[here.last : one.first]}
    lexicon = harm_words()
    return bool(between & (lexicon.unreal | lexicon.foreseen)) and not ENDS & between
