"""On which side of a point a claim stands by the number that it gives."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from sayso.compare.figures.quantity import Quantity, comparable, disagree, one_toll
from sayso.compare.figures.revisions import Line, Lines, contrary, overtakes
from sayso.compare.figures.said_when import Said
from sayso.compare.figures.victims import side_of_victims
from sayso.compare.points.prepared_claim import PreparedClaim
from sayso.compare.sources.belligerents import is_enemy
from sayso.compare.terms import terms_in
from sayso.lexicon.points import point_words
from sayso.model.comparison import Change, Evidence
from sayso.text.revisions import Revision

ALIKE = 0.5  # of the terms of the shorter claim, that both have
BESIDE = 2  # terms that both have besides what is counted
THIN = 2  # terms; a claim with no more is little but its number
LONGEST = 80  # characters of a claim that are shown
CHANGES = {Change.UPDATE: "a number that grew", Change.CORRECTION: "a number that was corrected"}


@dataclass(frozen=True, slots=True)
class Given:
    """The number of a claim that is compared with those of the others; `place` is the claim's."""

    place: int
    one: PreparedClaim
    amount: Quantity

    @property
    def value(self) -> int | None:
        """The least that it says."""
        return self.amount.high if self.amount.low is None else self.amount.low

    @property
    def bounds(self) -> tuple[float, float]:
        """What it may be at least and at most."""
        return self.amount.bounds

    @property
    def said(self) -> Said | None:
        """When it was said."""
        return self.one.said

    @property
    def speaker(self) -> Hashable:
        """Who gives it, the same in all reports."""
        return self.one.voice

    @property
    def report(self) -> str:
        """The id of the report that it stands in."""
        return self.one.document

    @property
    def side(self) -> str | None:
        """The side of a fight that the speaker is on, if the words for them show it."""
        return self.one.party

    @property
    def of_enemy(self) -> bool:
        """Whether a party to a fight counts its enemy's losses."""
        return is_enemy(self.side, side_of_victims(self.amount.whom or ""))

    @property
    def grows(self) -> bool:
        """Whether more may come to be known: of people harmed alone."""
        return self.amount.harm

    @property
    def falls(self) -> bool:
        """Whether there may come to be fewer."""
        return self.amount.falls

    @property
    def revised(self) -> Revision | None:
        """As what the report tells it."""
        return self.amount.revised

    @property
    def label(self) -> str:
        """The words of the claim."""
        return self.words

    @property
    def words(self) -> str:
        """The words of the claim, cut where they are long."""
        line = " ".join(self.one.reading.split())
        return f"“{line if len(line) <= LONGEST else line[: LONGEST - 1] + '…'}”"


def lines_of(own: Sequence[PreparedClaim], content: Sequence[int]) -> Lines[Given]:
    """The numbers of the claims that stand behind one, those that face the first that was said."""
    counted = [place for place in content if own[place].amounts and own[place].sign > 0]
    counted.sort(key=lambda place: (_day(own[place].said), place))
    if not counted:
        return Lines(())
    first = own[counted[0]].amounts[0]
    silent = own[counted[0]].tallies
    given = []
    for place in counted:
        loose = silent or own[place].tallies
        facing = [one for one in own[place].amounts if _facing(one, first, loose)]
        agreeing = [one for one in facing if not disagree(one, first)]
        if facing:
            given.append(Given(place, own[place], (agreeing or facing)[0]))
    return Lines(given)


def sides_by_numbers(lines: Lines[Given]) -> Mapping[int, int]:
    """The sides of claims whose numbers cannot both be right, and neither of which overtakes the other.

    The number that most give, with what it came from and became, is what the others stand against.
    """
    if len(lines.lines) < 2:
        return {}
    held = [(one, lines.of.get(id(one))) for one, _ in lines.found]
    main = max(lines.lines, key=lambda line: sum(other is line for _, other in held))
    rivals = [line for line in lines.lines if line is not main and _against(line, main)]
    rivals = [line for line in rivals if _of_one_thing(held, line, main)]
    if not rivals:
        return {}
    return {one.place: -1 if line in rivals else 1 for one, line in held}


def changes(lines: Lines[Given]) -> list[Evidence]:
    """What grew or was corrected from one claim to the next, in words: no contradiction."""
    return [
        Evidence(CHANGES[found.change], 1.0, f"{one.words}: {found.why}")
        for one, found in lines.found
        if found.change in CHANGES
    ]


def _against(line: Line[Given], main: Line[Given]) -> bool:
    """Whether a line can stand beside the main one neither as right nor as an earlier number."""
    one, other = line.current, main.current
    return contrary(one, other) and not overtakes(other, one) and not overtakes(one, other)


def _of_one_thing(
    held: Sequence[tuple[Given, Line[Given] | None]], line: Line[Given], main: Line[Given]
) -> bool:
    """Whether a claim of the one line says, but for the number, much of what one of the other says."""
    theirs = [one for one, other in held if other is main]
    mine = [one for one, own in held if own is line]
    if any(_is_sum(one, other) or _is_sum(other, one) for one in mine for other in theirs):
        return False
    return any(_alike(one, other) for one in mine for other in theirs)


def _is_sum(one: Given, other: Given) -> bool:
    """Whether the parts that the one gives come to the number of the other: 12 and 11 are 23."""
    parts = [each.low for each in one.one.amounts if each.low and each.harm is one.amount.harm]
    return len(parts) > 1 and sum(parts) == other.value


def _alike(one: Given, other: Given) -> bool:
    if one_toll(one.amount, other.amount):
        return True
    if one.one.voice == other.one.voice and not one.one.own:
        return False
    if one.one.own and other.one.own and not (one.amount.harm or other.amount.harm):
        return False  # what two outlets tell in their own voice differs in what it is of, mostly
    shared = one.one.terms & other.one.terms
    least = min(len(one.one.terms), len(other.one.terms))
    if least <= THIN and not one.amount.of & _units():
        return True
    return len(shared - one.amount.of) >= BESIDE and len(shared) >= ALIKE * least


@cache
def _units() -> frozenset[str]:
    """Terms for shares and measures, which say nothing of what is measured."""
    return terms_in(" ".join(point_words().units))


def _day(said: Said | None) -> str:
    return said.first.isoformat() if said else "~"


def _facing(one: Quantity, other: Quantity, loose: bool) -> bool:
    """Whether two numbers of one point are of the same things and people, as far as they say it.

    `loose` is whether one stands for a tally, which need not say of what.
    """
    people = one.whom is None or other.whom is None or one.whom == other.whom
    silent = (not one.of and not other.of) or (loose and not (one.of and other.of))
    return people and (comparable(one, other) or silent)
