"""What stamps.toml says, checked: words around the dates that a report shows of itself."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.dates import date_words
from sayso.lexicon.load import refuse_unknown, word_list
from sayso.lexicon.numbers import word_values

KEYS = ("labels.published", "labels.modified", "labels.other", "labels.fill", "months", "zones")


@dataclass(frozen=True, slots=True)
class StampWords:
    """All in lower case. `published` and `modified` are labels, `other` says that a date is of
    something else, and `fill` has all words that may stand beside a report's own date. `months` are those of several languages, English among them; `zones` has
    offsets in minutes east of UTC."""

    published: frozenset[str]
    modified: frozenset[str]
    other: frozenset[str]
    fill: frozenset[str]
    months: dict[str, int]
    weekdays: dict[str, int]
    zones: dict[str, int]


@cache
def stamp_words() -> StampWords:
    """The words around dates. Raises BrokenLexicon."""
    refuse_unknown("stamps", KEYS)
    english = date_words()
    return StampWords(
        published=frozenset(word_list("stamps", "labels", "published")),
        modified=frozenset(word_list("stamps", "labels", "modified")),
        other=frozenset(word_list("stamps", "labels", "other")),
        fill=frozenset(
            word
            for kind in ("published", "modified", "fill")
            for phrase in word_list("stamps", "labels", kind)
            for word in (phrase, *phrase.split())
        ),
        months={**word_values("stamps", "months"), **english.months},
        weekdays=english.weekdays,
        zones=word_values("stamps", "zones"),
    )
