"""Whose words stand where in a mail: its sender's, those of mails that it answers or passes on."""

from dataclasses import dataclass, field
from enum import Enum

from sayso.read.mail.intros import Intro, Mark, forward_at, intro_at, words_of
from sayso.read.mail.lines import Line

DEEPEST = 50  # quoting; deeper lines belong to the fiftieth


class Kind(Enum):
    """Whose words a section holds."""

    OWN = "own"
    QUOTED = "quoted"
    FORWARDED = "forwarded"


@dataclass(slots=True)
class Section:
    """Lines with words by one sender. `base` is the depth of its own lines.

    `stated` are the lines of the intro. `inner` are the sections that stand in this one,
    each with the number of this one's lines before it.
    """

    kind: Kind
    intro: Intro
    base: int = 0
    stated: tuple[Line, ...] = ()
    lines: list[Line] = field(default_factory=list)
    inner: list[tuple[int, "Section"]] = field(default_factory=list)


def sections_of(body: str, lines: list[Line]) -> list[Section]:
    """The sections of a body: the sender's own first, then those of others in their order."""
    sorter = _Sorter(body, lines)
    number = 0
    while number < len(lines):
        number = sorter.take(number)
    return sorter.found


class _Sorter:
    """Gives each line to the section that it belongs to."""

    def __init__(self, body: str, lines: list[Line]) -> None:
        self.body, self.lines = body, lines
        own = Section(Kind.OWN, Intro())
        self.found = [own]
        self.open = [own]  # the mails around the line, the outermost first
        self.quoted: dict[int, Section] = {}  # of the innermost of them, by depth

    def take(self, number: int) -> int:
        """Give one line, or the lines of an intro; returns the number of the next."""
        line = self.lines[number]
        if not words_of(self.body, line).strip():
            return number + 1
        while line.depth < self.open[-1].base:
            self.open.pop()
            self.quoted = {}
        if mark := forward_at(self.body, self.lines, number):
            self.open.append(self._new(Kind.FORWARDED, mark, number))
            self.quoted = {}
            return mark.behind
        if mark := intro_at(self.body, self.lines, number):
            self._open_quoted(mark, number)
            return mark.behind
        self._section_at(line.depth, number).lines.append(line)
        return number + 1

    def _open_quoted(self, mark: Mark, number: int) -> None:
        section = self._new(Kind.QUOTED, mark, number)
        depth = self.lines[number].depth
        if mark.depth == depth:  # nothing marks the lines: all that follows is the other's
            self.open.append(section)
            self.quoted = {}
            return
        for deeper in [one for one in self.quoted if one > depth]:
            del self.quoted[deeper]
        self.quoted[mark.depth] = section

    def _section_at(self, depth: int, number: int) -> Section:
        """The section of a line with words; where nobody is named, it begins one of its own."""
        around = self.open[-1]
        depth = min(depth, around.base + DEEPEST)
        if around.kind is Kind.FORWARDED and not (around.lines or self.quoted):
            around.base = depth  # the mail is marked below its header, and the header is not
        if depth <= around.base:
            return around
        if depth not in self.quoted:
            self.quoted[depth] = self._new(Kind.QUOTED, Mark(Intro(), number, depth), number)
        return self.quoted[depth]

    def _new(self, kind: Kind, mark: Mark, number: int) -> Section:
        around = self.quoted.get(self.lines[number].depth, self.open[-1])
        stated = tuple(self.lines[number : mark.behind])
        section = Section(kind, mark.intro, mark.depth, stated)
        around.inner.append((len(around.lines), section))
        self.found.append(section)
        return section
