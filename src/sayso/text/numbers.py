"""Numbers that count something, with their qualifiers: "at least 84", "20-30", "dozens".

How bounds are read:
- "at least 84", "more than 84", "over 84": 84 and no upper bound. "more than" is not turned into 85:
  people who record casualties write the number that is printed, and the words show the rest.
- "up to 20", "as many as 20", "fewer than 20": 20 and no lower bound.
- "about 50", "nearly 50", "a dozen", "half a dozen", "a hundred": that number, which is about right.
- "dozens", "several", "a number of": no bounds; a policy decides what they come to.
- "no one", "none": 0.

A year, age, date, time of day, measure, share, price, score, house or telephone number, ordinal,
and a number that is part of a name ("Flight 12") count nothing and are left out.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.lexicon.harms import harm_words
from sayso.lexicon.nouns import nouns
from sayso.lexicon.numbers import NumberWords, number_words
from sayso.model.happening import Precision
from sayso.text.cardinals import Cardinal, cardinal
from sayso.text.dates import date_expressions
from sayso.text.is_count import counts_something
from sayso.text.marks import DASHES
from sayso.text.prepared import read_once
from sayso.text.shares import share
from sayso.text.words import Word, lower_at, words

MAX_QUALIFIERS = 3  # before one number: "at least some 50"
MAX_REMEMBERED_WORDS = 50_000  # whether each may begin a number


@dataclass(frozen=True, slots=True)
class Number:
    """A number at [start, end), qualifier included; `bare` is where the number itself starts."""

    start: int
    end: int
    low: int | None
    high: int | None
    kind: Precision
    bare: int


@dataclass(frozen=True, slots=True)
class _BareNumber:
    """A number without qualifiers: words [at, after), its bounds and kind; `shared` of a share."""

    at: int
    after: int
    low: int | None
    high: int | None
    kind: Precision
    shared: bool = False


@read_once
def numbers(text: str, start: int = 0, end: int | None = None) -> Sequence[Number]:
    """The numbers in text[start:end] that count something, in text order.

    Only these characters are read. The places are those of the whole text.

    >>> text = "At least 84 men and some 50 others, aged 20 to 30, met 12 times in 2019."
    >>> [(text[number.start:number.end], number.low, number.high) for number in numbers(text)]
    [('At least 84', 84, None), ('some 50', 50, 50)]
    """
    lexicon, tokens = number_words(), words(text, start, end)
    openers = [at for at, token in enumerate(tokens) if _may_begin_number(token.lower)]
    dates = date_expressions(text, start, end) if openers else ()
    dated = {place for date in dates for place in range(date.start, date.end)}
    found = []
    after = 0
    for at in openers:
        if at < after or tokens[at].start in dated:
            continue
        bare = _number_at(text, tokens, at, lexicon)
        if bare is None:
            continue
        if bare.shared or counts_something(text, tokens, bare.at, bare.after):
            found.append(_with_qualifiers(tokens, bare, lexicon))
        after = bare.after
    return found


@lru_cache(MAX_REMEMBERED_WORDS)
def _may_begin_number(lower: str) -> bool:
    lexicon = number_words()
    return (
        lower[0].isdigit()
        or lower in lexicon.ones
        or lower in lexicon.tens
        or lower in lexicon.vague
        or lower in lexicon.fixed
        or lower in lexicon.around.openers
    )


def _number_at(
    text: str, tokens: Sequence[Word], at: int, lexicon: NumberWords
) -> _BareNumber | None:
    """The number that begins at this word: a phrase, a range or a cardinal."""
    lower = tokens[at].lower
    if lower == "no" and _may_count_nobody(lower_at(tokens, at + 1)):
        return _BareNumber(at, at + 1, 0, 0, Precision.EXACT)
    part = share(text, tokens, at)
    if part is not None:
        kind = Precision.ABOUT if part.round else Precision.EXACT
        return _BareNumber(at, part.after, part.value, part.value, kind, shared=True)
    for phrase, value in lexicon.fixed.get(lower, ()):
        if _phrase_stands(tokens, at, phrase):
            return _BareNumber(at, at + len(phrase), value, value, Precision.EXACT)
    is_asked = lower_at(tokens, at - 1) in lexicon.around.not_before_vague
    for vague in () if is_asked else lexicon.vague.get(lower, ()):
        if _phrase_stands(tokens, at, vague):
            return _BareNumber(at, at + len(vague), None, None, Precision.VAGUE)
    if lower == "between":
        return _between_two(text, tokens, at)
    first = cardinal(text, tokens, at)
    return _range_or_single(text, tokens, at, first, lexicon) if first else None


def _may_count_nobody(behind: str) -> bool:
    """Whether "no" before this word is a count: "no casualties", "no passenger"."""
    if behind in number_words().around.after_no or behind in harm_words().people:
        return behind not in harm_words().around.before_counted
    return nouns().is_people(behind) or nouns().is_person(behind)


def _between_two(text: str, tokens: Sequence[Word], at: int) -> _BareNumber | None:
    joining = number_words().around.between_bounds
    first = cardinal(text, tokens, at + 1) if at + 1 < len(tokens) else None
    if first is None or lower_at(tokens, first.after) not in joining:
        return None
    behind = _index_behind_qualifier(tokens, first.after + 1)
    last = cardinal(text, tokens, behind) if behind < len(tokens) else None
    if last is None or last.value <= first.value:
        return None
    return _BareNumber(at, last.after, first.value, last.value, Precision.RANGE)


def _index_behind_qualifier(tokens: Sequence[Word], at: int) -> int:
    """The index behind a qualifier that stands here: "between 80 and [more than] 100"."""
    lexicon = number_words()
    for size in range(MAX_QUALIFIERS, 0, -1):
        phrases = lexicon.before.get(lower_at(tokens, at + size - 1), ())
        if any(len(phrase) == size and _phrase_stands(tokens, at, phrase) for phrase, _ in phrases):
            return at + size
    return at


def _range_or_single(
    text: str, tokens: Sequence[Word], at: int, first: Cardinal, lexicon: NumberWords
) -> _BareNumber:
    """Read "20 to 30", "20-30", "two or three"; else the first number alone."""
    kind = Precision.ABOUT if first.round else Precision.EXACT
    alone = _BareNumber(at, first.after, first.value, first.value, kind)
    middle = lower_at(tokens, first.after)
    behind = first.after + (3 if _is_hyphened_to(tokens, first.after) else 1)
    if middle not in lexicon.around.range or behind >= len(tokens):
        return alone
    if middle == "to" and _tells_change(tokens, at, lexicon):
        return alone
    last = cardinal(text, tokens, behind)
    if last is None:
        return alone
    low, high = first.value * _shared_multiplier(tokens, first, last, lexicon), last.value
    if low >= high or (middle == "or" and high > 2 * low + 1):
        return alone
    return _BareNumber(at, last.after, low, high, Precision.RANGE)


def _is_hyphened_to(tokens: Sequence[Word], at: int) -> bool:
    """Whether "-to-" stands here: "four-to-six"."""
    return (
        lower_at(tokens, at) in DASHES
        and lower_at(tokens, at + 1) == "to"
        and lower_at(tokens, at + 2) in DASHES
    )


def _shared_multiplier(
    tokens: Sequence[Word], first: Cardinal, last: Cardinal, lexicon: NumberWords
) -> int:
    """What multiplies both numbers: dozen in "two to three dozen"."""
    word = lower_at(tokens, last.after - 1)
    scale = lexicon.scales.get(word) or lexicon.groups.get(word) or 1
    return scale if first.value * scale < last.value else 1


def _tells_change(tokens: Sequence[Word], at: int, lexicon: NumberWords) -> bool:
    """Whether "from 31 to 35" tells how a number changed: "rose from 31 to 35"."""
    before = {lower_at(tokens, at - step) for step in range(1, 7)}
    return lower_at(tokens, at - 1) == "from" and bool(before & lexicon.around.change)


def _phrase_stands(tokens: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    return all(lower_at(tokens, at + step) == word for step, word in enumerate(phrase))


def _with_qualifiers(tokens: Sequence[Word], bare: _BareNumber, lexicon: NumberWords) -> Number:
    """The number with the qualifiers on both sides; the outermost one that bounds it wins."""
    at, kind = bare.at, bare.kind
    for _ in range(MAX_QUALIFIERS):
        hit = _qualifier_before(tokens, at, lexicon)
        if hit is None:
            break
        at = hit[0]
        if hit[1] in (Precision.AT_LEAST, Precision.AT_MOST) or (
            hit[1] == Precision.ABOUT and kind == Precision.EXACT
        ):
            kind = hit[1]
    after, behind = _qualifier_behind(tokens, bare.after, lexicon)
    kind = behind or kind
    low, high = bare.low, bare.high
    if bare.kind in (Precision.VAGUE, Precision.RANGE):
        kind = bare.kind
    elif kind == Precision.AT_LEAST:
        high = None
    elif kind == Precision.AT_MOST:
        low = None
    start = tokens[at].start
    return Number(start, tokens[after - 1].end, low, high, kind, tokens[bare.at].start)


def _is_verb_particle(tokens: Sequence[Word], at: int, size: int, lexicon: NumberWords) -> bool:
    """Whether "over" belongs to the verb before it: "hand over three"."""
    over = size == 1 and tokens[at].lower == "over"
    return over and lower_at(tokens, at - 1) in lexicon.around.over_verbs


def _qualifier_before(
    tokens: Sequence[Word], at: int, lexicon: NumberWords
) -> tuple[int, Precision] | None:
    """The longest qualifier that ends before this word, and where it begins."""
    for phrase, kind in lexicon.before.get(lower_at(tokens, at - 1), ()):
        start = at - len(phrase)
        if start < 0 or not _phrase_stands(tokens, start, phrase):
            continue
        if not _is_verb_particle(tokens, start, len(phrase), lexicon):
            return start, kind
    return None


def _qualifier_behind(
    tokens: Sequence[Word], after: int, lexicon: NumberWords
) -> tuple[int, Precision | None]:
    """The index behind a qualifier that follows the number, and its kind."""
    for phrase, kind in lexicon.behind.get(lower_at(tokens, after), ()):
        if _phrase_stands(tokens, after, phrase):
            return after + len(phrase), kind
    return after, None
