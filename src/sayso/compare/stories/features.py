"""What shows which story a report is of: its names, numbers, days, and the words of its head.

Lines that come back under reports of other weeks are the site's, and are left out.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from hashlib import blake2b
from itertools import chain, pairwise
from sys import intern

from sayso.compare.card import LineHash, StoryCard, StoryFeatures
from sayso.lexicon.points import point_words
from sayso.model.text import Document
from sayso.text.dates import date_expressions
from sayso.text.intervals import resolve_dates
from sayso.text.marks import without_possessive
from sayso.text.prepared import PreparedText
from sayso.text.words import Word, words

HEAD_CHARACTERS = 900  # of the text; there, a report says what it is about
DATED_CHARACTERS = 1000  # of the text; there, it says when that was
MAX_DAYS_AFTER_FIRST = 2  # of a date; a longer one dates no event
STOCK_LINE_DAYS = 7  # a line of reports that are further apart is a stock line
SENTENCE_ENDS = frozenset('.!?"“”')


class StockLines:
    """The lines of reports, so that a site's lines can be told from those of a report.

    A line is a stock line if reports more than `min_days` apart have it.
    """

    def __init__(self, min_days: int = STOCK_LINE_DAYS) -> None:
        self._min_days = min_days
        self._first_and_last: dict[LineHash, tuple[date, date]] = {}

    def remember_lines(self, lines: Iterable[LineHash], published: date | None) -> None:
        """Take in the lines of a report; a second time changes nothing."""
        if published is None:
            return
        known = self._first_and_last
        for line in lines:
            first, last = known.get(line, (published, published))
            known[line] = min(first, published), max(last, published)

    def among(self, lines: Iterable[LineHash]) -> frozenset[LineHash]:
        """The stock lines among some lines."""
        return frozenset(filter(self._is_stock, lines))

    def _is_stock(self, line: LineHash) -> bool:
        first, last = self._first_and_last.get(line, (date.min, date.min))
        return (last - first).days > self._min_days


def lines_in(text: str) -> frozenset[LineHash]:
    """The lines of a text that are not blank."""
    return frozenset(map(_line_hash, filter(None, map(str.strip, text.split("\n")))))


def story_card(document: Document, without: Collection[LineHash] = frozenset()) -> StoryCard:
    """What decides the story of a report, with the features of its text without some lines.

    Its furniture and its first line are never left out as stock lines: the one shows nothing anyway,
    and the other is about the report.
    """
    first, *others = _without_furniture(document).lstrip().split("\n")
    droppable = lines_in("\n".join(others))
    dropped = droppable & frozenset(without)
    kept = ("" if _line_hash(line.strip()) in dropped else line for line in others)
    text = "\n".join([first, *kept]) if dropped else "\n".join([first, *others])
    features = _features_of(document, document.text if text == document.text else text)
    return StoryCard(features, lines_in(document.text), droppable, dropped)


def story_features(document: Document, stock: StockLines) -> StoryFeatures:
    """What shows which story the report is of, without stock lines and furniture."""
    return story_card(document, stock.among(lines_in(_without_furniture(document)))).features


def _line_hash(line: str) -> LineHash:
    return blake2b(line.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _features_of(document: Document, text: str) -> StoryFeatures:
    text = text if isinstance(text, PreparedText) else PreparedText(text)
    tokens, title = words(text), words(document.title or "")
    head = (token for token in tokens if token.end <= HEAD_CHARACTERS)
    informative = _informative_words({token.lower for token in chain(tokens, title)})
    head_words = (informative.get(token.lower) for token in chain(title, head))
    return StoryFeatures(
        words=frozenset(informative.values()),
        head=Counter(word for word in head_words if word),
        names=Counter(_name_words(text, tokens, informative)),
        numbers=Counter(_numbers_with_nouns(text, tokens)),
        days=frozenset(_days_named(text, document.day)),
        published=document.day,
        outlet=document.outlet,
    )


def _without_furniture(document: Document) -> str:
    if not document.furniture:
        return document.text
    pieces, place = [], 0
    for span in sorted(document.furniture):
        pieces.append(document.text[place : span.start])
        place = max(place, span.end)
    return "\n".join([*pieces, document.text[place:]])


def _informative_words(lowers: set[str]) -> Mapping[str, str]:
    """The words of three letters or more that are not among the commonest, without a possessive."""
    common = point_words().common
    bare = {lower: bare_word(lower) for lower in lowers}
    return {
        lower: word
        for lower, word in bare.items()
        if len(word) > 2 and not word[0].isdigit() and word not in common
    }


def bare_word(word: str) -> str:
    """A word without a possessive ending; equal words of many reports are one string in memory."""
    return intern(without_possessive(word))


def _is_capitalised(text: str, token: Word) -> bool:
    """Whether the word is a capital and then a small letter, as a name is."""
    letters = text[token.start : token.start + 2]
    return letters[:1].isupper() and letters[1:].islower()


def _name_words(text: str, tokens: Sequence[Word], informative: Mapping[str, str]) -> Iterator[str]:
    """The informative words with a capital that do not begin a sentence."""
    for before, token in pairwise(tokens):
        name = informative.get(token.lower)
        if name is None or before.lower in SENTENCE_ENDS or not _is_capitalised(text, token):
            continue
        if "\n" not in text[before.end : token.start]:
            yield name


def _numbers_with_nouns(text: str, tokens: Sequence[Word]) -> Iterator[str]:
    """Numbers with the words behind: "15 year", "2100 block", "2100 block edwards"."""
    for index, token in enumerate(tokens):
        if not token.lower[0].isdigit():
            continue
        behind = [word for word in tokens[index + 1 : index + 5] if word.lower not in ("-", "of")]
        if not behind or not behind[0].lower[0].isalpha():
            continue
        number = f"{token.lower} {bare_word(behind[0].lower)}"
        yield number
        if len(behind) > 1 and _is_capitalised(text, behind[1]):
            yield f"{number} {bare_word(behind[1].lower)}"


def _days_named(text: str, published: date | None) -> Iterator[date]:
    """The days that the first DATED_CHARACTERS of a text name."""
    expressions = date_expressions(text, 0, min(len(text), DATED_CHARACTERS))
    for interval in resolve_dates(text, expressions, published):
        days_after_first = (interval.last - interval.first).days
        if days_after_first <= MAX_DAYS_AFTER_FIRST:
            for step in range(days_after_first + 1):
                yield interval.first + timedelta(days=step)
