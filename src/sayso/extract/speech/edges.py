"""Stretches of a text without what stands at their edges."""

EDGES = " ,;:—–-\n\t"
SENTENCE_EDGES = " ,;:.!?\n\t"


def without_edges(text: str, start: int, end: int, edges: str = EDGES) -> tuple[int, int]:
    """The stretch without the marks and spaces at its ends; an empty one where nothing is left."""
    while start < end and text[start] in edges:
        start += 1
    while end > start and text[end - 1] in edges:
        end -= 1
    return start, end
