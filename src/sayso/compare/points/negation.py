"""Words of a content that turn it round, leave it open, or call what was said before untrue."""

from collections.abc import Sequence

from sayso.compare.terms import bare
from sayso.lexicon.phrases import Phrases, length_at
from sayso.lexicon.points import point_words
from sayso.text.words import Word, words

BEHIND = 40  # characters behind what is called untrue in which it is called so
HEAD = 8  # words of a content in which a negation is of the whole
CLAUSE = 8  # words between a claim and the words that call it untrue, at least
QUOTES = " \t\r\n\"“”‘’'«»"  # stand between words of one clause
SHORT = 8  # words of a predicate without its subject


def turned(text: str, found: Sequence[Word], sign: int) -> bool:
    """Whether a negation at the head of a content turns it round.

    "False" does so only where the speaker says it; who denies has it in the stance already. What
    stands in a relative clause is not of the whole: "those who could not flee".
    """
    lexicon = point_words()
    turning = lexicon.turning | lexicon.untrue if sign > 0 else lexicon.turning
    lower = [word.lower for word in found]
    for at, word in enumerate(found[:HEAD]):
        if at and text[found[at - 1].end : word.start].strip(QUOTES):
            return False  # a mark: another clause begins
        if at and word.lower in lexicon.relative:
            return False
        if at and text[word.start].isupper():
            continue  # of a name: "Doctors Without Frontiers"
        if word.lower in turning:
            following = found[at + 1].lower if at + 1 < len(found) else ""
            if word.lower in lexicon.lying and following in lexicon.where:
                continue  # "the fault lies in"
            return following not in lexicon.harmless
        if length_at(lexicon.failing, lower, at):
            return True
    return False


def left_open(found: Sequence[Word]) -> bool:
    """Whether a content says that nothing is said, or known: "it would not be drawn on a name"."""
    return _has(point_words().withheld, found)


def nothing_such(found: Sequence[Word]) -> bool:
    """Whether a content says no more than that what was said is not so: "it did no such thing"."""
    return len(found) <= SHORT + HEAD and _has(point_words().nothing_such, found)


def called(text: str, cue: Sequence[Word], found: Sequence[Word]) -> bool:
    """Whether what was said before is given a name that is none of praise: "called the remark a joke"."""
    lexicon = point_words()
    naming = any(word.lower in lexicon.calling for word in cue)
    if not (naming and cue and found):
        return False
    between = [word for word in words(text, cue[-1].end, found[0].start) if word.lower[0].isalnum()]
    lower = [bare(word) for word in (*between, *found)]
    noun = next((word for word in lower[:3] if word not in lexicon.determiner), "")
    nouns = lexicon.accusation | lexicon.statement
    return noun in nouns and not lexicon.praising & set(lower)


def only_judged(text: str, found: Sequence[Word]) -> bool:
    """Whether a content calls untrue the "that" which stands before it: "that | was an insult"."""
    lexicon = point_words()
    if found[0].lower not in lexicon.subjectless or len(found) > SHORT:
        return False
    before = words(text, max(0, found[0].start - BEHIND), found[0].start)
    lower = {word.lower for word in found}
    return (
        bool(before)
        and before[-1].lower in lexicon.back
        and bool(lexicon.untrue & lower)
        and not lexicon.turning & lower
    )


def around_untrue(text: str, cue: Sequence[Word], end: int) -> bool:
    """Whether the words around a content call it untrue: "called the report absurd", "laughed at"."""
    behind = words(text, end, end + BEHIND)
    stop = next((at for at, one in enumerate(behind) if not one.lower[0].isalnum()), None)
    return any(word.lower in point_words().untrue for word in (*behind[:stop], *cue))


def claim_untrue(opening: Sequence[Word], found: Sequence[Word]) -> bool:
    """Whether a claim is named and called untrue: "claims that it burned are disinformation"."""
    lexicon = point_words()
    nouns = lexicon.accusation | lexicon.statement
    named = any(word.lower in nouns for word in opening)
    verbs = [at for at, word in enumerate(found) if at and word.lower in lexicon.subjectless]
    if not (named and verbs):
        return False
    return any(word.lower in lexicon.untrue for word in found[verbs[-1] : verbs[-1] + CLAUSE])


def _has(phrases: Phrases, found: Sequence[Word]) -> bool:
    lower = [word.lower for word in found]
    return any(length_at(phrases, lower, at) for at in range(min(len(lower), HEAD)))
