"""Where a text says that people came to harm: the predicates that figures and events hang on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.lexicon.harms import Frame, Predicate, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Harm
from sayso.text.words import Word, lower_at

TO_DEATH = 12  # words of those harmed before "to death"
BEARING = 8  # words up to the injuries that somebody suffered
CARRIED = 8  # words between what is no fact and what shares it
STOPPING = frozenset(".;:!?,")
UNREAL_BEFORE = 6  # words before a predicate in which it may be said to be no fact


@dataclass(frozen=True, slots=True)
class HarmPredicate:
    """A phrase of harm at words [first, last).

    `passive` where a form of "be" leads up to it; `active` where its form or its helper shows that
    its subject does the harm ("killing", "has killed");
    `unsettled` where those harmed may have died of it ("shot").
    """

    first: int
    last: int
    harm: Harm
    frame: Frame
    passive: bool
    active: bool
    unreal: bool
    unsettled: bool = False

    @property
    def takes_object(self) -> bool:
        """Whether those harmed may stand behind it."""
        return self.frame is Frame.NOUNS or (self.frame is Frame.VERBS and not self.passive)


def harmings(tokens: Sequence[Word]) -> list[HarmPredicate]:
    """The phrases of harm among the words of a sentence, in order."""
    lexicon = harm_words()
    found: list[HarmPredicate] = []
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
            hurt = (_bearing(tokens, at) or _contact(tokens, at)) if one is None else None
            found += [hurt] if hurt is not None else []
            at = hurt.last if hurt is not None else at + 1
            continue
        if one.harm is None or _is_noun(one, tokens, at):
            at += len(one.phrase)
            continue
        found.append(_carried(tokens, found, _harming(one, one.harm, tokens, at)))
        at += len(one.phrase)
    return found


def _harming(one: Predicate, harm: Harm, tokens: Sequence[Word], at: int) -> HarmPredicate:
    last = at + len(one.phrase)
    verb = at + (tokens[at].lower == "fatally" and last > at + 1)
    passive = _passive(tokens, at) and not tokens[verb].lower.endswith("ing")
    active = one.frame is Frame.VERBS and not passive and _has_doer(tokens, verb)
    if one.frame is Frame.VERBS and harm is Harm.INJURED and _to_death(tokens, last):
        harm = Harm.KILLED
    unsettled = harm is Harm.INJURED and tokens[at].lower in harm_words().unsettled
    unreal = _unreal(tokens, at)
    return HarmPredicate(at, last, harm, one.frame, passive, active, unreal, unsettled)


def _carried(
    tokens: Sequence[Word], found: Sequence[HarmPredicate], here: HarmPredicate
) -> HarmPredicate:
    """The harm, no fact where it is one more of what was none: "may have been killed and 7 wounded"."""
    if not found or not found[-1].unreal or here.unreal or here.first - found[-1].last > CARRIED:
        return here
    between = {word.lower for word in tokens[found[-1].last : here.first]}
    again = between & (harm_words().helpers | STOPPING) or here.active
    return here if again or "and" not in between else replace(here, unreal=True)


def _to_death(tokens: Sequence[Word], at: int) -> bool:
    """Whether those harmed, who stand here, die of it: "shot two men to death"."""
    for place in range(at, min(at + TO_DEATH, len(tokens) - 1)):
        if tokens[place].lower in ".;:!?":
            return False
        if tokens[place].lower == "to" and tokens[place + 1].lower == "death":
            return True
    return False


def _has_doer(tokens: Sequence[Word], at: int) -> bool:
    """Whether the form of a verb shows that its subject does it: "kills", "has killed", "to kill"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if lower.endswith("ing"):
        return True
    if not lower.endswith("ed") and lower not in lexicon.participles:
        return True
    while at > 0 and tokens[at - 1].lower.endswith("ly"):
        at -= 1
    return at > 0 and (tokens[at - 1].lower in lexicon.have or tokens[at - 1].lower == "who")


def _is_noun(one: Predicate, tokens: Sequence[Word], at: int) -> bool:
    """Whether the form of a verb is a noun here: "a wound", "a single shot"."""
    lexicon = harm_words()
    if one.frame is not Frame.VERBS or tokens[at].lower not in lexicon.nominal or at == 0:
        return False
    return tokens[at - 1].lower in lexicon.before_nominal or _is_shot(tokens, at)


def _is_shot(tokens: Sequence[Word], at: int) -> bool:
    """Whether "one shot" is of a gun: "one shot was fired", "fired one shot"."""
    lexicon = harm_words()
    if tokens[at].lower != "shot" or tokens[at - 1].lower not in ("one", "1"):
        return False
    around = (lower_at(tokens, at - 2), lower_at(tokens, at - 3), lower_at(tokens, at + 1))
    return any(lower in lexicon.firing for lower in (*around, lower_at(tokens, at + 2)))


def _bearing(tokens: Sequence[Word], at: int) -> HarmPredicate | None:
    """Injuries that somebody has: "suffered a gunshot wound", "with apparent gunshot wounds"."""
    lexicon = harm_words()
    if tokens[at].lower not in lexicon.bearing:
        return None
    for place in range(at + 1, min(len(tokens), at + BEARING)):
        lower = tokens[place].lower
        if lower in lexicon.injuries:
            unreal = _unreal(tokens, at)
            return HarmPredicate(
                at, place + 1, Harm.INJURED, Frame.HAPPEN, False, False, unreal, unsettled=True
            )
        if lower in ".,;:" or lower[0].isdigit() or lower in number_words().ones:
            return None
    return None


def _contact(tokens: Sequence[Word], at: int) -> HarmPredicate | None:
    """What hurts those whom it meets: "striking two boys", "a bullet grazed a man"."""
    if tokens[at].lower not in harm_words().contact:
        return None
    unreal = _unreal(tokens, at)
    return HarmPredicate(at, at + 1, Harm.INJURED, Frame.VERBS, False, True, unreal, unsettled=True)


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
    """Whether words before the predicate at `at` make it a matter of threat, plan, fear or denial."""
    lexicon = harm_words()
    if _is_aim(tokens, at):
        return True
    for place in range(at - 1, max(-1, at - UNREAL_BEFORE - 1), -1):
        lower = tokens[place].lower
        if lower in ";:" or lower in lexicon.parting:
            return False
        if lower in lexicon.unreal and not _is_month(tokens, place):
            return True
        if lower in lexicon.leading and _leads_to(tokens, place, at):
            return True
    return False


def _is_month(tokens: Sequence[Word], at: int) -> bool:
    """Whether "may" is the month: "the May 3 attack", "in May"."""
    if tokens[at].lower != "may":
        return False
    before = lower_at(tokens, at - 1)
    return (
        lower_at(tokens, at + 1)[:1].isdigit()
        or before in harm_words().before_month
        or before.isdigit()
    )


def _is_aim(tokens: Sequence[Word], at: int) -> bool:
    """Whether the harm is an aim: "came to kill 12 men", not "managed to kill" or "the first to kill"."""
    lexicon, lower = harm_words(), tokens[at].lower
    if (
        lower_at(tokens, at - 1) != "to"
        or lower.endswith("ing")
        or lower_at(tokens, at - 2) in lexicon.achieving
    ):
        return False
    return any(one.frame is Frame.VERBS for one in lexicon.predicates.get(lower, ()))


def _leads_to(tokens: Sequence[Word], place: int, at: int) -> bool:
    """Whether what is planned, tried or denied is the harm: "plan to kill", "threats of death"."""
    behind = tokens[place + 1].lower
    return place + 1 == at or behind in ("to", "of", "from", "the", "any", "that", "having", "by")
