"""Names of files in place of whole paths, which are private, in any number of texts."""

from collections.abc import Mapping
from itertools import groupby

START_CHARACTERS = 8  # by which the places in a text are found where a path may begin


class PrivateNames:
    """Paths and what is shown in their place. The time for a text does not grow with their number."""

    def __init__(self, shown: Mapping[str, str]) -> None:
        self._shown = {name: instead for name, instead in shown.items() if name != instead}
        self._starts: dict[str, list[int]] = {}
        by_start = sorted((name[:START_CHARACTERS], -len(name)) for name in self._shown)
        for start, lengths in groupby(dict.fromkeys(by_start), key=lambda pair: pair[0]):
            self._starts[start] = [-length for _, length in lengths]
        self._start_lengths = sorted({len(start) for start in self._starts}, reverse=True)

    def hidden_in(self, text: str) -> str:
        """The text with every path replaced; of several that fit at one place, the longest.

        >>> PrivateNames({"/home/me/a.txt": "a.txt"}).hidden_in("84 % of /home/me/a.txt")
        '84 % of a.txt'
        """
        out: list[str] = []
        place = done = 0
        while place < len(text):
            name = self._name_at(text, place)
            if name is None:
                place += 1
                continue
            out += [text[done:place], self._shown[name]]
            place = done = place + len(name)
        return "".join([*out, text[done:]]) if out else text

    def _name_at(self, text: str, place: int) -> str | None:
        for size in self._start_lengths:
            for length in self._starts.get(text[place : place + size], ()):
                name = text[place : place + length]
                if name in self._shown:
                    return name
        return None
