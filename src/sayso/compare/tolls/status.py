"""How the figures of one toll stand: parts, repetitions, later counts, claims about an enemy."""

from collections.abc import Iterable, Sequence

from sayso.compare.figures.victims import side_of_victims
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.tolls.counted_figure import CountedFigure, alike
from sayso.compare.tolls.policies.base import FigureStatus, FigureWithStatus
from sayso.compare.tolls.superseded import Standings, greatness, overtaken
from sayso.compare.tolls.voices import UNSAID
from sayso.lexicon.victims import victims
from sayso.model.comparison import Change, FigureMention, Step
from sayso.model.happening import Harm, Precision
from sayso.model.speech import Stance
from sayso.text.words import words


def counted(counts: Iterable[CountedFigure], steps: Sequence[Step] = ()) -> list[FigureWithStatus]:
    """The figures of one toll as a policy is given them, in order of publication.

    The `steps` of its course show which of them have been corrected.
    """
    ordered = sorted(counts, key=lambda one: one.order)
    known = corrected(ordered, steps)
    for rule in RULES:
        known |= rule([one for one in ordered if one.mention not in known], ordered)
    return [_counted(one, *known.get(one.mention, (FigureStatus.COUNTS, ""))) for one in ordered]


def _counted(one: CountedFigure, standing: FigureStatus, because: str) -> FigureWithStatus:
    said = tuple(word.lower for word in words(one.words))
    reasons = "; ".join(part for part in (because, one.note) if part)
    return FigureWithStatus(one.figure, said, one.label, standing, reasons)


def corrected(ordered: Sequence[CountedFigure], steps: Sequence[Step]) -> Standings:
    """What a report says to be corrected: all that was said before, or is told as older, and the same."""
    counts = {one.mention: one for one in ordered}
    found: Standings = {}
    for at, step in enumerate(steps):
        one = counts[FigureMention(step.document, step.figure)]
        wrong = counts[step.former] if step.former else None
        if step.change is Change.CORRECTION and wrong and (one.revised or wrong.former):
            why = FigureStatus.OUT, f"corrected to {one.label}"
            older = [later for later in steps[at:] if later.change is Change.OLDER]
            others = [FigureMention(each.document, each.figure) for each in (*steps[:at], *older)]
            found |= {each: why for each in others if counts[each].value == wrong.value}
    return found


