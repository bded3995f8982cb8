"""Texts, a batch at a time."""

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

Text = TypeVar("Text", bound=Sized)


def text_batches(texts: Iterable[Text], min_characters: int) -> Iterator[list[Text]]:
    """The texts in order, in the shortest batches of `min_characters` or more.

    No text is cut, and each is taken from the iterable when its batch needs it.

    >>> list(text_batches(["ab", "c", "defg", "h"], 3))
    [['ab', 'c'], ['defg'], ['h']]
    """
    batch: list[Text] = []
    characters = 0
    for text in texts:
        batch.append(text)
        characters += len(text)
        if characters >= min_characters:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch
