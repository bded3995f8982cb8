"""The part of a story as JSON data, and back."""

from collections.abc import Iterable
from typing import Any

from sayso.compare.one_story import StoryPart
from sayso.model.codec import Json
from sayso.model.facts import Facts


def part_to_wire(part: StoryPart, facts: Iterable[Facts]) -> Json:
    """A story's part as an object; `facts` are those of the story's reports."""
    raise NotImplementedError


def part_from_wire(data: Any, facts: Iterable[Facts]) -> StoryPart:
    """The part that an object describes. Raises BrokenWire where the object is not of that form, a
    quote is not the text at its place, or an id names nothing in the facts of the story."""
    raise NotImplementedError
