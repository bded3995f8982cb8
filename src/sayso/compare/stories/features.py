"""What of a report shows which happening it is of: names, numbers, days, the words of its head.

Lines that come again and again under reports of other weeks are the site's, not the report's.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from sys import intern

from sayso.lexicon.points import point_words
from sayso.model.text import Document
from sayso.text.dates import date_expressions
from sayso.text.intervals import resolve
from sayso.text.words import Word, words

HEAD_CHARACTERS = 900  # characters behind the title in which a report says what it is about
DATED_CHARACTERS = 1000  # characters in which it says when that was
MAX_DAYS_AFTER_FIRST = 2  # days beyond the first; a longer time dates no happening
STOCK_LINE_DAYS = 7  # days between two reports of which a line is a stock line
SENTENCE_ENDS = frozenset('.!?"“”')


@dataclass(frozen=True, slots=True)
class StoryFeatures:
    """Of one report: its words; how often its head, its names and its numbers have each of theirs.

    `days` are those that it speaks of first.
    """

    words: frozenset[str]
    head: Counter[str]
    names: Counter[str]
    numbers: Counter[str]
    days: frozenset[date]
    published: date | None
    outlet: str | None


class StockLines:
    """The lines of the reports seen so far, so that a site's can be told from a report's own."""

    def __init__(self, apart: int = STOCK_LINE_DAYS) -> None:
        self._apart = apart
        self._seen: dict[str, tuple[date, date]] = {}

    def see(self, document: Document) -> None:
        """Remember the lines of a report; seeing it twice changes nothing."""
        published = document.day
        if published is None:
            return
        for line in set(map(str.strip, document.text.split("\n"))):
            first, last = self._seen.get(line, (published, published))
            self._seen[line] = min(first, published), max(last, published)

    def without(self, text: str) -> str:
        """The text with its stock lines left empty; its first line is never one."""
        lines = text.lstrip().split("\n")
        return "\n".join([lines[0], *("" if self._stock(line) else line for line in lines[1:])])

    def _stock(self, line: str) -> bool:
        first, last = self._seen.get(line.strip(), (date.min, date.min))
        return (last - first).days > self._apart


def story_features(document: Document, stock: StockLines) -> StoryFeatures:
    """What shows which happening the report is of."""
    published = document.day
    text = stock.without(_without_furniture(document))
    tokens = words(text)
    title = words(document.title or "")
    head = [word for word in tokens if word.end <= HEAD_CHARACTERS]
    return StoryFeatures(
        words=frozenset(_informative_words([*tokens, *title])),
        head=Counter(_informative_words([*title, *head])),
        names=Counter(_name_words(text, tokens)),
        numbers=Counter(_numbers_with_nouns(text, tokens)),
        days=frozenset(_days_named(text[:DATED_CHARACTERS], published)),
        published=published,
        outlet=document.outlet,
    )


def _without_furniture(document: Document) -> str:
    """The text without its furniture."""
    pieces, place = [], 0
    for span in sorted(document.furniture):
        pieces.append(document.text[place : span.start])
        place = max(place, span.end)
    return "\n".join([*pieces, document.text[place:]])


def bare_word(word: str) -> str:
    """A word without its 's; the same word of many reports is in memory once."""
    return intern(word.removesuffix("'s").removesuffix("’s"))


def _is_informative(word: str) -> bool:
    return len(word) > 2 and not word[0].isdigit() and word not in point_words().common


def _informative_words(tokens: Sequence[Word]) -> Iterator[str]:
    return (word for word in (bare_word(token.lower) for token in tokens) if _is_informative(word))


def _is_capitalised(text: str, token: Word) -> bool:
    """Whether the word is written as a name is: a capital, then small letters."""
    letters = text[token.start : token.start + 2]
    return letters[:1].isupper() and letters[1:].islower()


def _name_words(text: str, tokens: Sequence[Word]) -> Iterator[str]:
    """The words that have a capital where no sentence begins."""
    for before, token in pairwise(tokens):
        gap = text[before.end : token.start]
        if before.lower in SENTENCE_ENDS or "\n" in gap or not _is_capitalised(text, token):
            continue
        name = bare_word(token.lower)
        if _is_informative(name):
            yield name


def _numbers_with_nouns(text: str, tokens: Sequence[Word]) -> Iterator[str]:
    """Numbers with what they are of: "15 year", "2100 block", "2100 block edwards"."""
    for at, token in enumerate(tokens):
        if not token.lower[0].isdigit():
            continue
        rest = [word for word in tokens[at + 1 : at + 5] if word.lower not in ("-", "of")][:2]
        if not rest or not rest[0].lower[0].isalpha():
            continue
        yield f"{token.lower} {bare_word(rest[0].lower)}"
        if len(rest) > 1 and _is_capitalised(text, rest[1]):
            yield f"{token.lower} {bare_word(rest[0].lower)} {bare_word(rest[1].lower)}"


def _days_named(text: str, published: date | None) -> Iterator[date]:
    for one in resolve(text, date_expressions(text), published):
        length = (one.last - one.first).days
        if length <= MAX_DAYS_AFTER_FIRST:
            yield from (one.first + timedelta(days=step) for step in range(length + 1))
