"""The numbers that claims give, and whether two of them can both be right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from sayso.compare.figures.said_when import revised
from sayso.compare.figures.victims import victim
from sayso.compare.terms import bare, terms_of
from sayso.lexicon.harms import harm_words
from sayso.lexicon.points import point_words
from sayso.model.facts import Facts
from sayso.model.happening import Harm, Precision
from sayso.model.text import Span
from sayso.text.background import longer_time
from sayso.text.cardinals import cardinal
from sayso.text.dates import DateExpression, date_expressions
from sayso.text.numbers import numbers
from sayso.text.revisions import Revision
from sayso.text.words import Word, words

AROUND = 200  # characters beside a number in which its time is told
BESIDE = 16  # characters beside a number in which it is shown to be a time or an age
AFTER = 8  # words behind a number in which the same is done
AHEAD = 24  # characters behind a number in which what it counts is named
TIME = frozenset({"time"})  # what "three days" and "two of them" count: no two need agree
CENTURY = 100  # years
NEAR = 0.12  # of a number said to be about right, what it may be off by


@dataclass(frozen=True, slots=True)
class Quantity:
    """Bounds of a number, whether it is said to be about right, and what it counts.

    `of` is a harm ("killed"), or terms for the things counted; two are of one kind where they share
    one. `whom` is the kind of people harmed, if that is said; `past` a year before the report's own
    that the words name, `longer` whether it is of a longer time; `falls` whether there may come to be
    fewer, as of the missing; `revised` whether it is told as an earlier figure or a correction.
    """

    low: int | None
    high: int | None
    about: bool
    of: frozenset[str]
    harm: bool = False
    whom: str | None = None
    past: int | None = None
    longer: bool = False
    falls: bool = False
    revised: Revision | None = None

    @property
    def time(self) -> tuple[int | None, bool]:
        """What two numbers of one time have in common."""
        return self.past, self.longer

    @property
    def bounds(self) -> tuple[float, float]:
        """What it may be at least and at most."""
        low = 0.0 if self.low is None else float(self.low)
        high = float("inf") if self.high is None else float(self.high)
        return (low * (1 - NEAR), high * (1 + NEAR)) if self.about else (low, high)


def amounts_in(facts: Facts, content: Sequence[Span]) -> Iterator[Quantity]:
    """The numbers of a content: people harmed, and anything else that is counted."""
    past = _past(facts, content)
    harmed = [one for one in facts.figures if one.harm and any(s.holds(one.span) for s in content)]
    for one in harmed:
        if (one.low, one.high) not in ((None, None), (0, 0)):
            about = one.kind is Precision.ABOUT
            whom = victim(facts.document[one.who] if one.who else "")
            kind = whom.kind if whom.said else None
            of = frozenset({str(one.harm)})
            implied = (
                one.kind is Precision.IMPLIED
            )  # one told of by itself, beside whom others may be
            yield Quantity(
                one.low,
                None if implied else one.high,
                about,
                of,
                harm=True,
                whom=kind,
                past=past,
                longer=_longer(facts.document.text, one.span),
                falls=one.harm is Harm.MISSING,
                revised=revised(facts.document, one),
            )
    for span in content:
        for low, high, about, start, end, of in _counted(facts.document[span]):
            own = Span(span.start + start, span.start + end)
            if (
                (low, high) != (0, 0)
                and of != TIME
                and not any(one.span.touches(own) for one in harmed)
            ):
                yield Quantity(low, high, about, of, past=past)


Found = tuple[int | None, int | None, bool, int, int, frozenset[str]]


def _counted(text: str) -> Iterator[Found]:
    """Bounds, place and things counted of the numbers in a text, measures and money included."""
    tokens, dated = words(text), date_expressions(text)
    counting = numbers(text)
    for number in counting:
        bounded = number.low is not None or number.high is not None
        if bounded and not _is_time(text, number.bare, number.end, dated):
            behind = [word for word in tokens if number.end <= word.start < number.end + AHEAD]
            of = _of(behind)
            about = number.kind is Precision.ABOUT
            yield number.low, number.high, about, number.start, number.end, of
    at = 0
    while at < len(tokens):
        found = cardinal(text, tokens, at)
        word = tokens[at]
        known = any(one.start <= word.start < one.end for one in counting)
        end = tokens[found.after - 1].end if found else word.end
        if found is None or known or _is_year(word) or _is_time(text, word.start, end, dated):
            at += 1
            continue
        before = tokens[at - 1].lower if at else ""
        of = _of(tokens[found.after : found.after + AFTER])
        about = before in point_words().about_right
        yield found.value, found.value, about, word.start, end, of
        at = found.after


def _is_year(word: Word) -> bool:
    return len(word.lower) == 4 and word.lower.isdigit()


def _is_time(text: str, start: int, end: int, dated: Sequence[DateExpression]) -> bool:
    """Whether a number is of a date, a time of day or an age, or an ordinal: no two need agree.

    "Ana Roll, 39," is an age.
    """
    if any(one.start <= start < one.end for one in dated) or text[end : end + 1].isalpha():
        return True
    if ":" in (text[max(0, start - 1) : start], text[end : end + 1]):
        return True
    known = point_words()
    before = words(text, max(0, start - BESIDE), start)
    behind = [word.lower for word in words(text, end, min(len(text), end + BESIDE))]
    aside = text[max(0, start - 2) : start] == ", " and text[end : end + 1] in (",", ";")
    old = aside or ("old" in behind and not known.time.isdisjoint(behind))
    aged = bool(before) and before[-1].lower in known.aged
    return old or aged or "".join(behind[:3]).startswith(tuple(known.clock))


def _of(behind: Sequence[Word]) -> frozenset[str]:
    """What is counted, by the words behind a number; people are, though no term.

    Time, and parts of what is named ("two of them"), are TIME.
    """
    if behind and behind[0].lower == "of":
        return TIME
    behind = [*dropwhile(lambda one: one.lower in point_words().between, behind)]
    lower = {bare(word) for word in behind[:2]}
    if lower & point_words().time:
        return TIME
    return terms_of(behind[:2]) or frozenset({"people"} & lower)


def _longer(text: str, at: Span) -> bool:
    """Whether the words on the line around a number make it one of a longer time: "since January"."""
    start = max(text.rfind("\n", 0, at.start) + 1, at.start - AROUND)
    end = min(text.find("\n", at.end) % (len(text) + 1), at.end + AROUND)
    return longer_time(text, Span(start, end), at, None) is not None


def _past(facts: Facts, content: Sequence[Span]) -> int | None:
    """A year before that of the report, if the content names one."""
    here = facts.document.day.year if facts.document.day else None
    named = [
        int(word.lower)
        for span in content
        for word in words(facts.document.text, span.start, span.end)
        if word.lower.isdecimal() and len(word.lower) == 4
    ]
    years = [year for year in named if here is not None and here - CENTURY < year < here]
    return max(years, default=None)


def one_toll(one: Quantity, other: Quantity) -> bool:
    """Whether both say to how many of the same people the same was done, at one time."""
    same = one.of == other.of and one.time == other.time and one.whom == other.whom
    return one.harm and other.harm and same


def comparable(one: Quantity, other: Quantity) -> bool:
    """Whether both count the same things at one time, by what these are called."""
    return bool(one.of & other.of) and one.time == other.time


def disagree(one: Quantity, other: Quantity) -> bool:
    """Whether no number is within the bounds of both.

    >>> of = frozenset({"killed"})
    >>> disagree(Quantity(84, None, False, of), Quantity(50, 50, True, of))
    True
    >>> disagree(Quantity(20, None, False, of), Quantity(35, 35, False, of))
    False
    """
    (low, high), (least, most) = one.bounds, other.bounds
    return high < least or most < low


def inherited(amounts: Sequence[Quantity], before: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Numbers that say not what they count, as of what was counted just before."""
    of = next((one for one in before if one.of), None)
    if of is None:
        return tuple(amounts)
    return tuple(
        one if one.of else replace(one, of=of.of, harm=of.harm, whom=of.whom) for one in amounts
    )


def tallied(amounts: Sequence[Quantity], lower: Sequence[str]) -> tuple[Quantity, ...]:
    """The numbers of a claim that gives a tally, of the harm that its words name: "the number of the
    dead", "the toll of missing"."""
    tally = point_words().tally
    harms = {_named_harm(lower, at) for at, word in enumerate(lower) if word not in tally} - {None}
    harm = harms.pop() if len(harms) == 1 else None
    if harm is None:
        return tuple(amounts)
    of = frozenset({str(harm)})
    return tuple(
        one if one.of else replace(one, of=of, harm=True, falls=harm is Harm.MISSING)
        for one in amounts
    )


def _named_harm(lower: Sequence[str], at: int) -> Harm | None:
    """The harm that the words at a place name."""
    for one in harm_words().predicates.get(lower[at], ()):
        if tuple(lower[at : at + len(one.phrase)]) == one.phrase:
            return one.harm
    return None
