"""Words of long ago: years, decades and centuries before what a report is of, old wars and plagues."""

import re
from datetime import date

from sayso.lexicon.phrases import phrase_length_at
from sayso.lexicon.policies import background_words
from sayso.model.text import Span
from sayso.text.words import words

YEAR = re.compile(r"(?<![\w.,$€£-])(1\d{3}|20\d{2})(?:s|'s|’s)?(?![\w%])(?! (?:people|men|women))")
MIN_YEARS_AGO = 20  # from the event; a sentence on it may name a later year for something else
OLD_YEAR = 1980  # the first that is not old where the day of the event is not known


def is_history(text: str, sentence: Span, first_day: date | None) -> bool:
    """Whether a sentence tells of a time long before the event of its report."""
    before = first_day.year - MIN_YEARS_AGO + 1 if first_day is not None else OLD_YEAR
    years = YEAR.finditer(text, sentence.start, sentence.end)
    if any(int(year.group(1)) < before for year in years):
        return True
    known = background_words().history
    spelt = [word.lower for word in words(text, sentence.start, sentence.end)]
    return any(phrase_length_at(known, spelt, at) for at in range(len(spelt)))
