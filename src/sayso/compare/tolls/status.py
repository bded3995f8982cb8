"""Whether a figure of a toll counts: the rules that decide, in their order.

A rule that keeps a figure out of all tolls, or gives it another status, is added here.
"""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from sayso.compare.clustering import grouped_by
from sayso.compare.figures.victims import side_of_victims
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.tolls.counted_figure import CountedFigure
from sayso.compare.tolls.outcome import Outcome, Outcomes, Rule, TollFigures, TollHistory, excluded
from sayso.compare.tolls.parts import adds_to_others, among_all, nobody_harmed, part_of_whole
from sayso.compare.tolls.policies.base import FigureStatus, FigureWithStatus
from sayso.compare.tolls.repetitions import (
    less_than_same_voice,
    said_again_by_origin,
    said_again_by_side,
    said_before_by_same_voice,
)
from sayso.compare.tolls.voices import NOT_ASSERTING
from sayso.lexicon.victims import victim_words
from sayso.model.comparison import Change, FigureMention
from sayso.model.happening import Precision
from sayso.model.reasons import Reason, RuleName, because
from sayso.model.speech import Stance
from sayso.text.words import words

NO_STEP = -1  # the index of a figure that is asked about, and need not be a step


def with_status(counts: Iterable[CountedFigure], history: TollHistory) -> list[FigureWithStatus]:
    """The figures of one toll as the policies get them, in order of publication.

    The first rule that decides on a figure gives it its status.
    """
    ordered = sorted(counts, key=lambda count: count.publication_order)
    toll = TollFigures(ordered, history)
    decided: dict[FigureMention, tuple[str, Outcome]] = {}
    left = ordered
    for name, rule in RULES.items():
        outcomes = rule(left, toll)
        if outcomes:
            decided |= {mention: (name, outcome) for mention, outcome in outcomes.items()}
            left = [count for count in left if count.mention not in decided]
    counting = "", Outcome(FigureStatus.COUNTS, None)
    return [_with_status(count, *decided.get(count.mention, counting)) for count in ordered]


def _with_status(count: CountedFigure, rule: str, outcome: Outcome) -> FigureWithStatus:
    lowers = tuple(word.lower for word in words(count.words))
    reasons = tuple(reason for reason in (outcome.reason, count.note) if reason)
    return FigureWithStatus(count.figure, lowers, count.label, outcome.status, reasons, rule)


def corrected(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """A number that a report corrects, wherever it was said before or is repeated as the older one.

    Of several corrections of a number, the last one counts.
    """
    counts = {count.mention: count for count in left}
    last_correction: dict[int | None, tuple[int, Outcome]] = {}
    for at, step in enumerate(toll.history.steps):
        correction = counts[FigureMention(step.document, step.figure)]
        wrong = counts[step.former] if step.former else None
        if step.change is not Change.CORRECTION or wrong is None:
            continue
        if correction.revised or wrong.is_former:
            outcome = excluded(because(RuleName.CORRECTED_TO, correction.label))
            last_correction[wrong.value] = at, outcome
    outcomes: Outcomes = {}
    for at, step in enumerate(toll.history.steps):
        mention = FigureMention(step.document, step.figure)
        last = last_correction.get(counts[mention].value)
        if last is not None and (at < last[0] or step.change is Change.OLDER):
            outcomes[mention] = last[1]
    return outcomes


def hypothetical(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """Harm that is threatened, planned or conditional."""
    outcome = excluded(because(RuleName.HYPOTHETICAL))
    return {count.mention: outcome for count in left if count.figure.hypothetical}


def not_asserted(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """Harm that the voice denies, doubts, asks about or intends."""
    denied, other = excluded(because(RuleName.DENIED)), excluded(because(RuleName.NOT_ASSERTED))
    return {
        count.mention: denied if count.voice.stance is Stance.DENIES else other
        for count in left
        if count.voice.stance in NOT_ASSERTING
    }


def told_as_earlier(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """A figure that its own report calls an earlier one, if there is another number."""
    if all(count.is_former for count in left if count.has_number):
        return {}
    outcome = excluded(because(RuleName.TOLD_AS_EARLIER))
    return {count.mention: outcome for count in left if count.is_former}


def claimed_by_enemy(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """A party's count of its enemy's losses."""
    sides = {side_of_victims(count.victim.kind) for count in toll.every} - {None}
    if len(sides) != 1:
        return {}
    victims_side = min(side for side in sides if side)
    outcome = Outcome(FigureStatus.ENEMY_CLAIM, because(RuleName.ENEMY_CLAIM))
    return {count.mention: outcome for count in left if is_enemy(count.voice.side, victims_side)}


def vague_word(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """A word such as "dozens", if there is a number."""
    return _of_precision(left, Precision.VAGUE, because(RuleName.OTHERS_GIVE_NUMBER))


def single_death(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """One death reported by itself, if there is a number."""
    return _of_precision(left, Precision.IMPLIED, because(RuleName.ONE_DEATH))


def _of_precision(left: Sequence[CountedFigure], kind: Precision, reason: Reason) -> Outcomes:
    if not any(count.has_number for count in left):
        return {}
    outcome = excluded(reason)
    return {count.mention: outcome for count in left if count.figure.kind is kind}


def superseded(left: Sequence[CountedFigure], toll: TollFigures) -> Outcomes:
    """A number that a later one supersedes, by the history of the toll."""
    outcomes: Outcomes = {}
    for count in left:
        if count.has_number:
            reason = toll.history.supersession.reason_for(count.as_dated_number(NO_STEP))
            if reason is not None:
                outcomes[count.mention] = Outcome(FigureStatus.SUPERSEDED, reason)
    return outcomes


def lower_bound(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """A range that ends in a number which the same voice gives in the same report: "9", "4-9"."""
    outcomes: Outcomes = {}
    for group in grouped_by(left, lambda count: (count.voice.key, count.report)):
        for count in group:
            if count.figure.kind is not Precision.RANGE:
                continue
            top = [
                other for other in group if other.value == count.figure.high and other is not count
            ]
            if top:
                reason = because(RuleName.SPEAKER_COUNTS, top[0].words)
                outcomes[count.mention] = Outcome(FigureStatus.LOWER_BOUND, reason)
    return outcomes


def unknown_status(left: Sequence[CountedFigure], _: TollFigures) -> Outcomes:
    """A count of "people", who may be more than the civilians that another figure counts."""
    civil = [count for count in left if count.victim.kind == victim_words().unnamed]
    if not any(count.victim.kind_named for count in civil):
        return {}
    outcome = Outcome(FigureStatus.UNKNOWN_STATUS, because(RuleName.MAY_NOT_BE_CIVILIANS))
    return {count.mention: outcome for count in civil if not count.victim.kind_named}


# The name of a rule is kept with each figure that it decides on.
RULES: Mapping[str, Rule] = MappingProxyType(
    {
        "corrected": corrected,
        "hypothetical": hypothetical,
        "not asserted": not_asserted,
        "told as earlier": told_as_earlier,
        "part of whole": part_of_whole,
        "adds to others": adds_to_others,
        "among all": among_all,
        "nobody harmed": nobody_harmed,
        "less than same voice": less_than_same_voice,
        "before same voice": said_before_by_same_voice,
        "same origin": said_again_by_origin,
        "same side": said_again_by_side,
        "enemy claim": claimed_by_enemy,
        "vague word": vague_word,
        "single death": single_death,
        "superseded": superseded,
        "lower bound": lower_bound,
        "unknown status": unknown_status,
    }
)
