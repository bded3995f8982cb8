"""What pdf.toml says, checked: words by which the parts of a printed page are known."""

from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

KINDS = ("pages", "captions", "no_titles", "no_authors", "published", "modified", "by")


@cache
def pdf_words(kind: str) -> tuple[str, ...]:
    """The words of a kind, in lower case. Raises BrokenLexicon."""
    refuse_unknown("pdf", KINDS)
    return word_list("pdf", kind)
