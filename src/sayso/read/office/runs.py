"""What is counted while runs of text are read, and the characters of symbols."""

from dataclasses import dataclass, field

from sayso.errors import UnreadableInput

UNKNOWN = "\ufffd"
# Between these are half characters, and where fonts of symbols have signs of their own.
KNOWN = (range(0x20, 0xD800), range(0xF900, 0xFFFE))


@dataclass(slots=True)
class Changes:
    """The words that tracked changes inserted or deleted, by author."""

    inserted: dict[str, list[str]] = field(default_factory=dict)
    deleted: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class FieldCodes:
    """The fields of a document that are open: their codes are passed over, what they show is read."""

    _shown: list[bool] = field(default_factory=list)  # for each, whether what it shows has begun
    _settled: int = 0  # so many of them, the outermost, were open when the last paragraph ended
    _codes: int = 0  # of the others, those of which nothing is shown yet

    @property
    def in_code(self) -> bool:
        """Whether what comes now is code."""
        return self._codes > 0

    def step(self, kind: str | None) -> None:
        """Notes a mark of a field: "begin", "separate" between code and what it shows, "end"."""
        if kind == "begin":
            self._shown.append(False)
            self._codes += 1
        elif kind == "separate" and self._shown and not self._shown[-1]:
            self._shown[-1] = True
            self._codes -= 1
        elif kind == "end" and self._shown:
            self._codes -= not self._shown.pop()
            self._settled = min(self._settled, len(self._shown))

    def end_paragraph(self) -> None:
        """Forgets the codes that are open: none goes over a paragraph's end."""
        self._shown[self._settled :] = filter(None, self._shown[self._settled :])
        self._settled = len(self._shown)
        self._codes = 0


@dataclass(slots=True)
class Budget:
    """The runs of text and the characters that may still be taken from a file."""

    name: str
    runs: int
    characters: int
    holders: int  # paragraphs, cells and line breaks: they take room without any text

    def spend_holder(self) -> None:
        """Takes away what holds text. Raises UnreadableInput where nothing is left."""
        self.holders -= 1
        if self.holders < 0:
            what = "it has more paragraphs, cells and line breaks than a report has"
            raise UnreadableInput(self.name, what, "Split it.")

    def spend(self, text: str) -> None:
        """Takes a run away. Raises UnreadableInput where nothing is left."""
        self.runs -= 1
        self.characters -= len(text)
        if self.runs < 0 or self.characters < 0:
            raise UnreadableInput(
                self.name, "it has more text than a report has", "Split it into reports."
            )


def symbol_of(code: str) -> str:
    """The character of a symbol; � for a sign that only its font knows."""
    try:
        number = int(code, 16)
    except ValueError:
        return UNKNOWN
    known = any(number in one for one in KNOWN)
    return chr(number) if known else UNKNOWN
