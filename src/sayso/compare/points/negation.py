"""Words that negate a content, leave it open, or call what was said before untrue."""

from collections.abc import Sequence

from sayso.compare.terms import bare_lower
from sayso.lexicon.phrases import Phrases, phrase_length_at
from sayso.lexicon.points import point_words
from sayso.text.words import Word, words

MAX_WORDS_TO_NEGATION = 8  # of a content, where a negation applies to the whole
MAX_CHARACTERS_BESIDE = 40  # beside a content, where words may call it untrue
MAX_WORDS_OF_VERDICT = 8  # behind a named claim, where words may call it untrue
MAX_WORDS_OF_PREDICATE = 8  # without its subject
QUOTES_AND_SPACE = " \t\r\n\"“”‘’'«»"  # may stand between the words of one clause


def is_negated(text: str, content: Sequence[Word], polarity: int) -> bool:
    """Whether a negation at the head of a content turns the whole of it round.

    "False" does so only where the speaker says it: a denial has it in the stance already. A relative
    clause is not the whole: "those who could not flee".
    """
    lexicon = point_words()
    negations = lexicon.turning | lexicon.untrue if polarity > 0 else lexicon.turning
    lower = [word.lower for word in content]
    for at, word in enumerate(content[:MAX_WORDS_TO_NEGATION]):
        if at and text[content[at - 1].end : word.start].strip(QUOTES_AND_SPACE):
            return False  # a mark: another clause begins
        if at and word.lower in lexicon.relative:
            return False
        if at and text[word.start].isupper():
            continue  # of a name: "Doctors Without Frontiers"
        if word.lower in negations:
            following = lower[at + 1] if at + 1 < len(lower) else ""
            if word.lower in lexicon.lying and following in lexicon.where:
                continue  # "the fault lies in"
            return following not in lexicon.harmless
        if phrase_length_at(lexicon.failing, lower, at):
            return True
    return False


def is_left_open(content: Sequence[Word]) -> bool:
    """Whether a content says that nothing is said or known: "it would not be drawn on a name"."""
    return _begins_with(point_words().withheld, content)


def says_nothing_such(content: Sequence[Word]) -> bool:
    """Whether a content only says that what was said is not so: "it did no such thing"."""
    short = len(content) <= MAX_WORDS_OF_PREDICATE + MAX_WORDS_TO_NEGATION
    return short and _begins_with(point_words().nothing_such, content)


def disparages_statement(text: str, cue: Sequence[Word], content: Sequence[Word]) -> bool:
    """Whether what was said before gets a name without praise: "called the remark a joke"."""
    lexicon = point_words()
    if not content or not any(word.lower in lexicon.calling for word in cue):
        return False
    between = words(text, cue[-1].end, content[0].start)
    lower = [bare_lower(word) for word in (*between, *content) if word.lower[0].isalnum()]
    noun = next((word for word in lower[:3] if word not in lexicon.determiner), "")
    nouns = lexicon.accusation | lexicon.statement
    return noun in nouns and lexicon.praising.isdisjoint(lower)


def calls_that_untrue(text: str, content: Sequence[Word]) -> bool:
    """Whether a content calls the "that" before it untrue: "that | was an insult"."""
    lexicon = point_words()
    if content[0].lower not in lexicon.subjectless or len(content) > MAX_WORDS_OF_PREDICATE:
        return False
    start = content[0].start
    before = words(text, max(0, start - MAX_CHARACTERS_BESIDE), start)
    lower = {word.lower for word in content}
    return (
        bool(before)
        and before[-1].lower in lexicon.back
        and bool(lexicon.untrue & lower)
        and not lexicon.turning & lower
    )


def is_called_untrue(text: str, cue: Sequence[Word], end: int) -> bool:
    """Whether the cue, or the words behind a content that ends at `end`, call it untrue.

    "Called the report absurd", "laughed at the report".
    """
    behind = words(text, end, end + MAX_CHARACTERS_BESIDE)
    mark = next((at for at, word in enumerate(behind) if not word.lower[0].isalnum()), None)
    return any(word.lower in point_words().untrue for word in (*behind[:mark], *cue))


def calls_named_claim_untrue(opening: Sequence[Word], content: Sequence[Word]) -> bool:
    """Whether a claim is named and called untrue: "claims that it burned are disinformation"."""
    lexicon = point_words()
    nouns = lexicon.accusation | lexicon.statement
    if not any(word.lower in nouns for word in opening):
        return False
    verbs = [at for at, word in enumerate(content) if at and word.lower in lexicon.subjectless]
    if not verbs:
        return False
    verdict = content[verbs[-1] : verbs[-1] + MAX_WORDS_OF_VERDICT]
    return any(word.lower in lexicon.untrue for word in verdict)


def _begins_with(phrases: Phrases, content: Sequence[Word]) -> bool:
    """Whether one of the phrases begins at the head of a content."""
    lower = [word.lower for word in content]
    return any(
        phrase_length_at(phrases, lower, at) for at in range(min(len(lower), MAX_WORDS_TO_NEGATION))
    )
