"""The part of a story as JSON data, and back."""

from collections.abc import Iterable
from dataclasses import fields
from typing import Any

from sayso.compare.one_story import STORY_VERSION, StoryPart
from sayso.model.codec import Json, broken_at, checked_json, decode, encode, field_types, shown_data
from sayso.model.comparison import Comparison
from sayso.model.facts import Facts
from sayso.model.references import check_comparison


def part_to_wire(part: StoryPart, facts: Iterable[Facts]) -> Json:
    """A story's part as an object; `facts` are those of the story's reports."""
    documents = {one.document.id: one.document for one in facts}
    lists = {one.name: encode(getattr(part, one.name), documents) for one in fields(StoryPart)}
    return {"part": STORY_VERSION, **lists}


def part_from_wire(data: Any, facts: Iterable[Facts]) -> StoryPart:
    """The part that an object describes.

    Raises BrokenWire where the object is not of that form or of another version of sayso, a quote is
    not the text at its place, or an id names nothing in the facts of the story.
    """
    reports = tuple(facts)
    documents = {one.document.id: one.document for one in reports}
    if checked_json(dict, data, "part").get("part") != STORY_VERSION:
        raise broken_at(
            "part", f"version {STORY_VERSION} is wanted, not {shown_data(data.get('part'))}"
        )
    given = {}
    for one in fields(StoryPart):
        if one.name not in data:
            raise broken_at("part", f"{one.name!r} is missing")
        kind = field_types(StoryPart)[one.name]
        given[one.name] = decode(kind, data[one.name], documents, None, one.name)
    part = StoryPart(**given)
    check_comparison(
        Comparison(
            reports,
            events=part.events,
            points=part.points,
            tolls=part.tolls,
            timeline=part.timeline,
        )
    )
    return part
