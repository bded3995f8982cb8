"""Where what a sentence tells takes place, if it is not the world: in fiction, or in a picture."""

from collections.abc import Sequence

from sayso.lexicon.vetoes import veto_words
from sayso.text.words import Word


def settings_of(tokens: Sequence[Word]) -> frozenset[str]:
    """The settings that the words of a sentence name: "fiction", "camera"."""
    return frozenset(
        name
        for name, filed in veto_words().settings.items()
        if any(
            tuple(one.lower for one in tokens[at : at + len(phrase)]) == phrase
            for at, word in enumerate(tokens)
            for phrase in filed.get(word.lower, ())
        )
    )
