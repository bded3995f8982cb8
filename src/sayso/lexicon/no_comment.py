"""What no_comment.toml says, checked: phrases that say nothing about a matter."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown
from sayso.lexicon.phrases import Phrases, phrases_by_first_word


@dataclass(frozen=True, slots=True)
class NoComment:
    """Phrases of contents whose speaker is `declining`, and of claims `leaving_open` what is so."""

    declining: Phrases
    leaving_open: Phrases


@cache
def no_comment() -> NoComment:
    """The phrases. Raises BrokenLexicon."""
    refuse_unknown("no_comment", ("shared", "declining", "leaving_open"))
    return NoComment(
        phrases_by_first_word("no_comment", "declining"),
        phrases_by_first_word("no_comment", "leaving_open"),
    )
