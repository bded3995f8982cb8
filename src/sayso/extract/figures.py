"""How many, and what happened to them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sayso.extract.asides import aside_end
from sayso.extract.body import body
from sayso.extract.harming import Harming, harmings
from sayso.extract.implied import find_ones
from sayso.extract.occasions import placed
from sayso.lexicon.actors import nouns, small
from sayso.lexicon.harms import Frame, harm_words
from sayso.model.happening import Event, Figure, Harm, Precision, When
from sayso.model.text import Document, Span
from sayso.text.numbers import Number, numbers
from sayso.text.sentences import sentences
from sayso.text.words import Word, words

PHRASE = 6  # words between a number and the noun that it counts
REACH = 14  # words between those counted and what was done to them
LEFT = 7  # words between a verb and the number of its object
OWNERS = ("his", "her", "their", "its", "the")
HELD = frozenset({Harm.CAPTURED})  # hostages and prisoners can come to other harm
STOPS = frozenset('.;:!?"“”–—')
LOOSE = frozenset({Precision.IMPLIED, Precision.VAGUE})  # says nothing unless people came to harm
GOVERNING = frozenset({"to", "by", "from", "for"})  # no subject stands behind one


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number in its sentence: words [first, last), and [noun, stop) for those it counts."""

    number: Number
    first: int
    last: int
    noun: int
    stop: int

    @property
    def has_noun(self) -> bool:
        """Whether those counted are named."""
        return self.noun < self.stop


@dataclass(slots=True)
class _Reading:
    """What is known of a counted group as the sentence is read."""

    counted: _Counted
    harming: Harming | None = None
    part_of: int | None = None
    listed: bool = False  # behind "including", whose harm is that of the whole


def find_figures(
    document: Document, events: Sequence[Event], times: Sequence[When] = ()
) -> tuple[Figure, ...]:
    """The numbers of people in a report, with the harm done to them where the sentence says it.

    `claim` is left for the caller. Which event a figure is of, occasions.py says.
    """
    text = body(document)
    every = numbers(text)
    starts = [one.start for one in every]
    found: dict[str, Figure] = {}
    triggers = sorted((event.trigger, event.id) for event in events)
    for start, end in sentences(text):
        tokens = words(text, start, end)
        own = every[bisect_left(starts, start) : bisect_left(starts, end)]
        done = harmings(tokens)
        if not own and not done:
            continue
        for figure in _in_sentence(text, tokens, own, done, triggers):
            found.setdefault(figure.id, figure)
    return placed(text, sorted(found.values(), key=lambda figure: figure.span), events, times)


def _in_sentence(
    text: str,
    tokens: Sequence[Word],
    own: Sequence[Number],
    done: Sequence[Harming],
    triggers: Sequence[tuple[Span, str]],
) -> Iterator[Figure]:
    counted = [_counted(tokens, number) for number in own]
    if done:
        counted += _implied(text, tokens, counted)
    counted.sort(key=lambda one: one.first)
    readings = [_Reading(one) for one in counted]
    for at, reading in enumerate(readings):
        _read(tokens, readings, at, done)
        reading.part_of = _part_of(tokens, readings, at)
    made: list[Figure | None] = []
    for at in range(len(readings)):
        made.append(_figure(tokens, readings, at, triggers, made))
    yield from (one for one in made if one is not None)


def _counted(tokens: Sequence[Word], number: Number) -> _Counted:
    """The number with the noun phrase behind it."""
    starts = [word.start for word in tokens]
    first, last = bisect_right(starts, number.start) - 1, bisect_left(starts, number.end)
    people, known = harm_words().people, nouns()
    at, noun = last, None
    while at < len(tokens) and at - last < PHRASE:
        lower = tokens[at].lower
        if lower in people or (lower in known and known[lower].human):
            noun = at
        elif (
            (noun is not None and lower not in "-‐‑")
            or lower in STOPS
            or lower in (",", "and", "or")
            or (lower in small("verb") and lower not in harm_words().described)
            or _closes(lower, at == last)
        ):
            break
        at += 1
    if noun is None:
        return _Counted(number, first, last, last, last)
    begins = last
    while begins < noun and tokens[begins].lower in (
        "of",
        "the",
        "its",
        "their",
        "his",
        "our",
        "more",
    ):
        begins += 1
    return _Counted(number, first, last, begins, noun + 1)


