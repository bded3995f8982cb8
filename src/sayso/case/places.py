"""Places in a text, as a person gives them: START:END, or the words that stand there."""

import re

from sayso.errors import WrongDecision
from sayso.model.text import Document

PLACE = re.compile(r"(\d+):(\d+)")
MOST_PLACES = 5  # that are named where words stand in several


def places_of(given: str, document: Document) -> list[list[int]]:
    """The places that a person gave: "120:160", "120:160,170:200", or words that stand once in the text.

    Words may be broken over lines in another way than in the text. Raises WrongDecision.
    """
    parts = [PLACE.fullmatch(part.strip()) for part in given.split(",")]
    if all(parts):
        return [[int(part[1]), int(part[2])] for part in parts if part]
    words = r"\s+".join(map(re.escape, given.split()))
    found = [list(one.span()) for one in re.finditer(words, document.text)] if words else []
    if len(found) == 1:
        return found
    if not found:
        raise WrongDecision(
            f"{given!r:.80} does not stand in {document.name}. Give words as they stand there, or a "
            "place: START:END."
        )
    places = ", ".join(f"{first}:{last}" for first, last in found[:MOST_PLACES])
    raise WrongDecision(
        f"{given!r:.80} stands in {len(found)} places of {document.name}. Give more words, or one of "
        f"them: {places}."
    )


def place_of(given: str, document: Document) -> list[int]:
    """The one place that a person gave. Raises WrongDecision."""
    places = places_of(given, document)
    if len(places) != 1:
        raise WrongDecision(f"{given!r:.80} is not one place: give START:END.")
    return places[0]
