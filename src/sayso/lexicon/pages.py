"""What pages.toml says, checked: the names under which a web page says what it is."""

from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

KINDS = ("title", "outlet", "byline", "url", "published", "articles")


@cache
def page_names(kind: str) -> tuple[str, ...]:
    """The names of a kind, in order of preference. Raises BrokenLexicon."""
    refuse_unknown("pages", KINDS)
    return word_list("pages", kind)
