"""What stands before those it was done to: "killed 12", "the deaths of 12", "killed 12 men and 3 boys"."""

from collections.abc import Sequence

from sayso.extract.casualties.counted_people import STOPS, Counted, Reading
from sayso.extract.casualties.harm_predicates import HarmPredicate
from sayso.lexicon.actors import small
from sayso.lexicon.harms import Frame, harm_words
from sayso.model.happening import Precision
from sayso.text.words import Word, lower_at

LEFT = 7  # words between a verb and the number of its object
DESCRIBED = 4  # words that may describe somebody before the name
FAR = 10  # words between a noun of harm and "of"
ALONG = 16  # words between harm and "along with"


def before_object(
    tokens: Sequence[Word], readings: Sequence[Reading], at: int, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """The harm whose object those counted are, if any."""
    one = readings[at].counted
    along = _along(tokens, one, done)
    if along is not None:
        return along
    place = _described_from(tokens, one) - 1
    while place >= 0 and one.first - place <= LEFT:
        here = next((h for h in done if h.last == place + 1), None)
        if here is not None:
            return here if _governs(tokens, here, one) else None
        before = next((r for r in readings[:at] if r.counted.stop == place + 1), None)
        if before is not None:
            return _shared(before, _joined(tokens, place + 1, one))
        if not _may_lie_between(tokens[place].lower):
            break
        place -= 1
    return _far(tokens, one, done)


def _may_lie_between(lower: str) -> bool:
    if lower in STOPS or lower == "by":
        return False
    known = harm_words().object
    return lower in known or lower in ("and", ",", "well", "plus") or lower.endswith("ly")


def _governs(tokens: Sequence[Word], here: HarmPredicate, one: Counted) -> bool:
    if here.frame is Frame.NOUNS and tokens[here.last - 1].lower != "of":
        return _leads(tokens[here.last : one.first])
    return here.takes_object


def _shared(before: Reading, joined: bool) -> HarmPredicate | None:
    """The harm of those counted before, where these are one more object of it."""
    taken = before.harming
    if not joined or taken is None or not taken.takes_object:
        return None
    return taken if taken.last <= before.counted.first else None


def _described_from(tokens: Sequence[Word], one: Counted) -> int:
    """The first of the words that describe somebody named: "killed [salt trader Ana Roll]"."""
    if one.number.kind is not Precision.IMPLIED or one.first != one.noun:
        return one.first
    first = one.first
    while first > 0 and one.first - first < DESCRIBED:
        lower = lower_at(tokens, first - 1)
        if (
            not lower.isalpha()
            or _may_lie_between(lower)
            or lower in small("verb")
            or lower in harm_words().preposition
            or lower in harm_words().passive
            or lower in harm_words().predicates
            or lower in harm_words().opening
            or lower.endswith(("ed", "ing"))
        ):
            break
        first -= 1
    return first


def _far(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """A noun of harm that when or where parts from "of": "the murder on Friday of two clerks"."""
    first = _described_from(tokens, one)
    if first > 0 and tokens[first - 1].lower in ("the", "its", "their", "his", "her"):
        first -= 1
    if lower_at(tokens, first - 1) != "of":
        return None
    for place in range(first - 2, max(-1, first - FAR), -1):
        if tokens[place].lower in STOPS or tokens[place].lower in ",and":
            return None
        here = next((h for h in done if h.last == place + 1), None)
        if here is not None:
            owned = tokens[here.last - 1].lower in harm_words().owned
            parted = lower_at(tokens, here.last) in harm_words().preposition
            return here if owned and parted else None
    return None


def _along(
    tokens: Sequence[Word], one: Counted, done: Sequence[HarmPredicate]
) -> HarmPredicate | None:
    """The harm of whoever these were harmed with: "was killed along with two guards"."""
    lead = tuple(word.lower for word in tokens[max(0, one.first - 3) : one.first])
    if lead[1:] not in (("along", "with"), ("together", "with")) and lead != ("as", "well", "as"):
        return None
    for here in reversed(done):
        if here.last <= one.first - 2:
            other = here.active and lead[0] != "as"  # with whom somebody killed, not whom
            return here if one.first - here.last <= ALONG and not other else None
    return None


def _joined(tokens: Sequence[Word], at: int, one: Counted) -> bool:
    """Whether the words from here on make those counted one more of a list."""
    between = {word.lower for word in tokens[at : one.first]}
    if between & {"and", "as", "plus"}:
        return True
    return "," in between and lower_at(tokens, one.stop) in (",", "and", "", ".", ";")


def _leads(between: Sequence[Word]) -> bool:
    """Whether the words between a noun of harm and a number tie them: "of", "rose to"."""
    if not between or between[0].lower in ("at", "for", "with", "on", "from"):
        return False
    return not any(word.lower in ("and", ",") for word in between)
