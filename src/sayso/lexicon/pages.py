"""What pages.toml says, checked: what a web page calls its own data and its parts."""

from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

NAMES = (
    *("title", "outlet", "byline", "url", "section", "subjects", "description"),
    *("published", "dated", "modified", "crawled"),
    *("articles", "web_pages", "other_things"),
)
MARKS = (
    "byline",
    "stamp",
    "published",
    "modified",
    "subtitle",
    "kicker",
    "no_writer",
    "property",
    "masthead",
    "other",
    "other_pairs",
)
WORDS = ("sections", "no_sections", "front_pages", "companies")
KEYS = (*NAMES, *(f"marks.{key}" for key in MARKS), *(f"words.{key}" for key in WORDS))


@cache
def page_names(kind: str) -> tuple[str, ...]:
    """The names of a kind, in order of preference. Raises BrokenLexicon."""
    refuse_unknown("pages", KEYS)
    return word_list("pages", kind)


@cache
def page_marks(kind: str) -> frozenset[str]:
    """Words in the names of elements that say what an element holds. Raises BrokenLexicon."""
    refuse_unknown("pages", KEYS)
    return frozenset(word_list("pages", "marks", kind))


@cache
def page_words(kind: str) -> frozenset[str]:
    """Words that a page shows: of sections, of companies. Raises BrokenLexicon."""
    refuse_unknown("pages", KEYS)
    return frozenset(word_list("pages", "words", kind))
