"""Whether a figure counts all victims of one event, by the words around it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise, takewhile

from sayso.compare.figures.said_when import days_between
from sayso.compare.terms import bare_lower
from sayso.lexicon.counts import count_words
from sayso.lexicon.numbers import number_words
from sayso.lexicon.people import nations
from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.policies import background_words
from sayso.lexicon.victims import victim_words
from sayso.model.happening import Figure
from sayso.model.text import Document, Span
from sayso.text.dates import date_expressions
from sayso.text.words import Word, words

MAX_WORDS_BEHIND = 8  # the number, where "each" or "also" may stand
MAX_WORDS_IN_RELATIVE = 4  # from "that" to the number
MAX_WORDS_TO_RELATIVE = 10  # before "that", where the event is named
MAX_WORDS_TO_PART = 4  # from "among" to the number: "among the injured, two"
MAX_WORDS_TO_VERB = 8  # from "raised" to the number
MAX_CHARACTERS_TO_MORE = 120  # from a number to others that are added
MAX_SENTENCE_CHARACTERS = 400  # on either side of a number
MAX_CHARACTERS_TO_VICTIMS = 40  # from a number to the words for those it counts, shown with it


def counts_whole(document: Document, figure: Figure, sentence: Span) -> bool:
    """Whether nothing in its sentence makes a figure one of a part, or of another event.

    >>> from sayso.model.happening import Precision
    >>> text = "Two people were killed at each gate. The blast killed nine people."
    >>> document = Document("a.txt", text)
    >>> figures = [Figure(Span(text.index(number), text.index(number) + len(number)), low, low,
    ...            Precision.EXACT, None, None, None, None, None, False)
    ...            for number, low in (("Two", 2), ("nine", 9))]
    >>> [counts_whole(document, one, Span(at, at + 36)) for one, at in zip(figures, (0, 37))]
    [False, True]
    """
    if figure.part_of is not None or figure.hypothetical:
        return False
    before, behind = _words_around(document, figure, sentence)
    known = count_words()
    if not known.another.isdisjoint(before) or not known.also.isdisjoint(before[-4:]):
        return False
    near = behind[:MAX_WORDS_BEHIND]
    if not (known.each | known.also).isdisjoint(near):
        return False
    if not background_words().since.isdisjoint(
        _lowers(_clause_behind(document, figure.span, sentence))
    ) or _is_added_to(document, figure):
        return False
    if any(pair[0] in background_words().since and pair[1] == "then" for pair in pairwise(before)):
        return False
    if any(phrase_length_at(known.another_behind, near, at) for at in range(len(near))):
        return False
    return not _is_part(before, near)


def introduces_event(document: Document, figure: Figure, sentence: Span) -> bool:
    """Whether a number is of an event named here for the first time: "an attack that killed 20"."""
    before, _ = _words_around(document, figure, sentence)
    known = count_words()
    near = before[-MAX_WORDS_IN_RELATIVE:]
    at = next((at for at, lower in enumerate(near) if lower in known.relative), None)
    if at is None:
        return False
    named = before[: len(before) - len(near) + at][-MAX_WORDS_TO_RELATIVE:]
    return not known.indefinite.isdisjoint(named)


def places_beside(document: Document, sentence: Span) -> frozenset[str]:
    """The names behind "in", "at" and the like in a sentence, in lower case, without days."""
    end = min(sentence.end, sentence.start + 2 * MAX_SENTENCE_CHARACTERS)
    tokens = words(document.text, sentence.start, end)
    dates = date_expressions(document.text, sentence.start, end)
    dated = {place for day in dates for place in range(day.start, day.end)}
    return frozenset(
        bare_lower(word)
        for before, word in pairwise(tokens)
        if before.lower in count_words().before_place
        and document.text[word.start].isupper()
        and word.start not in dated
        and bare_lower(word) not in count_words().wide_places
        and nations().country(bare_lower(word)) is None
    )


def has_grown(document: Document, figure: Figure, sentence: Span) -> bool:
    """Whether the report says that a number grew to what it is: "the toll rose to 35"."""
    before, _ = _words_around(document, figure, sentence)
    near = before[-MAX_WORDS_TO_VERB:]
    return "to" in near[-3:] and not count_words().grown.isdisjoint(near)


def is_of_earlier_day(document: Document, sentence: Span, at: Span, day: date | None) -> bool:
    """Whether a number's sentence names a time that was over before a day: "in 2016, when 17 died".

    A time behind the number counts up to the next comma. Where the day is not known, any year
    that is named counts.
    """
    start = max(sentence.start, at.start - MAX_SENTENCE_CHARACTERS)
    clause = _clause_behind(document, at, sentence)
    end = clause[-1].end if clause else at.end
    if day is not None:
        found = days_between(document.text, start, end, document.day)
        return any(last < day for _, _, last in found)
    return any(
        len(word.lower) == 4 and word.lower[:2] in ("19", "20") and word.lower.isdecimal()
        for word in words(document.text, start, end)
    )


def figure_words(document: Document, figure: Figure) -> str:
    """The number with the words for those it counts, on one line."""
    shown, who = figure.span, figure.who
    if who and 0 <= who.start - shown.end <= MAX_CHARACTERS_TO_VICTIMS:
        shown = Span(shown.start, who.end)
    return " ".join(document[shown].split())


def _words_around(
    document: Document, figure: Figure, sentence: Span
) -> tuple[list[str], list[str]]:
    """The words of the sentence before a number and behind it, in lower case."""
    start = max(sentence.start, figure.span.start - MAX_SENTENCE_CHARACTERS)
    end = min(sentence.end, figure.span.end + MAX_SENTENCE_CHARACTERS)
    before = _lowers(words(document.text, start, figure.span.start))
    return before, _lowers(words(document.text, figure.span.end, max(figure.span.end, end)))


def _clause_behind(document: Document, at: Span, sentence: Span) -> list[Word]:
    """The words behind a number, up to the next comma or the like."""
    end = max(at.end, min(sentence.end, at.end + MAX_SENTENCE_CHARACTERS))
    marks = count_words().clause_marks
    tokens = words(document.text, at.end, end)
    return [*takewhile(lambda word: word.lower not in marks, tokens)]


def _lowers(tokens: Sequence[Word]) -> list[str]:
    return [word.lower for word in tokens if word.lower[0].isalnum()]


def _is_part(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether the number counts some of the victims, or people who are not victims themselves."""
    known = count_words()
    if " ".join(behind[:2]) in known.part_behind or _is_of_number(behind):
        return True
    if behind[:1] and behind[0] in victim_words().further - {"other", "others"}:
        return True
    near = before[-MAX_WORDS_TO_PART:]
    if not known.part_before.isdisjoint(near) or _names_whole(near):
        return True
    if before[-1:] != ["of"]:
        return False
    return len(before) < 2 or before[-2] not in known.whole


def _names_whole(before: Sequence[str]) -> bool:
    """Whether "of the" and another number stand just before it: "of the thirty, seven"."""
    places = range(len(before) - 2)
    return any(
        [*before[at : at + 2]] == ["of", "the"] and _is_number(before[at + 2]) for at in places
    )


def _is_of_number(behind: Sequence[str]) -> bool:
    """Whether "of" and another number stand behind: "seven of nine"."""
    if len(behind) < 2 or behind[0] != "of":
        return False
    return _is_number(behind[1])


def _is_added_to(document: Document, figure: Figure) -> bool:
    """Whether others are added soon behind it: "Seven came down. One more lies in the gorge."."""
    end = min(len(document.text), figure.span.end + MAX_CHARACTERS_TO_MORE)
    behind = _lowers(words(document.text, figure.span.end, end))
    return any(_is_number(number) and more == "more" for number, more in pairwise(behind))


def _is_number(lower: str) -> bool:
    known = number_words()
    return lower.isdecimal() or lower in known.ones or lower in known.tens
