"""Words with the contractions of verbs written out: "isn't" as "is not"."""

from collections.abc import Sequence

from sayso.text.quotes import QUOTATION_MARKS
from sayso.text.words import Word

# "that's": the second half stands for a verb only behind one of these.
PRONOUNS = frozenset(
    {"it", "that", "this", "there", "he", "she", "they", "we", "i", "you", "these"}
)
CONTRACTED_VERBS = {"'s": "is", "'re": "are", "'m": "am"}
IRREGULAR_NEGATIONS = {"won't": "will", "can't": "can", "shan't": "shall"}


def expand_contractions(words: Sequence[Word]) -> list[str]:
    """The words in lower case, quotation marks left out, "isn't" and "it's" as two words.

    >>> from sayso.text.words import words
    >>> expand_contractions(words("“It’s false, isn’t it?”"))
    ['it', 'is', 'false', ',', 'is', 'not', 'it', '?']
    """
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
            expanded += [IRREGULAR_NEGATIONS.get(lower, lower[:-3]), "not"]
        elif mark and stem in PRONOUNS and mark + end in CONTRACTED_VERBS:
            expanded += [stem, CONTRACTED_VERBS[mark + end]]
        else:
            expanded.append(lower)
    return expanded
