"""Where a text says that people came to harm: the predicates that figures and events hang on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from sayso.extract.casualties.harm_voice import is_noun, is_passive, shows_doer
from sayso.extract.casualties.unreal_harm import is_unreal
from sayso.lexicon.harms import Frame, Predicate, harm_words
from sayso.lexicon.numbers import number_words
from sayso.model.happening import Harm
from sayso.text.marks import HYPHENS
from sayso.text.prepared import read_once
from sayso.text.words import Word, words

MAX_WORDS_TO_DEATH = 12  # words of those harmed before "to death"
MAX_WORDS_TO_TAIL = 12  # words of those harmed before "from" in "drove 40 people from"
MAX_WORDS_TO_INJURIES = 8  # words from "suffered" to the injuries
MAX_WORDS_BETWEEN_UNREAL = 8  # words between an unreal predicate and one that is joined to it
STOPPING = frozenset(".;:!?,")


@dataclass(frozen=True, slots=True)
class HarmPredicate:
    """A phrase of harm at words [first, last) of a sentence.

    `passive`: a form of "be" leads up to it.
    `active`: its form or its helper shows that its subject does the harm ("killing", "has killed").
    `unreal`: it is threatened, planned, feared or denied.
    `unsettled`: those harmed may have died of it ("shot").
    `loose`: it tells harm only of people who stand close by ("held").
    """

    first: int
    last: int
    harm: Harm
    frame: Frame
    passive: bool
    active: bool
    unreal: bool
    unsettled: bool = False
    loose: bool = False

    @property
    def takes_object(self) -> bool:
        """Whether those harmed may stand behind it."""
        return self.frame is Frame.NOUNS or (self.frame is Frame.VERBS and not self.passive)


@read_once
def predicates_between(text: str, start: int, end: int) -> Sequence[HarmPredicate]:
    """The phrases of harm of a sentence, in order; their words are counted from its first."""
    return harm_predicates(words(text, start, end))


def harm_predicates(tokens: Sequence[Word], loose: bool = False) -> list[HarmPredicate]:
    """The phrases of harm among the words of a sentence, in order; the `loose` ones if asked for."""
    first_words = _first_words()
    found: list[HarmPredicate] = []
    free = 0  # words before it are part of phrases that have been read
    for at in [at for at, word in enumerate(tokens) if word.lower in first_words]:
        if at < free:
            continue
        entry = _entry_at(tokens, at, loose)
        if entry is None:
            injury = _injury(tokens, at) or _contact(tokens, at)
            found += [injury] if injury is not None else []
            free = injury.last if injury is not None else at + 1
        elif _is_in_compound(tokens, at):
            free = at + 1
        else:
            free = at + len(entry.phrase)
            if entry.harm is not None and not is_noun(entry, tokens, at):
                predicate = _predicate(entry, entry.harm, tokens, at)
                found.append(_as_unreal_as_last(tokens, found, predicate))
    return found


@cache
def _first_words() -> frozenset[str]:
    """The words that a phrase of harm can begin with."""
    lexicon = harm_words()
    return frozenset({*lexicon.with_loose, *lexicon.bearing, *lexicon.contact})


def _entry_at(tokens: Sequence[Word], at: int, loose: bool) -> Predicate | None:
    """The longest phrase of the lexicon that stands here."""
    lexicon = harm_words()
    entries = lexicon.with_loose if loose else lexicon.predicates
    for entry in entries.get(tokens[at].lower, ()):
        if (len(entry.phrase) == 1 or _stands(entry, tokens, at)) and _has_tail(entry, tokens, at):
            return entry
    return None


def _has_tail(entry: Predicate, tokens: Sequence[Word], at: int) -> bool:
    """Whether the words that an entry needs behind it stand there."""
    if not entry.tail:
        return True
    first = at + len(entry.phrase)
    for place in range(first, min(len(tokens), first + MAX_WORDS_TO_TAIL)):
        if tokens[place].lower in STOPPING:
            return False
        if tokens[place].lower == entry.tail[0]:
            behind = tokens[place : place + len(entry.tail)]
            if tuple(word.lower for word in behind) == entry.tail:
                return True
    return False


def _stands(entry: Predicate, tokens: Sequence[Word], at: int) -> bool:
    """Whether all words of an entry stand here; the first one does."""
    if len(entry.phrase) > len(tokens) - at:
        return False
    return all(tokens[at + step].lower == word for step, word in enumerate(entry.phrase[1:], 1))


def _is_in_compound(tokens: Sequence[Word], at: int) -> bool:
    """Whether a hyphen ties the next word to this one: "dead-end", "wounded-knee"."""
    after = at + 1
    return (
        after < len(tokens)
        and tokens[after].lower in HYPHENS
        and tokens[after].start == tokens[at].end
    )


def _predicate(entry: Predicate, harm: Harm, tokens: Sequence[Word], at: int) -> HarmPredicate:
    last = at + len(entry.phrase)
    verb = at + (tokens[at].lower == "fatally" and last > at + 1)
    passive = is_passive(tokens, at) and not tokens[verb].lower.endswith("ing")
    active = entry.frame is Frame.VERBS and not passive and shows_doer(tokens, verb)
    if entry.frame is Frame.VERBS and harm is Harm.INJURED and _is_to_death(tokens, last):
        harm = Harm.KILLED
    unsettled = harm is Harm.INJURED and (entry.loose or tokens[at].lower in harm_words().unsettled)
    unreal = is_unreal(tokens, at)
    return HarmPredicate(
        at, last, harm, entry.frame, passive, active, unreal, unsettled, entry.loose
    )


def _as_unreal_as_last(
    tokens: Sequence[Word], found: Sequence[HarmPredicate], predicate: HarmPredicate
) -> HarmPredicate:
    """The predicate, unreal if "and" joins it to an unreal one: "may have been killed and 7 wounded"."""
    if not found or not found[-1].unreal or predicate.unreal:
        return predicate
    if predicate.first - found[-1].last > MAX_WORDS_BETWEEN_UNREAL:
        return predicate
    between = {word.lower for word in tokens[found[-1].last : predicate.first]}
    begins_again = between & (harm_words().helpers | STOPPING) or predicate.active
    return predicate if begins_again or "and" not in between else replace(predicate, unreal=True)


def _is_to_death(tokens: Sequence[Word], at: int) -> bool:
    """Whether those harmed, who stand here, die of it: "shot two men to death"."""
    for place in range(at, min(at + MAX_WORDS_TO_DEATH, len(tokens) - 1)):
        if tokens[place].lower in ".;:!?":
            return False
        if tokens[place].lower == "to" and tokens[place + 1].lower == "death":
            return True
    return False


def _injury(tokens: Sequence[Word], at: int) -> HarmPredicate | None:
    """Injuries that somebody has: "suffered a gunshot wound", "with apparent gunshot wounds"."""
    lexicon = harm_words()
    if tokens[at].lower not in lexicon.bearing:
        return None
    for place in range(at + 1, min(len(tokens), at + MAX_WORDS_TO_INJURIES)):
        lower = tokens[place].lower
        if lower in lexicon.injuries:
            unreal = is_unreal(tokens, at)
            return HarmPredicate(
                at, place + 1, Harm.INJURED, Frame.HAPPEN, False, False, unreal, unsettled=True
            )
        if lower in ".,;:" or lower[0].isdigit() or lower in number_words().ones:
            return None
    return None


def _contact(tokens: Sequence[Word], at: int) -> HarmPredicate | None:
    """A verb that hurts its object: "striking two boys", "a bullet grazed a man"."""
    if tokens[at].lower not in harm_words().contact:
        return None
    unreal = is_unreal(tokens, at)
    return HarmPredicate(at, at + 1, Harm.INJURED, Frame.VERBS, False, True, unreal, unsettled=True)
