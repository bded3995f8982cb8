"""What columns.toml says, checked: the names that tables of reports give to their columns."""

from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

TEXT = "text"
KINDS = (
    *(TEXT, "title", "subtitle", "outlet", "byline", "section", "agency", "url"),
    *("published", "modified", "crawled"),
)


@cache
def column_names(kind: str) -> tuple[str, ...]:
    """The names of a kind of column, in order of preference. Raises BrokenLexicon."""
    refuse_unknown("columns", (*KINDS, "wrappers"))
    return word_list("columns", kind)


@cache
def wrapper_names() -> frozenset[str]:
    """The keys of objects that only wrap the keys of a report. Raises BrokenLexicon."""
    return frozenset(word_list("columns", "wrappers"))
