"""Texts, a few at a time."""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

Text = TypeVar("Text", bound=Sized)


def handfuls(texts: Iterable[Text], letters: int) -> Iterator[list[Text]]:
    """The texts in order, as many together as it takes to have so many letters; none is cut.

    They are taken in as they are needed.

    >>> list(handfuls(["ab", "c", "defg", "h"], 3))
    [['ab', 'c'], ['defg'], ['h']]
    """
    waiting: list[Text] = []
    held = 0
    for text in texts:
        waiting.append(text)
        held += len(text)
        if held >= letters:
            yield waiting
            waiting, held = [], 0
    if waiting:
        yield waiting
