"""The language of a report."""

import re
from collections import Counter
from functools import cache
from typing import Any

from sayso.lexicon.languages import language_names
from sayso.writing import cannot_write_temporarily

MAX_WINDOWS = 6
WINDOW_CHARACTERS = 400  # all windows together take some milliseconds
MIN_LETTERS = 40  # with fewer, the language is unknown
MIN_PROBABILITY_LATIN = 0.8
MIN_PROBABILITY_OTHER_SCRIPT = 0.5  # the doubt is then between other languages than English
LATIN_ENDS = "\u024f"
MEGABYTES_UNPACKED = 70  # of the identifier, in a temporary file
MIN_SHARE_OF_ENGLISH = 0.35  # a report with so much English is English, whatever it quotes

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Addresses, and runs of letters that are longer than a word: data, not language.
NO_WORDS = re.compile(r"https?://[!-~]*|[!-~]{40,}")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language of most of the text; None if that is not sure.

    A few windows of the text are used, without addresses and without their capitalised words: an
    English report on Warsaw is full of Polish names.
    """
    windows = _text_windows(NO_WORDS.sub(" ", text))
    found = Counter[str]()
    for window in windows:
        if code := _language_of_window(window):
            found[code] += 1
        if found["en"] and found["en"] >= MIN_SHARE_OF_ENGLISH * len(windows):
            return "en"  # whatever the other windows are in
    if not found.total():
        return None
    if found["en"] >= MIN_SHARE_OF_ENGLISH * found.total():
        return "en"
    code, times = found.most_common(1)[0]
    return code if 2 * times > found.total() else None


def _text_windows(text: str) -> list[str]:
    """At most MAX_WINDOWS pieces of equal length, spread evenly over the text."""
    if len(text) <= MAX_WINDOWS * WINDOW_CHARACTERS:
        return [
            text[start : start + WINDOW_CHARACTERS]
            for start in range(0, len(text), WINDOW_CHARACTERS)
        ]
    step = (len(text) - WINDOW_CHARACTERS) / (MAX_WINDOWS - 1)
    starts = [round(number * step) for number in range(MAX_WINDOWS)]
    return [text[start : start + WINDOW_CHARACTERS] for start in starts]


def _language_of_window(window: str) -> str | None:
    words = WORD.findall(window)
    plain = [word for word in words if not word[0].isupper()]
    shouted = [word for word in words if word.isupper()]
    if 2 * len(shouted) > len(words):  # a headline in capitals
        plain = [word.lower() for word in words]
    sample = " ".join(plain)
    if sum(map(len, plain)) < MIN_LETTERS:
        return None
    latin = 2 * sum(letter <= LATIN_ENDS for letter in sample) > len(sample)
    code, probability = _language_identifier().classify(sample)
    return (
        str(code)
        if probability >= (MIN_PROBABILITY_LATIN if latin else MIN_PROBABILITY_OTHER_SCRIPT)
        else None
    )


@cache
def _language_identifier() -> Any:
    """The identifier, loaded when first needed: that takes half a second.

    Raises CannotWrite if the folder for temporary files has no room for what is unpacked.
    """
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    try:
        identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    except OSError as error:
        raise cannot_write_temporarily(MEGABYTES_UNPACKED, error) from error
    identifier.set_languages(language_names())
    return identifier
