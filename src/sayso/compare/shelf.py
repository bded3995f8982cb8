"""Reports at hand by their numbers, with their sketches as long as there is room for these."""

from collections.abc import Iterable, Iterator, Mapping

from sayso.compare.sketches import Sketch, number_of, sketch, sketches
from sayso.model.text import Document

ROOM = 30_000  # sketches; at 350 words a report they fill a third of a gigabyte


def numbered(documents: Iterable[Document]) -> dict[int, Document]:
    """The documents by number, in the order of their ids; one that comes twice counts once."""
    found = {number_of(document): document for document in documents}
    return {number: found[number] for number in sorted(found)}


class Shelf:
    """Reports by number, as a mapping gives them; the sketches used last are kept."""

    def __init__(self, documents: Mapping[int, Document], room: int = ROOM) -> None:
        self.documents, self._room = documents, room
        self._sketches: dict[int, Sketch] = {}

    def sketch(self, number: int) -> Sketch:
        """The sketch of a report, made anew where it is no longer here."""
        found = self._sketches.pop(number, None)
        return self._kept(found or sketch(self.documents[number]))

    def sketches(self) -> Iterator[Sketch]:
        """The sketches of all reports, in the mapping's order."""
        yield from map(self._kept, sketches(self.documents.values()))

    def _kept(self, one: Sketch) -> Sketch:
        while len(self._sketches) >= self._room:
            del self._sketches[next(iter(self._sketches))]
        self._sketches[one.number] = one
        return one
