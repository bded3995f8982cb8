"""What corrections.toml says, checked: how an outlet says that it has changed its own report."""

from dataclasses import dataclass, fields
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list


@dataclass(frozen=True, slots=True)
class CorrectionWords:
    """The lists of corrections.toml, each with its longest words first."""

    headings: tuple[str, ...]
    subjects: tuple[str, ...]
    deeds: tuple[str, ...]
    earlier: tuple[str, ...]
    faults: tuple[str, ...]
    openings: tuple[str, ...]


LISTS = tuple(one.name for one in fields(CorrectionWords))


@cache
def correction_words() -> CorrectionWords:
    """The words of corrections. Raises BrokenLexicon."""
    refuse_unknown("corrections", LISTS)
    lists = (sorted(word_list("corrections", name), key=len, reverse=True) for name in LISTS)
    return CorrectionWords(*map(tuple, lists))
