"""Which language a report is in."""

import re
from collections import Counter
from functools import cache
from typing import Any

from sayso.lexicon.languages import language_names

WINDOWS = 6
WIDTH = 400  # characters a window; some milliseconds for all of them
ENOUGH = 40  # letters; less says nothing
SURE = 0.8
SURE_OF_SCRIPT = 0.5  # where it is not the Latin one, the doubt is between other languages
LATIN_ENDS = "\u024f"
ENGLISH_PART = 0.35  # a report this much in English is English, whatever it quotes

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of the language that most of the text is in; None where that is unsure.

    A few windows of the text are looked at, without their capitalised words: an English report on
    Warsaw is full of Polish names.
    """
    found = Counter(code for window in _windows(text) if (code := _language_of_window(window)))
    if not found:
        return None
    if found["en"] >= ENGLISH_PART * found.total():
        return "en"
    code, windows = found.most_common(1)[0]
    return code if 2 * windows > found.total() else None


def _windows(text: str) -> list[str]:
    """At most WINDOWS pieces, of equal width and spread evenly over the text."""
    if len(text) <= WINDOWS * WIDTH:
        return [text[start : start + WIDTH] for start in range(0, len(text), WIDTH)]
    step = (len(text) - WIDTH) / (WINDOWS - 1)
    starts = [round(number * step) for number in range(WINDOWS)]
    return [text[start : start + WIDTH] for start in starts]


def _language_of_window(window: str) -> str | None:
    words = WORD.findall(window)
    plain = [word for word in words if not word[0].isupper()]
    shouted = [word for word in words if word.isupper()]
    if 2 * len(shouted) > len(words):  # a headline in capitals
        plain = [word.lower() for word in words]
    sample = " ".join(plain)
    if sum(map(len, plain)) < ENOUGH:
        return None
    latin = 2 * sum(letter <= LATIN_ENDS for letter in sample) > len(sample)
    code, probability = _identifier().classify(sample)
    return str(code) if probability >= (SURE if latin else SURE_OF_SCRIPT) else None


@cache
def _identifier() -> Any:
    """The identifier, loaded when a text first comes: it takes half a second."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(language_names())
    return identifier
