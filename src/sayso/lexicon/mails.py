"""The words by which the furniture of mails and feeds is known."""

from dataclasses import dataclass
from functools import cache

from sayso.lexicon.load import refuse_unknown, word_list

KINDS = ("machines", "houses", "subjects", "forwarded")
NESTED = ("lines.whole", "lines.begin", "closings.begin", "closings.hold")


@dataclass(frozen=True, slots=True)
class MailWords:
    """What the lists hold, in lower case; mails.toml says what each of them is for."""

    machines: frozenset[str]
    houses: frozenset[str]
    subjects: frozenset[str]
    forwarded: tuple[str, ...]
    whole_lines: frozenset[str]
    line_beginnings: tuple[str, ...]
    closing_beginnings: tuple[str, ...]
    closing_words: tuple[str, ...]


@cache
def mail_words() -> MailWords:
    """The words of the lexicon. Raises BrokenLexicon."""
    refuse_unknown("mails", (*KINDS, *NESTED))
    machines, houses, subjects, forwarded = (word_list("mails", kind) for kind in KINDS)
    whole, begin, closing, hold = (word_list("mails", *key.split(".")) for key in NESTED)
    return MailWords(
        frozenset(machines),
        frozenset(houses),
        frozenset(subjects),
        forwarded,
        frozenset(whole),
        begin,
        closing,
        hold,
    )
