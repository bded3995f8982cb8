"""A text that remembers what has been read in it: its words, its sentences, its dates.

Many rules look at the same report. Its text is wrapped once before they see it; a function marked
`read_once` then reads it once, however often it is called.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")
UNREAD = object()


class PreparedText(str):
    """A text, equal to the string it was made from, with the answers of functions marked `read_once`.

    All callers share the answers, so a caller must not change them.
    """

    __slots__ = ("_answers", "_memory")

    _answers: dict[Any, Any]
    _memory: "ReadingMemory | None"

    def __new__(cls, text: str, memory: "ReadingMemory | None" = None) -> "PreparedText":
        """Wrap a text; the memory, if there is one, tells it when to forget."""
        prepared = super().__new__(cls, text)
        prepared._answers = {}
        prepared._memory = memory
        return prepared

    def answers(self) -> dict[Any, Any]:
        """What has been read so far, by function and arguments."""
        if not self._answers and self._memory is not None:
            self._memory.make_room_for(self)
        return self._answers

    def forget(self) -> None:
        """Drop what has been read; the next call reads it again."""
        self._answers = {}


class ReadingMemory:
    """What may be remembered of many texts; where it is too much, the text that came first forgets."""

    def __init__(self, max_characters: int) -> None:
        self._max_characters = max_characters
        self._characters = 0
        self._texts: OrderedDict[int, PreparedText] = OrderedDict()

    def prepare(self, text: str) -> PreparedText:
        """The text, with this memory for what is read off it."""
        return PreparedText(text, self)

    def make_room_for(self, text: PreparedText) -> None:
        """Count a text in, and let others forget until all that remember fit."""
        if id(text) in self._texts:
            return
        self._texts[id(text)] = text
        self._characters += len(text)
        while self._characters > self._max_characters and len(self._texts) > 1:
            _, oldest = self._texts.popitem(last=False)
            self._characters -= len(oldest)
            oldest.forget()


def read_once(
    read: Callable[Concatenate[str, Arguments], Result],
) -> Callable[Concatenate[str, Arguments], Result]:
    """Let a pure function of a text answer a `PreparedText` from what it answered before.

    Arguments that are given by position must be hashable; a call with keyword arguments reads anew.
    """

    @wraps(read)
    def answer(text: str, /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
        if named or not isinstance(text, PreparedText):
            return read(text, *arguments, **named)
        answers = text.answers()
        key = (read, *arguments) if arguments else read
        known: Result | object = answers.get(key, UNREAD)
        if known is UNREAD:
            known = answers[key] = read(text, *arguments, **named)
        return cast("Result", known)

    return answer
