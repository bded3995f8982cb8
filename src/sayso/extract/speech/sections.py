"""How far a report is read. A long one is read section by section, until its budget is used up.

The budget counts work, not seconds, so that a report is read as far on every machine and whatever is
read beside it. No attribution crosses the end of a section: what a report says before `read_to` is
what its text would say if it ended there (docs/decisions/0018-a-budget-for-each-report.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.speech.attributions import find_attributions
from sayso.extract.speech.collecting import JudgedAttribution, moved_attributions
from sayso.text.paragraphs import paragraphs
from sayso.text.prepared import PreparedText
from sayso.text.sentences import sentences

MAX_REPORT_CHARACTERS = 1_000_000  # about 170,000 words: a book, or a live blog of many weeks
MAX_SECTION_CHARACTERS = 200_000  # read together, as many as of several short reports at once
# Word pieces that the network reads, those that it reads again included. A million characters of news
# have 250,000 pieces; half as many are read again, and at most 1.3 times as many.
MAX_REPORT_PIECES = 1_500_000


@dataclass(frozen=True, slots=True)
class TextRead:
    """The text of a report as far as it was read, with the attributions in it.

    `read_to` is the code point where reading stopped; None if the report was read whole.
    """

    text: PreparedText
    attributions: Sequence[JudgedAttribution]
    read_to: int | None


def read_reports(texts: Sequence[PreparedText]) -> list[TextRead]:
    """Each text, as far as its budget goes; the first section is always read."""
    readers = [_SectionReader(text) for text in texts]
    while unfinished := [reader for reader in readers if reader.goes_on()]:
        found = find_attributions([reader.next_section() for reader in unfinished])
        for reader, section in zip(unfinished, found, strict=True):
            reader.add_section(section.judged, section.pieces)
    return [reader.report() for reader in readers]


class _SectionReader:
    """One report while its sections are read."""

    def __init__(self, text: PreparedText) -> None:
        self._text = text
        self._ends = section_ends(text)
        self._sections_read = 0
        self._pieces = 0
        self._attributions: list[JudgedAttribution] = []

    def goes_on(self) -> bool:
        """Whether there is another section, and budget for it."""
        return self._sections_read < len(self._ends) and self._pieces < MAX_REPORT_PIECES

    def next_section(self) -> PreparedText:
        """The text of the next section."""
        start, end = self._read_to(), self._ends[self._sections_read]
        return self._text if end - start == len(self._text) else PreparedText(self._text[start:end])

    def add_section(self, judged: Sequence[JudgedAttribution], pieces: int) -> None:
        """Take in what the next section says, and what it cost."""
        self._attributions += moved_attributions(judged, self._read_to())
        self._pieces += pieces
        self._sections_read += 1

    def report(self) -> TextRead:
        """The report as far as it was read."""
        end = self._read_to()
        if not self._text[end:].strip():
            return TextRead(self._text, self._attributions, None)
        return TextRead(PreparedText(self._text[:end]), self._attributions, end)

    def _read_to(self) -> int:
        return self._ends[self._sections_read - 1] if self._sections_read else 0


def section_ends(text: str) -> list[int]:
    """Where each section of a text ends: before a paragraph, or else a sentence, in its second half.

    The last section ends with the text, or with the last sentence before MAX_REPORT_CHARACTERS.
    """
    readable = text[:MAX_REPORT_CHARACTERS]
    ends = [0]
    while len(readable) - ends[-1] > MAX_SECTION_CHARACTERS:
        section = readable[ends[-1] : ends[-1] + MAX_SECTION_CHARACTERS]
        ends.append(ends[-1] + _last_break(section, MAX_SECTION_CHARACTERS // 2))
    if not text[MAX_REPORT_CHARACTERS:].strip():
        return [*ends[1:], len(readable)] if readable else []
    last = ends[-1] + _last_break(readable[ends[-1] :], 0)
    if len(ends) > 1 and last - ends[-2] <= MAX_SECTION_CHARACTERS:
        ends.pop()  # the text up to here would be one section
    return [*ends[1:], last]


def _last_break(section: str, least: int) -> int:
    """Where the last paragraph begins, or else the last sentence, behind the `least` character."""
    for spans in (paragraphs(section), sentences(section)):
        if spans and spans[-1][0] > least:
            return spans[-1][0]
    return len(section)
