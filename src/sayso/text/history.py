"""Words of long ago: "the flood of 1953", decades and centuries before what a report is of, old wars."""

import re
from datetime import date

from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.policies import background_words
from sayso.model.text import Span
from sayso.text.words import words

# A year that names what happened then. With "since" or "than" before it, it is only compared with.
NAMING_YEAR = re.compile(
    r"\bof (?:the )?(1\d{3}|20\d{2})(?:s|'s|’s)?(?![\w%])(?! (?:people|men|women))"
)
COMPARED = re.compile(r"\b(?:since|than|like)\b")
MIN_YEARS_AGO = 20  # from the event
OLD_YEAR = 1980  # the first that is not old where the day of the event is not known


def is_history(text: str, sentence: Span, first_day: date | None) -> bool:
    """Whether a sentence tells of a time long before the event of its report.

    A year in a sentence is not enough: the church that was hit may be of 1890.
    """
    before = first_day.year - MIN_YEARS_AGO + 1 if first_day is not None else OLD_YEAR
    for year in NAMING_YEAR.finditer(text, sentence.start, sentence.end):
        if int(year.group(1)) < before:
            return COMPARED.search(text, sentence.start, year.start()) is None
    known = background_words().history
    spelt = [word.lower for word in words(text, sentence.start, sentence.end)]
    return any(phrase_length_at(known, spelt, at) for at in range(len(spelt)))
