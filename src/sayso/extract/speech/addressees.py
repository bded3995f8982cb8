"""A content without those it is told to, who stand in it: "told [the clerk] that the dam was shut"."""

from collections.abc import Sequence

from sayso.extract.speech.content_cues import ContentCue
from sayso.extract.speech.finite_verbs import finite_verb
from sayso.lexicon.clauses import clause_words
from sayso.lexicon.grammar import grammar
from sayso.model.speech import Attribution
from sayso.model.text import Span
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.words import Word, words

MAX_WORDS_OF_ADDRESSEE = 12
TELLING = frozenset({"telling", "a warning", "a promise", "a question"})


def without_addressee(
    body: str, attribution: Attribution, content: tuple[Span, ...]
) -> tuple[Span, ...]:
    """The content from its clause or quotation on, where only a noun phrase stands before that."""
    cue, first = attribution.cue, content[0]
    if cue is None or first.start < cue.end or body[cue.end : first.start].strip():
        return content
    if ContentCue.of(body, attribution).name not in TELLING:
        return content
    spelt = words(body, first.start, first.end)[: MAX_WORDS_OF_ADDRESSEE + 1]
    for at in range(1, len(spelt)):
        if _opens_clause(spelt, at):
            told_to = spelt[:at]
            if finite_verb(body, [one for one in told_to if _is_word(one)], False) is not None:
                return content
            return (Span(spelt[at].start, first.end), *content[1:])
    return content


def _opens_clause(spelt: Sequence[Word], at: int) -> bool:
    """Whether what is said begins at a word: a clause, or a quotation."""
    word = spelt[at].lower
    if word in clause_words().opening or word in QUOTATION_MARKS:
        return True
    return word in grammar().pronouns_subject and _is_word(spelt[at - 1])


def _is_word(word: Word) -> bool:
    return word.lower[0].isalnum()