def unsaid(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """Nobody counts harm that is threatened, planned, conditional or denied."""
    found: Standings = {}
    for one in left:
        if one.figure.hypothetical:
            found[one.mention] = FigureStatus.OUT, "hypothetical"
        elif one.voice.stance in UNSAID:
            done = "denied" if one.voice.stance is Stance.DENIES else "not asserted"
            found[one.mention] = FigureStatus.OUT, done
    return found


def told_before(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """What a report itself tells as an earlier figure, where there is another."""
    if all(one.former for one in left if one.numbered):
        return {}
    why = FigureStatus.OUT, "told as an earlier figure"
    return {one.mention: why for one in left if one.former}


def parts_of(left: Sequence[CountedFigure], every: Sequence[CountedFigure]) -> Standings:
    """A part of a figure that is here adds nothing to it; so with "33 of the dead" behind 38."""
    here = {one.mention: one for one in every}
    greatest: dict[str, CountedFigure] = {}
    found: Standings = {}
    for one in sorted(left, key=lambda one: (one.document.id, one.figure.span)):
        whole = here.get(FigureMention(one.document.id, one.figure.part_of or ""))
        before = greatest.get(one.document.id)
        if whole is None and before and one.partitive and (before.value or 0) > (one.value or 0):
            whole = before
        if whole is not None:
            found[one.mention] = FigureStatus.OUT, f"part of the {whole.words}"
        elif one.numbered and (before is None or (one.value or 0) > (before.value or 0)):
            greatest[one.document.id] = one
    found |= _added([one for one in left if one.mention not in found])
    return found | _among_all([one for one in left if one.mention not in found], every)


def _added(left: Sequence[CountedFigure]) -> Standings:
    """The dead who come to others ("two more") are not all, where somebody counts more.

    Those hurt may come to the dead: "one dead, five others hurt".
    """
    others = [one for one in left if one.numbered and not one.further]
    most = max(others, key=greatness, default=None)
    if most is None:
        return {}
    why = FigureStatus.OUT, f"comes to others, where there are {most.words}"
    return {
        one.mention: why
        for one in left
        if one.further and one.figure.harm is Harm.KILLED and (one.value or 0) < (most.value or 0)
    }


def _among_all(left: Sequence[CountedFigure], every: Sequence[CountedFigure]) -> Standings:
    """Fewer of one kind ("three nurses") than somebody counts people are some of these.

    Nor does it take from them that somebody tells of nobody in particular: "no one else died".
    """
    if not any(one.victim.whole for one in every):
        return {}
    some = [one for one in left if one.victim.kind != victims().unnamed or one.victim.names]
    numbered = [one for one in left if one.numbered and one not in some]
    most = max(numbered, key=greatness, default=None)
    if most is None:
        return {}
    among = FigureStatus.OUT, f"among the {most.words}"
    nobody = FigureStatus.OUT, f"it speaks of nobody, where there are {most.words}"
    return {
        one.mention: nobody if one.figure.high == 0 else among
        for one in some
        if (one.value or 0) < (most.value or 0)
    }


def repeated(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """One voice counts once in a report, with its greatest figure or a range about it, and with
    its latest report."""
    found: Standings = {}
    for same in alike(left, lambda one: one.voice.key):
        chiefs = []
        for report in alike(same, lambda one: one.document.id):
            own = _chiefs(report)
            chiefs += own
            why = f"the same voice counts {own[0].words}"
            found |= {one.mention: (FigureStatus.OUT, why) for one in report if one not in own}
        found |= _corrected(chiefs)
    return found


def _chiefs(report: Sequence[CountedFigure]) -> list[CountedFigure]:
    """The greatest figure of a voice; where it gives a range about it ("9", "8-10"), that.

    With a range that ends in it ("9", "4-9"), both; "up to 22" and "18" are a range too.
    """
    greatest = max(report, key=greatness)
    value = greatest.value
    if value is None:
        return [greatest]
    ranges = [one for one in report if _is_about(one, value)]
    if ranges:
        chief = max(ranges, key=greatness)
        return [chief] if (chief.figure.high or 0) > value else [greatest, chief]
    least = [one for one in report if one.numbered and one.figure.low is not None]
    if greatest.figure.low is not None or not least:
        return [greatest]
    return [greatest, max(least, key=greatness)]


def _is_about(one: CountedFigure, value: int) -> bool:
    """Whether it is a range that begins below a number, or with it, and reaches it."""
    low, high = one.figure.low, one.figure.high
    return one.figure.kind is Precision.RANGE and (low or 0) <= value <= (high or 0)


def _corrected(chiefs: Sequence[CountedFigure]) -> Standings:
    """What a voice said before the day of its latest figure, where that is another."""
    latest = max(chiefs, key=lambda one: one.order)
    days = {one.mention: one.said and one.said.last for one in chiefs}
    if None in days.values():
        return {}
    why = f"the same voice later counts {latest.words}"
    return {
        one.mention: (FigureStatus.OUT, why)
        for one in chiefs
        if days[one.mention] != days[latest.mention] and one.numbers != latest.numbers
    }


def said_again(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """The same figure from one voice, from one side of the fight, or in texts of one origin."""
    found: Standings = {}
    for same in (
        *alike(left, lambda one: (one.origin, one.numbers)),
        *alike(left, lambda one: (one.party, one.numbers)),
    ):
        open_ones = [one for one in same if one.mention not in found] or same
        first = next((one for one in open_ones if one.voice.name is None), open_ones[0])
        for one in same:
            apart = one.document.id != first.document.id or one.party == first.party
            if one is not first and apart:
                found.setdefault(one.mention, (FigureStatus.OUT, f"one voice with {first.label}"))
    return found


def claimed(left: Sequence[CountedFigure], every: Sequence[CountedFigure]) -> Standings:
    """A party's count of its enemy's losses stands apart from what others say of them."""
    why = FigureStatus.CLAIMED, "enemy losses claimed by a party to the fight"
    sides = {side_of_victims(one.victim.kind) for one in every} - {None}
    if len(sides) != 1:
        return {}
    victims_side = min(side for side in sides if side)
    return {one.mention: why for one in left if is_enemy(one.voice.side, victims_side)}


def loose(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """A word ("dozens"), or one death told by itself, says less than the numbers that there are."""
    if not any(one.numbered for one in left):
        return {}
    why = {
        Precision.VAGUE: "others give a number",
        Precision.IMPLIED: "told by itself, where others count all",
    }
    return {
        one.mention: (FigureStatus.OUT, why[one.figure.kind])
        for one in left
        if one.figure.kind in why
    }


def topped(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """A range that ends in what the same voice counts ("9", "4-9") says how low it may be."""
    found: Standings = {}
    for same in alike(left, lambda one: (one.voice.key, one.document.id)):
        for one in same:
            top = [other for other in same if other.value == one.figure.high and other is not one]
            if one.figure.kind is Precision.RANGE and top:
                found[one.mention] = FigureStatus.BELOW, f"the same voice counts {top[0].words}"
    return found


def of_any_status(left: Sequence[CountedFigure], _: Sequence[CountedFigure]) -> Standings:
    """Those called "people" may be more than the civilians whom another figure counts."""
    civil = [one for one in left if one.victim.kind == victims().unnamed]
    if not any(one.victim.said for one in civil):
        return {}
    why = FigureStatus.UNKNOWN_STATUS, "who they were is not said"
    return {one.mention: why for one in civil if not one.victim.said}


RULES = (
    unsaid,
    told_before,
    parts_of,
    repeated,
    said_again,
    claimed,
    loose,
    overtaken,
    topped,
    of_any_status,
)
