"""Words with the contractions of verbs written out: "isn't" as "is not"."""

from collections.abc import Sequence

from sayso.lexicon.clauses import clause_words
from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.words import Word


def expand_contractions(words: Sequence[Word]) -> list[str]:
    """The words in lower case, quotation marks left out, "isn't" and "it's" as two words.

    >>> from sayso.text.words import words
    >>> expand_contractions(words("“It’s false, isn’t it?”"))
    ['it', 'is', 'false', ',', 'is', 'not', 'it', '?']
    """
    known = clause_words()
    expanded: list[str] = []
    for word in words:
        lower = word.lower
        if lower.isalpha():
            expanded.append(lower)
            continue
        lower = lower.replace("’", "'")
        if lower in QUOTATION_MARKS:
            continue
        stem, mark, end = lower.partition("'")
        if lower.endswith("n't"):
            expanded += [known.shortened_negations.get(lower, lower[:-3]), "not"]
        elif mark and stem in known.shortened_subjects and mark + end in known.shortened_verbs:
            expanded += [stem, known.shortened_verbs[mark + end]]
        else:
            expanded.append(lower)
    return expanded