def _closes(lower: str, opens: bool) -> bool:
    """Whether a word ends the search for the noun: a verb's helper or a preposition."""
    lexicon = harm_words()
    if lower in lexicon.predicates and any(
        one.frame is not Frame.NOUNS for one in lexicon.predicates[lower]
    ):
        return True
    if lower in ("more", "other", "others", "all"):
        return False
    return (lower in lexicon.passive or lower in lexicon.preposition) and not (
        opens and lower == "of"
    )


def _implied(text: str, tokens: Sequence[Word], known: Sequence[_Counted]) -> list[_Counted]:
    """One person told without a number: "a soldier was killed", "Ana Roll died"."""
    taken = {place for one in known for place in range(one.first, one.stop)}
    out = []
    for one in find_ones(text, tokens, taken):
        last = one.noun if one.article else one.stop
        start, end = tokens[one.first].start, tokens[last - 1].end
        if one.article:
            end = tokens[one.first].end
        number = Number(start, end, 1, 1, Precision.IMPLIED, start)
        out.append(_Counted(number, one.first, one.noun, one.noun, one.stop))
    return out


def _read(
    tokens: Sequence[Word], readings: list[_Reading], at: int, done: Sequence[Harming]
) -> None:
    """What was done to the counted: a verb before its object, else what stands behind them."""
    one = readings[at].counted
    left = _left(tokens, readings, at, done)
    right = _right(tokens, readings, at, done)
    if right is not None and one.last <= right.first < one.stop and right.harm not in HELD:
        left = None  # "no deaths": the noun itself says what was done
    if left is not None and right is not None:
        gap = one.first - left.last
        nearer = gap > right.first - one.stop >= 0
        joined = any(word.lower in ("and", ",") for word in tokens[one.stop : right.first])
        left = None if nearer and not joined else left
    readings[at].harming = left or right


def _right(
    tokens: Sequence[Word], readings: Sequence[_Reading], at: int, done: Sequence[Harming]
) -> Harming | None:
    """What stands behind those counted: "were killed", "dead", "and 47 others died"."""
    lexicon = harm_words()
    one = readings[at].counted
    inside = next((h for h in done if one.last <= h.first < one.stop), None)
    if inside is not None:
        return inside
    place, began = one.stop, one.stop
    limit = began + REACH
    governed = one.first > 0 and tokens[one.first - 1].lower in GOVERNING
    loose = False  # within a phrase that says where or of which
    while place < len(tokens) and place <= limit:
        here = next((h for h in done if h.first == place), None)
        if here is not None and _takes_subject(here, place == began or not loose):
            return _worse(tokens, readings, here, done)
        lower = tokens[place].lower
        behind = aside_end(tokens, place) if not governed else None
        if behind is not None:
            limit += behind - place
            place, loose = behind, False
            continue
        following = next((r.counted for r in readings[at + 1 :] if r.counted.first == place), None)
        if following is not None:
            place = following.stop
            loose = False
            continue
        if lower in STOPS or governed:
            return None
        if lower in lexicon.preposition:
            loose = True
        elif lower in lexicon.passive or lower.endswith("ly"):
            loose = False
        elif lower in ("and", ",", "or", "as", "well", "plus", *OWNERS) or loose:
            pass
        else:
            return None
        place += 1
    return None


def _worse(
    tokens: Sequence[Word], readings: Sequence[_Reading], here: Harming, done: Sequence[Harming]
) -> Harming:
    """Death, where those harmed also died of it: "was shot and killed", "who was shot has died"."""
    if here.harm is not Harm.INJURED:
        return here
    for other in done:
        if other.harm is not Harm.KILLED or not 0 <= other.first - here.last <= REACH:
            continue
        between = range(here.last, other.first)
        joined = bool(between) and tokens[other.first - 1].lower in ("and", "then", "later")
        verbal = other.frame is Frame.HAPPEN or other.passive or joined
        if verbal and not any(one.counted.first in between for one in readings):
            return other
    return here


