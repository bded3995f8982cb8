"""Labels before turns: "Q:", "RON DOBBS, RAILMEN'S UNION:", "[00:02:11] HOST:", "A1."."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise

from sayso.lexicon.floor import floor_words
from sayso.model.text import Span
from sayso.text.paragraphs import paragraphs

MAX_NAME_WORDS = 8
MIN_TURNS = 3
TIME = r"(?:[\[(]?(?:T[+-])?\d{1,2}[:.]\d\d(?:[:.]\d\d)?[\])]?|\d{4})[ \t]+"
LETTER = re.compile(
    rf"[*_]*(?:{TIME})?[*_]*(?P<name>[QA](?=\d{{0,3}}(?:\.:|[.:)/]|[ \t]))|Question|Answer)\d{{0,3}}[*_]*"
    r"(?:\.:|[.:)/])?[*_]*[ \t]+(?=\S)"
)
NAMED = re.compile(
    rf"[*_\"“]*(?P<time>{TIME})?[*_]*(?P<name>[^\W\d_][^\n:?!“”\"]{{0,78}}?)(?:[ \t]*\([^()\n]{{1,60}}\))?"
    r"[*_]*:[*_]*[ \t]+(?=\S)"
)
LINE_NAME = re.compile(r"[^\W\d_]+(?:[ .'’-]+[^\W\d_]+){0,3}")
MAX_LINE_CHARACTERS = 40  # of a label on a line of its own
TITLED = re.compile(r"[^\W\d_]")
SMALL = frozenset(
    ("of", "for", "the", "and", "de", "la", "von", "van", "at", "in", "to", "der", "a")
)


class Role(Enum):
    """What a label says of its turn; an unnamed one plays somebody's voice."""

    ASKS = auto()
    ANSWERS = auto()
    NAMED = auto()
    UNNAMED = auto()


@dataclass(frozen=True, slots=True)
class Turn:
    """The words of one turn, and those of its label; `name` is the part that names somebody.

    `speaker` is who speaks, where another line says so.
    """

    role: Role
    label: Span
    name: Span
    text: Span
    speaker: Span | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """A paragraph that opens with a label; `speaker` is who speaks, where another line says so."""

    paragraph: int
    role: Role
    key: str
    label: Span
    name: Span
    speaker: Span | None = None


def turns_of(text: str, found: Sequence[Labelled]) -> list[Turn]:
    """The turns of labelled paragraphs, each with the paragraphs that go on with it."""
    spans = paragraphs(text)
    turns = []
    last = found[-1].paragraph if found else 0
    for one, later in pairwise([*found, None]):
        if one is None:
            break
        stop = later.label.start if later is not None else len(text)
        end = spans[one.paragraph][1]
        after = one.paragraph + 1
        while (
            one.role is not Role.UNNAMED
            and after < last
            and spans[after][0] < stop
            and _goes_on(text, spans[after])
        ):
            end, after = spans[after][1], after + 1
        turns.append(Turn(one.role, one.label, one.name, Span(one.label.end, end), one.speaker))
    return turns


def lettered(text: str, spans: Sequence[tuple[int, int]]) -> list[Labelled]:
    """Questions and answers with letters; both must occur, and an answer first behind a question."""
    found: list[Labelled] = []
    for number, (start, end) in enumerate(spans):
        match = LETTER.match(text, start, end)
        if match is None or match.end() >= end:
            continue
        role = Role.ASKS if match["name"][0] == "Q" else Role.ANSWERS
        if role is Role.ANSWERS and not found:
            continue
        name = Span(*match.span("name"))
        found.append(Labelled(number, role, match["name"], Span(start, match.end()), name))
    roles = Counter(one.role for one in found)
    bare = sum(text[one.label.start : one.label.end].strip() in "QA" for one in found)
    asked = roles[Role.ASKS]
    sure = asked >= (2 if bare else 1) and 2 * roles[Role.ANSWERS] >= asked
    return found if sure and roles[Role.ANSWERS] else []


def named(text: str, spans: Sequence[tuple[int, int]]) -> list[Labelled]:
    """Turns whose labels name somebody: at least two do, and one of them speaks again.

    Where the labels have lines of their own, two must speak again.
    """
    numbers = range(len(spans))
    before_colon = [named_label(text, number, spans[number]) for number in numbers]
    found = [one for one in before_colon if one is not None]
    if _are_talking(found):
        return found
    on_lines = [_line_label(text, number, spans) for number in numbers]
    found = [one for one in on_lines if one is not None]
    again = sum(count > 1 for count in Counter(one.key for one in found).values())
    return found if again > 1 and _are_talking(found) else []


def named_label(text: str, number: int, span: tuple[int, int]) -> Labelled | None:
    """What a paragraph says before a colon, if that may name whoever speaks."""
    start, end = span
    match = NAMED.match(text, start, end)
    if match is None or match.end() >= end:
        return None
    name = Span(*match.span("name"))
    words = text[name.start : name.end].lower()
    if not _is_name(text[name.start : name.end]) or words in floor_words().nobody:
        return None
    first = name.start + len(text[name.start : name.end].split(",")[0].rstrip(" *_"))
    name = Span(name.start, first)
    key = text[name.start : name.end].casefold().split()[-1]
    return Labelled(number, _role_of(words), key, Span(start, match.end()), name)


def _line_label(text: str, number: int, spans: Sequence[tuple[int, int]]) -> Labelled | None:
    """A name in capitals that has a line of its own before whoever bears it speaks."""
    start, end = spans[number]
    line = text[start:end]
    name = line.rstrip(":").strip("*_ ")
    if end - start > MAX_LINE_CHARACTERS or number + 1 >= len(spans) or not name.isupper():
        return None
    if not LINE_NAME.fullmatch(name) or name.lower() in floor_words().nobody:
        return None
    named = Span(start + line.index(name), start + line.index(name) + len(name))
    label = Span(start, spans[number + 1][0])
    return Labelled(number + 1, _role_of(name.lower()), name.casefold().split()[-1], label, named)


def _role_of(words: str) -> Role:
    lexicon = floor_words()
    if words in lexicon.unnamed:
        return Role.UNNAMED
    asks, answers = words in lexicon.asking, words in lexicon.answering
    return Role.ASKS if asks else Role.ANSWERS if answers else Role.NAMED


def _are_talking(found: Sequence[Labelled]) -> bool:
    """Whether labelled paragraphs are turns: near to one another, and somebody speaks again."""
    if sum(one.role is Role.UNNAMED for one in found) > 1:
        return True
    counts = Counter(one.key for one in found)
    if len(found) < MIN_TURNS or len(counts) < 2 or max(counts.values()) < 2:
        return False
    near = sum(later.paragraph - one.paragraph <= 3 for one, later in pairwise(found))
    return near >= (len(found) - 1) * 0.7


def _is_name(name: str) -> bool:
    """Whether the words before a colon may name somebody: they have capitals, but for small ones."""
    words = name.split(",")[0].split()
    if not 0 < len(words) <= MAX_NAME_WORDS:
        return False
    titled = [word for word in words if TITLED.search(word) and word.lower() not in SMALL]
    if not titled or not words[0][0].isupper():
        return False
    capital = sum(word.lstrip("'’(")[:1].isupper() for word in titled)
    return capital == len(titled) or (len(titled) <= 5 and titled[-1][0].isupper() and capital >= 2)


def _goes_on(text: str, span: tuple[int, int]) -> bool:
    """Whether a paragraph without a label belongs to the turn before: no stage direction."""
    return text[span[0]] not in '([“"*'
