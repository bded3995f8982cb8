"""What office.toml says, checked: names of styles, and what stands before dates."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

STYLES = ("title", "first", "subtitle", "caption", "contents")
DATES = ("published", "modified")


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """The names of styles by what they show, and what stands before each kind of date."""

    styles: dict[str, tuple[str, ...]]
    dates: dict[str, tuple[str, ...]]


@cache
def office_words() -> OfficeWords:
    """The words of the lexicon. Raises BrokenLexicon."""
    refuse_unknown(
        "office", {f"styles.{one}" for one in STYLES} | {f"dates.{one}" for one in DATES}
    )
    return OfficeWords(
        {one: word_list("office", "styles", one) for one in STYLES},
        {one: word_list("office", "dates", one) for one in DATES},
    )