def _takes_subject(here: Harming, near: bool) -> bool:
    if here.frame is Frame.NOUNS:
        return False
    return here.frame is not Frame.VERBS or here.passive or near


def _left(
    tokens: Sequence[Word], readings: Sequence[_Reading], at: int, done: Sequence[Harming]
) -> Harming | None:
    """What stands before its object: "killed 12", "the deaths of 12", "killed 12 men and 3 boys"."""
    lexicon = harm_words()
    one = readings[at].counted
    place = one.first - 1
    while place >= 0 and one.first - place <= LEFT:
        here = next((h for h in done if h.last == place + 1), None)
        if here is not None:
            if here.frame is Frame.NOUNS and not _leads(tokens[here.last : one.first]):
                return None
            return here if here.takes_object else None
        lower = tokens[place].lower
        before = next((r for r in readings[:at] if r.counted.stop == place + 1), None)
        if before is not None:
            joined = any(
                t.lower in ("and", ",", "as", "plus") for t in tokens[place + 1 : one.first]
            )
            taken = before.harming
            if (
                joined
                and taken is not None
                and taken.takes_object
                and taken.last <= before.counted.first
            ):
                return taken
            return None
        if lower in STOPS or not (
            lower in lexicon.object
            or lower in ("and", ",", "well", "plus", "by")
            or lower.endswith("ly")
        ):
            return None
        if lower == "by":
            return None
        place -= 1
    return None


def _leads(between: Sequence[Word]) -> bool:
    """Whether the words between a noun of harm and a number tie them: "of", "rose to"."""
    return bool(between) and not any(word.lower in ("and", ",") for word in between)


def _part_of(tokens: Sequence[Word], readings: Sequence[_Reading], at: int) -> int | None:
    """Of which figure before it this one counts a part: "12 dead, five of them children"."""
    lexicon = harm_words()
    one = readings[at].counted
    before = [word.lower for word in tokens[max(0, one.first - 3) : one.first]]
    behind = [word.lower for word in tokens[one.last : one.last + 2]]
    if before[-1:] == ["among"]:
        before = []  # "he was among 30 wounded": of these, not these of others
    subset = bool(set(before) & lexicon.subset) or (
        behind[:1] == ["of"] and behind[1:] and behind[1] in lexicon.of_them
    )
    if not subset:
        joined = bool(before) and before[-1] in ("and", ",") and at > 0
        beside = readings[at - 1] if joined else None
        near = beside is not None and one.first - beside.counted.stop == 1
        return beside.part_of if beside and near and beside.listed else None
    wholes = [
        place
        for place in range(at)
        if readings[place].harming is not None and readings[place].part_of is None
    ]
    readings[at].listed = bool(set(before) & lexicon.subset)
    return wholes[-1] if wholes else None


def _figure(
    tokens: Sequence[Word],
    readings: Sequence[_Reading],
    at: int,
    triggers: Sequence[tuple[Span, str]],
    made: Sequence[Figure | None],
) -> Figure | None:
    reading = readings[at]
    one, number = reading.counted, reading.counted.number
    whole = made[reading.part_of] if reading.part_of is not None else None
    harming = reading.harming
    if whole is not None and (reading.listed or harming is None):
        harming = readings[reading.part_of or 0].harming
    harm: Harm | None = harming.harm if harming else (whole.harm if whole else None)
    if harm is None and (not one.has_noun or number.high == 1 or number.kind in LOOSE):
        return None
    who = Span(tokens[one.noun].start, tokens[one.stop - 1].end) if one.has_noun else None
    if who is None and at and made[at - 1] is not None and whole is None:
        last = made[at - 1]
        who = last.who if last and last.harm is not None and harm is not None else None
    event = None
    if harming is not None:
        trigger = Span(tokens[harming.first].start, tokens[harming.last - 1].end)
        event = next((name for span, name in triggers if span.touches(trigger)), None)
    return Figure(
        span=Span(number.start, number.end),
        low=number.low,
        high=number.high,
        kind=number.kind,
        harm=harm,
        who=who,
        event=event,
        claim=None,
        part_of=whole.id if whole else None,
        hypothetical=bool(harming and harming.unreal),
    )
